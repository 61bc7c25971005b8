//! The place of every value in a text.
//!
//! In: the values that a reader found, each with where it begins: `yaml_places` for YAML, `toml_values` for TOML. Out: the bytes of
//! any key and value.

use std::collections::HashMap;
use std::ops::Range;

use super::Syntax;

/// One step down from a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Into the value of this key.
    Key(String),
    /// Into this item, from 0.
    Item(usize),
}

/// Whether a place is that of a key or of its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The key itself.
    Key,
    /// Its value.
    Value,
}

/// The places of a text, as byte offsets.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub(super) values: Vec<Value>,
    /// Keys that their mapping holds already, and where they begin.
    pub(super) repeated: Vec<(String, usize)>,
    syntax: Syntax,
}

/// A value by its number in [`Places::values`]; the outermost is the first.
pub(super) type Id = usize;

#[derive(Debug)]
pub(super) struct Value {
    pub(super) start: usize,
    pub(super) inside: Inside,
}

#[derive(Debug)]
pub(super) enum Inside {
    Nothing,
    Items(Vec<Id>),
    /// Keys with where they begin and what they lead to.
    Pairs(HashMap<String, (usize, Id)>),
}

impl Places {
    /// The bytes of the value (or its key) at the end of `steps`: to the end of its text, or of its first line when it is
    /// long. An empty range at the start where there is none.
    pub(super) fn span(&self, source: &str, steps: &[Step], part: Part) -> Range<usize> {
        let Some(start) = self.start(steps, part) else { return 0..0 };
        let above = steps.split_last().and_then(|(_, above)| self.start(above, Part::Value));
        // An anchor, `&base {...}`, stands before the bracket.
        let in_brackets =
            above.and_then(|above| source.get(above..)).is_some_and(|above| above.starts_with(['[', '{', '&']));
        start..start + source.get(start..).map_or(0, |rest| token_length(rest, self.stops(in_brackets)))
    }

    /// What ends a text without quotes. A comma and a closing bracket end it inside brackets only.
    fn stops(&self, in_brackets: bool) -> &'static [&'static str] {
        match self.syntax {
            Syntax::Yaml if in_brackets => &[": ", " #", ", ", "]", "}"],
            Syntax::Yaml => &[": ", " #"],
            Syntax::Toml => &["=", " #", ",", "]", "}"],
        }
    }

    /// Every repetition of a key in its mapping, with its bytes.
    pub(super) fn repeated(&self, source: &str) -> Vec<(&str, Range<usize>)> {
        let stops = self.stops(true);
        let span = |start: usize| start..start + source.get(start..).map_or(0, |rest| token_length(rest, stops));
        self.repeated.iter().map(|(key, start)| (key.as_str(), span(*start))).collect()
    }

    fn start(&self, steps: &[Step], part: Part) -> Option<usize> {
        let (mut value, mut key) = (self.values.first()?, None);
        for step in steps {
            let id = match (step, &value.inside) {
                (Step::Key(name), Inside::Pairs(pairs)) => {
                    let (start, id) = pairs.get(name)?;
                    key = Some(*start);
                    id
                }
                (Step::Item(n), Inside::Items(items)) => {
                    key = None;
                    items.get(*n)?
                }
                _ => return None,
            };
            value = self.values.get(*id)?;
        }
        if part == Part::Key { key } else { Some(value.start) }
    }

    /// The places of a TOML text; its values are added in the order of the file.
    pub(super) fn in_toml() -> Self {
        Self { syntax: Syntax::Toml, ..Self::default() }
    }

    /// Adds a value and returns its number, for [`Places::table`] and [`Places::array`].
    pub(super) fn value(&mut self, start: usize) -> usize {
        self.values.push(Value { start, inside: Inside::Nothing });
        self.values.len() - 1
    }

    /// Makes a value an array.
    pub(super) fn array(&mut self, id: usize, items: Vec<usize>) {
        self.fill(id, Inside::Items(items));
    }

    /// Makes a value a table of keys, with the start and the value of each.
    pub(super) fn table(&mut self, id: usize, pairs: HashMap<String, (usize, usize)>) {
        self.fill(id, Inside::Pairs(pairs));
    }

    fn fill(&mut self, id: usize, inside: Inside) {
        if let Some(value) = self.values.get_mut(id) {
            value.inside = inside;
        }
    }
}

/// How far the scalar, the key or the value in brackets at the start of `rest` goes, within its line. Nothing after it is looked
/// at: a line may hold thousands of values.
fn token_length(rest: &str, stops: &[&str]) -> usize {
    if let Some(quote @ ('"' | '\'')) = rest.chars().next() {
        let end = rest[1..].find([quote, '\n']).map_or(rest.len(), |end| end + 1);
        return if rest[end..].starts_with(quote) { end + 1 } else { rest[..end].trim_end().len() };
    }
    let end = if rest.starts_with(['[', '{']) {
        bracketed(rest)
    } else {
        let ends = |at: usize| rest[at..].starts_with('\n') || stops.iter().any(|stop| rest[at..].starts_with(stop));
        rest.char_indices().map(|(at, _)| at).find(|at| ends(*at)).unwrap_or(rest.len())
    };
    rest[..end].trim_end().trim_end_matches(':').len().max(usize::from(!rest[..end].is_empty()))
}

/// How far a value in brackets goes: to the bracket that closes it, or to the end of its line.
fn bracketed(rest: &str) -> usize {
    let mut open = 0_usize;
    for (at, c) in rest.char_indices() {
        match c {
            '[' | '{' => open += 1,
            ']' | '}' => open = open.saturating_sub(1),
            '\n' => return at,
            _ => {}
        }
        if open == 0 {
            return at + 1;
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::super::yaml_places::places_of;
    use super::{Part, Step};

    const YAML: &str = "title: Zwölf\ntimes:\n  started: \"2026\" # when\n  détecté: nope\nlist: [a, {b: ccc}]\nrows:\n- at: 1\n  what: |\n    long\n";

    fn text<'s>(source: &'s str, steps: &[Step], part: Part) -> &'s str {
        &source[places_of(source).span(source, steps, part)]
    }

    fn key(k: &str) -> Step {
        Step::Key(k.to_owned())
    }

    #[test]
    fn keys_and_values_are_found_at_any_depth() {
        let found = |steps: &[Step], part| text(YAML, steps, part);
        assert_eq!(found(&[key("title")], Part::Value), "Zwölf");
        assert_eq!(found(&[key("times"), key("started")], Part::Value), "\"2026\"");
        assert_eq!(found(&[key("times"), key("détecté")], Part::Key), "détecté");
        assert_eq!(found(&[key("list"), Step::Item(1), key("b")], Part::Value), "ccc");
        assert_eq!(found(&[key("rows"), Step::Item(0), key("at")], Part::Value), "1");
        assert_eq!(found(&[key("rows"), Step::Item(0), key("what")], Part::Value), "long");
    }

    #[test]
    fn a_comma_and_a_bracket_end_a_text_inside_brackets_only() {
        let source = "day: Sat, 21 Nov [late] # x\nrow: {who: [Ana, Ben], at: 9, 10}\n";
        assert_eq!(text(source, &[key("day")], Part::Value), "Sat, 21 Nov [late]");
        assert_eq!(text(source, &[key("row"), key("who")], Part::Value), "[Ana, Ben]");
        assert_eq!(text(source, &[key("row"), key("at")], Part::Value), "9");
    }

    #[test]
    fn a_repeated_key_is_listed_each_further_time() {
        let source = "a: 1\nb: {c: 1, c: 2}\na: 3\n";
        let places = places_of(source);
        let repeated: Vec<_> = places.repeated(source).into_iter().map(|(key, span)| (key, span.start)).collect();
        assert_eq!(repeated, [("c", 15), ("a", 21)]);
        assert_eq!(text(source, &[key("a")], Part::Value), "3");
    }

    #[test]
    fn what_is_not_there_is_nowhere() {
        assert_eq!(text("title: x\n", &[key("absent")], Part::Key), "");
        assert_eq!(text("", &[key("absent")], Part::Value), "");
        assert_eq!(text("a: [", &[key("b")], Part::Value), "");
    }

    #[test]
    fn keys_without_a_name_and_aliases_hide_nothing() {
        let source = "? [a, b]\n: 1\n? {c: d}\n: {e: f}\nbase: &base {on: nope}\nsame: *base\nlast: 2\n";
        assert_eq!(text(source, &[key("last")], Part::Value), "2");
        assert_eq!(text(source, &[key("same"), key("on")], Part::Value), "nope");
        assert_eq!(text(source, &[key("same")], Part::Key), "same");
    }

    #[test]
    fn line_ends_of_windows_and_empty_values_keep_places() {
        let source = "a:\r\nb: é\r\nc:\r\n  d:  x\r\n";
        assert_eq!(text(source, &[key("b")], Part::Value), "é");
        assert_eq!(text(source, &[key("c"), key("d")], Part::Value), "x");
        assert_eq!(text(source, &[key("a")], Part::Key), "a");
    }

    #[test]
    fn nesting_takes_no_stack() {
        let source = format!("a: {}", "[".repeat(5_000));
        assert_eq!(text(&source, &[key("a")], Part::Key), "a");
    }
}
