//! Paragraphs without markup except code in backticks. Most labels, titles and entries are such, and need no parser.

use base::text::push_escaped_text;

/// One paragraph: words, code, words, and so on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Simple<'t>(&'t str);

impl<'t> Simple<'t> {
    /// `None` if any part of the text, code aside, might be markup in the dialect.
    ///
    /// The check is conservative: it begins with a word or with code, so that no block begins; there are no inline markup characters and
    /// no addresses.
    pub(super) fn new(text: &'t str) -> Option<Self> {
        let begins = begins_with_word(text) || text.starts_with('`');
        let marks = text.bytes().filter(|byte| *byte == b'`').count();
        let closed = marks % 2 == 0 && (marks == 0 || !text.contains("``"));
        let simple = Self(text);
        let all = || simple.parts().all(|(part, text)| if part == Part::Code { is_code(text) } else { is_plain(text) });
        (begins && closed && !text.ends_with(' ') && all()).then_some(simple)
    }

    fn parts(self) -> impl Iterator<Item = (Part, &'t str)> {
        let part = |n: usize| if n.is_multiple_of(2) { Part::Words } else { Part::Code };
        self.0.split('`').enumerate().map(move |(n, text)| (part(n), text))
    }

    /// The text as HTML.
    pub(super) fn html(self) -> String {
        let mut out = String::with_capacity(self.0.len() + 16);
        for (part, text) in self.parts() {
            if part == Part::Words {
                out.push_str(text);
            } else {
                out.push_str("<code>");
                push_escaped_text(&mut out, text);
                out.push_str("</code>");
            }
        }
        out
    }

    /// The words alone, on one line.
    pub(super) fn plain(self) -> String {
        let words = if self.0.contains('`') { self.0.replace('`', "") } else { self.0.to_owned() };
        if words.contains('\n') { words.replace('\n', " ") } else { words }
    }
}

/// A part between two backticks, or outside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Words,
    Code,
}

/// Whether a text begins with a letter, or with a number that is not that of a list: `10:42`, but not `10. `.
fn begins_with_word(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() == text.len() { text.starts_with(char::is_alphabetic) } else { !rest.starts_with(['.', ')']) }
}

/// Whether a text has no markup characters. Beyond ASCII there are none.
fn is_plain(text: &str) -> bool {
    let is_sign = |byte: u8| PLAIN.get(usize::from(byte)).is_none_or(|plain| *plain);
    let is_blank = |c: char| !c.is_ascii() && (c.is_control() || c.is_whitespace());
    text.bytes().all(is_sign)
        && has_names_only(text)
        && (text.is_ascii() || !text.contains(is_blank))
        && !text.contains("://")
        && lines_go_on(text)
}

/// Whether each `_` is within a name: `gw_sweep`. Elsewhere it may begin or end emphasis.
fn has_names_only(text: &str) -> bool {
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = text.as_bytes();
    let is_within = |at: usize| at > 0 && is_letter(bytes.get(at - 1)) && is_letter(bytes.get(at + 1));
    text.match_indices('_').all(|(at, _)| is_within(at))
}

/// ASCII letters, digits, and punctuation without a meaning inside a line; of `_` see [`has_names_only`].
static PLAIN: [bool; 128] = {
    let signs = b" \n,.;:-/()%?!'\"=+#$@{}_";
    let mut table = [false; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    let mut sign = 0;
    while sign < signs.len() {
        table[signs[sign] as usize] = true;
        sign += 1;
    }
    table
};

/// Whether each line begins with a word, so that it begins no block, and ends with one, so that it has no hard break.
fn lines_go_on(text: &str) -> bool {
    let mut lines = text.split('\n');
    let last = lines.next_back().unwrap_or_default();
    let first = lines.next();
    first.is_none_or(|first| !first.ends_with(' ') && begins_with_word(last))
        && lines.all(|line| begins_with_word(line) && !line.ends_with(' '))
}

/// Whether this is shown unchanged as a code span: spaces at its ends might be removed.
fn is_code(text: &str) -> bool {
    let inside = |c: char| c == ' ' || !(c.is_control() || c.is_whitespace());
    !text.starts_with(' ') && !text.ends_with(' ') && text.chars().all(inside)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Simple;
    use crate::{Options, plain, render};

    #[test]
    fn what_could_be_markup_is_not_simple() {
        let simple = Simple::new("Alert fires: p99 at 900 ms (again), 5 % of it's all").unwrap();
        assert_eq!(simple.html(), "Alert fires: p99 at 900 ms (again), 5 % of it's all");
        let simple = Simple::new("`a & <b>` rose in `db-07`").unwrap();
        assert_eq!(simple.html(), "<code>a &amp; &lt;b&gt;</code> rose in <code>db-07</code>");
        assert_eq!(simple.plain(), "a & <b> rose in db-07");
        let simple = Simple::new("It’s #1: one\nof two – {a} $b").unwrap();
        assert_eq!(simple.html(), "It’s #1: one\nof two – {a} $b");
        assert_eq!(simple.plain(), "It’s #1: one of two – {a} $b");
        let simple = Simple::new("10:42 gw_sweep_2 at 3\n5 of 7").unwrap();
        assert_eq!(simple.html(), "10:42 gw_sweep_2 at 3\n5 of 7");
        for text in [
            "",
            "10. a",
            "7) a",
            "_a b_",
            "a _b",
            "a__b__",
            "a-_b",
            "- a",
            "1. a",
            "a*b*",
            "a_b_",
            "[[a]]",
            "https://a.b",
            "a\n- b",
            "a\n1. b",
            "a \nb",
            "a  \nb",
            "a\n---",
            "a\n=",
            "a\n\nb",
            "a\n b",
            "a\n`b`",
            "a\r\nb",
            "a\u{a0}b",
            "a\tb",
            "# a",
            "a ",
            "a&b",
            "<a",
            "x://y",
            "~a~",
            "a|b",
            "    a",
            "a `b",
            "a ``b`` c",
            "a ` b` c",
            "a `b\nc`",
            "```a",
        ] {
            assert!(Simple::new(text).is_none(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_simple_text_is_rendered_as_the_parser_does(
            text in "[a-zé1 ,.;:/()%?'\"=+-]{1,40}|[a-z]{1,3}[.)] ?[=:-]{1,9}|www.[a-z.]{1,9}|([a-z,.:] ?|`[a-z<&>*_\\[\\]|\\\\ ~!]{0,6}`){1,9}|([a-z#$@!{}’–().:=+-]{1,4}[ \n]?){1,9}|([a-z0-9_.:)-]{1,4}[ \n]?){1,9}"
        ) {
            if let Some(simple) = Simple::new(&text) {
                prop_assert_eq!(render::parsed_inline(&text, &Options::default()), simple.html());
                prop_assert_eq!(plain::parsed(&text), simple.plain());
            }
        }
    }
}
