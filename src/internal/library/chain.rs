//! Recurrence: reviews that `recurrence_of` connects.

use std::collections::BTreeMap;

use super::Library;
use super::links::named;
use crate::review::Review;

/// The review that `recurrence_of` names, if the site shows it. The id of one that it does not show must not be written.
pub(super) fn earlier(library: &Library, review: &Review) -> Option<usize> {
    review.recurrence_of.as_deref().and_then(|id| library.by_id(&named(id)))
}

/// For each review, all reviews that it is connected with, oldest first; empty if there are no others.
pub(super) fn chains(library: &Library) -> Vec<Vec<usize>> {
    let count = library.reviews.len();
    let mut root: Vec<usize> = (0..count).collect();
    for (i, review) in library.reviews.iter().enumerate() {
        if let Some(earlier) = earlier(library, review) {
            let (a, b) = (find(&mut root, i), find(&mut root, earlier));
            root[a.min(b)] = a.max(b);
        }
    }
    let mut chains_by_root: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    // Reviews are newest first, so that walking backwards gives the oldest first.
    for i in (0..count).rev() {
        chains_by_root.entry(find(&mut root, i)).or_default().push(i);
    }
    chains_by_root.retain(|_, chain| chain.len() > 1);
    (0..count).map(|i| chains_by_root.get(&find(&mut root, i)).cloned().unwrap_or_default()).collect()
}

/// The review that this one is a recurrence of, the review that that one is a recurrence of, and so on; oldest first, without
/// the review itself. Other recurrences of the same first review are in its chain but not in this list.
pub(super) fn line(library: &Library, i: usize) -> Vec<usize> {
    let older = |i: &usize| {
        // Reviews are newest first. A named review that is not older ends the list, which also ends any cycle.
        earlier(library, &library.reviews[*i]).filter(|other| other > i)
    };
    let mut line: Vec<_> = std::iter::successors(older(&i), older).collect();
    line.reverse();
    line
}

/// The representative of a chain, with path compression.
fn find(root: &mut [usize], mut i: usize) -> usize {
    while root[i] != i {
        root[i] = root[root[i]];
        i = root[i];
    }
    i
}
