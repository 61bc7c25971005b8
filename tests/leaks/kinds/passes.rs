//! Rows B: what may be published and was refused.

use super::super::judge::{Verdict, judge};
use super::super::kit::PublicTest;
use super::super::people::{LISTS, staged};
use super::{all_held, all_published, sentences};

#[test]
fn b2_words_of_our_own_theme_are_no_finding() {
    let lists = "people:\n  - {name: Zorvanax Quibbletrox, handles: [max, nav, span]}\nhosts: []\ncustomers: [Target]\n\
                 codenames: []\nvendors: [Lunr]\n";
    all_published(&mut staged(lists), &sentences(&["nothing else"]));
    all_held(&mut staged(lists), &sentences(&["@max", "Target", "Lunr"]));
}

#[test]
fn b3_a_short_name_does_not_match_across_words() {
    let mut test = PublicTest::new();
    let beside = test.review("beside").front(
        "timeline: [{at: '2026-03-02T09:31:00Z', what: Seen, who: Isa}, {at: '2026-03-02T09:32:00Z', what: Seen, who: theo}]",
    );
    test.put(&beside.file, &beside.unpublished());
    let texts = ["It is a cache.", "The o-ring broke.", "What is at the other end?"].map(str::to_owned);
    all_published(&mut test, &texts);
}

#[test]
fn b4_a_waiver_passes_in_the_search_too() {
    let mut test = staged("people: [{name: Jane Oduya}]\nhosts: []\ncustomers: []\ncodenames: []\nvendors: []\n");
    let review = test
        .review("oduya")
        .summary("Oduya wrote it.")
        .public("allow: [{rule: person, value: Oduya, reason: she agreed}]");
    let verdict = judge(&test, &[review]).remove(0);
    assert!(matches!(&verdict, Verdict::Published(page) if page.contains("Oduya wrote it.")), "{verdict:?}");
}

#[test]
fn b6_versions_and_examples_pass() {
    let forms = [
        "1.5.2.1",
        "AKIAIOSFODNN7EXAMPLE",
        "redis://localhost:6379/0",
        "10.0.0.0/8",
        "fe80::1",
        "2606:4700:4700::1111",
        "4242 4242 4242 4242",
        "+1 555 0100",
        "DE89 3704 0044 0532 0130 00",
        "the apex of the curve",
        "array[0][1]",
    ];
    all_published(&mut staged(LISTS), &sentences(&forms));
}
