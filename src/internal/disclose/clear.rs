//! Turns a draft into a postmortem by scanning every text.

use std::collections::BTreeSet;

use super::draft::{Draft, DraftMeaning, Piece};
use crate::review::Review;
use base::clock::Clock;
use clearance::{Cleared, Finding, Origin, Scanner, Slug, Tier, Waiver};
use public::{Asset, Change, Meaning, Measure, Moment, Named, Postmortem, Section, Severity};

/// The result of clearing a draft.
pub(super) struct Outcome {
    /// `None` if a text was refused, or if the draft lacks a required field, which has already been reported.
    pub(super) postmortem: Option<Postmortem>,
    /// All findings, of both tiers.
    pub(super) findings: Vec<Finding>,
    /// The indices of waivers that are for a finding or let something through.
    pub(super) used: BTreeSet<usize>,
}

/// Scans every text of a draft.
pub(super) fn clear(review: &Review, draft: &Draft, scanner: &Scanner, clock: Clock) -> Outcome {
    let waivers = review.public.as_ref().map_or(&[][..], |public| &public.allow);
    let mut clearing = Clearing { review, scanner, waivers, findings: Vec::new(), used: BTreeSet::new() };
    let postmortem = clearing.postmortem(draft, clock);
    clearing.findings.sort();
    clearing.findings.dedup();
    let held_back = clearing.findings.iter().any(|finding| finding.tier == Tier::Block);
    Outcome { postmortem: postmortem.filter(|_| !held_back), findings: clearing.findings, used: clearing.used }
}

struct Clearing<'d> {
    review: &'d Review,
    scanner: &'d Scanner,
    waivers: &'d [Waiver],
    findings: Vec<Finding>,
    used: BTreeSet<usize>,
}

impl Clearing<'_> {
    /// One text. It is scanned again with its exact place only if something is found, because finding the place means parsing
    /// the YAML.
    fn pass(&mut self, piece: &Piece) -> Option<Cleared> {
        let nowhere = Origin { path: self.review.source.clone(), line: 1, column: 1 };
        let (cleared, found) = self.scanner.judge(&piece.text, &nowhere, &[]);
        if found.is_empty() {
            return cleared;
        }
        let origin = piece.written.origin(self.review);
        let (cleared, left, used) = self.scanner.judge_with_used(&piece.text, &origin, self.waivers);
        self.used.extend(used);
        self.findings.extend(left);
        cleared
    }

    fn all<T, U>(&mut self, items: &[T], mut of: impl FnMut(&mut Self, &T) -> Option<U>) -> Vec<U> {
        items.iter().filter_map(|item| of(self, item)).collect()
    }

    fn named(&mut self, pieces: &[Piece]) -> Vec<Named> {
        self.all(pieces, |clearing, piece| {
            let label = clearing.pass(piece)?;
            Some(Named { slug: Slug::of(&label)?, label })
        })
    }

    fn postmortem(&mut self, draft: &Draft, clock: Clock) -> Option<Postmortem> {
        // Scan everything before any `?` returns, so that one run finds everything.
        let slug = draft.slug.as_ref().and_then(|piece| self.pass(piece)).and_then(Slug::exactly);
        let aliases = self.all(&draft.aliases, Self::pass);
        let title = draft.title.as_ref().and_then(|piece| self.pass(piece));
        let severity = draft.severity.as_ref().and_then(|(label, meaning, role)| {
            let label = self.pass(label);
            let meaning = meaning.as_ref().and_then(|meaning| match meaning {
                DraftMeaning::Shipped(words) => Some(Meaning::shipped(words)),
                DraftMeaning::Written(piece) => self.pass(piece).map(Meaning::written),
            });
            Some(Severity { label: label?, meaning, role })
        });
        let services = self.named(&draft.services);
        let tags = self.named(&draft.tags);
        let changes =
            self.all(&draft.changes, |clearing, (on, note)| Some(Change { on: *on, note: clearing.pass(note)? }));
        let sections =
            self.all(&draft.sections, |clearing, (name, piece)| Some(Section { name, text: clearing.pass(piece)? }));
        let timeline = self.all(&draft.timeline, |clearing, (at, effect, what)| {
            Some(Moment { at: *at, effect, what: clearing.pass(what)? })
        });
        let measures = self.all(&draft.measures, |clearing, (what, state, due)| {
            Some(Measure { what: clearing.pass(what)?, state: *state, due: *due })
        });
        let assets = self.all(&draft.assets, |clearing, asset| {
            Some(Asset {
                file: clearing.pass(&asset.file)?,
                alt: clearing.pass(&asset.alt)?,
                width: asset.width,
                height: asset.height,
            })
        });
        let withdrawn = draft.withdrawn.as_ref().and_then(|reason| self.pass(reason));
        let approval = self.review.public.as_ref().and_then(|public| public.approval.as_ref());
        Some(Postmortem {
            slug: slug?,
            aliases,
            title: title?,
            date: draft.date?,
            severity,
            standing: draft.standing,
            services,
            tags,
            version: draft.version,
            changes,
            revised: draft.revised.clone(),
            span: draft.span,
            lasted: draft.lasted,
            sections,
            timeline,
            measures,
            assets,
            withdrawn,
            approved: approval.map_or(clock.today, |approval| approval.on),
        })
    }
}
