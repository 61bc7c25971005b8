//! The text of an item of a list.

use markdown::Item;

/// An item's text and the lists inside it, as Markdown.
pub(in crate::review) fn whole(item: &Item) -> String {
    let mut text = item.source.trim_end().to_owned();
    for child in &item.children {
        text.push_str("\n- ");
        text.push_str(&whole(child).replace('\n', "\n  "));
    }
    text
}
