//! The internal edition: reviews and everything derived from them.
//!
//! Other crates can name only the stages and their opaque results; the contents of a review are private to this crate.

pub mod adopt;
mod digest;
pub mod disclose;
mod finder;
mod library;
mod pages;
mod review;

pub use digest::formats::DigestFormat;
pub use digest::{BadWeek, Week};
pub use library::{Show, TIMES_OF_TEMPLATE};
pub use pages::{Site, plan};
pub use review::{Understood, severity_of};
pub use site::output::Failure;

use std::collections::BTreeSet;
use std::ops::Range;

use rayon::prelude::*;

use base::clock::Clock;
use base::diagnostics::Warned;
use base::yaml::Syntax;
use site::config::Config;
use site::source::{SourceFile, Sources};

/// Parsed reviews; see [`assemble`].
#[derive(Debug, Clone)]
pub struct Reviews(Vec<review::Review>);

impl Reviews {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether one of them is the file at `path`, which is relative to the library.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        self.0.iter().any(|review| review.source == path)
    }

    /// The files that they are in, relative to the library.
    #[must_use]
    pub fn paths(&self) -> BTreeSet<&str> {
        self.0.iter().map(|review| review.source.as_str()).collect()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What was read from each review that is shown, in the order of the files.
    #[must_use]
    pub fn understood(&self) -> Vec<Understood> {
        self.0.iter().filter_map(Understood::of).collect()
    }

    /// How many files are pages of the folder and not reviews.
    #[must_use]
    pub fn documents(&self) -> usize {
        self.0.iter().filter(|review| review.is_document).count()
    }
}

/// An assembled library; see [`plan`].
#[derive(Debug)]
pub struct LibraryOf(library::Library);

/// Parses every review in parallel; the result is in the order of the files.
pub fn parse(sources: &mut Sources, config: &Config) -> Warned<Reviews> {
    let files = std::mem::take(&mut sources.reviews);
    let parsed: Vec<_> = files.into_par_iter().map(|file| review::parse(file, config)).collect();
    let (mut reviews, mut problems) = (Vec::with_capacity(parsed.len()), Vec::new());
    for review in parsed {
        reviews.extend(review.report_to(&mut problems));
    }
    review::once_a_key(&mut problems);
    if config.foreign {
        review::make_ids_unique(&mut reviews);
    }
    Warned::new(Reviews(reviews), problems)
}

/// The YAML at the top of a file, if there is any and it has an end.
#[must_use]
pub fn front_matter(text: &str) -> Option<Range<usize>> {
    let (syntax, range) = review::split("", text).ok()?.front?;
    (syntax == Syntax::Yaml).then_some(range)
}

/// Whether a Markdown text tells of no incident, such as a list of links.
#[must_use]
pub fn is_page(text: &str) -> bool {
    // The name of the file says nothing.
    let file = SourceFile { path: "text.md".to_owned(), text: text.to_owned() };
    review::parse(file, &Config::foreign()).value.is_some_and(|review| review.is_document)
}

/// Orders the reviews, derives what needs all of them, and checks references between them.
pub fn assemble(reviews: Reviews, config: Config, clock: Clock, sources: &Sources, show: Show) -> Warned<LibraryOf> {
    library::assemble(reviews.0, config, clock, sources, show).map(LibraryOf)
}
