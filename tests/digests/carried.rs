//! What waited since the last meeting that was held is carried over to the next.

use super::{digest, part, review};
use crate::harness::SiteTest;

/// Whole texts of the formats of a week, with spaces made one.
fn formats_of(test: &SiteTest, week: &str) -> Vec<(&'static str, String)> {
    let of = |format: &'static str| {
        let run = digest(test, &["--week", week, "--as-of", "2026-12-31", "--format", format]).ok();
        let text = run.stdout.replace("=\r\n", "").replace("\r\n ", "");
        (format, text.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    ["html", "text", "md", "eml", "slack", "ics"].map(of).into()
}

#[test]
fn a_week_whose_meeting_is_skipped_is_carried_over_whole() {
    let old = "actions: [{title: Done then, owner: x, status: done, closed: 2026-11-10}, {title: Refused then, owner: x, \
               status: wont_do, closed: 2026-11-10, reason: No use.}, {title: Was due then, owner: x, due: 2026-11-08}, \
               {title: Due long ago, priority: high, owner: x, due: 2026-10-01}, {title: Due long ago too, priority: high, owner: x, due: 2026-10-01}, \
               {title: Due long ago as well, priority: high, owner: x, due: 2026-10-01}, {title: Due before, priority: high, owner: x, due: 2026-10-01}, \
               {title: Due before too, priority: high, owner: x, due: 2026-10-01}, {title: Due before as well, priority: high, owner: x, due: 2026-10-01}]\n\
               revisions: [{on: 2026-11-09, note: Noted then.}]\n";
    let late = "services: [quay]\nwent_well: [Well then.]\nrevisions: [{on: 2026-11-18, note: Noted after it.}]\n\
                actions: [{title: Undated then}]\n";
    let test = SiteTest::new()
        .file("debrief.yaml", "base_url: https://x.example/\nmeeting: {weekday: thursday, skip: [2026-11-12]}\n")
        .file("old.md", &review("Old", "2026-09-10", old))
        .file("quay.md", &review("Quay", "2026-10-10", "services: [quay]\n"))
        .file("late.md", &review("Late", "2026-11-10", late))
        .file("new.md", &review("New", "2026-11-17", ""));
    let of = |week: &str| digest(&test, &["--week", week, "--as-of", "2026-12-31", "--format", "html"]).ok().stdout;
    let page = of("2026-W47");
    let actions = part(&page, "actions");
    for words in [
        "Closed since the last meeting",
        "Done then",
        "Refused then",
        "Due since the last meeting, on 5 November 2026.",
        "Was due then",
        "Undated then",
    ] {
        assert!(actions.contains(words), "{words}: {actions}");
    }
    assert!(part(&page, "revised").contains("Noted then.") && page.contains("Revised since the last meeting"));
    assert!(!part(&page, "revised").contains("Noted after it."), "that stands in its story");
    assert!(part(&page, "well").contains("Well then."), "{page}");
    assert!(part(&page, "patterns").contains("uay"), "{page}");
    // Nothing of it is told a second time.
    let after = super::main_of(&of("2026-W48")).to_owned();
    for words in ["Done then", "Refused then", "Was due then", "Noted then.", "Well then."] {
        assert!(!after.contains(words), "{words}: {after}");
    }
    for (format, text) in formats_of(&test, "2026-W47") {
        let text = text.replace('\\', "");
        for words in [
            "1 new review: 1 incident; 1 review revised; 1 action closed; 1 decided against",
            "1 review came out after the last meeting, on 5 November 2026, and is told now",
        ] {
            assert!(text.contains(words), "{format}: {words}: {text}");
        }
    }
}

#[test]
fn what_is_told_and_what_is_only_read_are_counted_apart_and_only_the_told_are_spoken_of() {
    let mut test = SiteTest::new()
        .file("debrief.yaml", "base_url: https://x.example/\nmeeting: {weekday: thursday, skip: [2026-11-12]}\n")
        .file("early.md", &review("Early", "2026-10-20", ""));
    for n in 0..9 {
        let on = if n < 7 { "2026-11-10" } else { "2026-11-17" };
        let more = format!("actions: [{{title: Undated {n}}}]\n");
        test = test.file(&format!("r{n}.md"), &review(&format!("R{n}"), on, &more));
    }
    for (format, text) in formats_of(&test, "2026-W47") {
        let text = text.replace('\\', "");
        let words = "7 reviews came out after the last meeting, on 5 November 2026: 6 are told now, 1 is to read";
        assert!(text.contains(words), "{format}: {text}");
        if matches!(format, "eml" | "slack") {
            let bare = text.replace('*', "");
            assert!(
                bare.contains("Also told: R1; R2; R3; R4; R5") && bare.contains("To read: R6; R7; R8"),
                "{format}: {bare}"
            );
        }
        if format == "html" {
            let actions = part(&text, "actions");
            let told: Vec<_> = (0..9).filter(|n| actions.contains(&format!("Undated {n}"))).collect();
            assert_eq!(told, [0, 1, 2, 3, 4, 5], "{actions}");
        }
    }
}
