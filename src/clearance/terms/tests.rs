//! Values, and sentences with and without them.

use super::super::{Normal, Origin, Person, Policy, Taint, Tier, Why};
use super::{Reach, Terms};

fn origin() -> Origin {
    Origin { path: "a.md".to_owned(), line: 1, column: 1 }
}

fn found(terms: &[(&str, Why)], text: &str) -> Vec<String> {
    let mut taint = Taint::new();
    for (term, why) in terms {
        taint.term(*term, *why, origin());
    }
    let policy = Policy {
        people: vec![Person { name: "Jane Oduya".into(), handles: vec!["joduya".into()], role: None }],
        customers: vec!["Globex".into(), "Box".into(), "Will Grant".into(), "4Corners Logistics".into()],
        hosts: vec!["db-prod-07".into(), "*.corp.example".into()],
        roles: [("r".to_owned(), "a first responder".to_owned())].into(),
        ..Policy::default()
    };
    let terms = Terms::new(&policy, &taint, &mut Vec::new());
    let found = terms.find(text, &Normal::of(text), Reach::Written);
    let block = found.iter().filter(|hit| hit.pattern.tier == Tier::Block);
    block.map(|hit| text[hit.range.clone()].to_owned()).collect()
}

#[test]
fn a_name_that_begins_with_a_number_is_found_with_a_space_after_it() {
    for text in ["4Corners Logistics", "4 Corners Logistics", "4-corners-logistics", "4 corners logistics"] {
        assert!(!found(&[], text).is_empty(), "{text}");
    }
    assert!(found(&[], "the 4 corners of the building").is_empty());
}

#[test]
fn the_policy_s_names_are_found_in_every_form() {
    for text in [
        "JANE ODUYA",
        "Oduya, Jane",
        "Oduya Jane",
        "jane.oduya",
        "jane_oduya",
        "/jane-oduya/",
        "xJaneOduyax",
        "@joduya",
        "Ms Oduya",
        "GLOBEX",
        "globexPool",
        "db\u{2013}prod\u{2013}07",
        "db prod 07",
        "db-prod-\n07",
        "a.corp.example",
        "Box",
        "Will Grant",
        "will.grant",
    ] {
        assert_eq!(found(&[], text).len(), 1, "{text}: {:?}", found(&[], text));
    }
}

#[test]
fn what_a_sentence_holds_by_chance_is_not() {
    for text in ["the box", "we will grant it", "Jane was first", "globexes", "a first responder", "boxes and marks"] {
        let terms = [
            ("first responder", Why::Marked),
            ("database", Why::Marked),
            ("Will", Why::Person),
            ("will", Why::Handle),
            ("#database-team", Why::Channel),
        ];
        assert!(found(&terms, text).is_empty(), "{text}: {:?}", found(&terms, text));
    }
    assert!(found(&[("database", Why::Marked)], "The database team met.").is_empty());
}

#[test]
fn common_words_count_in_the_form_of_a_name() {
    assert_eq!(found(&[("will", Why::Handle)], "ask @will"), ["will"]);
    assert_eq!(found(&[("will", Why::Handle)], "will@corp"), ["will"]);
    assert_eq!(found(&[("#database-team", Why::Channel)], "in #database-team"), ["database-team"]);
    assert_eq!(found(&[("Target", Why::Customer)], "the target of Target"), ["Target"]);
    assert_eq!(found(&[("payment-gateway", Why::Service)], "a payment gateway: payment-gateway").len(), 1);
    assert_eq!(found(&[("Database", Why::Marked)], "the database Database").len(), 1);
}

#[test]
fn titles_count_when_long_and_not_approved() {
    let title = "Checkout pool exhausted by retries";
    assert_eq!(found(&[(title, Why::Title)], "checkout-pool-exhausted-by-retries").len(), 1);
    assert!(found(&[("Pool exhausted", Why::Title)], "pool exhausted").is_empty());
    let mut taint = Taint::new();
    taint.term(title, Why::Title, origin());
    taint.approved("# Checkout pool exhausted by retries\n");
    assert!(Terms::new(&Policy::default(), &taint, &mut Vec::new()).patterns().is_empty());
}

#[test]
fn of_overlapping_values_the_longest_is_told() {
    assert_eq!(found(&[], "Jane Oduya"), ["Jane Oduya"]);
    assert_eq!(found(&[], "Jane Oduya, Oduya"), ["Jane Oduya", "Oduya"]);
}

/// A public tag or service may be part of the label of a company's domain by chance, and the organisation's own name is not.
#[test]
fn a_short_public_name_takes_no_protection_from_a_label() {
    let policy = |organisation: &str| {
        let mut policy = Policy {
            domains: vec!["harbourpay-corp.net".into()],
            public_tags: vec!["pay".into(), "harbour".into()],
            public_services: [("arbo".to_owned(), "Arbo".to_owned())].into(),
            ..Policy::default()
        };
        policy.site.organisation = organisation.to_owned();
        policy
    };
    let found = |policy: &Policy| {
        let terms = Terms::new(policy, &Taint::new(), &mut Vec::new());
        let text = "See github.com/harbourpay-corp for it.";
        terms.find(text, &Normal::of(text), Reach::Written).len()
    };
    assert_eq!([found(&policy("")), found(&policy("Nine Sounds"))], [1, 1]);
    // Its own organisation may be named.
    assert_eq!([found(&policy("Harbourpay")), found(&policy("The Harbourpay Corp"))], [0, 0]);
}
