//! Whether a text is a task: an order, a promise, a ticket.

use crate::review::languages::words::words;
use crate::review::languages::{names, timelines};
use crate::review::text::states::is_deed;
use markdown::plain_text;

/// Whether a text is a task.
pub(super) fn is_task(text: &str) -> bool {
    let plain = plain_text(text).to_lowercase();
    let plain = plain.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '#');
    if names::after("duty", &words(plain)).is_some_and(|rest| !rest.is_empty()) {
        return true;
    }
    is_ticket(plain) || is_deed(plain) || begins_with_verb(plain)
}

/// Whether a text is an order: it begins with a verb for one.
pub(super) fn is_order(text: &str) -> bool {
    begins_with_verb(plain_text(text).to_lowercase().trim_start())
}

/// The same of a text without markup and in lower case.
pub(in crate::review) fn begins_with_verb(plain: &str) -> bool {
    let first: String = plain.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
    let is_verb = |word: &str| names::is("task verb", word);
    let stem = first.strip_suffix("ing").unwrap_or_default();
    let doubled = stem.len() > 2 && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2];
    let is_gerund = stem.len() > 1
        && (is_verb(stem)
            || is_verb(&format!("{stem}e"))
            || (doubled && stem.is_ascii() && is_verb(&stem[..stem.len() - 1])));
    is_verb(&first) || is_gerund || ends_with_verb(plain)
}

/// Whether the verb of an order stands at its end, as in German and Japanese; in characters also at its beginning, as in Chinese.
fn ends_with_verb(plain: &str) -> bool {
    let text = plain.trim_end_matches(|c: char| !c.is_alphanumeric());
    if text.ends_with(timelines::is_character) {
        return names::of("task verb")
            .iter()
            .any(|verb| !verb.is_ascii() && (text.ends_with(verb) || text.starts_with(verb)));
    }
    let last = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    matches!(names::language("task verb", last), Some("de" | "nl"))
}

/// Whether a text is only a ticket: `#2127`, `PROJ-12`.
pub(super) fn is_ticket(text: &str) -> bool {
    let text = text.trim();
    let number = text.strip_prefix('#').or_else(|| text.split_once('-').map(|(_, number)| number));
    number.is_some_and(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::is_task;

    #[test]
    fn orders_promises_and_tickets_are_tasks() {
        for text in [
            "Add a check",
            "**Improve** the alert",
            "Adding comprehensive tests",
            "Running the drill each month",
            "We will build out a test network",
            "Purge all logs; completed",
            "#2127",
            "OPS-12",
        ] {
            assert!(is_task(text), "{text}");
        }
        for text in ["The disk was full", "Nobody looked", "`schema_upgrade` had no test", "String theory", "", "ing"] {
            assert!(!is_task(text), "{text}");
        }
    }
}
