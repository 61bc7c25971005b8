//! The place of a value in the front matter.
//!
//! In: a review and a key, or a text in one of its fields. Out: the place of that value, or of the nearest existing value that
//! contains it. The front matter is parsed again for this, so that only files with diagnostics pay for places.

use super::Review;
use super::split::{Split, split};
use base::diagnostics::Place;
use base::yaml::{Document, Node, Repeats};

/// The place of the value of a key, or of the text `item` in it.
pub(super) fn place_of(review: &Review, key: &str, item: Option<&str>) -> Place {
    let whole = || Place::file(&review.source);
    let Ok(Split { front: Some((syntax, range)), .. }) = split(&review.source, &review.text) else { return whole() };
    let Ok(document) =
        Document::parse_as(syntax, &review.source, &review.text, range, Repeats::Reported(&mut Vec::new()))
    else {
        return whole();
    };
    let root = document.root();
    let Some(fields) = root.any_fields(&mut Vec::new()) else { return whole() };
    let Some(node) = fields.get(key) else { return whole() };
    let found = item.and_then(|text| holder(&node, &|found| found == text || markdown::as_inline(found) == text));
    found.unwrap_or_else(|| node.place())
}

/// The place of a matching text, at any depth of a value.
fn holder(node: &Node<'_>, is_wanted: &dyn Fn(&str) -> bool) -> Option<Place> {
    if node.is_mapping() {
        let fields = node.any_fields(&mut Vec::new())?;
        return fields.entries().find_map(|(_, value)| holder(&value, is_wanted));
    }
    if node.is_list() {
        return node.items().iter().find_map(|item| holder(item, is_wanted));
    }
    let text = node.words(&mut Vec::new())?;
    is_wanted(&text).then(|| node.place())
}

/// The place of the value at the end of a path of keys, indices and list items, or of the nearest existing value above it.
pub(super) fn place_in(review: &Review, path: &[&str]) -> Place {
    let whole = || Place::file(&review.source);
    let Ok(Split { front: Some((syntax, range)), .. }) = split(&review.source, &review.text) else { return whole() };
    let Ok(document) =
        Document::parse_as(syntax, &review.source, &review.text, range, Repeats::Reported(&mut Vec::new()))
    else {
        return whole();
    };
    descend(&document.root(), path)
}

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
