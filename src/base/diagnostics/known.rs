//! The hint for a name that is not known.

use super::Diagnostic;
use crate::text::{nearest, slug};

/// A longer list of known names is not shown.
const MOST_LISTED: usize = 20;

/// Names of fields in other programs and languages, and ours for them.
const MEANT: [(&str, &str); 56] = [
    ("time", "at"),
    ("when", "at"),
    ("timestamp", "at"),
    ("date", "at"),
    ("event", "what"),
    ("description", "what"),
    ("text", "what"),
    ("message", "what"),
    ("summary", "what"),
    ("start", "started"),
    ("begin", "started"),
    ("start_time", "started"),
    ("end", "resolved"),
    ("ended", "resolved"),
    ("end_time", "resolved"),
    ("fixed", "mitigated"),
    ("name", "title"),
    ("name", "key"),
    ("name", "label"),
    ("task", "title"),
    ("what", "title"),
    ("assignee", "owner"),
    ("author", "who"),
    ("by", "who"),
    ("url", "evidence"),
    ("deadline", "due"),
    ("day", "weekday"),
    ("duration", "length"),
    ("finished", "done"),
    ("completed", "done"),
    ("closed", "done"),
    ("private", "restricted"),
    ("published", "reviewed"),
    ("final", "reviewed"),
    ("link", "ticket"),
    ("link", "url"),
    ("issue", "ticket"),
    ("done", "status"),
    ("bad", "negative"),
    ("good", "positive"),
    ("lessons", "learnings"),
    ("lessons_learned", "learnings"),
    ("takeaways", "learnings"),
    ("action_items", "actions"),
    ("causes", "contributing_factors"),
    ("root_causes", "contributing_factors"),
    ("labels", "tags"),
    ("participants", "people"),
    ("detected_by", "detection"),
    ("discovered_by", "detection"),
    ("found_by", "detection"),
    ("noticed_by", "detection"),
    ("reported_by", "detection"),
    ("detection_method", "detection"),
    ("detection_source", "detection"),
    ("decision", "what"),
];

/// A shorter piece of a name may be the beginning of anything.
const SHORTEST: usize = 3;

impl Diagnostic {
    /// A hint for a misspelt name: the nearest known one, or the whole list when none is near and the list is short.
    #[must_use]
    pub fn did_you_mean<'a>(self, name: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> Self {
        self.did_you_mean_unless(name, known, |_| false)
    }

    /// The same where some of the known names are taken: those are not what is meant by another word.
    pub(crate) fn did_you_mean_unless<'a>(
        self,
        name: &str,
        known: impl IntoIterator<Item = &'a str> + Clone,
        is_taken: impl Fn(&str) -> bool,
    ) -> Self {
        let meant = nearest(name, known.clone())
            .or_else(|| longer(name, known.clone()))
            .or_else(|| ours(name, &known, is_taken));
        if let Some(meant) = meant {
            return self.hint(format!("did you mean `{meant}`?"));
        }
        let list: Vec<_> = known.into_iter().map(|k| format!("`{k}`")).collect();
        if list.is_empty() || list.len() > MOST_LISTED {
            return self;
        }
        self.hint(format!("known here: {}", list.join(", ")))
    }
}

/// The one known name that `name` is short for, as `thu` and `Thu` are for `Thursday`.
fn longer<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let short = slug(name);
    if short.chars().count() < SHORTEST {
        return None;
    }
    let mut longer = known.into_iter().filter(|known| slug(known).starts_with(&short));
    longer.next().filter(|_| longer.next().is_none())
}

/// Our name for one of another program, unless it is taken.
fn ours<'a>(
    name: &str,
    known: &(impl IntoIterator<Item = &'a str> + Clone),
    is_taken: impl Fn(&str) -> bool,
) -> Option<&'a str> {
    let name = name.to_lowercase().replace(['-', ' '], "_");
    let mut ours = MEANT.iter().filter(|(other, ours)| *other == name && !is_taken(ours));
    ours.find_map(|(_, ours)| known.clone().into_iter().find(|known| known == ours))
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::{Code, Diagnostic};

    fn hint(name: &str, known: &[&str]) -> String {
        let known = known.iter().copied();
        Diagnostic::new(Code::UnknownService, "x").did_you_mean(name, known).hint.unwrap_or_default()
    }

    #[test]
    fn a_short_form_in_any_case_means_the_one_name_that_it_begins() {
        let services = ["Payments", "Pricing Engine", "Zürich gate"];
        for (name, meant) in [
            ("Pay", "Payments"),
            ("pay", "Payments"),
            ("PAY", "Payments"),
            ("pricing-eng", "Pricing Engine"),
            ("zurich", "Zürich gate"),
        ] {
            assert_eq!(hint(name, &services), format!("did you mean `{meant}`?"), "{name}");
        }
        assert_eq!(hint("Thu", &["wednesday", "thursday"]), "did you mean `thursday`?");
        let none = "known here: `Payments`, `Pricing Engine`, `Zürich gate`";
        for name in ["P", "Pa", "…", "ments"] {
            assert_eq!(hint(name, &services), none, "{name}");
        }
        let two = ["Payments", "Payouts API"];
        assert_eq!(hint("Pay", &two), "known here: `Payments`, `Payouts API`");
    }

    #[test]
    fn a_name_of_another_program_means_ours() {
        assert_eq!(hint("Assignee", &["title", "owner"]), "did you mean `owner`?");
        assert_eq!(hint("name", &["a", "label"]), "did you mean `label`?");
        assert_eq!(hint("Detected by", &["times", "detection"]), "did you mean `detection`?");
    }

    #[test]
    fn a_word_does_not_mean_a_name_that_is_taken() {
        let problem = Diagnostic::new(Code::UnknownKey, "x");
        let problem = problem.did_you_mean_unless("decision", ["at", "what"], |name| name == "what");
        assert_eq!(problem.hint.as_deref(), Some("known here: `at`, `what`"));
        let problem = Diagnostic::new(Code::UnknownKey, "x");
        let problem = problem.did_you_mean_unless("name", ["title", "label"], |name| name == "title");
        assert_eq!(problem.hint.as_deref(), Some("did you mean `label`?"));
    }
}
