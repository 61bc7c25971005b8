//! The questions about the stories of a week.

use super::{FRIDAY, digest, fixture, part, review};
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
        "“Silence taken for good news” contributed to “The lamp",
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
fn stories_without_a_factor_are_asked_about_by_their_lessons_and_services() {
    let test = SiteTest::new()
        .file("debrief.yaml", "meeting: {weekday: thursday}\n")
        .file("a.md", &review("Bell", "2026-01-14", "services: [fares]\n"))
        .file(
            "b.md",
            &review("Gate", "2026-01-14", "services: [boards]\n").replace("learnings: [Lesson of Gate.]\n", ""),
        )
        .file("c.md", &review("Lamp", "2026-01-15", "services: [boards]\n"));
    let page = digest(&test, &["--week", "2026-W03", "--as-of", "2026-01-15", "--format", "html"]).ok().stdout;
    let questions = part(&page, "questions");
    for words in ["“Bell” taught: “Lesson of Bell.” – where else", "“Gate” was in boards: what else", "“Lamp” taught:"]
    {
        assert!(questions.contains(words), "{words}: {questions}");
    }
    assert!(!questions.contains("something like what was told"), "{questions}");
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
