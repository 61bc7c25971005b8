//! Where a value of the front matter stands.
//!
//! In: a review and a key, or a text that a field of it holds. Out: the place of that value, or the nearest above it that exists.
//! The front matter is read once more for it: only somebody who has to be told pays.

use super::Review;
use super::split::{Split, split};
use base::diagnostics::Place;
use base::yaml::{Document, Node, Repeats};

/// Where the value of a key stands, or, with `item`, the text in it that is wanted.
pub(super) fn place_of(review: &Review, key: &str, item: Option<&str>) -> Place {
    let whole = || Place::file(&review.source);
    let Ok(Split { front: Some((syntax, range)), .. }) = split(&review.source, &review.text) else { return whole() };
    let Ok(document) = Document::parse_as(syntax, &review.source, &review.text, range, Repeats::Told(&mut Vec::new()))
    else {
        return whole();
    };
    let root = document.root();
    let Some(fields) = root.any_fields(&mut Vec::new()) else { return whole() };
    let Some(node) = fields.get(key) else { return whole() };
    let found = item.and_then(|text| holder(&node, &|found| found == text || markdown::as_inline(found) == text));
    found.unwrap_or_else(|| node.place())
}

/// The place of the text that is wanted, in a value or however deep in it.
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

/// Where the value at the end of a path of keys, indexes and texts of a list stands, or the nearest one above it that exists.
pub(super) fn place_in(review: &Review, path: &[&str]) -> Place {
    let whole = || Place::file(&review.source);
    let Ok(Split { front: Some((syntax, range)), .. }) = split(&review.source, &review.text) else { return whole() };
    let Ok(document) = Document::parse_as(syntax, &review.source, &review.text, range, Repeats::Told(&mut Vec::new()))
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
