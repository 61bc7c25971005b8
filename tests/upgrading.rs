//! Input for an earlier version of the program still works, or is reported in one message. Approvals in an earlier format are
//! tested in `leaks/bound.rs`, lists of files in `building.rs`.

use std::path::Path;

use crate::harness::SiteTest;

/// The first settings of the sample library.
const FIRST_SETTINGS: &str = "title: Nine Sounds learning library\nbase_url: https://learning.ninesounds.example/\n\
    language: en\ntimezone: Europe/Copenhagen\nweek_start: monday\nrepository: https://git.ninesounds.example/learning/library\n\
    edit_url: https://git.ninesounds.example/learning/library/edit/main/content/{path}\ntheme: default\n\
    severities:\n  - {key: sev1, label: Sev 1, priority: critical, meaning: Complete outage., role: critical}\n  \
    - {key: sev2, label: Sev 2, priority: critical, meaning: Part of it., role: major}\n\
    kinds:\n  - {key: incident, label: Incident, plural: Incidents, description: It broke.}\n  \
    - {key: drill, label: Drill, plural: Drills, description: We practised.}\n\
    services:\n  passage: {label: Passage, team: tickets, description: Takes bookings.}\n\
    teams:\n  tickets: {label: Tickets, description: Sells.}\ntags:\n  dns: Names.\n";
/// A review for the first version.
const FIRST_REVIEW: &str = "---\ntitle: Four minutes\nkind: incident\nstatus: reviewed\nseverity: sev2\nservices: [passage]\n\
    tags: [dns]\nsummary: Nobody could book.\ntimes: {started: 2026-10-14T09:00+02:00, detected: 2026-10-14T09:02+02:00, \
    mitigated: 2026-10-14T09:04+02:00}\nlearnings: [Ask twice.]\n\
    actions: [{title: Watch it, owner: Ana, due: 2026-12-01, status: open, improves: detection}]\n---\n\nText.\n";

fn shipped(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default").join(path);
    std::fs::read_to_string(path).expect("a file of the theme")
}

#[test]
fn the_first_settings_and_reviews_are_read_as_they_were_meant() {
    let test =
        SiteTest::new().file("debrief.yaml", FIRST_SETTINGS).file("2026/2026-10-14-four-minutes.md", FIRST_REVIEW);
    let run = test.build_with(&["--strict"]).ok();
    assert!(!run.stderr.contains("error") && !run.stderr.contains("warning"), "{}", run.stderr);
    test.page("reviews/2026-10-14-four-minutes/index.html", "Sev 2")
        .page("services/passage/index.html", "Four minutes");
}

#[test]
fn an_older_theme_is_told_what_it_lacks_beside_what_fails_for_it() {
    let digest = shipped("templates/shared/digest.html");
    let (before, rest) = digest.split_once("{% component story_happened").expect("a component");
    let after = rest.split_once("endcomponent story_happened %}").expect("its end").1;
    let older = format!("{before}{after}").replace("{{ <story_happened story={story} /> }}", "");
    let test = SiteTest::new()
        .file("debrief.yaml", "theme: ./theme\n")
        .file("a.md", FIRST_REVIEW)
        .file("theme/theme.yaml", "name: ours\napi: 1\n")
        .file("theme/templates/shared/digest.html", &older);
    let run = test.check().code(1).says("unknown component `story_happened`").says("note[theme-behind]");
    assert!(run.stderr.contains("this one does not: the component `story_happened`"), "{}", run.stderr);
    assert_eq!(run.stderr.matches("error[").count(), 1, "{}", run.stderr);
}

#[test]
fn a_theme_for_another_contract_is_one_message() {
    let test = SiteTest::new().file("debrief.yaml", "theme: ./theme\n").file("a.md", FIRST_REVIEW);
    test.put("theme/theme.yaml", b"name: ours\napi: 0\n");
    test.put(
        "theme/templates/internal/home.html",
        b"{% extends \"shared/base.html\" %}\n{% block main %}{{ gone.field }}{% endblock %}\n",
    );
    let run = test.check().code(1).says("theme/theme.yaml:2");
    assert_eq!(run.stderr.matches("error[").count(), 1, "{}", run.stderr);
}
