//! Finds where a value stands, only when somebody has to be told.
//!
//! `serde_yaml` keeps no positions in its values, but stamps every error with the position of the event that was being
//! read. So a deserializer that walks to the wanted value and fails there learns its position; it costs a second parse, on the error path alone.

use std::fmt;
use std::ops::Range;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// One step down from a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Into the value of this key.
    Key(String),
    /// Into this item, from 0.
    Item(usize),
}

/// What of the last step is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The key itself.
    Key,
    /// Its value.
    Value,
}

/// The bytes of `source` at which the value stands: to the end of its text, or of its first line when it is long.
pub(super) fn span(source: &str, steps: &[Step], part: Part) -> Range<usize> {
    let probe = Probe { steps, part };
    let Err(error) = probe.deserialize(serde_yaml::Deserializer::from_str(source)) else { return 0..0 };
    let Some(location) = error.location() else { return 0..0 };
    let start = offset(source, location.line(), location.column());
    start..start + token_length(&source[start..])
}

/// The byte offset of a line and column, which count from 1, columns in characters.
pub(super) fn offset(source: &str, line: usize, column: usize) -> usize {
    let start: usize = source.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = &source[start..];
    start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(i, _)| i)
}

/// How far the scalar or key at the start of `rest` goes, within its line.
fn token_length(rest: &str) -> usize {
    let line = rest.lines().next().unwrap_or_default();
    if let Some(quote @ ('"' | '\'')) = line.chars().next() {
        return line[1..].find(quote).map_or(line.len(), |end| end + 2);
    }
    let stops = [": ", " #", ", ", "]", "}"];
    let bracketed = line.starts_with(['[', '{']);
    let end =
        if bracketed { line.len() } else { stops.iter().filter_map(|s| line.find(s)).min().unwrap_or(line.len()) };
    line[..end].trim_end().trim_end_matches(':').len().max(usize::from(!line.is_empty()))
}

struct Probe<'s> {
    steps: &'s [Step],
    part: Part,
}

impl<'de> DeserializeSeed<'de> for Probe<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.steps.is_empty() { deserializer.deserialize_any(Stop) } else { deserializer.deserialize_any(self) }
    }
}

impl<'de> Visitor<'de> for Probe<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value on the way")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some((Step::Key(wanted), rest)) = self.steps.split_first() else { return Ok(()) };
        let stop_at_key = rest.is_empty() && self.part == Part::Key;
        while let Some(found) = map.next_key_seed(KeyProbe { wanted, stop: stop_at_key })? {
            if found {
                return map.next_value_seed(Probe { steps: rest, part: self.part });
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let Some((Step::Item(wanted), rest)) = self.steps.split_first() else { return Ok(()) };
        for _ in 0..*wanted {
            seq.next_element::<IgnoredAny>()?;
        }
        seq.next_element_seed(Probe { steps: rest, part: self.part }).map(|_| ())
    }
}

/// Reads a key and says whether it is the wanted one; fails there when the key itself is looked for.
struct KeyProbe<'s> {
    wanted: &'s str,
    stop: bool,
}

impl<'de> DeserializeSeed<'de> for KeyProbe<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for KeyProbe<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: serde::de::Error>(self, key: &str) -> Result<bool, E> {
        if key == self.wanted && self.stop { Err(E::custom("here")) } else { Ok(key == self.wanted) }
    }

    fn visit_bool<E: serde::de::Error>(self, key: bool) -> Result<bool, E> {
        self.visit_str(if key { "true" } else { "false" })
    }

    fn visit_i64<E: serde::de::Error>(self, key: i64) -> Result<bool, E> {
        self.visit_str(&key.to_string())
    }

    fn visit_u64<E: serde::de::Error>(self, key: u64) -> Result<bool, E> {
        self.visit_str(&key.to_string())
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<bool, E> {
        self.visit_str("null")
    }
}

/// Fails whatever it is given, so that the error carries the position.
struct Stop;

impl<'de> Visitor<'de> for Stop {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing")
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(A::Error::custom("here"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        Err(A::Error::custom("here"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, Step, span};

    const YAML: &str = "title: Zwölf\ntimes:\n  started: \"2026\" # when\n  détecté: nope\nlist: [a, {b: ccc}]\nrows:\n- at: 1\n  what: |\n    long\n";

    fn found(steps: &[Step], part: Part) -> &'static str {
        &YAML[span(YAML, steps, part)]
    }

    fn key(k: &str) -> Step {
        Step::Key(k.to_owned())
    }

    #[test]
    fn keys_and_values_are_found_at_any_depth() {
        assert_eq!(found(&[key("title")], Part::Value), "Zwölf");
        assert_eq!(found(&[key("times"), key("started")], Part::Value), "\"2026\"");
        assert_eq!(found(&[key("times"), key("détecté")], Part::Key), "détecté");
        assert_eq!(found(&[key("list"), Step::Item(1), key("b")], Part::Value), "ccc");
        assert_eq!(found(&[key("rows"), Step::Item(0), key("at")], Part::Value), "1");
        assert_eq!(found(&[key("rows"), Step::Item(0), key("what")], Part::Value), "|");
    }

    #[test]
    fn what_is_not_there_is_nowhere() {
        assert_eq!(span("title: x\n", &[key("absent")], Part::Key), 0..0);
    }
}
