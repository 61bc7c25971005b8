//! Compares the pieces with those of a browser's tokenizer, html5ever.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states::RawKind,
};
use proptest::prelude::{Just, Strategy as _, prop_oneof, proptest};

use crate::{Piece, decode_attribute, decode_text, pieces, references};

/// Tags with their attributes, comments as one word, text decoded and joined.
#[derive(Default)]
struct Judge(RefCell<Vec<String>>);

fn text(out: &mut Vec<String>, text: &str) {
    match out.last_mut().filter(|last| last.starts_with("text ")) {
        Some(last) => last.push_str(text),
        None => out.push(format!("text {text}")),
    }
}

impl TokenSink for Judge {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut out = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => {
                let attrs = tag.attrs.iter().map(|a| format!(" {}={:?}", a.name.local, a.value.to_string()));
                let attrs = attrs.collect::<Vec<_>>().concat();
                let closing = tag.kind == TagKind::EndTag;
                // The attributes of a closing tag mean nothing.
                out.push(if closing { format!("/{}", tag.name) } else { format!("{}{attrs}", tag.name) });
                if !closing && &*tag.name == "script" {
                    return TokenSinkResult::RawData(RawKind::ScriptData);
                }
                if !closing && &*tag.name == "style" {
                    return TokenSinkResult::RawData(RawKind::Rawtext);
                }
            }
            Token::CommentToken(_) | Token::DoctypeToken(_) => out.push("hidden".to_owned()),
            Token::CharacterTokens(t) => text(&mut out, &t),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn judged(html: &str) -> Vec<String> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let tokenizer = Tokenizer::new(Judge::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

fn ours(html: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (piece, range) in pieces(html) {
        match piece {
            Piece::Text => text(&mut out, &decode_text(&html[range])),
            Piece::Raw(_) => text(&mut out, &html[range]),
            // A browser ignores it.
            Piece::Declaration if &html[range.clone()] == "</>" => {}
            Piece::Comment | Piece::Declaration => out.push("hidden".to_owned()),
            Piece::Tag(tag) if !tag.ended => {}
            Piece::Tag(tag) if tag.closing => out.push(format!("/{}", tag.name.to_ascii_lowercase())),
            Piece::Tag(tag) => {
                let mut seen = Vec::new();
                let mut attrs = String::new();
                for attribute in tag.attributes() {
                    let name = attribute.name.to_ascii_lowercase();
                    // Of repeated attributes, the first counts.
                    if !seen.contains(&name) {
                        attrs.push_str(&format!(" {name}={:?}", decode_attribute(attribute.value).into_owned()));
                        seen.push(name);
                    }
                }
                out.push(format!("{}{attrs}", tag.name.to_ascii_lowercase()));
            }
        }
    }
    out
}

fn parts() -> impl proptest::strategy::Strategy<Value = String> {
    let part = prop_oneof![
        Just("<"),
        Just(">"),
        Just("</"),
        Just("/"),
        Just("="),
        Just("\""),
        Just("'"),
        Just(" "),
        Just("\n"),
        Just("a"),
        Just("B"),
        Just("script"),
        Just("style"),
        Just("<!--"),
        Just("-->"),
        Just("--!>"),
        Just("<!"),
        Just("<?"),
        Just("-"),
        Just("&amp;"),
        Just("&notit;"),
        Just("&#x41"),
        Just("&copy=1"),
        Just("ü"),
        Just("<a b='x'='y>'>"),
        Just("&semi;"),
        Just("<p title=\"1>2\">"),
        Just("</p x>"),
        Just("<script>"),
        Just("</SCRIPT >"),
        Just("<style>"),
        Just("</style>"),
    ];
    proptest::collection::vec(part, 0..14).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn tokens_are_those_of_a_browser(html in parts()) {
        // In a script, `<!--` can hide a closing tag. This reader does not handle that, and no page of ours contains
        // it.
        if !(html.contains("<script") && html.contains("<!--")) {
            assert_eq!(ours(&html), judged(&html), "{html:?}");
        }
    }

    #[test]
    fn the_pieces_are_the_whole_text(html in parts()) {
        let whole: String = pieces(&html).map(|(_, range)| &html[range]).collect();
        assert_eq!(whole, html);
    }

    #[test]
    fn references_one_by_one_are_the_text_decoded(text in parts()) {
        let (mut out, mut from) = (String::new(), 0);
        for reference in references(&text) {
            out.push_str(&text[from..reference.at]);
            out.push_str(&reference.meaning);
            from = reference.at + reference.length;
        }
        out.push_str(&text[from..]);
        assert_eq!(out, decode_text(&text));
    }
}

#[test]
fn character_data_is_text() {
    let html = "<a><![CDATA[x<b>]]>y<![CDATA[z";
    let texts: Vec<_> = pieces(html).filter(|(p, _)| *p == Piece::Text).map(|(_, range)| &html[range]).collect();
    assert_eq!(texts, ["x<b>", "y", "z"]);
}

#[test]
fn a_closing_tag_cut_off_by_the_end_closes_no_style() {
    for html in ["<style>a</style", "<script>a</script"] {
        assert_eq!(ours(html), judged(html), "{html}");
        assert_eq!(pieces(html).last().map(|(_, range)| range.end), Some(html.len()), "{html}");
    }
}

#[test]
fn a_place_is_a_byte_of_the_text() {
    let html = "é<a ü='x' b = y c>";
    let Some((Piece::Tag(tag), range)) = pieces(html).nth(1) else { panic!("no tag") };
    assert_eq!((range, tag.end), (2..html.len(), html.len()));
    for attribute in tag.attributes() {
        assert!(html[attribute.name_at..].starts_with(attribute.name), "{attribute:?}");
        assert!(html[attribute.value_at..].starts_with(attribute.value), "{attribute:?}");
    }
}
