//! Facts of reviews that were written for another program, or for none.
//!
//! In: a review of a folder without settings. Out: the facts that a human reader would see in it. What is not certain is left
//! out.

mod action_line;
mod actions;
pub(super) mod announced;
pub(super) mod date;
pub(super) mod document;
pub(super) mod front_matter;
mod groups;
pub(super) mod header;
mod inline;
mod instant;
mod key_names;
pub(super) mod keys;
pub(super) mod kinds_of_keys;
mod labels;
mod other_texts;
mod owner_names;
pub(super) mod owners;
pub(super) mod parts;
mod points;
mod runs;
pub(super) mod severity;
pub(super) mod tasks;

#[cfg(test)]
mod tests;
