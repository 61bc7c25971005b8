//! The scanner: searches texts for everything that must not be published.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::detectors::Detectors;
use super::scan::{Depth, Scan};
use super::shingles::{Shingles, origins};
use super::terms::Terms;
use super::views::View;
use super::{Cleared, Finding, Origin, Policy, Taint, Tier, Waiver, normal, waivers};

/// A finding, and the run of words if it is one.
type Seen = (Finding, Option<u64>);

/// A file of a finished site.
#[derive(Debug, Clone, Copy)]
pub struct File<'f> {
    /// Relative to the root of the site, with `/`.
    pub path: &'f str,
    /// Its content.
    pub bytes: &'f [u8],
}

/// The policy and the taint, compiled for searching.
pub struct Scanner {
    pub(super) terms: Terms,
    pub(super) shingles: Shingles,
    /// The texts of the shingles, to find where one is from.
    pub(super) texts: Vec<(String, Origin)>,
    pub(super) detectors: Detectors,
    /// Length and digest of trusted files.
    trusted: BTreeSet<(usize, [u8; 32])>,
}

/// Prints no values, because the output may appear in a panic message.
impl std::fmt::Debug for Scanner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Scanner").field("patterns", &self.terms.patterns().len()).finish_non_exhaustive()
    }
}

impl Scanner {
    /// Prepares the search; takes time in proportion to the taint.
    #[must_use]
    pub fn new(policy: &Policy, taint: Taint) -> Self {
        let mut more = Vec::new();
        let terms = Terms::new(policy, &taint, &mut more);
        let mut texts = taint.texts;
        texts.extend(more);
        // Runs are made from the text as readers see it, and also from the source where that differs.
        let words: Vec<String> = texts.par_iter().map(|(text, _)| markdown::plain_text(text)).collect();
        let approved: Vec<String> = taint.approved.par_iter().map(|text| markdown::plain_text(text)).collect();
        let shingles = Shingles::new(
            words.par_iter().map(String::as_str),
            taint.approved.par_iter().map(String::as_str).chain(approved.par_iter().map(String::as_str)),
        );
        Self { terms, shingles, texts, detectors: Detectors::new(policy), trusted: BTreeSet::new() }
    }

    /// Trusts a file of the shipped theme, identified by its content. It may be of any type and is only searched for
    /// secrets; a changed file is not trusted.
    pub fn trust(&mut self, bytes: &[u8]) {
        self.trusted.insert((bytes.len(), Sha256::digest(bytes).into()));
    }

    /// Registers a text that pages contain in any case, such as a template. Values that occur in it are still searched
    /// in authors' texts, but not in finished pages.
    pub fn expect(&mut self, text: &str) {
        self.terms.expect(text);
    }

    /// Whether [`Scanner::trust`] was called with this content.
    pub(super) fn trusts(&self, bytes: &[u8]) -> bool {
        let from = (bytes.len(), [0; 32]);
        let same_length = self.trusted.range(from..).next().is_some_and(|(length, _)| *length == bytes.len());
        same_length && self.trusted.contains(&(bytes.len(), Sha256::digest(bytes).into()))
    }

    /// Clears a text, or returns the findings that block it.
    ///
    /// # Errors
    /// Every blocking finding, with its place in the source.
    pub fn clear(&self, text: &str, begins: &Origin, waivers: &[Waiver]) -> Result<Cleared, Vec<Finding>> {
        let (cleared, mut findings) = self.judge(text, begins, waivers);
        findings.retain(|finding| finding.tier == Tier::Block);
        cleared.ok_or(findings)
    }

    /// The ids of all rules, including the policy's own.
    #[must_use]
    pub fn rules(&self) -> Vec<String> {
        self.detectors.rules()
    }

    /// Clears a text unless there is a blocking finding; also returns all findings of both tiers.
    #[must_use]
    pub fn judge(&self, text: &str, begins: &Origin, waivers: &[Waiver]) -> (Option<Cleared>, Vec<Finding>) {
        let findings = self.look(text, begins, waivers);
        let passes = findings.iter().all(|finding| finding.tier != Tier::Block);
        (passes.then(|| Cleared::passed(text.to_owned())), findings)
    }

    /// As [`Scanner::judge`], with the indices of the waivers that let something through or are for a finding. One scan
    /// tells both, however many waivers there are.
    #[must_use]
    pub fn judge_with_used(
        &self,
        text: &str,
        begins: &Origin,
        waivers: &[Waiver],
    ) -> (Option<Cleared>, Vec<Finding>, BTreeSet<usize>) {
        let all = self.traced(self.seen(text, begins));
        let wanted: Vec<_> = waivers.iter().map(Waiver::value_words).collect();
        let of = |finding: &Finding| {
            let words = waivers::words(finding.value.reveal());
            let is_for = |n: &usize| waivers[*n].is_for_rule(&finding.rule) && wanted[*n] == words;
            (0..waivers.len()).filter(is_for).collect::<Vec<usize>>()
        };
        let all: Vec<(Vec<usize>, Finding)> = all.into_iter().map(|finding| (of(&finding), finding)).collect();
        let left_by = |is_passed: &dyn Fn(&[usize]) -> bool| {
            let left = all.iter().filter(|(waivers, _)| !is_passed(waivers));
            in_order(left.map(|(_, finding)| finding.clone()).collect())
        };
        let left = left_by(&|waivers| !waivers.is_empty());
        let told = in_order(all.iter().map(|(_, finding)| finding.clone()).collect());
        let told: BTreeSet<usize> = told.iter().flat_map(&of).collect();
        let possible: BTreeSet<usize> = all.iter().flat_map(|(waivers, _)| waivers.iter().copied()).collect();
        // Of the findings in one line, only the longest is told, so that a waiver may be for none of those and still let
        // something through.
        let lets_through = |n: &usize| left_by(&|waivers| waivers.iter().any(|other| other != n)) != left;
        let used = possible.into_iter().filter(|n| told.contains(n) || lets_through(n)).collect();
        let passes = left.iter().all(|finding| finding.tier != Tier::Block);
        (passes.then(|| Cleared::passed(text.to_owned())), left, used)
    }

    /// Every finding of both tiers in a text for a postmortem.
    #[must_use]
    pub fn look(&self, text: &str, begins: &Origin, waivers: &[Waiver]) -> Vec<Finding> {
        self.finish(self.seen(text, begins), waivers)
    }

    /// Every match in a text, also those that other matches contain.
    fn seen(&self, text: &str, begins: &Origin) -> Vec<Seen> {
        let source = View::whole("source", text);
        let mut scan = Scan::new(self, text, begins.clone());
        scan.view(&source, Depth::of_markdown());
        let words = markdown::plain_text(text);
        if words.trim() == text.trim() {
            scan.prose(&source);
        } else {
            scan.view(&View::aligned("rendered", words, &source), Depth::of_words());
        }
        for link in markdown::outline(text).links {
            scan.target(&link.target, link.span.start);
        }
        scan.findings()
    }

    /// Sorts findings, removes those with a waiver, and adds where runs of words are from.
    pub(super) fn finish(&self, found: Vec<Seen>, waivers: &[Waiver]) -> Vec<Finding> {
        let findings = self.traced(found).into_iter();
        in_order(findings.filter(|f| !waivers.iter().any(|waiver| waiver.is_for(f))).collect())
    }

    /// Adds where runs of words are from.
    fn traced(&self, found: Vec<Seen>) -> Vec<Finding> {
        let runs: BTreeSet<u64> = found.iter().filter_map(|(_, run)| *run).collect();
        let known = origins(&runs, &self.texts);
        let origin = |run: Option<u64>| run.and_then(|run| known.get(&run).cloned());
        let findings = found.into_iter().map(|(finding, run)| Finding {
            known_from: finding.known_from.clone().or_else(|| origin(run)),
            ..finding
        });
        findings.collect()
    }
}

/// Without duplicates, sorted.
fn in_order(findings: Vec<Finding>) -> Vec<Finding> {
    let mut findings = without_duplicates(findings);
    findings.sort();
    findings
}

/// Removes duplicates from several views: of the findings of a rule on one line, the longest value is kept, in its
/// plainest form.
fn without_duplicates(findings: Vec<Finding>) -> Vec<Finding> {
    let letters = |finding: &Finding| normal::letters(finding.value.reveal());
    let mut findings: Vec<_> = findings.into_iter().map(|finding| (letters(&finding), finding)).collect();
    findings.sort_by(|(a, first), (b, second)| {
        (b.len(), first.value.reveal().len(), first).cmp(&(a.len(), second.value.reveal().len(), second))
    });
    let mut kept: BTreeMap<(String, String, usize), Vec<String>> = BTreeMap::new();
    let mut unique = Vec::new();
    for (letters, finding) in findings {
        let line = kept.entry((finding.rule.clone(), finding.at.path.clone(), finding.at.line)).or_default();
        if letters.is_empty() || !line.iter().any(|longer| longer.contains(&letters)) {
            line.push(letters);
            unique.push(finding);
        }
    }
    unique
}
