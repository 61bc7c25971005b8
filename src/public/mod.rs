//! The public wing: postmortems, and the site made from them.
//!
//! In: [`Postmortem`]s, whose every text is [`Cleared`](crate::clearance::Cleared), the pictures that they show and what the
//! site says of itself. Out: pages. It stands below the internal wing and cannot name a review; indexes, counts, feeds, search
//! and order are made from postmortems alone.

mod postmortem;

pub use postmortem::{
    Asset, Change, Masthead, Measure, MeasureState, Moment, Month, Named, Passage, Picture, Postmortem, Section,
    Severity, Version,
};

/// Where a text that leaves finds a picture: `/assets/pictures/NAME`.
#[must_use]
pub fn picture_path(file: &str) -> String {
    format!("/assets/pictures/{file}")
}
/// x
pub fn digest(p: &Postmortem) -> String { format!("{p:?}") }
/// x
pub fn canonical(p: &Postmortem) -> String { format!("{p:?}") }
