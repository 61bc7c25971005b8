//! What a new review and a new library begin with.

use jiff::civil::Date;

/// A review that says, field by field, what belongs there. `title` and `severity` are written as YAML texts.
pub(super) fn review(title: &str, kind: &str, severity: Option<&str>, day: Date) -> String {
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
# people: {{owner: \"\", facilitator: \"\"}}
---

## Summary

What happened, in two or three sentences, for somebody who was not there.

## Timeline

- 00:00 What was the first sign, and who or what noticed it?

## What surprised us

- What did you expect to happen, and what happened?

## What went well

- Why was it not worse?

## What we learned

- What do we know now that others would want to know?

## Open questions

- What do we still not understand?

## Action items

- [ ] Begin with a verb; say how one will see that it is done.
"
    )
}

/// The configuration of a new library.
pub(super) const CONFIG: &str = "# Every setting has a default; delete what you do not need.
title: Incident reviews
description: What we learned from incidents, near misses and drills.
# base_url: https://reviews.example.com/
# timezone: Europe/Berlin
# git_history: false
# meeting: {weekday: thursday, time: \"14:00\", length: 60, facilitators: [Ana, Ben]}
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
