//! Which reviews of a library can be run as a drill. Computed once, in parallel, because every review's page links to its
//! drill.

use jiff::Timestamp;
use rayon::prelude::*;

use super::hour;
use super::script::{NoDrill, Script, has_page};
use crate::library::Library;

/// For each review its drill in short, or why it has none.
#[derive(Debug)]
pub struct Drills(Vec<Result<Short, NoDrill>>);

/// A drill in short.
#[derive(Debug, Clone, Copy)]
struct Short {
    /// Steps after the first sign.
    steps: usize,
    /// When the first sign was.
    first: Option<Timestamp>,
}

impl Drills {
    pub fn of(library: &Library) -> Self {
        let short = |script: Script<'_>| Short { steps: script.steps.len() - 1, first: script.first_sign() };
        Self(library.reviews.par_iter().map(|review| Script::of(review).map(short)).collect())
    }

    /// Steps after the first sign; `None` if there is no drill.
    pub fn steps(&self, i: usize) -> Option<usize> {
        Some(self.short(i)?.steps)
    }

    /// When the first sign was.
    pub(super) fn first_sign(&self, i: usize) -> Option<Timestamp> {
        self.short(i)?.first
    }

    fn short(&self, i: usize) -> Option<Short> {
        self.0.get(i)?.as_ref().ok().copied()
    }

    /// How long a drill takes, with the scenario and the talk afterwards; `None` if there is no drill.
    pub fn minutes(&self, i: usize) -> Option<usize> {
        self.steps(i).map(hour::minutes)
    }

    /// The reviews that have a drill, in the library's order.
    pub fn playable(&self) -> Vec<usize> {
        (0..self.0.len()).filter(|i| self.steps(*i).is_some()).collect()
    }

    /// The reviews that have a timeline but no drill, with the reason.
    pub(super) fn others<'d>(&'d self, library: &'d Library) -> impl Iterator<Item = (usize, NoDrill)> + 'd {
        let reasons = self.0.iter().enumerate().filter_map(|(i, drill)| Some((i, *drill.as_ref().err()?)));
        reasons.filter(|(i, _)| has_page(&library.reviews[*i]))
    }
}
