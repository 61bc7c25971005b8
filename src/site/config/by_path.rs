//! Settings by path: ignored files, and default values for all reviews of a folder.
//!
//! In: `ignore:` and `defaults:`. Out: patterns, and fields by pattern. A pattern that can match nothing is an error.

use super::Terms;
use super::pattern::Pattern;
use base::diagnostics::{Code, Diagnostic};
use base::yaml::{Fields, Node};

/// Default values for reviews of some paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Defaults {
    /// The teams.
    pub teams: Vec<String>,
    /// The services.
    pub services: Vec<String>,
    /// The tags.
    pub tags: Vec<String>,
    /// The environment.
    pub environment: Option<String>,
}

/// `ignore:` a list of patterns.
pub(super) fn ignored(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Pattern> {
    let mut patterns = Vec::new();
    for item in node.items() {
        if let Some(text) = item.text(problems) {
            match Pattern::new(&text, item.place()) {
                Some(pattern) => patterns.push(pattern),
                None => problems.push(no_pattern(&text, &item)),
            }
        }
    }
    patterns
}

/// `defaults:` fields by pattern, in the order of the file.
pub(super) fn defaults(
    node: &Node<'_>,
    [services, tags, teams]: [&Terms; 3],
    problems: &mut Vec<Diagnostic>,
) -> Vec<(Pattern, Defaults)> {
    let mut all = Vec::new();
    for (text, value) in node.any_fields(problems).iter().flat_map(Fields::entries) {
        let Some(pattern) = Pattern::new(text, value.key_place()) else {
            problems.push(no_pattern(text, &value).at(value.key_place()));
            continue;
        };
        let Some(fields) = value.fields(&["team", "teams", "services", "tags", "environment"], problems) else {
            continue;
        };
        let mut listed = |key, kind, terms: &Terms, code| {
            let names = fields.texts(key, problems);
            problems.extend(names.iter().filter_map(|name| terms.unlisted(&value, name, kind, code)));
            names
        };
        let mut of_teams = listed("teams", "teams", teams, Code::UnknownTeam);
        of_teams.extend(listed("team", "teams", teams, Code::UnknownTeam));
        let services = listed("services", "services", services, Code::UnknownService);
        let tags = listed("tags", "tags", tags, Code::UnknownTag);
        let environment = fields.text("environment", problems);
        all.push((pattern, Defaults { teams: of_teams, services, tags, environment }));
    }
    all
}

fn no_pattern(text: &str, node: &Node<'_>) -> Diagnostic {
    let hint = if text.contains('[') {
        "a `[` is closed by a `]`, as in `2026-0[1-6]-*`; the sign itself is `[[]`"
    } else {
        "write a path from the library's folder, such as `payments/**`, `drafts` or `*/old-*.md`"
    };
    node.problem(Code::UnknownValue, format!("`{text}` is no pattern of paths in the library")).hint(hint)
}

#[cfg(test)]
mod tests {
    use crate::config::Config;
    use crate::source::SourceFile;

    fn read(text: &str) -> (Config, Vec<String>) {
        let mut problems = Vec::new();
        let file = SourceFile { path: "debrief.yaml".to_owned(), text: text.to_owned() };
        let config = Config::read(Some(&file), &mut problems);
        let places = problems.iter().map(|problem| {
            let line = problem.place.as_ref().map_or(0, |place| place.line);
            format!("{}:{line}", problem.code.as_str())
        });
        (config, places.collect())
    }

    #[test]
    fn the_last_pattern_that_says_a_field_counts() {
        let (config, problems) = read(
            "ignore: [drafts, '**/old-*.md']\ndefaults:\n  '**': {team: core}\n  payments/**: {team: payments, services: [ledger]}\n",
        );
        assert_eq!(problems, [""; 0]);
        let of = |path| config.defaults_for(path);
        assert_eq!(of("payments/a.md").teams, ["payments"]);
        assert_eq!(of("payments/a.md").services, ["ledger"]);
        assert_eq!((of("a.md").teams, of("a.md").services.len()), (vec!["core".to_owned()], 0));
        assert!(config.is_ignored("drafts/a.md") && config.is_ignored("x/old-a.md") && !config.is_ignored("a.md"));
    }

    #[test]
    fn what_cannot_be_meant_is_reported_at_its_place() {
        let text = "services: [ledger]\nignore: [../x, a]\ndefaults:\n  /etc: {team: a}\n  a: {owner: b}\n  b: {services: [ledgr]}\n\
            severity:\n  map: {down: sev1, bad: sev9}\n";
        let (config, mut problems) = read(text);
        problems.sort();
        let wanted = ["unknown-key:5", "unknown-service:6", "unknown-severity:8", "unknown-value:2", "unknown-value:4"];
        assert_eq!(problems, wanted);
        assert_eq!(config.mapped_severity("DOWN"), Some("sev1"));
        assert_eq!(config.mapped_severity("bad"), None);
    }
}
