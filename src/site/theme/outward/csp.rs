//! Compares the content security policy of a page with ours. Source: Content Security Policy Level 3 (W3C), 6.

use std::collections::{BTreeMap, BTreeSet};

/// The policy of the shipped theme.
pub(super) const OURS: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
    connect-src 'self'; form-action 'self'; base-uri 'self'";

/// The fetch directives, each with its fallback.
const FETCH: [(&str, &str); 15] = [
    ("script-src", "default-src"),
    ("script-src-elem", "script-src"),
    ("script-src-attr", "script-src"),
    ("style-src", "default-src"),
    ("style-src-elem", "style-src"),
    ("style-src-attr", "style-src"),
    ("img-src", "default-src"),
    ("font-src", "default-src"),
    ("connect-src", "default-src"),
    ("media-src", "default-src"),
    ("object-src", "default-src"),
    ("frame-src", "default-src"),
    ("child-src", "default-src"),
    ("worker-src", "default-src"),
    ("manifest-src", "default-src"),
];

/// Directives without a fallback.
const ALONE: [&str; 2] = ["form-action", "base-uri"];

/// The first directive that allows more than ours.
pub(super) fn looser(written: &str) -> Option<String> {
    let (ours, theirs) = (Policy::of(OURS), Policy::of(written));
    let reports = ["report-uri", "report-to"].into_iter().find(|name| theirs.0.contains_key(*name));
    let fetched = ["default-src"].into_iter().chain(FETCH.map(|(name, _)| name));
    let looser = |name: &&str| match (theirs.sources(name), ours.sources(name)) {
        (Some(theirs), Some(ours)) => !theirs.is_subset(&ours),
        _ => true,
    };
    reports.or_else(|| fetched.chain(ALONE).find(looser)).map(str::to_owned)
}

struct Policy(BTreeMap<String, BTreeSet<String>>);

impl Policy {
    fn of(written: &str) -> Self {
        let mut directives = BTreeMap::new();
        for directive in written.split(';') {
            let mut words = directive.split_whitespace().map(str::to_lowercase);
            let Some(name) = words.next() else { continue };
            // The first of repeated directives counts.
            directives.entry(name).or_insert_with(|| words.filter(|word| word != "'none'").collect());
        }
        Self(directives)
    }

    fn sources(&self, name: &str) -> Option<BTreeSet<String>> {
        let own = self.0.get(name).cloned();
        own.or_else(|| FETCH.iter().find(|(known, _)| *known == name).and_then(|(_, above)| self.sources(above)))
    }
}
