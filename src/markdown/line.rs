//! Escapes a one-line text so that it does not begin a quote, heading, list, code block or rule.
//!
//! In: what an author wrote in a field of one line. Out: Markdown that is one paragraph with the same words. A text of
//! several lines may have blocks and is not changed.

/// The text with the character escaped that would begin a block.
#[must_use]
pub fn as_inline(text: &str) -> String {
    let line = text.trim();
    if line.contains(['\n', '\r']) {
        return text.to_owned();
    }
    let (head, tail) = line.split_at(leading(line));
    let escaped: String = head.chars().flat_map(|sign| ['\\', sign]).collect();
    match numbered(line) {
        Some(digits) => format!("{}\\{}", &line[..digits], &line[digits..]),
        None => escaped + tail,
    }
}

/// How many bytes at the beginning would begin a block; each is ASCII.
fn leading(line: &str) -> usize {
    let Some(first) = line.chars().next() else { return 0 };
    let run = line.bytes().take_while(|byte| char::from(*byte) == first).count();
    let ends = line[run..].chars().next().is_none_or(char::is_whitespace);
    let begins = match first {
        '>' => return 1,
        '#' => run <= 6 && ends,
        '-' | '+' | '*' => run == 1 && ends || is_rule(line, first),
        '_' => is_rule(line, first),
        // With further backticks it is inline code and not a block.
        '`' => run >= 3 && !line[run..].contains('`'),
        '~' => run >= 3,
        '[' => run == 1 && line.split_once(']').is_some_and(|(_, rest)| rest.starts_with(':')),
        _ => false,
    };
    match first {
        _ if !begins => 0,
        '#' | '-' | '+' | '[' => 1,
        _ => run,
    }
}

/// Whether a line is three or more of one character, and spaces.
fn is_rule(line: &str, sign: char) -> bool {
    line.chars().all(|c| c == sign || matches!(c, ' ' | '\t')) && line.chars().filter(|c| *c == sign).count() >= 3
}

/// The position of the `.` or `)` after a number that would begin a list.
fn numbered(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[digits..].strip_prefix(['.', ')'])?;
    ((1..=9).contains(&digits) && rest.chars().next().is_none_or(char::is_whitespace)).then_some(digits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::as_inline;
    use crate::{Options, inline_html, plain_text, to_html};

    #[rustfmt::skip]
    const PIECES: &[&str] = &[
        ">", "> ", "#", "# ", "## ", "####### ", "-", "- ", "+ ", "* ", "*", "**", "---", "- - -", "***", "___", "===", "~~~", "~~~ ",
        "```", "``` ", "`", "[ref]: ", "[^1]: ", "[ ] ", "[x]", "2. ", "10) ", "1234567890. ", "|", "a", "b c", " ", "500 ms", "é", "時",
    ];

    /// The words of HTML.
    fn words(html: &str) -> String {
        let mut out = String::new();
        let mut inside = false;
        for c in html.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                c if !inside => out.push(c),
                _ => {}
            }
        }
        let out = out
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn plain(text: &str) -> String {
        plain_text(text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_sign_at_the_beginning_is_a_sign() {
        for text in [
            "> 500 ms at the till is an outage",
            "2. second try",
            "10) tenth",
            "1.",
            "# x",
            "###### x",
            "#",
            "- x",
            "-",
            "+ x",
            "* x",
            "~~~ x",
            "~~~~",
            "``` x",
            "```",
            "[ref]: x",
            "[^1]: x",
            "---",
            "- - -",
            "***",
            "* * *",
            "___",
            "===",
            "> # - x",
            ">",
        ] {
            let inline = as_inline(text);
            assert_eq!(plain(&inline), text);
            assert_eq!(words(&inline_html(&inline, &Options::default())), text);
            assert_eq!(words(&to_html(&inline, &Options::default())), text);
        }
    }

    #[test]
    fn what_is_markup_in_a_line_stays_markup() {
        for text in [
            "*a* b",
            "**a**",
            "_a_ b",
            "`a` b",
            "``` a ``` b",
            "[a](b)",
            "#hash",
            "-5 %",
            "1.5 s",
            "~~a~~",
            "+1",
            "a > b",
            "two\n> lines",
            "",
        ] {
            assert_eq!(as_inline(text), text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn plain_words_and_pages_say_the_same(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..6)) {
            let text = as_inline(&pieces.concat());
            let wanted = plain(&text);
            prop_assert_eq!(&words(&inline_html(&text, &Options::default())), &wanted, "{}", text);
            prop_assert_eq!(&words(&to_html(&text, &Options::default())), &wanted, "{}", text);
            let count = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
            // Every letter and digit is still there; none of these pieces has letters in its markup.
            prop_assert_eq!(count(&wanted), count(&pieces.concat()), "{}", text);
        }
    }
}
