//! Lessons, what went well, luck and factors from a section, parted by the labels within it.

use super::{Label, label};
use crate::review::Review;
use crate::review::sections::{Section, is_placeholder, whole};
use markdown::{Block, Heading, Item, blocks_in, plain_text};

/// The points below a heading, each with the field that it belongs to: the section's own, or that of the label above it.
pub(in crate::review) fn read(review: &Review, heading: &Heading, section: Section) -> Vec<(Section, String)> {
    let body = review.body();
    let mut points = Vec::new();
    let mut prose = Vec::new();
    let mut now = Label::Field(section);
    let mut labelled = false;
    for block in blocks_in(body, heading.own.clone()) {
        match block {
            Block::Paragraph { span } => {
                let text = body[span].trim();
                match is_label(text).then(|| label(text)).flatten() {
                    Some(said) => (now, labelled) = (said, true),
                    None => prose.push((now, text.to_owned())),
                }
            }
            Block::List { items, .. } => items.iter().for_each(|item| from_item(item, now, &mut points)),
            _ => {}
        }
    }
    if points.is_empty() && !labelled && section != Section::Factors {
        points = prose;
    }
    let of_field = |(label, text): (Label, String)| match label {
        Label::Field(section) if !text.is_empty() && !is_placeholder(&text) => Some((section, text)),
        _ => None,
    };
    points.into_iter().filter_map(of_field).collect()
}

fn from_item(item: &Item, now: Label, points: &mut Vec<(Label, String)>) {
    if !item.children.is_empty()
        && let Some(said) = label(item.source.trim())
    {
        item.children.iter().for_each(|child| from_item(child, said, points));
        return;
    }
    points.push((now, whole(item).trim().to_owned()));
}

/// A short line that stands above what it names: bold, or with a colon at its end.
pub(super) fn is_label(text: &str) -> bool {
    const LONGEST: usize = 80;
    let plain = plain_text(text);
    let plain = plain.trim();
    let bold = ["**", "__"].iter().any(|mark| text.starts_with(mark) && text.trim_end_matches(':').ends_with(mark));
    plain.chars().count() <= LONGEST && !text.contains('\n') && (bold || plain.ends_with([':', '：', '?']))
}
