//! Merges the diagnostics about keys of other tools, so that each is reported once for the whole folder.
//!
//! In: the diagnostics of all files. Out: for each key that was read or kept in the same way, only the first, with the number
//! of files.

use std::collections::BTreeMap;

use base::diagnostics::{Code, Diagnostic, Level};

/// Whether a diagnostic says how a key was read or kept.
fn is_of_a_key(problem: &Diagnostic) -> bool {
    matches!(problem.code, Code::UnknownKey | Code::Inferred)
        && problem.level != Level::Error
        && problem.message.starts_with("the key `")
}

/// Keeps the first of the diagnostics that say the same about a key.
pub fn once_a_key(problems: &mut Vec<Diagnostic>) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    problems.retain(|problem| {
        if !is_of_a_key(problem) {
            return true;
        }
        let count = counts.entry(problem.message.clone()).or_default();
        *count += 1;
        *count == 1
    });
    for problem in problems.iter_mut().filter(|problem| is_of_a_key(problem)) {
        if let Some(count) = counts.get(&problem.message).filter(|count| **count > 1) {
            problem.message = format!("{}, here and in {}", problem.message, others(count - 1));
        }
    }
}

fn others(count: usize) -> String {
    base::text::count(count, "other file", "other files")
}

#[cfg(test)]
mod tests {
    use super::{Code, Diagnostic, once_a_key};

    #[test]
    fn a_key_is_reported_once() {
        let of = |key: &str| Diagnostic::new(Code::Inferred, format!("the key `{key}` is read as `tags`"));
        let other = Diagnostic::new(Code::Inferred, "severity `sev1` was read from the text");
        let mut problems = vec![of("labels"), other.clone(), of("category"), of("labels"), other, of("labels")];
        once_a_key(&mut problems);
        let messages: Vec<_> = problems.iter().map(|d| d.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "the key `labels` is read as `tags`, here and in 2 other files",
                "severity `sev1` was read from the text",
                "the key `category` is read as `tags`",
                "severity `sev1` was read from the text",
            ]
        );
    }
}
