//! Reads lists, and asks about texts that are probably meant as one.

use super::Node;
use super::value::Value;
use crate::diagnostics::{Code, Diagnostic};

/// The most names of services, people or tags that one field may hold. Each could become a page, so more are refused.
const MOST_NAMES: usize = 1000;

impl<'n> Node<'n> {
    /// The items of a list of texts or of mappings with the first of the keys; one of these mappings is a list of one.
    /// Another mapping is reported as a whole.
    pub fn items_with(&'n self, keys: &[&str], problems: &mut Vec<Diagnostic>) -> Vec<Node<'n>> {
        self.hyphens(problems);
        let Value::Mapping(map) = self.value else { return self.items() };
        let Some(first) = map.iter().find_map(|(key, _)| key.as_str()) else { return self.items() };
        if map.iter().any(|(key, _)| key.as_str().is_none_or(|key| keys.contains(&key))) {
            return self.items();
        }
        let hint =
            format!("begin each line with a hyphen, and put it in quotes if it has a colon: `- \"{first}: ...\"`");
        problems.push(self.wrong_type("a list").hint(hint));
        Vec::new()
    }

    /// Asks about a text that begins like an item where a list is expected: it is probably meant as one.
    fn hyphens(&self, problems: &mut Vec<Diagnostic>) {
        let Value::Text(text) = self.value else { return };
        let Some((sign, rest)) = sign_of_item(text.trim_start()) else {
            // YAML joins the lines of a text without quotes.
            if text.contains(" - ") && self.document.line_below(self.place().line).trim_start().starts_with("- ") {
                let message = format!("`{}` is read as one text, with the hyphens of the lines below", self.name());
                let problem = self.problem(Code::Inferred, message);
                problems.push(problem.hint("begin the first item with a hyphen, too: `- ...`"));
            }
            return;
        };
        let Some(first) = rest.split_whitespace().next().filter(|word| !word.starts_with('-')) else { return };
        let sign_name = if sign == "-" { "a hyphen".to_owned() } else { format!("`{sign}`") };
        let message = format!("`{}` is read as one text that begins with {sign_name}", self.name());
        // In quotes or after a `|`, a list is a text to YAML as well.
        let hint = if sign != "-" {
            format!("begin each item with a hyphen: `- {first} ...`")
        } else if rest.starts_with(char::is_whitespace) {
            "write each item on a line of its own, `- ...`, without quotes and without `|` above them".to_owned()
        } else {
            format!("write a space after the hyphen of each item: `- {first} ...`")
        };
        problems.push(self.problem(Code::Inferred, message).hint(hint));
    }

    /// The items of a list of names: too many are reported, and not read.
    pub fn names(&'n self, problems: &mut Vec<Diagnostic>) -> Vec<Node<'n>> {
        self.hyphens(problems);
        let mut items = if self.refuses_mapping(problems) { Vec::new() } else { self.items() };
        if items.len() > MOST_NAMES {
            let message = format!("`{}` holds {} items, and at most {MOST_NAMES} are read", self.name(), items.len());
            let hint = "name what matters: each of them has a page of its own";
            problems.push(self.problem(Code::WrongType, message).hint(hint));
            items.truncate(MOST_NAMES);
        }
        items
    }
}

/// The sign of a list at the beginning of a text, `-`, `•` or `1.`, and what is after it.
fn sign_of_item(text: &str) -> Option<(&str, &str)> {
    if let Some(rest) = text.strip_prefix('-') {
        return Some(("-", rest));
    }
    let number = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let signs = if number > 0 { &['.', ')'][..] } else { &['•', '·', '‣', '–', '—', '+'][..] };
    let sign = text[number..].chars().next().filter(|sign| signs.contains(sign))?;
    let (sign, rest) = text.split_at(number + sign.len_utf8());
    rest.starts_with(char::is_whitespace).then_some((sign, rest))
}
