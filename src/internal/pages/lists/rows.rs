//! Rows of the lists of reviews, each rendered once for all lists that show it.
//!
//! A review is in a dozen lists: those of its tags, services and teams, of its year, severity and kind. Its row differs between
//! them only in the relative path to the root, so a placeholder is used for that until the row is added to a list. The script
//! of all rows ([`twin`]) keeps the placeholder, which `lists.js` replaces.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::RowView;
use crate::pages::at::At;
use base::links;
use site::output::Failure;

/// A path that shares no folder with a page of the site, so that every link from it goes through the root.
pub const AWAY: &str = "-/index.html";
/// The placeholder for the path to the root. It is a noncharacter, so that no text contains it; `lists.js` knows it.
const ROOT: char = '\u{fdd0}';

/// The rendered rows of each review, as far as needed.
#[derive(Debug, Default)]
pub struct Rows(Vec<OnceLock<String>>);

impl Rows {
    /// Room for this many reviews.
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

/// The rows of all reviews, for lists of several pages. It is a script, because a page that was opened from a file may load
/// nothing else, and it is loaded only when somebody sorts or filters such a list.
pub fn twin(at: At<'_>) -> Result<String, Failure> {
    let rows = (0..at.library().reviews.len()).map(|i| row(at, i));
    Ok(script(&rows.collect::<Result<Vec<_>, _>>()?))
}

/// The call that passes rows to `lists.js`.
pub fn script(rows: &[impl AsRef<str>]) -> String {
    let quoted = rows.iter().map(|row| serde_json::Value::from(row.as_ref()).to_string());
    let rows = quoted.collect::<Vec<_>>().join(",\n");
    // Older versions of JavaScript treat these two as line breaks.
    format!("debriefRows([\n{}\n]);\n", rows.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

/// A row with the placeholder instead of the path to the root in every link.
pub fn with_mark(html: &str) -> String {
    html.replace("href=\"../", &format!("href=\"{ROOT}"))
}

/// Appends a row with `root` instead of the placeholder.
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
