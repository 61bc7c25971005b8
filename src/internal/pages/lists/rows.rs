//! Rows of the lists of reviews, each rendered once for all the lists that show it.
//!
//! A review stands in a dozen lists: by each of its tags, services and teams, by year, severity and kind. Its row differs
//! between them in the way back to the root alone, so a mark stands for that until a list takes the row in. The lists' twin
//! ([`twin`]) keeps the mark: its reader knows the way.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::RowView;
use crate::pages::at::At;
use base::links;
use site::output::Failure;

/// A path that shares no folder with a page of the site, so that every link from it goes by way of the root.
pub const AWAY: &str = "-/index.html";
/// Stands for the way to the root until a list takes a row in. It is no character, so no text has it; `lists.js` knows it.
const ROOT: char = '\u{fdd0}';

/// The rows made so far, for each review.
#[derive(Debug, Default)]
pub struct Rows(Vec<OnceLock<String>>);

impl Rows {
    /// Room for as many reviews.
    pub fn of(reviews: usize) -> Self {
        Self((0..reviews).map(|_| OnceLock::default()).collect())
    }
}

/// The rows of `reviews` for the list at `at`.
pub fn rows(at: At<'_>, reviews: &[usize]) -> Result<String, Failure> {
    let root = links::root(at.path);
    let mut out = String::with_capacity(reviews.len() * 1_600);
    for i in reviews {
        push_with_root(&mut out, row(at, *i)?, &root);
    }
    Ok(out)
}

/// The rows of all reviews, for lists of several pages: a script, because a page that was opened from a disk may load nothing
/// else, and only asked for when somebody sorts or narrows such a list.
pub fn twin(at: At<'_>) -> Result<String, Failure> {
    let rows = (0..at.library().reviews.len()).map(|i| row(at, i));
    Ok(script(&rows.collect::<Result<Vec<_>, _>>()?))
}

/// The call by which `lists.js` is given rows.
pub fn script(rows: &[impl AsRef<str>]) -> String {
    let quoted = rows.iter().map(|row| serde_json::Value::from(row.as_ref()).to_string());
    let rows = quoted.collect::<Vec<_>>().join(",\n");
    // These two end a line of a script of old.
    format!("debriefRows([\n{}\n]);\n", rows.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

/// A row in which every link leads by way of the root, with the mark in place of the way there.
pub fn with_mark(html: &str) -> String {
    html.replace("href=\"../", &format!("href=\"{ROOT}"))
}

/// A row with the way to the root in place of the mark.
pub fn push_with_root(out: &mut String, row: &str, root: &str) {
    for (n, piece) in row.split(ROOT).enumerate() {
        if n > 0 {
            out.push_str(root);
        }
        out.push_str(piece);
    }
}

fn row(at: At<'_>, i: usize) -> Result<&str, Failure> {
    let cell = &at.site.rows.0[i];
    if let Some(made) = cell.get() {
        return Ok(made);
    }
    let card = At { path: AWAY, ..at }.card(i);
    let made = with_mark(&at.site.text("shared/row.html", &BTreeMap::from([("row", RowView { card })]))?);
    Ok(cell.get_or_init(|| made))
}
