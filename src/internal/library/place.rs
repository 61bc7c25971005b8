//! Where problems of one review stand. A file may have thousands, so that it is searched once for all of them.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;
use std::ops::Range;

use crate::review::Review;
use base::diagnostics::Place;
use base::text::Lines;

/// Places in one review.
pub(super) struct Places<'r> {
    review: &'r Review,
    lines: OnceCell<Lines>,
    /// How many texts of the front matter were asked for.
    asked: Cell<usize>,
    /// Every text of the front matter, by its key.
    texts: OnceCell<BTreeMap<(String, String), Place>>,
}

impl<'r> Places<'r> {
    pub(super) fn of(review: &'r Review) -> Self {
        Self { review, lines: OnceCell::new(), asked: Cell::new(0), texts: OnceCell::new() }
    }

    /// The place of a range of the body.
    pub(super) fn in_body(&self, span: &Range<usize>) -> Place {
        let lines = self.lines.get_or_init(|| Lines::of(&self.review.text));
        let start = self.review.body_start;
        Place::among(lines, &self.review.source, &self.review.text, start + span.start..start + span.end)
    }

    /// The place of a text in the value of a key of the front matter.
    pub(super) fn of_text(&self, key: &str, text: &str) -> Place {
        /// From this number on, it takes less time to list all texts than to look for each.
        const MANY: usize = 8;
        self.asked.set(self.asked.get() + 1);
        if self.asked.get() < MANY {
            return self.review.place_of_text(key, text);
        }
        let texts = self.texts.get_or_init(|| self.review.places_of_texts());
        let listed = texts.get(&(key.to_owned(), text.to_owned()));
        listed.cloned().unwrap_or_else(|| self.review.place_of_text(key, text))
    }
}

#[cfg(test)]
mod tests {
    use super::Places;
    use crate::review::parse;
    use site::config::Config;
    use site::source::SourceFile;

    #[test]
    fn the_last_of_many_has_its_own_place() {
        let items = (0..200).map(|n| format!("  - lost-{n}\n")).collect::<Vec<_>>().concat();
        let links = (0..200).map(|n| format!("See [x](lost{n}.md).\n\n")).collect::<Vec<_>>().concat();
        let text = format!("---\ntitle: A\nrelated:\n{items}---\n{links}");
        let file = SourceFile { path: "a.md".to_owned(), text };
        let review = parse(file, &Config::default()).value.unwrap();
        let places = Places::of(&review);
        for n in 0..200 {
            assert_eq!(places.of_text("related", &format!("lost-{n}")).line, 4 + n);
            let link = &review.outline.links[n];
            assert_eq!(places.in_body(&link.span).line, 205 + 2 * n);
        }
    }
}
