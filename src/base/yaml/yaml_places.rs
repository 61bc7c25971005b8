//! The places of the values of a YAML text.
//!
//! In: YAML that has been read. Out: the place of each key and value, from one pass over the events of a second parser, which keeps
//! places where `serde_yaml` does not. The pass is made only when a mistake is reported. What that parser
//! cannot read to its end has places up to there.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, Span};

use super::places::{Id, Inside, Places, Value};

/// Reads the places of a text.
pub(super) fn places_of(source: &str) -> Places {
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
            // A mistake in an alias is corrected where its anchor is.
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

    /// Takes a scalar as a key, where a key has to come.
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
