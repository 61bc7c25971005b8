//! The template of a new review.

use base::phases::Measure;
use base::text::one_line;
use base::yaml::quoted;
use internal::TIMES_OF_TEMPLATE;
use jiff::civil::Date;

/// The values for the template.
pub(super) struct Draft<'d> {
    pub(super) title: &'d str,
    /// The file's stem.
    pub(super) id: &'d str,
    pub(super) kind: &'d str,
    /// What the duration of such a review measures.
    pub(super) measure: Measure,
    pub(super) severity: Option<&'d str>,
    /// The keys of the scale.
    pub(super) scale: &'d [String],
    /// The zone of the library; `None` for UTC.
    pub(super) zone: Option<&'d str>,
    /// The author.
    pub(super) owner: Option<&'d str>,
    pub(super) day: Date,
}

/// A review with an explanation in each field and questions that fit its kind.
pub(super) fn review(draft: &Draft<'_>) -> String {
    let Draft { title, id, kind, measure, severity, scale, zone, owner, day } = draft;
    let example = scale.get(scale.len() / 2).or(scale.first()).map_or("sev3", String::as_str);
    let severity = severity.map_or_else(
        || format!("# severity: {example}    # one of {}", scale.join(", ")),
        |key| format!("severity: {}", quoted_if_odd(key)),
    );
    let [with_zone, without] = TIMES_OF_TEMPLATE;
    let (offset, zone) = match zone {
        Some(zone) => ("", format!("On the clock of {zone}, {with_zone} `{day}T00:00+02:00` says another.")),
        None => ("Z", format!("{without} `timezone: Europe/Berlin`.")),
    };
    let people = owner.map_or_else(
        || "# people: {owner: \"\", facilitator: \"\", presenter: \"\"}".to_owned(),
        |owner| {
            format!("people: {{owner: {}}}    # facilitator, presenter, incident_commander, responders", quoted(owner))
        },
    );
    format!(
        "---
title: {}
id: {id}    # its address; it stays when the file moves
kind: {kind}
status: draft    # `reviewed` publishes it
{severity}
# services: []
# tags: []
times:
  # {zone}
  started: {day}T00:00{offset}
  # detected: {day}T00:00{offset}
  # acknowledged: {day}T00:00{offset}
  # identified: {day}T00:00{offset}    # when it was known what to do
  # mitigated: {day}T00:00{offset}     # when users were no longer affected
  # resolved: {day}T00:00{offset}
# detection: {{source: monitoring, note: How did we know?}}
# impact: {{customers: \"\", summary: \"\"}}
# contributing_factors: []
{people}
---

{}",
        quoted(&one_line(title)),
        body(*measure)
    )
}

/// A key of the scale, in quotes unless it is surely a YAML string.
fn quoted_if_odd(key: &str) -> String {
    let plain = key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.chars().any(|c| c.is_ascii_digit());
    if plain { key.to_owned() } else { quoted(key) }
}

/// The sections of a review, each with a question that fits its kind.
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

/// Headings, each with the question below it.
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

/// A conversation, a walkthrough, or anything else that took time and harmed nobody.
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
