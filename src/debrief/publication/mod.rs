//! The public edition, from a parsed library to files that may be written.
//!
//! [`prepare`] discloses the reviews and plans the site; [`prove`] renders it, renders it again from a library in which
//! everything internal is changed, compares both, and checks every byte of it with the gate. The caller may write the result of
//! `prove` to disk only if it has no findings.

mod account;
pub mod approver;
pub mod baseline;
pub mod compare;
mod hosts;
mod interference;
mod markup;
mod overview;
mod own_theme;
mod prove;
mod render;
pub mod report;
pub mod status_export;

pub use account::state_words;
pub use prove::{in_pages, is_blocked, prove, prove_with};
pub use render::{Files, Press, render};

use std::collections::BTreeMap;
use std::path::Path;
use std::time::SystemTime;

use crate::{Manuscript, Request};
use base::clock::Clock;
use base::diagnostics::{Diagnostic, Warned, any_error, sort};
use clearance::{Finding, Policy};
use compare::{Compared, compare};
use internal::Reviews;
use internal::disclose::{self, Account, Disclosure, State, Unapproved};
use public::Site;
use site::config::Config;
use site::output::OutPath;
use site::source::Sources;
use site::theme::{Edition, Theme};
use status_export::Export;

/// A planned public site, and everything needed to prove it.
pub struct Prepared {
    /// What is published, and the findings that kept the rest from it.
    pub disclosure: Disclosure,
    /// Every mistake.
    pub problems: Vec<Diagnostic>,
    /// The policy that was read.
    pub policy: Policy,
    /// The pages; `None` after a mistake.
    pub site: Option<Site>,
    /// What the policy allows now that it did not allow at the last publication or approval.
    pub loosened: Vec<String>,
    /// The export that postmortems are compared with, if requested.
    pub against: Option<Export>,
    reviews: Reviews,
    config: Config,
    clock: Clock,
    root: Sources,
    theme: Option<Theme>,
    unapproved: Unapproved,
}

/// A site that was rendered and checked.
pub struct Publication {
    /// Its files, sorted by path.
    pub files: Vec<(OutPath, Vec<u8>)>,
    /// What the gate and the scanner found.
    pub findings: Vec<Finding>,
    /// Paths whose content depends on internal data.
    pub interference: Vec<String>,
    /// One for each review that asks to be published.
    pub accounts: Vec<Account>,
    /// What the policy allows now that it did not allow before.
    pub loosened: Vec<String>,
    /// The export that the postmortems are compared with.
    pub against: Option<Export>,
    /// The changes of each postmortem, and the rows that it can be joined with, by file; empty until [`Publication::compare`].
    pub compared: BTreeMap<String, Compared>,
    /// The policy.
    pub policy: Policy,
    /// The theme, whose files the record of the policy names.
    pub theme: Option<Theme>,
    /// The number of reviews in the library.
    pub reviews: usize,
    /// Pages that the previous site had; known once the site is in place.
    pub gone: Vec<OutPath>,
    /// The modification time of every file: midnight of the last approval, in UTC.
    pub changed: SystemTime,
    postmortems: usize,
}

impl Publication {
    /// Compares each postmortem with its last approval and with the rows of the export.
    pub fn compare(&mut self, library: &Path) {
        let compared = |account: &Account| (account.source.clone(), compare(account, library, self.against.as_ref()));
        self.compared = self.accounts.iter().map(compared).collect();
    }

    /// How many postmortems are on the site.
    #[must_use]
    pub fn postmortems(&self) -> usize {
        self.postmortems
    }

    /// The numbers of withdrawn postmortems, and of reviews that ask to be published and are not, in words.
    #[must_use]
    pub fn waiting(&self) -> String {
        let count = |wanted: fn(&State) -> bool| self.accounts.iter().filter(|a| wanted(&a.state)).count();
        let embargoed = count(|state| matches!(state, State::Embargoed { .. }));
        let unapproved = count(|state| matches!(state, State::Unapproved | State::Stale | State::Invalid));
        let is_withdrawn = |account: &&Account| {
            account.state == State::Approved
                && account.postmortem.iter().any(|postmortem| postmortem.withdrawn.is_some())
        };
        let withdrawn = self.accounts.iter().filter(is_withdrawn).count();
        let parts = [
            (withdrawn, "withdrawn", "withdrawn"),
            (embargoed, "waiting for its day", "waiting for their day"),
            (unapproved, "not approved", "not approved"),
        ];
        let parts = parts.into_iter().filter(|(n, ..)| *n > 0);
        parts.map(|(n, one, many)| format!("{n} {}", if n == 1 { one } else { many })).collect::<Vec<_>>().join(", ")
    }
}

/// Discloses and plans. `None` if nothing asks to be published and this edition was not requested.
pub fn prepare(
    manuscript: &Manuscript,
    request: &Request,
    unapproved: Unapproved,
    asked: bool,
    on_stage: &mut dyn FnMut(&'static str),
) -> Option<Prepared> {
    let Manuscript { sources, config, policy, clock, reviews, .. } = manuscript;
    if !asked && policy.is_none() && !disclose::asks_to_publish(reviews) {
        return None;
    }
    // A preview shows reviews with a later day of publication; otherwise they wait.
    let Warned { value: reviews, diagnostics: waiting } = match unapproved {
        Unapproved::Show => Warned::new(reviews.clone(), Vec::new()),
        Unapproved::Refuse | Unapproved::Omit => disclose::wait(reviews, config, &sources.history, *clock),
    };
    // A policy that cannot be understood has been reported already.
    let mut problems = if policy.is_none() && sources.policy.is_none() {
        disclose::without_policy(&reviews, asked)
    } else {
        Vec::new()
    };
    problems.extend(waiting);
    if policy.is_some() {
        problems.extend(disclose::lost(&manuscript.reviews, sources));
    }
    problems.extend(policy.as_ref().and_then(|policy| hosts::shared(config.base_url.as_deref(), &policy.site)));
    let root = Sources { root: sources.root.clone(), files: sources.files.clone(), ..Sources::default() };
    let disclosure = match policy {
        Some(policy) => {
            disclose::disclose(&reviews, config, policy, *clock, &root, unapproved).report_to(&mut problems)
        }
        None => Disclosure::nothing(),
    };
    on_stage("disclose");
    let mut prepared = Prepared {
        disclosure,
        problems,
        policy: policy.clone().unwrap_or_default(),
        site: None,
        loosened: Vec::new(),
        against: None,
        reviews,
        config: config.clone(),
        clock: *clock,
        root,
        theme: None,
        unapproved,
    };
    if policy.is_none() {
        return Some(prepared);
    }
    let theme = crate::theme_of(config, request, Edition::Public).report_to(&mut prepared.problems);
    for asset in Theme::shipped_assets(Edition::Public) {
        prepared.disclosure.scanner.trust(&asset);
    }
    for text in Theme::shipped_texts(Edition::Public).chain(public::own_texts()) {
        prepared.disclosure.scanner.expect(text);
    }
    if let Some(theme) = &theme {
        let found = own_theme::findings(&prepared.disclosure, config, theme);
        prepared.disclosure.findings.extend(found);
        prepared.disclosure.findings.sort();
    }
    prepared.theme = theme;
    let site = prepared.plan(&prepared.disclosure).report_to(&mut prepared.problems);
    sort(&mut prepared.problems);
    prepared.site = site.filter(|_| !any_error(&prepared.problems));
    on_stage("plan public");
    Some(prepared)
}

impl Prepared {
    fn plan(&self, disclosure: &Disclosure) -> Warned<Option<Site>> {
        let (Some(theme), Some(masthead)) = (&self.theme, &disclosure.masthead) else {
            return Warned::default();
        };
        let (postmortems, pictures) = (disclosure.postmortems.clone(), disclosure.pictures.clone());
        public::plan(postmortems, pictures, masthead.clone(), theme.clone()).map(Some)
    }
}
