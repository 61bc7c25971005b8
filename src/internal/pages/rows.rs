//! Rows of the lists of reviews, each rendered once for all the lists that show it.
//!
//! A review stands in a dozen lists: by each of its tags, services and teams, by year, severity and kind. Its row differs
//! between them only in the way back to the root, if every link of it goes by way of the root; so there is one for each
//! depth of a list, and for lists that a script may sort, which carry what it sorts by.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::at::At;
use super::views::RowView;
use crate::output::Failure;

/// Paths that share no folder with a page of the site, so that every link from them goes by way of the root.
const DEPTHS: [&str; 3] = ["-/index.html", "-/-/index.html", "-/-/-/index.html"];

/// The rows made so far.
#[derive(Debug, Default)]
pub(super) struct Rows(Vec<[OnceLock<String>; DEPTHS.len() * 2]>);

impl Rows {
    /// Room for as many reviews.
    pub(super) fn of(reviews: usize) -> Self {
        Self((0..reviews).map(|_| Default::default()).collect())
    }
}

/// The rows of `reviews` for the list at `at`.
pub(super) fn rows(at: At<'_>, reviews: &[usize], sortable: bool) -> Result<String, Failure> {
    let depth = at.path.matches('/').count().clamp(1, DEPTHS.len()) - 1;
    let from = At { path: DEPTHS[depth], ..at };
    let mut out = String::with_capacity(reviews.len() * 1_600);
    for i in reviews {
        let cell = &at.site.rows.0[*i][depth * 2 + usize::from(sortable)];
        if let Some(row) = cell.get() {
            out.push_str(row);
            continue;
        }
        let view = RowView { card: from.card(*i), sortable };
        let row = at.site.text("shared/row.html", &BTreeMap::from([("row", view)]))?;
        out.push_str(cell.get_or_init(|| row));
    }
    Ok(out)
}
