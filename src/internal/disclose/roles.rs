//! What replaces a person or a thing that is not named: the phrase of a role, numbered within one postmortem.

use std::collections::BTreeMap;

use base::text::ordinal;
use clearance::{Policy, letters};

/// The role that is replaced by nothing.
pub(super) const OMIT: &str = "omit";

/// The persons and things mentioned so far, by role. Numbering starts over in each postmortem, so that nobody can be followed
/// from one to the next.
#[derive(Debug, Default)]
pub(super) struct Roles {
    seen: BTreeMap<String, Vec<String>>,
}

impl Roles {
    /// The phrase for `marked` in this role; `None` when the policy has no such role.
    pub(super) fn phrase(&mut self, policy: &Policy, role: &str, marked: &str) -> Option<String> {
        let phrase = policy.roles.get(role)?;
        let who = identity(policy, marked);
        let seen = self.seen.entry(role.to_owned()).or_default();
        let number = seen.iter().position(|known| *known == who).unwrap_or_else(|| {
            seen.push(who);
            seen.len() - 1
        });
        Some(numbered(phrase, number))
    }
}

/// A key that is the same for a person's name and handles; for anything else, its letters and digits.
pub(super) fn identity(policy: &Policy, marked: &str) -> String {
    letters(policy.person(marked).map_or(marked, |person| person.name.as_str()))
}

/// `a first responder`, `a second first responder`, `a third first responder`.
fn numbered(phrase: &str, number: usize) -> String {
    if number == 0 {
        return phrase.to_owned();
    }
    let nth = ordinal(number + 1);
    let article = if matches!(nth.as_str(), "11th" | "18th") || nth.starts_with(['e', '8']) { "an" } else { "a" };
    if let Some(rest) = ["a ", "an ", "the "].iter().find_map(|written| phrase.strip_prefix(written)) {
        return format!("{article} {nth} {rest}");
    }
    match phrase.strip_prefix("one of ") {
        Some(rest) => format!("{article} {nth} of {rest}"),
        None => format!("{phrase} ({nth})"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Roles, numbered};
    use clearance::{Person, Policy};

    #[test]
    fn a_person_is_the_same_by_name_and_handle_and_others_are_counted() {
        let roles = [("responder", "a first responder")].map(|(k, v)| (k.to_owned(), v.to_owned())).into();
        let jane = Person { name: "Jane Oduya".into(), handles: vec!["joduya".into()], role: None };
        let policy = Policy { roles, people: vec![jane], ..Policy::default() };
        let mut roles = Roles::default();
        let mut say = |marked| roles.phrase(&policy, "responder", marked);
        assert_eq!(say("Jane Oduya").as_deref(), Some("a first responder"));
        assert_eq!(say("Sam Roe").as_deref(), Some("a second first responder"));
        assert_eq!(say("@joduya").as_deref(), Some("a first responder"));
        assert_eq!(say("Oduya").as_deref(), Some("a first responder"));
        assert_eq!(Roles::default().phrase(&policy, "first responder", "x"), None);
    }

    #[test]
    fn ordinals_fit_the_phrase() {
        assert_eq!(numbered("an engineer", 1), "a second engineer");
        assert_eq!(numbered("an engineer", 7), "an eighth engineer");
        assert_eq!(numbered("one of our suppliers", 1), "a second of our suppliers");
        assert_eq!(numbered("customers", 2), "customers (third)");
        assert_eq!(numbered("one of our suppliers", 7), "an eighth of our suppliers");
        assert_eq!(numbered("the vendor", 7), "an eighth vendor");
        assert_eq!(
            [10, 11, 17, 20, 79].map(|n| numbered("a host", n)).join(", "),
            "an 11th host, a 12th host, an 18th host, a 21st host, an 80th host"
        );
    }
}
