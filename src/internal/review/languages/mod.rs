//! Words of other languages, as data.

pub(super) mod sections;
