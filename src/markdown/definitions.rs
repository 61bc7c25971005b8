//! Link definitions of a document, for a part of it that is read by a parser of its own.

use std::collections::BTreeMap;
use std::rc::Rc;

use pulldown_cmark::{BrokenLink, BrokenLinkCallback, CowStr, OffsetIter, Parser};

use super::dialect;

/// The link definitions of the whole document, for the text inside a mark.
#[derive(Clone)]
pub(super) struct Definitions(Rc<BTreeMap<String, (CowStr<'static>, CowStr<'static>)>>);

impl Definitions {
    /// Those of a document that is being read.
    pub(super) fn of(parser: &OffsetIter<'_, Self>) -> Self {
        let owned = |text: &CowStr<'_>| CowStr::from(text.to_string());
        let all = parser.reference_definitions().iter();
        let all = all.map(|(name, def)| (key(name), (owned(&def.dest), def.title.as_ref().map_or("".into(), owned))));
        Self(Rc::new(all.collect()))
    }
}

impl<'a> BrokenLinkCallback<'a> for Definitions {
    fn handle_broken_link(&mut self, link: BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)> {
        self.0.get(&key(&link.reference)).cloned()
    }
}

/// What defines links in a source, for a part of it that is read alone. `[ERROR]: disk is full` defines none.
#[must_use]
pub fn link_definitions(source: &str) -> String {
    // Most sources have none, and need no parser.
    if !source.contains("]:") {
        return String::new();
    }
    let parser = Parser::new_ext(source, dialect());
    let definitions = parser.reference_definitions().iter();
    let mut places: Vec<_> = definitions.map(|(_, definition)| definition.span.clone()).collect();
    places.sort_unstable_by_key(|place| place.start);
    places.into_iter().filter_map(|place| source.get(place)).map(str::trim).collect::<Vec<_>>().join("\n")
}

/// Labels match without regard to case and to how much space they hold.
fn key(label: &str) -> String {
    base::text::one_line(label).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::link_definitions;

    #[test]
    fn only_what_defines_a_link_does() {
        let source = "See [a] and [b][c].\n\n```\n[ERROR]: disk is full\n[d]: https://d.example\n```\n\n[WARN]: nobody saw it\n\n\
                      [c]: https://c.example \"C\"\n[a]:\n  https://a.example\n\n[^1]: a note\n";
        assert_eq!(link_definitions(source), "[c]: https://c.example \"C\"\n[a]:\n  https://a.example");
        assert_eq!(link_definitions("no [link] at all"), "");
    }
}
