//! Limits how many diagnostics of one file are shown.

use std::collections::BTreeMap;

use super::Diagnostic;

/// The most diagnostics that are shown for one file; the others are counted.
pub const A_FILE: usize = 50;

/// The first diagnostics of each file.
#[derive(Debug)]
pub struct Limited<'d> {
    /// In their original order.
    pub shown: Vec<&'d Diagnostic>,
    /// How many more there are, by file.
    pub more: Vec<(&'d str, usize)>,
}

/// The first diagnostics of each file; those with a place in the file are preferred.
#[must_use]
pub fn limited<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> Limited<'d> {
    let all: Vec<_> = diagnostics.into_iter().collect();
    let mut of_file: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (n, diagnostic) in all.iter().enumerate() {
        if let Some(place) = &diagnostic.place {
            of_file.entry(&place.path).or_default().push(n);
        }
    }
    let mut hidden = vec![false; all.len()];
    let mut more = Vec::new();
    for (path, mut numbers) in of_file {
        if numbers.len() <= A_FILE {
            continue;
        }
        let placed = |n: &usize| all[*n].place.as_ref().is_some_and(|place| !place.excerpt.is_empty());
        numbers.sort_by_key(|n| (all[*n].level, !placed(n), *n));
        more.push((path, numbers.len() - A_FILE));
        numbers.drain(A_FILE..).for_each(|n| hidden[n] = true);
    }
    let shown = all.into_iter().zip(hidden).filter(|(_, hidden)| !hidden).map(|(diagnostic, _)| diagnostic).collect();
    Limited { shown, more }
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Diagnostic, Place};
    use super::{A_FILE, limited};

    #[test]
    fn errors_come_before_warnings_and_the_others_are_counted() {
        let of = |code, n: usize| Diagnostic::new(code, "x").at(Place { line: n, ..Place::new("a.md", "xxx", 0..1) });
        let mut all: Vec<_> = (0..80).map(|n| of(Code::UnknownTag, n)).collect();
        all.push(of(Code::UnknownKey, 99));
        all.push(Diagnostic::new(Code::NoReviews, "y"));
        let limited = limited(&all);
        assert_eq!(limited.more, [("a.md", 31)]);
        assert_eq!(limited.shown.len(), A_FILE + 1);
        assert!(limited.shown.iter().any(|d| d.code == Code::UnknownKey));
    }
}
