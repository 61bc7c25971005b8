//! Quoting a text for YAML and TOML.

/// The text as a JSON string, which YAML and TOML can read as well.
#[must_use]
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::quoted;
    use crate::yaml::Document;

    #[test]
    fn what_is_written_is_read_back() {
        for text in
            ["plain", "a \"b\" \\ c", ": # - [x]", "two\nlines\tmore", "a\u{1}\u{85}\u{2028}b", "Störung 障害", ""]
        {
            let source = format!("a: {}\n", quoted(text));
            let document = Document::parse("a.yaml", &source, 0..source.len()).unwrap();
            let root = document.root();
            let read = root.any_fields(&mut Vec::new()).and_then(|fields| fields.get("a")?.as_text());
            assert_eq!(read.as_deref(), Some(text));
        }
    }
}
