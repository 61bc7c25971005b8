//! Words that do not count when the texts of two reviews are compared: function words, months, and the names of people.

use std::collections::BTreeSet;

use super::{Library, people};
use crate::review::{given, in_language};

/// Function words, months, given names, and names of people in a library.
pub(crate) fn never_telling(library: &Library) -> Vec<&str> {
    let owners = library.reviews.iter().flat_map(|review| &review.actions).filter_map(|a| a.owner.as_deref());
    // The same people occur in many reviews.
    let named: BTreeSet<&str> = library.reviews.iter().flat_map(people).chain(owners).collect();
    let is_name =
        |name: &&str| name.chars().next().is_some_and(char::is_uppercase) && library.service_or_team(name).is_none();
    named
        .into_iter()
        .filter(is_name)
        .chain(given())
        .chain(in_language("function word", "en"))
        .chain(base::text::MONTHS)
        .collect()
}
