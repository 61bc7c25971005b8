//! Reads TOML into the same values as YAML, with their places.
//!
//! In: TOML. Out: a value, in the order of the file; dates and times as the text that was written. Refuses what is not
//! TOML; repeated keys are reported apart from other mistakes.

use std::collections::HashMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::places::Places;
use super::value::{Mapping, Value};

/// What was read, and what was wrong with it.
pub(super) struct Read {
    pub(super) value: Value,
    pub(super) places: Places,
    /// The places of repeated keys.
    pub(super) repeated: Vec<Range<usize>>,
    /// The first other mistake, with its place.
    pub(super) mistake: Option<(String, Range<usize>)>,
}

/// Reads a document.
pub(super) fn read(source: &str) -> Read {
    let (table, errors) = DeTable::parse_recoverable(source);
    let (mut repeated, mut mistake) = (Vec::new(), None);
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        if error.message().starts_with("duplicate key") {
            repeated.push(span);
        } else if mistake.is_none() {
            mistake = Some((error.message().to_owned(), span));
        }
    }
    let mut places = Places::in_toml();
    let root = places.value(0);
    let value = self::table(table.get_ref(), source, root, &mut places);
    Read { value, places, repeated, mistake }
}

/// Reads a table; `id` is the number of its place.
fn table(table: &DeTable<'_>, source: &str, id: usize, places: &mut Places) -> Value {
    let mut pairs: Vec<_> = table.iter().collect();
    pairs.sort_by_key(|(key, _)| key.span().start);
    let (mut values, mut starts) = (Vec::new(), HashMap::new());
    for (key, held) in pairs {
        let (value, of_value) = value(held, source, places);
        let name = key.get_ref().clone().into_owned();
        starts.insert(name.clone(), (key.span().start, of_value));
        values.push((Value::Text(name), value));
    }
    places.table(id, starts);
    Value::Mapping(Mapping::of(values))
}

fn value(held: &Spanned<DeValue<'_>>, source: &str, places: &mut Places) -> (Value, usize) {
    let id = places.value(held.span().start);
    let value = match held.get_ref() {
        DeValue::String(text) => Value::Text(text.clone().into_owned()),
        DeValue::Boolean(value) => Value::Bool(*value),
        // A number that does not fit into an `i64` stays a text.
        DeValue::Integer(number) => {
            let parsed = i64::from_str_radix(number.as_str(), number.radix()).ok();
            parsed.map_or_else(|| Value::Text(number.as_str().to_owned()), |number| Value::Number(number.into()))
        }
        DeValue::Float(number) => {
            let parsed: Option<f64> = number.as_str().parse().ok();
            parsed.map_or_else(|| Value::Text(number.as_str().to_owned()), |number| Value::Number(number.into()))
        }
        DeValue::Datetime(_) => Value::Text(source.get(held.span()).unwrap_or_default().trim().to_owned()),
        DeValue::Array(items) => {
            let (mut values, mut ids) = (Vec::new(), Vec::new());
            for item in items {
                let (value, of_value) = self::value(item, source, places);
                values.push(value);
                ids.push(of_value);
            }
            places.array(id, ids);
            Value::List(values)
        }
        DeValue::Table(inner) => table(inner, source, id, places),
    };
    (value, id)
}
