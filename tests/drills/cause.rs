//! What states the cause is held, and nothing else is.

use super::FARES;
use crate::harness::SiteTest;

/// A document with these entries, a minute apart, and more sections.
fn document(entries: &[&str], more: &str) -> String {
    let rows: Vec<_> =
        entries.iter().enumerate().map(|(n, what)| format!("- 2026-03-02 09:{n:02} UTC {what}\n")).collect();
    format!("# Dark boards\n\n## Timeline\n\n{}\n{more}", rows.concat())
}

/// The players' page before the reveal, and after it.
fn kit(document: &str) -> (String, String) {
    let test = SiteTest::foreign().file("boards.md", document).build();
    let kit = test.text("reviews/boards/drill/index.html");
    let (before, after) = kit.split_once("id=\"reveal\"").expect("a reveal");
    (before.to_owned(), after.to_owned())
}

const STEPS: [&str; 4] = ["The lead looks at it", "The desk waits", "The mate walks to the quay", "The desk goes home"];

#[test]
fn an_entry_that_states_the_cause_is_held_in_many_languages() {
    for cause in [
        "Identified that a hatch was open",
        "The issue is identified as being an open hatch",
        "It turned out that a hatch was open",
        "The lights failed due to an open hatch",
        "Es stellte sich heraus, dass ein Ventil offen war",
        "La cause est une trappe",
        "原因は開いたハッチだった",
        "Свет погас из-за люка",
    ] {
        let entries: Vec<_> =
            ["An alert fires for the boards"].iter().chain(&STEPS[..3]).chain(&[cause, STEPS[3]]).copied().collect();
        let (before, after) = kit(&document(&entries, ""));
        let cause = cause.replace('\'', "&#39;");
        assert!(!before.contains(&cause) && after.contains(&cause), "{cause}: {before}");
    }
}

#[test]
fn the_first_sign_is_shown_as_far_as_the_clause_before_the_cause() {
    for (sign, shown, held) in [
        ("An alert says that all boards are dark due to an open hatch", "all boards are dark", "open hatch"),
        ("An alert fires for the boards: most likely it is the hatch", "An alert fires for the boards", "the hatch"),
        (
            "The mate notices that the boards are dark. Checking the mast shows that a hatch is open.",
            "the boards are dark.",
            "hatch is open",
        ),
        (
            "The mate notices that the boards are dark. This began a search that eventually led to a hatch.",
            "the boards are dark.",
            "led to a hatch",
        ),
    ] {
        let entries: Vec<_> = [sign].iter().chain(&STEPS).copied().collect();
        let (before, after) = kit(&document(&entries, ""));
        assert!(before.contains(shown) && !before.contains(held) && after.contains(held), "{sign}: {before}");
    }
}

#[test]
fn a_first_sign_is_not_held_for_a_part_that_says_that_nothing_else_was_noticed() {
    let sign =
        "The desk observed that the hatch of the mast was opened with another key. No abnormal glow was detected.";
    let entries: Vec<_> = [sign].iter().chain(&STEPS).copied().collect();
    let more = "## Contributing factors\n\n- Another key of the mast opened its hatch\n";
    assert!(kit(&document(&entries, more)).0.contains("opened with another key"));
}

/// What players are shown of a document in which a few entries stand before the last step.
fn shown(before_the_last: &[&str], more: &str) -> String {
    let entries = ["An alert fires for the boards"].iter().chain(&STEPS[..3]).chain(before_the_last).chain(&STEPS[3..]);
    kit(&document(&entries.copied().collect::<Vec<_>>(), more)).0
}

#[test]
fn a_name_in_a_factor_is_held_in_one_word_and_in_two() {
    let more = "## Contributing factors\n\n- HarborVPN sent all of the traffic to a mast abroad\n";
    for entry in ["The desk sees that the mate uses Harbor VPN at sea", "The mate removes HarborVPN"] {
        assert!(!shown(&[entry], more).contains(entry), "{entry}");
    }
    assert!(shown(&["The mate asks for a harbor chart"], more).contains("asks for a harbor chart"));
}

#[test]
fn the_name_of_a_service_is_no_secret_in_a_factor() {
    let told = FARES.replace("services: [Checkout]", "services: [CheckoutCache]");
    let told = told.replace("[Stale cache that Ana forgot]", "[CheckoutCache kept what Ana forgot]");
    let told = told.replace("tells customers to wait", "tells customers that CheckoutCache is slow");
    let kit = SiteTest::new().file("fares.md", &told).build().text(super::KIT);
    let (before, _) = kit.split_once("id=\"reveal\"").expect("a reveal");
    assert!(before.contains("that CheckoutCache is slow"), "{before}");
}

#[test]
fn what_repeats_a_statement_of_the_cause_is_held() {
    for (cause, repeated, word) in [
        ("It turned out that a hatch was open", "The mate oils the hatch", "hatch"),
        ("原因は証明書の失効だった", "証明書を更新した", "証明書"),
    ] {
        let told = shown(&[cause, repeated], "");
        assert!(!told.contains(word), "{told}");
        assert!(shown(&[repeated], "").contains(repeated), "{repeated}");
    }
}

#[test]
fn what_repeats_a_part_that_is_held_is_held() {
    let sign = "The mate notices that the boards are dark. Checking the mast shows that a hatch is open.";
    let entries: Vec<_> =
        [sign].iter().chain(&STEPS[..3]).chain(&["The mate oils the hatch", STEPS[3], STEPS[0]]).copied().collect();
    let told = |actions: &str| kit(&document(&entries, actions).replace("# Dark boards", "# The open hatch")).0;
    assert!(!told("## Action items\n\n- Bolt each hatch\n").contains("oils the hatch"));
    assert!(told("").contains("oils the hatch"));
}

#[test]
fn where_no_factor_is_stated_what_happened_before_the_first_sign_stands_for_them() {
    let with = |more: &str| {
        let entries = ["The mast loses its hatch", "An alert fires for the boards"];
        let later = ["The mate looks at a hatch", STEPS[3], STEPS[0]];
        let entries: Vec<_> = entries.iter().chain(&STEPS[..3]).chain(&later).copied().collect();
        kit(&document(&entries, more).replace("# Dark boards", "# The hatch of the boards")).0
    };
    let actions = "## Action items\n\n- Bolt each hatch\n";
    assert!(!with(actions).contains("looks at a hatch"));
    assert!(with("").contains("looks at a hatch"));
    assert!(with(&format!("{actions}\n## Contributing factors\n\n- Salt in the wind\n")).contains("looks at a hatch"));
}

#[test]
fn the_name_of_a_listed_system_is_no_secret() {
    let told = FARES.replace("empties the stale cache that", "empties the stale cache of mast-9 that");
    let told = told.replace("tells customers to wait", "tells customers that mast-9 is slow");
    let told = told
        .replace("  - {at: \"11:20\"", "  - {at: \"11:00\", what: The desk waits, kind: human}\n  - {at: \"11:20\"");
    let before = |text: &str| {
        let kit = SiteTest::new().file("fares.md", text).build().text(super::KIT);
        kit.split_once("id=\"reveal\"").expect("a reveal").0.to_owned()
    };
    assert!(!before(&told).contains("mast-9"));
    let listed = told.replace("services: [Checkout]", "services: [Checkout]\nsystems: [mast-9]");
    assert!(before(&listed).contains("that mast-9 is slow"));
}

#[test]
fn a_text_that_is_mostly_made_of_words_of_a_long_factor_names_it() {
    let more = "## Contributing factors\n\n- The list of boards literally spells one default alias twice, which points at the spare mast of \
                the village, and no reader of ours respects what the harbour wrote about it\n";
    let entry = "The mate asks whether the list literally spells a default alias";
    assert!(!shown(&[entry], more).contains(entry));
}

#[test]
fn a_fix_is_told_by_words_with_others_between_them() {
    for entry in ["The lead rolled the boards back to March", "The mate sent out a fix for the boards"] {
        assert!(!shown(&[entry], "").contains(entry), "{entry}");
    }
}

#[test]
fn an_alert_is_shown_though_it_has_a_word_of_the_cause() {
    let more = "## Contributing factors\n\n- The key of the board lists belongs to one mate\n\n\
                ## Lessons learned\n\n- Keys of all board lists belong to the desk\n";
    let entry = "Alarm for missing board lists is triggered";
    assert!(shown(&[entry], more).contains(entry));
}

#[test]
fn what_people_tried_before_it_was_known_what_to_do_is_no_fix() {
    let told = FARES.replace("surprises: [", "surprises: [\"The best board on the quay was chalk.\", ");
    let told = told.replace("actions: [", "actions: [{title: Chalk in every quay locker}, ");
    let told = told.replace(
        "  - {at: \"09:50\"",
        "  - {at: \"09:40\", phase: response, kind: human, what: The desk draws arrows with chalk on the quay}\n  - {at: \"09:50\"",
    );
    let kit = SiteTest::new().file("fares.md", &told).build().text(super::KIT);
    let (before, _) = kit.split_once("id=\"reveal\"").expect("a reveal");
    assert!(before.contains("draws arrows with chalk"), "{before}");
}

#[test]
fn people_who_are_called_or_come_are_shown_whatever_words_the_cause_has() {
    let more = "## Contributing factors\n\n- We depend on the harbour crew to look after the boards\n\n\
                ## Action items\n\n- Ask the harbour crew to watch the boards\n";
    let entries = [
        "An alert fires at the desk",
        "Harbour crew contacted",
        "Member of the harbour crew joined",
        "The lead looks at it",
        "We depend on the harbour crew to look after such things",
        "The desk waits",
        "The desk goes home",
    ];
    let (before, after) = kit(&document(&entries, more));
    for open in ["Harbour crew contacted", "harbour crew joined"] {
        assert!(before.contains(open), "{open}: {before}");
    }
    assert!(!before.contains("We depend on") && after.contains("We depend on"), "{before}");
}

#[test]
fn what_people_did_that_made_it_worse_is_shown_in_full() {
    let told = FARES.replace("learnings: [", "learnings: [\"Restarting every mast at once empties the lists\", ");
    let told = told.replace(
        "  - {at: \"10:20\"",
        "  - {at: \"10:12\", kind: human, impact: negative, what: \"Every mast restarted, at once. The lists are empty. Worse.\"}\n  - {at: \"10:20\"",
    );
    let kit = SiteTest::new().file("fares.md", &told).build().text(super::KIT);
    let (before, _) = kit.split_once("id=\"reveal\"").expect("a reveal");
    assert!(before.contains("Every mast restarted, at once. The lists are empty. Worse."), "{before}");
}

#[test]
fn a_short_entry_that_repeats_a_surprise_is_held() {
    let told = FARES.replace("surprises: [", "surprises: [\"The spare anchor was under the spare sail.\", ");
    let told = told.replace(
        "  - {at: \"10:20\"",
        "  - {at: \"10:11\", kind: human, what: The desk asks everybody on the quay for the spare anchor and a sail to cover the boat}\n  \
         - {at: \"10:12\", kind: human, what: \"Spare anchor found, under the spare sail.\"}\n  - {at: \"10:20\"",
    );
    let kit = SiteTest::new().file("fares.md", &told).build().text(super::KIT);
    let (before, after) = kit.split_once("id=\"reveal\"").expect("a reveal");
    assert!(before.contains("asks everybody on the quay"), "{before}");
    assert!(!before.contains("under the spare sail") && after.contains("Spare anchor found"), "{before}");
}

#[test]
fn what_happened_before_anybody_knew_and_how_long_it_took_are_no_first_sign() {
    let rows = "  - {at: \"09:28\", kind: human, what: The desk sees it}\n  - {at: \"09:30\", kind: human, what: The lead looks}\n  \
                - {at: \"09:32\", kind: human, what: They wait}\n  - {at: \"09:34\", kind: human, what: They call the quay}\n  \
                - {at: \"09:40\", kind: human, what: They go home}\n";
    let review = |first: &str, impact: &str| {
        format!(
            "---\ntitle: T\nimpact: {{summary: \"{impact}\"}}\ntimes: {{started: 2026-03-02T09:14Z, detected: 2026-03-02T09:28Z}}\n\
             timeline:\n  - {{at: \"09:14\", {first}, impact: negative}}\n{rows}---\n"
        )
    };
    let test = SiteTest::new()
        .file(
            "deed.md",
            &review("kind: human, what: \"Somebody turns the master key. Nobody else knows.\"", "The doors stay shut."),
        )
        .file(
            "seen.md",
            &review(
                "kind: automation, what: \"The lamp of the mast goes out. The boards are all dark now.\"",
                "Nothing.",
            ),
        )
        .file("long.md", &review("kind: human, what: Somebody turns the key", "One door instead of two for nine days."))
        .build();
    let kit = |id: &str| {
        let kit = test.text(&format!("reviews/{id}/drill/index.html"));
        let (before, after) = kit.split_once("id=\"reveal\"").expect("a reveal");
        (before.to_owned(), after.split_once("<template").expect("slides").0.to_owned())
    };
    let (before, after) = kit("deed");
    assert!(!before.contains("master key") && after.contains("master key") && before.contains("The doors stay shut."));
    let (before, after) = kit("seen");
    let shown = "The lamp of the mast goes out. The boards are all dark now.";
    assert!(before.contains(shown) && !after.contains("The boards are all dark"), "{after}");
    assert!(!kit("long").0.contains("nine days"));
}

#[test]
fn it_is_over_only_where_nothing_later_is_held() {
    let entries = [
        "An alert fires",
        STEPS[0],
        STEPS[1],
        STEPS[2],
        "The mate looks at the mast",
        "It turned out to be a hatch, which is shut now",
    ];
    let test = SiteTest::foreign().file("boards.md", &document(&entries, "")).build();
    let notes = test.text("reviews/boards/drill/notes/index.html");
    assert!(!notes.contains("<dt>Ending</dt>") && !notes.contains("Here the record ends"), "{notes}");
    assert!(notes.contains("It was not over: what came after this is held"), "{notes}");
    let over = FARES.replace("resolved: 2026-03-02T11:20Z", "resolved: 2026-03-02T10:30Z");
    let endings = |text: &str| {
        let notes = SiteTest::new().file("fares.md", text).build().text(super::NOTES);
        notes.matches("<dt>Ending</dt>").count()
    };
    let quiet = over.replace("The status page tells customers to wait", "The desk looks at the list");
    assert_eq!(endings(&quiet), 2);
    let again = quiet
        .replace("BEN SMITH sees fares fall back\", impact: positive", "Fares are wrong again\", impact: negative");
    assert_eq!(endings(&again), 1);
}
