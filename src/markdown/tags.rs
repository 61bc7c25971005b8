//! A reader of raw HTML: text, opening tags, closing tags.
//!
//! It need not read as a browser does: whatever is kept is written anew from these tokens, so what it takes for a
//! value or a text is what the browser will take for one. Comments, declarations and the content of `script` and
//! `style` are not text and are passed over. A tag that never ends is text, and so is one that is none.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser};

use super::elements;

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
    let mut out = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let rest = &html[start..];
        let second = rest[1..].chars().next();
        if second.is_some_and(|c| c.is_ascii_alphabetic()) || (second == Some('/') && starts_name(&rest[2..])) {
            let Some((token, end)) = tag(rest) else { break };
            if !is_markup(&token, &rest[..end]) {
                at = start + end;
                continue;
            }
            push_text(&mut out, &html[from..start]);
            at = start + end;
            at += hidden_content(&token, &html[at..]);
            out.push(token);
        } else if matches!(second, Some('!' | '?' | '/')) {
            push_text(&mut out, &html[from..start]);
            at = start + comment(rest);
        } else {
            at = start + 1;
            continue;
        }
        from = at;
    }
    push_text(&mut out, &html[from..]);
    out
}

fn is_markup(token: &Token<'_>, raw: &str) -> bool {
    match token {
        Token::Text(_) => false,
        Token::Open { name, attrs } => elements::is_markup(name, attrs, raw),
        Token::Close { name } => elements::is_markup(name, &[], raw),
    }
}

fn push_text<'h>(out: &mut Vec<Token<'h>>, text: &'h str) {
    if !text.is_empty() {
        out.push(Token::Text(text));
    }
}

fn starts_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// The length of a comment, declaration or processing instruction.
fn comment(rest: &str) -> usize {
    let (skip, end) = if rest.starts_with("<!--") {
        (if rest.starts_with("<!-->") || rest.starts_with("<!--->") { 2 } else { 4 }, "-->")
    } else if rest.starts_with("<![CDATA[") {
        (9, "]]>")
    } else {
        (1, ">")
    };
    rest[skip..].find(end).map_or(rest.len(), |i| skip + i + end.len())
}

/// How much follows an opening `script` or `style` before its closing tag: code, not text.
fn hidden_content(token: &Token<'_>, rest: &str) -> usize {
    let Token::Open { name, .. } = token else { return 0 };
    if name != "script" && name != "style" {
        return 0;
    }
    let closes =
        |i: &usize| rest.as_bytes()[i + 2..].get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()));
    rest.match_indices("</").map(|(i, _)| i).find(closes).unwrap_or(rest.len())
}

/// The tag that `rest` begins with and its length; none if it never ends.
fn tag(rest: &str) -> Option<(Token<'_>, usize)> {
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
    fn comments_and_code_are_no_text() {
        assert_eq!(tokens("a<!-- <b> -->b<?php ?>c<!doctype x>d"), ["a", "b", "c", "d"].map(Token::Text));
        assert_eq!(tokens("<!-->a"), [Token::Text("a")]);
        assert_eq!(
            tokens("<script>if (a</b) x()</SCRIPT >y"),
            [open("script", &[]), Token::Close { name: "script".to_owned() }, Token::Text("y")]
        );
    }

    #[test]
    fn a_tag_that_never_ends_is_text() {
        assert_eq!(tokens("a <b c='>"), [Token::Text("a <b c='>")]);
    }

    #[test]
    fn references_are_decoded_and_what_is_none_stays() {
        assert_eq!(decode("java&#115;cript&colon;x"), "javascript:x");
        assert_eq!(decode("a &amp; b &nosuch; &copy; & &; &#x41;&#38;"), "a & b &nosuch; © & &; A&");
        assert_eq!(decode("&amp;lt;"), "&lt;");
    }
}
