//! Which reviews have a drill, and the list of them.

use super::{FARES, in_order};
use crate::harness::SiteTest;

#[test]
fn a_review_leads_to_its_kit_where_it_has_one() {
    let entries = |n: usize| {
        let rows: Vec<_> = (0..n).map(|m| format!("  - {{at: \"09:{m:02}\", what: Entry {m}}}\n")).collect();
        format!(
            "---\ntitle: T\ntimes: {{started: 2026-03-02T09:00Z, detected: 2026-03-02T09:00Z}}\ntimeline:\n{}---\n",
            rows.concat()
        )
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
        .page("reviews/three/drill/index.html", "The record has 2 decisions after the first sign; a drill takes 4.")
        .page("reviews/late/drill/index.html", "Nothing is recorded after the first sign.");
    assert!(test.text("reviews/many/index.html").contains("href=\"drill/index.html\""));
    let many = test.text("reviews/many/drill/index.html");
    assert_eq!(many.matches("data-part=\"step\"").count(), 20, "an hour's worth");
    in_order(
        &many,
        &(0..60).map(|n| format!(">Entry {n}<")).collect::<Vec<_>>().iter().map(String::as_str).collect::<Vec<_>>(),
    );
    let test = test.no_file("reviews/secret").no_file("reviews/draft");
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
fn drills_are_told_apart_and_what_they_teach_is_for_whoever_leads() {
    let without = FARES.replace("contributing_factors: [Stale cache that Ana forgot]\n", "");
    let bare = without.replace("services: [Checkout]\n", "teams: [tickets]\n");
    let test = SiteTest::new().file("a.md", FARES).file("b.md", &without).file("c.md", &bare).build();
    let index = test.text("drills/index.html");
    assert_eq!(index.matches("An incident in Checkout, 2 March 2026").count(), 2, "{index}");
    assert!(index.contains(">An incident in tickets<") && index.contains("factors not stated"), "{index}");
    let (shown, _) = index.split_once("Stale cache that Ana forgot").expect("a factor");
    assert!(shown.rfind("<details").is_some_and(|open| !shown[open..].contains("</details>")), "{shown}");
}

#[test]
fn many_drills_come_in_pages() {
    let mut test = SiteTest::new();
    for n in 0..101 {
        test = test.file(&format!("r{n}.md"), FARES);
    }
    let test = test.build();
    let first = test.text("drills/index.html");
    assert_eq!(first.matches("<th scope=\"row\">").count(), 31);
    assert!(first.contains("The newest 31 of 101 drills") && first.contains("page-7/index.html"), "{first}");
    assert_eq!(test.text("drills/page-1/index.html").matches("<th scope=\"row\">").count(), 10);
}

#[test]
fn the_index_has_the_factors_of_the_page_and_the_day_of_the_first_sign() {
    let factors = "contributing_factors: [{text: Stale cache, category: process}, Nobody at the desk]";
    let told = FARES.replace("contributing_factors: [Stale cache that Ana forgot]", factors);
    let told = told.replace("started: 2026-03-02T09:14Z", "started: 2026-02-27T09:14Z");
    let told = told.replace("{at: \"09:28\"", "{at: 2026-03-02T09:28Z");
    let index = SiteTest::new().file("fares.md", &told).build().text("drills/index.html");
    in_order(&index, &["2 March 2026", "Tells the cause", "Stale cache", "process", "Nobody at the desk"]);
    assert!(!index.contains("27 February"), "{index}");

    let document = "# Dark boards\n\n## Root cause\n\n- A hatch was open\n\n## Timeline\n\n- 2026-03-02 09:00 UTC An alert fires\n\
                    - 2026-03-02 09:01 UTC The lead looks\n- 2026-03-02 09:02 UTC The desk waits\n- 2026-03-02 09:03 UTC They go home\n\
                    - 2026-03-02 09:04 UTC They sleep\n";
    let index = SiteTest::foreign().file("boards.md", document).build().text("drills/index.html");
    assert!(index.contains("A hatch was open") && !index.contains("factors not stated"), "{index}");
}

/// A document of somebody else, whose timeline has these entries.
fn document(entries: &[&str]) -> String {
    let rows: Vec<_> = entries.iter().zip(10..).map(|(what, n)| format!("- 2022-08-03 09:{n} {what}\n")).collect();
    format!("# Outage\n\nAll times in UTC.\n\n## Timeline\n\n{}", rows.concat())
}

#[test]
fn a_drill_without_a_service_is_known_by_its_first_sign_and_work_alone_is_no_drill() {
    let told = document(&[
        "An alert says that the tide board is dark",
        "Ana opens the gate by hand",
        "Restarted the standby",
        "The board shows yesterday's tides, and two boats wait",
        "Called the tide office",
        "Copied the table from the office to the board",
    ]);
    let work = document(&[
        "An alert says that the tide board is dark",
        "Started looking into the alerted issue",
        "Issue identified, started work on fix",
        "Still investigating the problem",
        "Team continues to monitor",
        "User reporting back that the fix works",
    ]);
    let test = SiteTest::foreign().file("told.md", &told).file("work.md", &work).build();
    let index = test.text("drills/index.html");
    in_order(
        &index,
        &["An incident</a>", "<span class=\"note\" dir=\"auto\">An alert says that the tide board is dark"],
    );
    assert!(!index.contains("reviews/work/drill"), "{index}");
    let page = test.text("reviews/work/drill/index.html");
    assert!(page.contains("The record has no decision after the first sign; a drill takes 4."), "{page}");
}
