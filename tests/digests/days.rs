//! Which days a week has, and how each page of a week is reached.

use super::{digest, part, review};
use crate::harness::SiteTest;

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
fn each_page_of_a_week_is_reached_and_no_message_leads_to_another() {
    let test = SiteTest::new()
        .file(
            "debrief.yaml",
            "base_url: https://x.example/\nmeeting: {weekday: thursday, skip: [2025-12-21 to 2026-01-03]}\n",
        )
        .file("a.md", &review("A", "2025-11-18", ""))
        .file("b.md", &review("B", "2026-01-20", ""));
    test.run(&["build", "library", "--as-of", "2026-01-22"]).ok();
    let weeks: Vec<_> =
        test.tree().into_keys().filter(|path| path.contains("-W") && !path.contains("/slides/")).collect();
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
            let label = if has_page { "[The page of this week]" } else { "[All weeks]" };
            assert!(format != "md" || text.contains(label), "{text}");
        }
    }
}

#[test]
fn a_review_came_out_after_its_last_entry_but_not_after_one_of_another_year() {
    let of = |title: &str, last: &str| {
        format!(
            "---\ntitle: {title}\ntimes: {{started: 2026-11-12T08:00Z, resolved: 2026-11-12T09:00Z}}\n\
             timeline:\n  - {{at: 2026-11-12T08:00Z, what: It began}}\n  - {{at: {last}, what: It was looked at again}}\n---\nText.\n"
        )
    };
    let test = SiteTest::new()
        .file("soon.md", &of("Soon", "2026-11-17T09:00Z"))
        .file("year.md", &of("Year", "2062-11-12T09:00Z"))
        .build();
    let of_week = |week: &str| test.text(&format!("digests/{week}/index.html"));
    let (before, after) = (of_week("2026-W46"), of_week("2026-W47"));
    assert!(part(&after, "lesson").contains("reviews/soon/") && after.contains("placed by the last entry"), "{after}");
    assert!(part(&before, "lesson").contains("reviews/year/") && !before.contains("reviews/soon/"), "{before}");
}

#[test]
fn a_review_is_not_told_before_the_day_on_which_it_says_that_it_was_written() {
    let mail = "# Re: tills\n\nFrom: Ana\nDate: 9 May 2026\nSubject: tills\n\nAll tills were down.\n";
    let test = SiteTest::new()
        .file("debrief.yaml", "foreign: true\n")
        .file("memo.md", "# Nodes down\n\nAll nodes were down on 11 March 2026.\n\nWritten on 8 May 2026.\n")
        .file("mail.md", mail);
    test.run(&["build", "library", "--as-of", "2026-05-07"]).ok();
    assert!(["memo", "mail"].iter().all(|id| !test.tree().contains_key(&format!("reviews/{id}/index.html"))));
    test.run(&["build", "library", "--as-of", "2026-05-10"]).ok();
    let page = test.text("digests/2026-W19/index.html");
    assert!(page.contains("reviews/memo/") && page.contains("reviews/mail/"), "{page}");
    assert!(page.contains("11 March 2026") && page.contains("The day is not stated"), "{page}");
    assert!(page.contains("placed by the day of writing that its text states"), "{page}");
}

#[test]
fn a_review_is_not_told_before_the_day_that_its_file_its_front_matter_or_its_last_entry_names() {
    let test = SiteTest::new()
        .file("debrief.yaml", "foreign: true\n")
        .file("2026-05-08-name.md", "# Nodes down\n\nDate: 2026-03-10\n\nAll nodes were down.\n")
        .file(
            "post.md",
            "---\ntitle: Pages missing\ndate: '2026-05-09T20:10:01Z'\n---\n\nOn March 11th, 2026 pages were missing.\n",
        )
        .file(
            "last.md",
            "# Keys lost\n\n## Timeline\n\n2026-03-12 - Keys were lost.\n\n2026-05-10 - New keys were made.\n",
        );
    test.run(&["build", "library", "--as-of", "2026-05-07"]).ok();
    let ids = ["2026-05-08-name", "post", "last"];
    assert!(ids.iter().all(|id| !test.tree().contains_key(&format!("reviews/{id}/index.html"))));
    test.run(&["build", "library", "--as-of", "2026-05-10"]).ok();
    let page = test.text("digests/2026-W19/index.html");
    for id in ids {
        assert!(page.contains(&format!("reviews/{id}/")), "{id}: {page}");
    }
    assert!(
        page.contains("placed by the day in its front matter or file name")
            && page.contains("placed by the last entry"),
        "{page}"
    );
}
