//! What a digest says is so: reasons, counts, what changed, what was there on a day, and what is missing is said.

use super::{FRIDAY, digest, main_of, part, review, slides};
use crate::harness::SiteTest;
use crate::repository::git;

/// A review with learnings of its own.
fn with_learnings(title: &str, published: &str, more: &str) -> String {
    review(title, published, more).replacen(&format!("learnings: [Lesson of {title}.]\n"), "", 1)
}

/// A week's page, or another format of it, with its spaces made one.
fn told(test: &SiteTest, week: &str, format: &str) -> String {
    let text = digest(test, &["--week", week, "--as-of", "2026-12-31", "--format", format]).ok().stdout;
    text.replace("=\r\n", "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn lessons_reach_others_than_their_own_and_an_open_question_is_no_lesson() {
    let points = "services: [fares]\nlearnings: [{text: Look., applies_to: [fares, boards]}]\n\
                  open_questions: [{text: How so?, applies_to: [quay, boards]}]\n";
    let test = SiteTest::new()
        .file("a.md", &with_learnings("A", "2026-11-17", points))
        .file("b.md", &review("B", "2026-11-17", "severity: sev5\n"));
    let page = told(&test, "2026-W47", "html");
    assert!(page.contains("its lessons name 1 other service or team"), "{page}");
    let reach = page.split("<dt>Its lessons name</dt>").nth(1).unwrap_or_default();
    let (lessons, asked) = reach.split_once("<dt>Its open questions name</dt>").expect("both");
    assert!(lessons.contains("oards") && !lessons.contains("ares"), "{lessons}");
    assert!(asked.split("</dd>").next().unwrap_or_default().contains("uay"), "{asked}");
    let text = told(&test, "2026-W47", "text");
    assert!(text.contains("Applies to: boards") && text.contains("Its open questions name: quay"), "{text}");
}

#[test]
fn a_reason_counts_each_review_once_and_tells_the_chosen_from_the_next() {
    let both = "services: [fares, boards]\n";
    let test = SiteTest::new()
        .file("old.md", &review("Old", "2026-10-20", both))
        .file("a.md", &review("A", "2026-11-17", both))
        .file("b.md", &review("B", "2026-11-18", "services: [quay]\n"))
        .file("c.md", &with_learnings("C", "2026-11-18", "services: [fares]\nlearnings: []\n"));
    let page = told(&test, "2026-W47", "html");
    assert!(page.contains("its services had 1 other review in the 90 days before this week"), "{page}");
    // What both have does not speak for one of them; what decided is said.
    let test = SiteTest::new()
        .file(
            "a.md",
            &with_learnings("A", "2026-11-17", "severity: sev4\nlearnings: [{text: Look., applies_to: [quay]}]\n"),
        )
        .file(
            "b.md",
            &with_learnings("B", "2026-11-17", "severity: sev1\nlearnings: [{text: Look., applies_to: [quay]}]\n"),
        );
    let page = told(&test, "2026-W47", "html");
    let why = page.split("class=\"why-chosen\"").nth(1).and_then(|rest| rest.split("</p>").next()).unwrap_or_default();
    assert!(part(&page, "lesson").contains("reviews/b/") && why.contains("its severity is "), "{why}");
    assert!(!why.contains("lessons name"), "{why}");
}

#[test]
fn factors_that_most_services_have_say_nothing_of_any_of_them() {
    let of = |factors: &str, common: usize| {
        let fields = format!("services: [s0]\ncontributing_factors: [{factors}]\n");
        let mut test = SiteTest::new().file("a.md", &review("A", "2026-11-17", &fields));
        for n in 1..10 {
            let factor = if n == 9 {
                "Rare"
            } else if n <= common {
                "Common"
            } else {
                "Other"
            };
            let fields = format!("services: [s{n}]\ncontributing_factors: [{factor}]\n");
            test = test.file(&format!("o{n}.md"), &review("O", "2026-01-05", &fields));
        }
        let page = told(&test, "2026-W47", "html");
        let seen = page.split("Seen elsewhere</dt>").nth(1).unwrap_or_default();
        let seen = seen.split("</dd>").next().unwrap_or_default().to_owned();
        (seen.matches("<a ").count(), seen.contains("Rare"), seen.contains("Common"))
    };
    assert_eq!(of("Common, Rare", 8), (1, true, false), "the rarest is told, by its name");
    assert_eq!(of("Common, Rare", 0), (1, true, false), "nobody else has the common one");
    assert_eq!(of("Common", 4), (4, false, true), "half of the services have it, with the own one");
    assert_eq!(of("Common", 5), (0, false, false), "more than half of them have it");
}

#[test]
fn an_action_closed_before_its_review_is_not_one_of_this_week() {
    let actions = "actions: [{title: Early, owner: x, status: done, closed: 2026-11-02}]\n";
    let test = SiteTest::new().file("a.md", &review("A", "2026-11-17", actions));
    let page = told(&test, "2026-W47", "html");
    assert!(page.contains("Closed before the review came out") && !page.contains("Closed this week"), "{page}");
    assert!(!page.contains("1 action closed"), "{page}");
}

#[test]
fn thanks_are_no_change() {
    let of = |day: &str, more: &str| review("Gate", day, &format!("times: {{started: {day}T08:00Z}}\n{more}"));
    let actions = "actions: [{title: Thank the postman, owner: x, status: done, closed: 2026-03-04}, \
                   {title: Widen the gate, owner: x, status: done, closed: 2026-03-05}]\n";
    let test = SiteTest::new()
        .file("old.md", &of("2026-03-03", actions))
        .file("new.md", &of("2026-11-17", "recurrence_of: old\n"));
    let text = told(&test, "2026-W47", "text");
    assert!(text.contains("Changed after the last time: Widen the gate") && !text.contains("Thank"), "{text}");
}

#[test]
fn the_median_of_two_lies_between_them() {
    let of = |minutes: &str| {
        let times = format!("times: {{started: 2026-11-12T08:00Z, mitigated: 2026-11-12T08:{minutes}Z}}\n");
        review("A", "2026-11-17", &format!("{times}impact: {{customers: true}}\n"))
    };
    let test = SiteTest::new().file("a.md", &of("10")).file("b.md", &of("20"));
    test.run(&["build", "library", "--as-of", "2026-12-31"]).ok();
    let page = test.text("digests/2026-11/index.html");
    assert!(page.contains("10 min to 20 min, median 15 min"), "{page}");
}

#[test]
fn a_told_story_says_what_changes_and_an_old_one_what_was_done_since() {
    let fields = "teams: [harbour]\ncontributing_factors: [Stale cache]\ngot_lucky: [The moon shone.]\n\
                  times: {started: 2026-01-12T08:00Z, mitigated: 2026-01-12T08:11Z}\n\
                  actions: [{title: Widen the gate, owner: eve@, due: 2026-12-01}, {title: Ring a bell, owner: x, \
                  status: wont_do, closed: 2026-02-20, reason: Too loud.}, {title: Count, owner: x, status: done, closed: 2026-02-01}]\n";
    let test = SiteTest::new()
        .file("debrief.yaml", "base_url: https://x.example/\nmeeting: {weekday: thursday}\n")
        .file("a.md", &review("A", "2026-01-15", fields));
    let new = main_of(&told(&test, "2026-W03", "html")).to_owned();
    for words in ["What we change", "Widen the gate", "arbour, due 1 December 2026", "11 min of harm", "tale cache"] {
        assert!(new.contains(words), "{words}: {new}");
    }
    assert!(new.contains("It was luck: “The moon shone.”"), "{new}");
    let old = told(&test, "2026-W30", "html");
    for words in
        ["What became of its actions", "decided against on 20 February 2026", "Too loud.", "is it still right?"]
    {
        assert!(old.contains(words), "{words}: {old}");
    }
    assert!(!old.contains("How specifically will we improve"), "{old}");
    for format in ["eml", "slack", "text"] {
        let text = told(&test, "2026-W03", format);
        assert!(text.contains("What changes:") && text.contains("12 January 2026") && text.contains("11 min of harm"));
        assert!(text.contains("Widen the gate") && !text.contains("eve@"), "{format}: {text}");
    }
    // The invitation of a quiet week leads to a page, which the list of weeks names.
    test.run(&["build", "library", "--as-of", "2026-12-31"]).ok();
    assert!(test.text("digests/2026-W30/index.html").contains("The meeting"));
    assert!(test.text("digests/index.html").contains("2026-W30"));
    assert!(!test.tree().contains_key("digests/2026-W02/index.html"), "the library had not begun");
}

#[test]
fn a_decision_without_a_date_is_not_one_of_a_past_day() {
    let fields = "actions: [{title: Ring a bell, status: wont_do, reason: \"Too loud, as the second time showed.\"}]\n";
    let test = SiteTest::new()
        .file("debrief.yaml", "base_url: https://x.example/\nmeeting: {weekday: thursday}\n")
        .file("a.md", &review("A", "2026-01-15", fields));
    let past = told(&test, "2026-W03", "html");
    assert!(past.contains("decided against; on which day is not stated") && !past.contains("Too loud"), "{past}");
    let later = told(&test, "2026-W30", "html");
    assert!(later.contains("What became of its actions") && !later.contains("is it still right?"), "{later}");
    let then = digest(&test, &["--week", "2026-W03", "--as-of", "2026-01-15", "--format", "html"]).ok().stdout;
    assert!(then.contains("decided against") && then.contains("Too loud"), "{then}");
}

#[test]
fn a_message_names_teams_where_texts_name_people() {
    let fields = "summary: Inga Moe rang Ana twice.\nteams: [harbour]\npeople: {owner: Inga Moe, presenter: Ana}\n\
                  surprises: [Nobody but Inga had a *key of Ana*.]\n\
                  actions: [{title: Give Inga a second key, owner: Inga Moe}]\n";
    let test = SiteTest::new()
        .file("debrief.yaml", "base_url: https://x.example/\nmeeting: {weekday: thursday}\n")
        .file("a.md", &review("A", "2026-01-15", fields));
    for format in ["eml", "slack"] {
        let text = told(&test, "2026-W03", format);
        for name in ["Inga", "Moe", "Ana"] {
            assert!(!text.contains(name), "{format} names {name}: {text}");
        }
        assert!(
            text.contains("arbour rang harbour twice") || text.contains("arbour rang Harbour twice"),
            "{format}: {text}"
        );
    }
    assert!(told(&test, "2026-W03", "html").contains("Inga Moe rang Ana twice."));
}

#[test]
fn a_message_knows_names_across_styles_and_links_that_are_defined_below() {
    let body = "## Surprises\n\n- Thanks to **Grace** Hope we read [the log][l].\n\n\
                ## Lessons learned\n\n- Grace Hope pages the *search* team; see [the plan][].\n\n[l]: https://x.example/l\n[the plan]: https://x.example/p\n";
    let text = format!(
        "---\ntitle: A\npublished: 2026-01-15\nsummary: It fell.\nteams: [search]\npeople: {{owner: Grace Hope}}\n---\n{body}"
    );
    let test = SiteTest::new().file("debrief.yaml", "base_url: https://x.example/\n").file("a.md", &text);
    for format in ["eml", "slack"] {
        let text = told(&test, "2026-W03", format);
        for gone in ["Grace", "Hope", "[l]", "[]"] {
            assert!(!text.contains(gone), "{format} has {gone}: {text}");
        }
        assert!(text.contains("we read the log") && text.contains("A colleague pages the"), "{format}: {text}");
    }
    let text = told(&test, "2026-W03", "text");
    assert!(text.contains("Thanks to *Grace* Hope we read the log.") && text.contains("see the plan."), "{text}");
}

#[test]
fn what_happened_is_not_told_again_as_who_was_affected() {
    let text = "---\ntitle: A\npublished: 2026-01-15\n---\n## Impact\n\n- Mentees saw the wrong day\n- Nobody else did, as far as we know\n";
    let said = told(&SiteTest::new().file("a.md", text), "2026-W03", "text");
    assert_eq!(said.matches("Mentees saw the wrong day").count(), 1, "{said}");
}

#[test]
fn a_day_that_was_read_from_a_timeline_is_not_that_since_when_the_library_has_a_review() {
    let text = "---\ntitle: A\n---\n## Timeline\n\n- 2026-01-14 10:00 it fell\n- 2026-01-15 11:00 it ran\n";
    let said = told(&SiteTest::new().file("a.md", text), "2026-W03", "text");
    let wanted = "the day is not stated · no date of publication; placed by the last entry of its timeline";
    assert!(said.contains(wanted), "{said}");
}

#[test]
fn the_room_sees_no_account_and_no_note_of_the_program() {
    let times = "times: {started: 2026-11-12T08:00Z, resolved: 2026-11-12T09:00Z}\n";
    let text = format!("---\ntitle: A\npeople: {{owner: serathius@}}\n{times}learnings: [Look.]\n---\nText.\n");
    let test = SiteTest::new().file("a.md", &text);
    let slides = slides(&test, "2026-W46", "2026-12-31").split_whitespace().collect::<Vec<_>>().join(" ");
    let shown: String = slides.split("<aside").map(|rest| rest.rsplit("</aside>").next().unwrap_or_default()).collect();
    assert!(shown.contains("Presenter: named on the page") && slides.contains("serathius@"), "{slides}");
    assert!(!shown.contains("serathius") && !shown.contains("no date of publication"), "{shown}");
}

#[test]
fn who_was_affected_is_told_in_the_words_of_the_author_and_once() {
    let of = |impact: &str| {
        let fields =
            format!("summary: Fares stood still for 40 passengers at the northern quay.\nimpact: {{{impact}}}\n");
        told(&SiteTest::new().file("a.md", &review("A", "2026-11-17", &fields)), "2026-W47", "text")
    };
    let said = of("summary: Queues at the southern gate., customers: yes, support_cases: 1, sla: Two hours");
    assert!(said.contains("Queues at the southern gate; 1 support case. SLA: Two hours"), "{said}");
    let again = of("summary: The fares stood still for 40 passengers at the quay");
    assert!(!again.contains("Who was affected"), "{again}");
}

#[test]
fn an_import_is_said_and_changes_no_past_week() {
    let old = "---\ntitle: Old\ntimes: {started: 2016-04-11T08:00Z, resolved: 2016-04-11T09:00Z}\nlearnings: [Look.]\n---\nx\n";
    let test = SiteTest::new()
        .file("debrief.yaml", "meeting: {weekday: thursday}\n")
        .file("first.md", &review("First", "2024-01-10", ""))
        .file("old.md", old);
    git(test.root(), "2024-01-10", &["init", "-q"]);
    git(test.root(), "2024-01-10", &["add", "library/first.md", "library/debrief.yaml"]);
    git(test.root(), "2024-01-10", &["commit", "-q", "-m", "First"]);
    git(test.root(), "2026-01-06", &["add", "-A"]);
    git(test.root(), "2026-01-06", &["commit", "-q", "-m", "Import"]);
    test.run(&["build", "library", "--as-of", "2024-12-19"]).ok();
    assert!(!test.tree().contains_key("reviews/old/index.html"), "it came two years later");
    test.run(&["build", "library", "--as-of", FRIDAY]).ok();
    assert!(test.text("digests/2026-W02/index.html").contains("1 older review was added"));
    let then = test.text("digests/2016-W15/index.html");
    assert!(then.contains("the library had no review yet") && !then.contains("Thursday 14 April 2016"), "{then}");
}

#[test]
fn an_action_of_the_text_is_told_with_all_lines_of_its_first_paragraph() {
    let body = "# A\n\nIt broke.\n\n## Action items\n\n- [ ] Widen the gate\n  and paint it\n\n  Nobody else does.\n- Ring the bell\n";
    let test = SiteTest::new().file("2026-11-17-a.md", body).build();
    let page = test.text("actions/index.html");
    assert!(page.contains("Widen the gate and paint it"), "{page}");
    assert!(page.contains("Ring the bell") && !page.contains("Nobody else does"), "{page}");
}

#[test]
fn an_action_of_the_text_has_the_owner_and_the_date_that_its_words_state() {
    let body = "# A\n\nIt broke.\n\n## Action items\n\n- Document it (Due: 2026-11-10)\n- Start earlier. Owner: @ana\n- Ring the bell\n";
    let test = SiteTest::new().file("2026-11-17-a.md", body);
    let text = told(&test, "2026-W47", "text");
    let of = |title: &str| {
        text.rsplit(title).next().unwrap_or_default().split("reviews/").next().unwrap_or_default().to_owned()
    };
    assert!(of("Document it (Due: 2026-11-10)").contains("due 10 November 2026"), "{text}");
    assert!(of("Start earlier. Owner: @ana").contains("no date") && !of("Owner: @ana").contains("no owner"), "{text}");
    assert!(of("Ring the bell").contains("no owner · no date"), "{text}");
}

#[test]
fn a_section_on_impact_that_is_a_table_is_not_said_to_be_missing() {
    let says_none = |body: &str| {
        let test = SiteTest::new().file("a.md", &review("A", "2026-11-17", "").replace("Text.\n", body));
        told(&test, "2026-W47", "text").contains("no section on impact")
    };
    assert!(says_none("Text.\n"));
    assert!(!says_none("Text.\n\n## Impact\n\n| Who | How many |\n|---|---|\n| Boats | nine |\n"));
}
