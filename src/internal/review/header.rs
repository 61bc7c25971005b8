//! Lines such as `Status: draft` at the top of a review without front matter for them, beside `Date:` and `Severity:`.
//!
//! In: a review with its front matter read. Out: status, visibility, owner, kind, services, teams and tags, each noted with its
//! place. For visibility see [`visibility`].

use super::labelled::{self, Found, NAME_LISTS, NameList};
use super::text::placeholders::is_nothing;
use super::{Fact, Origin, Review, Status, visibility};
use base::diagnostics::Diagnostic;
use site::config::{Config, canonical_kind};

/// Fills fields that the front matter leaves empty; `says_visibility` is whether it has `visibility`.
pub(super) fn fill(review: &mut Review, says_visibility: bool, config: &Config, problems: &mut Vec<Diagnostic>) {
    if !says_visibility {
        visibility::fill(review, problems);
    }
    if review.status == Status::Unstated
        && let Some(found) = in_header(review, &["status"])
        && let Some(status) = Status::named(&found.value)
    {
        review.status = status;
        review.origins.push((Fact::Status, Origin::named(found.start)));
        problems.push(labelled::note(review, &found, &format!("status `{}`", status.label())));
    }
    if let Some(found) = in_header(review, &["kind"]) {
        let key = canonical_kind(&found.value);
        if config.kind(&key).is_some() && review.kind != key {
            problems.push(labelled::note(review, &found, &format!("kind `{key}`")));
            review.kind = key;
        }
    }
    for NameList { labels, what, fact, field } in NAME_LISTS {
        if field(review).is_empty()
            && let Some((found, names)) = names_after(review, &labels)
        {
            *field(review) = names;
            review.origins.extend(fact.map(|fact| (fact, Origin::named(found.start))));
            problems.push(labelled::note(review, &found, what));
        }
    }
}

fn in_header(review: &Review, labels: &[&str]) -> Option<Found> {
    labelled::labelled(review, labels).filter(|found| found.start < review.header_end())
}

/// The names after a label; `None` where a form holds `TBD` or `None` instead.
fn names_after(review: &Review, labels: &[&str]) -> Option<(Found, Vec<String>)> {
    let found = in_header(review, labels)?;
    let parts = found.value.split([',', ';']).map(|part| markdown::plain_text(part.trim()));
    let names: Vec<_> = parts.map(|part| part.trim().to_owned()).filter(|part| !is_nothing(part)).collect();
    (!names.is_empty()).then_some((found, names))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{foreign, parsed};
    use site::config::Config;

    #[test]
    fn what_a_header_says_knows_its_place() {
        let review = foreign("a.md", "# T\n\nOwner: Ana\nStatus: draft\n\nText.\n");
        let places: Vec<_> = review.origins.iter().map(|(fact, origin)| (fact.key(), origin.at)).collect();
        assert_eq!(places, [("title", Some(0)), ("status", Some(16)), ("owner", Some(5))]);
    }

    #[test]
    fn the_headings_of_a_table_are_no_values() {
        for row in ["| Services | Teams |", "| Owner | Team | Severity |", "| Tags | Services |"] {
            let rows = format!("# T\n\n{row}\n|---|---|---|\n| tills | fares |\n\nText.\n");
            let review = parsed("a.md", &rows, &Config::default()).0;
            assert_eq!((review.services.len(), review.teams.len(), review.tags.len()), (0, 0, 0), "{row}");
            assert!(review.people.owner.is_empty(), "{row}");
        }
    }

    #[test]
    fn a_form_that_nobody_filled_in_names_nobody() {
        let read = |line: &str| {
            let review = parsed("a.md", &format!("# T\n\n{line}\n\nText.\n"), &Config::default()).0;
            (review.people.owner, review.services)
        };
        for line in ["Owner: TBD", "Owner: <name>", "Services: None", "Services: N/A, TBD", "Owner:"] {
            assert_eq!(read(line), (vec![], vec![]), "{line}");
        }
        assert_eq!(read("Owner: Ana, Bo").0, ["Ana", "Bo"]);
        assert_eq!(read("Services: fares; **tills**, none").1, ["fares", "tills"]);
    }
}
