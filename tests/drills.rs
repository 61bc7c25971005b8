//! Drill kits: what is played comes in order, what gives it away comes last, and nobody is named.

use crate::harness::SiteTest;

const FARES: &str = r#"---
title: The forgotten cache of Ana Silva
status: closed
services: [Checkout]
tags: [secret-tag]
times: {started: 2026-03-02T09:14Z, detected: 2026-03-02T09:28Z, acknowledged: 2026-03-02T09:33Z, resolved: 2026-03-02T11:20Z}
detection: {source: customer, note: "KESTREL was the cause, said a passenger."}
impact: {summary: "The cache was stale."}
timeline:
  - {at: "09:14", what: "Ana Silva turns the failover switch", impact: negative, who: Ana Silva}
  - {at: "09:28", what: "A passenger writes to Ben: the fare is *wrong*"}
  - {at: "09:50", what: "Silva restarts `fares-1` with asilva@ops; see [the log](https://ana.example/log)", phase: remediation, kind: human, who: Ana Silva, evidence: "Ben's screenshot"}
  - {at: "11:20", what: "BEN SMITH empties it", impact: positive, phase: remediation, kind: automation}
  - {at: 2026-03-02T10:05Z, what: "@cem and Dr. D. Okafor agree to wait", kind: conversation}
contributing_factors: [Stale cache that Ana forgot]
surprises: [The dashboard read it too.]
learnings: [Ask what else reads it., Nobody asked who owned it.]
went_well: [Ben listened.]
open_questions: [What else keeps fares?, Who else keeps fares?, Is it fixed?]
actions: [{title: Expire at failover, owner: asilva, status: done}]
people: {owner: Dolly Okafor, incident_commander: Ben Smith, responders: [Ana Silva]}
---

The body says that it was the cache.
"#;

const KIT: &str = "reviews/fares/drill/index.html";

fn kit() -> String {
    SiteTest::new().file("fares.md", FARES).build().text(KIT)
}

#[track_caller]
fn in_order(text: &str, wanted: &[&str]) {
    let mut from = 0;
    for part in wanted {
        let at = text[from..].find(part);
        from += at.unwrap_or_else(|| panic!("{part:?} does not come next in {}", &text[from..])) + part.len();
    }
}

#[test]
fn steps_come_in_order_of_time_after_the_first_sign() {
    let kit = kit();
    in_order(
        &kit,
        &[
            "<h1 dir=\"auto\">Drill: an incident in Checkout, 14 min to detection</h1>",
            "A Monday morning in March",
            "Customers told us",
            "A passenger writes to the incident commander: the fare is <em>wrong</em>",
            "What happened next, 22 min later:",
            "Incident commander</h3>",
            "Scribe</h3>",
            "id=\"step-1\">Step 1<span class=\"gap\">, 22 min later",
            "Responder A restarts <code>fares-1</code>",
            "What happened next, 15 min later:",
            "id=\"step-2\">Step 2",
            "agree to wait",
            "id=\"step-3\">Step 3<span class=\"gap\">, 1 h 15 min later",
            "empties it",
            "What it was",
            "The forgotten cache of responder A",
            "Before anybody knew",
            "Responder A turns the failover switch",
            "Stale cache that responder A forgot",
            "Debrief",
            "What else keeps fares?",
        ],
    );
    assert!(!kit.contains("step-4"));
}

#[test]
fn nothing_gives_the_cause_away_before_the_reveal() {
    let kit = kit();
    let (before, after) = kit.split_once("id=\"reveal\"").expect("a reveal");
    for cause in
        ["forgotten cache", "failover", "Stale", "dashboard", "what else reads", "secret-tag", "KESTREL", "listened"]
    {
        assert!(!before.contains(cause), "{cause}");
    }
    for told in ["forgotten cache", "failover switch", "Stale cache", "dashboard", "what else reads", "listened"] {
        assert!(after.contains(told), "{told}");
    }
}

#[test]
fn nobody_is_named() {
    let kit = kit();
    for name in ["Ana", "Silva", "asilva", "Ben", "BEN", "SMITH", "Smith", "Okafor", "Dolly", "@cem", "ana.example"] {
        assert!(!kit.contains(name), "{name}: {}", &kit[kit.find(name).unwrap_or(0)..][..80]);
    }
}

#[test]
fn the_debrief_asks_how_and_what() {
    let kit = kit();
    let (_, debrief) = kit.split_once("id=\"debrief\"").expect("a debrief");
    let (debrief, _) = debrief.split_once("</section>").expect("its end");
    for (asked, is) in [
        ("What else keeps fares?", true),
        ("What would it take to answer this? <q>Is it fixed?</q>", true),
        ("How did we meet this in the drill? <q>Ask what else reads it.</q>", true),
        ("keeps fares?</li>\n<li dir=\"auto\">Who", false),
        ("Who ", false),
        ("who owned", false),
        ("hy ", false),
    ] {
        assert_eq!(debrief.contains(asked), is, "{asked}");
    }
}

#[test]
fn the_same_review_gives_the_same_kit_without_scripts_too() {
    let kit = kit();
    assert_eq!(kit, self::kit());
    assert_eq!(kit.matches("<details class=\"turn\">").count(), 5, "three steps, the reveal, the debrief");
    assert!(!kit.contains("<svg class=\"tl") && kit.len() < 25_000, "{}", kit.len());
}

#[test]
fn a_review_leads_to_its_kit_where_it_has_one() {
    let entries = |n: usize| {
        let rows: Vec<_> = (0..n).map(|m| format!("  - {{at: \"09:{m:02}\", what: Entry {m}}}\n")).collect();
        format!("---\ntitle: T\ntimes: {{started: 2026-03-02T09:00Z}}\ntimeline:\n{}---\n", rows.concat())
    };
    let late = "---\ntitle: L\ntimes: {started: 2026-03-02T09:00Z, detected: 2026-03-02T10:00Z}\ntimeline:\n  \
                - {at: \"09:00\", what: A}\n  - {at: \"09:30\", what: B}\n  - {at: \"10:00\", what: C}\n---\n";
    let draft = entries(5).replace("title: T", "title: D\nstatus: draft");
    let restricted = entries(5).replace("title: T", "title: R\nvisibility: restricted");
    let test = SiteTest::new()
        .file("none.md", "# No timeline\n")
        .file("two.md", &entries(2))
        .file("three.md", &entries(3))
        .file("many.md", &entries(60))
        .file("late.md", late)
        .file("draft.md", &draft)
        .file("secret.md", &restricted)
        .build();
    for id in ["none", "two", "late"] {
        assert!(!test.text(&format!("reviews/{id}/index.html")).contains("drill/index.html"), "{id}");
        assert!(!test.site().join(format!("reviews/{id}/drill")).exists(), "{id}");
    }
    for id in ["three", "many"] {
        assert!(test.text(&format!("reviews/{id}/index.html")).contains("href=\"drill/index.html\""), "{id}");
    }
    let many = test.text("reviews/many/drill/index.html");
    assert_eq!(many.matches("data-part=\"step\"").count(), 20, "an hour's worth");
    in_order(
        &many,
        &(0..60).map(|n| format!(">Entry {n}<")).collect::<Vec<_>>().iter().map(String::as_str).collect::<Vec<_>>(),
    );
    let test = test
        .page("reviews/three/drill/index.html", "may give the cause away")
        .no_file("reviews/secret")
        .no_file("reviews/draft");
    test.build_with(&["--drafts"]).ok();
    assert!(test.site().join("reviews/draft/drill/index.html").exists());
}
