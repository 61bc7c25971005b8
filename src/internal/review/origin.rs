//! Where in a text a fact was read, and how certain it is.
//!
//! A fact from the front matter has no [`Origin`]: its author stated it in a field. Every other fact was read from the text and
//! has the place and the certainty of that reading. A mere guess is not stored in the review.

/// Where in the body of a review a fact was read, and how certain it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// The byte offset in the body; `None` if the fact does not come from the text, but for example from the file's name.
    pub at: Option<usize>,
    /// How certain it is.
    pub certainty: Certainty,
}

/// How certain a fact is that was read from a text. Greater values are more certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It may be something else. It does not count as a fact and is not shown as one.
    Guessed,
    /// Its form or its place implies it: a day in a title, the first heading as the title, prose below a heading that names
    /// causes.
    Implied,
    /// A label, a column or a heading names it.
    Named,
}

impl Certainty {
    /// A word for programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Guessed => "guessed",
            Self::Implied => "implied",
            Self::Named => "named",
        }
    }
}

impl Origin {
    /// Read at a byte offset of the body, under or after its name.
    #[must_use]
    pub fn named(at: usize) -> Self {
        Self { at: Some(at), certainty: Certainty::Named }
    }

    /// Read at a byte offset of the body, by its form or place.
    #[must_use]
    pub fn implied(at: usize) -> Self {
        Self { at: Some(at), certainty: Certainty::Implied }
    }

    /// Read from the name of the file or of its folder.
    #[must_use]
    pub fn of_file_name() -> Self {
        Self { at: None, certainty: Certainty::Implied }
    }

    /// Whether a label, a column or a heading names it.
    #[must_use]
    pub fn is_named(self) -> bool {
        self.certainty == Certainty::Named
    }

    /// Whether it is certain enough to be shown as a fact.
    #[must_use]
    pub fn is_fact(self) -> bool {
        self.certainty > Certainty::Guessed
    }
}

/// A fact that a review has once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    Title,
    Date,
    Severity,
    Duration,
    Owner,
    Status,
}

impl Fact {
    /// A word for readers.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Date => "Date",
            Self::Severity => "Severity",
            Self::Duration => "Duration",
            Self::Owner => "Owner",
            Self::Status => "Status",
        }
    }

    /// A word for programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Date => "date",
            Self::Severity => "severity",
            Self::Duration => "duration",
            Self::Owner => "owner",
            Self::Status => "status",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Origin;

    #[test]
    fn a_guess_is_no_fact() {
        let guess = Origin { certainty: super::Certainty::Guessed, ..Origin::of_file_name() };
        assert!(!guess.is_fact() && Origin::of_file_name().is_fact() && Origin::named(0).is_fact());
    }
}
