//! What is reported about one review that asks to be published: to its approver, and in the report. Never on a public page.

use jiff::civil::Date;
use serde::Serialize;

use super::Unapproved;
use super::draft::{Draft, Piece};
use super::run::Run;
use crate::review::Review;
use clearance::Waiver;
use public::{Masthead, Postmortem, canonical, digest};

/// How far a review got towards publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub enum State {
    /// It is published as approved.
    Approved,
    /// It is published on a later day.
    Embargoed {
        /// The day.
        until: Date,
    },
    /// Nobody approved it.
    Unapproved,
    /// What would be published differs from what was approved.
    Stale,
    /// The approval itself is not valid.
    Invalid,
    /// It holds mistakes; see the diagnostics.
    Mistaken,
    /// The scanner found something in a text; see the findings.
    HeldBack,
}

impl State {
    /// Whether the postmortem is on the site.
    pub(super) fn is_published(&self, unapproved: Unapproved) -> bool {
        match self {
            Self::Approved => true,
            Self::Embargoed { .. } | Self::Unapproved | Self::Stale | Self::Invalid => unapproved == Unapproved::Show,
            Self::Mistaken | Self::HeldBack => false,
        }
    }
}

/// One text that is published, beside what its author wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The field or section.
    pub name: &'static str,
    /// As written.
    pub runs: Vec<Run>,
    /// As published.
    pub public: String,
}

/// A picture that is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownPicture {
    /// As the text names it.
    pub src: String,
    /// What it shows.
    pub alt: String,
    /// After re-encoding.
    pub bytes: std::sync::Arc<[u8]>,
    /// `png`, `jpg`, `webp`.
    pub extension: String,
}

/// What is reported about one review.
#[derive(Debug, Clone)]
pub struct Account {
    /// The file.
    pub source: String,
    /// The internal id.
    pub id: String,
    /// The internal title.
    pub title: String,
    /// The address it will have.
    pub slug: Option<String>,
    /// How far it got.
    pub state: State,
    /// Every text that is published.
    pub shown: Vec<Shown>,
    /// Names of the fields and sections that are not published.
    pub kept_inside: Vec<String>,
    /// Pictures that are published.
    pub pictures: Vec<ShownPicture>,
    /// What its author allows by name.
    pub waivers: Vec<Waiver>,
    /// Who approved it last, and when.
    pub approval: Option<(String, Date)>,
    /// The digest of what was approved last.
    pub approved: Option<String>,
    /// What singles it out among the library's reviews.
    pub joins: Vec<super::Shared>,
    /// The digest of what would be published now.
    pub digest: Option<String>,
    /// What would be published now, in the form that the digest is computed from.
    pub canonical: Option<String>,
    /// The postmortem itself, for a preview.
    pub postmortem: Option<Postmortem>,
}

pub(super) fn account(
    review: &Review,
    draft: &Draft,
    state: State,
    postmortem: Option<&Postmortem>,
    masthead: Option<&Masthead>,
) -> Account {
    let whole = postmortem.zip(masthead);
    let shown =
        |(name, piece): (&'static str, &Piece)| Shown { name, runs: piece.runs.clone(), public: piece.text.clone() };
    let public = review.public.as_ref();
    Account {
        source: review.source.clone(),
        id: review.id.clone(),
        title: review.title.clone(),
        slug: public.and_then(|public| public.slug.clone()),
        state,
        shown: draft.pieces().map(shown).collect(),
        kept_inside: kept_inside(review),
        pictures: draft
            .assets
            .iter()
            .map(|asset| ShownPicture {
                src: asset.src.clone(),
                alt: asset.alt.text.clone(),
                bytes: asset.bytes.clone(),
                extension: asset.file.text.rsplit('.').next().unwrap_or_default().to_owned(),
            })
            .collect(),
        waivers: public.map(|public| public.allow.clone()).unwrap_or_default(),
        approval: public.and_then(|public| public.approval.as_ref()).map(|known| (known.by.clone(), known.on)),
        approved: public.and_then(|public| public.approval.as_ref()).map(|known| known.digest.clone()),
        joins: Vec::new(),
        digest: whole.map(|(postmortem, masthead)| digest(postmortem, masthead)),
        canonical: whole.map(|(postmortem, masthead)| canonical(postmortem, masthead)),
        postmortem: postmortem.cloned(),
    }
}

/// The names of what is not published at all: fields with content and sections of the body that `public:` does not name.
fn kept_inside(review: &Review) -> Vec<String> {
    let account = review.public.as_ref().filter(|public| public.withdrawn.is_none());
    let named = account.map(|public| public.sections.clone()).unwrap_or_default();
    let mut kept = Vec::new();
    let mut field = |name: &str, n: usize| {
        if n > 0 {
            kept.push(if n == 1 { name.to_owned() } else { format!("{name} ({n})") });
        }
    };
    field("people", review.people.rows().map(|(_, names)| names.len()).sum());
    field("systems", review.systems.len());
    field("links", review.links.len());
    field("surprises", review.surprises.items.len());
    field("open questions", review.open_questions.items.len());
    field("what went well", review.went_well.items.len());
    field("where we got lucky", review.got_lucky.items.len());
    let inside = review.timeline.iter().filter(|e| e.public == crate::review::PublicText::Nothing).count();
    field("timeline entries", inside);
    for heading in review.outline.headings.iter().filter(|h| h.level > 1) {
        let is_published = super::sections::name_of(&heading.text).is_some_and(|name| {
            named.contains(&name) && review.public.as_ref().is_some_and(|public| public.text(name).is_none())
        });
        if !is_published {
            kept.push(format!("section \u{201c}{}\u{201d}", heading.text.trim()));
        }
    }
    kept
}
