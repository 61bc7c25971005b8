//! Words of other languages, as data.

pub(super) mod sections;
pub(super) mod timelines;
