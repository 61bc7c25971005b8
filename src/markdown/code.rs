//! Code blocks, coloured through classes when the page is built.

use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxSet};
use syntect::util::LinesWithEndings;

use super::html;
use super::languages::grammar;
use crate::text::escape_html;

/// Finding colours takes one to five microseconds a byte, a thousand times as long as all the rest, and nobody reads a
/// log of that length for its colours. So a block beyond these limits stays plain, and so does what follows once a
/// document has had its share.
const MOST_LINES: usize = 2_000;
/// Most grammars take quadratic time in the length of a line: sixteen lines of 1,900 tabs as SQL took three seconds.
const LONGEST_LINE: usize = 500;
/// The share of one document, in bytes: a tenth of a second at worst.
const MOST_BYTES: usize = 32_000;

/// Writes the code blocks of one document.
#[derive(Debug)]
pub(super) struct Code {
    left: usize,
}

impl Default for Code {
    fn default() -> Self {
        Self { left: MOST_BYTES }
    }
}

impl Code {
    /// One block: the words after the fence, if any, and what is inside.
    pub(super) fn block(&mut self, info: &str, body: &str) -> String {
        let language = info.split([' ', '\t', ',', '{']).next().unwrap_or_default();
        let mut out = "\n<pre class=\"code\" tabindex=\"0\"".to_owned();
        if !language.is_empty() {
            html::attr(&mut out, "data-lang", language);
        }
        out.push_str("><code>");
        match self.highlight(language, body) {
            Some(coloured) => out.push_str(&coloured),
            None => out.push_str(&escape_html(body)),
        }
        out.push_str("</code></pre>\n");
        out
    }

    fn highlight(&mut self, language: &str, body: &str) -> Option<String> {
        let token = grammar(&language.to_lowercase())?;
        let too_long = body.len() > self.left
            || LinesWithEndings::from(body).enumerate().any(|(n, line)| n >= MOST_LINES || line.len() > LONGEST_LINE);
        if too_long {
            return None;
        }
        self.left -= body.len();
        colour(token, body)
    }
}

/// The grammars, and the class of each scope that is worth a colour.
pub(super) struct Grammars {
    pub(super) syntaxes: SyntaxSet,
    classes: Vec<(Scope, &'static str)>,
}

/// Loaded with the first block of a known language; it never changes.
pub(super) static GRAMMARS: LazyLock<Grammars> = LazyLock::new(|| Grammars {
    syntaxes: SyntaxSet::load_defaults_newlines(),
    classes: CLASSES.iter().filter_map(|(name, class)| Some((Scope::new(name).ok()?, *class))).collect(),
});

/// From scope to class; the first that fits counts, so what is narrower stands first. No class: the plain colour.
///
/// A grammar names hundreds of scopes. A page with one class for each part of each of them is ten times as long, and
/// says no more than these.
const CLASSES: &[(&str, &str)] = &[
    ("comment", "hl-comment"),
    ("constant.character.escape", "hl-escape"),
    ("meta.interpolation", ""),
    ("string", "hl-string"),
    ("constant", "hl-constant"),
    ("keyword.operator.assignment", ""),
    ("keyword", "hl-keyword"),
    ("storage", "hl-keyword"),
    ("entity.name.function", "hl-function"),
    ("support.function", "hl-function"),
    ("variable.function", "hl-function"),
    ("entity.name.tag", "hl-name"),
    ("entity.other.attribute-name", "hl-name"),
    ("entity.name.section", "hl-heading"),
    ("markup.heading", "hl-heading"),
    ("entity.name", "hl-type"),
    ("entity.other.inherited-class", "hl-type"),
    ("support", "hl-type"),
    ("variable.language", "hl-constant"),
    ("markup.inserted", "hl-inserted"),
    ("markup.deleted", "hl-deleted"),
    ("meta.diff.range", "hl-heading"),
    ("meta.diff.header", "hl-comment"),
];

/// The class of the text under these scopes: that of the innermost one that has any.
fn class_of(grammars: &Grammars, stack: &ScopeStack) -> &'static str {
    let class = |scope: &Scope| grammars.classes.iter().find(|(name, _)| name.is_prefix_of(*scope)).map(|(_, c)| *c);
    stack.as_slice().iter().rev().find_map(class).unwrap_or_default()
}

/// None where the grammar loses its way.
fn colour(token: &str, body: &str) -> Option<String> {
    let grammars = &*GRAMMARS;
    let syntax = grammars.syntaxes.find_syntax_by_token(token)?;
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut spans = Spans::default();
    for line in LinesWithEndings::from(body) {
        let mut at = 0;
        for (next, change) in state.parse_line(line, &grammars.syntaxes).ok()? {
            if next > at {
                spans.push(line.get(at..next)?, class_of(grammars, &stack));
                at = next;
            }
            stack.apply(&change).ok()?;
        }
        spans.push(line.get(at..)?, class_of(grammars, &stack));
    }
    Some(spans.finish())
}

/// Spans of one class each; neighbours of the same class are one.
#[derive(Default)]
struct Spans {
    out: String,
    class: &'static str,
}

impl Spans {
    fn push(&mut self, text: &str, class: &'static str) {
        // White space has no colour, so it does not part two words of the same class.
        if class != self.class && !text.trim().is_empty() {
            self.close();
            if !class.is_empty() {
                html_open(&mut self.out, class);
            }
            self.class = class;
        }
        self.out.push_str(&escape_html(text));
    }

    fn close(&mut self) {
        if !self.class.is_empty() {
            self.out.push_str("</span>");
        }
        self.class = "";
    }

    fn finish(mut self) -> String {
        self.close();
        self.out
    }
}

fn html_open(out: &mut String, class: &str) {
    out.push_str("<span");
    html::attr(out, "class", class);
    out.push('>');
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn known_languages_are_coloured_through_classes() {
        let html = Code::default().block("bash", "# why\nexport A=\"b\"\n");
        assert!(html.starts_with(
            "\n<pre class=\"code\" tabindex=\"0\" data-lang=\"bash\"><code><span class=\"hl-comment\"># why"
        ));
        assert!(html.contains("hl-string") && !html.contains("style="), "{html}");
    }

    #[test]
    fn other_languages_are_plain() {
        let html = Code::default().block("\"><b>", "<b>");
        assert_eq!(
            html,
            "\n<pre class=\"code\" tabindex=\"0\" data-lang=\"&quot;&gt;&lt;b&gt;\"><code>&lt;b&gt;</code></pre>\n"
        );
        assert_eq!(Code::default().block("", "x"), "\n<pre class=\"code\" tabindex=\"0\"><code>x</code></pre>\n");
    }

    #[test]
    fn very_long_code_stays_plain() {
        assert!(!Code::default().block("py", &"x = 1\n".repeat(2_001)).contains("<span"));
        assert!(!Code::default().block("py", &"x=1;".repeat(600)).contains("<span"));
        let mut code = Code::default();
        let blocks: Vec<_> = (0..40).map(|_| code.block("py", &"x = 'abc'\n".repeat(100))).collect();
        assert!(blocks[0].contains("<span") && !blocks[39].contains("<span"));
    }
}
