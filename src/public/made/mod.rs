//! Values of views besides cleared texts: words, addresses and HTML that the site makes itself.
//!
//! Each has a private field, and can be made only from cleared texts, slugs, numbers, dates and words of this program.
//! So a view made of these contains no uncleared text.

mod href;
mod html;
mod words;

pub(crate) use href::Href;
pub(crate) use html::Html;
pub(crate) use words::Words;
