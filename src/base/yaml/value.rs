//! A value as it was read.
//!
//! `serde_yaml` has its own type, whose mappings are hash tables; mappings in a review have about a dozen keys, and a
//! list is built and searched in half the time.

use std::cell::Cell;
use std::collections::HashSet;
use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};
use serde_yaml::Number;

/// Any YAML.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Value>),
    Mapping(Mapping),
    /// A value with a `!tag`; the tag is dropped.
    Tagged(Box<Value>),
}

/// Pairs in the order of the file, no key twice.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Mapping(Vec<(Value, Value)>);

impl Mapping {
    /// The value of a key that is a text.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.iter().find(|(k, _)| k.as_str() == Some(key)).map(|(_, value)| value)
    }

    /// The pairs in this order; no key may occur twice.
    pub(super) fn of(pairs: Vec<(Value, Value)>) -> Self {
        Self(pairs)
    }

    /// Every pair, mutable.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = (&mut Value, &mut Value)> {
        self.0.iter_mut().map(|(key, value)| (key, value))
    }

    /// Every pair.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Value, &Value)> {
        self.0.iter().map(|(key, value)| (key, value))
    }
}

impl Value {
    /// The text, if it is one.
    pub(super) fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// Whether there is nothing.
    pub(super) fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Reader { repeated: None }.deserialize(deserializer)
    }
}

/// Reads any value.
#[derive(Clone, Copy)]
pub(super) struct Reader<'r> {
    /// Set to true when a key is repeated, and then its last value counts. Without it, a repeated key is an error.
    pub(super) repeated: Option<&'r Cell<bool>>,
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Up to this number of keys each new one is compared with all others; larger mappings, as in hostile input, use a set.
const FEW: usize = 32;

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any YAML value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<Value, D::Error> {
        self.deserialize(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Value, A::Error> {
        let mut map: Vec<(Value, Value)> = Vec::new();
        let mut many = HashSet::new();
        while let Some(key) = pairs.next_key_seed(self)? {
            if map.len() == FEW {
                many.extend(map.iter().map(|(key, _)| format!("{key:?}")));
            }
            let few = map.len() < FEW;
            let known = if few { map.iter().any(|(k, _)| *k == key) } else { !many.insert(format!("{key:?}")) };
            if known {
                let Some(repeated) = self.repeated else { return Err(A::Error::custom(duplicate(&key))) };
                repeated.set(true);
                map.retain(|(k, _)| *k != key);
            }
            map.push((key, pairs.next_value_seed(self)?));
        }
        Ok(Value::Mapping(Mapping(map)))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Value, A::Error> {
        let (_, value) = data.variant::<IgnoredAny>()?;
        value.newtype_variant_seed(self).map(|value| Value::Tagged(Box::new(value)))
    }
}

/// In the words of `serde_yaml`.
fn duplicate(key: &Value) -> String {
    match key {
        Value::Text(key) => format!("duplicate entry with key {key:?}"),
        Value::Number(key) => format!("duplicate entry with key {key}"),
        Value::Bool(key) => format!("duplicate entry with key `{key}`"),
        Value::Null => "duplicate entry with null key".to_owned(),
        _ => "duplicate entry in YAML map".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::Value;

    fn mistake(yaml: &str) -> String {
        serde_yaml::from_str::<Value>(yaml).unwrap_err().to_string()
    }

    /// The same value as the crate's own, in the crate's own form.
    fn theirs(value: &Value) -> serde_yaml::Value {
        match value {
            Value::Null => serde_yaml::Value::Null,
            Value::Bool(b) => (*b).into(),
            Value::Number(n) => serde_yaml::Value::Number(n.clone()),
            Value::Text(text) => text.clone().into(),
            Value::List(items) => items.iter().map(theirs).collect::<Vec<_>>().into(),
            Value::Mapping(map) => {
                map.iter().map(|(k, v)| (theirs(k), theirs(v))).collect::<serde_yaml::Mapping>().into()
            }
            Value::Tagged(value) => theirs(value),
        }
    }

    #[test]
    fn every_kind_of_value_is_read_as_the_crate_reads_it() {
        let yaml = "a: [1, -2, 2.5, .inf, 0x1f, 1_000, true, ~, '1', yes]\n\"b c\": {1: x, null: y, true: z}\n\
                    c: |\n  two\n  lines\n&d d: *d\ne: 2026-03-02\nf:\n";
        let ours: Value = serde_yaml::from_str(yaml).unwrap();
        assert_eq!(theirs(&ours), serde_yaml::from_str::<serde_yaml::Value>(yaml).unwrap());
        let Value::Mapping(map) = ours else { panic!("a mapping") };
        assert_eq!(map.get("e").and_then(Value::as_str), Some("2026-03-02"));
        assert!(map.get("f").is_some_and(Value::is_null) && map.get("g").is_none());
        let tagged: Value = serde_yaml::from_str("a: !t [1]").unwrap();
        let Value::Mapping(map) = tagged else { panic!("a mapping") };
        assert!(matches!(map.get("a"), Some(Value::Tagged(value)) if matches!(**value, Value::List(_))));
    }

    #[test]
    fn a_repeated_key_is_found_however_many_there_are() {
        for yaml in ["a: 1\nb: 2\na: 3\n", "1: a\n1: b\n", "true: a\ntrue: b\n", "~: a\n~: b\n", "[a]: 1\n[a]: 2\n"] {
            assert_eq!(mistake(yaml), serde_yaml::from_str::<serde_yaml::Value>(yaml).unwrap_err().to_string());
        }
        let many = (0..500).map(|n| format!("k{n}: {n}\n")).collect::<Vec<_>>().concat();
        assert!(serde_yaml::from_str::<Value>(&many).is_ok());
        assert!(mistake(&format!("{many}k3: 1\n")).starts_with("duplicate entry with key \"k3\""));
        assert!(mistake(&format!("{many}k499: 1\n")).starts_with("duplicate entry with key \"k499\""));
    }
}
