//! The organisation's own rules. Each is tested with its examples.

use std::collections::BTreeSet;

use regex::{Regex, RegexBuilder};

use super::Rule;
use crate::detectors;
use base::diagnostics::{Code, Diagnostic};
use base::yaml::{Fields, Node};

/// The most memory for a compiled pattern, in bytes.
const SIZE: usize = 1 << 22;

/// Reads `rules:`.
pub(super) fn read(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Rule> {
    let mut ids = BTreeSet::new();
    node.items().iter().filter_map(|item| rule(item, &mut ids, problems)).collect()
}

fn rule(item: &Node<'_>, ids: &mut BTreeSet<String>, problems: &mut Vec<Diagnostic>) -> Option<Rule> {
    let fields = item.fields(&["id", "pattern", "examples", "counter_examples"], problems)?;
    let mut required = |key| {
        let text = fields.text(key, problems);
        if text.is_none() {
            let example = if key == "id" { "id: badge" } else { "pattern: \"badge-[0-9]{4}\"" };
            let said = fields.missing(key);
            problems.extend(said.map(|said| said.hint(format!("add it, such as `{example}`"))));
        }
        text
    };
    let (id, pattern) = (required("id"), required("pattern"));
    let (id, pattern) = (id?, pattern?);
    let id = checked_id(id, &fields, ids, problems)?;
    let pattern = compiled(&pattern, &fields, problems)?;
    prove(&id, &pattern, &fields, problems);
    Some(Rule { id, pattern })
}

/// Checks that an id is valid and unique.
fn checked_id(
    id: String,
    fields: &Fields<'_>,
    ids: &mut BTreeSet<String>,
    problems: &mut Vec<Diagnostic>,
) -> Option<String> {
    let node = fields.get("id")?;
    let plain = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let wrong = if !plain {
        Some((format!("`{id}` cannot be the id of a rule"), "use lower-case letters, digits and hyphens"))
    } else if detectors::is_built_in(&id) {
        Some((format!("`{id}` is the id of a built-in rule"), "give the rule an id of its own"))
    } else if !ids.insert(id.clone()) {
        Some((format!("there are two rules `{id}`"), "give each rule an id of its own"))
    } else {
        None
    };
    let Some((message, hint)) = wrong else { return Some(id) };
    problems.push(node.problem(Code::PolicyRule, message).hint(hint));
    None
}

fn compiled(pattern: &str, fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Option<Regex> {
    let node = fields.get("pattern")?;
    let regex = match RegexBuilder::new(pattern).size_limit(SIZE).build() {
        Ok(regex) => regex,
        Err(error) => {
            // The error message shows the pattern over several lines; the last line has the reason.
            let error = error.to_string();
            let why = error.lines().last().unwrap_or_default().trim().trim_start_matches("error: ");
            let problem = node.problem(Code::PolicyRule, format!("this is no pattern: {why}"));
            problems.push(problem.hint("patterns are regular expressions without look-around and back-references"));
            return None;
        }
    };
    if regex.is_match("") {
        let problem = node.problem(Code::PolicyRule, "this pattern matches the empty text, so it would match anywhere");
        problems.push(problem.hint("ask for one character at least, with `+` in the place of `*`"));
        return None;
    }
    Some(regex)
}

fn prove(id: &str, pattern: &Regex, fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) {
    for (key, wanted) in [("examples", true), ("counter_examples", false)] {
        let Some(list) = fields.get(key) else { continue };
        for example in list.items() {
            let Some(text) = example.text(problems) else { continue };
            if pattern.is_match(&text) != wanted {
                let verb = if wanted { "misses its example" } else { "matches its counter-example" };
                let problem = example.problem(Code::PolicyRule, format!("the rule `{id}` {verb} `{text}`"));
                problems.push(problem.hint("mend the pattern or the example"));
            }
        }
    }
    if !fields.has("examples")
        && let Some(node) = fields.get("pattern")
    {
        let problem = node.problem(Code::PolicyRule, format!("the rule `{id}` has no `examples`"));
        problems.push(problem.hint("list texts that it must find, so that a mistake in the pattern shows"));
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use base::yaml::Document;

    fn messages(yaml: &str) -> Vec<String> {
        let mut problems = Vec::new();
        let document = Document::parse("redaction.yaml", yaml, 0..yaml.len()).unwrap();
        read(&document.root(), &mut problems);
        problems.into_iter().map(|p| p.message).collect()
    }

    #[test]
    fn a_rule_proves_itself() {
        assert!(messages("- {id: a, pattern: 'x[0-9]', examples: [x1], counter_examples: [y1]}").is_empty());
        assert_eq!(
            messages("- {id: a, pattern: 'x[0-9]', examples: [x1, y1], counter_examples: [x2]}"),
            ["the rule `a` misses its example `y1`", "the rule `a` matches its counter-example `x2`"]
        );
        assert_eq!(messages("- {id: a, pattern: x}"), ["the rule `a` has no `examples`"]);
    }

    #[test]
    fn patterns_that_cannot_work_are_refused() {
        assert_eq!(messages("- {id: a, pattern: '(x', examples: [x]}"), ["this is no pattern: unclosed group"]);
        assert!(messages("- {id: a, pattern: 'x*', examples: [x]}")[0].contains("empty text"));
        assert!(messages("- {id: a, pattern: '(?=x)x', examples: [x]}")[0].contains("look-around"));
        assert!(
            messages("- {id: a, pattern: '(x{500}){500}{500}', examples: [x]}")[0].starts_with("this is no pattern")
        );
    }

    #[test]
    fn ids_are_plain_and_nobody_elses() {
        assert!(messages("- {id: A b, pattern: x, examples: [x]}")[0].contains("cannot be the id"));
        assert!(messages("- {id: ipv4, pattern: x, examples: [x]}")[0].contains("built-in"));
        let twice = "- {id: a, pattern: x, examples: [x]}\n- {id: a, pattern: y, examples: [y]}";
        assert_eq!(messages(twice), ["there are two rules `a`"]);
        assert_eq!(messages("- {examples: [x]}").len(), 2);
    }
}
