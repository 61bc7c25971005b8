//! How an incident stands, for readers.

use clearance::publishable;

publishable! {
    /// How an incident stands, in the words of status pages.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Standing {
        /// What is wrong is not known yet.
        Investigating,
        /// What is wrong is known.
        Identified,
        /// It is mended and watched.
        Monitoring,
        /// It is over.
        Resolved,
    }
}

impl Standing {
    /// Each with its word, as authors write it and programs read it.
    pub const ALL: [(&'static str, Self); 4] = [
        ("investigating", Self::Investigating),
        ("identified", Self::Identified),
        ("monitoring", Self::Monitoring),
        ("resolved", Self::Resolved),
    ];

    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL[self as usize].0
    }

    /// The word at the beginning of a line.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Investigating => "Investigating",
            Self::Identified => "Identified",
            Self::Monitoring => "Monitoring",
            Self::Resolved => "Resolved",
        }
    }

    /// What it means, behind the word; a thing that is over needs no more words.
    pub(crate) fn meaning(self) -> Option<&'static str> {
        match self {
            Self::Investigating => Some("We are looking for what is wrong."),
            Self::Identified => Some("We know what is wrong and are mending it."),
            Self::Monitoring => Some("It is mended, and we are watching it."),
            Self::Resolved => None,
        }
    }
}
