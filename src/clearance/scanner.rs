//! Looks for everything at once.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::detectors::Detectors;
use super::shingles::{Shingles, origins};
use super::sight::{Depth, Sight};
use super::terms::Terms;
use super::views::View;
use super::{Cleared, Finding, Origin, Policy, Taint, Tier, Waiver, normal};

/// A file of a finished site.
#[derive(Debug, Clone, Copy)]
pub struct File<'f> {
    /// Relative to the root of the site, with `/`.
    pub path: &'f str,
    /// Its content.
    pub bytes: &'f [u8],
}

/// The policy and the taint, ready to look for.
pub struct Scanner {
    pub(super) terms: Terms,
    pub(super) shingles: Shingles,
    /// What the shingles are of, to say where one is from.
    pub(super) texts: Vec<(String, Origin)>,
    pub(super) detectors: Detectors,
    /// Length and digest of files that are ours.
    trusted: BTreeSet<(usize, [u8; 32])>,
}

/// Says nothing of what it looks for: it may stand in a panic.
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
        // Runs are of words as readers see them, and of words as they are written where those differ.
        let words: Vec<String> = texts.par_iter().map(|(text, _)| markdown::plain_text(text)).collect();
        let approved: Vec<String> = taint.approved.par_iter().map(|text| markdown::plain_text(text)).collect();
        let shingles = Shingles::new(
            words.par_iter().map(String::as_str),
            taint.approved.par_iter().map(String::as_str).chain(approved.par_iter().map(String::as_str)),
        );
        Self { terms, shingles, texts, detectors: Detectors::new(policy), trusted: BTreeSet::new() }
    }

    /// Names a file of the shipped theme by its content: it may be of any kind, and what it says is nobody's secret; only
    /// detectors of secrets ask it, and a file that was changed by a byte is no longer known.
    pub fn trust(&mut self, bytes: &[u8]) {
        self.trusted.insert((bytes.len(), Sha256::digest(bytes).into()));
    }

    /// Names a text that pages hold of themselves, such as a template: a value that happens to stand in it is looked for in
    /// what authors write, and no longer in finished pages.
    pub fn expect(&mut self, text: &str) {
        self.terms.expect(text);
    }

    /// Whether [`Scanner::trust`] was told of such a file.
    pub(super) fn trusts(&self, bytes: &[u8]) -> bool {
        let from = (bytes.len(), [0; 32]);
        let same_length = self.trusted.range(from..).next().is_some_and(|(length, _)| *length == bytes.len());
        same_length && self.trusted.contains(&(bytes.len(), Sha256::digest(bytes).into()))
    }

    /// Lets a text through, or says what holds it back.
    ///
    /// # Errors
    /// Every finding of the blocking tier, at its own line of the source.
    pub fn clear(&self, text: &str, begins: &Origin, waivers: &[Waiver]) -> Result<Cleared, Vec<Finding>> {
        let (cleared, mut findings) = self.judge(text, begins, waivers);
        findings.retain(|finding| finding.tier == Tier::Block);
        cleared.ok_or(findings)
    }

    /// The ids of all rules, the policy's own among them.
    #[must_use]
    pub fn rules(&self) -> Vec<String> {
        self.detectors.rules()
    }

    /// Lets a text through unless something of the blocking tier stands in it; and everything that was found, of both tiers.
    #[must_use]
    pub fn judge(&self, text: &str, begins: &Origin, waivers: &[Waiver]) -> (Option<Cleared>, Vec<Finding>) {
        let findings = self.look(text, begins, waivers);
        let passes = findings.iter().all(|finding| finding.tier != Tier::Block);
        (passes.then(|| Cleared::passed(text.to_owned())), findings)
    }

    /// Every finding in a text on its way into a postmortem, of both tiers.
    #[must_use]
    pub fn look(&self, text: &str, begins: &Origin, waivers: &[Waiver]) -> Vec<Finding> {
        let source = View::whole("source", text);
        let mut sight = Sight::new(self, text, begins.clone());
        sight.view(&source, Depth::of_markdown());
        let words = markdown::plain_text(text);
        if words.trim() == text.trim() {
            sight.prose(&source);
        } else {
            sight.view(&View::aligned("rendered", words, &source), Depth::of_words());
        }
        for link in markdown::outline(text).links {
            sight.target(&link.target, link.span.start);
        }
        self.finish(sight.findings(), waivers)
    }

    /// Puts findings in order, without those that an author allows, and says where runs of words are from.
    pub(super) fn finish(&self, found: Vec<(Finding, Option<u64>)>, waivers: &[Waiver]) -> Vec<Finding> {
        let runs: BTreeSet<u64> = found.iter().filter_map(|(_, run)| *run).collect();
        let known = origins(&runs, &self.texts);
        let origin = |run: Option<u64>| run.and_then(|run| known.get(&run).cloned());
        let findings = found.into_iter().map(|(finding, run)| Finding {
            known_from: finding.known_from.clone().or_else(|| origin(run)),
            ..finding
        });
        let mut findings: Vec<_> = findings.filter(|f| !waivers.iter().any(|waiver| waiver.is_for(f))).collect();
        findings = told_once(findings);
        findings.sort();
        findings
    }
}

/// Several views may show one thing: of those of a rule on one line the fullest is told, in its plainest form.
fn told_once(findings: Vec<Finding>) -> Vec<Finding> {
    let letters = |finding: &Finding| normal::letters(finding.value.reveal());
    let mut findings: Vec<_> = findings.into_iter().map(|finding| (letters(&finding), finding)).collect();
    findings.sort_by(|(a, first), (b, second)| {
        (b.len(), first.value.reveal().len(), first).cmp(&(a.len(), second.value.reveal().len(), second))
    });
    let mut kept: BTreeMap<(String, String, usize), Vec<String>> = BTreeMap::new();
    let mut told = Vec::new();
    for (letters, finding) in findings {
        let line = kept.entry((finding.rule.clone(), finding.at.path.clone(), finding.at.line)).or_default();
        if letters.is_empty() || !line.iter().any(|longer| longer.contains(&letters)) {
            line.push(letters);
            told.push(finding);
        }
    }
    told
}
