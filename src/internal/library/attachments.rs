//! Files that reviews attach: only those that cannot run a script in a browser.

use super::Library;
use base::diagnostics::{Code, Diagnostic, Place};
use site::source::Sources;

/// File types in which a browser runs scripts.
const ACTIVE: [&str; 9] = ["html", "htm", "xhtml", "xht", "shtml", "js", "mjs", "xml", "xsl"];

/// Content that lets an SVG run, load or embed something.
const SUSPECT: [&str; 5] = ["<script", "javascript:", "<foreignobject", "<iframe", "<!entity"];

/// Reports attachments with active content.
pub(super) fn check(library: &Library, sources: &Sources, problems: &mut Vec<Diagnostic>) {
    for path in &library.attachments {
        let extension = path.rsplit_once('.').map(|(_, e)| e.to_lowercase()).unwrap_or_default();
        let active = match extension.as_str() {
            "svg" => match sources.bytes(path) {
                Ok(bytes) => runs_something(&String::from_utf8_lossy(&bytes)),
                Err(error) => {
                    let message = format!("`{path}` cannot be read: {error}");
                    problems.push(Diagnostic::new(Code::UnreadableFile, message).at(Place::file(path)));
                    continue;
                }
            },
            other => ACTIVE.contains(&other),
        };
        if active {
            let message = format!("`{path}` could run a script in the reader's browser");
            let hint = "attach a picture, a PDF or a text; a page can be kept as `.txt`";
            problems.push(Diagnostic::new(Code::ActiveAttachment, message).at(Place::file(path)).hint(hint));
        }
    }
}

/// Whether an SVG contains a script, an event handler, or a reference to another site.
fn runs_something(svg: &str) -> bool {
    let lower = svg.to_lowercase();
    let handler = lower.split_whitespace().any(|word| {
        let name = word.split('=').next().unwrap_or_default();
        word.contains('=') && name.starts_with("on") && name.len() > 3 && name.chars().all(|c| c.is_ascii_alphabetic())
    });
    handler || SUSPECT.iter().any(|s| lower.contains(s))
}

#[cfg(test)]
mod tests {
    use super::runs_something;

    #[test]
    fn drawings_are_still() {
        assert!(!runs_something(
            "<svg xmlns='http://www.w3.org/2000/svg'><text font-size='3'>on call = once</text></svg>"
        ));
        assert!(runs_something("<svg onload='x()'/>"));
        assert!(runs_something("<svg><SCRIPT>1</SCRIPT></svg>"));
        assert!(runs_something("<svg><a href='JavaScript:x'/></svg>"));
    }
}
