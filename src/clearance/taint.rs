//! Everything that must stay inside.

use std::collections::BTreeSet;

use super::Origin;

/// What kind of value a term is; also the id of the rule that finds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A person's full name.
    Person,
    /// A name of an account, or the part of a mail address before the `@`.
    Handle,
    /// A machine.
    Host,
    /// A service that has no public name.
    Service,
    /// A customer.
    Customer,
    /// A project's name.
    Codename,
    /// A supplier.
    Vendor,
    /// A ticket.
    Ticket,
    /// A channel of the chat.
    Channel,
    /// A whole address that only the internal edition names.
    Address,
    /// The internal title of a review.
    Title,
    /// The name of a file of the library, without its extension.
    FileName,
    /// A text that an author marked.
    Marked,
    /// Words of a comment in a section that leaves.
    Comment,
}

/// A value that must not leave.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// The value as written.
    pub text: String,
    /// What it is.
    pub why: Why,
    /// Where it stands.
    pub known_from: Origin,
}

/// What the scanner looks for besides the policy's own lists and the detectors.
#[derive(Clone, Default)]
pub struct Taint {
    pub(super) terms: BTreeSet<Term>,
    /// Unapproved texts, each with where it begins; cut into shingles of eight words by the scanner.
    pub(super) texts: Vec<(String, Origin)>,
    /// Texts that leave: their shingles are nobody's secret, and a title or file name that they hold is none either.
    pub(super) approved: Vec<String>,
}

/// Names what it is and where, never the value.
impl std::fmt::Debug for Term {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Term").field("why", &self.why).field("known_from", &self.known_from).finish_non_exhaustive()
    }
}

/// Counts, and no value.
impl std::fmt::Debug for Taint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (terms, texts, approved) = (self.terms.len(), self.texts.len(), self.approved.len());
        write!(f, "Taint {{ {terms} terms, {texts} texts, {approved} approved texts }}")
    }
}

impl Taint {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a value.
    pub fn term(&mut self, text: impl Into<String>, why: Why, known_from: Origin) {
        self.terms.insert(Term { text: text.into(), why, known_from });
    }

    /// Every value with the id of its rule.
    pub fn values(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.terms.iter().map(|term| (term.text.as_str(), term.why.rule()))
    }

    /// Adds an unapproved text (plain words or Markdown).
    pub fn text(&mut self, text: impl Into<String>, begins: Origin) {
        self.texts.push((text.into(), begins));
    }

    /// Adds a text that leaves, or that every page holds, such as a template's words.
    pub fn approved(&mut self, text: impl Into<String>) {
        self.approved.push(text.into());
    }
}
