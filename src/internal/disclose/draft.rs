//! A postmortem before it is cleared: its texts must not be shown yet.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::run::Run;
use crate::review::Review;
use base::diagnostics::Place;
use clearance::{Cleared, Origin};
use public::{MeasureState, Month, Passage, Postmortem, Revised, Standing, Version};

/// Where a text was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Written {
    /// Under these keys of the front matter.
    Key(Vec<String>),
    /// In the body, at this byte offset.
    Body(usize),
}

impl Written {
    pub(super) fn key(path: &[&str]) -> Self {
        Self::Key(path.iter().map(|key| (*key).to_owned()).collect())
    }

    /// The place of a part of the text. In YAML, which folds and quotes text, it is the place of the whole value.
    pub(super) fn place(&self, review: &Review, part: std::ops::Range<usize>) -> Place {
        match self {
            Self::Key(path) => review.place_in(&path.iter().map(String::as_str).collect::<Vec<_>>()),
            Self::Body(start) => {
                let base = review.body_start + start;
                Place::new(&review.source, &review.text, base + part.start..base + part.end)
            }
        }
    }

    pub(super) fn origin(&self, review: &Review) -> Origin {
        let Place { path, line, column, .. } = self.place(review, 0..0);
        Origin { path, line, column }
    }
}

/// A text to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// After redaction.
    pub(super) text: String,
    pub(super) written: Written,
    /// The text as written, split where something is withheld; for the report.
    pub(super) runs: Vec<Run>,
}

impl Piece {
    /// A text without marks.
    pub(super) fn plain(text: impl Into<String>, path: &[&str]) -> Self {
        let text = text.into();
        Self { runs: vec![Run::kept(&text)], text, written: Written::key(path) }
    }
}

/// What would be published if nothing is found in it.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) slug: Option<Piece>,
    /// Files of the public site that redirect here.
    pub(super) aliases: Vec<Piece>,
    pub(super) title: Option<Piece>,
    pub(super) date: Option<Date>,
    /// Label, meaning and CSS class.
    pub(super) severity: Option<(Piece, Option<DraftMeaning>, &'static str)>,
    pub(super) standing: Option<Standing>,
    pub(super) services: Vec<Piece>,
    pub(super) tags: Vec<Piece>,
    pub(super) version: Version,
    pub(super) changes: Vec<(Date, Piece)>,
    pub(super) revised: Vec<Revised>,
    pub(super) span: Option<Passage>,
    pub(super) lasted: Option<i64>,
    pub(super) sections: Vec<(&'static str, Piece)>,
    pub(super) timeline: Vec<(Timestamp, &'static str, Piece)>,
    pub(super) measures: Vec<(Piece, MeasureState, Option<Month>)>,
    pub(super) assets: Vec<DraftAsset>,
    pub(super) withdrawn: Option<Piece>,
}

/// What the severity means.
#[derive(Debug)]
pub(super) enum DraftMeaning {
    /// Text that ships with the program.
    Shipped(&'static str),
    /// Text from the library.
    Written(Piece),
}

impl DraftMeaning {
    fn written(&self) -> Option<&Piece> {
        match self {
            Self::Shipped(_) => None,
            Self::Written(piece) => Some(piece),
        }
    }
}

/// A picture after re-encoding.
#[derive(Debug, Clone)]
pub(super) struct DraftAsset {
    /// As the text names it.
    pub(super) src: String,
    /// Named by its content.
    pub(super) file: Piece,
    pub(super) alt: Piece,
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) bytes: Arc<[u8]>,
}

impl Draft {
    /// Every text that would be published.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.pieces().map(|(_, piece)| piece.text.as_str())
    }

    /// Every text with the name under which the report shows it.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (&'static str, &Piece)> {
        let facts = [("slug", &self.slug), ("title", &self.title), ("withdrawn", &self.withdrawn)];
        facts
            .into_iter()
            .filter_map(|(name, piece)| Some((name, piece.as_ref()?)))
            .chain(self.aliases.iter().map(|piece| ("aliases", piece)))
            .chain(self.severity.iter().flat_map(|(label, meaning, _)| {
                let written = meaning.as_ref().and_then(DraftMeaning::written);
                [Some(label), written].into_iter().flatten().map(|piece| ("severity", piece))
            }))
            .chain(self.services.iter().map(|piece| ("services", piece)))
            .chain(self.tags.iter().map(|piece| ("tags", piece)))
            .chain(self.changes.iter().map(|(_, note)| ("changes", note)))
            .chain(self.sections.iter().map(|(name, piece)| (*name, piece)))
            .chain(self.timeline.iter().map(|(.., what)| ("timeline", what)))
            .chain(self.measures.iter().map(|(what, ..)| ("countermeasures", what)))
            .chain(self.assets.iter().map(|asset| ("assets", &asset.alt)))
    }

    /// The pictures of a postmortem made from this draft.
    pub(super) fn pictures(&self, postmortem: &Postmortem) -> Vec<(Cleared, Arc<[u8]>)> {
        let of = |file: &Cleared| self.assets.iter().find(|asset| asset.file.text == file.as_str());
        let found =
            postmortem.assets.iter().filter_map(|asset| Some((asset.file.clone(), of(&asset.file)?.bytes.clone())));
        found.collect()
    }
}
