//! Reviews as organisations have them, each with what a reader sees in it.

use crate::review::{ActionStatus, Point, Review, parse};
use site::config::Config;
use site::source::SourceFile;

fn read(path: &str, text: &str) -> Review {
    let file = SourceFile { path: path.to_owned(), text: text.to_owned() };
    parse(file, &Config::foreign()).0.unwrap()
}

fn texts(points: &[Point]) -> Vec<&str> {
    points.iter().map(|point| point.text.as_str()).collect()
}

fn actions(review: &Review) -> Vec<(&str, ActionStatus)> {
    review.actions.iter().map(|action| (action.title.as_str(), action.status)).collect()
}

#[test]
fn a_table_says_title_and_day() {
    let text =
        "| **Event** | disk full |\n|---|---|\n| **Detected** | 2026-03-05 |\n\n## Summary\n\nThe disk filled.\n";
    let review = read("2026-03-06-a.md", text);
    assert_eq!(review.title, "disk full");
    assert_eq!(review.date.unwrap().to_string(), "2026-03-05");
}

#[test]
fn a_label_without_a_day_leaves_it_to_the_next() {
    let text = "# Halt\n\nIncident date: TBD\nDate: to come\nDetected: 5 March 2026\n";
    assert_eq!(read("a.md", text).date.unwrap().to_string(), "2026-03-05");
}

#[test]
fn a_section_is_no_title() {
    for text in ["## Summary\n\nIt fell.\n", "# Postmortem\n\nIt fell.\n", "# Incident Report\n\n## Impact\n\nAll.\n"] {
        assert_eq!(read("2026-03-06-disk-full.md", text).title, "disk full", "{text}");
    }
    assert_eq!(read("a.md", "# Postmortem: disk full\n\nIt fell.\n").title, "Postmortem: disk full");
}

#[test]
fn severity_and_sections_stand_below_headings_with_emoji_codes() {
    let text = "# Headings\n\n## Severity\n\n**Critical** - all customers\n\n## :thinking: Lessons learned\n\n- Watch the disk.\n\n\
        ## :ballot_box_with_check: Follow-up tasks\n\n- [x] Add an alert\n- [ ] Grow the disk\n\n\
        ## Contributing Factors\n\n- **No alert**: nothing watched the disk\n- Small disk\n";
    let review = read("2026-03-06-a.md", text);
    assert_eq!(review.severity.as_deref(), Some("sev1"));
    assert_eq!(texts(&review.learnings.items), ["Watch the disk."]);
    assert_eq!(actions(&review), [("Add an alert", ActionStatus::Done), ("Grow the disk", ActionStatus::Open)]);
    assert_eq!(review.factors.len(), 2);
}

#[test]
fn labels_part_a_section() {
    let text = "# Halt\n\n**Date of incident**: 5th March, 2026\n**Severity**: S2. Service degraded\n\n## Action Items\n\n\
        |Action Items|Type|Owner|Status|\n|:-|:-|:-|:-|\n|Patch the fork|PR|Ana|Done|\n\n## Lessons Learned\n\n\
        What went well:\n\n- People were awake.\n\nWhat went wrong:\n\n- The tests were not.\n";
    let review = read("a.md", text);
    assert_eq!(review.date.unwrap().to_string(), "2026-03-05");
    assert_eq!(review.severity.as_deref(), Some("sev2"));
    assert_eq!(actions(&review), [("Patch the fork", ActionStatus::Done)]);
    assert_eq!(review.actions[0].owner.as_deref(), Some("Ana"));
    assert_eq!(texts(&review.went_well.items), ["People were awake."]);
    assert_eq!(texts(&review.learnings.items), [""; 0]);
}

#[test]
fn groups_are_no_actions() {
    let text = "# Nested\n\n## 6. Corrective and Preventive Measures\n\n- **Immediate Actions Taken**:\n  - Drain the node\n\
        \x20 - Add an alert\n- **Long-term**:\n  - Replace the disk\n\n## 7. Lessons Learned\n\n- **What Went Well**:\n  - Metrics\n";
    let review = read("a.md", text);
    let open = ActionStatus::Open;
    assert_eq!(actions(&review), [("Drain the node", open), ("Add an alert", open), ("Replace the disk", open)]);
    assert_eq!(texts(&review.went_well.items), ["Metrics"]);
    assert!(review.learnings.items.is_empty());
}

#[test]
fn states_are_told_in_words() {
    let text = "# Done\n\n## Action Items\n\n1. ✅ **Done** — Add a check\n2. **Open** — Alert on it\n- ~~Rewrite~~ (dropped)\n- TBD\n";
    let wanted =
        [("Add a check", ActionStatus::Done), ("Alert on it", ActionStatus::Open), ("Rewrite", ActionStatus::WontDo)];
    assert_eq!(actions(&read("a.md", text)), wanted);
}

#[test]
fn sections_are_known_in_other_languages() {
    let text = "# 障害\n\n日付：2026年3月5日\n\n## アクションアイテム\n\n- [x] 監視を追加\n\n## 教訓\n\n- 監視が必要\n";
    let review = read("a.md", text);
    assert_eq!(review.date.unwrap().to_string(), "2026-03-05");
    assert_eq!(actions(&review), [("監視を追加", ActionStatus::Done)]);
    assert_eq!(texts(&review.learnings.items), ["監視が必要"]);
}

#[test]
fn a_severity_that_no_scale_has_is_shown_as_written() {
    let review = read("a.md", "# A\n\nSeverity: Purple\n\nIt fell.\n");
    assert_eq!(review.severity, None);
    assert!(review.extra.contains(&("severity".to_owned(), "Purple".to_owned())));
}

#[test]
fn the_opening_says_what_happened_where_the_timeline_follows_it() {
    let text = "---\ntitle: Outage\n---\n\nThe database server crashed on Friday night.\n\n## Timeline (UTC)\n\n\
        - 2026-03-05 10:00 It crashed\n- 2026-03-05 11:00 It ran\n\n## Later\n\nText.\n";
    let review = read("a.md", text);
    assert_eq!(review.happened.as_deref(), Some("The database server crashed on Friday night."));
    assert_eq!(review.timeline.len(), 2);
}

#[test]
fn a_library_with_settings_is_read_as_before() {
    let text = "# Nested\n\nSeverity: high\n\n## Action items\n\n- **Long-term**:\n  - Replace the disk\n";
    let file = SourceFile { path: "a.md".to_owned(), text: text.to_owned() };
    let review = parse(file, &Config::default()).0.unwrap();
    assert_eq!((review.actions.len(), review.severity), (1, None));
}
