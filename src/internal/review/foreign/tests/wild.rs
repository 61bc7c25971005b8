//! Reviews in the forms that organisations use, with the facts that a human reader sees in them.

use crate::review::testing::{foreign as read, parsed};
use crate::review::{ActionStatus, Point, Review};
use site::config::Config;

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
    let review = parsed("a.md", text, &Config::default()).0;
    assert_eq!((review.actions.len(), review.severity), (1, None));
}

#[test]
fn prose_below_a_cause_is_one_factor_and_its_details_are_none() {
    let text = "# Halt\n\n## Root cause\n\nThe certificate ended on Sunday and nobody was told. It had been renewed by hand for years, and the \
        person who did it had left; what follows is how the proxy failed.\n\n1. The proxy asks\n2. The server answers\n\nMore of it.\n";
    let review = read("a.md", text);
    assert_eq!(review.factors.len(), 1);
    assert!(review.factors[0].text.starts_with("The certificate ended"));
    let text = "# Halt\n\n## Causes\n\nSeveral things met.\n\n### Network\n\n- A loop\n\n### People\n\n- One on call\n";
    let review = read("a.md", text);
    let factors: Vec<_> = review.factors.iter().map(|factor| factor.text.as_str()).collect();
    assert_eq!(factors, ["A loop", "One on call"]);
}

#[test]
fn causes_stand_below_labels_in_the_story_of_each_incident() {
    let text = "# Two halts\n\n## First\n\n**Root causes:**\n\n- Small disk\n\n**Timeline:**\n\n- 10:00 it fell\n\n## Second\n\n**Root causes:**\n\n\
        - No alert\n\n## Remediation\n\n### Immediate actions (completed)\n\n- **Disk:** a larger one\n\n### Long-term improvements\n\n- **Alerts:** on all disks\n";
    let review = read("a.md", text);
    let factors: Vec<_> = review.factors.iter().map(|factor| factor.text.as_str()).collect();
    assert_eq!(factors, ["Small disk", "No alert"]);
    let wanted = [("**Disk:** a larger one", ActionStatus::Done), ("**Alerts:** on all disks", ActionStatus::Open)];
    assert_eq!(actions(&review), wanted);
}

#[test]
fn a_list_below_prevention_is_of_actions_where_it_holds_tasks() {
    let text = |items: &str| format!("# Halt\n\n## Prevention\n\n{items}");
    let tasks = read("a.md", &text("- Add an alert\n- We will test restores\n- Disks\n"));
    assert_eq!(tasks.actions.len(), 3);
    let story = read("a.md", &text("- The disk had no alert.\n- Nobody had tried a restore.\n"));
    assert_eq!(actions(&story), []);
    let both = read("a.md", &format!("{}\n## Action items\n\n- Rewrite it\n", text("- Add an alert\n")));
    assert_eq!(actions(&both), [("Rewrite it", ActionStatus::Open)], "a surer section wins");
    let german = read("a.md", "# Halt\n\n## Empfehlungen\n\n- [ ] Platte tauschen\n");
    assert_eq!(german.actions.len(), 1);
}

#[test]
fn notes_and_last_words_say_that_an_action_is_done() {
    let text = "# Halt\n\n## Follow-up actions for the team\n\n- Share the mailbox\n  - This has been done: ops@example.org\n\
        - Purge the logs; completed as of 5 March\n- Observability\n  - Add a panel for errors\n  - Add an alert for it\n";
    let wanted = [
        ("Share the mailbox", ActionStatus::Done),
        ("Purge the logs", ActionStatus::Done),
        ("Add a panel for errors", ActionStatus::Open),
        ("Add an alert for it", ActionStatus::Open),
    ];
    assert_eq!(actions(&read("a.md", text)), wanted);
}

#[test]
fn lessons_are_numbered_headings_bold_paragraphs_and_lists_of_sub_sections() {
    let numbered = "# Halt\n\n## Lessons\n\n### 1. Disks fill up at night\n\nThey do.\n\n### 2. Nobody reads the mail\n\nNobody does.\n";
    assert_eq!(texts(&read("a.md", numbered).learnings.items), ["Disks fill up at night", "Nobody reads the mail"]);
    let bold =
        "# Halt\n\n## What went well\n\n✅ **Alerts** came at once.\n\n✅ **Restores** worked.\n\nThey took an hour.\n";
    assert_eq!(read("a.md", bold).went_well.items.len(), 2);
    let essay = "# Halt\n\n## Recovery and lessons learned\n\nWe waited.\n\n### The restore\n\nIt took long, since:\n\n- the disk is slow\n";
    assert_eq!(texts(&read("a.md", essay).learnings.items), ["We waited."]);
}

#[test]
fn the_day_is_that_of_the_incident_and_not_of_its_writing() {
    let day = |path: &str, text: &str| read(path, text).date.map(|day| day.to_string()).unwrap_or_default();
    let entries = "## Timeline (UTC)\n\n- 2026-03-05 10:00 it fell\n- 2026-03-05 11:00 it ran\n";
    assert_eq!(
        day("2026-03-09-a.md", &format!("# Halt\n\n{entries}")),
        "2026-03-05",
        "a file may be named after its writing"
    );
    assert_eq!(day("2026-03-01-a.md", &format!("# Halt\n\n{entries}")), "2026-03-01", "and a timeline may begin late");
    assert_eq!(day("a.md", &format!("# Halt\n\n**Date:** 2026-03-09\n\n{entries}")), "2026-03-05");
    assert_eq!(day("a.md", &format!("# Halt\n\n**Incident date:** 2026-03-04\n\n{entries}")), "2026-03-04");
    assert_eq!(day("2026-03-09-a.md", "# 2026-03-05, Halt\n\nIt fell.\n"), "2026-03-05");
    assert_eq!(
        day("a.md", "---\ndate: 2026-03-09\n---\n\n# Halt\n\nOn Thursday March 5 from 17:09 EST it fell.\n"),
        "2026-03-05"
    );
    assert_eq!(day("a.md", "# Halt\n\nOwner: Ana\n\nOn March 5th, 2026, it fell.\n"), "2026-03-05");
    assert_eq!(day("a.md", "# Halt\n\nThe text of 2026-03-05 is old.\n"), "", "a day is mentioned for many reasons");
    let midst = "# Halt\n\n**Date:** 2026-06-01\n\n## Timeline\n\n- 2026-03-05: released\n- 2026-06-08: mended\n";
    assert_eq!(day("a.md", midst), "2026-03-05", "the day of writing may lie within the timeline");
    let weeks = "# Halt\n\n## Timeline\n\n- 2026-03-05: released\n- 2026-03-18: it fell\n";
    assert_eq!(day("a.md", weeks), "", "steps of weeks do not say which is meant");
    let days = "# Halt\n\n## Timeline\n\n- 2026-03-05: released\n- 2026-03-08: it fell\n";
    assert_eq!(day("a.md", days), "2026-03-05", "those of a few days begin it");
    let cause = "# Halt\n\n## Timeline (UTC)\n\n- 2026-02-25 10:00 wrong setting\n- 2026-03-05 10:00 a\n- 2026-03-05 10:01 b\n- 2026-03-05 10:02 c\n\
        - 2026-03-05 10:03 d\n- 2026-03-05 10:04 e\n";
    assert_eq!(day("a.md", cause), "2026-03-05", "a cause from before stands alone on its day");
}

#[test]
fn labels_stand_in_headings() {
    let text =
        "## Owner: Ana\n\n# Title:\n\n### The queue stood\n\nIt fell.\n\n## Impact\n\n### Severity: medium\n\nAll.\n";
    let review = read("a.md", text);
    assert_eq!(review.severity.as_deref(), Some("sev3"));
    assert_eq!(read("a.md", "# Title:\n\n### The queue stood\n\nIt fell.\n").title, "The queue stood");
    assert_eq!(read("halt.md", "## Owner: Ana\n\nIt fell.\n").title, "halt");
}

#[test]
fn what_is_read_knows_its_line() {
    let text = "---\nlayout: post\n---\n# Halt\n\nSeverity: high\n\n## Lessons\n\n- Watch the disk\n";
    let review = read("a.md", text);
    let lines = base::text::Lines::of(&review.text);
    let line = |origin: crate::review::Origin| lines.number(review.body_start + origin.at.unwrap());
    assert_eq!(review.learnings.items[0].origin.map(line), Some(10));
    assert_eq!(
        review.origins.iter().map(|(fact, origin)| (fact.key(), line(*origin))).collect::<Vec<_>>(),
        [("title", 4), ("severity", 6)]
    );
}
