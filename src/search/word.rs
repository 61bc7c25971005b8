//! A word of a library, not stemmed, and the file that it is in.

/// A word, not stemmed, for completions and corrections.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) text: String,
    /// The number of documents that contain it.
    pub(crate) documents: u32,
    /// Whether it is in the name of a service, a tag or the like.
    pub(crate) is_name: bool,
    /// Its term in a language with forms, if it differs from the word.
    pub(crate) own_term: Option<String>,
    /// Its most common spelling, if that differs; not stored in files.
    pub(crate) written: Option<String>,
}

impl Word {
    /// Its term, in a language with forms.
    pub(crate) fn term(&self) -> &str {
        self.own_term.as_deref().unwrap_or(&self.text)
    }

    /// Its most common spelling, in lower case.
    pub(crate) fn as_written(&self) -> &str {
        self.written.as_deref().unwrap_or(&self.text)
    }

    /// Whether it is unlikely to be a typing error: it is in several documents, or it is a name.
    pub(crate) fn is_firm(&self) -> bool {
        self.documents > 1 || self.is_name
    }
}

/// The shard of a word, in a library that has several: its first letter.
pub(crate) fn shard_of(word: &str) -> &str {
    word.char_indices().nth(1).map_or(word, |(at, _)| &word[..at])
}
