//! Names that are searched for literally, all at once.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;

use base::text::escape_html;

/// Names in scripts without capitals and spaces.
#[derive(Debug)]
pub struct Whole {
    /// Each name HTML-escaped and as it is, sorted.
    names: Vec<[String; 2]>,
    /// The same names as an automaton; `None` if there are no names, or too many for one.
    finder: Option<AhoCorasick>,
}

impl Whole {
    pub fn of(names: BTreeSet<String>) -> Self {
        let names: Vec<_> = names.into_iter().map(|name| [escape_html(&name), name]).collect();
        let finder = AhoCorasick::new(names.as_flattened()).ok().filter(|_| !names.is_empty());
        Self { names, finder }
    }

    /// The first of the sorted names that a text contains.
    pub fn first_of(&self, text: &str) -> Option<&str> {
        let first = match &self.finder {
            Some(finder) => finder.find_overlapping_iter(text).map(|found| found.pattern().as_usize() / 2).min()?,
            None => self.names.iter().position(|forms| forms.iter().any(|form| text.contains(form)))?,
        };
        self.names.get(first).map(|[_, name]| name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Whole;

    #[test]
    fn the_first_in_order_is_found_wherever_it_stands() {
        let names = ["田'中", "田中太郎", "中太"].map(str::to_owned);
        let whole = Whole::of(names.into());
        let alone = Whole { names: whole.names.clone(), finder: None };
        for (text, first) in [
            ("田中太郎が見た", Some("中太")),
            ("中太, 田&#39;中", Some("中太")),
            ("and 田&#39;中", Some("田'中")),
            ("田'中太", Some("中太")),
            ("田中", None),
            ("", None),
        ] {
            assert_eq!(whole.first_of(text), first, "{text}");
            assert_eq!(alone.first_of(text), first, "{text}");
        }
        assert_eq!(Whole::of([].into()).first_of("田中"), None);
    }
}
