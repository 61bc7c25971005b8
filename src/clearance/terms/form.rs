//! The conditions under which a value counts as found.

use crate::common::{all_common, is_common};
use crate::{Why, normal};

/// Terms of this length count inside longer words as well.
const LONG: usize = 8;

/// The condition on the text around a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bound {
    /// Anywhere, even inside a longer word.
    Anywhere,
    /// As whole words.
    Words,
    /// As whole words, or with the `s` of a genitive or of several: a name.
    Name,
    /// A surname that is too short or too common to count alone: with a title, or with the given name or its initial.
    Surname {
        /// Folded.
        given: String,
    },
    /// A given name alone, capitalised. If it is a common word, it counts only inside a sentence.
    Given {
        /// Whether it is a common word.
        common: bool,
    },
    /// A capitalised given name before the initial of the surname: `Sam B.`
    Before {
        /// Folded.
        initial: char,
    },
    /// A host name that differs only in its numbers: `vault-zrh-04` for `vault-zrh-03`.
    Sibling,
    /// As whole words in the exact spelling: a name that is a common word.
    Exactly,
    /// Capitalised, or joined: a name made of common words.
    Capital,
    /// Joined by something other than a space: `payment-gateway`.
    Joined,
    /// After a character: `#general`.
    After(char),
    /// As an account name: `@will`, `will@`.
    Account,
    /// As whole words, or with a number after it, as in account names: `sbaker2`.
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

/// The condition for `text`; `None` if it is not a secret by itself. `listed` values are named in the policy and always
/// count.
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

/// Characters of scripts without spaces between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30fa}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{e00}'..='\u{eff}')
}
