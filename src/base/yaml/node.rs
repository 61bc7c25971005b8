//! A parsed value with its path, and the readers that turn it into typed values.

use super::Document;
use super::places::{Part, Step};
use super::value::{Mapping, Value};
use crate::diagnostics::{Code, Diagnostic, Place};

/// How many keys a hint names when a text is written where a mapping is expected.
const KEYS_NAMED: usize = 4;

/// A value that knows its path in the document.
#[derive(Debug, Clone, Copy)]
pub struct Node<'n> {
    pub(super) value: &'n Value,
    pub(super) document: &'n Document<'n>,
    trail: Trail<'n>,
}

#[derive(Debug, Clone, Copy)]
enum Trail<'n> {
    Root,
    Key(&'n Node<'n>, &'n str),
    Item(&'n Node<'n>, usize),
}

/// A mapping whose keys have been checked.
#[derive(Debug, Clone, Copy)]
pub struct Fields<'n> {
    node: &'n Node<'n>,
    map: &'n Mapping,
    is_misnamed: bool,
}

impl<'n> Node<'n> {
    pub(super) fn root(document: &'n Document<'n>, value: &'n Value) -> Self {
        Self { value, document, trail: Trail::Root }
    }

    /// The place of the value.
    #[must_use]
    pub fn place(&self) -> Place {
        self.document.place(&self.steps(), Part::Value)
    }

    /// The place of the key that leads to the value.
    #[must_use]
    pub fn key_place(&self) -> Place {
        self.document.place(&self.steps(), Part::Key)
    }

    /// The path of the value, such as `actions[2].due`.
    #[must_use]
    pub fn name(&self) -> String {
        let mut name = String::new();
        for step in self.steps() {
            match step {
                Step::Item(i) => name.push_str(&format!("[{i}]")),
                Step::Key(key) if name.is_empty() => name.push_str(&key),
                Step::Key(key) => name.push_str(&format!(".{key}")),
            }
        }
        name
    }

    fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut node = self;
        loop {
            match node.trail {
                Trail::Root => break,
                Trail::Key(parent, key) => {
                    steps.push(Step::Key(key.to_owned()));
                    node = parent;
                }
                Trail::Item(parent, i) => {
                    steps.push(Step::Item(i));
                    node = parent;
                }
            }
        }
        steps.reverse();
        steps
    }

    /// A diagnostic at this value.
    #[must_use]
    pub fn problem(&self, code: Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, message).at(self.place())
    }

    /// The diagnostic for a value of another type: what the field takes, and what it holds.
    #[must_use]
    pub fn wrong_type(&self, takes: &str) -> Diagnostic {
        let name = self.name();
        let field = if name.is_empty() { "this".to_owned() } else { format!("`{name}`") };
        self.problem(Code::WrongType, format!("{field} takes {takes}, not {}", self.describe()))
    }

    /// The diagnostic for a text that is not in the form that the field takes.
    #[must_use]
    pub fn wrong_form(&self, takes: &str) -> Diagnostic {
        let message = format!("`{}` takes {takes}, not `{}`", self.name(), self.shown());
        self.problem(Code::WrongType, message)
    }

    fn describe(&self) -> &'static str {
        match self.value {
            Value::Null => "nothing",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Mapping(_) => "a mapping",
            Value::Tagged(_) => "a value with a `!tag`",
        }
    }

    /// The mapping, after every key that is not in `known` was reported.
    pub fn fields(&'n self, known: &[&str], problems: &mut Vec<Diagnostic>) -> Option<Fields<'n>> {
        if !self.holds_keys() && !known.is_empty() {
            // `title = Outage`, `title Outage`
            let first = self.value.as_str().and_then(|text| text.split([' ', '=']).next());
            let hint = if let Some(key) = first.filter(|key| known.contains(key)) {
                format!("write a colon and a space after each key: `{key}: ...`")
            } else {
                let known: Vec<_> = known.iter().take(KEYS_NAMED).map(|key| format!("`{key}: ...`")).collect();
                let indented = if matches!(self.trail, Trail::Root) { "" } else { " and indented" };
                format!("write keys of it, one on a line{indented}, such as {}", known.join(", "))
            };
            problems.push(self.wrong_type("a mapping (`key: value` lines)").hint(hint));
            return None;
        }
        let mut fields = self.any_fields(problems)?;
        for (key, value) in fields.map.iter() {
            let Value::Text(key) = key else {
                let key = super::scalars::show(key);
                let child = Node { value, document: self.document, trail: Trail::Key(self, &key) };
                let problem = Diagnostic::new(Code::WrongType, format!("`{key}` cannot be a key"));
                problems.push(problem.at(child.key_place()).hint("write a word before the colon: `key: value`"));
                continue;
            };
            if !known.contains(&key.as_str()) {
                fields.is_misnamed = true;
                let child = Node { value, document: self.document, trail: Trail::Key(self, key) };
                let message = match self.name() {
                    name if name.is_empty() => format!("unknown key `{key}`"),
                    name => format!("unknown key `{key}` in `{name}`"),
                };
                let unknown = Diagnostic::new(Code::UnknownKey, message).at(child.key_place());
                let is_cut = value.is_null() && !matches!(self.trail, Trail::Root);
                problems.push(match super::mistake::without_space(key).filter(|_| value.is_null()) {
                    Some((key, value)) => unknown.hint(format!("write a space after the colon: `{key}: {value}`")),
                    // `{title: Copies, in both halls}` is two keys, the second without a value.
                    None if is_cut => unknown.hint("a text that holds a comma must stand in quotes inside `{...}`"),
                    // `- The renewal: nobody ran it` is a key with a value, where a text was meant.
                    None if known.contains(&"text") && key.contains(' ') => {
                        let text = super::quoted(&format!("{key}: {}", child.shown()));
                        unknown.hint(format!("a text that holds `: ` must stand in quotes: `- {text}`"))
                    }
                    // What is true or false is no text.
                    None => unknown.did_you_mean_unless(key, known.iter().copied(), |known| {
                        fields.has(known) || known == "what" && matches!(value, Value::Bool(_))
                    }),
                });
            }
        }
        Some(fields)
    }

    /// Whether it is a mapping, or a list of mappings.
    fn holds_keys(&self) -> bool {
        match self.value {
            Value::List(items) => items.is_empty() || items.iter().any(|item| matches!(item, Value::Mapping(_))),
            value => matches!(value, Value::Mapping(_)),
        }
    }

    /// The mapping, whatever its keys.
    pub fn any_fields(&'n self, problems: &mut Vec<Diagnostic>) -> Option<Fields<'n>> {
        let Value::Mapping(map) = self.value else {
            let hint = match self.value {
                Value::List(_) => "write the keys without hyphens and brackets, one on a line: `key: value`",
                _ => "write keys of it, one on a line and indented: `key: value`",
            };
            problems.push(self.wrong_type("a mapping (`key: value` lines)").hint(hint));
            return None;
        };
        Some(Fields { node: self, map, is_misnamed: false })
    }

    /// Whether the value is a mapping.
    #[must_use]
    pub fn is_mapping(&self) -> bool {
        matches!(self.value, Value::Mapping(_))
    }

    /// Whether there is nothing in it, not even in quotes.
    pub(super) fn is_blank(&self) -> bool {
        self.value.is_null() || self.value.as_str().is_some_and(|text| text.trim().is_empty())
    }

    /// Whether the value is a list.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self.value, Value::List(_))
    }

    /// The items of a list. A single value where a list is expected counts as a list of one.
    #[must_use]
    pub fn items(&'n self) -> Vec<Node<'n>> {
        match self.value {
            Value::Null => Vec::new(),
            Value::List(items) => {
                let node = |(i, value)| Node { value, document: self.document, trail: Trail::Item(self, i) };
                items.iter().enumerate().map(node).collect()
            }
            _ => vec![*self],
        }
    }
}

impl<'n> Fields<'n> {
    /// The value of a key; a key without a value counts as absent.
    #[must_use]
    pub fn get(&self, key: &'n str) -> Option<Node<'n>> {
        let value = self.map.get(key).filter(|v| !v.is_null())?;
        Some(Node { value, document: self.node.document, trail: Trail::Key(self.node, key) })
    }

    /// The place of a key, also of one without a value.
    #[must_use]
    pub fn key_place(&self, key: &str) -> Place {
        let mut steps = self.node.steps();
        steps.push(Step::Key(key.to_owned()));
        self.node.document.place(&steps, Part::Key)
    }

    /// Whether the mapping has the key, with or without a value.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.map.get(key).is_some()
    }

    /// Whether a key was reported as unknown.
    pub(super) fn is_misnamed(&self) -> bool {
        self.is_misnamed
    }

    /// The mapping itself.
    #[must_use]
    pub fn node(&self) -> &'n Node<'n> {
        self.node
    }

    /// Every key that is a text, with its value, in the order of the file.
    pub fn entries(&self) -> impl Iterator<Item = (&'n str, Node<'n>)> + use<'n> {
        let node = self.node;
        self.map.iter().filter_map(move |(key, value)| {
            let key = key.as_str()?;
            Some((key, Node { value, document: node.document, trail: Trail::Key(node, key) }))
        })
    }
}
