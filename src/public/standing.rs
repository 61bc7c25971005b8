//! The state of an incident, for readers.

use clearance::publishable;

publishable! {
    /// The state of an incident, in the words of status pages.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Standing {
        /// The problem is not known yet.
        Investigating,
        /// The problem is known.
        Identified,
        /// It is fixed and being monitored.
        Monitoring,
        /// It is over.
        Resolved,
    }
}

impl Standing {
    /// Each with its key, as in front matter and JSON.
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

    /// The label.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Investigating => "Investigating",
            Self::Identified => "Identified",
            Self::Monitoring => "Monitoring",
            Self::Resolved => "Resolved",
        }
    }

    /// An explanation to follow the label; `None` for `Resolved`.
    pub(crate) fn meaning(self) -> Option<&'static str> {
        match self {
            Self::Investigating => Some("We are looking for what is wrong."),
            Self::Identified => Some("We know what is wrong and are mending it."),
            Self::Monitoring => Some("It is mended, and we are watching it."),
            Self::Resolved => None,
        }
    }
}
