//! The meeting: who leads it and who presents, how it is configured, and how stories share the hour.

use super::{digest, part, review};
use crate::harness::SiteTest;

#[test]
fn the_meeting_is_led_by_nobody_who_tells_or_responded() {
    let of = |people: &str| {
        let test = SiteTest::new()
            .file("debrief.yaml", "meeting: {weekday: thursday, facilitators: [Ana, Ben]}\n")
            .file("a.md", &review("A", "2026-11-17", people));
        let text = digest(&test, &["--as-of", "2026-11-19"]).ok().stdout;
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(of("people: {owner: Ana}\n").contains("Facilitator: Ben"));
    assert!(of("people: {responders: [\"@ben\"]}\n").contains("Facilitator: Ana"));
    assert!(of("people: {owner: Ana, incident_commander: Ben}\n").contains("Facilitator: none found"));
    // A participant leads only if nobody else can.
    assert!(of("people: {participants: [Ben]}\n").contains("Facilitator: Ana"));
    assert!(of("people: {participants: [Ana]}\n").contains("Facilitator: Ben"));
    assert!(of("people: {owner: Ana, participants: [Ben]}\n").contains("Facilitator: Ben"));
    assert!(of("presenter: Cem\npeople: {owner: Ana}\n").contains("Story: A (45 min), by Cem"));
    assert!(of("people: {owner: Ana, presenter: Cem}\n").contains("Story: A (45 min), by Cem"));
    assert!(of("people: {owner: Ana}\n").contains("Story: A (45 min), to be asked: Ana"));
    assert!(of("new_to: 14 of 20\n").contains("New to: 14 of 20"));
}

#[test]
fn the_meeting_of_a_library_is_read_strictly() {
    let test = SiteTest::new()
        .file("a.md", &review("A", "2026-11-17", ""))
        .file("debrief.yaml", "meeting: {weekday: thurday, time: 25 o'clock, length: 5, lenght: 50, link: here}\n");
    let run = test.build_with(&[]).code(1);
    for words in
        ["did you mean `thursday`?", "no time of day", "minutes from 15 to 240", "did you mean `length`?", "https://"]
    {
        assert!(run.stderr.contains(words), "{words}:\n{}", run.stderr);
    }
    let test = SiteTest::new().file("a.md", &review("A", "2026-11-17", "")).file(
        "debrief.yaml",
        "timezone: America/Denver\nmeeting: {weekday: tuesday, time: \"9:05\", length: 30, facilitators: [Ana]}\n",
    );
    let text = digest(&test, &["--as-of", "2026-11-17"]).ok().stdout;
    for words in
        ["Tuesday 17 November 2026, 09:05 to 09:35, America/Denver", "09:05 Ground rules (3 min)", "Facilitator: Ana"]
    {
        assert!(text.contains(words), "{words}:\n{text}");
    }
}

#[test]
fn ten_new_reviews_share_the_hour_and_the_rest_are_to_read() {
    let mut test = SiteTest::new().file("debrief.yaml", "meeting: {weekday: thursday}\n");
    for n in 0..10 {
        let kind = if n % 2 == 0 { "kind: near_miss\n" } else { "" };
        test = test.file(
            &format!("r{n}.md"),
            &review(&format!("R{n}"), "2026-11-17", &format!("{kind}people: {{owner: P{n}}}\n")),
        );
    }
    let page = digest(&test, &["--as-of", "2026-11-19", "--format", "html"]).ok().stdout;
    let minutes: Vec<usize> =
        page.split("data-story-minutes=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse().ok()).collect();
    assert!(minutes.len() >= 4 && minutes.iter().all(|m| *m >= 5), "{minutes:?}");
    assert!(minutes.iter().skip(1).all(|m| *m < minutes[0]), "the lesson of the week has the most: {minutes:?}");
    let blocks: usize = page
        .split("class=\"agenda-at\"")
        .skip(1)
        .filter_map(|rest| rest.split("class=\"minutes\">").nth(1)?.split(' ').next()?.parse::<usize>().ok())
        .sum();
    assert_eq!(blocks, 60);
    let reads = super::main_of(&page)
        .split("<template")
        .next()
        .unwrap_or_default()
        .matches("<span class=\"why\">The review has no summary.")
        .count();
    assert_eq!(reads + minutes.len(), 10, "each is told or a line to read");
    assert_eq!(part(&page, "agenda").matches("to be asked: P").count(), minutes.len());
}
