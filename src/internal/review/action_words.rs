//! What the words of an action state about it: `Document the workflow (Due: 2025-12-03)`, `Start earlier. Owner: @ana`.

use jiff::civil::Date;

use super::Action;
use super::languages::names;
use super::text::days;
use super::text::placeholders::is_nobody;
use markdown::plain_text;

/// Most words of a name: more of them are a sentence.
const NAME: usize = 4;

/// The action with the owner and the date that its words state.
pub(super) fn with_stated(action: Action) -> Action {
    let text = plain_text(&action.title);
    // Of the same length in bytes, so that places in one are places in the other.
    let lower = Some(text.to_lowercase()).filter(|lower| lower.len() == text.len());
    let lower = lower.unwrap_or_else(|| text.to_ascii_lowercase());
    let words = Words { text: &text, lower: &lower };
    let (owner, due) = (owner(words), due(words));
    Action { owner: action.owner.or(owner), due: action.due.or(due), ..action }
}

/// The same, with what the items below it state.
pub(super) fn with_stated_below<'t>(action: Action, below: impl Iterator<Item = &'t str>) -> Action {
    below.fold(action, |action, text| {
        let stated = with_stated(Action::titled(text.to_owned(), action.status));
        Action { owner: action.owner.or(stated.owner), due: action.due.or(stated.due), ..action }
    })
}

/// The plain text of a title, and the same in lower case.
#[derive(Clone, Copy)]
struct Words<'t> {
    text: &'t str,
    lower: &'t str,
}

/// The owner that the words state.
fn owner(words: Words<'_>) -> Option<String> {
    let name = after(words, "assigned to", &[',', ';', '、', '，', '；'])?;
    // `Owner: J. Silva` is one name, `Owner: Ana. It is late` goes on with a sentence.
    let is_end = |at: &usize| name[..*at].rsplit(' ').next().is_some_and(|word| word.chars().count() > 2);
    let name = &name[..name.match_indices(". ").map(|(at, _)| at).find(is_end).unwrap_or(name.len())];
    let is_name = name.chars().any(char::is_alphanumeric) && name.split_whitespace().count() <= NAME;
    (is_name && !is_nobody(name)).then(|| name.to_owned())
}

/// The date by which it is due, as the words state it.
fn due(words: Words<'_>) -> Option<Date> {
    // A comma may be part of a day: `December 3, 2025`.
    after(words, "column due", &[';', '；']).as_deref().and_then(days::read)
}

/// The words from a label of a kind to the end of its bracket or to one of `ends`. The label begins a word and ends with a colon; one
/// of several words, such as *assigned to*, may have none.
fn after(Words { text, lower }: Words<'_>, kind: &str, ends: &[char]) -> Option<String> {
    // `Tell the owner: ...` is an order.
    let begins = |at: &usize, label: &str| {
        let before = lower[..*at].trim_end_matches(' ');
        let is_word = lower[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '-');
        !is_word && (label.contains(' ') || !before.ends_with(char::is_alphabetic))
    };
    let end_of = |label: &'static str| {
        let mut places = lower.match_indices(label).map(|(at, _)| at).filter(|at| begins(at, label));
        let ends = |at: usize| {
            let rest = &lower[at + label.len()..];
            let colon = rest.chars().next().filter(|c| matches!(c, ':' | '：')).map(char::len_utf8);
            colon.or((label.contains(' ') && rest.starts_with(' ')).then_some(1)).map(|sign| at + label.len() + sign)
        };
        places.find_map(ends)
    };
    let at = names::of(kind).iter().filter_map(|label| end_of(label)).min()?;
    let rest = text.get(at..)?;
    let end = rest.find(|c| [')', ']', '|', '\n', '）'].contains(&c) || ends.contains(&c)).unwrap_or(rest.len());
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
        assert_eq!(owner("変更する（担当：小林、期限：2024年3月15日）"), Some("小林".to_owned()));
        assert_eq!(owner("Tell the owner: marketing wants to know"), None);
        assert_eq!(owner("Start earlier (Owner: TBD)"), None);
        assert_eq!(owner("Tell each code-owner: a review is due, and they have a week for it"), None);
        assert_eq!(owner("Owner: whoever of us is on call on the day it happens"), None);
        assert_eq!(due("Write down what is due: the list"), None);
    }
}
