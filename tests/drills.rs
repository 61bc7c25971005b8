//! Drills: what is played comes in order, what gives it away comes last, and nobody is named.

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
  - {at: "10:20", what: "Ana empties the stale cache that was forgotten", phase: remediation, kind: human, who: Ana Silva}
  - {at: "10:40", what: "The status page tells customers to wait", kind: human, who: Ben Smith}
  - {at: "11:20", what: "BEN SMITH sees fares fall back", impact: positive, phase: remediation, kind: automation}
  - {at: 2026-03-02T10:05Z, what: "@cem and Dr. D. Okafor agree to wait", kind: conversation}
contributing_factors: [Stale cache that Ana forgot]
surprises: [The dashboard read it too.]
learnings: [Ask what else reads it., Nobody asked who owned it.]
went_well: [Ben listened.]
open_questions: [What else keeps fares?, Who else keeps fares?, Is it fixed?]
actions: [{title: Expire at failover, owner: asilva, status: done}]
people: {owner: Dolly Okafor, incident_commander: Ben Smith, responders: [Ana Silva]}
---

The body says that it was the cache. The fares graph was flat, said Ana.

```log
09:28 fare=12.00 user=asilva
```

> I paid for last winter, wrote Ben.
"#;

const KIT: &str = "reviews/fares/drill/index.html";
const NOTES: &str = "reviews/fares/drill/notes/index.html";

fn kit() -> String {
    SiteTest::new().file("fares.md", FARES).build().text(KIT)
}

fn notes() -> String {
    SiteTest::new().file("fares.md", FARES).build().text(NOTES)
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
            "<h1 dir=\"auto\">Drill: an incident in Checkout</h1>",
            "A Monday morning in March",
            "Customers told us",
            "A passenger writes to the incident commander: the fare is <em>wrong</em>",
            "Incident commander</h3>",
            "Scribe</h3>",
            "id=\"step-1\">Step 1</h2></summary>",
            "22 min later",
            "Responder A restarts <code>fares-1</code>",
            "What would you change",
            "id=\"step-2\">Step 2",
            "agree to wait",
            "Whom do you ask now",
            "id=\"step-3\">Step 3",
            "The status page tells customers",
            "What do you tell the people outside this room",
            "id=\"step-4\">Step 4",
            "40 min later",
            "sees fares fall back",
            "How do you make sure that it is over?",
            "What it was",
            "The forgotten cache of responder A",
            "Before anybody knew",
            "Responder A turns the failover switch",
            "Held back until now",
            "Responder A empties the stale cache",
            "Stale cache that responder A forgot",
            "Debrief",
            "What else keeps fares?",
        ],
    );
    assert!(!kit.contains("step-5"));
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
fn players_see_no_notes_and_no_times_to_come() {
    let kit = kit();
    for told in ["What happened next", "closer to restored", "class=\"notes\"", "14 min to detection"] {
        assert!(!kit.contains(told), "{told}");
    }
    assert!(kit.contains("href=\"notes/index.html\"") && kit.contains("data-notes=\"notes/index.html\""));
}

#[test]
fn the_notes_have_true_answers_by_topic() {
    in_order(
        &notes(),
        &[
            "The forgotten cache of responder A",
            "What players may ask for",
            "What changed before",
            "turns the failover switch",
            "What they would see",
            "screenshot",
            "Dashboards, alerts and runbooks that the review names",
            "The fares graph was flat",
            "The dashboard read it too.",
            "Logs, commands and code",
            "<pre><code>09:28 fare=12.00 user=",
            "What was said or written",
            "I paid for last winter, wrote the incident commander.",
            "Who can be reached",
            "esponder A",
        ],
    );
}

#[test]
fn the_notes_say_for_each_step_what_came_next_and_what_is_held_or_added() {
    let notes = notes();
    in_order(
        &notes,
        &[
            "First sign",
            "<dt>Noticing</dt>",
            "What happened next, 22 min later",
            "id=\"step-1\"",
            "<dt>Doing</dt>",
            "id=\"step-2\"",
            "Held until the end",
            "empties the stale cache",
            "<dt>Added</dt>",
            "id=\"step-3\"",
            "<dt>Telling</dt>",
            "id=\"step-4\"",
            "<dt>Ending</dt>",
            "Here the record ends.",
        ],
    );
}

#[test]
fn nobody_is_named() {
    for page in [kit(), notes()] {
        anonymous(&page);
    }
}

#[track_caller]
fn anonymous(kit: &str) {
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
        ("How did this show in the drill? <q>Ask what else reads it.</q>", true),
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
    assert_eq!(kit.matches("<details class=\"turn\">").count(), 6, "four steps, the reveal, the debrief");
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
    for id in ["none", "two", "three", "late"] {
        assert!(!test.text(&format!("reviews/{id}/index.html")).contains("drill/index.html"), "{id}");
        assert!(!test.site().join(format!("reviews/{id}/drill/notes")).exists(), "{id}");
    }
    for id in ["none", "two"] {
        assert!(!test.site().join(format!("reviews/{id}/drill")).exists(), "{id}");
    }
    let test = test
        .page("reviews/three/drill/index.html", "The record has 3 decisions after the first sign; a drill takes 4.")
        .page("reviews/late/drill/index.html", "Nothing is recorded after the first sign.");
    assert!(test.text("reviews/many/index.html").contains("href=\"drill/index.html\""));
    let many = test.text("reviews/many/drill/index.html");
    assert_eq!(many.matches("data-part=\"step\"").count(), 20, "an hour's worth");
    in_order(
        &many,
        &(0..60).map(|n| format!(">Entry {n}<")).collect::<Vec<_>>().iter().map(String::as_str).collect::<Vec<_>>(),
    );
    let test = test
        .page("reviews/many/drill/notes/index.html", "may give the cause away")
        .no_file("reviews/secret")
        .no_file("reviews/draft");
    test.build_with(&["--drafts"]).ok();
    assert!(test.site().join("reviews/draft/drill/index.html").exists());
}

#[test]
fn the_index_says_what_each_drill_takes_and_teaches_and_when_it_was_played() {
    let played = FARES.replace("status: closed", "status: closed\nrehearsed: [2026-04-02, 2026-05-07]");
    let test = SiteTest::new().file("fares.md", FARES).file("again.md", &played).file("none.md", "# T\n").build();
    let index = test.text("drills/index.html");
    in_order(&index, &["An incident in Checkout", "<td class=\"number\">60<", "Stale cache that Ana forgot"]);
    assert!(index.contains("7 May 2026") && index.contains("2 times") && index.contains("Not yet"), "{index}");
    assert!(!index.contains("cannot be played"), "a review without a timeline is not listed");
    let empty = SiteTest::new().file("none.md", "# T\n").build().text("drills/index.html");
    assert!(empty.contains("four decisions after the first sign"), "{empty}");
}

#[test]
fn an_hour_plays_some_of_the_steps_and_ends_with_the_last() {
    let rows: Vec<_> = (0..40).map(|m| format!("  - {{at: \"09:{m:02}\", what: Entry {m}, kind: human}}\n")).collect();
    let long = format!("---\ntitle: T\ntimes: {{started: 2026-03-02T09:00Z}}\ntimeline:\n{}---\n", rows.concat());
    let notes = SiteTest::new().file("long.md", &long).build().text("reviews/long/drill/notes/index.html");
    assert!(notes.contains("For an hour, play the steps 1, 2, 3, 4, 5, 6, 7, 8, 9, 20"), "{notes}");
}

#[test]
fn many_drills_come_in_pages() {
    let mut test = SiteTest::new();
    for n in 0..101 {
        test = test.file(&format!("r{n}.md"), FARES);
    }
    let test = test.build();
    let first = test.text("drills/index.html");
    assert_eq!(first.matches("<th scope=\"row\">").count(), 100);
    assert!(first.contains("Drills 1 to 100 of 101") && first.contains("page-2/index.html"), "{first}");
    assert_eq!(test.text("drills/page-2/index.html").matches("<th scope=\"row\">").count(), 1);
}

/// What the players' pages of a site say before the reveal, with what each of them holds until then.
fn kits(test: &SiteTest) -> Vec<(String, String, Vec<String>)> {
    let plain = |html: &str| {
        let text: String = html
            .split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, rest)| rest))
            .collect::<Vec<_>>()
            .join(" ");
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let mut kits = Vec::new();
    for (path, bytes) in test.tree() {
        let page = String::from_utf8_lossy(&bytes).into_owned();
        let Some((before, after)) = page.split_once("id=\"reveal\"").filter(|_| path.ends_with("/drill/index.html"))
        else {
            continue;
        };
        let before = before.split_once("<main").map_or(before, |(_, main)| main);
        let list = |heading: &str| {
            let list = after.split_once(&format!("{heading}</h3>")).map_or("", |(_, rest)| rest);
            let list = list.split_once("</ul>").map_or("", |(list, _)| list);
            let item = |item: &str| plain(item.split_once("</span>").map_or(item, |(_, rest)| rest));
            list.split("<li").skip(1).map(|rest| item(&format!("<li{rest}"))).collect::<Vec<_>>()
        };
        kits.push((path, plain(before), [list("Held back until now"), list("Contributing factors")].concat()));
    }
    kits
}

/// No run of four words of what is held stands on a page before the reveal.
#[track_caller]
fn nothing_is_given_away(test: &SiteTest) -> usize {
    let kits = kits(test);
    for (path, before, held) in &kits {
        for sentence in held {
            let words: Vec<_> = sentence.split(' ').collect();
            let told =
                words.windows(4.min(words.len().max(2))).find(|run| before.contains(&format!(" {} ", run.join(" "))));
            assert!(told.is_none(), "{path}: {told:?} of {sentence:?}");
        }
    }
    kits.len()
}

#[test]
fn no_kit_of_the_sample_says_before_the_reveal_what_is_held() {
    assert!(nothing_is_given_away(&SiteTest::of(&crate::harness::sample()).build()) >= 10);
}

#[test]
fn no_kit_of_fifty_made_up_reviews_says_before_the_reveal_what_is_held() {
    let causes = [
        "Stale cache at the edge",
        "Retry storm",
        "Expired certificate",
        "Disk full",
        "Deadlock",
        "DNS record without a dot",
    ];
    let seen = ["The board is dark", "Requests wait", "A passenger writes", "Errors rise", "The queue grows"];
    let done = [
        "Somebody looks at the graph",
        "The lead asks the desk",
        "The desk calls back",
        "Somebody reads the log",
        "The group waits",
    ];
    let mut test = SiteTest::new();
    for n in 0..50 {
        let cause = causes[n % causes.len()];
        let (found, fixed) = (15 + n % 7, 30 + n % 9);
        let mut rows =
            vec![format!("  - {{at: \"09:00\", what: \"{cause} begins\", kind: automation, impact: negative}}")];
        rows.push(format!("  - {{at: \"09:05\", what: {}, kind: automation, impact: negative}}", seen[n % seen.len()]));
        for m in 0..5 {
            rows.push(format!("  - {{at: \"09:{:02}\", what: {}, kind: human}}", 7 + m, done[(n + m) % done.len()]));
        }
        // It is found, spoken of by the name that it was given, and mended.
        rows.push(format!("  - {{at: \"09:{found}\", what: \"The job sweep_{n} is to blame\", kind: human}}"));
        rows.push(format!(
            "  - {{at: \"09:{}\", what: \"Nobody knows who owns sweep_{n}\", kind: conversation}}",
            found + 2
        ));
        rows.push("  - {at: \"09:25\", what: The status page says that we know, kind: human}".to_owned());
        rows.push(format!(
            "  - {{at: \"09:{fixed}\", what: \"Operators put an end to it\", kind: human, impact: positive}}"
        ));
        rows.push("  - {at: \"09:50\", what: All is quiet, kind: human, impact: positive}".to_owned());
        let text = format!(
            "---\ntitle: \"{cause} number {n}\"\ntimes: {{started: 2026-03-02T09:00Z, detected: 2026-03-02T09:05Z, \
             identified: 2026-03-02T09:{found}Z, mitigated: 2026-03-02T09:{fixed}Z, resolved: 2026-03-02T09:50Z}}\ntimezone: UTC\n\
             services: [boards]\ncontributing_factors: [\"{cause}\"]\ntimeline:\n{}\n---\nText.\n",
            rows.join("\n")
        );
        test = test.file(&format!("r{n:02}.md"), &text);
    }
    let test = test.build();
    assert_eq!(nothing_is_given_away(&test), 50);
    for (path, before, held) in kits(&test) {
        assert!(!before.contains("sweep") && !before.contains("put an end"), "{path}: {before}");
        assert_eq!(held.len(), 4, "{path}: what was found, what names it, what mended it, and the factor: {held:?}");
    }
}

#[test]
fn a_true_question_finds_its_answer_in_the_notes() {
    let notes = notes();
    in_order(
        &notes,
        &[
            "<h3>How it came in</h3>",
            "Customers told us",
            "KESTREL was the cause, said a passenger.",
            "<h3>Who is affected, and how much</h3>",
            "The cache was stale",
            "<h3>What changed before</h3>",
        ],
    );
    let more = FARES.replace(
        "> I paid",
        "It was a market day.\n\n- The mate has a key.\n\n| a | b |\n|---|---|\n| spare | boat |\n\n> I paid",
    );
    let notes = SiteTest::new().file("fares.md", &more).build().text(NOTES);
    in_order(&notes, &["What else the review tells", "It was a market day.", "The mate has a key.", "spare | boat"]);
}
