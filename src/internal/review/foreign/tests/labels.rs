//! Which lines of a text are labels, and where what a label names ends.

use crate::review::Review;
use crate::review::testing::foreign;

fn read(text: &str) -> Review {
    foreign("a.md", &format!("# Halt\n\nIt fell.\n\n{text}\n"))
}

#[test]
fn quotes_code_and_comments_say_nothing_of_the_review() {
    for text in [
        "> Severity: SEV1\n> Date: 2024-06-01",
        "```\nSeverity: SEV1\nDate: 2024-06-01\n```",
        "<!--\nSeverity: SEV1\nDate: 2024-06-01\n-->",
        "<pre>\nSeverity: SEV1\nDate: 2024-06-01\n</pre>",
        "~~Severity: SEV1~~\n\n~~Date: 2024-06-01~~",
    ] {
        let review = read(text);
        assert_eq!((review.severity, review.date), (None, None), "{text}");
    }
    assert_eq!(read("~~Severity: SEV1~~ Severity: SEV4").severity.as_deref(), Some("sev4"));
    let frame = foreign("a.md", "# Halt\n\n> Severity: SEV1\n\nIt fell.\n");
    assert_eq!(frame.severity.as_deref(), Some("sev1"), "a quote below the title is a frame");
    let listed = foreign("a.md", "# Halt\n\n- It fell.\n\n> Severity: SEV1\n");
    assert_eq!(listed.severity, None, "a list stands above the quote");
}

#[test]
fn a_heading_of_a_column_is_no_value_and_of_boxes_the_ticked_one_counts() {
    let review = read("| Priority | Action |\n|---|---|\n| High | Add a fan |");
    assert_eq!((review.severity, review.extra), (None, Vec::new()));
    assert_eq!(read("Severity: [ ] SEV1 [x] SEV2 [ ] SEV3").severity.as_deref(), Some("sev2"));
    assert_eq!(read("Severity: [ ] SEV1 [ ] SEV2").severity, None);
}

#[test]
fn an_unknown_bold_line_ends_what_a_label_began() {
    let review =
        read("**Surprises**\n\n- Flags were on.\n\n**Something else**\n\n- Not this.\n\n**Lessons**\n\n- Look.");
    let texts =
        |points: &crate::review::Points| points.items.iter().map(|point| point.text.clone()).collect::<Vec<_>>();
    assert_eq!(
        (texts(&review.surprises), texts(&review.learnings)),
        (vec!["Flags were on.".to_owned()], vec!["Look.".to_owned()])
    );
    let review = read("## Reflections\n\n**What went well:**\n\n- The dump.\n\n**What was odd:**\n\n- No alert.");
    assert_eq!(texts(&review.went_well), ["The dump."]);
    let review = read("**Action items**\n\n**Short term**\n\n- Add a fan\n- Add a belt");
    assert_eq!(review.actions.len(), 2, "a group says when");
}

#[test]
fn contributors_are_factors_where_they_are_sentences() {
    let read = |items: &str| read(&format!("## Contributors\n\n{items}")).factors.len();
    assert_eq!(read("1. The alias is switched by hand at night.\n2. No check compares what is served."), 2);
    assert_eq!(read("- Ana Silva\n- Bo (on call)"), 0);
}

#[test]
fn an_owner_is_named_in_a_column_or_in_items_below() {
    let review = read("## Action items\n\n| Action | By whom |\n|---|---|\n| Add a fan | Ana |");
    assert_eq!(review.actions[0].owner.as_deref(), Some("Ana"));
    let review = read("## Action items\n\n1. Vault\n   - Owner: Ann\n   - Due: 2024-09-01\n2. Belt");
    let actions: Vec<_> =
        review.actions.iter().map(|action| (action.title.as_str(), action.owner.as_deref())).collect();
    assert_eq!(actions, [("Vault", Some("Ann")), ("Belt", None)]);
}
