//! Diagnostics as SARIF 2.1.0, which code scanners and editors read.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>
//!
//! GitHub shows only results that have a place, with a line and a column for both ends, and rules that have all three texts.

use serde_json::{Value, json};

use super::{Code, Diagnostic, Place};
use crate::links::encode_path;

/// The name of the folder that paths are relative to, which GitHub and editors know.
const ROOT: &str = "%SRCROOT%";

/// All diagnostics as one indented document with a final line end. Paths are relative to the root of the repository, except
/// those of files outside of it, which are absolute.
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
            // It has no address, because the same library gives the same document in any folder.
            "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
            "results": results,
        }],
    });
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

fn rule(code: Code) -> Value {
    let meaning = json!({"text": code.meaning()});
    json!({
        "id": code.as_str(),
        "shortDescription": meaning,
        "fullDescription": meaning,
        "help": {"text": "The message says what is wrong, and how to fix it where that is known."},
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
    let (end_line, end_column) = place.end();
    json!({
        "physicalLocation": {
            "artifactLocation": artifact(&place.path),
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": end_line,
                "endColumn": end_column,
            },
        },
    })
}

/// A file; a path with a drive or from the root of the disk is an address of its own.
fn artifact(path: &str) -> Value {
    let has_drive = path.as_bytes().get(1) == Some(&b':') && path.starts_with(|c: char| c.is_ascii_alphabetic());
    if has_drive {
        json!({"uri": format!("file:///{}:{}", &path[..1], encode_path(&path[2..]))})
    } else if path.starts_with('/') {
        json!({"uri": format!("file://{}", encode_path(path))})
    } else {
        json!({"uri": encode_path(path), "uriBaseId": ROOT})
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::{Code, Diagnostic, Place};
    use super::{artifact, render_sarif};

    /// The fields that the schema requires of each object, by its path.
    const REQUIRED: [(&str, &[&str]); 9] = [
        ("", &["version", "runs"]),
        ("/runs/*", &["tool"]),
        ("/runs/*/tool", &["driver"]),
        ("/runs/*/tool/driver", &["name"]),
        // GitHub requires more of a rule and of a place than the schema does.
        ("/runs/*/tool/driver/rules/*", &["id", "shortDescription", "fullDescription", "help"]),
        ("/runs/*/results/*/locations/*/physicalLocation", &["artifactLocation", "region"]),
        (
            "/runs/*/results/*/locations/*/physicalLocation/region",
            &["startLine", "startColumn", "endLine", "endColumn"],
        ),
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
        let bases = at(&document, "/runs/*/results/*/locations/*/physicalLocation/artifactLocation/uriBaseId");
        let base = document["runs"][0]["originalUriBaseIds"].as_object().unwrap();
        assert!(bases.iter().all(|name| base.contains_key(name.as_str().unwrap())) && bases.len() == uris.len());
        let results = at(&document, "/runs/*/results/*");
        let rules = at(&document, "/runs/*/tool/driver/rules/*");
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
    }

    #[test]
    fn a_file_outside_of_the_repository_has_an_address_of_its_own() {
        assert_eq!(artifact("/srv/my reviews/a.md"), serde_json::json!({"uri": "file:///srv/my%20reviews/a.md"}));
        assert_eq!(artifact("C:/reviews/a.md"), serde_json::json!({"uri": "file:///C:/reviews/a.md"}));
    }

    #[test]
    fn nothing_to_say_is_a_document_too() {
        let document: Value = serde_json::from_str(&render_sarif(&[], "0.1.0")).unwrap();
        assert_eq!(document["runs"][0]["results"], Value::Array(Vec::new()));
    }
}
