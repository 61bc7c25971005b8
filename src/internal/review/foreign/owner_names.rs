//! Names beside actions: which of them may be names, and which are somebody's.

use crate::review::languages::given::is_given;
use crate::review::languages::names;
use crate::review::languages::timelines::is_character;
use crate::review::languages::words::words;
use crate::review::text::placeholders::is_nobody;
use crate::review::text::states::state;

/// Most words of a name.
const MOST_WORDS: usize = 3;

/// Whether a name beside an action is that of a person, in full or the first or last word of it.
pub(super) fn is_same(person: &str, name: &str) -> bool {
    let person = person.trim_start_matches('@');
    let name = name.trim_start_matches('@');
    person == name || (name.chars().count() > 1 && person.split(' ').any(|word| word == name))
}

/// Whether a text may be a name: a few words that begin with capitals, without figures; a handle; a group of people.
pub(super) fn is_name(text: &str) -> bool {
    let all: Vec<_> = text.split(' ').collect();
    let is_handle = text.starts_with('@') && all.len() == 1 && text.len() > 1;
    let is_person = !text.is_empty() && !is_nobody(text) && state(text).is_none();
    let is_short = all.len() <= MOST_WORDS && all.iter().all(|word| is_word_of_name(word));
    is_handle || (is_person && (is_short || is_named_group(text)))
}

fn is_word_of_name(word: &str) -> bool {
    let has_case = word.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    word.starts_with(|c: char| c.is_uppercase() || (!has_case && c.is_alphabetic()))
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
}

/// Whether a name shows by itself that it is somebody's: `@ana`, `Ana Silva`, `A. Silva`, `Frau Köhler`, `Shift lead`.
pub(super) fn is_somebody(name: &str) -> bool {
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    let is_initial = || first.ends_with('.') && first.chars().count() == 2 && !rest.is_empty();
    let is_addressed = || names::is("form of address", &words(first)) && !rest.is_empty();
    name.starts_with('@') || is_given(first) || is_initial() || is_addressed() || is_named_group(name)
}

/// Whether a name is that of people who work together. Alone it may be that of a thing.
pub(super) fn is_group(name: &str) -> bool {
    let said = words(name);
    ["people together", "department"].iter().any(|kind| names::is(kind, &said))
}

/// Whether a word for people who work together has more beside it: `Shift lead`, `Head of IT`.
fn is_named_group(name: &str) -> bool {
    let said = words(name);
    let is_short = name.split(' ').count() <= MOST_WORDS && !name.contains(|c: char| c.is_ascii_digit());
    let is_after = |group: &String| {
        let before = said.strip_suffix(group.as_str());
        before.is_some_and(|before| before.ends_with(' ') || group.starts_with(is_character))
    };
    let is_before = || names::after("people in front", &said).is_some_and(|rest| !rest.is_empty());
    let begins = name.starts_with(|c: char| c.is_uppercase() || is_character(c)) || said.starts_with("team ");
    is_short && begins && (names::of("people together").iter().any(is_after) || is_before())
}

#[cfg(test)]
mod tests {
    use super::{is_name, is_somebody};

    #[test]
    fn some_names_show_that_they_are_somebodys() {
        for name in
            ["@ana", "Ana", "Lena Fuchs", "A. Whitfield", "Frau Köhler", "Shift lead", "team payments", "运维组"]
        {
            assert!(is_name(name) && is_somebody(name), "{name}");
        }
        for name in ["Kafka", "Postgres", "Google Cloud", "Consumer Group", "Team", "PR", "Issue"] {
            assert!(is_name(name) && !is_somebody(name), "{name}");
        }
        for remark in ["if possible", "needs a better team for it all", "P1", "Unassigned", "done", "see the lead"] {
            assert!(!is_name(remark), "{remark}");
        }
    }
}
