//! An author's Markdown as HTML, with every link resolved relative to a page.

use super::at::At;
use super::full_size;
use super::pieces::Link;
use super::review::Lesson;
use super::route::{attachment_path, text_path};
use crate::library::{Target, resolve};
use crate::review::{Declined, Point, Review};
use markdown::{LinkKind, Options, Resolved, inline_html, to_html};

/// Most characters of a lesson in the largest letters.
const LONG_LESSON: usize = 240;

/// Renders the texts of one review for one page.
#[derive(Clone, Copy)]
pub(super) struct Prose<'s> {
    at: At<'s>,
    review: usize,
}

impl<'s> Prose<'s> {
    pub(super) fn new(at: At<'s>, review: usize) -> Self {
        Self { at, review }
    }

    fn source(&self) -> &'s Review {
        self.at.library().text(self.review)
    }

    fn resolve(&self, target: &str, kind: LinkKind) -> Option<Resolved> {
        let library = self.at.library();
        let suffix = |anchor: Option<String>| anchor.map(|a| format!("#{a}")).unwrap_or_default();
        match resolve(library, self.review, target, kind) {
            Target::Here(anchor) => {
                // On a list or a digest, a link to `#x` leads to the review's own page.
                let own = text_path(self.source());
                let page = if own == self.at.path { String::new() } else { self.at.to(&own) };
                Some(Resolved { href: format!("{page}#{anchor}"), ..Resolved::default() })
            }
            Target::Review { review, anchor } => {
                let other = library.text(review);
                let href = format!("{}{}", self.at.to(&text_path(other)), suffix(anchor));
                Some(Resolved {
                    href,
                    class: Some("review-link".to_owned()),
                    label: Some(other.title.clone()),
                    size: None,
                })
            }
            Target::File(path) => Some(Resolved { href: self.at.to(&attachment_path(&path)), ..Resolved::default() }),
            // The renderer drops an address with this scheme, so that only the text of the link is shown.
            Target::Broken(broken) if broken.is_hidden() => {
                let label = broken.is_later().then(|| "a later review".to_owned());
                Some(Resolved { href: "hidden:".to_owned(), label, ..Resolved::default() })
            }
            Target::Elsewhere | Target::Broken(_) => None,
        }
    }

    /// The body without the parts that the page shows elsewhere.
    pub(super) fn body(&self) -> String {
        let review = self.source();
        let links = |target: &str, kind| self.resolve(target, kind);
        let omit: Vec<_> = review.omitted.iter().chain(&review.timeline_section).cloned().collect();
        full_size::linked(to_html(
            review.body(),
            &Options { links: &links, omit: &omit, schemes: &self.at.library().config.schemes, ..Options::default() },
        ))
    }

    /// A text of any length. `ids` is a prefix for its ids, if its page contains it once.
    pub(super) fn blocks(&self, text: &str, ids: Option<&str>) -> String {
        let links = |target: &str, kind| self.resolve(target, kind);
        let schemes = &self.at.library().config.schemes;
        to_html(
            &self.source().with_definitions(text),
            &Options { links: &links, base_heading: 4, ids, schemes, ..Options::default() },
        )
    }

    /// A text of one or a few lines.
    pub(super) fn inline(&self, text: &str) -> String {
        let links = |target: &str, kind| self.resolve(target, kind);
        let schemes = &self.at.library().config.schemes;
        let options = Options { links: &links, base_heading: 4, ids: None, schemes, ..Options::default() };
        inline_html(&self.source().with_definitions(text), &options)
    }

    /// A text of one or a few lines, for a page without links: the caller removes the links from the result, images become
    /// their text, and other reviews are not named.
    pub(super) fn unlinked(&self, text: &str) -> String {
        let links = |_: &str, kind| {
            let href = if kind == LinkKind::Image { "hidden:" } else { "#" };
            Some(Resolved { href: href.to_owned(), class: None, label: Some("another review".to_owned()), size: None })
        };
        let options = Options { links: &links, base_heading: 4, ids: None, ..Options::default() };
        inline_html(&self.source().with_definitions(text), &options)
    }

    pub(super) fn lessons(&self, points: &[Point]) -> Vec<Lesson> {
        points.iter().map(|point| self.lesson(point)).collect()
    }

    pub(super) fn lesson(&self, point: &Point) -> Lesson {
        let applies_to = point.applies_to.iter().map(|name| self.place_of(name)).collect();
        // The words are never longer than their Markdown, which need not be read for most lessons.
        let is_long =
            point.text.len() > LONG_LESSON && self.source().words_of(&point.text).chars().count() > LONG_LESSON;
        Lesson { html: self.inline(&point.text), is_long, applies_to }
    }

    /// What was decided against, with its reason.
    pub(super) fn declined(&self, declined: &Declined) -> String {
        let title = self.inline(&declined.title);
        match &declined.reason {
            Some(reason) => format!("{title} – {}", self.inline(reason)),
            None => title,
        }
    }

    /// The page of the service or team of this name; the address is empty if there is none.
    pub(super) fn place_of(&self, name: &str) -> Link {
        match self.at.library().service_or_team(name) {
            Some((dimension, term)) => self.at.to_term(dimension, term),
            None => Link { label: name.to_owned(), href: String::new() },
        }
    }
}
