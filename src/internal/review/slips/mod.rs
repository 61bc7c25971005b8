//! What an author most likely meant otherwise: front matter that stands elsewhere, values that a `#` cuts short, names of sections
//! with a slip, links with a space; and lines that git left.

pub(super) mod conflict;
pub(super) mod cut_values;
pub(super) mod near_front_matter;
pub(super) mod near_section;
pub(crate) mod on_line;
pub(super) mod spaced_links;
