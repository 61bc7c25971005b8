//! Names in lists that hold more than a name: what stood between them or around them in another notation.

use base::diagnostics::{Code, Diagnostic};
use base::yaml::Node;

/// Quotation marks that YAML does not know.
const QUOTES: [char; 9] = ['“', '”', '„', '‟', '‘', '’', '‚', '«', '»'];

/// Asks about one name, which is an item of a list.
pub(super) fn ask(item: &Node<'_>, name: &str) -> Option<Diagnostic> {
    let (what, hint) = if name.contains(';') {
        let names: Vec<_> = name.split(';').map(str::trim).filter(|name| !name.is_empty()).collect();
        ("as one name", format!("divide names with commas: `[{}]`", names.join(", ")))
    } else if let Some(bare) = name.strip_suffix(',') {
        ("with its comma", format!("items on lines of their own have no comma after them: `- {}`", bare.trim_end()))
    } else if name.starts_with(QUOTES) && name.ends_with(QUOTES) {
        ("with its quotation marks", format!("write it without them: `{}`", name.trim_matches(QUOTES)))
    } else {
        return None;
    };
    Some(item.problem(Code::Inferred, format!("`{}` is read {what}: `{name}`", item.name())).hint(hint))
}
