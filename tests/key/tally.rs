//! Counts right, wrong and missed facts: in total, by language and by organisation.

use std::collections::BTreeMap;
use std::fmt;

use super::known::Known;

/// The counts of one fact.
#[derive(Debug, Default, Clone, Copy)]
pub struct Count {
    pub right: usize,
    pub wrong: usize,
    /// In the key, and not shown.
    pub missed: usize,
    /// In the key.
    pub known: usize,
}

impl Count {
    /// The share of shown facts that are right.
    fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    /// The share of facts in the key that are shown and right.
    fn recall(self) -> f64 {
        share(self.right.min(self.known), self.known)
    }
}

fn share(some: usize, all: usize) -> f64 {
    let number = |n: usize| f64::from(u32::try_from(n).expect("few"));
    if all == 0 { 1.0 } else { number(some) / number(all) }
}

/// All counts, and a line for each wrong or missed fact.
#[derive(Debug, Default)]
pub struct Tally {
    counts: BTreeMap<&'static str, Count>,
    by: BTreeMap<(String, &'static str), Count>,
    wrong: Vec<String>,
    missed: Vec<String>,
}

impl Tally {
    fn add(&mut self, of: &Known, fact: &'static str, add: impl Fn(&mut Count)) {
        add(self.counts.entry(fact).or_default());
        for part in [format!("language {}", of.language), format!("organisation {}", of.organisation())] {
            add(self.by.entry((part, fact)).or_default());
        }
    }

    pub fn right(&mut self, of: &Known, fact: &'static str) {
        self.add(of, fact, |count| {
            count.right += 1;
            count.known += 1;
        });
    }

    /// Counts a fact that is shown but not in the key, or that is different there (`known`).
    pub fn wrong(&mut self, of: &Known, fact: &'static str, known: Option<&str>, shown: &str) {
        self.add(of, fact, |count| {
            count.wrong += 1;
            count.known += usize::from(known.is_some());
        });
        self.wrong.push(format!("{fact}: {}: key {known:?}, shown {shown:?}", of.file));
    }

    pub fn missed(&mut self, of: &Known, fact: &'static str, known: &str) {
        self.add(of, fact, |count| {
            count.missed += 1;
            count.known += 1;
        });
        self.missed.push(format!("{fact}: {}: {known:?}", of.file));
    }

    /// Compares a fact with at most one value.
    pub fn one(&mut self, of: &Known, fact: &'static str, known: Option<&str>, shown: Option<&str>, is_same: bool) {
        match (known, shown) {
            (Some(_), Some(_)) if is_same => self.right(of, fact),
            (known, Some(shown)) => self.wrong(of, fact, known, shown),
            (Some(known), None) => self.missed(of, fact, known),
            (None, None) => {}
        }
    }

    /// The facts below their floor of precision or recall.
    pub fn below(&self, floors: &[(&str, f64, f64)]) -> Vec<String> {
        let mut below = Vec::new();
        for (fact, precision, recall) in floors {
            let count = self.counts.get(fact).copied().unwrap_or_default();
            if count.precision() < *precision || count.recall() < *recall {
                let (p, r) = (count.precision(), count.recall());
                below.push(format!("{fact}: precision {p:.3} of {precision}, recall {r:.3} of {recall}"));
            }
        }
        below
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = |f: &mut fmt::Formatter<'_>, name: &str, count: &Count| {
            let Count { right, wrong, missed, known } = *count;
            let (precision, recall) = (count.precision(), count.recall());
            writeln!(f, "{name:<34} {known:>5} {right:>5} {wrong:>5} {missed:>6} {precision:>9.3} {recall:>6.3}")
        };
        writeln!(
            f,
            "{:<34} {:>5} {:>5} {:>5} {:>6} {:>9} {:>6}",
            "", "key", "right", "wrong", "missed", "precision", "recall"
        )?;
        for (fact, count) in &self.counts {
            row(f, fact, count)?;
        }
        for ((part, fact), count) in &self.by {
            row(f, &format!("{part}, {fact}"), count)?;
        }
        writeln!(f, "\nwrong:\n{}\n\nmissed:\n{}", self.wrong.join("\n"), self.missed.join("\n"))
    }
}
