//! Additional schemes that links may have.
//!
//! In: `links:` of the configuration. Out: schemes in lower case. Refuses invalid schemes and those that run something.

use base::diagnostics::{Code, Diagnostic};
use base::links::{is_scheme, runs};
use base::yaml::{Fields, Node};

/// `links: {schemes: [slack, ssh]}`.
pub(super) fn schemes(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<String> {
    let Some(node) = fields.get("links") else { return Vec::new() };
    let Some(links) = node.fields(&["schemes"], problems) else { return Vec::new() };
    let Some(schemes) = links.get("schemes") else { return Vec::new() };
    schemes.items().iter().filter_map(|item| scheme(item, problems)).collect()
}

fn scheme(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<String> {
    let text = node.text(problems)?;
    let name = text.trim_end_matches('/').trim_end_matches(':').to_ascii_lowercase();
    if !is_scheme(&name) {
        let problem = node.problem(Code::UnknownValue, format!("`{text}` is no scheme of an address"));
        problems.push(problem.hint("write what stands before the colon: `slack`, `ssh`, `vscode`"));
        return None;
    }
    if runs(&name) {
        let problem = node.problem(Code::UnknownValue, format!("`{name}:` is in no link of a page"));
        problems.push(problem.hint("an address of this kind can run something in the reader's browser; leave it out"));
        return None;
    }
    Some(name)
}
