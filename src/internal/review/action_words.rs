//! What the words of an action state about it: `Document the workflow (Due: 2025-12-03)`, `Start earlier. Owner: @ana`.

use jiff::civil::Date;

use super::foreign::nothing::is_nothing;
use super::{Action, foreign};
use markdown::plain_text;

/// Labels before an owner and before a date.
const OWNER: [&str; 2] = ["owner:", "assignee:"];
const DUE: [&str; 3] = ["due:", "due date:", "deadline:"];
/// Most words of a name: more of them are a sentence.
const NAME: usize = 4;

/// The action with the owner and the date that its words state.
pub(super) fn with_stated(action: Action) -> Action {
    let text = plain_text(&action.title);
    // The same length in bytes, so that places in one are places in the other.
    let lower = text.to_ascii_lowercase();
    let words = Words { text: &text, lower: &lower };
    let (owner, due) = (owner(words), due(words));
    Action { owner: action.owner.or(owner), due: action.due.or(due), ..action }
}

/// The plain text of a title, and the same in lower case.
#[derive(Clone, Copy)]
struct Words<'t> {
    text: &'t str,
    lower: &'t str,
}

/// The owner that the words state.
fn owner(words: Words<'_>) -> Option<String> {
    let name = OWNER.iter().find_map(|label| after(words, label, &[',', ';']))?;
    // `Owner: J. Silva` is one name, `Owner: Ana. It is late` goes on with a sentence.
    let is_end = |at: &usize| name[..*at].rsplit(' ').next().is_some_and(|word| word.chars().count() > 2);
    let name = &name[..name.match_indices(". ").map(|(at, _)| at).find(is_end).unwrap_or(name.len())];
    let is_name = name.chars().any(char::is_alphanumeric) && name.split_whitespace().count() <= NAME;
    (is_name && !is_nothing(name)).then(|| name.to_owned())
}

/// The date by which it is due, as the words state it.
fn due(words: Words<'_>) -> Option<Date> {
    // A comma may be part of a day: `December 3, 2025`.
    DUE.iter().find_map(|label| after(words, label, &[';'])).as_deref().and_then(foreign::days::read)
}

/// The words from a label to the end of its bracket or to one of `ends`. The label begins a word.
fn after(Words { text, lower }: Words<'_>, label: &str, ends: &[char]) -> Option<String> {
    let begins = |at: &usize| !lower[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '-');
    let at = lower.match_indices(label).map(|(at, _)| at).find(begins)? + label.len();
    let rest = text.get(at..)?;
    let end = rest.find(|c| [')', ']', '|', '\n'].contains(&c) || ends.contains(&c)).unwrap_or(rest.len());
    Some(rest[..end].trim().trim_end_matches('.').to_owned()).filter(|words| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::super::{Action, ActionStatus};
    use super::with_stated;

    fn read(title: &str) -> Action {
        with_stated(Action::titled(title.to_owned(), ActionStatus::Open))
    }

    fn owner(title: &str) -> Option<String> {
        read(title).owner
    }

    fn due(title: &str) -> Option<Date> {
        read(title).due
    }

    #[test]
    fn what_an_action_says_of_itself_is_read() {
        assert_eq!(due("Document it in tech.md (Due: 2025-12-03)"), "2025-12-03".parse().ok());
        assert_eq!(due("Document it (Owner: Ana, due date: 2025-12-03)"), "2025-12-03".parse().ok());
        assert_eq!(due("Document it (Due: December 3, 2025)"), "2025-12-03".parse().ok());
        assert_eq!(owner("Start incidents earlier. Owner: @ana"), Some("@ana".to_owned()));
        assert_eq!(owner("**Owner:** Ana Silva; widen it"), Some("Ana Silva".to_owned()));
        assert_eq!(owner("Owner: Ana. It is late"), Some("Ana".to_owned()));
        assert_eq!(owner("Widen it. Owner: J. Silva"), Some("J. Silva".to_owned()));
        assert_eq!(owner("Start earlier (Owner: TBD)"), None);
        assert_eq!(owner("Tell each code-owner: a review is due, and they have a week for it"), None);
        assert_eq!(owner("Owner: whoever of us is on call on the day it happens"), None);
        assert_eq!(due("Write down what is due: the list"), None);
    }
}
