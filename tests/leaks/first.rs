//! A library with one review: a first postmortem can be published at the first attempt, with any slug.

use super::judge::{Verdict, judge};
use super::kit::PublicTest;

/// Valid slugs: some are in no text of a page, others are part of a word in it.
const SLUGS: [&str; 14] = [
    "a",
    "7",
    "x1",
    "checkout-latency",
    "pm-2026-03-02",
    "2026-03-02",
    "eu-west-1-api-errors",
    "the-was-a-it",
    "quaggafrobnicator",
    "outage",
    "summary",
    "abcdefghijklmnopqrstuvwxyz-0123456789-abcdefghijklmnopqrstuvwxyz-0123456789-abcd",
    "a--b",
    "zz9-plural-z-alpha",
];

#[test]
fn one_postmortem_of_any_address_is_published_with_and_without_base_url() {
    for with_base in [true, false] {
        for slug in SLUGS {
            let mut test = PublicTest::new();
            if !with_base {
                test.edit("redaction.yaml", ", base_url: 'https://status.example.com/'", "");
            }
            let review = test.review(slug);
            let verdict = judge(&test, &[review]).remove(0);
            assert!(verdict.is_published(), "{slug}, with a base: {with_base}: {verdict:?}");
        }
    }
}

#[test]
fn the_program_publishes_the_first_and_the_fiftieth() {
    for (count, with_base) in [(1, false), (1, true), (50, false)] {
        let mut test = PublicTest::new();
        if !with_base {
            test.edit("redaction.yaml", ", base_url: 'https://status.example.com/'", "");
        }
        let reviews: Vec<_> = (0..count).map(|n| test.review(&format!("quagga{n}-{}x", n * 7))).collect();
        if let [only] = reviews.as_slice() {
            test.approved(only);
            test.publish().ok().says("Published 1 postmortem ");
        } else {
            let verdicts = judge(&test, &reviews);
            assert!(verdicts.iter().all(Verdict::is_published), "{verdicts:?}");
        }
    }
}

/// A customer whose name is a word of our own pages: the program's own texts never stop a publication.
#[test]
fn words_of_our_own_pages_stop_nothing() {
    let mut test = PublicTest::new();
    let review = test.review("zz9");
    let Verdict::Published(_) = judge(&test, std::slice::from_ref(&review)).remove(0) else { panic!("not clean") };
    test.approved(&review);
    test.publish().ok();
    let said = format!("{} {} {}", review.heading, review.summary, review.resolution).to_lowercase();
    let mut words = std::collections::BTreeSet::new();
    for (path, bytes) in test.tree() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for word in format!("{path} {text}").split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2) {
            words.insert(word.to_owned());
        }
    }
    // Words of the author and the policy are not the program's own.
    words.retain(|word| !said.contains(&word.to_lowercase()) && word.is_ascii());
    for word in ["zz", "What", "went", "wrong", "Accounts", "our", "incidents", "Ninefold", "Sev", "Checkout"] {
        words.remove(word);
    }
    let words: Vec<String> =
        words.into_iter().filter(|word| !OF_THE_TEST.contains(&word.to_lowercase().as_str())).collect();
    assert!(words.len() > 800, "{}", words.len());
    let policy = test.read("redaction.yaml");
    let capital = |word: &String| word[..1].to_uppercase() + &word[1..];
    let as_customers: Vec<_> = words.iter().map(|word| super::kit::quoted(&capital(word))).collect();
    let as_handles: Vec<_> = words.iter().map(|word| super::kit::quoted(&word.to_lowercase())).collect();
    let lists = format!("customers: [{}, ", as_customers.join(", "));
    let people = format!("people:\n  - {{name: Zorvanax Quibbletrox, handles: [{}]}}\n", as_handles.join(", "));
    test.put("redaction.yaml", &policy.replace("customers: [", &lists).replace("people:\n", &people));
    let verdict = judge(&test, &[review]).remove(0);
    assert!(verdict.is_published(), "{verdict:?}");
}

/// Words of these tests' policy that are on every page: a customer with such a name would be in the organisation's own texts.
const OF_THE_TEST: [&str; 14] = [
    "what",
    "went",
    "wrong",
    "accounts",
    "our",
    "incidents",
    "ninefold",
    "sev",
    "checkout",
    "status",
    "example",
    "com",
    "support",
    "database",
];
