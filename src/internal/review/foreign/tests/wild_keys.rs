//! Front matter of other generators and incident tools, with what it means.

use crate::review::testing::parsed;
use crate::review::{Review, Status, Visibility};
use base::diagnostics::Diagnostic;
use site::config::{Config, UnknownKeys};
use site::source::SourceFile;

fn read_in(config: &Config, text: &str) -> (Review, Vec<Diagnostic>) {
    parsed("a.md", text, config)
}

fn read(text: &str) -> Review {
    read_in(&Config::foreign(), text).0
}

fn fact<'r>(review: &'r Review, key: &str) -> Option<&'r str> {
    review.extra.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
}

fn day(review: &Review) -> String {
    review.date.map(|day| day.to_string()).unwrap_or_default()
}

#[test]
fn toml_between_plus_signs() {
    let review = read(
        "+++\ntitle = \"Queue outage\"\ndate = 2026-03-01\nweight = 3\n\n[taxonomies]\ntags = [\"queue\"]\n+++\n\nIt stood.\n",
    );
    assert_eq!((review.title.as_str(), day(&review).as_str()), ("Queue outage", "2026-03-01"));
    assert_eq!((review.tags.as_slice(), fact(&review, "weight")), (["queue".to_owned()].as_slice(), Some("3")));
    assert_eq!(review.body().trim(), "It stood.");
}

#[test]
fn a_status_page_says_start_end_and_what_was_affected() {
    let text = "---\ntitle: Down\ndate: 2021-10-23 22:30:00\nresolved: true\nresolvedWhen: 2021-10-24 1:00:00\nseverity: down\n\
        affected:\n  - Grex\n  - Storage\nsection: issue\n---\n\nPower failed.\n";
    let (review, problems) = read_in(&Config::foreign(), text);
    assert_eq!((day(&review).as_str(), review.severity.as_deref()), ("2021-10-23", Some("sev1")));
    assert_eq!(review.services, ["Grex", "Storage"]);
    assert_eq!(review.duration(), Some(9000), "the zone is not stated, and is the same for both");
    assert_eq!(review.moments, base::phases::Moments::default(), "no instant without a zone");
    assert_eq!(fact(&review, "date"), Some("2021-10-23 22:30:00"), "the clock stays as it is written");
    assert_eq!(fact(&review, "resolved"), Some("true"));
    assert_eq!(fact(&review, "affected"), None);
    assert!(problems.iter().all(|problem| problem.level == base::diagnostics::Level::Note), "{problems:#?}");
}

#[test]
fn an_export_with_zones_says_moments() {
    let text = "---\ntitle: Down\nstarted_at: 2026-03-05T10:00:00Z\nresolvedAt: 2026-03-05 13:00 CET\nowner: Ana, Bo\n\
        incident_commander: Cy\nteam: Core\nduration_minutes: 120\n---\n\nText.\n";
    let review = read(text);
    let moment = |at: Option<jiff::Timestamp>| at.map(|at| at.to_string()).unwrap_or_default();
    assert_eq!(moment(review.moments.started), "2026-03-05T10:00:00Z");
    assert_eq!(moment(review.moments.resolved), "2026-03-05T12:00:00Z");
    assert_eq!((review.people.owner.len(), review.teams.as_slice()), (2, ["Core".to_owned()].as_slice()));
    assert_eq!(review.people.incident_commander, ["Cy"]);
    assert_eq!(review.duration(), Some(7200));
}

#[test]
fn a_post_may_be_of_a_later_day_than_the_incident() {
    let front = "---\ntitle: After the storm\ndate: 2026-04-01\nauthors:\n  - name: Ana\n    url: https://example.org\ncategories: [storage, power]\n\
        description: The storage cluster lost power for an hour and served errors.\n---\n\n";
    let review = read(&format!("{front}**Incident date:** 5 March 2026\n\nIt rained.\n"));
    assert_eq!((day(&review).as_str(), fact(&review, "date")), ("2026-03-05", Some("2026-04-01")));
    assert_eq!(review.people.owner, ["Ana"]);
    assert_eq!(review.tags, ["storage", "power"]);
    assert!(review.summary.as_deref().is_some_and(|text| text.starts_with("The storage cluster")));
    assert_eq!(day(&read(&format!("{front}It rained.\n"))), "2026-04-01");
}

#[test]
fn drafts_and_states_of_others() {
    for line in ["draft: true", "published: false", "status: draft"] {
        assert_eq!(read(&format!("---\ntitle: T\n{line}\n---\n\nText.\n")).status, Status::Draft, "{line}");
    }
    for line in ["draft: false", "published: true", "status: resolved"] {
        let (review, problems) = read_in(&Config::foreign(), &format!("---\ntitle: T\n{line}\n---\n\nText.\n"));
        assert_eq!(review.status, Status::Unstated, "{line}");
        assert!(problems.iter().all(|problem| problem.level == base::diagnostics::Level::Note), "{problems:#?}");
    }
    let review = read("---\ntitle: T\nstatus: resolved\nseverity: purple\nlayout: post\n---\n\nText.\n");
    assert_eq!((fact(&review, "status"), fact(&review, "severity")), (Some("resolved"), Some("purple")));
    assert_eq!(fact(&review, "layout"), Some("post"));
}

#[test]
fn uncertain_values_of_a_key_are_not_facts() {
    let review = read(
        "---\ntitle: T\nstart: soon\nend: later\ndescription: Down\nduration: long\ndate: 1926-01-01\n---\n\nText.\n",
    );
    assert_eq!((review.date, review.duration(), review.summary.as_deref()), (None, None, None));
    assert_eq!((fact(&review, "start"), fact(&review, "duration")), (Some("soon"), Some("long")));
    let review = read("---\nstart: 2026-03-05T10:00Z\nend: 2026-03-05T09:00Z\n---\n\n# T\n\nText.\n");
    assert!(review.moments.started.is_some() && review.moments.resolved.is_none());
}

#[test]
fn a_key_that_stands_twice_is_a_warning_with_its_line() {
    let text = "---\ntitle: T\ntags: [a]\ntags: [b]\n---\n\nText.\n";
    let (review, problems) = read_in(&Config::foreign(), text);
    let line = problems.iter().find(|p| p.code.as_str() == "repeated-key").and_then(|p| p.place.as_ref()).unwrap().line;
    assert_eq!((line, review.tags.as_slice()), (4, ["b".to_owned()].as_slice()));
    let hidden = read("---\nvisibility: restricted\nvisibility: org\n---\n\n# T\n\nText.\n");
    assert_eq!(hidden.visibility, Visibility::Restricted);
    assert!(
        read_in(&Config::default(), text).1.iter().any(|p| p.code.as_str() == "invalid-yaml"),
        "an error elsewhere"
    );
}

#[test]
fn settings_by_path_and_words_for_severities_hold_where_a_review_is_silent() {
    let text = "defaults: {'**': {team: core, services: [ledger], tags: [x]}}\nseverity: {map: {Purple: sev2}}\n";
    let file = SourceFile { path: "debrief.yaml".to_owned(), text: text.to_owned() };
    let config = Config::read(Some(&file), &mut Vec::new());
    let (review, problems) = read_in(&config, "---\ntitle: T\nseverity: purple\ntags: [own]\n---\n\nText.\n");
    assert_eq!((review.teams, review.services), (vec!["core".to_owned()], vec!["ledger".to_owned()]));
    assert_eq!((review.severity.as_deref(), review.tags), (Some("sev2"), vec!["own".to_owned()]));
    assert!(problems.iter().all(|problem| problem.level != base::diagnostics::Level::Error), "{problems:#?}");
}

#[test]
fn words_between_two_rules_are_words() {
    let review = read("---\n\nNobody noticed.\n\n---\n\n# Halt\n\nText.\n");
    assert!(review.body().contains("Nobody noticed.") && review.title == "Halt");
}

#[test]
fn a_library_with_settings_is_told_which_field_a_key_means() {
    let text = "---\ntitle: T\ntitel: T\ndate: 2026-03-05\nauthors: [Ana]\n---\n\nText.\n";
    let (review, problems) = read_in(&Config::default(), text);
    let hints: Vec<_> =
        problems.iter().filter(|p| p.code.as_str() == "unknown-key").map(|p| p.hint.as_deref()).collect();
    let wanted = [
        "did you mean `title`?",
        "a review says this under `times:`, as `started: ...`",
        "a review says this under `people:`, as `owner: ...`",
    ];
    assert_eq!(hints, wanted.map(Some));
    assert!(review.extra.is_empty());
    let kept = Config { unknown_keys: UnknownKeys::Kept, ..Config::default() };
    assert_eq!(day(&read_in(&kept, text).0), "2026-03-05");
}
