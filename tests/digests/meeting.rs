//! The meeting: the day that ends a week, weeks without a meeting, who leads it and who presents.

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
    for words in ["data-present", "class=\"slides\"", "slides/deck.js", "To be asked", "Drills</a>"] {
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
fn whatever_day_the_meeting_is_on_the_week_ends_with_it_and_each_day_lies_in_one_week() {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let first = jiff::civil::date(2026, 12, 21);
    for (n, weekday) in days.into_iter().enumerate() {
        let mut test = SiteTest::new().file(
            "debrief.yaml",
            &format!("base_url: https://x.example/\nmeeting: {{weekday: {weekday}, time: \"10:00\"}}\n"),
        );
        for day in 0..21 {
            let on = first + jiff::Span::new().days(day);
            test = test.file(&format!("n{day:02}.md"), &review(&format!("N{day:02}"), &on.to_string(), ""));
        }
        test.run(&["build", "library", "--as-of", "2027-01-20"]).ok();
        let mut weeks_of = vec![0; 21];
        for week in ["2026-W51", "2026-W52", "2026-W53", "2027-W01", "2027-W02"] {
            if !test.site().join(format!("digests/{week}")).exists() {
                continue;
            }
            let page = test.text(&format!("digests/{week}/index.html"));
            let capital = format!("{}{}", weekday[..1].to_uppercase(), &weekday[1..]);
            let head = page.split("<h1>").nth(1).and_then(|rest| rest.split("</header>").next()).expect("a head");
            assert!(head.contains(&format!("{capital} ")), "{weekday} {week}: {head}");
            let new: Vec<_> =
                (0..21).filter(|day| part_of_new(&page).contains(&format!("reviews/n{day:02}/"))).collect();
            for day in &new {
                weeks_of[*day] += 1;
            }
            // The first day is a Monday: in a complete week, the last new review was published on the day of the meeting.
            if let Some(last) = new.last().filter(|last| **last < 20) {
                assert_eq!(last % 7, n, "{weekday} {week}: ends on day {last}");
            }
        }
        assert_eq!(weeks_of, vec![1; 21], "{weekday}: each day in one week");
        let unfolded = digest(&test, &["--week", "2026-W53", "--as-of", "2027-01-20", "--format", "ics"]).ok().stdout;
        assert!(unfolded.contains("RRULE:FREQ=WEEKLY\r\n") && unfolded.matches("DTSTART:").count() == 2, "{unfolded}");
    }
}

/// The parts of a week's page with its new reviews.
fn part_of_new(page: &str) -> String {
    let parts = ["lesson", "new"].into_iter().filter(|key| page.contains(&format!("data-part=\"{key}\"")));
    parts.map(|key| part(page, key)).collect()
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
               {title: Due long ago as well, priority: high, owner: x, due: 2026-10-01}]\n\
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

#[test]
fn each_page_of_a_week_is_reached_and_no_message_leads_to_another() {
    let test = SiteTest::new()
        .file(
            "debrief.yaml",
            "base_url: https://x.example/\nmeeting: {weekday: thursday, skip: [2025-12-21 to 2026-01-03]}\n",
        )
        .file("a.md", &review("A", "2025-11-18", ""))
        .file("b.md", &review("B", "2026-01-20", ""));
    test.run(&["build", "library", "--as-of", "2026-01-22"]).ok();
    let weeks: Vec<_> = test.tree().into_keys().filter(|path| path.contains("-W")).collect();
    assert_eq!(weeks.len(), 10, "from the first review to the current week: {weeks:?}");
    let index = test.text("digests/index.html");
    for pair in weeks.windows(2) {
        let name = |path: &str| path.trim_start_matches("digests/").to_owned();
        let (older, newer) = (name(&pair[0]), name(&pair[1]));
        assert!(index.contains(&format!("{older}\"")), "{older}");
        assert!(test.text(&pair[0]).contains(&format!("rel=\"next\" href=\"../{newer}\"")), "{older}");
        assert!(test.text(&pair[1]).contains(&format!("rel=\"prev\" href=\"../{older}\"")), "{newer}");
    }
    for week in ["2025-W20", "2025-W52", "2026-W01", "2026-W03", "2026-W30"] {
        let has_page = weeks.iter().any(|path| path.contains(week));
        for format in ["text", "md", "eml", "slack", "ics"] {
            let run = digest(&test, &["--week", week, "--as-of", "2026-01-22", "--format", format]).ok();
            let text = run.stdout.replace("=\r\n", "").replace("\r\n ", "");
            assert!(has_page || !text.contains(&format!("digests/{week}")), "{format}: {text}");
            assert!(!has_page || format == "ics" || text.contains(&format!("digests/{week}/")), "{format}: {text}");
        }
    }
}
