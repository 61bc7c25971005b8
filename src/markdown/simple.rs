//! Texts in which nothing is markup: most labels, titles and entries are such, and need no parser.

/// Whether `text` is its own rendering: one line of words that no rule of the dialect takes for anything else.
///
/// It says no rather than yes: the first character is a letter, so that no block begins; no sign that means
/// something inside a line is there, nor an address.
pub(super) fn is_simple(text: &str) -> bool {
    let plain = |c: char| {
        c.is_alphanumeric()
            || matches!(c, ' ' | ',' | '.' | ';' | ':' | '-' | '/' | '(' | ')' | '%' | '?' | '\'' | '"' | '=' | '+')
    };
    text.starts_with(char::is_alphabetic) && !text.ends_with(' ') && text.chars().all(plain) && !text.contains("://")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::is_simple;
    use crate::markdown::{Options, plain, render};

    #[test]
    fn what_could_be_markup_is_not_simple() {
        assert!(is_simple("Alert fires: p99 at 900 ms (again), 5 % of it's all"));
        for text in [
            "",
            "- a",
            "1. a",
            "a*b*",
            "a_b_",
            "[[a]]",
            "https://a.b",
            "a\nb",
            "a\tb",
            "# a",
            "a ",
            "a&b",
            "<a",
            "`a`",
            "x://y",
            "~a~",
            "a|b",
            "    a",
        ] {
            assert!(!is_simple(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_simple_text_is_its_own_rendering(text in "[a-zé1 ,.;:/()%?'\"=+-]{1,40}|[a-z]{1,3}[.)] ?[=:-]{1,9}|www.[a-z.]{1,9}") {
            if is_simple(&text) {
                prop_assert_eq!(render::parsed_inline(&text, &Options::default()), text.clone());
                prop_assert_eq!(plain::parsed(&text), text);
            }
        }
    }
}
