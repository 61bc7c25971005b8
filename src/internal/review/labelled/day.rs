//! The date that follows a label.

use jiff::civil::Date;

use super::Found;
use super::ranked::labelled;
use crate::review::Review;
use crate::review::languages::names;
use crate::review::text::days;

/// The date that follows a label, and whether the label says that it is the incident's.
pub(in crate::review) fn by_label(
    review: &Review,
    is_post: bool,
    day_first: Option<bool>,
) -> Option<(Date, Found, bool)> {
    let is_day = |value: &str| days::read_in(value, day_first).is_some_and(|day| !days::names_earlier(value, day));
    let sure = labelled(review, names::of("label day of the incident"), is_day).map(|found| (found, true));
    let any = || labelled(review, names::of("label date"), is_day).map(|found| (found, false));
    let (found, is_sure) = sure.or_else(|| if is_post { None } else { any() })?;
    Some((days::read_in(&found.value, day_first)?, found, is_sure))
}

/// The date that follows a label, in any language.
pub(in crate::review) fn labelled_day(review: &Review, day_first: Option<bool>) -> Option<Date> {
    by_label(review, false, day_first).map(|(day, ..)| day)
}
