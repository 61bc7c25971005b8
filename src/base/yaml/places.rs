//! The place of every value in a text.
//!
//! In: YAML that has been read. Out: the place of each key and value, from one pass over the events of a second parser, which keeps
//! places where `serde_yaml` does not. The pass is made only when a diagnostic needs a place. If that parser stops
//! early, values after that point have no place.

use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, Span};

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
    values: Vec<Value>,
    /// Keys that their mapping already contains, and where they begin.
    repeated: Vec<(String, usize)>,
    syntax: Syntax,
}

/// A value by its number in [`Places::values`]; the outermost is the first.
type Id = usize;

#[derive(Debug)]
struct Value {
    start: usize,
    inside: Inside,
}

#[derive(Debug)]
enum Inside {
    Nothing,
    Items(Vec<Id>),
    /// Keys with where they begin and what they lead to.
    Pairs(HashMap<String, (usize, Id)>),
}

impl Places {
    pub(super) fn of(source: &str) -> Self {
        let offsets = Offsets::of(source);
        let mut reader = Reader::default();
        for event in Parser::new_from_str(source) {
            let Ok((event, span)) = event else { break };
            if matches!(event, Event::DocumentEnd) {
                break;
            }
            reader.take(event, start(source, &offsets, span));
        }
        reader.places
    }

    /// The bytes of the value at the end of `steps`: to the end of its text, or of its first line if it has several. An
    /// empty range at the start where there is none.
    pub(super) fn span(&self, source: &str, steps: &[Step], part: Part) -> Range<usize> {
        let Some(start) = self.start(steps, part) else { return 0..0 };
        start..start + source.get(start..).map_or(0, |rest| token_length(rest, self.syntax))
    }

    /// Every repetition of a key in its mapping, with its bytes.
    pub(super) fn repeated(&self, source: &str) -> Vec<(&str, Range<usize>)> {
        let span = |start: usize| start..start + source.get(start..).map_or(0, |rest| token_length(rest, self.syntax));
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
}

/// Gathers places from events; deep nesting takes memory, not stack.
#[derive(Default)]
struct Reader {
    places: Places,
    open: Vec<Open>,
    anchors: HashMap<usize, Id>,
}

/// A list or mapping that has not ended.
struct Open {
    id: Id,
    /// The key whose value comes next.
    key: Option<(String, usize)>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>, start: usize) {
        match event {
            Event::Scalar(text, _, anchor, _) => {
                if !self.is_key(&text, start) {
                    self.add(start, Inside::Nothing, anchor);
                }
            }
            Event::SequenceStart(anchor, _) => self.begin(start, Inside::Items(Vec::new()), anchor),
            Event::MappingStart(anchor, _) => self.begin(start, Inside::Pairs(HashMap::new()), anchor),
            Event::SequenceEnd | Event::MappingEnd => {
                self.open.pop();
            }
            // The place of an alias is that of its anchor, where the value is written.
            Event::Alias(anchor) => {
                if let Some(id) = self.anchors.get(&anchor).copied()
                    && !self.is_key("", start)
                {
                    self.put(id);
                }
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {}
        }
    }

    /// Takes a scalar as a key, if a key is expected.
    fn is_key(&mut self, text: &str, start: usize) -> bool {
        let Some(open) = self.open.last_mut() else { return false };
        let pairs = self.places.values.get(open.id).is_some_and(|value| matches!(value.inside, Inside::Pairs(_)));
        if !pairs || open.key.is_some() {
            return false;
        }
        open.key = Some((text.to_owned(), start));
        true
    }

    fn begin(&mut self, start: usize, inside: Inside, anchor: usize) {
        // A key that is a list or a mapping has no name; its value follows it all the same.
        let unnamed = self.is_key("", start);
        let id = if unnamed { self.hold(start, inside) } else { self.add(start, inside, anchor) };
        self.open.push(Open { id, key: None });
    }

    fn add(&mut self, start: usize, inside: Inside, anchor: usize) -> Id {
        let id = self.hold(start, inside);
        if anchor != 0 {
            self.anchors.insert(anchor, id);
        }
        self.put(id);
        id
    }

    fn hold(&mut self, start: usize, inside: Inside) -> Id {
        self.places.values.push(Value { start, inside });
        self.places.values.len() - 1
    }

    /// Puts a value into the list or mapping that is open.
    fn put(&mut self, id: Id) {
        let Some(open) = self.open.last_mut() else { return };
        match self.places.values.get_mut(open.id).map(|value| &mut value.inside) {
            Some(Inside::Items(items)) => items.push(id),
            Some(Inside::Pairs(pairs)) => {
                if let Some((name, start)) = open.key.take()
                    && pairs.insert(name.clone(), (start, id)).is_some()
                {
                    self.places.repeated.push((name, start));
                }
            }
            Some(Inside::Nothing) | None => {}
        }
    }
}

impl Places {
    /// Places of values that another reader found, which are added in the order of the file.
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

/// The byte of each character; nothing where each is one byte.
struct Offsets(Option<Vec<usize>>);

impl Offsets {
    fn of(source: &str) -> Self {
        Self((!source.is_ascii()).then(|| source.char_indices().map(|(at, _)| at).collect()))
    }

    fn byte(&self, source: &str, character: usize) -> usize {
        let byte = self.0.as_ref().map_or(Some(character), |table| table.get(character).copied());
        byte.unwrap_or(source.len()).min(source.len())
    }
}

fn start(source: &str, offsets: &Offsets, span: Span) -> usize {
    offsets.byte(source, span.start.index())
}

/// How far the scalar or key at the start of `rest` goes, within its line.
fn token_length(rest: &str, syntax: Syntax) -> usize {
    let line = rest.lines().next().unwrap_or_default();
    if let Some(quote @ ('"' | '\'')) = line.chars().next() {
        return line[1..].find(quote).map_or(line.len(), |end| end + 2);
    }
    let stops = match syntax {
        Syntax::Yaml => [": ", " #", ", ", "]", "}"].as_slice(),
        Syntax::Toml => ["=", " #", ",", "]", "}"].as_slice(),
    };
    let bracketed = line.starts_with(['[', '{']);
    let end =
        if bracketed { line.len() } else { stops.iter().filter_map(|s| line.find(s)).min().unwrap_or(line.len()) };
    line[..end].trim_end().trim_end_matches(':').len().max(usize::from(!line.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::{Part, Places, Step};

    const YAML: &str = "title: Zwölf\ntimes:\n  started: \"2026\" # when\n  détecté: nope\nlist: [a, {b: ccc}]\nrows:\n- at: 1\n  what: |\n    long\n";

    fn text<'s>(source: &'s str, steps: &[Step], part: Part) -> &'s str {
        &source[Places::of(source).span(source, steps, part)]
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
    fn a_key_that_stands_twice_is_told_each_further_time() {
        let source = "a: 1\nb: {c: 1, c: 2}\na: 3\n";
        let places = Places::of(source);
        let told: Vec<_> = places.repeated(source).into_iter().map(|(key, span)| (key, span.start)).collect();
        assert_eq!(told, [("c", 15), ("a", 21)]);
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
