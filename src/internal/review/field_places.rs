//! The place of a value in the front matter.
//!
//! In: a review and a key, or a text in one of its fields. Out: the place of that value, or of the nearest existing value that
//! contains it. The front matter is parsed again for this, so that only files with diagnostics pay for places.

use std::collections::BTreeMap;

use super::Review;
use super::split::split;
use base::diagnostics::Place;
use base::yaml::{Document, Fields, Node, Repeats};

impl Review {
    /// The place of a key of the front matter; the whole file if it is not there.
    pub fn place_of(&self, key: &str) -> Place {
        self.place(|root| Some(root.any_fields(&mut Vec::new())?.get(key)?.place()))
    }

    /// The place of a value deeper in the front matter: `["public", "assets", "0", "src"]`.
    pub fn place_in(&self, path: &[&str]) -> Place {
        self.place(|root| Some(descend(root, path)))
    }

    /// Whether the value at the end of a path of keys exists in the front matter and is not empty.
    pub fn has_in(&self, path: &[&str]) -> bool {
        let Some(document) = self.front_matter() else { return false };
        holds(&document.root(), path)
    }

    /// The place of a text in the value (or the list) of a key.
    pub fn place_of_text(&self, key: &str, text: &str) -> Place {
        let is_wanted = |found: &str| found == text || markdown::as_inline(found) == text;
        self.place(|root| {
            let fields = root.any_fields(&mut Vec::new())?;
            let node = fields.get(key)?;
            Some(holder(&node, &is_wanted).unwrap_or_else(|| node.place()))
        })
    }

    /// The places of all texts by key and text: the first of each.
    pub fn places_of_texts(&self) -> BTreeMap<(String, String), Place> {
        let mut places = BTreeMap::new();
        let Some(document) = self.front_matter() else { return places };
        let root = document.root();
        let fields = root.any_fields(&mut Vec::new());
        for (key, node) in fields.iter().flat_map(Fields::entries) {
            each_text(&node, &mut |text, node| {
                let inline = markdown::as_inline(&text);
                for text in [text, inline] {
                    places.entry((key.to_owned(), text)).or_insert_with(|| node.place());
                }
            });
        }
        places
    }

    /// The front matter, parsed again; `None` if there is none that can be read.
    pub(super) fn front_matter(&self) -> Option<Document<'_>> {
        let (syntax, range) = split(&self.source, &self.text).ok()?.front?;
        Document::parse_as(syntax, &self.source, &self.text, range, Repeats::Reported(&mut Vec::new())).ok()
    }

    fn place(&self, of: impl FnOnce(&Node<'_>) -> Option<Place>) -> Place {
        let document = self.front_matter();
        let place = document.as_ref().and_then(|document| of(&document.root()));
        place.unwrap_or_else(|| Place::file(&self.source))
    }
}

fn holds(node: &Node<'_>, path: &[&str]) -> bool {
    let Some((first, rest)) = path.split_first() else { return !node.shown().trim().is_empty() };
    let fields = node.any_fields(&mut Vec::new());
    fields.as_ref().and_then(|fields| fields.get(first)).is_some_and(|child| holds(&child, rest))
}

/// Calls `found` with each text at any depth of a value.
fn each_text(node: &Node<'_>, found: &mut dyn FnMut(String, &Node<'_>)) {
    if node.is_mapping() {
        let fields = node.any_fields(&mut Vec::new());
        fields.iter().flat_map(Fields::entries).for_each(|(_, value)| each_text(&value, found));
    } else if node.is_list() {
        node.items().iter().for_each(|item| each_text(item, found));
    } else if let Some(text) = node.words(&mut Vec::new()) {
        found(text, node);
    }
}

/// The place of the first matching text, at any depth of a value.
fn holder(node: &Node<'_>, is_wanted: &dyn Fn(&str) -> bool) -> Option<Place> {
    let mut place = None;
    each_text(node, &mut |text, node| {
        if place.is_none() && is_wanted(&text) {
            place = Some(node.place());
        }
    });
    place
}

/// The place of the value at the end of a path of keys, indices and list items, or of the nearest existing value above it.
fn descend(node: &Node<'_>, path: &[&str]) -> Place {
    let Some((first, rest)) = path.split_first() else { return node.place() };
    if let Ok(index) = first.parse::<usize>() {
        return node.items().get(index).map_or_else(|| node.place(), |item| descend(item, rest));
    }
    if node.is_list() {
        return holder(node, &|found| found == *first).unwrap_or_else(|| node.place());
    }
    let fields = if node.is_mapping() { node.any_fields(&mut Vec::new()) } else { None };
    let child = fields.as_ref().and_then(|fields| fields.get(first));
    child.map_or_else(|| node.place(), |child| descend(&child, rest))
}
