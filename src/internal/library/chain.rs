//! Recurrence: reviews that `recurrence_of` ties into one story.

use std::collections::BTreeMap;

use super::Library;

/// For each review, the whole story that it belongs to, oldest first; empty when it stands alone.
pub(super) fn chains(library: &Library) -> Vec<Vec<usize>> {
    let count = library.reviews.len();
    let mut root: Vec<usize> = (0..count).collect();
    for (i, review) in library.reviews.iter().enumerate() {
        let earlier = review.recurrence_of.as_deref().and_then(|id| library.by_id(&super::links::named(id)));
        if let Some(earlier) = earlier {
            let (a, b) = (find(&mut root, i), find(&mut root, earlier));
            root[a.min(b)] = a.max(b);
        }
    }
    let mut stories: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    // Reviews are newest first, so that walking backwards tells each story from its beginning.
    for i in (0..count).rev() {
        stories.entry(find(&mut root, i)).or_default().push(i);
    }
    (0..count)
        .map(|i| find(&mut root, i))
        .map(|r| stories[&r].clone())
        .map(|s| if s.len() > 1 { s } else { vec![] })
        .collect()
}

/// What a review says that it is a recurrence of, and what that is a recurrence of, oldest first, without the review itself.
/// Others that came of the same first one are of the same story and not of this line.
pub(super) fn line(library: &Library, i: usize) -> Vec<usize> {
    let earlier = |i: &usize| {
        let named = library.reviews[*i].recurrence_of.as_deref()?;
        // Reviews are newest first: what is named and is no older ends the line, so that no circle is walked.
        library.by_id(&super::links::named(named)).filter(|other| other > i)
    };
    let mut line: Vec<_> = std::iter::successors(earlier(&i), earlier).collect();
    line.reverse();
    line
}

/// The representative of a story, with the path to it made short.
fn find(root: &mut [usize], mut i: usize) -> usize {
    while root[i] != i {
        root[i] = root[root[i]];
        i = root[i];
    }
    i
}
