//! Updates as sections: `Update on July 18`, `Update 17:30 UTC: it runs`.

use super::{FEWEST, Update};
use crate::review::body_entries::first_text;
use crate::review::languages::names;
use crate::review::text::headings::label;
use crate::review::text::label_line::is_label_line;
use crate::review::written_time::{self, WrittenTime};
use crate::review::{Entry, Review};
use markdown::{Block, Heading, Item, plain_text};

/// The sections whose headings are times of updates; with the last section, if all others are updates.
pub(super) fn sections(review: &Review) -> Vec<Update> {
    let headings: Vec<_> =
        review.outline.headings.iter().filter(|heading| plain_text(&heading.text) != review.title).collect();
    let times: Vec<_> = headings.iter().map(|heading| time_of_update(&heading.text)).collect();
    if times.iter().flatten().count() < FEWEST {
        return Vec::new();
    }
    let last = times.len() - 1;
    let is_first_notice = |n: usize, heading: &Heading| {
        n == last && label(&heading.text).is_none() && times[..last].iter().all(Option::is_some)
    };
    let update = |(n, heading): (usize, &&Heading)| {
        let time = times[n].clone().or_else(|| is_first_notice(n, heading).then(WrittenTime::default))?;
        let own = review.blocks.within(&heading.own);
        // Rows with clocks of their own are the timeline of that day.
        if own.iter().any(|block| matches!(block, Block::List { items, .. } if clocks(items))) {
            return None;
        }
        let mut texts = own.iter().filter_map(|block| first_text(block, review.body()));
        // `Severity: high`, but not `The first phase: it is done. It went well`
        let text = texts.find(|text| !is_label_line(text) || text.contains(". "));
        let parts = [time.rest.as_str(), text.unwrap_or_default().trim()];
        let text = parts.into_iter().filter(|part| part.contains(char::is_alphanumeric)).collect::<Vec<_>>().join(": ");
        (!text.is_empty()).then(|| (time, Entry::of(text), heading.span.start))
    };
    headings.iter().enumerate().filter_map(update).collect()
}

/// Whether every item of a list begins with a clock.
fn clocks(items: &[Item]) -> bool {
    items.iter().all(|item| time_at(&item.source).is_some_and(|time| time.clock.is_some()))
}

/// The time in the heading of an update, after words such as *Update on*.
fn time_of_update(heading: &str) -> Option<WrittenTime> {
    let text = plain_text(heading);
    // `13:20: After the update logins fail`
    if let Some(time) = time_at(&text).filter(|time| time.clock.is_some() && !time.rest.is_empty()) {
        return Some(time);
    }
    let mut at = 0;
    let mut words = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let spaced = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        if words > 0
            && let Some(time) = time_at(spaced)
        {
            return Some(time);
        }
        let end = spaced.find(|c: char| !c.is_alphanumeric()).unwrap_or(spaced.len());
        let word = spaced[..end].to_lowercase();
        let is_number = !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
        if !(names::is("update lead", &word) || (is_number && words > 0)) {
            return None;
        }
        words += 1;
        at = text.len() - spaced.len() + end;
    }
    None
}

/// The time at the start of a text.
fn time_at(text: &str) -> Option<WrittenTime> {
    written_time::read(text).filter(WrittenTime::is_timed)
}
