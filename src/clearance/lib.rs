//! Clearance: whether a text may leave the organisation.
//!
//! In: the policy (`redaction.yaml`), everything that must stay inside ([`Taint`]), and texts or finished files. Out:
//! [`Cleared`] texts, the only ones that the public wing accepts, and [`Finding`]s, which name a rule and a place and never
//! the value. Nothing here knows what a review is.
//!
//! ```text
//! Policy::read(file)                 the lists, rules and vocabulary of the library
//! Taint::new().term(..).text(..)     every internal-only value, collected by the internal wing
//! Scanner::new(&policy, taint)       both, ready to look for
//!   .clear(text, origin, waivers)    one text on its way into a postmortem -> Cleared
//!   .gate(files, waivers)            every byte of a finished site, the last net
//! ```
//!
//! Both look alike: a text has many views ([`views`]: what a browser reads, what an encoding hides), each is folded to
//! letters ([`normal`]) and searched for known values ([`terms`]) and for runs of unapproved words ([`shingles`]), and as it stands
//! by [`detectors`]. [`sight`] gathers what was found.

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
mod scanner;
mod seen;
mod shingles;
mod sight;
mod small_capitals;
mod taint;
mod terms;
#[cfg(test)]
mod tests;
mod views;
mod waivers;

pub use cleared::{Cleared, Slug};
pub use finding::{Finding, Origin, Tier};
pub use hidden::{Hidden, hidden, name as name_of_hidden};
#[cfg(test)]
use normal::Normal;
pub use normal::letters;
pub use policy::{POLICY_FILE, Person, Policy, PolicyRecord, Rule, Site, loosened};
pub use publishable::Publishable;
#[doc(hidden)]
pub use publishable::sealed;
pub use scanner::{File, Scanner};
pub use taint::{Taint, Term, Why};
pub use waivers::Waiver;
