//! A reader of raw HTML: text, opening tags, closing tags.
//!
//! It need not agree with a browser: everything that is kept is written again from these tokens. Comments are skipped.
//! A tag without an end is text, and so is every tag that an author may not use, including its content if that is not
//! HTML.

use std::collections::BTreeSet;
use std::ops::Range;

use html::{Tag, comment_end, decode_attribute, raw_text_end};

use super::elements;
use super::pairs::Pairs;
use super::token::Token;

/// Reads all tokens of one piece of raw HTML, in one pass.
pub(super) fn tokens(html: &str) -> Vec<Token<'_>> {
    placed(html).into_iter().map(|(token, _)| token).collect()
}

/// The same with the byte range of each.
pub(super) fn placed(html: &str) -> Vec<(Token<'_>, Range<usize>)> {
    let mut tags = Vec::new();
    let mut unclosed = BTreeSet::new();
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let rest = &html[start..];
        let second = rest[1..].chars().next();
        at = start + 1;
        if second.is_some_and(|c| c.is_ascii_alphabetic()) || (second == Some('/') && starts_name(&rest[2..])) {
            let Some((token, length)) = tag(rest) else { break };
            if is_markup(&token, &rest[..length]) {
                at = start + length;
                tags.push((Some(token), start..at));
            } else {
                at = start + length + foreign_content(&token, &html[start + length..], &mut unclosed);
            }
        } else if rest.starts_with("<!--") {
            at = comment_end(html, start);
            tags.push((None, start..at));
        } else if matches!(second, Some('!' | '?')) {
            at = start + declaration(rest);
        }
    }
    with_text(html, tags)
}

/// The tags of a piece with the text between them. A tag without a partner is text, except if it is the whole piece:
/// its partner may be in another piece.
fn with_text<'h>(html: &'h str, tags: Vec<(Option<Token<'h>>, Range<usize>)>) -> Vec<(Token<'h>, Range<usize>)> {
    let mut pairs = Pairs::default();
    let is_line = matches!(&*tags, [(_, span)] if *span == (0..html.len()));
    for (index, (token, _)) in tags.iter().enumerate().filter(|_| !is_line) {
        if let Some(token) = token.as_ref().filter(|token| !is_block(token)) {
            pairs.take(index, token);
        }
    }
    let alone = pairs.alone();
    let mut out = Vec::new();
    let mut from = 0;
    for (index, (token, span)) in tags.into_iter().enumerate() {
        if alone.contains(&index) {
            continue;
        }
        push_text(&mut out, html, from..span.start);
        from = span.end;
        out.extend(token.map(|token| (token, span)));
    }
    push_text(&mut out, html, from..html.len());
    out
}

/// Whether its partner may be in another piece.
fn is_block(token: &Token<'_>) -> bool {
    let (Token::Open { name, .. } | Token::Close { name }) = token else { return false };
    !matches!(elements::allowed(name), Some(elements::Class::Phrasing))
}

/// The tag that is the whole of a piece, if it is one that an author may use.
pub(super) fn whole_tag(html: &str) -> Option<Token<'_>> {
    let (token, length) = tag(html).filter(|_| starts_name(html[1..].trim_start_matches('/')))?;
    (length == html.len() && is_markup(&token, html)).then_some(token)
}

fn is_markup(token: &Token<'_>, raw: &str) -> bool {
    match token {
        Token::Text(_) => false,
        Token::Open { name, attrs } => elements::is_markup(name, attrs, raw),
        Token::Close { name } => elements::is_markup(name, &[], raw),
    }
}

fn push_text<'h>(out: &mut Vec<(Token<'h>, Range<usize>)>, html: &'h str, span: Range<usize>) {
    if let Some(text) = html.get(span.clone()).filter(|text| !text.is_empty()) {
        out.push((Token::Text(text), span));
    }
}

fn starts_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// The length of a declaration or a processing instruction, which is text.
fn declaration(rest: &str) -> usize {
    let end = if rest.starts_with("<![CDATA[") { "]]>" } else { ">" };
    rest.find(end).map_or(rest.len(), |i| i + end.len())
}

/// The length of the content of an element that holds no HTML, such as a script. Elements in `unclosed` are not
/// searched again.
fn foreign_content(token: &Token<'_>, rest: &str, unclosed: &mut BTreeSet<String>) -> usize {
    let Token::Open { name, .. } = token else { return 0 };
    if !elements::holds_no_html(name) || unclosed.contains(name) {
        return 0;
    }
    let end = raw_text_end(rest, 0, name);
    if end == rest.len() {
        unclosed.insert(name.clone());
        return 0;
    }
    end
}

/// The tag that `rest` begins with and its length; `None` if it has no end.
pub(super) fn tag(rest: &str) -> Option<(Token<'static>, usize)> {
    let tag = Tag::read(rest, 0).filter(|tag| tag.ended)?;
    let name = tag.name.to_ascii_lowercase();
    if tag.closing {
        return Some((Token::Close { name }, tag.end));
    }
    let attrs = tag.attributes().map(|a| (a.name.to_ascii_lowercase(), decode_attribute(a.value).into_owned()));
    Some((Token::Open { name, attrs: attrs.collect() }, tag.end))
}

#[cfg(test)]
mod tests {
    use super::{Token, tokens};

    fn open(name: &str, attrs: &[(&str, &str)]) -> Token<'static> {
        let attrs = attrs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        Token::Open { name: name.to_owned(), attrs }
    }

    #[test]
    fn tags_and_text_come_apart() {
        assert_eq!(
            tokens("a<B Class=x title='y &amp; z' hidden>b</b >c < d"),
            [
                Token::Text("a"),
                open("b", &[("class", "x"), ("title", "y & z"), ("hidden", "")],),
                Token::Text("b"),
                Token::Close { name: "b".to_owned() },
                Token::Text("c < d"),
            ]
        );
    }

    #[test]
    fn comments_are_no_text_and_every_other_thing_is() {
        assert_eq!(tokens("a<!-- <b> -->b"), ["a", "b"].map(Token::Text));
        assert_eq!(tokens("<!-->a"), [Token::Text("a")]);
        for text in
            ["a<?php ?>b", "<!doctype x>", "<![CDATA[<b>x</b>]]>", "<script>if (a</b) x()</SCRIPT >y", "<pod>x</pod>"]
        {
            assert_eq!(tokens(text), [Token::Text(text)]);
        }
    }

    #[test]
    fn a_tag_that_is_alone_is_text() {
        let close = |name: &str| Token::Close { name: name.to_owned() };
        for text in ["a <s> b", "a </b> b", "a <b c='>", "<u> <i>"] {
            assert_eq!(tokens(text), [Token::Text(text)]);
        }
        assert_eq!(tokens("<i>a</i></i>"), [open("i", &[]), Token::Text("a"), close("i"), Token::Text("</i>")]);
        assert_eq!(tokens("<div>a"), [open("div", &[]), Token::Text("a")]);
        assert_eq!(tokens("</div>"), [close("div")]);
    }
}
