//! Words of other languages, as data.

pub(super) mod calendar;
pub(super) mod given;
pub(super) mod names;
pub(super) mod noticing;
pub(super) mod said;
pub(super) mod timeline_names;
pub(super) mod timelines;
pub(super) mod words;

#[cfg(test)]
mod tests;
