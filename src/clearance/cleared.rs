//! Cleared texts and slugs.

use serde::Serialize;

/// A text that [`Scanner::clear`](super::Scanner::clear) accepted. There is no other way to make one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Cleared(String);

impl Cleared {
    /// To be called only by the scanner, after it found nothing.
    pub(super) fn passed(text: String) -> Self {
        Self(text)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Cleared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A part of a public address: `[a-z0-9-]`, one to eighty characters, cleared like any other text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Slug(Cleared);

impl Slug {
    /// The slug of a cleared label; `None` when no letter or digit is left.
    #[must_use]
    pub fn of(label: &Cleared) -> Option<Self> {
        let slug = base::text::slug(label.as_str());
        Self::is_valid(&slug).then(|| Self(Cleared::passed(slug)))
    }

    /// A cleared text as a slug, if it has the form of one.
    #[must_use]
    pub fn exactly(text: Cleared) -> Option<Self> {
        Self::is_valid(text.as_str()).then_some(Self(text))
    }

    /// Whether a text has the form of a slug.
    #[must_use]
    pub fn is_valid(text: &str) -> bool {
        let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        plain && (1..=80).contains(&text.len()) && !text.starts_with('-') && !text.ends_with('-')
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}
