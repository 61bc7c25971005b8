//! A reader of raw HTML: text, opening tags, closing tags.
//!
//! It need not read as a browser does: whatever is kept is written anew from these tokens, so what it takes for a
//! value or a text is what the browser will take for one. Comments are passed over. A tag that never ends is text, and so is
//! every tag that an author may not use, with all that it holds where that is no HTML.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::elements;
use super::pairs::Pairs;

/// One piece of raw HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'h> {
    /// Text, with its character references as written.
    Text(&'h str),
    /// `<name attribute="value">`; names are lower case, values decoded.
    Open { name: String, attrs: Vec<(String, String)> },
    /// `</name>`.
    Close { name: String },
}

/// Reads all tokens of one piece of raw HTML, in one pass.
pub(super) fn tokens(html: &str) -> Vec<Token<'_>> {
    placed(html).into_iter().map(|(token, _)| token).collect()
}

/// The same with the bytes that each takes up.
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
            at = start + comment(rest);
            tags.push((None, start..at));
        } else if matches!(second, Some('!' | '?')) {
            at = start + declaration(rest);
        }
    }
    with_text(html, tags)
}

/// The tags of a piece with the text between them. A tag that is alone is text, but for a piece that is one tag and nothing
/// else: whether that is closed again is not seen here.
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

/// Whether it may be closed in another piece.
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

/// The length of a comment.
fn comment(rest: &str) -> usize {
    let skip = if rest.starts_with("<!-->") || rest.starts_with("<!--->") { 2 } else { 4 };
    rest[skip..].find("-->").map_or(rest.len(), |i| skip + i + 3)
}

/// The length of a declaration or a processing instruction, which is text.
fn declaration(rest: &str) -> usize {
    let end = if rest.starts_with("<![CDATA[") { "]]>" } else { ">" };
    rest.find(end).map_or(rest.len(), |i| i + end.len())
}

/// How much follows the opening tag of an element that holds no HTML, up to its closing tag: `<b>` in a script is no bold.
/// What is in `unclosed` is not looked for again.
fn foreign_content(token: &Token<'_>, rest: &str, unclosed: &mut BTreeSet<String>) -> usize {
    let Token::Open { name, .. } = token else { return 0 };
    if !elements::holds_no_html(name) || unclosed.contains(name) {
        return 0;
    }
    let closes =
        |i: &usize| rest.as_bytes()[i + 2..].get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()));
    let found = rest.match_indices("</").map(|(i, _)| i).find(closes);
    if found.is_none() {
        unclosed.insert(name.clone());
    }
    found.unwrap_or(0)
}

/// The tag that `rest` begins with and its length; none if it never ends.
pub(super) fn tag(rest: &str) -> Option<(Token<'_>, usize)> {
    let closing = rest.starts_with("</");
    let mut at = if closing { 2 } else { 1 };
    let name = take(rest, &mut at, |c| !is_space(c) && c != '/' && c != '>').to_ascii_lowercase();
    let mut attrs = Vec::new();
    loop {
        take(rest, &mut at, |c| is_space(c) || c == '/');
        if rest[at..].starts_with('>') {
            at += 1;
            return Some((if closing { Token::Close { name } } else { Token::Open { name, attrs } }, at));
        }
        let from = at;
        at += rest[at..].chars().next()?.len_utf8();
        take(rest, &mut at, |c| !is_space(c) && !matches!(c, '/' | '>' | '='));
        let key = rest[from..at].to_ascii_lowercase();
        take(rest, &mut at, is_space);
        let mut value = Cow::Borrowed("");
        if rest[at..].starts_with('=') {
            at += 1;
            take(rest, &mut at, is_space);
            value = decode(match rest[at..].chars().next()? {
                quote @ ('"' | '\'') => {
                    let inside = &rest[at + 1..];
                    let end = inside.find(quote)?;
                    at += end + 2;
                    &inside[..end]
                }
                _ => take(rest, &mut at, |c| !is_space(c) && c != '>'),
            });
        }
        attrs.push((key, value.into_owned()));
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

fn take<'h>(text: &'h str, at: &mut usize, wanted: impl Fn(char) -> bool) -> &'h str {
    let from = *at;
    *at += text[from..].find(|c| !wanted(c)).unwrap_or(text.len() - from);
    &text[from..*at]
}

/// The longest character reference is `&CounterClockwiseContourIntegral;`.
const LONGEST_REFERENCE: usize = 40;

/// Replaces character references by what they stand for.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.bytes().take(LONGEST_REFERENCE).position(|b| b == b';').map(|i| i + 1);
        if let Some((meaning, end)) = end.and_then(|end| Some((reference(&rest[..end])?, end))) {
            out.push_str(&meaning);
            rest = &rest[end..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What one reference stands for. The Markdown parser holds the table of names, so it is asked.
fn reference(written: &str) -> Option<String> {
    let name = written.strip_prefix('&')?.strip_suffix(';')?;
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#') {
        return None;
    }
    let pieces = Parser::new(written).filter_map(|event| match event {
        Event::Text(text) => Some(text),
        _ => None,
    });
    let text = pieces.fold(String::new(), |all, piece| all + &piece);
    (text != written).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{Token, decode, tokens};

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

    #[test]
    fn references_are_decoded_and_what_is_none_stays() {
        assert_eq!(decode("java&#115;cript&colon;x"), "javascript:x");
        assert_eq!(decode("a &amp; b &nosuch; &copy; & &; &#x41;&#38;"), "a & b &nosuch; © & &; A&");
        assert_eq!(decode("&amp;lt;"), "&lt;");
    }
}
