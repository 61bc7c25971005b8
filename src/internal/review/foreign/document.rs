//! Files of a folder that are not reviews: READMEs and indexes, templates, rules for contributors, lists of links.
//!
//! In: a review with its front matter and header read. Out: whether it is not a review. A README about an incident is a review.

use super::header::is_unfilled;
use super::other_texts::{is_meeting, is_never_a_review, names_other, signs_of_minutes};
use crate::review::happened::{is_impact, tells_of_failure};
use crate::review::infer::date_in_path;
use crate::review::languages::names;
use crate::review::languages::words::words;
use crate::review::origin::Certainty;
use crate::review::text::headings::{label, meaning};
use crate::review::text::label_line::is_bold_line;
use crate::review::text::section::Section;
use crate::review::written_day::stated_in;
use crate::review::{Fact, Review};
use markdown::{Block, Heading, Item};
use site::source::without_ending;

/// Whether the file is not a review.
pub(in crate::review) fn is_document(review: &Review) -> bool {
    let (folder, file) = review.source.rsplit_once('/').unwrap_or(("", &review.source));
    let name: String = without_ending(file).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<_> = name.split_whitespace().map(str::to_lowercase).collect();
    let name = words.join(" ");
    if names::is("file of a folder", &name) || is_template(folder, &words) || is_notice(review) {
        return true;
    }
    if is_form(review) || is_other(review) {
        return true;
    }
    let is_index = matches!(name.as_str(), "readme" | "index" | "summary" | "toc");
    (is_index && !tells_an_incident(review)) || (date_in_path(&review.source).is_none() && is_list_of_links(review))
}

/// Whether a text may be found to tell of no incident once its sections are read. A text without a list, a table or a second heading is
/// never judged.
pub(in crate::review) fn may_tell_nothing(review: &Review) -> bool {
    let has_structure = review.outline.headings.len() > 1
        || review.blocks.all().iter().any(|block| matches!(block, Block::List { .. } | Block::Table { .. }));
    let is_incident = review.severity.is_some()
        || date_in_path(&review.source).is_some()
        || tells_of_failure(&review.title)
        || review.outline.headings.iter().any(is_of_incident);
    has_structure && !is_incident
}

/// Whether such a text tells of no incident, although it may look like a review. One sentence about a failure is not enough without a day
/// or a timeline: job descriptions have such sentences.
pub(in crate::review) fn tells_nothing(review: &Review) -> bool {
    let (has_day, has_timeline) = (review.date.is_some(), !review.timeline.is_empty());
    let points = [&review.learnings, &review.went_well, &review.got_lucky, &review.surprises];
    let has_parts = !review.factors.is_empty()
        || !review.actions.is_empty()
        || points.iter().any(|points| !points.items.is_empty());
    let is_labelled =
        review.origins.iter().any(|(fact, origin)| *fact == Fact::Date && origin.certainty == Certainty::Named);
    let is_told = review.happened.is_some() && (has_day || has_timeline);
    !(has_parts || is_told || is_labelled || has_day && has_timeline)
}

/// Whether a heading is that of a section of a review, or names an incident and its day: `Incident on 8 December 2026`.
fn is_of_incident(heading: &Heading) -> bool {
    let names_one = || names::after("kind of review", &words(&heading.text)).is_some();
    meaning(&heading.text).is_some() || is_impact(heading) || (stated_in(&heading.text).is_some() && names_one())
}

/// Whether nobody filled the text in: its title ends with a place for a name, `Postmortem: <short name>`, and no day stands anywhere.
/// `Map<String, Order>` and `<%= title %>` are no such places.
fn is_form(review: &Review) -> bool {
    let is_place = |inner: &str| inner.contains(' ') && inner.chars().all(|c| c.is_alphabetic() || c == ' ');
    let is_open = |title: &str| {
        let inner = title.trim_end().strip_suffix('>').and_then(|rest| rest.rsplit_once('<')).map(|(_, inner)| inner);
        // `{{ page.title }}` is filled in by the generator.
        inner.is_some_and(is_place) || (is_unfilled(title) && !title.contains("{{"))
    };
    let heading = review.outline.headings.first().map_or("", |heading| heading.text.as_str());
    (is_open(&review.title) || is_open(heading)) && review.mentioned().days.is_empty()
}

/// Whether the title names a text of another kind, such as a runbook, or a heading the agenda of a meeting, and no section tells of an
/// incident.
fn is_other(review: &Review) -> bool {
    // `How to lose a database in five minutes` may be the title of an incident.
    let is_dated = review.severity.is_some() && review.date.is_some();
    if !is_dated && is_never_a_review(&review.title) {
        return true;
    }
    let is_named = || names_other(&review.title, review.date.is_some(), &|| signs_of_minutes(review) > 0);
    let headings = || review.outline.headings.iter();
    let tells = |section| !matches!(section, Section::Actions | Section::OpenQuestions);
    // A question is answered below it, whatever it names.
    let is_told = || {
        let sections = headings().map(|heading| heading.text.as_str());
        let mut sections = sections.chain(bold_lines(review)).filter(|name| !name.trim_end().ends_with('?'));
        sections.any(|name| meaning(name).is_some_and(tells))
    };
    // That of planned work stays as written.
    let as_written = || review.scheduled && review.extra.iter().any(|(key, _)| key == "severity");
    let is_stated = || review.severity.is_some() || as_written();
    !is_stated() && !is_told() && (is_named() || is_meeting(review))
}

/// Lines in bold, which stand above parts of a text as headings do.
fn bold_lines(review: &Review) -> impl Iterator<Item = &str> {
    let paragraphs = review.blocks.all().iter().filter_map(|block| match block {
        Block::Paragraph { span } => review.body().get(span.clone()),
        _ => None,
    });
    paragraphs.filter(|text| is_bold_line(text)).map(|text| text.trim().trim_matches(['*', '_', ':', '：']))
}

/// Whether the front matter says that the page only informs, as status pages do of planned work: `informational: true`.
fn is_notice(review: &Review) -> bool {
    review.extra.iter().any(|(key, value)| key == "informational" && value == "true")
}

/// Whether a name is that of a template. A name that also names an incident is a review about templates.
fn is_template(folder: &str, words: &[String]) -> bool {
    let is_word = |word: &str| names::is("template", word);
    let says_nothing = |word: &String| {
        is_word(word)
            || names::is("names no incident", word)
            || word.contains("yyyy")
            || word.chars().all(|c| c.is_ascii_digit() || matches!(c, 'x' | 'n'))
    };
    let in_folder = folder.split('/').any(|part| is_word(part.trim_start_matches('_').to_lowercase().as_str()));
    in_folder || (words.iter().any(|word| is_word(word)) && words.iter().all(says_nothing))
}

/// Whether it has two sections of a review, or one and a date.
fn tells_an_incident(review: &Review) -> bool {
    let sections = review.outline.headings.iter().filter(|heading| label(&heading.text).is_some()).count();
    sections >= 2 || (sections == 1 && review.date.is_some())
}

/// Whether it is mostly a list of links.
fn is_list_of_links(review: &Review) -> bool {
    const FEWEST: usize = 3;
    let body = review.body();
    let (mut linked, mut other) = (0, 0);
    let is_link = |item: &Item| item.source.trim_start().starts_with('[') || item.source.contains("](");
    for block in review.blocks.all() {
        match block {
            Block::List { items, .. } => {
                for item in items {
                    let linked_here = is_link(item) || item.children.iter().any(is_link);
                    if linked_here { linked += 1 } else { other += 1 }
                }
            }
            Block::Paragraph { span } if !body[span.clone()].trim_start().starts_with('[') => other += 1,
            _ => {}
        }
    }
    let sections = review.outline.headings.iter().any(|heading| label(&heading.text).is_some());
    !sections && review.date.is_none() && linked >= FEWEST && linked >= other * 3
}

#[cfg(test)]
mod tests {
    use crate::review::testing::foreign;

    fn is_document(path: &str, text: &str) -> bool {
        foreign(path, text).is_document
    }

    #[test]
    fn files_of_the_folder_are_no_reviews() {
        for path in [
            "README.md",
            "docs/readme.markdown",
            "index.html.md",
            "CONTRIBUTING.md",
            "000-template.md",
            "000 - Postmortem Template.md",
            "TEMPLATE.md",
            "PMyyyy-nnn - Postmortem template.md",
            "templates/short.md",
            "template-incident-report.md",
            "x/SUMMARY.md",
        ] {
            assert!(is_document(path, "# How we write\n\nWe write them down.\n"), "{path}");
        }
        let links = "# Ours\n\nAll of them:\n\n- [One](1.md)\n- 5 May: [Two](2.md)\n- [Three](3.md)\n- [Four](4.md)\n";
        assert!(is_document("postmortems.md", links));
    }

    #[test]
    fn a_notice_of_a_status_page_is_no_review() {
        let page = |says: &str| format!("---\ntitle: Move of racks\n{says}\n---\n\nThe racks will be moved.\n");
        assert!(is_document("2026-03-05-move.md", &page("informational: true")));
        assert!(!is_document("2026-03-05-move.md", &page("informational: false")));
    }

    #[test]
    fn a_title_that_only_begins_like_another_kind_of_text_is_that_of_a_review() {
        for title in ["Guide rail broke", "Checklist service down", "Protokoll-Server ausgefallen"] {
            assert!(!is_document("a.md", &format!("# {title}\n\nIt stood.\n")), "{title}");
        }
        assert!(!is_document("2026-03-05-guide.md", "# Guide rail\n\nIt stood.\n"), "it has a day");
        for title in [
            "Guide",
            "Guide to outages",
            "Runbook: the database is down",
            "Runbook - failover",
            "Failover runbook",
            "Meeting notes 5 March",
            "Leitfaden für Ausfälle",
        ] {
            assert!(is_document("a.md", &format!("# {title}\n\nDo this.\n")), "{title}");
            assert!(is_document("2026-03-05-a.md", &format!("# {title}\n\nDo this.\n")), "{title}");
        }
    }

    #[test]
    fn minutes_and_explanations_are_no_reviews() {
        let minutes = "# Ops weekly\n\nPresent: Ana, Bo. Apologies: Li.\n\n## Decisions\n\n- Keep it.\n\n## Action items\n\n- [ ] Buy it\n";
        assert!(is_document("minutes-2024-09-03.md", minutes));
        assert!(is_document(
            "faq.md",
            "# Incident FAQ\n\n## What is it?\n\nSeverity: SEV1 means that nobody can pay.\n"
        ));
        assert!(is_document("a.md", "# Sprint 41 retrospective\n\nDate: 2024-05-10\n\n## What went well\n\n- It\n"));
        let minutes = "# Protokoll Betriebsrunde 7. Mai 2024\n\nAnwesend: Ana.\n\n## Maßnahmen\n\n- Papier\n";
        assert!(is_document("a.md", minutes));
        let text = "# How to write a review\n\n## Lessons learned\n\n- Write what surprised you.\n";
        assert!(is_document("howto.md", text));
        let told = "# How to lose a database\n\nDate: 5 March 2026\nSeverity: SEV1\n\nIt was dropped.\n";
        assert!(!is_document("howto.md", told));
        assert!(!is_document("a.md", "# FAQ bot quotes old prices\n\nDate: 5 March 2026\n\nIt quoted them.\n"));
        let review = "# Queue stood\n\nPresent: Ana\n\n## Root cause\n\n- The disk\n\n## Decisions\n\n- Keep it.\n";
        assert!(!is_document("a.md", review));
    }

    #[test]
    fn a_text_that_tells_of_no_incident_is_no_review() {
        let job = "# Engineer, Helsinki\n\nLast year we had 14 outages and want fewer.\n\n## What you do\n\n- Write reviews\n";
        let index = "# Incidents 2026\n\n| Date | What |\n|---|---|\n| 2026-03-05 | Mail delayed |\n| 2026-03-06 | Lift stood |\n";
        let process =
            "# How we review\n\n## In the meeting\n\n- 00:00 Read the rules\n- 00:05 Walk through it\n- 00:35 Tasks\n";
        for text in [job, index, process] {
            let review = foreign("a.md", text);
            assert!(review.is_document && review.omitted.len() == 1 && review.timeline.is_empty(), "{text}");
        }
        for text in [
            "# Lift\n\nOn 5 March 2026 the lift was out of order and nobody could use it.\n",
            "# Why the lift was down\n\nIt was the belt.\n",
            "# Lift\n\n## Root cause\n\n- The belt\n",
            "# Log\n\n## Incident on 5 March 2026: lift\n\nIt stood.\n",
        ] {
            assert!(!is_document("a.md", text), "{text}");
        }
    }

    #[test]
    fn reviews_are_reviews_whatever_their_name() {
        let review = "# Queue halt\n\n## Summary\n\nIt stood.\n\n## Root cause\n\n- The disk\n";
        for path in ["2026-03-05-halt/README.md", "halt/index.md", "README.md", "2026-03-05-template-engine.md"] {
            assert!(!is_document(path, review), "{path}");
        }
        assert!(!is_document("template-engine-outage.md", "# It broke\n\nIt fell.\n"));
        let linked = "# Halt\n\nIt fell.\n\n## Links\n\n- [a](https://a.example)\n- [b](https://b.example)\n- [c](https://c.example)\n";
        assert!(!is_document("2026-03-05-halt.md", linked));
    }
}
