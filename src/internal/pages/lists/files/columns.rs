//! What the rows of a list are filtered, searched and sorted by.

use std::collections::BTreeMap;

use base::text::slug;

/// What is known of one row.
#[derive(Debug)]
pub struct Facts<'l> {
    /// The id of its review.
    pub review: &'l str,
    /// What it is filtered by, as in its `data-facets`: `service:checkout`.
    pub facets: Vec<String>,
    /// The texts that it shows, in which a reader searches.
    pub words: Vec<String>,
    /// What it is sorted by in each column.
    pub keys: Vec<Option<Key>>,
}

/// What a row is sorted by in a column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Also for dates, which sort as their text does.
    Number(i64),
    /// A text as its slug, which has no case and no accents, and as it is, so that different texts have different ranks.
    Text(String, String),
}

/// The facts of all rows: the same row is at the same index in each column.
#[derive(Debug, Default)]
pub struct Columns<'l> {
    pub(super) reviews: Vec<&'l str>,
    pub(super) facets: Vec<Vec<String>>,
    pub(super) words: Vec<String>,
    pub(super) list: Vec<usize>,
    pub(super) orders: Vec<(&'static str, Vec<usize>)>,
}

impl<'l> Columns<'l> {
    /// The columns of rows. `names` are the `data-key`s of the columns that can be sorted. `list` is the rank of each row in the list's
    /// own order; of rows with the same rank, the one with the highest index comes first.
    pub fn of(names: &[&'static str], rows: Vec<Facts<'l>>, list: Vec<usize>) -> Self {
        let order = |(n, name): (usize, &&'static str)| {
            (*name, ranks(rows.iter().map(|row| row.keys.get(n).and_then(Option::as_ref))))
        };
        Self {
            orders: names.iter().enumerate().map(order).collect(),
            reviews: rows.iter().map(|row| row.review).collect(),
            words: rows.iter().map(|row| row.words.join("\n").to_lowercase()).collect(),
            facets: rows.into_iter().map(|row| row.facets).collect(),
            list,
        }
    }

    /// For each facet the rows that have it: the first, and then the difference from the one before.
    pub(super) fn rows_of_facets(&self) -> BTreeMap<&str, Vec<usize>> {
        let mut rows: BTreeMap<&str, (usize, Vec<usize>)> = BTreeMap::new();
        for (n, facets) in self.facets.iter().enumerate() {
            for facet in facets {
                let (last, rows) = rows.entry(facet).or_default();
                // A facet that a row has twice counts once.
                if rows.is_empty() || *last != n {
                    rows.push(n - *last);
                    *last = n;
                }
            }
        }
        rows.into_iter().map(|(facet, (_, rows))| (facet, rows)).collect()
    }
}

/// The rank of each value: one more than the number of smaller ones, so that a value that changes moves only those between its
/// old place and its new one; 0 for none.
pub fn ranks<V: Ord>(values: impl Iterator<Item = Option<V>> + Clone) -> Vec<usize> {
    let mut sorted: Vec<V> = values.clone().flatten().collect();
    sorted.sort();
    let rank = |value: V| sorted.partition_point(|other| *other < value) + 1;
    values.map(|value| value.map_or(0, rank)).collect()
}

impl Key {
    /// A text; `None` for an empty one, so that it is last in both directions.
    pub fn text(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| Self::Text(slug(text), text.to_owned()))
    }

    /// A number.
    pub fn number(number: usize) -> Option<Self> {
        i64::try_from(number).ok().map(Self::Number)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Columns, Facts, Key, ranks};

    #[test]
    fn a_rank_is_the_place_among_all_values() {
        assert_eq!(ranks([Some(30), None, Some(10), Some(30), Some(20), Some(40)].into_iter()), [3, 0, 1, 3, 2, 5]);
        let titles = ["Zebra", "Überlast", "apple", "Apple", "", "zebra"].map(Key::text);
        assert_eq!(ranks(titles.iter().map(Option::as_ref)), [4, 3, 2, 1, 0, 5]);
    }

    #[test]
    fn columns_hold_what_is_known_of_each_row() {
        let row = |facets: &[&str], number: usize| Facts {
            review: "a",
            facets: facets.iter().map(|facet| (*facet).to_owned()).collect(),
            words: vec!["Pool".to_owned(), "Ended".to_owned()],
            keys: vec![Key::text("same"), Key::number(number)],
        };
        let rows =
            [row(&["tag:dns"], 2), row(&[], 1), row(&["tag:dns", "year:2026", "tag:dns"], 2), row(&["tag:dns"], 9)];
        let columns = Columns::of(&["title", "open"], rows.into(), vec![0; 4]);
        assert_eq!(columns.rows_of_facets(), BTreeMap::from([("tag:dns", vec![0, 2, 1]), ("year:2026", vec![2])]));
        assert_eq!(columns.orders, [("title", vec![1; 4]), ("open", vec![2, 1, 2, 4])]);
        assert_eq!(columns.words[0], "pool\nended");
    }
}
