//! Link definitions of a document, for a part of it that is read by a parser of its own.

use std::collections::BTreeMap;
use std::rc::Rc;

use pulldown_cmark::{BrokenLink, BrokenLinkCallback, CowStr, OffsetIter};

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

/// The lines of a source that define links, for a part of it that is read alone.
#[must_use]
pub fn link_definitions(source: &str) -> String {
    let is_definition = |line: &&str| {
        let line = line.trim_start();
        line.starts_with('[') && !line.starts_with("[^") && line.contains("]:")
    };
    source.lines().filter(is_definition).collect::<Vec<_>>().join("\n")
}

/// Labels match without regard to case and to how much space they hold.
fn key(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
