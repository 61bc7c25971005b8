//! Parts that several pages have: cards, actions, entries, terms.

use serde_json::{Value, json};

pub(in crate::theme) fn link(label: &str) -> Value {
    json!({"label": label, "href": "../../x/index.html"})
}

pub(in crate::theme) fn some_link(full: bool) -> Value {
    if full { link("A review") } else { Value::Null }
}

pub(in crate::theme) fn lessons(count: usize) -> Value {
    (0..count)
        .map(|n| json!({"html": format!("Lesson {n} with <em>weight</em>"), "applies_to": [link("Team")]}))
        .collect()
}

pub(in crate::theme) fn date() -> Value {
    json!({"iso": "2024-05-14", "words": "14 May 2024"})
}

pub(in crate::theme) fn severity() -> Value {
    json!({"key": "sev2", "label": "Sev 2", "role": "major", "priority": "Critical", "meaning": "Broken.", "rank": 1, "href": "s"})
}

/// A card; `full` fills all optional values.
pub(in crate::theme) fn card(full: bool) -> Value {
    let some = |value: Value| if full { value } else { Value::Null };
    json!({
        "id": "a", "title": "Two <labels>, one salmon", "href": "a/index.html", "happened": some(json!("Crates had two labels.")), "lesson": some(json!("A printer has no undo.")),
        "kind_key": if full { "near_miss" } else { "incident" }, "kind": link("Near miss"), "severity": some(severity()),
        "status": {"key": if full { "draft" } else { "closed" }, "label": "Draft"}, "date": some(date()),
        "duration": some(json!("2 h")), "measure": some(json!("of harm")), "duration_seconds": some(json!(7200)),
        "services": if full { json!([link("Keel"), link("Passage")]) } else { json!([]) }, "tags": [],
        "open_actions": u8::from(full), "facets": "severity:sev2 kind:near_miss",
    })
}

pub(in crate::theme) fn action(full: bool) -> Value {
    let some = |value: Value| if full { value } else { Value::Null };
    json!({
        "id": some(json!("A1")), "title_html": "Probe a whole sign-in", "status": "open", "status_label": "Open",
        "owner": some(json!("ada")), "priority": some(json!("high")), "improves": some(json!("Detection")),
        "due": some(date()), "closed": null, "overdue": full, "age": some(json!("12 days overdue")),
        "ticket": some(json!("T-1")), "ticket_href": null, "reason_html": some(json!("Because.")),
        "review": some(link("A review")), "teams": if full { json!([link("Team")]) } else { json!([]) },
    })
}

pub(in crate::theme) fn row(number: usize) -> Value {
    let impact = ["positive", "neutral", "negative"][number % 3];
    json!({
        "number": number, "at": {"iso": "2024-05-14T09:02:00Z", "words": "14 May 2024, 11:02 Copenhagen", "utc": "09:02 UTC", "clock": "11:02"},
        "day": if number == 1 { json!("14 May 2024") } else { Value::Null }, "since": "+7 min", "phase": "Detection", "kind": "human",
        "impact": impact, "more_html": "<pre><code>503</code></pre>", "anchors": [format!("at-1102-{number}")], "what_html": "Someone tries it in a <em>private</em> window and sees a white page.",
        "who": "Ada", "evidence_html": "a screenshot", "turning": null,
    })
}

pub(in crate::theme) fn term(full: bool) -> Value {
    json!({
        "key": "keel", "label": "Keel", "href": "keel/index.html", "description": "Underneath.", "count": 1, "count_words": "1 review",
        "latest": "14 May 2024", "latest_iso": "2024-05-14", "open_actions": 2, "severity": if full { severity() } else { Value::Null },
        "kinds": "1 incident", "strip": if full { json!({"html": "<svg></svg>", "words": "2024: 1"}) } else { Value::Null },
    })
}
