//! One review with everything that `redact` and `approve` need.

use std::path::Path;

use jiff::civil::Date;

use super::library::Library;
use super::request;
use crate::cli::{Exit, ReadArgs, Terminal};
use crate::publication::baseline;
use base::clock::Clock;
use base::diagnostics::{Code, Diagnostic, Level, Warned};
use base::text::nearest;
use clearance::{Finding, Policy, PolicyRecord};
use internal::disclose::{self, Account, Unapproved};
use public::Masthead;
use site::source::read_file;
use site::theme::Edition;

/// A review that asks to be published.
pub(super) struct Candidate {
    pub(super) account: Account,
    /// The whole file.
    pub(super) text: String,
    /// Its diagnostics, without those about approvals.
    pub(super) problems: Vec<Diagnostic>,
    /// Findings in it.
    pub(super) findings: Vec<Finding>,
    pub(super) policy: Policy,
    /// The record of the policy, of all waivers and of the public theme, as they are now.
    pub(super) record: PolicyRecord,
    pub(super) clock: Clock,
    /// The site's own texts; `None` if one of them was refused.
    pub(super) masthead: Option<Masthead>,
    /// Whether no review of the library has an approval yet.
    pub(super) is_first: bool,
    /// The owners of the review, for [`Candidate::objection`].
    owners: disclose::Owners,
}

impl Candidate {
    /// Why `by` may not approve this review: message and hint.
    pub(super) fn objection(&self, by: &str) -> Option<(String, String)> {
        self.owners.objection(by, &self.policy)
    }

    /// Its diagnostics and findings, with paths relative to the working folder.
    pub(super) fn seen_here(&self, library: &Library) -> (Vec<Diagnostic>, Vec<Finding>) {
        let (mut problems, mut findings) = (self.problems.clone(), self.findings.clone());
        library.show_from_here(&mut problems);
        library.findings_from_here(&mut findings);
        (problems, findings)
    }
}

/// Finds the review by id or file, and discloses it together with its whole library.
pub(super) fn candidate(
    library: &Library,
    review: &str,
    as_of: Option<Date>,
    terminal: &Terminal,
) -> Result<Candidate, Exit> {
    let args = ReadArgs { as_of, allow_broken_links: true, ..ReadArgs::default() };
    let request = request::request(&args, library, &[], true, terminal)?;
    let mut manuscript = crate::read(&request, &mut |_| {});
    let Some(policy) = manuscript.policy.clone() else {
        let mut problems = std::mem::take(&mut manuscript.problems);
        if manuscript.sources.policy.is_none() {
            problems.extend(disclose::without_policy(&manuscript.reviews, true));
        }
        library.show_from_here(&mut problems);
        terminal.diagnostics(&problems, Level::Error);
        return Err(Exit::Mistakes);
    };
    let crate::Manuscript { sources, config, clock, reviews, problems: read, .. } = &manuscript;
    let Warned { value: disclosure, diagnostics } =
        disclose::disclose(reviews, config, &policy, *clock, sources, Unapproved::Show);
    let wanted = review.strip_prefix("./").unwrap_or(review);
    // A path is relative to the working folder, or else to the library.
    let part = Path::new(review).is_file().then(|| library.part(Path::new(review)).ok().flatten()).flatten();
    let is_it = |account: &Account| {
        account.id == base::text::slug(wanted) || account.source == wanted || part.as_ref() == Some(&account.source)
    };
    let Some(account) = disclosure.accounts.iter().find(|account| is_it(account)) else {
        let ids = disclosure.accounts.iter().map(|account| account.id.as_str());
        let hint = nearest(&base::text::slug(wanted), ids).map_or_else(
            || {
                "a review asks to be published with `public: {publish: true, ...}`; name it by its id or file"
                    .to_owned()
            },
            |near| format!("did you mean `{near}`?"),
        );
        terminal.fail(&format!("no review `{review}` asks to be published"), Some(&hint));
        return Err(Exit::Usage);
    };
    let own = |problem: &&Diagnostic| problem.place.as_ref().is_some_and(|place| place.path == account.source);
    let problems = read.iter().chain(&diagnostics).filter(own).filter(|problem| problem.code != Code::Approval);
    let file = read_file(&library.root, &account.source).map_err(|problem| {
        terminal.diagnostics(&[*problem], Level::Error);
        Exit::Failed
    })?;
    let theme = crate::theme_of(config, &request, Edition::Public).value;
    Ok(Candidate {
        record: baseline::record(&policy, &disclosure.accounts, theme.as_ref()),
        account: account.clone(),
        text: file.text,
        problems: problems.cloned().collect(),
        findings: disclosure.findings.iter().filter(|finding| finding.at.path == account.source).cloned().collect(),
        is_first: disclosure.accounts.iter().all(|account| account.approval.is_none()),
        owners: disclose::Owners::of(reviews, &account.source),
        policy,
        clock: *clock,
        masthead: disclosure.masthead,
    })
}
