//! The missing marks: for each value that the scanner found, a mark that its author may accept.

use crate::commands::candidate::Candidate;
use base::text::visible_name;
use clearance::{Finding, Policy, Tier};

/// One line for each value: the mark to write.
pub(super) fn lines(found: &Candidate) -> Vec<String> {
    let mut lines: Vec<_> = found
        .findings
        .iter()
        .filter(|finding| finding.tier == Tier::Block && finding.at.path == found.account.source)
        .map(|finding| {
            let mark = mark(finding, &found.policy);
            format!("  {}:{}: write {mark}", visible_name(&finding.at.path), finding.at.line)
        })
        .collect();
    lines.dedup();
    if !lines.is_empty() {
        lines.insert(0, "Marks to add, by hand or with --apply:".to_owned());
    }
    lines
}

/// The file with every proposal that can be placed: at the first unmarked occurrence of the value at or after the finding's
/// line; and how many were placed.
pub(super) fn applied(found: &Candidate) -> (String, usize) {
    let mut text = found.text.clone();
    let mut placed = 0;
    let own = |finding: &&Finding| finding.tier == Tier::Block && finding.at.path == found.account.source;
    let mut findings: Vec<_> = found.findings.iter().filter(own).collect();
    // From the last line up, so that lines above keep their numbers.
    findings.sort_by_key(|finding| std::cmp::Reverse((finding.at.line, finding.at.column)));
    for finding in findings {
        let value = finding.value.reveal();
        let start: usize = text.split_inclusive('\n').take(finding.at.line.saturating_sub(1)).map(str::len).sum();
        let bare = text[start..].match_indices(value).map(|(at, _)| start + at).find(|at| !is_marked(&text, *at));
        if let Some(at) = bare.filter(|at| !value.is_empty() && !begins_a_plain_value(&text, *at)) {
            text.replace_range(at..at + value.len(), &mark(finding, &found.policy));
            placed += 1;
        }
    }
    (text, placed)
}

/// Whether the text at `at` begins a value of the front matter that is not in quotes: with `[` at its start, YAML would read a
/// list.
fn begins_a_plain_value(text: &str, at: usize) -> bool {
    let in_front_matter = text.trim_start_matches('\u{feff}').starts_with("---") && !text[..at].contains("\n---");
    let before = text[..at].rsplit('\n').next().unwrap_or_default().trim();
    let is_next_in_list = before.ends_with(',') && before.contains(['[', '{']);
    in_front_matter && (before == "-" || before.ends_with([':', '[', '{']) || is_next_in_list)
}

/// Whether the text at `at` is already inside a mark.
fn is_marked(text: &str, at: usize) -> bool {
    let open = text[..at].rfind('[');
    let closed = text[..at].rfind(']');
    let inside = open.is_some_and(|open| closed.is_none_or(|closed| closed < open));
    inside && text[at..].split_once(']').is_some_and(|(_, rest)| rest.starts_with("(redact:"))
}

fn mark(finding: &Finding, policy: &Policy) -> String {
    let value = finding.value.reveal();
    format!("[{value}](redact:{})", policy.person(value).and_then(|person| person.role.as_deref()).unwrap_or("omit"))
}

#[cfg(test)]
mod tests {
    use super::{begins_a_plain_value, is_marked};

    #[test]
    fn a_value_in_a_mark_is_left_alone() {
        let text = "a [Jane](redact:x) and Jane, [Jane](https://x)";
        let places: Vec<_> = text.match_indices("Jane").map(|(at, _)| is_marked(text, at)).collect();
        assert_eq!(places, [true, false, false]);
    }

    #[test]
    fn a_mark_does_not_turn_a_value_of_front_matter_into_a_list() {
        let text = "---\nsummary: Jane came\ntags: [a, Jane]\nlearnings:\n  - Jane left\n  - 'Jane'\nimpact: |\n  Jane ran, Jane\n---\nPaged: Jane\n- Jane\n";
        let places: Vec<_> = text.match_indices("Jane").map(|(at, _)| begins_a_plain_value(text, at)).collect();
        assert_eq!(places, [true, true, true, false, false, false, false, false]);
    }
}
