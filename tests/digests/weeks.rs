//! What belongs to which week, and what is on its page.

use super::{FORMATS, FRIDAY, digest, fixture, main_of, part, review};
use crate::harness::{SiteTest, program, sample};

#[test]
fn a_week_has_its_parts_in_order_with_time_for_each() {
    let test = SiteTest::of(&sample()).build();
    let page = test.text("digests/2026-W47/index.html");
    let keys = ["lesson", "new", "near", "revised", "well", "patterns", "archive", "questions", "actions", "agenda"];
    assert!(page.contains("13 to 19 November 2026"), "the week ends with its meeting");
    let at: Vec<_> = keys.map(|key| page.find(&format!("data-part=\"{key}\"")).expect(key)).into();
    assert!(at.is_sorted(), "{at:?}");
    let minutes: usize = page
        .split("data-minutes=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().and_then(|n| n.parse::<usize>().ok()).expect("minutes"))
        .sum();
    assert_eq!(minutes, 60);
    assert!(page.contains("<a class=\"present\" href=\"slides/index.html\">Present</a>"));
    assert!(test.text("index.html").contains("href=\"this-week/index.html\""));
}

#[test]
fn what_belongs_to_a_week_is_in_it_once() {
    let test = fixture();
    let page = digest(&test, &["--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    assert!(
        page.contains("3 new reviews: 2 incidents, 1 near miss; 1 review revised; 1 action closed; 1 decided against.")
    );
    assert!(!page.contains("Kestrel"));
    // Published and revised in one week: listed as new, with the note, and not as revised.
    assert!(part(&page, "lesson").contains("The lamp &amp; the &lt;b&gt;bucket&lt;/b&gt;"));
    assert!(part(&page, "lesson").contains("Added what she told us."));
    assert!(!part(&page, "revised").contains("The lamp") && part(&page, "revised").contains("The rows have numbers."));
    // Without `published:`, the end of the incident counts, and the page says so.
    assert!(part(&page, "new").contains("A bell, dusted"));
    assert!(part(&page, "new").contains("no date of publication; placed by the day it was over"));
    assert!(page.contains("1 review came out after the last meeting, on 12 November 2026, and is told now."));
    assert!(part(&page, "late").contains("After the meeting"), "with its minutes and its presenter");
    assert!(
        part(&page, "late").contains("data-story-minutes=\"6\"")
            && part(&page, "late").contains("Nobody is named to tell it")
    );
    assert!(part(&page, "near").contains("Friday at ten to five"));
    assert!(
        part(&page, "patterns").contains("Stale cache") && part(&page, "patterns").contains("2 reviews in 90 days")
    );
    assert!(!part(&page, "patterns").contains("Manual step"), "once is no pattern");
    let actions = part(&page, "actions");
    let at = |words: &str| actions.find(words).unwrap_or_else(|| panic!("no {words}:\n{actions}"));
    let order = [
        "Closed this week",
        "Number the rows",
        "To decide today",
        "Write the list",
        "due 3 weeks ago",
        "Due next",
        "monthly",
        "Buy a bell",
        "A second lamp",
        "1 action is overdue in all",
    ];
    assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])));
    // An action done before the review was published is with that review, not among those of the week.
    assert!(at("Closed before the review came out") < at("Dark after 60 s"));
    assert!(part(&page, "archive").contains("This week in 2025") && part(&page, "archive").contains("An old lamp"));
    assert!(part(&page, "archive").contains("A cold day"));
    assert!(part(&page, "agenda").contains("<dt>Learning hour</dt><dd>Thursday 19 November 2026, 09:30 to 10:15, Europe/Berlin, <a href=\"https://meet.harbour.example/hour\">"));
    assert!(part(&page, "agenda").contains("Thursday 26 November 2026"));
    // The owner was not asked yet, which the page says; a presenter does not lead the meeting.
    assert!(part(&page, "agenda").contains("to be asked: Ben, Dee"));
    assert!(part(&page, "agenda").contains("none found: everybody who leads in turn tells a review"));
}

#[test]
fn years_end_in_week_53_and_begin_in_week_1() {
    let test = SiteTest::new()
        .file("a.md", &review("Last", "2026-12-28", ""))
        .file("b.md", &review("Sunday", "2027-01-03", ""))
        .file("c.md", &review("First", "2027-01-04", ""));
    test.run(&["build", "library", "--as-of", "2027-01-08"]).ok();
    let last = test.text("digests/2026-W53/index.html");
    assert!(last.contains("28 December 2026 to 3 January 2027") && last.contains("Last") && last.contains("Sunday"));
    assert!(last.contains("href=\"../2027-W01/index.html\"") && last.contains("href=\"../2026-Q4/index.html\""));
    let first = test.text("digests/2027-W01/index.html");
    assert!(first.contains("4 to 10 January 2027") && first.contains("as of <time datetime=\"2027-01-08\">"));
    // Months are calendar months: the third of January is not in December.
    assert!(test.text("digests/2026-12/index.html").contains("1 review came out in it: 1 incident."));
    assert!(test.text("digests/2027-Q1/index.html").contains("2 reviews came out in it: 2 incidents."));
    let all = test.text("digests/index.html");
    assert!(all.find("id=\"y2027\"") < all.find("id=\"y2026\""));
    digest(&test, &["--week", "2027-W53"]).code(2).says("2027 has 52 weeks");
    digest(&test, &["--week", "last"]).code(2).says("write a week as 2026-W47");
}

#[test]
fn days_are_those_of_the_library_wherever_it_is() {
    // 2026-11-22T20:00Z: Sunday in Denver, Monday in Auckland.
    let late = "---\ntitle: Late\ntimes: {started: 2026-11-22T19:00Z, resolved: 2026-11-22T20:00Z}\n---\nText.\n";
    for (zone, week, days) in [
        ("Pacific/Auckland", "2026-W48", "23 to 29"),
        ("America/Denver", "2026-W47", "16 to 22"),
        ("UTC", "2026-W47", "16 to 22"),
    ] {
        let test = SiteTest::new().file("debrief.yaml", &format!("timezone: {zone}\n")).file("a.md", late);
        let mut run = program();
        run.current_dir(test.root()).args(["build", "library", "--quiet"]).env("SOURCE_DATE_EPOCH", "1795377600");
        assert!(run.status().expect("runs").success());
        let page = test.text("this-week/index.html");
        assert!(page.contains(&format!("data-week=\"{week}\"")) && page.contains(days), "{zone}");
        assert!(part(&page, "lesson").contains("Late"), "{zone}: the review ended in this very week");
    }
}

#[test]
fn a_week_that_begins_on_sunday_or_friday_has_its_own_days() {
    for (start, new) in [("monday", "B"), ("sunday", "A"), ("friday", "A")] {
        let test = SiteTest::new()
            .file("debrief.yaml", &format!("week_start: {start}\nmeeting: {{weekday: thursday}}\n"))
            .file("a.md", &review("A", if start == "friday" { "2026-11-13" } else { "2026-11-15" }, ""))
            .file("b.md", &review("B", "2026-11-22", ""));
        let text = digest(&test, &["--week", "2026-W47", "--as-of", "2026-11-30"]).ok().stdout;
        let other = if new == "A" { "Lesson of B." } else { "Lesson of A." };
        assert!(text.contains(&format!("Lesson of {new}.")), "{start}: {text}");
        assert!(start == "monday" || !text.contains(other), "{start}: {text}");
        assert!(text.contains("Thursday 19 November 2026"), "{start}: {text}");
    }
}

#[test]
fn the_week_ends_with_the_meeting_unless_another_first_day_is_said() {
    for (weekday, name, days) in [
        ("thursday", "2026-W47", "13 to 19 November 2026"),
        ("sunday", "2026-W47", "16 to 22 November 2026"),
        ("monday", "2026-W47", "17 to 23 November 2026"),
    ] {
        let test = SiteTest::new().file("debrief.yaml", &format!("meeting: {{weekday: {weekday}}}\n"));
        let page = digest(&test, &["--week", name, "--as-of", "2026-12-31", "--format", "html"]).ok().stdout;
        assert!(page.contains(days), "{weekday}: {days}:\n{page}");
    }
    // Two hundred reviews, one a day: each is in the week of a meeting, or listed as late in the week of the next one that was
    // held.
    let skip = "skip: [2026-08-06, 2026-12-24 to 2027-01-01]";
    for week_start in ["", "week_start: monday\n", "week_start: wednesday\n"] {
        let mut test =
            SiteTest::new().file("debrief.yaml", &format!("{week_start}meeting: {{weekday: thursday, {skip}}}\n"));
        let days: Vec<jiff::civil::Date> =
            (0..200).map(|n| jiff::civil::date(2026, 7, 3) + jiff::Span::new().days(n)).collect();
        for (n, day) in days.iter().enumerate() {
            test = test.file(&format!("n{n:03}.md"), &review(&format!("N{n:03}"), &day.to_string(), ""));
        }
        test.run(&["build", "library", "--as-of", "2027-02-10"]).ok();
        let mut told = std::collections::BTreeSet::new();
        for (path, bytes) in test.tree().into_iter().filter(|(path, _)| path.contains("-W")) {
            let page = String::from_utf8(bytes).expect("UTF-8");
            if page.contains("is not held this week") {
                assert!(page.contains("The next is on Thursday"), "{path}");
                continue;
            }
            let heard =
                ["lesson", "late", "new"].into_iter().filter(|key| page.contains(&format!("data-part=\"{key}\"")));
            let heard: String = heard.map(|key| part(&page, key)).collect();
            told.extend((0..days.len()).filter(|n| heard.contains(&format!("reviews/n{n:03}/"))));
        }
        assert_eq!(told.len(), days.len(), "{week_start}: some were never told");
    }
}

#[test]
fn an_empty_library_and_an_empty_week_have_digests() {
    let test = SiteTest::new().file("debrief.yaml", "base_url: https://x.example/\n");
    for format in FORMATS {
        let run = digest(&test, &["--as-of", FRIDAY, "--format", format]).ok();
        assert!(!run.stdout.is_empty(), "{format}");
    }
    test.build_with(&[]).ok();
    let page = test.text("this-week/index.html");
    assert!(page.contains("Nothing new this week so far."));
    // Nothing is presented, so that nothing can apply to anybody: the hour is about what nearly went wrong.
    assert!(!page.contains("Does this apply") && !page.contains("it could happen"), "{page}");
    assert!(part(&page, "questions").contains("What nearly went wrong lately"));
    let agenda = part(&page, "agenda").split("class=\"minutes\">").skip(1).collect::<Vec<_>>();
    assert!(agenda.len() == 2 && agenda[0].starts_with("5 min") && agenda[0].contains("Ground rules"), "{agenda:?}");
    assert!(agenda[1].starts_with("55 min") && agenda[1].contains("What nearly went wrong?"), "{agenda:?}");
    let test = SiteTest::new().file("old.md", &review("Old", "2025-01-06", "")).build();
    let page = test.text("this-week/index.html");
    assert!(page.contains("Nothing new this week so far. The lesson is from the archive."));
    assert!(part(&page, "lesson").contains("Lesson of Old."));
    assert!(!page.contains("data-part=\"actions\"") && !part(&page, "agenda").contains("Actions"), "none: no time");
    // A review published after last week's meeting has not been presented yet: it takes precedence over the archive.
    let test = test
        .file("debrief.yaml", "week_start: monday\nmeeting: {weekday: thursday}\n")
        .file("late.md", &review("Late", "2026-11-13", ""));
    let page = digest(&test, &["--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    assert!(page.contains("The lesson is of a review that came out after the last meeting."));
    assert!(part(&page, "lesson").contains("Lesson of Late.") && !page.contains("data-part=\"new\""));
    let page = digest(&test, &["--week", "2026-W52", "--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    assert!(page.contains("This week has not begun."));
}

#[test]
fn this_week_is_a_stable_address_of_the_current_week() {
    let test = fixture();
    test.run(&["build", "library", "--as-of", FRIDAY]).ok();
    let this = test.text("this-week/index.html");
    assert!(this.contains("<link rel=\"canonical\" href=\"https://learning.harbour.example/digests/2026-W47/\">"));
    let week = test.text("digests/2026-W47/index.html");
    assert!(!week.contains("rel=\"canonical\""));
    let plain = |page: &str| main_of(page).replace("../", "").replace("digests/", "");
    let (this, week) = (plain(&this), plain(&week));
    let without_links =
        |page: &str| page.split("href=\"").map(|p| p.split_once('"').map_or(p, |(_, rest)| rest)).collect::<String>();
    assert_eq!(without_links(&this), without_links(&week));
    let atom = test.text("digests/atom.xml");
    assert!(atom.contains("<title>Week 47, 2026: The lamp &amp; the &lt;b&gt;bucket&lt;/b&gt;</title>"), "{atom}");
    assert!(atom.contains("<id>https://learning.harbour.example/digests/2026-W47/</id>"));
    assert!(!atom.contains("Kestrel"));
}

#[test]
fn the_archive_brings_back_two_years_and_one_review_of_each() {
    let of = |day: &str| {
        format!("---\ntitle: Of {day}\ntimes: {{started: {day}T08:00Z}}\npublished: {day}\nlearnings: [L.]\n---\nx\n")
    };
    let mut test = SiteTest::new().file("new.md", &of("2026-11-17"));
    for day in ["2025-11-17", "2025-11-18", "2024-11-15", "2024-11-18", "2023-11-21", "2022-11-22"] {
        test = test.file(&format!("r{day}.md"), &of(day));
    }
    let page = digest(&test, &["--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    let archive = part(&page, "archive");
    assert_eq!(archive.matches("This week in").count(), 2, "{archive}");
    assert!(archive.contains("This week in 2025") && archive.contains("This week in 2024"), "{archive}");
    // The same days of the calendar as the week has, not those of the week of the same number.
    let test = SiteTest::new()
        .file("debrief.yaml", "meeting: {weekday: thursday}\n")
        .file("new.md", &of("2026-11-17"))
        .file("out.md", &of("2024-11-20"))
        .file("in.md", &of("2025-11-13"));
    let page = digest(&test, &["--week", "2026-W47", "--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    assert!(page.contains("13 to 19 November 2026") && part(&page, "archive").contains("reviews/in/"), "{page}");
    assert!(!page.contains("This week in 2024"), "{page}");
}

#[test]
fn an_action_that_was_closed_at_once_says_so_in_words() {
    let more =
        "times: {started: 2026-11-17T08:00Z}\nactions: [{title: Do it, owner: x, status: done, closed: 2026-11-17}]\n";
    let test = SiteTest::new().file("a.md", &review("A", "2026-11-17", more));
    let page = digest(&test, &["--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    assert!(part(&page, "actions").contains("closed the same day") && !page.contains("after 0 days"), "{page}");
}
