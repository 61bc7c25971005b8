//! A meeting that is not held: no page announces it.

use super::{digest, part, review};
use crate::harness::SiteTest;

#[test]
fn no_page_announces_a_meeting_that_is_not_held() {
    let test = SiteTest::new()
        .file(
            "debrief.yaml",
            "base_url: https://x.example/\nmeeting: {name: Learning hour, weekday: thursday, facilitators: [Ana], \
             skip: [2026-12-24 to 2027-01-01, 2027-01-14]}\n",
        )
        .file("a.md", &review("Before", "2026-12-17", "presenter: Ben\n"))
        .file("b.md", &review("During", "2026-12-22", "people: {owner: Cem}\n"));
    test.run(&["build", "library", "--as-of", "2026-12-23"]).ok();
    for path in ["index.html", "this-week/index.html", "digests/2026-W52/index.html"] {
        let page = test.text(path);
        assert!(!page.contains("24 December") || page.contains("18 to 24 December 2026"), "{path}");
        assert!(!page.contains("Thursday 24") && !page.contains("Thursday 31"), "{path}");
        assert!(page.contains("Thursday 7 January 2027"), "{path}");
    }
    let run = |as_of: &str, format: &str| digest(&test, &["--as-of", as_of, "--format", format]).ok().stdout;
    for format in ["text", "md", "slack", "eml"] {
        assert!(!run("2026-12-23", format).contains("Thursday 24"), "{format}");
        assert!(run("2026-12-23", format).replace("=\r\n", "").contains("7 January 2027"), "{format}");
    }
    // Nothing is presented and no drill is run in a week without a meeting.
    let page = run("2026-12-23", "html");
    for words in ["class=\"present\"", "class=\"slides\"", "slides/deck.js", "To be asked", "Drills</a>"] {
        assert!(!page.contains(words), "{words}");
    }
    assert!(page.contains("What came out is told in the next meeting."));
    assert!(!run("2027-01-01", "html").contains("What came out"), "nothing came out");
    assert!(!run("2026-12-23", "ics").contains("\\n\\n\r\n"), "no empty agenda");
    // The next meeting presents the reviews that waited, with their presenters and minutes.
    let page = run("2027-01-07", "html");
    assert!(page.contains("1 review came out after the last meeting, on 17 December 2026, and is told now."));
    assert!(part(&page, "lesson").contains("Lesson of During.") && part(&page, "agenda").contains("to be asked: Cem"));
    let unfolded = |text: String| text.replace("\r\n ", "");
    let calendar = unfolded(run("2026-12-17", "ics"));
    for day in ["20261224", "20261231", "20270114"] {
        assert!(calendar.contains(&format!("EXDATE:{day}T140000Z\r\n")), "{day}:\n{calendar}");
    }
    assert!(
        calendar.contains("RECURRENCE-ID:20261217T140000Z") && calendar.contains("Before (45 min)\\, by Ben"),
        "{calendar}"
    );
    let calendar = unfolded(run("2026-12-23", "ics"));
    assert!(calendar.contains("DTSTART:20270107T140000Z\r\n") && !calendar.contains("RECURRENCE-ID"), "{calendar}");
    assert!(!calendar.contains("EXDATE:20261224") && calendar.contains("EXDATE:20270114T140000Z"), "{calendar}");
    // Without `meeting:`, no page invents one.
    let test = SiteTest::new().file("a.md", &review("A", "2026-11-17", "")).build();
    for path in ["index.html", "this-week/index.html"] {
        assert!(!test.text(path).contains("Thursday") && !test.text(path).contains("14:00"), "{path}");
    }
    SiteTest::new()
        .file("a.md", &review("A", "2026-11-17", ""))
        .file("debrief.yaml", "meeting: {skip: [christmas, 2026-12-24 to 2026-12-20]}\n")
        .build_with(&[])
        .code(1)
        .says("`christmas`, which is no day")
        .says("2026-12-21 to 2027-01-03");
}

#[test]
fn a_meeting_that_is_skipped_for_good_has_a_calendar_file_that_ends() {
    let test = SiteTest::new()
        .file(
            "debrief.yaml",
            "base_url: https://x.example/\nmeeting: {weekday: thursday, skip: [2026-11-19 to 9999-12-31]}\n",
        )
        .file("a.md", &review("A", "2026-11-17", ""));
    let calendar = digest(&test, &["--as-of", "2026-11-19", "--format", "ics"]).ok().stdout;
    let days = calendar.matches("EXDATE:").count();
    assert!(calendar.contains("EXDATE:20261119T140000Z\r\n") && (52..1000).contains(&days), "{days}");
}
