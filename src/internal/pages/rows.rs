//! Rows of the lists of reviews, each rendered once for all the lists that show it.
//!
//! A review stands in a dozen lists: by each of its tags, services and teams, by year, severity and kind. Its row differs
//! between them in the way back to the root, and in whether a script may sort the list, for which it carries what it is
//! sorted by. So there are two of each, in which a mark stands for the way back.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::at::At;
use super::views::{Card, RowView};
use crate::links;
use crate::output::Failure;

/// A path that shares no folder with a page of the site, so that every link from it goes by way of the root.
const AWAY: &str = "-/index.html";
/// Stands for the way to the root until a list takes a row in. It is no character, so no text has it.
const ROOT: char = '\u{fdd0}';

/// The rows made so far: for each review the plain one and the one to be sorted.
#[derive(Debug, Default)]
pub(super) struct Rows(Vec<[OnceLock<String>; 2]>);

impl Rows {
    /// Room for as many reviews.
    pub(super) fn of(reviews: usize) -> Self {
        Self((0..reviews).map(|_| Default::default()).collect())
    }
}

/// The rows of `reviews` for the list at `at`.
pub(super) fn rows(at: At<'_>, reviews: &[usize], sortable: bool) -> Result<String, Failure> {
    let root = links::root(at.path);
    let mut out = String::with_capacity(reviews.len() * 1_600);
    for i in reviews {
        let cell = &at.site.rows.0[*i][usize::from(sortable)];
        let made = if cell.get().is_none() { Some(row(at, *i, sortable)?) } else { None };
        let row = cell.get_or_init(|| made.unwrap_or_default());
        for (n, piece) in row.split(ROOT).enumerate() {
            if n > 0 {
                out.push_str(&root);
            }
            out.push_str(piece);
        }
    }
    Ok(out)
}

fn row(at: At<'_>, i: usize, sortable: bool) -> Result<String, Failure> {
    let mut card = At { path: AWAY, ..at }.card(i);
    for href in hrefs(&mut card) {
        if let Some(path) = href.strip_prefix("../") {
            *href = format!("{ROOT}{path}");
        }
    }
    at.site.text("shared/row.html", &BTreeMap::from([("row", RowView { card, sortable })]))
}

/// Everything that a card leads to.
fn hrefs(card: &mut Card) -> impl Iterator<Item = &mut String> {
    let severity = card.severity.as_mut().map(|severity| &mut severity.href);
    let terms = card.services.iter_mut().chain(&mut card.tags).map(|link| &mut link.href);
    [&mut card.href, &mut card.kind.href].into_iter().chain(severity).chain(terms)
}
