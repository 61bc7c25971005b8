//! A review in each of the twelve languages, as it is written where that language is spoken, and what a reader sees in it.

use crate::review::ActionStatus::{self, Done, InProgress, Open, WontDo};
use crate::review::testing::foreign;
use crate::review::{Entry, Review};

/// What a reader sees in it.
struct Facts {
    severity: &'static str,
    /// The first and the last time of the timeline.
    first: &'static str,
    last: &'static str,
    actions: &'static [ActionStatus],
    /// How many entries, factors, lessons, good and lucky things it has.
    counts: [usize; 5],
}

fn read(text: &str) -> Review {
    foreign("a.md", text)
}

fn says(language: &str, text: &str, facts: &Facts) {
    let review = read(text);
    assert_eq!(review.date.map(|day| day.to_string()).as_deref(), Some("2026-03-05"), "date, {language}");
    assert_eq!(review.severity.as_deref(), Some(facts.severity), "severity, {language}");
    let time = |at: Option<&Entry>| {
        at.map(|entry| entry.moment().map_or_else(|| entry.when.machine(), |at| Some(at.to_string()))).unwrap()
    };
    assert_eq!(time(review.timeline.first()).as_deref(), Some(facts.first), "first entry, {language}");
    assert_eq!(time(review.timeline.last()).as_deref(), Some(facts.last), "last entry, {language}");
    let states: Vec<_> = review.actions.iter().map(|action| action.status).collect();
    assert_eq!(states, facts.actions, "actions, {language}");
    let counts = [
        review.timeline.len(),
        review.factors.len(),
        review.learnings.items.len(),
        review.went_well.items.len(),
        review.got_lucky.items.len(),
    ];
    assert_eq!(counts, facts.counts, "entries, factors, lessons, good, lucky, {language}");
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of documents")]
fn documents_are_read_as_people_write_them_in_twelve_languages() {
    const OPEN: [ActionStatus; 2] = [Done, Open];
    for (language, text, severity, first, last, actions, counts) in [
        (
            "de",
            include_str!("documents/de.md"),
            "sev2",
            "2026-03-05T07:14:00Z",
            "2026-03-05T08:50:00Z",
            &[Open, Done][..],
            [5, 1, 1, 1, 1],
        ),
        (
            "en",
            include_str!("documents/en.md"),
            "sev2",
            "2026-03-05T14:02:00Z",
            "2026-03-05T14:40:00Z",
            &[Done, Open, WontDo],
            [4, 2, 1, 1, 1],
        ),
        (
            "es",
            include_str!("documents/es.md"),
            "sev1",
            "2026-03-05T15:02:00Z",
            "2026-03-05T15:52:00Z",
            &OPEN[..],
            [4, 1, 1, 1, 1],
        ),
        (
            "fr",
            include_str!("documents/fr.md"),
            "sev2",
            "2026-03-05T09:05:00Z",
            "2026-03-05T10:25:00Z",
            &[Done, Open, Open],
            [4, 1, 1, 1, 1],
        ),
        (
            "it",
            include_str!("documents/it.md"),
            "sev2",
            "2026-03-05T07:50",
            "2026-03-05T13:10",
            &[Open, Done],
            [4, 1, 1, 1, 0],
        ),
        (
            "ja",
            include_str!("documents/ja.md"),
            "sev2",
            "2026-03-05T01:12:00Z",
            "2026-03-05T02:47:00Z",
            &[Done, Open, Open],
            [4, 2, 1, 2, 1],
        ),
        (
            "ko",
            include_str!("documents/ko.md"),
            "sev2",
            "2026-03-05T09:30",
            "2026-03-05T10:15",
            &OPEN[..],
            [4, 1, 1, 1, 1],
        ),
        (
            "nl",
            include_str!("documents/nl.md"),
            "sev2",
            "2026-03-05T14:05:00Z",
            "2026-03-05T14:50:00Z",
            &[Open, Done],
            [4, 1, 1, 1, 1],
        ),
        (
            "pl",
            include_str!("documents/pl.md"),
            "sev3",
            "2026-03-05T11:10:00Z",
            "2026-03-05T12:20:00Z",
            &OPEN[..],
            [4, 1, 1, 1, 1],
        ),
        (
            "pt",
            include_str!("documents/pt.md"),
            "sev2",
            "2026-03-05T12:00:00Z",
            "2026-03-05T14:05:00Z",
            &OPEN[..],
            [4, 1, 1, 1, 1],
        ),
        (
            "ru",
            include_str!("documents/ru.md"),
            "sev2",
            "2026-03-05T07:05:00Z",
            "2026-03-05T08:00:00Z",
            &OPEN[..],
            [4, 2, 1, 1, 1],
        ),
        (
            "zh",
            include_str!("documents/zh.md"),
            "sev2",
            "2026-03-05T06:03:00Z",
            "2026-03-05T07:20:00Z",
            &[Done, InProgress, Open],
            [5, 2, 1, 1, 0],
        ),
    ] {
        says(language, text, &Facts { severity, first, last, actions, counts });
    }
}

#[test]
fn columns_of_actions_are_read_in_other_languages() {
    let due =
        |text: &str| read(text).actions.iter().map(|action| action.due.map(|day| day.to_string())).collect::<Vec<_>>();
    let day = |day: &str| Some(day.to_owned());
    assert_eq!(due(include_str!("documents/de.md")), [day("2026-03-31"), day("2026-03-15")]);
    assert_eq!(due(include_str!("documents/pt.md")), [day("2026-03-20"), day("2026-03-30")]);
    assert_eq!(due(include_str!("documents/zh.md")), [day("2026-03-10"), day("2026-06-30"), day("2026-03-12")]);
    let owners: Vec<_> = read(include_str!("documents/de.md")).actions.into_iter().map(|action| action.owner).collect();
    assert_eq!(owners, [day("Weber"), day("Kurz")]);
    assert_eq!(read(include_str!("documents/fr.md")).duration(), Some(4800));
}
