//! The text beside a bracket on its line, in which the words or the address of a link are looked for.

/// The most characters that are looked at: a line may be a megabyte long.
pub(crate) const LONGEST: usize = 2000;

/// The text between `open` and byte `at` on its line, and where it opens.
pub(crate) fn before(body: &str, at: usize, open: char) -> Option<(usize, &str)> {
    let mut before = body[..at].char_indices().rev().take(LONGEST);
    let (opens, _) = before.find(|(_, c)| *c == open || *c == '\n').filter(|(_, c)| *c == open)?;
    Some((opens, &body[opens + open.len_utf8()..at]))
}

/// The text from byte `from` to `close` on its line, and where it ends.
pub(crate) fn until(body: &str, from: usize, close: char) -> Option<(&str, usize)> {
    let mut after = body[from..].char_indices().take(LONGEST);
    let (length, _) = after.find(|(_, c)| *c == close || *c == '\n').filter(|(_, c)| *c == close)?;
    Some((&body[from..from + length], from + length + close.len_utf8()))
}
