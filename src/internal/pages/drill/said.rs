//! A text of a review that is judged in several ways: each thing that is asked of it is found out once, when it is first asked.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::terms::telling_of;
use crate::review::{says_in, with_one_word_for_each, words_of_plain};
use markdown::plain_text;

/// A text, as Markdown, and what was found out of it.
pub(super) struct Said<'t> {
    pub(super) text: Cow<'t, str>,
    plain: OnceCell<String>,
    words: OnceCell<String>,
    normalised: OnceCell<String>,
    telling: OnceCell<BTreeSet<String>>,
}

impl<'t> Said<'t> {
    pub(super) fn of(text: impl Into<Cow<'t, str>>) -> Self {
        Self {
            text: text.into(),
            plain: OnceCell::new(),
            words: OnceCell::new(),
            normalised: OnceCell::new(),
            telling: OnceCell::new(),
        }
    }

    /// The text without markup.
    pub(super) fn plain(&self) -> &str {
        self.plain.get_or_init(|| plain_text(&self.text))
    }

    /// Its words in small letters, between single spaces.
    pub(super) fn words(&self) -> &str {
        self.words.get_or_init(|| words_of_plain(self.plain()))
    }

    /// The text in small letters, without markup, in which phrases for the same thing are one word.
    pub(super) fn normalised(&self) -> &str {
        self.normalised.get_or_init(|| with_one_word_for_each(self.plain()))
    }

    /// Its words that can tell a cause.
    pub(super) fn telling(&self) -> &BTreeSet<String> {
        self.telling.get_or_init(|| telling_of(self.normalised()))
    }

    /// The same, where nothing else is asked any more.
    pub(super) fn into_telling(self) -> BTreeSet<String> {
        self.telling();
        self.telling.into_inner().unwrap_or_default()
    }

    /// Whether it has a word or a phrase of a kind in it.
    pub(super) fn says(&self, kind: &str) -> bool {
        says_in(kind, self.words())
    }
}

/// The words of a text that can tell a cause.
pub(super) fn telling(text: &str) -> BTreeSet<String> {
    Said::of(text).into_telling()
}
