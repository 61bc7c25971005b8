//! Which review gives the lesson of the week, and why.

use super::{FRIDAY, digest, fixture, main_of, part, review};
use crate::harness::SiteTest;

#[test]
fn what_came_back_says_so_and_what_was_changed() {
    let test = fixture();
    let of = |title: &str, day: &str, before: &str, actions: &str| {
        let before = if before.is_empty() { String::new() } else { format!("recurrence_of: {before}\n") };
        format!(
            "---\ntitle: {title}\ntimes: {{started: {day}T08:00Z, resolved: {day}T09:00Z}}\npublished: {day}\n{before}{actions}---\nx\n"
        )
    };
    let actions = "actions: [{title: Widen the *gate*, owner: Eve, closed: 2026-06-20}, {title: Count the sheep, due: 2026-07-01}]\n";
    test.put("gate-1.md", of("The gate", "2025-03-03", "", "").as_bytes());
    test.put("gate-2.md", of("The gate again", "2026-06-10", "gate-1", actions).as_bytes());
    test.put("gate-3.md", of("The gate, thrice", "2026-11-16", "gate-2", "learnings: [Look.]\n").as_bytes());
    let page = digest(&test, &["--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    for words in
        ["<strong>Third time; before: March 2025, June 2026.</strong>", "Widen the <em>gate</em>", "Count the sheep"]
    {
        assert!(main_of(&page).contains(words), "{words}: {page}");
    }
    assert!(
        !page.contains("Fourth time")
            && !page.contains("Second time; before: March 2025.</strong> <a href=\"../reviews/gate-2/")
    );
    for format in ["text", "md", "eml", "slack"] {
        let text = digest(&test, &["--as-of", FRIDAY, "--format", format]).ok().stdout;
        let text = text.replace("=\r\n", "").replace("\n  ", " ");
        assert!(text.contains("hird time; before: March 2025, June 2026"), "{format}: {text}");
        assert!(!text.contains("Eve"), "{format} names a team and no person");
    }
    // A day before the third failure knows of only two.
    let then = digest(&test, &["--week", "2026-W24", "--as-of", FRIDAY, "--format", "text"]).ok().stdout;
    assert!(then.contains("Second time; before: March 2025") && !then.contains("Widen the *gate*"), "{then}");
}

#[test]
fn recurrences_are_counted_along_a_reviews_own_line() {
    let of = |day: &str, before: &str, action: &str| {
        let before = if before.is_empty() { String::new() } else { format!("recurrence_of: {before}\n") };
        format!(
            "---\ntitle: Of {day}\ntimes: {{started: {day}T08:00Z, resolved: {day}T09:00Z}}\npublished: {day}\n{before}\
             actions: [{{title: {action}, owner: x, status: done, closed: {day}}}]\nlearnings: [Look.]\n---\nx\n"
        )
    };
    // Two were recurrences of the first; the third is a recurrence of only one of them, and does not count the other.
    let test = SiteTest::new()
        .file("first.md", &of("2024-01-10", "", "Renew it"))
        .file("alarm.md", &of("2024-09-10", "first", "Name a team"))
        .file("chain.md", &of("2025-12-10", "first", "Walk the chain"))
        .file("phone.md", &of("2026-11-16", "alarm", "Ring it"));
    let text = digest(&test, &["--as-of", FRIDAY]).ok().stdout;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("It came back: Third time; before: January 2024, September 2024"), "{text}");
    assert!(text.contains("Changed after the last time: Name a team"), "{text}");
    assert!(!text.contains("December 2025") && !text.contains("Walk the chain"), "{text}");
    // A cycle of reviews ends.
    let circle = SiteTest::new().file("a.md", &of("2026-11-10", "b", "A")).file("b.md", &of("2026-11-16", "a", "B"));
    let text = digest(&circle, &["--as-of", FRIDAY]).ok().stdout;
    assert!(text.contains("Second time") && !text.contains("Third time"), "{text}");
}

/// The review that gives the lesson of a week in which two reviews were published, and why it was chosen. Ties are broken by
/// id: `a` before `b`.
fn chosen(older: &[&str], a: &str, b: &str) -> (char, String) {
    let front = |fields: &str| {
        let lesson = if fields.contains("learnings:") { "" } else { "learnings: [Look.]\n" };
        format!("---\n{fields}{lesson}---\nText.\n")
    };
    let new = |title: &str, fields: &str| {
        front(&format!("title: {title}\npublished: 2026-11-17\ntimes: {{started: 2026-11-12T08:00Z}}\n{fields}"))
    };
    let mut test = SiteTest::new().file("a.md", &new("A", a)).file("b.md", &new("B", b));
    for (n, fields) in older.iter().enumerate() {
        let day = format!("title: Old\npublished: 2025-03-03\ntimes: {{started: 2025-03-02T08:00Z}}\n{fields}");
        test = test.file(&format!("old-{n}.md"), &front(&day));
    }
    let page = digest(&test, &["--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    let lesson = part(&page, "lesson");
    let why = lesson.split("class=\"why-chosen\"").nth(1).and_then(|rest| rest.split(['>', '<']).nth(1));
    (if lesson.contains("reviews/b/") { 'b' } else { 'a' }, why.unwrap_or_default().to_owned())
}

#[test]
fn recurrence_reach_and_novelty_count_more_than_severity() {
    let severe = "severity: sev1\n";
    for (older, fields, said) in [
        (vec![""], "severity: sev5\nrecurrence_of: old-0\n", "it came back (second time; before: March 2025)"),
        (
            vec![],
            "severity: sev5\nlearnings: [{text: Look., applies_to: [boards, fares]}]\n",
            "its lessons name 2 other services and teams",
        ),
        (
            vec!["services: [boards]\ncontributing_factors: [Stale cache]\n"; 3],
            "severity: sev5\nservices: [fares]\ncontributing_factors: [A word with two meanings]\n",
            "no earlier review names “A word with two meanings”",
        ),
    ] {
        let (id, why) = chosen(&older, severe, fields);
        assert!(id == 'b' && why.contains(said), "{fields}: {id}: {why}");
    }
    // A factor that other services had: the number of these services counts.
    let older = ["keel", "deck", "quay"].map(|s| format!("services: [{s}]\ncontributing_factors: [Stale cache]\n"));
    let older: Vec<_> = older.iter().map(String::as_str).collect();
    let (id, why) = chosen(&older, severe, "services: [fares]\ncontributing_factors: [Stale cache]\n");
    assert!(
        id == 'b' && why.contains("its less common contributing factors were seen in 3 other services"),
        "{id}: {why}"
    );
}

#[test]
fn severity_decides_between_equals_and_the_number_of_points_never_does() {
    assert_eq!(chosen(&[], "severity: sev4\n", "severity: sev1\n").0, 'b');
    let many: Vec<_> = (0..30).map(|n| format!("Point {n}.")).collect();
    let many =
        format!("learnings: [{0}]\nsurprises: [{0}]\nwent_well: [{0}]\nopen_questions: [{0}]\n", many.join(", "));
    let (id, why) = chosen(&[], "", &many);
    assert_eq!(
        (id, why.as_str()),
        ('a', "Chosen among the reviews of this week, the first by its file name of those with as much to discuss.")
    );
    let (id, why) = chosen(&[], "severity: sev1\n", "severity: sev1\n");
    assert!(id == 'a' && why.contains("the first by its file name"), "as severe as the other: {why}");
    // A review without lessons is presented, but does not give the lesson of the week.
    assert_eq!(chosen(&[""], "learnings: []\nrecurrence_of: old-0\n", "").0, 'b');
}

#[test]
fn a_near_miss_or_a_game_day_ranks_with_an_incident() {
    for kind in ["near_miss", "game_day", "drill"] {
        let it = format!("kind: {kind}\nseverity: sev5\n");
        assert_eq!(chosen(&[], &it, "severity: sev1\n").0, 'a', "{kind}: equal, and first by its id");
        assert_eq!(chosen(&[], "severity: sev3\n", &it).0, 'b', "{kind}");
        let reaches = format!("{it}learnings: [{{text: Look., applies_to: [boards]}}]\n");
        assert_eq!(chosen(&[], "severity: sev1\n", &reaches).0, 'b', "{kind}");
    }
}

#[test]
fn the_lesson_is_chosen_among_all_that_are_before_the_meeting() {
    let reaches = "learnings: [{text: Look., applies_to: [quay, boards]}]\n";
    let test = SiteTest::new()
        .file("debrief.yaml", "meeting: {weekday: thursday, skip: [2026-11-12]}\n")
        .file("early.md", &review("Early", "2026-10-20", ""))
        .file("late.md", &review("Late", "2026-11-10", "").replace("learnings: [Lesson of Late.]\n", reaches))
        .file("new.md", &review("New", "2026-11-17", ""));
    let page = digest(&test, &["--week", "2026-W47", "--as-of", "2026-12-31", "--format", "html"]).ok().stdout;
    let lesson = part(&page, "lesson");
    assert!(lesson.contains("reviews/late/"), "{lesson}");
    let why = "Chosen among the reviews that came out since the last meeting: its lessons name 2 other";
    assert!(lesson.contains(why), "{lesson}");
    assert!(part(&page, "new").contains("reviews/new/") && !page.contains("data-part=\"late\""), "{page}");
    assert!(page.contains("1 review came out after the last meeting, on 5 November 2026, and is told now."), "{page}");
}
