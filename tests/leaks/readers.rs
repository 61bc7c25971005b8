//! What readers get: the same duration as inside, a standing, sections on what to do and when customers were told, a page for a
//! withdrawn postmortem, and the changes between two versions. The pages themselves are tested in the crate `public`.

use super::kit::{PublicTest, Review};

fn twin(test: &PublicTest, slug: &str) -> serde_json::Value {
    let bytes = test.tree().remove(&format!("postmortems/{slug}/postmortem.json")).expect("a twin");
    serde_json::from_slice(&bytes).expect("JSON")
}

fn published(test: &mut PublicTest, make: impl FnOnce(Review) -> Review) -> Review {
    let review = make(test.review("latency"));
    test.approved(&review);
    test.publish().ok();
    review
}

#[test]
fn what_to_do_and_when_customers_were_told_are_sections_from_a_key_or_a_heading() {
    let mut test = PublicTest::new();
    published(&mut test, |review| {
        review
            .sections("summary, customer-actions, communications")
            .public("customer-actions: Pay again if your basket is empty.")
            .inside("## Customer communications\n\nWe wrote to everybody at noon.")
    });
    let page = test.page("latency");
    for words in ["What you can do", "Pay again if your basket is empty.", "When we told our customers", "at noon"] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[test]
fn the_standing_is_what_the_author_says_or_resolved_if_the_end_is_published() {
    for (sections, key, standing) in [
        ("summary, duration", "version: final", Some("resolved")),
        ("summary, duration", "state: monitoring", Some("monitoring")),
        ("summary", "state: identified", Some("identified")),
        ("summary", "version: final", None),
    ] {
        let mut test = PublicTest::new();
        published(&mut test, |review| review.sections(sections).public(key));
        assert_eq!(twin(&test, "latency")["standing"].as_str(), standing, "{sections}, {key}");
    }
}

#[test]
fn the_public_duration_is_the_internal_one() {
    for (impact, seconds, ended) in [
        ("Nobody could pay, for sixteen minutes.", 16 * 60, None),
        ("Nobody could pay.", 50 * 60, Some("2026-03-02T10:00:00Z")),
        ("Nobody could pay, for three hours.", 50 * 60, Some("2026-03-02T10:00:00Z")),
    ] {
        let mut test = PublicTest::new();
        published(&mut test, |review| {
            review.sections("summary, duration").front(&format!("impact: {{summary: '{impact}'}}"))
        });
        let twin = twin(&test, "latency");
        assert_eq!(twin["harm_seconds"], seconds, "{impact}");
        assert_eq!(twin["harm_ended"].as_str(), ended, "{impact}");
        assert_eq!(test.page("latency").contains("between <time"), ended.is_none(), "{impact}");
    }
}

#[test]
fn a_duration_stated_only_under_impact_is_published_too() {
    let mut test = PublicTest::new();
    let mut review = test
        .review("latency")
        .sections("summary, duration")
        .front("impact: {summary: 'Nobody could pay, for sixteen minutes.'}");
    review.inside = "Nothing.".to_owned();
    let times = "times: {started: 2026-03-02T09:14:00Z, resolved: 2026-03-02T10:02:00Z}\n";
    test.put(&review.file, &review.text().replace(times, ""));
    test.approve(&review).ok();
    test.publish().ok();
    assert_eq!(twin(&test, "latency")["harm_seconds"], 16 * 60);
    assert!(test.page("latency").contains("16 min"));
}

#[test]
fn the_meaning_of_a_severity_is_published_and_a_librarys_own_is_cleared() {
    let mut test = PublicTest::new();
    published(&mut test, |review| review);
    assert!(test.page("latency").contains("Major functionality broken, revenue affected."));
    let host = test.host.clone();
    let own = format!("severities: [{{key: sev2, meaning: '{host} is down.'}}]\n");
    test.put("debrief.yaml", &(own + &test.read("debrief.yaml")));
    test.refused(3).says("leak[host]");
}

#[test]
fn a_postmortem_that_was_withdrawn_has_a_page_in_the_place_of_its_account() {
    for change in ["  publish: true\n", "  publish: false\n", ""] {
        let mut test = PublicTest::new();
        let marked = format!("It named [{}](redact:first-responder) wrongly.", test.person.full());
        let review = published(&mut test, |review| review.sections("summary, duration"));
        test.edit(&review.file, "  publish: true\n", &format!("{change}  withdrawn: \"{marked}\"\n"));
        test.refused(1).says("error[approval]");
        test.approve_by(&review, "Second reader").ok();
        test.publish().ok();
        let page = test.page("latency");
        assert!(page.contains("It named a first responder wrongly."), "{page}");
        assert!(page.contains("Withdrawn") && page.contains("noindex"), "{page}");
        assert!(!page.contains("Payments took longer"), "{page}");
        test.nowhere(&[&test.person.full(), "Payments took longer", &review.title]);
        let twin = twin(&test, "latency");
        assert_eq!(twin["withdrawn"]["text"], "It named a first responder wrongly.");
        let home = String::from_utf8(test.tree()["index.html"].clone()).expect("UTF-8");
        assert!(!home.contains("latency"), "{home}");
    }
}

#[test]
fn the_reason_is_a_text_like_any_other() {
    let mut test = PublicTest::new();
    let review = published(&mut test, |review| review);
    let host = test.host.clone();
    test.edit(&review.file, "  publish: true\n", &format!("  publish: true\n  withdrawn: It named {host}.\n"));
    test.refused(3).says("leak[host]");
    test.edit(&review.file, &format!("It named {host}."), "'<!-- -->'");
    test.refused(1).says("error[public-field]");
}

#[test]
fn what_changed_between_two_published_versions_is_written_by_the_approval_and_bound_by_it() {
    let mut test = PublicTest::new();
    let review = published(&mut test, |review| review.sections("summary, resolution, duration"));
    assert!(!test.read(&review.file).contains("revised"));
    let later = |test: &PublicTest, day: &str| {
        test.site
            .run(&["approve", &review.file, "--by", "Second reader", "--yes", "--as-of", day, "--library", "library"])
            .ok();
    };
    test.edit(&review.file, "The pool was made larger.", "The pool was made smaller.");
    later(&test, "2026-03-20");
    assert!(test.read(&review.file).contains("  revised: [{on: 2026-03-20, fields: [resolution]}]\n"));
    test.edit(&review.file, "Payments took longer", "Payments took far longer");
    later(&test, "2026-03-20");
    test.edit(&review.file, "resolved: 2026-03-02T10:02:00Z", "resolved: 2026-03-02T11:02:00Z");
    later(&test, "2026-04-01");
    test.publish().ok();
    let page = test.page("latency");
    for words in ["Changed: Duration", "Changed: Summary; How it was resolved", "20 March 2026", "1 April 2026"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let revised = twin(&test, "latency")["revised"].clone();
    assert_eq!(
        revised,
        serde_json::json!([
            {"on": "2026-04-01", "fields": ["duration"]},
            {"on": "2026-03-20", "fields": ["summary", "resolution"]},
        ])
    );
    // No free text can be in it.
    test.edit(&review.file, "fields: [duration]", "fields: [Globex]");
    test.publish().code(1).says("error[public-field]");
}
