//! Actions in a digest: closed ones, three to decide on, and counts of the rest.

use super::{FRIDAY, digest, part, review, slides};
use crate::harness::SiteTest;

#[test]
fn a_week_of_forty_reviews_is_still_a_digest() {
    let mut test = SiteTest::new().file("debrief.yaml", "base_url: https://x.example/\n");
    for n in 0..40 {
        let more = format!(
            "went_well: [Well {n}.]\ncontributing_factors: [Stale cache]\nactions: [{{title: Do {n}, due: 2026-11-01}}]\n"
        );
        test = test.file(&format!("r{n:02}.md"), &review(&format!("R{n:02}"), "2026-11-17", &more));
    }
    let test = test.build();
    let page = test.text("this-week/index.html");
    assert!(page.contains("40 new reviews: 40 incidents."));
    // The lesson and four more are presented; the others have one line each.
    assert_eq!(part(&page, "new").matches("<article").count(), 4);
    assert_eq!(part(&page, "new").matches("class=\"why\"").count(), 35);
    assert_eq!(page.matches("data-story-minutes").count(), 5);
    assert!(part(&page, "well").contains("28 more in the new reviews."));
    // Three to decide on, and without an owner the other two of the five that are told.
    assert_eq!(part(&page, "actions").matches("<li").count(), 3 + 2);
    assert!(part(&page, "actions").contains("<a href=\"../actions/index.html\">40 actions are overdue in all</a>"));
    let run = |format| digest(&test, &["--as-of", FRIDAY, "--format", format]).ok().stdout;
    assert!(run("text").contains("(27 more on the page)") && run("text").contains("40 actions are overdue in all"));
    let slack: serde_json::Value = serde_json::from_str(&run("slack")).expect("JSON");
    assert!(slack["blocks"].as_array().expect("blocks").len() < 12);
    assert!(run("eml").len() < 102_000 && run("eml").contains("30 more reviews"));
}

/// A library with `n` overdue actions of high priority, one review for each ten of them.
fn overdue(n: usize) -> SiteTest {
    let mut test =
        SiteTest::new().file("debrief.yaml", "base_url: https://x.example/\nteams: {harbour: {label: Harbour}}\n");
    for first in (0..n).step_by(10) {
        let actions: Vec<_> = (first..n.min(first + 10))
            .map(|m| {
                format!(
                    "{{title: Do {m:03}, priority: high, owner: eve, due: 2026-0{}-{:02}}}",
                    1 + m / 100,
                    1 + m % 28
                )
            })
            .collect();
        let more = format!("teams: [harbour]\nactions: [{}]\n", actions.join(", "));
        test = test.file(&format!("r{first:03}.md"), &review(&format!("R{first:03}"), "2025-11-03", &more));
    }
    test
}

#[test]
fn six_hundred_overdue_actions_are_a_count_and_a_link() {
    let test = overdue(600).build();
    let week = test.text("this-week/index.html");
    assert_eq!(part(&week, "actions").matches("<li").count(), 3, "three to decide on");
    assert!(part(&week, "actions").contains("<a href=\"../actions/index.html\">600 actions are overdue in all</a>"));
    let home = test.text("index.html");
    assert!(
        home.contains("600 overdue") && home.matches("class=\"action ").count() + home.matches("Do 0").count() < 30
    );
    let run = |format| digest(&test, &["--as-of", FRIDAY, "--format", format]).ok().stdout;
    for format in ["text", "md"] {
        assert!(
            run(format).contains("600 actions are overdue in all") && run(format).matches("Do ").count() < 16,
            "{format}: {}",
            run(format)
        );
    }
    assert!(run("eml").len() < 102_000 && !run("eml").contains("eve"));
    let slack: serde_json::Value = serde_json::from_str(&run("slack")).expect("JSON");
    assert!(slack["blocks"].as_array().expect("blocks").len() < 12 && run("slack").len() < 4_000);
    assert!(!run("slack").contains("eve"));
}

/// The titles of a group of actions on a week's page.
fn group(page: &str, key: &str) -> Vec<String> {
    let Some((_, rest)) = page.split_once(&format!("<div class=\"group-{key}\">")) else { return Vec::new() };
    let rest = rest.split("</ul>").next().unwrap_or_default();
    let titles = rest.split("Do ").skip(1).map(|rest| rest.chars().take_while(char::is_ascii_alphanumeric).collect());
    titles.collect()
}

#[test]
fn three_to_decide_on_take_turns_week_by_week_and_stay_the_same_all_week() {
    let test = overdue(7);
    let decide = |week: &str, as_of: &str| {
        let page = digest(&test, &["--week", week, "--as-of", as_of, "--format", "html"]).ok().stdout;
        group(&page, "decide")
    };
    let mut asked = std::collections::BTreeSet::new();
    for (week, sunday) in [("2026-W45", "2026-11-08"), ("2026-W46", "2026-11-15"), ("2026-W47", "2026-11-22")] {
        let three = decide(week, sunday);
        assert_eq!(three.len(), 3, "{week}");
        asked.extend(three);
    }
    assert_eq!(asked.len(), 7, "in three weeks all seven have been asked about: {asked:?}");
    // On Wednesday another action becomes overdue, and a second is done.
    let more = "actions: [{title: Do new, priority: high, due: 2026-11-17}]\n";
    test.put("new.md", review("New", "2026-11-02", more).as_bytes());
    let monday = decide("2026-W47", "2026-11-16");
    assert_eq!(monday, decide("2026-W47", "2026-11-19"));
    let text = std::fs::read_to_string(test.library().join("r000.md")).expect("a review");
    let first = format!("{{title: Do {}, priority: high,", monday[0]);
    test.put("r000.md", text.replace(&first, &format!("{first} status: done, closed: 2026-11-18,")).as_bytes());
    let later = decide("2026-W47", "2026-11-19");
    assert!(
        !later.contains(&monday[0]) && later.contains(&monday[1]) && later.contains(&monday[2]) && later.len() == 3
    );
}

#[test]
fn what_takes_the_place_of_a_closed_action_is_not_what_the_last_meeting_had() {
    let test = overdue(9);
    let decide = |week: &str, as_of: &str| {
        group(&digest(&test, &["--week", week, "--as-of", as_of, "--format", "html"]).ok().stdout, "decide")
    };
    let last = decide("2026-W46", "2026-11-15");
    let own = decide("2026-W47", "2026-11-16");
    let mut text = std::fs::read_to_string(test.library().join("r000.md")).expect("a review");
    for closed in &own {
        let first = format!("{{title: Do {closed}, priority: high,");
        text = text.replace(&first, &format!("{first} status: done, closed: 2026-11-17,"));
    }
    test.put("r000.md", text.as_bytes());
    let filled = decide("2026-W47", "2026-11-19");
    assert!(filled.len() == 3 && filled.iter().all(|action| !last.contains(action)), "{last:?}, {own:?}, {filled:?}");
}

#[test]
fn no_action_is_asked_about_in_every_meeting() {
    for all in [4, 5, 6] {
        let test = overdue(all);
        let mut times = std::collections::BTreeMap::new();
        for week in 40..48 {
            let page =
                digest(&test, &["--week", &format!("2026-W{week}"), "--as-of", "2026-11-22", "--format", "html"])
                    .ok()
                    .stdout;
            for action in group(&page, "decide") {
                *times.entry(action).or_insert(0) += 1;
            }
        }
        assert!(times.len() == all && times.values().all(|times| *times < 8), "{all}: {times:?}");
    }
}

#[test]
fn an_action_stands_in_one_group() {
    // Overdue since Monday and without an owner; without an owner and due soon; due soon.
    let more = "actions: [{title: Do a, due: 2026-11-17}, {title: Do b, due: 2026-11-25}, {title: Do c, owner: x, due: 2026-11-26}, \
                {title: Do d}, {title: Do e, due: 2026-10-01}, {title: Do f, due: 2026-10-01}, {title: Do g, due: 2026-10-01}]\n";
    let test = SiteTest::new().file("a.md", &review("A", "2026-11-16", more));
    let page = digest(&test, &["--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    let keys = ["decide", "late", "unclear", "due"];
    assert_eq!(keys.map(|key| group(&page, key).concat()), ["efg", "a", "bd", "c"]);
    let counts = keys.map(|key| {
        let heading = page.split_once(&format!("<div class=\"group-{key}\">")).map_or("", |(_, rest)| rest);
        heading.split("class=\"count\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default().to_owned()
    });
    assert_eq!(counts, ["3", "1", "2", "1"]);
}

#[test]
fn an_action_counts_once_wherever_actions_are_counted() {
    let config = "teams: {deck: {label: Deck}, keel: {label: Keel}}\n\
                  services: {fares: {team: deck}, boards: {team: keel}}\n";
    let more = "teams: [keel, deck]\nservices: [fares, boards]\n\
                actions: [{title: One, owner: deck, due: 2026-12-01}, {title: Two, owner: ana}, {title: Three, closed: 2026-11-18}]\n";
    let test = SiteTest::new().file("debrief.yaml", config).file("a.md", &review("A", "2026-11-17", more)).build();
    let open = |page: &str| {
        let text = test.text(page);
        let (before, _) = text.split_once(" open action").unwrap_or_default();
        let digits: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
        digits.chars().rev().collect::<String>()
    };
    assert!(test.text("index.html").contains(">2 actions open.</a>"));
    assert_eq!([open("teams/deck/index.html"), open("teams/keel/index.html")], ["1", "1"], "each of one team");
    assert!(test.text("actions/index.html").contains("2 open actions"), "{}", test.text("actions/index.html"));
    let month = test.text("digests/2026-11/index.html");
    assert!(month.contains("3 opened by the reviews that came out, 1 closed"), "{month}");
    assert_eq!(part(&test.text("this-week/index.html"), "actions").matches("<li").count(), 3);
}

#[test]
fn the_agenda_speaks_of_decisions_only_where_there_are_any() {
    let of = |actions: &str| {
        let test = SiteTest::new()
            .file("debrief.yaml", "meeting: {weekday: thursday}\n")
            .file("a.md", &review("A", "2026-11-17", actions));
        let page = digest(&test, &["--as-of", "2026-11-19", "--format", "html"]).ok().stdout;
        part(&page, "agenda").to_owned()
    };
    assert!(!of("").contains("Actions</strong>"), "no action, no time for them");
    let due = of("actions: [{title: A, owner: x, due: 2026-11-25}]\n");
    assert!(due.contains("A word on what is due."), "{due}");
    assert!(of("actions: [{title: A, due: 2026-10-01}]\n").contains("A decision on one that is overdue"));
    // A meeting that is not held has no agenda.
    let test = SiteTest::new()
        .file("debrief.yaml", "meeting: {weekday: thursday, skip: [2026-11-19]}\n")
        .file("a.md", &review("A", "2026-11-17", "people: {owner: Ana}\n"));
    let page = digest(&test, &["--as-of", "2026-11-19", "--format", "html"]).ok().stdout;
    for gone in ["class=\"agenda\"", "Ground rules", " min</span>", "Facilitator"] {
        assert!(!super::main_of(&page).contains(gone), "{gone}: {}", super::main_of(&page));
    }
    assert!(page.contains("What came out is told in the next meeting."));
}

#[test]
fn slides_and_notes_name_teams_where_there_are_any() {
    let of = |team: &str| {
        let front = format!(
            "{team}actions: [{{title: Mend it, owner: jdoe, due: 2026-11-18}}, {{title: Look at it, due: 2026-11-18}}]\n"
        );
        let test = SiteTest::new().file("a.md", &review("A", "2026-11-10", &front));
        let page = slides(&test, "2026-W47", FRIDAY);
        let (_, actions) = page.split_once("<h2>To decide today").expect("actions");
        let (list, rest) = actions.split_once("</ul>").expect("its end");
        (list.to_owned(), rest.split_once("</aside>").expect("notes").0.to_owned())
    };
    let (list, notes) = of("teams: [watch]\n");
    assert!(!list.contains("jdoe") && list.contains(">watch, due") && list.contains("watch, no owner"), "{list}");
    assert!(notes.contains("Mend it") && !notes.contains("jdoe"), "{notes}");
    assert!(of("").0.contains("jdoe"), "without a team an action would be nobody's: {}", of("").0);
}

#[test]
fn slides_of_actions_name_the_review_and_the_reason_and_keep_what_is_to_be_decided_together() {
    let actions = [1, 2, 3].map(|n| format!("{{title: Decide {n}, owner: x, due: 2026-10-0{n}}}, ")).concat();
    let more = format!(
        "actions: [{actions}{{title: Later, owner: x, due: 2026-11-17}}, {{title: Refused, owner: x, status: wont_do, closed: 2026-11-18, reason: Too loud.}}, \
         {{title: Closed, owner: x, closed: 2026-11-18}}]\n"
    );
    let test = SiteTest::new().file("a.md", &review("The bell", "2026-09-10", &more));
    let page = slides(&test, "2026-W47", FRIDAY);
    let slides: Vec<_> = page.split("<section>").filter(|slide| slide.contains("deck-of")).collect();
    let of = |words: &str| slides.iter().find(|slide| slide.contains(words)).unwrap_or_else(|| panic!("no {words}"));
    let decide = of("To decide today");
    assert_eq!(decide.matches("Decide ").count(), 3, "{decide}");
    assert!(decide.contains("4 actions are overdue in all") && !decide.contains("Became overdue"), "{decide}");
    assert!(of("Refused").contains("Too loud."), "{}", of("Refused"));
    for (words, tag) in [("Decide 1", "<li"), ("Refused", "<tr"), ("Closed<", "<tr")] {
        let row = of(words).split(tag).find(|row| row.contains(words)).expect("its row");
        assert!(row.contains("The bell"), "{row}");
    }
}

#[test]
fn what_is_only_read_says_what_happened_and_never_a_lesson_in_its_place() {
    let mut test = SiteTest::new();
    for n in 0..12 {
        let more = match n % 3 {
            0 => format!("summary: Board {n} was dark.\n"),
            1 => format!("impact: {{summary: Quay {n} was closed for all.}}\n"),
            _ => String::new(),
        };
        test = test.file(&format!("r{n:02}.md"), &review(&format!("R{n:02}"), "2026-11-17", &more));
    }
    let page = digest(&test, &["--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    for text in [page, slides(&test, "2026-W47", FRIDAY)] {
        for n in 8..12 {
            let row = text
                .split("<li")
                .find(|row| row.contains(&format!("reviews/r{n:02}/")) && row.contains("class=\"why\""));
            let row = row.unwrap_or_else(|| panic!("no row of {n}: {text}"));
            let said = match n % 3 {
                0 => format!("Board {n} was dark."),
                1 => format!("Quay {n} was closed for all."),
                _ => "The review has no summary.".to_owned(),
            };
            assert!(row.contains(&said) && !row.contains("Lesson of"), "{row}");
        }
    }
}
