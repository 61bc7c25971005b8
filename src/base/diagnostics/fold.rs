//! Limits how many warnings and notes of one kind are shown.
//!
//! In: sorted diagnostics. Out: those to show, each with the number of others of its kind that are left out. Every
//! error is shown, because each has to be fixed.

use std::collections::BTreeMap;

use super::{Code, Diagnostic, Level};

/// Up to this number of warnings and notes, all of them are shown.
const FEW: usize = 12;
/// How many of one kind are shown when there are more than [`FEW`] in all.
const OF_A_KIND: usize = 3;

/// A diagnostic to show, and how many more there are like it.
pub type Folded<'d> = (&'d Diagnostic, usize);

/// The first of each kind that occurs often, and all of the others.
#[must_use]
pub fn folded<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> Vec<Folded<'d>> {
    let all: Vec<_> = diagnostics.into_iter().collect();
    let mut counts: BTreeMap<(Level, Code), usize> = BTreeMap::new();
    for diagnostic in all.iter().filter(|diagnostic| diagnostic.level != Level::Error) {
        *counts.entry((diagnostic.level, diagnostic.code)).or_default() += 1;
    }
    if counts.values().sum::<usize>() <= FEW {
        return all.into_iter().map(|diagnostic| (diagnostic, 0)).collect();
    }
    let mut shown = Vec::with_capacity(all.len());
    for diagnostic in all {
        match counts.get_mut(&(diagnostic.level, diagnostic.code)) {
            // The first one represents all of its kind.
            Some(count) if *count > OF_A_KIND => {
                shown.push((diagnostic, *count - 1));
                *count = 0;
            }
            Some(0) => {}
            Some(_) | None => shown.push((diagnostic, 0)),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Diagnostic};
    use super::{FEW, folded};

    fn many(code: Code, count: usize) -> impl Iterator<Item = Diagnostic> {
        (0..count).map(move |n| Diagnostic::new(code, n.to_string()))
    }

    #[test]
    fn one_stands_for_many_of_its_kind_and_no_error_for_another() {
        let all: Vec<_> =
            many(Code::UnknownTag, 300).chain(many(Code::UnknownKey, 20)).chain(many(Code::NoSummary, 3)).collect();
        let shown = folded(&all);
        let of = |code| shown.iter().filter(move |(d, _)| d.code == code).map(|(_, more)| *more).collect::<Vec<_>>();
        assert_eq!(of(Code::UnknownTag), [299]);
        assert_eq!(of(Code::UnknownKey), [0; 20]);
        assert_eq!(of(Code::NoSummary), [0; 3]);
    }

    #[test]
    fn few_are_all_shown() {
        let all: Vec<_> = many(Code::UnknownTag, FEW).collect();
        assert_eq!(folded(&all).len(), FEW);
    }
}
