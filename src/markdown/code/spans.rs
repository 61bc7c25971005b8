//! Writes highlighted text as spans with a class each, everything escaped.

use base::text::push_escaped;

/// The highlighting classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// In the colour of the text.
    Plain,
    Comment,
    String,
    Escape,
    Constant,
    Keyword,
    Function,
    Type,
    /// A key, an attribute, a variable with its sigil.
    Name,
    Heading,
    Inserted,
    Deleted,
}

impl Class {
    /// The opening tag, with the class that the theme's `highlight.css` uses.
    fn open(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Comment => "<span class=\"hl-comment\">",
            Self::String => "<span class=\"hl-string\">",
            Self::Escape => "<span class=\"hl-escape\">",
            Self::Constant => "<span class=\"hl-constant\">",
            Self::Keyword => "<span class=\"hl-keyword\">",
            Self::Function => "<span class=\"hl-function\">",
            Self::Type => "<span class=\"hl-type\">",
            Self::Name => "<span class=\"hl-name\">",
            Self::Heading => "<span class=\"hl-heading\">",
            Self::Inserted => "<span class=\"hl-inserted\">",
            Self::Deleted => "<span class=\"hl-deleted\">",
        }
    }
}

/// Writes spans; adjacent pieces of the same class are joined.
#[derive(Debug)]
pub(super) struct Spans {
    out: String,
    class: Class,
}

impl Spans {
    /// Appends to `out`.
    pub(super) fn new(out: String) -> Self {
        Self { out, class: Class::Plain }
    }

    /// The next piece of the text.
    pub(super) fn push(&mut self, text: &str, class: Class) {
        // White space has no colour, so it does not end a span.
        let words = text.trim_ascii_start();
        self.out.push_str(&text[..text.len() - words.len()]);
        if words.is_empty() {
            return;
        }
        if class != self.class {
            self.close();
            self.out.push_str(class.open());
            self.class = class;
        }
        push_escaped(&mut self.out, words);
    }

    fn close(&mut self) {
        if self.class != Class::Plain {
            self.out.push_str("</span>");
        }
        self.class = Class::Plain;
    }

    /// Everything, closed.
    pub(super) fn finish(mut self) -> String {
        self.close();
        self.out
    }
}
