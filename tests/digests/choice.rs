//! Which review gives the lesson of the week, why, and the questions about it.

use super::{FRIDAY, digest, fixture, main_of, part, review};
use crate::harness::{SiteTest, sample};

#[test]
fn questions_ask_how_and_what() {
    let test = SiteTest::of(&sample()).build();
    for (path, bytes) in test.tree().into_iter().filter(|(path, _)| path.starts_with("digests/2")) {
        let page = String::from_utf8(bytes).expect("UTF-8");
        let lists = ["questions", "story-questions"].map(|class| format!("<ol class=\"{class}\">"));
        let lists = lists.iter().flat_map(|list| page.split(list.as_str()).skip(1));
        for item in lists.flat_map(|rest| rest.split("</ol>").next().unwrap_or_default().split("<li").skip(1)) {
            let Some(text) = item.split('>').nth(1).and_then(|rest| rest.split('<').next()) else { continue };
            let text = text.to_lowercase();
            let own: String = text.split('“').map(|rest| rest.split('”').next_back().unwrap_or_default()).collect();
            let words: Vec<_> = own.split(|c: char| !c.is_alphanumeric()).collect();
            assert!(!words.iter().any(|word| matches!(*word, "who" | "why" | "whose" | "whom")), "{path}: {text}");
            assert!(text.trim_end().ends_with('?'), "{path}: {text}");
        }
    }
    let page = digest(&fixture(), &["--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    let questions = part(&page, "questions");
    for words in [
        "change for Fares and everyone? How would we see that it has?",
        "“Stale cache” has come back",
        "What is “tide-table”, which is in no list of ours",
        "Where do we have something like what was told?",
    ] {
        assert!(questions.contains(words), "{words}: {questions}");
    }
    let lesson = part(&page, "lesson");
    for words in [
        "Where else does an answer pass through a cache?",
        "What would it take to answer what its authors leave open?",
        "It took 5 min until we knew. How would we know sooner? How would we recover sooner than after 18 h 29 min?",
        "How specifically will we improve",
        "How was it to respond",
        "how much of this was new to you? How many of us knew all the moving pieces?",
    ] {
        assert!(lesson.contains(words), "{words}: {lesson}");
    }
    assert!(!page.contains("Why did nobody") && !page.contains("<li dir=\"auto\">How do we know sooner?"));
    for key in ["late", "near"] {
        assert!(part(&page, key).contains("How specifically will we improve"), "{key} has its own questions");
    }
}

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

#[test]
fn open_questions_are_asked_in_the_words_of_their_authors_unless_they_look_for_somebody() {
    let of = |question: &str| {
        let more = format!("open_questions: [\"{question}\"]\n");
        let test = SiteTest::new().file("a.md", &review("A", "2026-11-17", &more));
        let text = digest(&test, &["--as-of", FRIDAY]).ok().stdout;
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for question in ["Who speaks for the ship?", "Why did the queue go by surname?"] {
        let asked = format!("Ask: Its authors leave open: “{question}” What would it take to find out?");
        assert!(of(question).contains(&asked), "{}", of(question));
    }
    for question in ["Who forgot the key?", "Why did nobody look?"] {
        let text = of(question);
        assert!(!text.contains(question), "{text}");
        assert!(text.contains("Ask: What would it take to answer what its authors leave open?"), "{text}");
    }
}

#[test]
fn immediate_detection_gets_no_question_about_sooner_and_surprises_are_quoted() {
    let of = |fields: &str| {
        let times = "times: {started: 2026-11-12T08:00Z, detected: 2026-11-12T08:00Z, resolved: 2026-11-12T09:00Z}\n";
        let test = SiteTest::new().file("a.md", &review("A", "2026-11-17", &format!("{times}{fields}")));
        let text = digest(&test, &["--as-of", FRIDAY]).ok().stdout;
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(of("").contains("Ask: We knew at once. What made that so? Where would it not be so?"), "{}", of(""));
    assert!(!of("").contains("know sooner"), "{}", of(""));
    assert!(of("kind: drill\n").contains("how would we have known"), "an exercise is known of before it begins");
    let surprise = of("surprises: [One cannot average who is aboard.]\n");
    assert!(surprise.contains("“One cannot average who is aboard.” What would surprise us"), "{surprise}");
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
    assert!(id == 'b' && why.contains("its contributing factors were seen in 3 other services"), "{id}: {why}");
}

#[test]
fn severity_decides_between_equals_and_the_number_of_points_never_does() {
    assert_eq!(chosen(&[], "severity: sev4\n", "severity: sev1\n").0, 'b');
    let many: Vec<_> = (0..30).map(|n| format!("Point {n}.")).collect();
    let many =
        format!("learnings: [{0}]\nsurprises: [{0}]\nwent_well: [{0}]\nopen_questions: [{0}]\n", many.join(", "));
    let (id, why) = chosen(&[], "", &many);
    assert_eq!((id, why.as_str()), ('a', "Chosen among the reviews of this week; nothing sets it apart."));
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
    let pages = test.tree().into_iter().filter(|(path, _)| path.contains("-W"));
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

#[test]
fn questions_fit_the_kind_and_do_not_ask_for_speed_after_a_quick_response() {
    let of = |fields: &str| {
        let times = "times: {started: 2026-11-12T08:00Z, detected: 2026-11-12T08:01Z, mitigated: 2026-11-12T09:00Z}\n";
        let test = SiteTest::new().file("a.md", &review("A", "2026-11-17", &format!("{times}{fields}")));
        let text = digest(&test, &["--as-of", FRIDAY]).ok().stdout;
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for (fields, asked) in [
        ("", "What made that so quick? Where would it not be so? How would we recover sooner than after 1 h?"),
        ("impact: {customers: false}\n", "Where would it not be so? How would we recover sooner?"),
        ("kind: near_miss\n", "What would have happened if nobody had noticed?"),
        (
            "kind: drill\n",
            "Had it been no exercise: how would we have known of it sooner? How would we have recovered sooner?",
        ),
    ] {
        assert!(of(fields).contains(asked), "{fields}: {}", of(fields));
    }
}

#[test]
fn a_short_incident_is_asked_how_it_was_so_quick() {
    let of = |detected: &str, over: &str, more: &str| {
        let times = format!(
            "times: {{started: 2026-11-12T08:00Z, detected: 2026-11-12T08:{detected}Z, mitigated: 2026-11-12T08:{over}Z}}\n"
        );
        let test = SiteTest::new().file("a.md", &review("A", "2026-11-17", &format!("{times}{more}")));
        let text = digest(&test, &["--as-of", FRIDAY]).ok().stdout;
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let quick = of("00", "04", "");
    assert!(quick.contains("It was over after 4 min. What made that so quick") && !quick.contains("sooner"), "{quick}");
    assert!(of("00", "06", "").contains("recover sooner than after 6 min?"));
    let told = of("02", "04", "detection: {source: customer}\n");
    assert!(told.contains("Customers told us, after 2 min. How would we know sooner"), "{told}");
}
