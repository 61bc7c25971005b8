//! What search is told of a library: plain words and the keys of its facets.

/// Everything that can be found, and the labels under which it can be narrowed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// One a review; a document's number is its place here.
    pub documents: Vec<Document>,
    /// How the keys of the cards are written.
    pub labels: Labels,
}

/// One review as search sees it. All texts are plain, without markup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// The title; a word found here weighs most.
    pub title: String,
    /// The page, relative to the root of the site: `reviews/x/index.html`.
    pub url: String,
    /// The lesson and the learnings.
    pub learnings: String,
    /// Words that say what the review is, not what it tells: id, severity, tags, services, teams.
    pub meta: String,
    /// The page in its order, a heading at a time.
    pub sections: Vec<Section>,
    /// What a result shows, and what narrows it.
    pub card: Card,
}

/// One heading of a page and the text beneath it, up to the next heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// The id of the heading on the page; empty for what stands above the first.
    pub anchor: String,
    /// The heading in plain words; may be empty.
    pub heading: String,
    /// The text beneath it, paragraphs divided by white space.
    pub text: String,
}

/// The facts of one result. Keys are those of [`Labels`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// The ISO day on which it began, `2026-03-02`; empty if nobody knows. Its year is a facet.
    pub date: String,
    /// The same day as people write it.
    pub date_words: String,
    /// Absent for a near miss, say.
    pub severity: Option<String>,
    /// `incident`, `near_miss`, …; empty for none.
    pub kind: String,
    /// Keys of the services, the one most concerned first.
    pub services: Vec<String>,
    /// Keys of the tags.
    pub tags: Vec<String>,
    /// What failed and for whom; empty where nobody says it.
    pub happened: String,
    /// What was learned; may be empty.
    pub lesson: String,
}

/// The label of each facet value, in the order in which readers see them; severities from the worst down.
///
/// A key that a card names and that is not listed here is shown as it is written, after the others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels {
    /// The scale of severities, worst first.
    pub severities: Vec<Label>,
    /// The kinds of review.
    pub kinds: Vec<Label>,
    /// The services.
    pub services: Vec<Label>,
    /// The tags.
    pub tags: Vec<Label>,
}

/// A key of a facet and how it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// As in cards and addresses: `sev1`.
    pub key: String,
    /// As people read it: `SEV 1`.
    pub label: String,
}

impl Label {
    /// A key and how it is written.
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Self {
        Self { key: key.into(), label: label.into() }
    }
}
