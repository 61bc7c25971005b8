//! The date that follows a label.

use jiff::civil::Date;

use super::Found;
use super::ranked::labelled;
use crate::review::Review;
use crate::review::languages::names;
use crate::review::languages::words::words;
use crate::review::text::days;
use markdown::{Block, Heading};

/// Most days of a period that may be that of one incident.
const LONGEST: i32 = 7;

/// The date that follows a label, and whether the label says that it is the incident's.
pub(in crate::review) fn by_label(
    review: &Review,
    is_post: bool,
    day_first: Option<bool>,
) -> Option<(Date, Found, bool)> {
    let is_day = |value: &str| days::read_in(value, day_first).is_some_and(|day| !days::names_earlier(value, day));
    let sure = labelled(review, names::of("label day of the incident"), is_day).map(|found| (found, true));
    let of = |kind| labelled(review, names::of(kind), is_day);
    // A longer period is that of a report on many incidents.
    let is_period = |value: &str| is_day(value) && days::spans_at_most(value, LONGEST, day_first);
    let in_period = || labelled(review, names::of("label period"), is_period);
    let any = || of("label date").or_else(|| of("label started")).or_else(in_period).map(|found| (found, false));
    let heading = || below_heading(review, is_day).map(|found| (found, true));
    let (found, is_sure) = sure.or_else(heading).or_else(|| if is_post { None } else { any() })?;
    Some((days::read_in(&found.value, day_first)?, found, is_sure))
}

/// The line below a heading that names the start: `### Started at`.
fn below_heading(review: &Review, is_day: impl Fn(&str) -> bool) -> Option<Found> {
    let of = |heading: &Heading| {
        let span = match review.blocks.within(&heading.own).first()? {
            Block::Paragraph { span } => span.clone(),
            _ => return None,
        };
        let value = review.body().get(span.clone())?.trim().to_owned();
        is_day(&value).then_some(Found { value, start: span.start, end: span.end })
    };
    let mut named = review.outline.headings.iter().filter(|heading| names::is("label started", &words(&heading.text)));
    named.find_map(of)
}

/// The date that follows a label, in any language.
pub(in crate::review) fn labelled_day(review: &Review, day_first: Option<bool>) -> Option<Date> {
    by_label(review, false, day_first).map(|(day, ..)| day)
}
