//! Keys that a mapping must have.

use super::{Fields, Node};
use crate::diagnostics::{Code, Diagnostic};

impl<'n> Fields<'n> {
    /// The text of a key that the mapping must have.
    pub fn required(&self, key: &'n str, problems: &mut Vec<Diagnostic>) -> Option<String> {
        self.required_value(key, problems)?.text(problems)
    }

    /// The value of a key that the mapping must have; an empty one is reported as missing.
    pub fn required_value(&self, key: &'n str, problems: &mut Vec<Diagnostic>) -> Option<Node<'n>> {
        if let Some(value) = self.get(key)
            && !value.is_blank()
        {
            return Some(value);
        }
        problems.extend(self.missing(key));
        None
    }

    /// The diagnostic for a key without a value, or for one that is not there. If another key was reported as unknown, that one
    /// is probably its misspelt name, and nothing is said.
    #[must_use]
    pub fn missing(&self, key: &str) -> Option<Diagnostic> {
        let name = self.node().name();
        if self.has(key) {
            let problem = Diagnostic::new(Code::WrongType, format!("`{name}.{key}` is empty")).at(self.key_place(key));
            return Some(problem.hint(format!("write it after the colon: `{key}: ...`")));
        }
        let problem = self.node().problem(Code::WrongType, format!("`{name}` has no `{key}`"));
        (!self.is_misnamed()).then(|| problem.hint(format!("add `{key}: ...` to it")))
    }
}

#[cfg(test)]
mod tests {
    use crate::yaml::Document;

    #[test]
    fn a_key_that_is_missing_empty_or_misspelt_is_one_message() {
        let said = |item: &str| {
            let source = format!("list: [{{{item}}}]\n");
            let document = Document::parse("a.yaml", &source, 0..source.len()).unwrap();
            let (root, mut problems) = (document.root(), Vec::new());
            let fields = root.any_fields(&mut problems).unwrap();
            let list = fields.get("list").unwrap();
            let items = list.items();
            let fields = items[0].fields(&["on", "note"], &mut problems).unwrap();
            assert_eq!(fields.required("on", &mut problems).is_some(), item.contains("on: 2026"));
            problems.into_iter().map(|problem| problem.message).collect::<Vec<_>>()
        };
        assert!(said("on: 2026, note: x").is_empty());
        assert_eq!(said("note: x"), ["`list[0]` has no `on`"]);
        assert_eq!(said("note: x, on: "), ["`list[0].on` is empty"]);
        assert_eq!(said("note: x, on: \" \""), ["`list[0].on` is empty"]);
        assert_eq!(said("note: x, date: 2026"), ["unknown key `date` in `list[0]`"]);
    }
}
