//! Tokens that are split by a line end.

use super::Made;

/// Shorter parts are not joined.
const SHORTEST: usize = 6;

/// Lines that may contain parts of one token, joined; one group on each line.
pub(super) fn joined(text: &str) -> Option<Made> {
    let mut made = Made::default();
    let mut lines = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    let mut before = lines.next()?;
    let mut open = false;
    for (start, line) in lines {
        let mut head = before.1.trim_end_matches(|c: char| c.is_whitespace() || c == '\\');
        let mut rest = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '|' | '#'));
        if let Some((first, second)) = parts_of_a_text(head, rest) {
            (head, rest) = (first, second);
        }
        let indent = line.len() - rest.len();
        if is_broken(head, rest) {
            if !open {
                made.copy(head, before.0);
            }
            made.copy(rest.trim_end_matches(|c: char| c.is_whitespace() || c == '\\'), start + indent);
            open = true;
        } else if open {
            made.text.push('\n');
            open = false;
        }
        before = (start, line);
    }
    made.some()
}

/// A quoted string that continues in quotes on the next line, with or without an operator between.
fn parts_of_a_text<'t>(head: &'t str, rest: &'t str) -> Option<(&'t str, &'t str)> {
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let head = head.trim_end_matches(['+', '.', '&', ' ', '\t']);
    Some((head.strip_suffix(quote)?, rest.get(quote.len_utf8()..)?))
}

/// Whether the first word of the next line may continue the last word of this one: it has digits or capitals where
/// words have none, or a joining character.
fn is_broken(head: &str, rest: &str) -> bool {
    let is_token = |c: char| c.is_ascii_alphanumeric() || "_-+/.=~".contains(c);
    let last = head.get(head.trim_end_matches(is_token).len()..).unwrap_or_default();
    let first: usize = rest.chars().take_while(|c| is_token(*c)).count();
    let odd = last.bytes().zip(last.bytes().skip(1)).any(|(a, b)| {
        a.is_ascii_alphabetic() && b.is_ascii_digit() || a == b'_' || a.is_ascii_lowercase() && b.is_ascii_uppercase()
    });
    last.len() >= SHORTEST && odd && first >= 4
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn tokens_go_on_and_words_do_not() {
        let text = |text: &str| joined(text).map(|made| made.text);
        assert_eq!(text("x\nkey: ghp_a1B2c3\n  D4e5F6g7\nend").as_deref(), Some("key: ghp_a1B2c3D4e5F6g7\n"));
        assert_eq!(text("a(\"ghp_a1B2c3\" +\n  \"D4e5F6g7\")\n").as_deref(), Some("a(\"ghp_a1B2c3D4e5F6g7\")"));
        assert_eq!(text("a line of words\nand another one"), None);
    }
}
