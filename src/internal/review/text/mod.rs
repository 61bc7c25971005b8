//! What parts of a text mean by themselves, whatever review they are of: headings, labels, days, states, placeholders.
//!
//! Nothing here knows a review.

pub(super) mod days;
pub(super) mod headings;
pub(super) mod items;
pub(super) mod label_line;
pub(super) mod placeholders;
pub(super) mod section;
pub(super) mod section_names;
pub(super) mod states;
pub(super) mod template_calls;
pub(super) mod usual_headings;
