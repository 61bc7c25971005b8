//! The names that a key of another generator holds.

use base::yaml::Node;

/// The names in a list, or in a line with commas; for a mapping, its `name`.
pub(super) fn names(node: &Node<'_>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for item in node.names(&mut Vec::new()) {
        let named = if item.is_mapping() {
            item.any_fields(&mut Vec::new()).and_then(|fields| fields.text("name", &mut Vec::new()))
        } else {
            item.as_text()
        };
        let text = named.unwrap_or_default();
        // Each item of a list is one name; a line is split at its commas.
        let parts: Vec<_> = if node.is_list() { vec![text.as_str()] } else { text.split([',', ';']).collect() };
        for part in parts.into_iter().map(str::trim).filter(|part| !base::text::slug(part).is_empty()) {
            if !all.iter().any(|known| known == part) {
                all.push(part.to_owned());
            }
        }
    }
    all
}
