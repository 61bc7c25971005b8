//! Disclosure: the only way from the internal edition to the public one.
//!
//! In: all reviews, including drafts and restricted ones, because their contents must not be published either, and the policy.
//! Out: the postmortems that may be published, cleared and approved, and a report on each. Text that `public:` does not name is
//! read only to collect the taint, so that nothing is published by default.
//!
//! ```text
//! taint     every review                 -> Taint        all values that must stay inside
//! project   Review + policy              -> Draft        named fields and sections, marks replaced; all mistakes
//! clear     Draft + Scanner              -> Postmortem   every text scanned
//! approval  Postmortem + Review          -> whether it may be published
//! ```

mod account;
mod addresses;
mod aliases;
mod approval;
mod assets;
mod clear;
mod draft;
mod hide;
mod invisible_characters;
mod joining;
mod links;
mod lost;
mod markup;
mod masthead;
mod owners;
mod project;
mod random;
mod redact;
mod redactor;
mod required;
mod roles;
mod rounding;
mod run;
mod scramble;
mod sections;
mod slugs;
mod taint;
mod taint_of_texts;
mod vocabulary;
mod waivers;

use std::collections::BTreeMap;

use rayon::prelude::*;

use self::joining::Joining;
use super::Reviews;
use super::library::published_on;
use super::review::{Public, Review, Status, Visibility};
use base::clock::Clock;
use base::diagnostics::{Code, Diagnostic, Warned};
use clearance::{Finding, Policy, Scanner, Taint, Tier, Waiver};
use public::{Masthead, Picture, Postmortem};
use site::config::Config;
use site::history::History;
use site::source::Sources;

pub use account::{Account, Shown, ShownPicture, State};
pub use approval::kept;
pub use joining::Shared;
pub use lost::lost;
pub use owners::Owners;
pub use run::{Run, Withheld};
pub use scramble::scramble;

/// What to do with a postmortem that is not approved as it is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unapproved {
    /// It is an error.
    Refuse,
    /// It is left out, with a warning.
    Omit,
    /// It is shown: a preview on this machine.
    Show,
}

/// Everything that may be published, and what is reported about it.
#[derive(Debug)]
pub struct Disclosure {
    /// The published postmortems, in the order of their slugs.
    pub postmortems: Vec<Postmortem>,
    /// The pictures that they contain.
    pub pictures: Vec<Picture>,
    /// The site's own texts; `None` if one of them would leak something.
    pub masthead: Option<Masthead>,
    /// The scanner for the finished site.
    pub scanner: Scanner,
    /// The waivers of all postmortems.
    pub waivers: Vec<Waiver>,
    /// Findings that kept texts from being published.
    pub findings: Vec<Finding>,
    /// One for each review that asks to be published.
    pub accounts: Vec<Account>,
}

impl Disclosure {
    /// Nothing is published.
    #[must_use]
    pub fn nothing() -> Self {
        Self::with(Scanner::new(&Policy::default(), Taint::new()))
    }

    /// A disclosure without content, to be filled.
    fn with(scanner: Scanner) -> Self {
        Self {
            postmortems: Vec::new(),
            pictures: Vec::new(),
            masthead: None,
            scanner,
            waivers: Vec::new(),
            findings: Vec::new(),
            accounts: Vec::new(),
        }
    }
}

/// Discloses what policy and approvals allow.
pub fn disclose(
    reviews: &Reviews,
    config: &Config,
    policy: &Policy,
    clock: Clock,
    sources: &Sources,
    unapproved: Unapproved,
) -> Warned<Disclosure> {
    let reviews = &reviews.0;
    let world = World { config, policy, sources, published: published(reviews), reviews };
    let drafts: Vec<_> = reviews
        .par_iter()
        .filter(|review| asks(review))
        .map(|review| {
            let mut problems = Vec::new();
            let draft = project::project(review, &world, &mut problems);
            (review, draft, problems)
        })
        .collect();
    let mut problems = slugs::clashes(&drafts.iter().map(|(review, ..)| *review).collect::<Vec<_>>());
    problems.extend(aliases::clashes(drafts.iter().map(|(review, draft, _)| (*review, draft))));
    let mut taint = taint::collect(reviews, config, policy);
    for (_, draft, _) in &drafts {
        draft.texts().for_each(|text| taint.approved(text));
    }
    let mut disclosure = Disclosure::with(Scanner::new(policy, taint));
    let (masthead, findings) = masthead::clear(policy, &disclosure.scanner);
    disclosure.masthead.clone_from(&masthead);
    disclosure.findings = findings;
    let cleared: Vec<_> = drafts
        .into_par_iter()
        .map(|(review, draft, diagnostics)| {
            let cleared = clear::clear(review, &draft, &disclosure.scanner, clock);
            (review, draft, diagnostics, cleared)
        })
        .collect();
    let mut pictures = BTreeMap::new();
    let mut joining = Joining::among(&world);
    for (review, draft, mut diagnostics, cleared) in cleared {
        let clear::Outcome { postmortem, findings, used } = cleared;
        let held = findings.iter().any(|finding| finding.tier == Tier::Block);
        diagnostics.extend(invisible_characters::check(review, &draft, held));
        let wrong = base::diagnostics::any_error(&diagnostics);
        diagnostics.extend(waivers::unused(review, &draft, &used, &disclosure.scanner));
        let state = match (postmortem.as_ref(), masthead.as_ref()) {
            (Some(_), Some(_)) if wrong => State::Mistaken,
            (Some(postmortem), Some(masthead)) => {
                approval::state(review, (postmortem, masthead), &world, clock, unapproved, &mut diagnostics)
            }
            (None, _) if !held => State::Mistaken,
            _ => State::HeldBack,
        };
        let mut account = account::account(review, &draft, state.clone(), postmortem.as_ref(), masthead.as_ref());
        account.joins = postmortem.as_ref().map(|postmortem| joining.joins(review, postmortem)).unwrap_or_default();
        disclosure.accounts.push(account);
        if let Some(postmortem) = postmortem.filter(|_| state.is_published(unapproved)) {
            for (file, bytes) in draft.pictures(&postmortem) {
                pictures.entry(file.clone()).or_insert(Picture { file, bytes });
            }
            disclosure.waivers.extend(review.public.iter().flat_map(|public| public.allow.clone()));
            disclosure.postmortems.push(postmortem);
        }
        disclosure.findings.extend(findings);
        problems.extend(diagnostics);
    }
    disclosure.pictures = pictures.into_values().collect();
    disclosure.postmortems.sort_by(|a, b| a.slug.cmp(&b.slug));
    disclosure.accounts.sort_by(|a, b| a.source.cmp(&b.source));
    disclosure.waivers.sort();
    disclosure.waivers.dedup();
    disclosure.findings.sort();
    Warned::new(disclosure, problems)
}

/// Reports that a library without a policy asks to publish something, and what to write.
#[must_use]
pub fn without_policy(reviews: &Reviews, asked: bool) -> Vec<Diagnostic> {
    let first = reviews.0.iter().find(|review| asks(review));
    if first.is_none() && !asked {
        return Vec::new();
    }
    let message = "nothing can be published: the library has no `redaction.yaml`";
    let hint = "write one beside debrief.yaml; it begins with `roles:`, `people:`, `hosts:`, `domains:`, `public_domains:`, \
                `public_services:`, `public_tags:` and `approvers:`, each of which may be an empty list (see docs/publishing.md)";
    let problem = Diagnostic::new(Code::NoPolicy, message).hint(hint);
    vec![match first {
        Some(first) => problem.at(first.place_in(&["public"])),
        None => problem,
    }]
}

/// The same reviews, but those with a later day of publication do not ask to be published yet; each of these is reported. Their
/// contents still count as taint.
pub fn wait(reviews: &Reviews, config: &Config, history: &History, clock: Clock) -> Warned<Reviews> {
    let (mut waiting, mut problems) = (reviews.clone(), Vec::new());
    let zone = config.zone();
    for review in waiting.0.iter_mut().filter(|review| asks(review)) {
        let out = published_on(review, history, &zone).map(|published| published.on);
        if let Some(on) = out.filter(|on| *on > clock.today) {
            let message = format!("nothing of `{}` is published before the review itself, on {on}", review.id);
            problems.push(Diagnostic::new(Code::Embargo, message).at(review.place_in(&["public"])));
            review.public = None;
        }
    }
    Warned::new(waiting, problems)
}

/// Whether any review asks to be published.
#[must_use]
pub fn asks_to_publish(reviews: &Reviews) -> bool {
    reviews.0.iter().any(asks)
}

/// Whether a review has `publish: true` or `withdrawn:`, is not restricted and is no draft.
fn asks(review: &Review) -> bool {
    let seen = review.visibility == Visibility::Org && review.status != Status::Draft;
    seen && review.public.as_ref().is_some_and(Public::asks)
}

/// The data that `project` needs besides the review.
pub struct World<'w> {
    config: &'w Config,
    policy: &'w Policy,
    sources: &'w Sources,
    reviews: &'w [Review],
    /// Slugs of reviews that ask to be published, by file and by id.
    published: BTreeMap<String, String>,
}

fn published(reviews: &[Review]) -> BTreeMap<String, String> {
    let mut published = BTreeMap::new();
    for review in reviews.iter().filter(|review| asks(review)) {
        if let Some(slug) = review.public.as_ref().and_then(|public| public.slug.clone()) {
            published.insert(review.source.clone(), slug.clone());
            published.insert(format!("#{}", review.id), slug);
        }
    }
    published
}

/// The taint of all reviews; for tests of the scanner with real input.
#[must_use]
pub fn taint_of(reviews: &Reviews, config: &Config, policy: &Policy) -> Taint {
    taint::collect(&reviews.0, config, policy)
}
