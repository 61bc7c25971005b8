//! What a new review and a new library begin with.

use base::phases::Measure;
use jiff::civil::Date;

/// A review that says, field by field, what belongs there. `title` and `severity` are written as YAML texts; what is asked fits
/// what the kind is a time of.
pub(super) fn review(title: &str, kind: &str, measure: Measure, severity: Option<&str>, day: Date) -> String {
    let severity = severity.map_or_else(|| "# severity: sev3".to_owned(), |key| format!("severity: {key}"));
    let title = title.replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        "---
title: \"{title}\"
kind: {kind}
status: draft
{severity}
# services: []
# tags: []
times:
  # With an offset from UTC, or without one and with `timezone: Europe/Berlin`.
  started: {day}T00:00Z
  # detected: {day}T00:00Z
  # acknowledged: {day}T00:00Z
  # identified: {day}T00:00Z      # when it was known what to do
  # resolved: {day}T00:00Z
# detection: {{source: monitoring, note: How did we know?}}
# impact: {{customers: \"\", summary: \"\"}}
# contributing_factors: []
# people: {{owner: \"\", facilitator: \"\", presenter: \"\"}}
---

{}",
        body(measure)
    )
}

/// The sections of a review, with a question each that its kind makes worth asking.
fn body(measure: Measure) -> String {
    let asked = match measure {
        Measure::Harm | Measure::Mitigation => &INCIDENT,
        Measure::Exposure => &NEAR_MISS,
        Measure::Exercise => &PRACTICE,
        Measure::Length => &TALK,
    };
    let sections = asked.iter().map(|(heading, text)| format!("## {heading}\n\n{text}\n"));
    sections.collect::<Vec<_>>().join("\n")
}

/// A heading and what is asked under it.
type Asked = [(&'static str, &'static str); 10];

const SUMMARY: &str = "What happened, in two or three sentences, for somebody who was not there.";
const JUDGEMENT: &str = "What did those who decided know at the time, and what made it look right to them?";
const OPEN: &str = "- What do we still not understand?";
const ACTION: &str = "- [ ] Begin with a verb; say how one will see that it is done.";

const INCIDENT: Asked = [
    ("Summary", SUMMARY),
    ("Timeline", "- 00:00 What was the first sign, and who or what noticed it?"),
    ("What surprised us", "- What did you expect to happen, and what happened?"),
    ("Judgement at the time", JUDGEMENT),
    ("How responding was", "What was hard to find, to reach or to decide? What was guessed, and what was known?"),
    ("What went well", "- Why was it not worse?"),
    ("Where we got lucky", "- What happened to be there, or happened not to, that we cannot count on?"),
    ("What we learned", "- What do we know now that others would want to know?"),
    ("Open questions", OPEN),
    ("Action items", ACTION),
];

const NEAR_MISS: Asked = [
    ("Summary", "What nearly happened, in two or three sentences, for somebody who was not there."),
    ("Timeline", "- 00:00 What was the first sign, and who or what noticed it?"),
    ("What surprised us", "- What did you expect to happen, and what happened?"),
    ("Judgement at the time", JUDGEMENT),
    ("How noticing was", "What made somebody stop and look? How easy would it have been to go on?"),
    ("What went well", "- What stopped it, and is it there every time?"),
    ("Where we got lucky", "- What would have had to be different for it to happen?"),
    ("What we learned", "- What do we know now that others would want to know?"),
    ("Open questions", OPEN),
    ("Action items", ACTION),
];

const PRACTICE: Asked = [
    ("Summary", "What was tried, and what came of it, in two or three sentences, for somebody who was not there."),
    ("Timeline", "- 00:00 What was set off, and who or what noticed it?"),
    ("What surprised us", "- What did you expect to happen, and what happened?"),
    ("Judgement at the time", JUDGEMENT),
    ("How taking part was", "What was hard to find, to reach or to decide? What would have been harder at night?"),
    ("What went well", "- What worked, and how do we know that it was not chance?"),
    ("Where we got lucky", "- What happened to be there that we cannot count on?"),
    ("What we learned", "- What do we know now that others would want to know?"),
    ("Open questions", OPEN),
    ("Action items", ACTION),
];

/// A chat, a walkthrough, anything that took its time and harmed nobody.
const TALK: Asked = [
    ("Summary", "What was it about, and what came of it, in two or three sentences, for somebody who was not there."),
    ("Timeline", "- 00:00 What came up first, and what came of it?"),
    ("What surprised us", "- What did you expect to hear, and what did you hear?"),
    ("Judgement at the time", "What did those who do this every day know that others did not, and how do they decide?"),
    ("How it was", "What was easy to say, and what was hard? What did nobody know?"),
    ("What went well", "- What works today, and what keeps it working?"),
    ("Where we got lucky", "- What has gone well so far that we cannot count on?"),
    ("What we learned", "- What do we know now that others would want to know?"),
    ("Open questions", OPEN),
    ("Action items", ACTION),
];

/// The configuration of a new library.
pub(super) const CONFIG: &str = "# Every setting has a default; delete what you do not need.
title: Incident reviews
description: What we learned from incidents, near misses and drills.
# base_url: https://reviews.example.com/
# timezone: Europe/Berlin
# git_history: false
# meeting: {weekday: thursday, time: \"14:00\", length: 60, facilitators: [Ana, Ben], skip: [2026-12-24]}
# edit_url: https://git.example.com/reviews/edit/main/{path}

# Worst first.
severities:
  - {key: sev1, label: SEV1, priority: critical, meaning: Complete outage.}
  - {key: sev2, label: SEV2, priority: critical, meaning: Major functionality broken.}
  - {key: sev3, label: SEV3, priority: warning, meaning: Minor problem.}
  - {key: sev4, label: SEV4, priority: warning, meaning: A redundant component failed.}
  - {key: sev5, label: SEV5, priority: info, meaning: False alarm.}

# services:
#   checkout: {label: Checkout, team: payments, description: Takes orders and money.}
# teams:
#   payments: {label: Payments}
# tags:
#   dns: Names that did not resolve.
";
