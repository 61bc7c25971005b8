//! Drills: entries come in order, what gives the answer away comes last, and nobody is named.

mod cause;
mod cut;
mod index;
mod known;
mod moments;
mod names;
mod notes;
mod people;
mod reveal;
mod signs;
mod steps;

use crate::harness::SiteTest;

const FARES: &str = r#"---
title: The forgotten cache of Ana Silva
status: closed
services: [Checkout]
tags: [secret-tag]
times: {started: 2026-03-02T09:14Z, detected: 2026-03-02T09:28Z, acknowledged: 2026-03-02T09:33Z, resolved: 2026-03-02T11:20Z}
detection: {source: customer, note: "KESTREL was the cause, said a passenger."}
impact: {summary: "The cache was stale."}
timeline:
  - {at: "09:14", what: "Ana Silva turns the failover switch", impact: negative, who: Ana Silva}
  - {at: "09:28", what: "A passenger writes to Ben: the fare is *wrong*"}
  - {at: "09:50", what: "Silva restarts `fares-1` with asilva@ops; see [the log](https://ana.example/log)", phase: remediation, kind: human, who: Ana Silva, evidence: "Ben's screenshot"}
  - {at: "10:20", what: "Ana empties the stale cache that was forgotten", phase: remediation, kind: human, who: Ana Silva}
  - {at: "10:40", what: "The status page tells customers to wait", kind: human, who: Ben Smith}
  - {at: "11:20", what: "BEN SMITH sees fares fall back", impact: positive, phase: remediation, kind: automation}
  - {at: 2026-03-02T10:05Z, what: "@cem and Dr. D. Okafor agree to wait", kind: conversation}
contributing_factors: [Stale cache that Ana forgot]
surprises: [The dashboard read it too.]
learnings: [Ask what else reads it., Nobody asked who owned it.]
went_well: [Ben listened.]
open_questions: [What else keeps fares?, Who else keeps fares?, Is it fixed?]
actions: [{title: Expire at failover, owner: asilva, status: done}]
people: {owner: Dolly Okafor, incident_commander: Ben Smith, responders: [Ana Silva]}
---

The body says that it was the cache. The fares graph was flat, said Ana.

```log
09:28 fare=12.00 user=asilva
```

> I paid for last winter, wrote Ben.
"#;

const KIT: &str = "reviews/fares/drill/index.html";

const NOTES: &str = "reviews/fares/drill/notes/index.html";

fn kit() -> String {
    SiteTest::new().file("fares.md", FARES).build().text(KIT)
}

fn notes() -> String {
    SiteTest::new().file("fares.md", FARES).build().text(NOTES)
}

#[track_caller]
fn in_order(text: &str, wanted: &[&str]) {
    let mut from = 0;
    for part in wanted {
        let at = text[from..].find(part);
        from += at.unwrap_or_else(|| panic!("{part:?} does not come next in {}", &text[from..])) + part.len();
    }
}
