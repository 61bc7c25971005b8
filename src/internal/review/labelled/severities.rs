//! Several severities in one file.

use super::{lines, ranked};
use crate::review::Review;
use crate::review::foreign::severity;
use crate::review::languages::names;
use markdown::Heading;
use site::config::Config;

/// Whether lines of the text state different severities, as where a file tells of several incidents.
pub(in crate::review) fn has_several(review: &Review, config: &Config) -> bool {
    let stated = |line: &str| {
        let (label, value) = ranked::parts(line)?;
        if names::is("label severity", &label) { severity::mapped(&value, config) } else { None }
    };
    let in_section = |heading: &Heading| lines::within(review, heading.own.clone()).find_map(|(_, line)| stated(line));
    let mut all = review.outline.headings.iter().filter(|heading| heading.level > 1).filter_map(in_section);
    all.next().is_some_and(|first| all.any(|other| other != first))
}
