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
    /// A text as its slug, which has no case and no accents, and as it is, so that different texts are different values.
    Text(String, String),
}

/// The rows of each value, the smallest value first: the first row, and then the difference of each from the one before. A value
/// that changes moves only its own rows; a place for each row would change for all between. Rows without a value are left out.
pub(super) type Order = Vec<Vec<usize>>;

/// The facts of all rows: the same row is at the same index in each column.
#[derive(Debug, Default)]
pub struct Columns<'l> {
    pub(super) reviews: Vec<&'l str>,
    pub(super) facets: Vec<Vec<String>>,
    pub(super) words: Vec<String>,
    pub(super) list: Order,
    pub(super) orders: Vec<(&'static str, Order)>,
}

impl<'l> Columns<'l> {
    /// The columns of rows. `names` are the `data-key`s of the columns that can be sorted. `list` is what the list itself is
    /// sorted by.
    pub fn of<L: Ord>(names: &[&'static str], rows: Vec<Facts<'l>>, list: impl Iterator<Item = L>) -> Self {
        let column = |(n, name): (usize, &&'static str)| {
            (*name, order(rows.iter().map(|row| row.keys.get(n).and_then(Option::as_ref))))
        };
        Self {
            orders: names.iter().enumerate().map(column).collect(),
            reviews: rows.iter().map(|row| row.review).collect(),
            words: rows.iter().map(|row| row.words.join("\n").to_lowercase()).collect(),
            facets: rows.into_iter().map(|row| row.facets).collect(),
            list: order(list.map(Some)),
        }
    }

    /// For each facet the rows that have it, as in an [`Order`].
    pub(super) fn rows_of_facets(&self) -> BTreeMap<&str, Vec<usize>> {
        let mut rows: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (n, facets) in self.facets.iter().enumerate() {
            for facet in facets {
                let rows = rows.entry(facet).or_default();
                // A facet that a row has twice counts once.
                if rows.last() != Some(&n) {
                    rows.push(n);
                }
            }
        }
        rows.into_iter().map(|(facet, rows)| (facet, steps(&rows))).collect()
    }
}

fn order<V: Ord>(values: impl Iterator<Item = Option<V>>) -> Order {
    let mut rows: BTreeMap<V, Vec<usize>> = BTreeMap::new();
    for (n, value) in values.enumerate() {
        if let Some(value) = value {
            rows.entry(value).or_default().push(n);
        }
    }
    rows.into_values().map(|rows| steps(&rows)).collect()
}

/// The first number, and then the difference of each from the one before.
fn steps(rows: &[usize]) -> Vec<usize> {
    let before = std::iter::once(0).chain(rows.iter().copied());
    rows.iter().zip(before).map(|(row, before)| row - before).collect()
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

    use super::{Columns, Facts, Key, order};

    #[test]
    fn an_order_has_the_rows_of_each_value() {
        assert_eq!(
            order([Some(30), None, Some(10), Some(30), Some(20), Some(30)].into_iter()),
            [vec![2], vec![4], vec![0, 3, 2]]
        );
        let titles = ["Zebra", "Überlast", "apple", "Apple", "", "zebra"].map(Key::text);
        assert_eq!(order(titles.iter().map(Option::as_ref)), [[3], [2], [1], [0], [5]]);
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
        let columns = Columns::of(&["title", "open"], rows.into(), [2, 1, 2, 1].into_iter());
        assert_eq!(columns.rows_of_facets(), BTreeMap::from([("tag:dns", vec![0, 2, 1]), ("year:2026", vec![2])]));
        assert_eq!(columns.orders, [("title", vec![vec![0, 1, 1, 1]]), ("open", vec![vec![1], vec![0, 2], vec![3]])]);
        assert_eq!(columns.list, [[1, 2], [0, 2]]);
        assert_eq!(columns.words[0], "pool\nended");
    }
}
