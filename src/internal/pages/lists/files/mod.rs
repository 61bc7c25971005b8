//! The files from which `lists.js` sorts and filters a list of several pages.
//!
//! In: the [`Columns`] of a list, and the HTML of each row. Out: small scripts under `lists/`, of which the browser loads only
//! what it shows.
//!
//! ```text
//! lists/reviews.js         manifest: the names of the others; lists/actions.js likewise
//! lists/reviews/NAME.js    one of: facets, for some values the rows that have each
//!                                  an order, the rows of some values of a column, the smallest value first
//!                                  the words of some hundred rows, for finding words
//!                                  the names of 64 files of rows
//!                                  the HTML of about sixteen rows, for showing them
//! ```
//!
//! Rows are numbered in the order of publication, so that one more review gets the last numbers. The ids of reviews and the names
//! of facets decide where a file begins ([`borders`]). So one more review adds or changes one file of each kind. An edited title
//! changes one file of rows, one of words, and two of the order of titles: the one that it leaves and the one that it enters.
//! All but the manifests are named by their content, and the envelope is that of the search.

mod borders;
mod columns;
mod manifest;

pub use columns::{Columns, Facts, Key};

use std::collections::BTreeMap;
use std::ops::Range;

use rayon::prelude::*;
use serde::Serialize;

use super::only_shown;
use columns::Order;
use manifest::{BLOCK, Manifest, VERSION};
use site::output::Failure;

/// Files by their path from the root of the site.
#[derive(Debug, Default)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Makes the files of the list `name`, with the HTML of each row.
    ///
    /// # Errors
    /// The first row that cannot be made.
    pub fn of<H>(name: &str, columns: &Columns<'_>, html: H) -> Result<Self, Failure>
    where
        H: Fn(usize) -> Result<String, Failure> + Sync,
    {
        let folder = format!("lists/{name}");
        let mut files = Self::default();
        let (chunks, parts) = (borders::rows(&columns.reviews), borders::words(&columns.reviews));
        let row = |n| html(n).map(|row| only_shown(&row));
        let content = |chunk: &Range<usize>| Ok(json(&chunk.clone().map(row).collect::<Result<Vec<_>, _>>()?));
        let contents: Result<Vec<_>, Failure> = chunks.par_iter().map(content).collect();
        let of_rows = files.add(&folder, contents?);
        let words = |part: &Range<usize>| json(&columns.words.get(part.clone()).unwrap_or_default());
        let of_words = files.add(&folder, parts.iter().map(words).collect());
        let order = |order: &Order| {
            let first = |rows: &Vec<usize>| rows.first().and_then(|row| columns.reviews.get(*row).copied());
            let values = order.iter().map(|rows| (first(rows).unwrap_or_default(), rows.len()));
            let part = |part: Range<usize>| {
                let values = order.get(part).unwrap_or_default();
                // How many rows each value has is apart, because in most files all have one.
                json(&(values.iter().map(Vec::len).collect::<Vec<_>>(), values.concat()))
            };
            borders::orders(values).into_iter().map(part).collect()
        };
        let facets: Vec<(&str, Vec<usize>)> = columns.rows_of_facets().into_iter().collect();
        let of_facets = |part: Range<usize>| {
            let part = facets.get(part).unwrap_or_default();
            json(&part.iter().map(|(facet, rows)| (facet, rows)).collect::<BTreeMap<_, _>>())
        };
        let parts_of_facets = borders::facets(facets.iter().map(|(facet, rows)| (*facet, rows.len())));
        let of_rows = named(&chunks, of_rows);
        let blocks = of_rows.chunks(BLOCK);
        let sizes: Vec<usize> = blocks.clone().map(|block| block.iter().map(|(rows, _)| rows).sum()).collect();
        let blocks = files.add(&folder, blocks.map(|block| json(&block)).collect());
        let manifest = Manifest {
            version: VERSION,
            facets: files.add(&folder, parts_of_facets.into_iter().map(of_facets).collect()),
            list: files.add(&folder, order(&columns.list)),
            orders: columns.orders.iter().map(|(key, of)| (*key, files.add(&folder, order(of)))).collect(),
            rows: sizes.into_iter().zip(blocks).collect(),
            words: named(&parts, of_words),
        };
        files.put(&folder, search::pack(&folder, &json(&manifest)));
        Ok(files)
    }

    /// The paths of all files, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// The files of both.
    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Packs contents into files of a folder and returns their names.
    fn add(&mut self, folder: &str, contents: Vec<Vec<u8>>) -> Vec<String> {
        let pack = |content: Vec<u8>| {
            let name = search::content_name(&content);
            let file = format!("{folder}/{name}");
            let packed = search::pack(&file, &content);
            (name, file, packed)
        };
        let packed: Vec<_> = contents.into_par_iter().map(pack).collect();
        let put = |(name, file, bytes): (String, String, Vec<u8>)| {
            self.put(&file, bytes);
            name
        };
        packed.into_iter().map(put).collect()
    }

    fn put(&mut self, file: &str, bytes: Vec<u8>) {
        self.0.insert(format!("{file}.js"), bytes);
    }
}

/// How many rows each file has, and its name.
fn named(ranges: &[Range<usize>], names: Vec<String>) -> Vec<(usize, String)> {
    ranges.iter().map(ExactSizeIterator::len).zip(names).collect()
}

/// Columns have only texts, numbers and lists of them, so that this cannot fail.
fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Columns, Facts, Files, Key};

    /// The files of a list of reviews with these titles, of which the last was published last.
    fn of(titles: &[String]) -> BTreeSet<(String, Vec<u8>)> {
        let ids: Vec<_> = (0..titles.len()).map(|n| format!("r{n}")).collect();
        let facts = ids.iter().zip(titles).enumerate().map(|(n, (id, title))| Facts {
            review: id,
            facets: vec!["tag:all".to_owned(), format!("severity:sev{}", n % 4)],
            words: vec![title.clone()],
            keys: vec![Key::text(title), Key::number(n % 4)],
        });
        let columns = Columns::of(
            &["title", "severity"],
            facts.collect(),
            titles.iter().enumerate().map(|(n, _)| n * 7919 % 6_007),
        );
        Files::of("t", &columns, |n| Ok(format!("<tr><td>{}</td></tr>", titles[n])))
            .expect("files")
            .0
            .into_iter()
            .collect()
    }

    fn titles() -> Vec<String> {
        (0..6_000).map(|n| format!("{} ends", n * 4_409 % 6_007)).collect()
    }

    #[test]
    fn an_edited_title_changes_the_order_where_it_was_and_where_it_is() {
        let (before, mut edited) = (titles(), titles());
        edited[3_000] = "Another ends".to_owned();
        let (before, after) = (of(&before), of(&edited));
        // The manifest, one file of rows and the one that names it, one of words, and two of the order.
        let changed = after.difference(&before).count();
        assert!((5..=6).contains(&changed), "{changed} of {}", after.len());
    }

    #[test]
    fn one_more_review_changes_a_file_of_each_kind() {
        let mut titles = titles();
        let before = of(&titles);
        titles.push("300 more".to_owned());
        let after = of(&titles);
        // The manifest, facets, three orders, rows and the names of their files, and words.
        let changed = after.difference(&before).count();
        assert!((8..=14).contains(&changed), "{changed} of {}", after.len());
    }
}
