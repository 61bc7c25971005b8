//! The lesson of a week without new reviews is from the archive, which takes turns.

use super::{digest, part, review};
use crate::harness::SiteTest;

#[test]
fn a_single_new_review_has_no_other_reason_and_the_archive_takes_turns() {
    let test = SiteTest::new().file("a.md", &review("A", "2026-11-17", "contributing_factors: [New]\n"));
    let why = |week: &str| {
        let args = ["--week", week, "--as-of", "2027-06-30", "--format", "text"];
        let text = digest(&test, &args).ok().stdout;
        let text = text.split("Why this one: ").nth(1).expect("why").split_whitespace().collect::<Vec<_>>().join(" ");
        text.split(" Ask:").next().unwrap_or_default().to_owned()
    };
    assert_eq!(why("2026-W47"), "It is the one new review of this week.");
    assert_eq!(
        why("2027-W20"),
        "Nothing is new this week. The reviews of the archive take turns, and this is the next."
    );
}

/// The titles that the archive gives to the weeks that have nothing to tell and a meeting, oldest first.
fn turns(test: &SiteTest) -> Vec<String> {
    let pages = test.tree().into_iter().filter(|(path, _)| path.contains("-W") && !path.contains("/slides/"));
    let pages = pages.map(|(_, bytes)| String::from_utf8(bytes).expect("UTF-8"));
    let told = pages.filter(|page| page.contains("A lesson from the archive") && !page.contains("is not held"));
    let title = |page: String| {
        let rest = part(&page, "lesson").split("<h3").nth(1).expect("a title").to_owned();
        rest.split("\">").nth(2).and_then(|rest| rest.split('<').next()).expect("its words").to_owned()
    };
    told.map(title).collect()
}

#[test]
fn each_review_of_the_archive_is_told_once_before_any_is_told_again() {
    // Skipped meetings, and an archive that grows while they take turns.
    for skip in ["", ", skip: [2024-07-04, 2024-08-01 to 2024-08-20, 2024-12-20 to 2025-01-03]"] {
        let mut test = SiteTest::new().file("debrief.yaml", &format!("meeting: {{weekday: thursday{skip}}}\n"));
        for n in 0..9 {
            let on = format!("2024-0{}-1{n}", 1 + n);
            test = test.file(&format!("r{n}.md"), &review(&format!("R{n}"), &on, ""));
        }
        test.run(&["build", "library", "--as-of", "2025-11-20"]).ok();
        let turns = turns(&test);
        assert!(turns.len() > 60, "{turns:?}");
        assert!(turns.windows(2).all(|pair| pair[0] != pair[1] || turns[0] == pair[0]), "{turns:?}");
        // Once all nine are old, any nine that follow each other are all of them.
        let last = &turns[turns.len() - 36..];
        for nine in last.windows(9) {
            let all: std::collections::BTreeSet<_> = nine.iter().collect();
            assert_eq!(all.len(), 9, "{skip}: {turns:?}");
        }
    }
}

#[test]
fn an_old_story_says_when_it_came_back_as_far_as_that_was_known() {
    let of = |day: &str, before: &str| {
        let before = if before.is_empty() { String::new() } else { format!("recurrence_of: {before}\n") };
        let times = format!("times: {{started: {day}T08:00Z, resolved: {day}T09:00Z}}\n");
        review(&format!("Of {day}"), day, &format!("{times}{before}"))
    };
    let test = SiteTest::new()
        .file("debrief.yaml", "base_url: https://x.example/\nmeeting: {weekday: thursday}\n")
        .file("first.md", &of("2024-01-10", ""))
        .file("second.md", &of("2025-03-12", "first").replace("learnings:", "kind: near_miss\nlearnings:"));
    for format in ["html", "text", "md", "slack", "eml"] {
        let of = |week: &str| {
            let text = digest(&test, &["--week", week, "--as-of", "2026-01-01", "--format", format]).ok().stdout;
            text.replace("=\r\n", "").split_whitespace().collect::<Vec<_>>().join(" ")
        };
        assert!(!of("2025-W05").contains("came back later"), "{format}: not yet");
        // The second is old by now, and both have had a turn: the first is next.
        let weeks = ["2025-W30", "2025-W31"].map(of);
        let told: Vec<_> = weeks.iter().filter(|text| text.contains("came back later")).collect();
        assert_eq!(told.len(), 1, "{format}: {weeks:?}");
        assert!(told[0].replace(['*', '\\'], "").contains("March 2025 (near miss)"), "{format}: {}", told[0]);
    }
}

#[test]
fn a_mistyped_year_does_not_end_the_turns() {
    let test = SiteTest::new()
        .file("debrief.yaml", "meeting: {weekday: thursday}\n")
        .file("a.md", &review("A", "1971-11-17", ""))
        .file("b.md", &review("B", "2026-03-10", ""));
    let text = digest(&test, &["--as-of", "2026-11-20", "--format", "md"]).ok().stdout;
    assert!(text.contains("## A lesson from the archive"), "{text}");
}
