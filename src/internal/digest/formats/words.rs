//! A short Markdown text for a message: its words, and which of them are emphasised or code.
//!
//! In: a few lines of Markdown. Out: the same text in the markup of each format. Of a link, only the text is kept.

use super::mrkdwn;
use base::text::{escape_html, first_sentences};
use html::{Piece, Tag, decode_text};
use markdown::{Options, inline_html, one_paragraph};

/// Pieces of text in order, each with its style.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words(Vec<(Manner, String)>);

/// The style of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Manner {
    #[default]
    Plain,
    Emphasis,
    Strong,
    Code,
}

impl From<String> for Words {
    fn from(plain: String) -> Self {
        Self(vec![(Manner::Plain, plain)])
    }
}

impl From<&str> for Words {
    fn from(plain: &str) -> Self {
        plain.to_owned().into()
    }
}

impl Words {
    /// Parses Markdown by way of the HTML that pages show.
    pub(super) fn of(markdown: &str) -> Self {
        let html = inline_html(&one_paragraph(markdown), &Options::default());
        let mut words: Vec<(Manner, String)> = Vec::new();
        let mut open: Vec<Manner> = Vec::new();
        for (piece, range) in html::pieces(&html) {
            match piece {
                Piece::Text => {
                    push(&mut words, open.last().copied().unwrap_or_default(), &decode_text(&html[range]));
                }
                Piece::Tag(tag) => {
                    mark(&tag, &mut open);
                    if tag.name == "br" {
                        push(&mut words, Manner::Plain, " ");
                    }
                }
                Piece::Comment | Piece::Declaration | Piece::Raw(_) => {}
            }
        }
        Self(words)
    }

    /// The plain text, on one line.
    pub(super) fn plain(&self) -> String {
        let text: String = self.0.iter().map(|(_, text)| text.as_str()).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The same with each piece of text changed; `change` is given the text before a piece, and the piece.
    pub(super) fn changed(self, change: impl Fn(&str, &str) -> String) -> Self {
        let mut before = String::new();
        let changed = self.0.into_iter().map(|(manner, text)| {
            let piece = change(&before, &text);
            before.push_str(&text);
            (manner, piece)
        });
        Self(changed.collect())
    }

    /// Cuts to the whole sentences in the first `most` characters; a text that is cut loses its emphasis.
    pub(super) fn within(self, most: usize) -> Self {
        let plain = self.plain();
        if plain.chars().count() <= most { self } else { first_sentences(&plain, most).into() }
    }

    /// For plain text: `*emphasis*` and `` `code` ``.
    pub(super) fn text(&self) -> String {
        self.written(|manner, text| match manner {
            Manner::Plain => text.to_owned(),
            Manner::Emphasis | Manner::Strong => around(text, "*"),
            Manner::Code => around(text, "`"),
        })
    }

    /// For Markdown; `escape` escapes plain text.
    pub(super) fn markdown(&self, escape: impl Fn(&str) -> String) -> String {
        self.written(|manner, text| match manner {
            Manner::Plain => escape(text),
            Manner::Emphasis => around(&escape(text), "*"),
            Manner::Strong => around(&escape(text), "**"),
            Manner::Code => fenced(text),
        })
    }

    /// For Slack: `_emphasis_`, `*strong*` and `` `code` ``.
    pub(super) fn slack(&self) -> String {
        self.written(|manner, text| match manner {
            Manner::Plain => mrkdwn::plain(text),
            Manner::Emphasis => around(&mrkdwn::emphasised(text), "_"),
            Manner::Strong => around(&mrkdwn::emphasised(text), "*"),
            Manner::Code => around(&mrkdwn::escape(text), "`"),
        })
    }

    /// For an e-mail.
    pub(super) fn html(&self) -> String {
        self.written(|manner, text| {
            let text = escape_html(text);
            match manner {
                Manner::Plain => text,
                Manner::Emphasis => format!("<em>{text}</em>"),
                Manner::Strong => format!("<strong>{text}</strong>"),
                Manner::Code => format!("<code>{text}</code>"),
            }
        })
    }

    fn written(&self, write: impl Fn(Manner, &str) -> String) -> String {
        let whole: String = self.0.iter().map(|(manner, text)| write(*manner, text)).collect();
        whole.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Puts `mark` on both sides of the words, inside any surrounding spaces.
fn around(text: &str, mark: &str) -> String {
    let words = text.trim();
    if words.is_empty() {
        return text.to_owned();
    }
    let at = text.find(words).unwrap_or(0);
    let (before, after) = (&text[..at], &text[at + words.len()..]);
    format!("{before}{mark}{words}{mark}{after}")
}

fn push(words: &mut Vec<(Manner, String)>, manner: Manner, text: &str) {
    match words.last_mut() {
        Some((last, before)) if *last == manner => before.push_str(text),
        _ => words.push((manner, text.to_owned())),
    }
}

fn mark(tag: &Tag<'_>, open: &mut Vec<Manner>) {
    let manner = match tag.name {
        "em" | "i" => Manner::Emphasis,
        "strong" | "b" => Manner::Strong,
        "code" | "kbd" => Manner::Code,
        _ => return,
    };
    if tag.closing {
        open.pop();
    } else {
        open.push(manner);
    }
}

/// Code in Markdown, between more backticks than stand next to each other in it.
fn fenced(code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let mark = "`".repeat(longest + 1);
    let words = code.trim();
    if words.starts_with('`') || words.ends_with('`') {
        return format!("{mark} {words} {mark}");
    }
    around(code, &mark)
}

#[cfg(test)]
mod tests {
    use super::{Options, Words, fenced, inline_html};

    #[test]
    fn emphasis_stays_in_every_format() {
        let words = Words::of("It was told *nothing has changed*, **twice**, by `a & b` [there](x).");
        assert_eq!(words.text(), "It was told *nothing has changed*, *twice*, by `a & b` there.");
        assert_eq!(words.plain(), "It was told nothing has changed, twice, by a & b there.");
        assert_eq!(words.slack(), "It was told _nothing has changed_, *twice*, by `a &amp; b` there.");
        assert_eq!(
            words.html(),
            "It was told <em>nothing has changed</em>, <strong>twice</strong>, by <code>a &amp; b</code> there."
        );
        assert_eq!(Words::of("1 < 2 & 3_000").plain(), "1 < 2 & 3_000");
    }
    #[test]
    fn code_stays_code_in_markdown_whatever_it_holds() {
        for code in ["x", "a `b` c", "`", "``x", "a ``` b"] {
            let written = fenced(code);
            let html = inline_html(&written, &Options::default());
            assert_eq!(html, format!("<code>{code}</code>"), "{written}");
        }
    }

    #[test]
    fn a_list_stays_in_parts_and_a_cut_ends_with_a_sentence() {
        let words = Words::of("**Test** it:\n- run `a`\n- stop\n");
        assert_eq!(words.text(), "*Test* it: run `a`; stop");
        assert_eq!(Words::from("One two. Three four.").within(12), "One two.".into());
    }

    #[test]
    fn an_attribute_is_no_text() {
        assert_eq!(Words::of("[a](x \"b > c\") &lt;d").plain(), "a <d");
    }
}
