//! Which reviews of a library can be run as a drill. Judged once, in parallel, because every review's page links to its drill, and
//! kept for the pages of the drills.

use jiff::Timestamp;
use rayon::prelude::*;

use super::hour;
use super::no_drill::NoDrill;
use super::script::{Kept, Script, has_page};
use super::symptom::{alert, symptom};
use crate::library::Library;
use crate::review::Review;

/// For each review its drill, or why it has none.
#[derive(Debug)]
pub struct Drills(Vec<Result<Drill, NoDrill>>);

/// A drill as it was judged.
#[derive(Debug)]
pub struct Drill {
    script: Kept,
    /// Steps after the first sign.
    steps: usize,
    /// When the first sign was.
    first: Option<Timestamp>,
    /// What the alert said.
    pub(super) alert: Option<String>,
    /// What the first sign looked like, where the first step does not say it.
    pub(super) symptom: Option<String>,
}

impl Drill {
    fn of(review: &Review) -> Result<Self, NoDrill> {
        let script = Script::of(review)?;
        let alert = alert(review);
        let symptom = symptom(review, &script, alert.as_deref());
        let (steps, first) = (script.steps.len() - 1, script.first_sign());
        Ok(Self { script: script.kept(), steps, first, alert, symptom })
    }

    /// Its steps, with the texts of its review.
    pub(super) fn script<'r>(&'r self, review: &'r Review) -> Option<Script<'r>> {
        Script::again(review, &self.script)
    }
}

impl Drills {
    pub fn of(library: &Library) -> Self {
        Self(library.reviews.par_iter().map(Drill::of).collect())
    }

    /// The drill of a review, or why it has none; `None` if there is no such review.
    pub(super) fn get(&self, i: usize) -> Option<Result<&Drill, NoDrill>> {
        Some(self.0.get(i)?.as_ref().map_err(|reason| *reason))
    }

    /// Steps after the first sign; `None` if there is no drill.
    pub fn steps(&self, i: usize) -> Option<usize> {
        Some(self.get(i)?.ok()?.steps)
    }

    /// When the first sign was.
    pub(super) fn first_sign(&self, i: usize) -> Option<Timestamp> {
        self.get(i)?.ok()?.first
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
