//! Everything that must not be published.

use std::collections::BTreeSet;

use super::Origin;

/// What kind of value a term is; also the id of the rule that finds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A person's full name.
    Person,
    /// An account name, or the part of a mail address before the `@`.
    Handle,
    /// A host name.
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
    /// An address that only the internal edition contains.
    Address,
    /// The internal title of a review.
    Title,
    /// The name of a file in the library, without its extension.
    FileName,
    /// A text that an author marked.
    Marked,
    /// The text of a comment in a published section.
    Comment,
}

/// A value that must not be published.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// The value as written.
    pub text: String,
    /// The kind of value.
    pub why: Why,
    /// Where it is from.
    pub known_from: Origin,
}

/// What the scanner searches for besides the policy's lists and the detectors.
#[derive(Clone, Default)]
pub struct Taint {
    pub(super) terms: BTreeSet<Term>,
    /// Unapproved texts, each with where it begins; the scanner splits them into runs of eight words.
    pub(super) texts: Vec<(String, Origin)>,
    /// Published texts: their runs of words are not secret, and neither are titles and file names in them.
    pub(super) approved: Vec<String>,
}

/// Prints kind and place, never the value.
impl std::fmt::Debug for Term {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Term").field("why", &self.why).field("known_from", &self.known_from).finish_non_exhaustive()
    }
}

/// Prints counts, never values.
impl std::fmt::Debug for Taint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (terms, texts, approved) = (self.terms.len(), self.texts.len(), self.approved.len());
        write!(f, "Taint {{ {terms} terms, {texts} texts, {approved} approved texts }}")
    }
}

impl Taint {
    /// An empty taint.
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

    /// Adds an unapproved text (plain or Markdown).
    pub fn text(&mut self, text: impl Into<String>, begins: Origin) {
        self.texts.push((text.into(), begins));
    }

    /// Adds a text that is published, or that every page contains, such as the text of a template.
    pub fn approved(&mut self, text: impl Into<String>) {
        self.approved.push(text.into());
    }
}
