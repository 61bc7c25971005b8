//! A short Markdown text for a message: its words, and which of them are emphasised or code.
//!
//! In: a few lines of Markdown. Out: the same text in the markup of each format. Of a link, only the text is kept.

use std::ops::Range;

use super::mrkdwn;
use crate::review::Review;
use base::text::{escape_html, first_sentences, one_line};
use html::{Piece, Tag, decode_text};
use markdown::{Options, code_span, inline_html, one_paragraph};

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
    /// Parses Markdown of a review by way of the HTML that pages show.
    pub(super) fn of(review: &Review, markdown: &str) -> Self {
        Self::read(&review.with_definitions(&one_paragraph(markdown)))
    }

    fn read(markdown: &str) -> Self {
        let html = inline_html(markdown, &Options::default());
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
        one_line(&text)
    }

    /// The same with parts replaced: `replacements` is given the whole text, and returns places in it, in order, and the texts for
    /// them. A text that stands for words of several styles has the style of the first.
    pub(super) fn with(self, replacements: impl Fn(&str) -> Vec<(Range<usize>, String)>) -> Self {
        let whole: String = self.0.iter().map(|(_, text)| text.as_str()).collect();
        let mut found = replacements(&whole).into_iter().peekable();
        // Up to where the whole text is written, and where the piece ends.
        let (mut at, mut end) = (0, 0);
        let changed = self.0.into_iter().map(|(manner, text)| {
            end += text.len();
            let mut piece = String::new();
            while let Some((place, words)) = found.next_if(|(place, _)| place.start < end) {
                piece.push_str(whole.get(at..place.start).unwrap_or_default());
                piece.push_str(&words);
                at = place.end;
            }
            piece.push_str(whole.get(at..end).unwrap_or_default());
            at = at.max(end);
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
            Manner::Code => code_span(text.trim()),
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
        let piece = |(manner, text): &(Manner, String)| {
            if text.trim().is_empty() { text.clone() } else { write(*manner, text) }
        };
        let whole: String = self.0.iter().map(piece).collect();
        one_line(&whole)
    }
}

/// Puts `mark` on both sides of the words, inside any surrounding spaces.
fn around(text: &str, mark: &str) -> String {
    let words = text.trim();
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

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn emphasis_stays_in_every_format() {
        let words = Words::read("It was told *nothing has changed*, **twice**, by `a & b` [there](x).");
        assert_eq!(words.text(), "It was told *nothing has changed*, *twice*, by `a & b` there.");
        assert_eq!(words.plain(), "It was told nothing has changed, twice, by a & b there.");
        assert_eq!(words.slack(), "It was told _nothing has changed_, *twice*, by `a &amp; b` there.");
        assert_eq!(
            words.html(),
            "It was told <em>nothing has changed</em>, <strong>twice</strong>, by <code>a &amp; b</code> there."
        );
        assert_eq!(Words::read("1 < 2 & 3_000").plain(), "1 < 2 & 3_000");
    }

    #[test]
    fn what_is_replaced_may_span_styles() {
        let words = Words::read("Thanks to **Grace** Hope, *Bo* and `x`.");
        let with = words.with(|text| {
            assert_eq!(text, "Thanks to Grace Hope, Bo and x.");
            vec![(10..20, "Watch".to_owned()), (22..24, "Keel".to_owned())]
        });
        assert_eq!(with.text(), "Thanks to *Watch*, *Keel* and `x`.");
        assert_eq!(Words::read("A*b*").with(|_| vec![(0..2, "C".to_owned())]).html(), "C");
    }

    #[test]
    fn a_cut_ends_with_a_sentence() {
        assert_eq!(Words::from("One two. Three four.").within(12), "One two.".into());
    }

    #[test]
    fn an_attribute_is_no_text() {
        assert_eq!(Words::read("[a](x \"b > c\") &lt;d").plain(), "a <d");
    }
}
