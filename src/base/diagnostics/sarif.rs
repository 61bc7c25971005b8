//! Diagnostics as SARIF 2.1.0, which code scanners and editors read.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use serde_json::{Value, json};

use super::{Code, Diagnostic, Place};
use crate::links::encode_path;

/// All diagnostics as one indented document with a final line end.
#[must_use]
pub fn render_sarif(diagnostics: &[Diagnostic], version: &str) -> String {
    // Only the rules that are needed, each once, in the order of the table of codes.
    let used: Vec<Code> =
        Code::ALL.iter().copied().filter(|code| diagnostics.iter().any(|d| d.code == *code)).collect();
    let rules: Vec<_> = used.iter().map(|code| rule(*code)).collect();
    let results: Vec<_> = diagnostics.iter().map(|diagnostic| result(diagnostic, &used)).collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "debrief", "semanticVersion": version, "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.as_str(),
        "shortDescription": {"text": code.meaning()},
        "defaultConfiguration": {"level": code.level().as_str()},
    })
}

fn result(diagnostic: &Diagnostic, used: &[Code]) -> Value {
    let mut result = json!({
        "ruleId": diagnostic.code.as_str(),
        "level": diagnostic.level.as_str(),
        "message": {"text": diagnostic.message_and_hint()},
    });
    if let Some(index) = used.iter().position(|code| *code == diagnostic.code) {
        result["ruleIndex"] = json!(index);
    }
    if let Some(place) = &diagnostic.place {
        result["locations"] = json!([location(place)]);
    }
    result
}

fn location(place: &Place) -> Value {
    json!({
        "physicalLocation": {
            "artifactLocation": {"uri": encode_path(&place.path)},
            "region": {"startLine": place.line, "startColumn": place.column},
        },
    })
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::{Code, Diagnostic, Place};
    use super::render_sarif;

    /// The fields that the schema requires of each object, by its path.
    const REQUIRED: [(&str, &[&str]); 7] = [
        ("", &["version", "runs"]),
        ("/runs/*", &["tool"]),
        ("/runs/*/tool", &["driver"]),
        ("/runs/*/tool/driver", &["name"]),
        ("/runs/*/tool/driver/rules/*", &["id"]),
        ("/runs/*/results/*", &["message"]),
        ("/runs/*/results/*/message", &["text"]),
    ];

    fn at<'v>(value: &'v Value, way: &str) -> Vec<&'v Value> {
        way.split('/').filter(|step| !step.is_empty()).fold(vec![value], |values, step| {
            let below = values.into_iter().flat_map(|value| match (step, value) {
                ("*", Value::Array(items)) => items.iter().collect::<Vec<_>>(),
                _ => value.get(step).into_iter().collect(),
            });
            below.collect()
        })
    }

    #[test]
    fn what_the_schema_requires_is_there() {
        let place = Place::new("2026/a b:ü.md", "x: 1\n", 0..1);
        let all = [
            Diagnostic::new(Code::UnknownKey, "unknown key").at(place).hint("did you mean `y`?"),
            Diagnostic::new(Code::NoSummary, "no summary").at(Place::file("a.md")),
            Diagnostic::new(Code::NoReviews, "none"),
        ];
        let document: Value = serde_json::from_str(&render_sarif(&all, "0.1.0")).unwrap();
        for (way, keys) in REQUIRED {
            let found = at(&document, way);
            assert!(!found.is_empty(), "{way}");
            for (object, key) in found.into_iter().flat_map(|object| keys.iter().map(move |key| (object, key))) {
                assert!(object.get(key).is_some(), "{way}: {key}");
            }
        }
        assert_eq!(document["version"], "2.1.0");
        let levels = at(&document, "/runs/*/results/*/level");
        assert!(levels.iter().all(|level| ["none", "note", "warning", "error"].contains(&level.as_str().unwrap())));
        for region in at(&document, "/runs/*/results/*/locations/*/physicalLocation/region") {
            assert!(region["startLine"].as_u64() >= Some(1) && region["startColumn"].as_u64() >= Some(1));
        }
        let uris = at(&document, "/runs/*/results/*/locations/*/physicalLocation/artifactLocation/uri");
        assert_eq!(uris, ["2026/a%20b%3A%C3%BC.md", "a.md"]);
        let results = at(&document, "/runs/*/results/*");
        let rules = at(&document, "/runs/*/tool/driver/rules/*");
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
    }

    #[test]
    fn nothing_to_say_is_a_document_too() {
        let document: Value = serde_json::from_str(&render_sarif(&[], "0.1.0")).unwrap();
        assert_eq!(document["runs"][0]["results"], Value::Array(Vec::new()));
    }
}
