//! Judges many reviews at once, in this process: which are mistakes, which are refused, which would be published.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use base::clock::Clock;
use base::diagnostics::Level;
use clearance::{Finding, Tier};
use debrief::Request;
use debrief::publication::{Prepared, Publication, prepare, prove};
use internal::Show;
use internal::disclose::{State, Unapproved};

use super::kit::{PublicTest, Review, quoted};
use crate::harness::TODAY;

/// The result for a review.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// Diagnostics, by code.
    Mistake(Vec<String>),
    /// Findings as rule and value.
    Held(Vec<(String, String)>),
    /// Its page.
    Published(String),
}

impl Verdict {
    pub fn is_held(&self) -> bool {
        matches!(self, Self::Held(_))
    }

    pub fn is_published(&self) -> bool {
        matches!(self, Self::Published(_))
    }
}

/// Prepares the library of the test, approved or not.
pub fn made_ready(test: &PublicTest) -> (Prepared, BTreeMap<String, Vec<String>>) {
    let request = Request {
        library: test.site.library(),
        skip: Vec::new(),
        clock: Clock::fixed(TODAY.parse().expect("a day")),
        show: Show { drafts: true, allow_broken_links: true },
        base_url: None,
        kept: None,
    };
    let manuscript = debrief::read(&request, &mut |_| {});
    let prepared = prepare(&manuscript, &request, Unapproved::Show, true, &mut |_| {}).expect("asked for");
    let mut mistakes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for problem in manuscript.problems.iter().chain(&prepared.problems).filter(|p| p.level == Level::Error) {
        let path = problem.place.as_ref().map_or("", |place| place.path.as_str());
        mistakes.entry(path.to_owned()).or_default().push(problem.code.as_str().to_owned());
    }
    (prepared, mistakes)
}

pub fn proved(test: &PublicTest) -> Publication {
    let (prepared, mistakes) = made_ready(test);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    prove(prepared, &mut |_| {}).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn said<'f>(findings: impl Iterator<Item = &'f Finding>) -> Vec<(String, String)> {
    let blocking = findings.filter(|finding| finding.tier == Tier::Block);
    blocking.map(|finding| (finding.rule.clone(), finding.value.reveal().to_owned())).collect()
}

/// Judges each review, together with the others as far as they can be published. Afterwards the library contains none of them.
pub fn judge(test: &PublicTest, reviews: &[Review]) -> Vec<Verdict> {
    reviews.iter().for_each(|review| test.write(review));
    let mut verdicts: BTreeMap<&str, Verdict> = BTreeMap::new();
    let (prepared, mut mistakes) = made_ready(test);
    for review in reviews {
        let own: Vec<_> = prepared.disclosure.findings.iter().filter(|f| f.at.path == review.file).collect();
        let state = prepared.disclosure.accounts.iter().find(|a| a.source == review.file).map(|a| a.state.clone());
        if let Some(codes) = mistakes.remove(&review.file) {
            verdicts.insert(&review.slug, Verdict::Mistake(codes));
        } else if state == Some(State::HeldBack) {
            verdicts.insert(&review.slug, Verdict::Held(said(own.into_iter())));
        }
    }
    assert!(mistakes.is_empty(), "mistakes elsewhere: {mistakes:?}");
    let mut left: Vec<&Review> = Vec::new();
    for review in reviews {
        if verdicts.contains_key(review.slug.as_str()) {
            take_away(test, review);
        } else {
            left.push(review);
        }
    }
    while !left.is_empty() {
        let publication = proved(test);
        assert!(publication.interference.is_empty(), "{:?}", publication.interference);
        let blocking: Vec<_> = publication.findings.iter().filter(|f| f.tier == Tier::Block).collect();
        let of = |review: &Review| {
            let part = format!("postmortems/{}/", review.slug);
            said(blocking.iter().copied().filter(|f| f.at.path.contains(&part) || f.at.path == review.file))
        };
        let mut held: BTreeSet<&str> = BTreeSet::new();
        for review in &left {
            let own = of(review);
            if !own.is_empty() {
                held.insert(&review.slug);
                verdicts.insert(&review.slug, Verdict::Held(own));
            }
        }
        if held.is_empty() && !blocking.is_empty() {
            one_by_one(test, &left, &mut verdicts);
            break;
        }
        if held.is_empty() {
            let page = |slug: &str| {
                let path = format!("postmortems/{slug}/index.html");
                let file = publication.files.iter().find(|(name, _)| name.as_str() == path);
                String::from_utf8_lossy(&file.unwrap_or_else(|| panic!("no {path}")).1).into_owned()
            };
            verdicts.extend(left.iter().map(|review| (review.slug.as_str(), Verdict::Published(page(&review.slug)))));
            break;
        }
        left.iter().filter(|review| held.contains(review.slug.as_str())).for_each(|review| take_away(test, review));
        left.retain(|review| !held.contains(review.slug.as_str()));
    }
    reviews.iter().for_each(|review| take_away(test, review));
    reviews.iter().map(|review| verdicts.remove(review.slug.as_str()).expect("one slug each")).collect()
}

/// If findings name no page, each review is judged alone.
fn one_by_one<'r>(test: &PublicTest, left: &[&'r Review], verdicts: &mut BTreeMap<&'r str, Verdict>) {
    left.iter().for_each(|review| take_away(test, review));
    for review in left {
        test.write(review);
        let publication = proved(test);
        let findings = said(publication.findings.iter());
        let verdict = if findings.is_empty() { Verdict::Published(String::new()) } else { Verdict::Held(findings) };
        verdicts.insert(&review.slug, verdict);
        take_away(test, review);
    }
}

fn take_away(test: &PublicTest, review: &Review) {
    let _ = fs::remove_file(test.site.library().join(&review.file));
}

/// Adds a waiver for every value that is refused, until the review is published.
pub fn waived(test: &PublicTest, review: &Review) -> String {
    let mut allowed: BTreeSet<(String, String)> = BTreeSet::new();
    let mut last = Vec::new();
    for _ in 0..8 {
        let items: Vec<_> = allowed
            .iter()
            .map(|(rule, value)| format!("{{rule: {}, value: {}, reason: a test}}", quoted(rule), quoted(value)))
            .collect();
        let now = if items.is_empty() {
            review.clone()
        } else {
            review.clone().public(&format!("allow: [{}]", items.join(", ")))
        };
        match judge(test, &[now]).remove(0) {
            Verdict::Published(page) => return page,
            Verdict::Held(findings) => {
                allowed.extend(findings.iter().cloned());
                last = findings;
            }
            Verdict::Mistake(codes) => panic!("{}: {codes:?}\n{}", review.slug, review.text()),
        }
    }
    panic!("{} is held back in spite of waivers: {last:?}", review.slug)
}
