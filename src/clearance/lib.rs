//! Clearance: decides whether a text may be published.
//!
//! In: the policy (`redaction.yaml`), all internal values ([`Taint`]), and texts or finished files. Out: [`Cleared`]
//! texts, the only ones that the crate `public` accepts, and [`Finding`]s, which name a rule and a place but never the
//! value. Nothing here knows what a review is.
//!
//! ```text
//! Policy::read(file)                 the lists, rules and vocabulary of the library
//! Taint::new().term(..).text(..)     every internal-only value, collected by the crate `internal`
//! Scanner::new(&policy, taint)       compiled from both
//!   .clear(text, origin, waivers)    one text on its way into a postmortem -> Cleared
//!   .gate(files, waivers)            every byte of a finished site, as the last check
//! ```
//!
//! Both work in the same way: a text has many views ([`views`]: as a browser shows it, decoded). Each view is
//! normalised to letters ([`normal`]) and searched for known values ([`terms`]) and for runs of unapproved words
//! ([`shingles`]); [`detectors`] search the view itself. [`scan`] collects the findings.

mod cleared;
mod common;
mod detectors;
mod files;
mod finding;
mod gate;
mod hidden;
mod normal;
mod place;
mod policy;
mod publishable;
mod scan;
mod scanner;
mod seen;
mod shingles;
mod small_capitals;
mod taint;
mod terms;
#[cfg(test)]
mod tests;
mod views;
mod waivers;

pub use cleared::{Cleared, Slug};
pub use common::{PARTICLES, all_common};
pub use finding::{Finding, Origin, THEME, Tier};
pub use hidden::{Hidden, hidden, name as name_of_hidden};
#[cfg(test)]
use normal::Normal;
pub use normal::letters;
pub use policy::{POLICY_FILE, Person, Policy, PolicyRecord, Rule, Site, changed_theme, loosened};
pub use publishable::Publishable;
#[doc(hidden)]
pub use publishable::sealed;
pub use scanner::{File, Scanner};
pub use taint::{Taint, Term, Why};
pub use waivers::Waiver;
