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

mod cleared;
mod finding;
mod policy;
mod publishable;
mod scanner;
mod taint;

pub use cleared::{Cleared, Slug};
pub use finding::{Finding, Origin, Tier};
pub use policy::{POLICY_FILE, Person, Policy, Rule, Site};
pub use publishable::Publishable;
pub(crate) use publishable::{publishable, sealed};
pub use scanner::{File, Scanner, Waiver};
pub use taint::{Taint, Term, Why};
