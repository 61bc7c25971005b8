//! Rows of the lists of reviews, each rendered once for all lists that show it.
//!
//! A review is in a dozen lists: those of its tags, services and teams, of its year, severity and kind. Its row differs between
//! them only in the relative path to the root and in what filters need, so placeholders are used for these until the row is
//! added to a list. The files of rows ([`files`]) keep the one for the root, which `lists.js` replaces.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::RowView;
use super::files::{Columns, Facts, Files, Key};
use crate::pages::at::At;
use crate::pages::pieces::Card;
use base::links;
use site::output::Failure;

/// A path that shares no folder with a page of the site, so that every link from it goes through the root.
pub const AWAY: &str = "-/index.html";
/// The placeholder for the path to the root. It is a noncharacter, so that no text contains it; `lists.js` knows it.
const ROOT: char = '\u{fdd0}';
/// The placeholder for what a row is found by, which only pages with filters need.
const FACETS: &str = "\u{fdd1}";

/// The rendered rows of each review, as far as needed.
#[derive(Debug, Default)]
pub struct Rows(Vec<OnceLock<String>>);

impl Rows {
    /// Room for this many reviews.
    pub fn of(reviews: usize) -> Self {
        Self((0..reviews).map(|_| OnceLock::default()).collect())
    }
}

/// The rows of `reviews` for the list at `at`, with what they are found by if the page has filters.
pub fn rows(at: At<'_>, reviews: &[usize], has_filters: bool) -> Result<String, Failure> {
    let root = links::root(at.path);
    let mut out = String::with_capacity(reviews.len() * 1_600);
    for i in reviews {
        let facets = if has_filters { at.facets(*i) } else { String::new() };
        push_with_root(&mut out, &row(at, *i)?.replace(FACETS, &facets), &root);
    }
    Ok(out)
}

/// The files for sorting and filtering lists of several pages.
pub fn files(at: At<'_>) -> Result<Files, Failure> {
    let reviews = &at.library().reviews;
    let mut places: Vec<usize> = (0..reviews.len()).collect();
    places.sort_by_key(|i| at.library().publication_order(*i));
    let facts = places.iter().map(|i| facts(&reviews[*i].id, &At { path: AWAY, ..at }.card(*i))).collect();
    let columns = Columns::of(&SORTED_BY, facts, places.iter());
    Files::of("reviews", &columns, |n| Ok(row(at, places[n])?.replace(FACETS, "")))
}

/// The columns that a list of reviews can be sorted by.
const SORTED_BY: [&str; 6] = ["severity", "date", "title", "service", "duration", "open"];

fn facts<'l>(id: &'l str, card: &Card) -> Facts<'l> {
    let services = card.services.iter().map(|link| link.label.as_str()).collect::<Vec<_>>().join(", ");
    let severity = card.severity.as_ref();
    let date = card.date.as_ref();
    let mut words = vec![
        severity.map_or("not rated", |severity| &severity.label).to_owned(),
        date.map_or("undated", |date| &date.words).to_owned(),
        card.title.clone(),
        card.kind.label.clone(),
        card.status.label.clone(),
        services.clone(),
    ];
    words.extend([&card.happened, &card.lesson, &card.duration].into_iter().flatten().cloned());
    Facts {
        review: id,
        facets: card.facets.split_whitespace().map(str::to_owned).collect(),
        words,
        keys: vec![
            severity.and_then(|severity| Key::number(severity.rank)),
            date.and_then(|date| Key::text(&date.iso)),
            Key::text(&card.title),
            Key::text(&services),
            card.duration_seconds.map(Key::Number),
            Key::number(card.open_actions),
        ],
    }
}

/// A row with the placeholder instead of the path to the root in every link.
pub fn with_mark(html: &str) -> String {
    html.replace("href=\"../", &format!("href=\"{ROOT}"))
}

/// Rows without what scripts sort and filter them by, for pages and files that only show them.
pub fn only_shown(rows: &str) -> String {
    const VALUES: [&str; 2] = ["value=\"", "facets=\""];
    const DATA: &str = " data-";
    let mut out = String::with_capacity(rows.len());
    let mut from = 0;
    for (at, _) in rows.match_indices(DATA) {
        let rest = &rows[at + DATA.len()..];
        let Some(name) = VALUES.iter().find(|name| rest.starts_with(**name)) else { continue };
        // Only a tag has a `<` before it and no `>`, so that no author's words are taken for an attribute.
        let is_in_tag =
            || rows[from..at].rfind(['<', '>']).map_or(from > 0, |sign| rows[from + sign..].starts_with('<'));
        let Some(end) = rest[name.len()..].find('"').filter(|_| at >= from && is_in_tag()) else { continue };
        out.push_str(&rows[from..at]);
        from = at + DATA.len() + name.len() + end + 1;
    }
    out.push_str(&rows[from..]);
    out
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
    let facets = card.facets.clone();
    let html = at.site.text("shared/row.html", &BTreeMap::from([("row", RowView { card })]))?;
    // Rendering replaces noncharacters, so that placeholders are put in afterwards.
    let made = with_mark(&if facets.is_empty() { html } else { html.replacen(&facets, FACETS, 1) });
    Ok(cell.get_or_init(|| made))
}

#[cfg(test)]
mod tests {
    use super::only_shown;

    #[test]
    fn rows_that_are_only_shown_have_no_values() {
        let row = "<tr data-facets=\"kind:incident year:2026\"><td class=\"c-open\" data-value=\"2\">2<br> data-value=\"x\"</td>";
        assert_eq!(only_shown(row), "<tr><td class=\"c-open\">2<br> data-value=\"x\"</td>");
        assert_eq!(only_shown("a > b \u{fdd0} <td data-value=\"\" title=\"t\">"), "a > b \u{fdd0} <td title=\"t\">");
    }
}
