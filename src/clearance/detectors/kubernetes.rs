//! The values of a Kubernetes `Secret`: base64 under `data:`, whatever their keys.

use std::sync::LazyLock;

use regex::Regex;

use super::Match;
use super::names::is_name;
use super::placeholder::is_placeholder;
use crate::Tier;

/// The id of this rule.
pub(super) const RULE: &str = "kubernetes-secret";

/// How many bytes before and after its `kind` a manifest is searched.
const REACH: usize = 1_500;

static KIND: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)(?-u:\b)kind[\x22']?:\s*[\x22']?secret(?-u:\b)").ok());

static DATA: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?i)(?-u:\b)(?:string)?data[\x22']?:").ok());

static VALUE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)[\w.-]+[\x22']?:(?:[ \t]*(?:\||>[+-]?)\s+)?[ \t]*[\x22']?([a-z0-9+/]{10,}={0,3})").ok()
});

/// Finds the values of each manifest.
pub(super) fn see(text: &str, seen: &mut Vec<Match>) {
    let (Some(kind), Some(data), Some(value)) = (&*KIND, &*DATA, &*VALUE) else { return };
    if !text.contains(':') {
        return;
    }
    let mut looked_at = 0;
    for found in kind.find_iter(text) {
        let start = boundary(text, found.start().saturating_sub(REACH)).max(looked_at);
        let end = boundary(text, (found.end() + REACH).min(text.len()));
        let manifest = text.get(start..end).unwrap_or_default();
        let Some(data) = data.find(manifest) else { continue };
        let values = manifest.get(data.end()..).unwrap_or_default();
        for one in value.captures_iter(values).filter_map(|captures| captures.get(1)) {
            let written = one.as_str();
            if !is_placeholder(written) && (written.ends_with('=') || !is_name(written)) {
                let at = start + data.end();
                seen.push(Match { rule: RULE.to_owned(), tier: Tier::Block, range: at + one.start()..at + one.end() });
            }
        }
        looked_at = end;
    }
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::see;

    fn seen(text: &str) -> Vec<String> {
        let mut seen = Vec::new();
        see(text, &mut seen);
        seen.into_iter().map(|found| text[found.range].to_owned()).collect()
    }

    #[test]
    fn values_are_seen_before_and_after_their_kind() {
        let data = "data:\n  one: aHVudGVyMjI=\n  two: |\n    U2VjcjN0cGFzcw==\n";
        let both = ["aHVudGVyMjI=", "U2VjcjN0cGFzcw=="];
        assert_eq!(seen(&format!("apiVersion: v1\nkind: Secret\nmetadata: {{name: db}}\n{data}")), both);
        assert_eq!(seen(&format!("{data}kind: \"Secret\"\n")), both);
        assert_eq!(seen("{\"kind\":\"Secret\",\"data\":{\"one\":\"aHVudGVyMjI=\"}}"), ["aHVudGVyMjI="]);
    }

    #[test]
    fn references_and_other_kinds_are_not() {
        let none = Vec::<String>::new();
        assert_eq!(seen("kind: Secret\ndata:\n  one: {{ .Values.one }}\n  two: \"\"\n"), none);
        assert_eq!(seen("kind: ConfigMap\ndata:\n  one: aHVudGVyMjI=\n"), none);
        assert_eq!(seen("kind: Secret\nmetadata:\n  name: ledger-db-credentials\n"), none);
    }
}
