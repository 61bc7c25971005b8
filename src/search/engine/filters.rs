//! Applies the filters of a query.

use super::super::index::Index;
use super::query::Query;

/// For each document, whether it passes all filters.
pub(crate) fn passes(index: &Index, query: &Query) -> Vec<bool> {
    let mut passes = vec![true; index.documents()];
    for (key, keys, is_left_out) in &query.filters {
        let mut has = vec![false; passes.len()];
        let facet = index.facets.iter().filter(|facet| facet.key == *key);
        let values = facet.flat_map(|facet| facet.values.iter().zip(&facet.members));
        for document in values.filter(|(value, _)| keys.contains(&value.key)).flat_map(|(_, members)| members) {
            if let Some(has) = has.get_mut(*document as usize) {
                *has = true;
            }
        }
        passes.iter_mut().zip(has).for_each(|(passes, has)| *passes &= has != *is_left_out);
    }
    if query.after.is_some() || query.before.is_some() {
        let span = query.after.unwrap_or(1)..query.before.unwrap_or(u32::MAX);
        passes.iter_mut().zip(&index.days).for_each(|(passes, day)| *passes &= span.contains(day));
    }
    passes
}
