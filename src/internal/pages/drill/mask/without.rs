//! Builds a text in which names are replaced.

use super::Mask;
use crate::pages::drill::names::{account_end, is_word, word_end};

/// A text without names.
pub struct Without {
    pub text: String,
    /// The last character that is not a space, quote or bracket: the next word begins a sentence after a full stop, or if there
    /// is none.
    last: Option<char>,
}

impl Without {
    pub fn with_room(length: usize) -> Self {
        // Roles are longer than names.
        Self { text: String::with_capacity(length + length / 4), last: None }
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.last = text.chars().rev().find(|c| !c.is_whitespace() && !"\"'(“‘*_".contains(*c)).or(self.last);
    }

    pub fn name(&mut self, called: &str) {
        let begins = self.last.is_none_or(|c| matches!(c, '.' | '!' | '?'));
        let at = self.text.len();
        self.push(called);
        if let Some(first) = self.text.get_mut(at..=at).filter(|_| begins) {
            first.make_ascii_uppercase();
        }
    }

    /// Adds a text without tags.
    pub fn add(&mut self, mask: &Mask<'_>, text: &str) {
        let mut text = text;
        while let Some((name, (before, after))) =
            mask.names.whole_in(text).and_then(|name| Some((name, text.split_once(name)?)))
        {
            self.add(mask, before);
            self.name(mask.called(&[name]));
            text = after;
        }
        if text.contains('@') {
            // Any word may be a mention.
            self.look(mask, text, |rest| rest.find(is_word));
        } else {
            self.look(mask, text, |rest| mask.names.first_in(rest));
        }
    }

    /// Examines the words that `next` finds, one after another.
    fn look(&mut self, mask: &Mask<'_>, text: &str, next: impl Fn(&str) -> Option<usize>) {
        let mut rest = text;
        while let Some(at) = next(rest) {
            let (between, from) = rest.split_at(at);
            let (before, mention) = between.strip_suffix('@').map_or((between, false), |before| (before, true));
            self.push(before);
            let end = word_end(from);
            if let Some(length) = address(from).filter(|_| !mention) {
                self.push("an address");
                rest = &from[length..];
            } else if mention {
                let end = account_end(from);
                self.name(mask.called(&[&from[..end]]));
                rest = &from[end..];
            } else if let Some((length, words)) = mask.names.at(&self.text, from) {
                self.name(mask.called(&words));
                rest = &from[length..];
            } else {
                self.push(&from[..end]);
                rest = &from[end..];
            }
        }
        self.push(rest);
    }
}

/// The length of the mail address (or `user@host`) at the start of a text.
fn address(text: &str) -> Option<usize> {
    let inside = |c: char| is_word(c) || "._+-".contains(c);
    let local = text.find(|c| !inside(c))?;
    let host = text[local..].strip_prefix('@')?;
    let length = host.find(|c| !inside(c)).unwrap_or(host.len());
    (length > 0).then(|| local + 1 + host[..length].trim_end_matches(['.', '-']).len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Mask, Without, is_word};
    use crate::pages::drill::mask::Role;
    use crate::pages::drill::mask::marked::Marked;
    use crate::pages::drill::names::Names;

    fn names() -> Names {
        let names =
            ["Kwabena Ofosuhene", "Mina Sørlie", "İnan Öz", "Οδυσσεύς Παπάς", "Al-Amin Kaya", "Ana", "Jose\u{301} Li"];
        Names::listed(&names, &["msorlie", "kaya-2", "ana"])
    }

    /// Names in whole, in part and in other cases, words that resemble them, and separators.
    fn text() -> impl Strategy<Value = String> {
        let name = "Kwabena|OFOSUHENE|Ofosuhene|kofosuhene|ofosuhenek|Mina|mina\\.sørlie|SØRLIE|İnan|i\u{307}nan|ÖZ|ΟΔΥΣΣΕΎΣ|Παπάς|\
                    Al|Amin|KAYA|\u{212a}aya|kaya-2|amin_kaya|Ana|ANA|ana|anas|Banana|Jose\u{301}|Jose|LI|van|K";
        prop::collection::vec(prop_oneof![4 => name, 4 => "[ .'_@-]|’|, |s ", 1 => "\\PC{0,3}"], 0..14)
            .prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn no_name_is_missed(text in text()) {
            let names = names();
            let roles = vec![Role::new("Mina Sørlie", "the incident commander"), Role::new("Ana", "responder A")];
            let mask = Mask { names: &names, roles, marked: Marked::default(), found: Vec::new() };
            let (mut some, mut every) = (Without::with_room(0), Without::with_room(0));
            some.add(&mask, &text);
            every.look(&mask, &text, |rest| rest.find(is_word));
            prop_assert_eq!(&some.text, &every.text);
            prop_assert_eq!(mask.words(text.clone()), some.text);
            let html = mask.untagged(&text).split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(mask.html(text), html);
        }
    }
}
