//! How a value must stand in a text to count.

use crate::common::{all_common, is_common};
use crate::{Why, normal};

/// Terms of so many letters count inside longer words too.
const LONG: usize = 8;

/// How a value must stand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bound {
    /// Anywhere, inside a longer word too.
    Anywhere,
    /// As whole words.
    Words,
    /// As whole words, or with the `s` of a genitive or of several: a name.
    Name,
    /// As a surname that is too short or too common to count alone: with a title, or with the given name or its initial.
    Surname {
        /// Folded.
        given: String,
    },
    /// With a capital: a given name alone. One that is a word counts only inside a sentence.
    Given {
        /// Whether it is a word.
        common: bool,
    },
    /// With a capital, and before the initial of the surname: `Sam B.`
    Before {
        /// Folded.
        initial: char,
    },
    /// As the name of a machine that differs in its numbers alone: `vault-zrh-04` beside `vault-zrh-03`.
    Sibling,
    /// As whole words, to the letter: a name that is a word.
    Exactly,
    /// With a capital, or joined: a name made of words.
    Capital,
    /// Joined by something that is no space: `payment-gateway`.
    Joined,
    /// Behind a sign: `#general`.
    After(char),
    /// As an account: `@will`, `will@`.
    Account,
    /// As whole words, or with the number that an account gets where the name was taken: `sbaker2`.
    Numbered,
}

impl Why {
    /// The id of the rule.
    pub(crate) fn rule(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Handle => "handle",
            Self::Host => "host",
            Self::Service => "service",
            Self::Customer => "customer",
            Self::Codename => "codename",
            Self::Vendor => "vendor",
            Self::Ticket => "ticket",
            Self::Channel => "channel",
            Self::Address => "address",
            Self::Title => "title",
            Self::FileName => "file-name",
            Self::Marked => "marked",
            Self::Comment => "comment",
        }
    }
}

/// How `text` must stand; `None` when it is no secret by itself. `listed`: the policy names it, so it counts in any case.
pub(super) fn bound(text: &str, why: Why, listed: bool) -> Option<Bound> {
    let letters = normal::letters(text);
    let count = letters.chars().count();
    let words = text.split_whitespace().count();
    let digits = text.contains(|c: char| c.is_numeric());
    let capital = text.starts_with(char::is_uppercase);
    let common = all_common(text);
    if letters.contains(is_unspaced) && count >= 2 {
        return Some(Bound::Anywhere);
    }
    let plain = if count >= LONG { Bound::Anywhere } else { Bound::Words };
    match why {
        _ if count < 2 => None,
        Why::Handle if common || count < 4 => Some(Bound::Account),
        Why::Channel if common || count < 3 => Some(Bound::After('#')),
        Why::Ticket if letters.chars().all(|c| c.is_numeric() || matches!(c, 'o' | 'l')) => {
            (count >= 7).then_some(plain)
        }
        Why::Address if common => (count >= LONG).then_some(Bound::Joined),
        Why::Address => (count >= LONG).then_some(plain),
        Why::Person | Why::Customer | Why::Codename | Why::Vendor if words > 1 => {
            Some(if common { Bound::Capital } else { plain })
        }
        Why::Person | Why::Customer | Why::Codename | Why::Vendor if !common && count >= 4 && plain == Bound::Words => {
            Some(Bound::Name)
        }
        Why::Person if common || count < 4 => listed.then_some(Bound::Exactly),
        Why::Customer | Why::Codename | Why::Vendor if common || count < 4 => Some(Bound::Exactly),
        Why::Host | Why::Service if listed && common => Some(Bound::Words),
        Why::Host | Why::Service if common => text.contains(|c: char| !c.is_alphanumeric()).then_some(Bound::Joined),
        Why::Service if count < 4 && !digits => None,
        Why::Marked | Why::Comment if words < 2 && !digits => match (common || count < 4, capital) {
            (true, true) if count >= 5 || !is_common(text) => Some(Bound::Exactly),
            (true, _) => None,
            (false, _) => Some(plain),
        },
        _ => Some(plain),
    }
}

/// Writing that puts no space between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30fa}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{e00}'..='\u{eff}')
}
