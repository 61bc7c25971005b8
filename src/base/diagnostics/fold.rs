//! Not more warnings and notes of one kind than somebody reads.
//!
//! In: diagnostics in order. Out: those to show, each with how many more of its kind are not. Errors are all shown: each has to be
//! mended.

use std::collections::BTreeMap;

use super::{Code, Diagnostic, Level};

/// As many warnings and notes are shown whatever they are of.
const FEW: usize = 12;
/// As many of one kind are shown where there are more than few in all.
const OF_A_KIND: usize = 3;

/// A diagnostic to show, and how many more there are like it.
pub type Folded<'d> = (&'d Diagnostic, usize);

/// The first of each kind that is told of often, all of the others.
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
            // The first of many stands for all.
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
