//! Several people whose names were replaced by the same words: `a colleague and a colleague` are `two colleagues`.

use base::text::{SMALL_NUMBERS, capitalised};

/// What somebody without a role in the review is called.
const ONE: &str = "a colleague";

/// The same at the beginning of a sentence.
const FIRST: &str = "A colleague";

/// What stands between two of them; commas only before one of the others.
const AND: [&str; 5] = [" and ", ", and ", " & ", " &amp; ", "/"];

/// The same text in which they are counted.
pub(super) fn counted(text: String) -> String {
    if !text.contains("colleague") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = [rest.find(ONE), rest.find(FIRST)].into_iter().flatten().min() {
        let is_word = !rest[..at].ends_with(char::is_alphanumeric);
        let after = &rest[at + ONE.len()..];
        let more = if is_word { together(after) } else { None };
        let Some((others, following)) = more else {
            out.push_str(&rest[..at + ONE.len()]);
            rest = after;
            continue;
        };
        out.push_str(&rest[..at]);
        let number = SMALL_NUMBERS.get(others + 1).map_or_else(|| (others + 1).to_string(), |word| (*word).to_owned());
        let number = if rest[at..].starts_with(FIRST) { capitalised(&number) } else { number };
        out.push_str(&number);
        out.push_str(" colleagues");
        rest = following;
    }
    out.push_str(rest);
    out
}

/// How many more of them follow, and what follows the last; none where there is none.
fn together(after: &str) -> Option<(usize, &str)> {
    let (mut others, mut rest, mut is_closed) = (0, after, false);
    loop {
        let mark =
            AND.iter().chain(&[", "]).find(|mark| rest.strip_prefix(**mark).is_some_and(|next| next.starts_with(ONE)));
        let Some(mark) = mark else { break };
        is_closed = *mark != ", ";
        others += 1;
        rest = &rest[mark.len() + ONE.len()..];
    }
    let is_whole = !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’'));
    (others > 0 && is_closed && is_whole && !rest.starts_with("&#39;")).then_some((others, rest))
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn people_without_a_role_are_counted() {
        for (text, told) in [
            ("A colleague and a colleague decide", "Two colleagues decide"),
            ("the mate, a colleague, a colleague and a colleague", "the mate, three colleagues"),
            ("ask a colleague, a colleague knows", "ask a colleague, a colleague knows"),
            ("a colleague and a colleague's boat", "a colleague and a colleague's boat"),
            ("Responder A and a colleague; her colleague", "Responder A and a colleague; her colleague"),
            (" colleague", " colleague"),
        ] {
            assert_eq!(counted(text.to_owned()), told, "{text}");
        }
    }
}
