//! What views hold besides cleared texts: words, addresses and HTML that the site makes itself.
//!
//! Each has a private field, and is made of cleared texts, slugs, numbers, dates and words of this program only. So a view that
//! is made of these is as clean as what went into it.

mod href;
mod html;
mod words;

pub(crate) use href::Href;
pub(crate) use html::Html;
pub(crate) use words::Words;
