//! Texts, numbers, booleans and lists of them.

use super::value::Value;
use super::{Fields, Node};
use crate::diagnostics::{Code, Diagnostic};

impl Node<'_> {
    /// The text without white space around it. A whole number counts as a text.
    pub fn text(&self, problems: &mut Vec<Diagnostic>) -> Option<String> {
        if let Some(text) = self.as_text() {
            return Some(text);
        }
        match self.value {
            Value::Text(_) | Value::Number(_) | Value::Bool(_) => {
                problems.push(self.wrong_type("a text").hint("put it in quotes"));
                None
            }
            Value::List(items) => {
                let texts: Option<Vec<_>> = items.iter().map(Value::as_str).collect();
                let hint = match texts.as_deref() {
                    // Of several names one text can be made, as pages show it.
                    Some(texts) if !texts.is_empty() => {
                        let text = texts.join(", ");
                        let name = self.name();
                        match name.rsplit('.').next().filter(|key| !key.ends_with(']')) {
                            Some(key) => format!("write one text, without brackets: `{key}: {}`", super::quoted(&text)),
                            None => format!("take out its brackets, so that each is an item of its own: `{text}`"),
                        }
                    }
                    _ => "write one text; a text with `[` stands in quotes".to_owned(),
                };
                problems.push(self.wrong_type("a text").hint(hint));
                None
            }
            Value::Mapping(_) => {
                let hint = "write one text; a text with `: ` or `{` stands in quotes";
                problems.push(self.wrong_type("a text").hint(hint));
                None
            }
            Value::Tagged(_) => {
                problems.push(self.wrong_type("a text").hint("a text that begins with `!` stands in quotes"));
                None
            }
            Value::Null => {
                problems.push(self.wrong_type("a text").hint("write it, or take the empty place out"));
                None
            }
        }
    }

    /// The same; `None` for any other value, which is not reported.
    #[must_use]
    pub fn as_text(&self) -> Option<String> {
        match self.value {
            Value::Text(text) => Some(text.trim().to_owned()),
            Value::Number(number) if number.is_i64() || number.is_u64() => Some(number.to_string()),
            _ => None,
        }
    }

    /// The text of a field that takes one in a form of its own, such as a day: another value cannot be made one with quotes.
    pub fn text_in_form(&self, takes: &str, hint: &str, problems: &mut Vec<Diagnostic>) -> Option<String> {
        let text = self.as_text();
        if text.is_none() {
            problems.push(self.wrong_type(takes).hint(hint));
        }
        text
    }

    /// Reports a mapping where a list of texts is expected; returns whether it is one.
    pub fn refuses_mapping(&self, problems: &mut Vec<Diagnostic>) -> bool {
        let Some(fields) = self.is_mapping().then(|| self.any_fields(problems)).flatten() else { return false };
        let keys: Vec<_> = fields.entries().map(|(key, _)| key).collect();
        let name = self.name();
        let key = name.rsplit('.').next().unwrap_or_default();
        let hint = format!("write the names alone, in brackets: `{key}: [{}]`", keys.join(", "));
        problems.push(self.wrong_type("a list of texts").hint(hint));
        true
    }

    /// Names separated by commas or semicolons in one text where a list is expected, with a note; `None` for anything else.
    pub fn comma_list(&self, problems: &mut Vec<Diagnostic>) -> Option<Vec<String>> {
        let Value::Text(text) = self.value else { return None };
        // A list in quotes or in round brackets is a text to YAML.
        let text = text.trim();
        let inside = |open, close| text.strip_prefix(open).and_then(|text| text.strip_suffix(close));
        let listed = inside('[', ']').or_else(|| inside('(', ')')).unwrap_or(text);
        let bare = |name: &'_ str| name.trim().trim_matches(['"', '\'']).to_owned();
        let names = listed.split([',', ';']).map(bare).filter(|name| !name.is_empty());
        let names: Vec<_> = names.collect();
        if names.is_empty() || (names.len() < 2 && listed.len() == text.len()) || text.contains('\n') {
            return None;
        }
        let name = self.name();
        let message = format!("`{name}` is read as a list of {}", names.len());
        let last = name.rsplit('.').next().unwrap_or_default();
        let hint =
            format!("write it as one: `{last}: [{}]`; a name with a comma stands in quotes there", names.join(", "));
        problems.push(self.problem(Code::Inferred, message).hint(hint));
        Some(names)
    }

    /// The value, if it is `true` or `false`.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(value) = self.value { Some(*value) } else { None }
    }

    /// Strictly `true` or `false`.
    pub fn boolean(&self, problems: &mut Vec<Diagnostic>) -> Option<bool> {
        if let Value::Bool(value) = self.value {
            return Some(*value);
        }
        problems.push(self.wrong_type("true or false").hint("write `true` or `false`, without quotes"));
        None
    }

    /// One of a fixed list of words; `-` and `_` are the same, and so are upper and lower case.
    pub fn choice<T: Copy>(&self, choices: &[(&str, T)], problems: &mut Vec<Diagnostic>) -> Option<T> {
        let names = choices.iter().map(|(name, _)| *name);
        let Some(text) = self.as_text() else {
            problems.push(self.wrong_type("one word").did_you_mean("", names));
            return None;
        };
        let plain = text.to_lowercase().replace(['-', ' '], "_");
        if let Some((_, value)) = choices.iter().find(|(name, _)| *name == plain) {
            return Some(*value);
        }
        let message = format!("`{}` cannot be `{text}`", self.name());
        problems.push(self.problem(Code::UnknownValue, message).did_you_mean(&text, names));
        None
    }

    /// A number, a range or words (`12`, `"10-20"`, `about 400`, `yes`, true): anything that is one line.
    pub fn words(&self, problems: &mut Vec<Diagnostic>) -> Option<String> {
        match self.value {
            Value::Bool(true) => Some("yes".to_owned()),
            Value::Bool(false) => Some("no".to_owned()),
            Value::Number(number) => Some(number.to_string()),
            _ => self.text(problems),
        }
    }

    /// The value as one line of YAML, for display.
    #[must_use]
    pub fn shown(&self) -> String {
        show(self.value)
    }
}

pub(super) fn show(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(b) => b.to_string(),
        Value::Number(n) => n.to_string(),
        Value::Text(text) => text.clone(),
        Value::List(items) => items.iter().map(show).collect::<Vec<_>>().join(", "),
        Value::Mapping(map) => {
            let pairs = map.iter().map(|(k, v)| format!("{}: {}", show(k), show(v)));
            pairs.collect::<Vec<_>>().join("; ")
        }
        Value::Tagged(value) => show(value),
    }
}

impl<'n> Fields<'n> {
    /// The text of a key; an empty one counts as absent.
    pub fn text(&self, key: &'n str, problems: &mut Vec<Diagnostic>) -> Option<String> {
        self.get(key)?.text(problems).filter(|text| !text.is_empty())
    }

    /// The texts of a key: a list, or a single text.
    pub fn texts(&self, key: &'n str, problems: &mut Vec<Diagnostic>) -> Vec<String> {
        let Some(node) = self.get(key) else { return Vec::new() };
        if node.refuses_mapping(problems) {
            return Vec::new();
        }
        node.items().iter().filter_map(|item| item.text(problems)).filter(|text| !text.is_empty()).collect()
    }

    /// The same for names: a text with commas is split into a list, with a note.
    pub fn names(&self, key: &'n str, problems: &mut Vec<Diagnostic>) -> Vec<String> {
        match self.get(key).and_then(|node| node.comma_list(problems)) {
            Some(names) => names,
            None => self.texts(key, problems),
        }
    }

    /// The boolean of a key, false when absent.
    pub fn flag(&self, key: &'n str, problems: &mut Vec<Diagnostic>) -> bool {
        self.get(key).and_then(|node| node.boolean(problems)).unwrap_or(false)
    }

    /// One of a fixed list of words.
    pub fn choice<T: Copy>(&self, key: &'n str, choices: &[(&str, T)], problems: &mut Vec<Diagnostic>) -> Option<T> {
        self.get(key)?.choice(choices, problems)
    }

    /// A number, a range or words of one line.
    pub fn words(&self, key: &'n str, problems: &mut Vec<Diagnostic>) -> Option<String> {
        self.get(key)?.words(problems).filter(|text| !text.is_empty())
    }
}
