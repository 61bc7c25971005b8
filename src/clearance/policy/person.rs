//! Finds the person for a name.

use super::{Person, Policy};
use crate::letters;

impl Policy {
    /// The person of this full name, of its first or last part, or of this handle; only letters and digits count, so
    /// `@joduya` is `joduya`.
    #[must_use]
    pub fn person(&self, called: &str) -> Option<&Person> {
        let wanted = letters(called);
        self.people.iter().find(|person| {
            let parts = [person.name.split(' ').next(), person.name.rsplit(' ').next(), Some(person.name.as_str())];
            let mut names = parts.into_iter().flatten().chain(person.handles.iter().map(String::as_str));
            !wanted.is_empty() && names.any(|name| letters(name) == wanted)
        })
    }
}
