//! Keys in pieces: `"AKIA" + "..."`, groups of four, cells of a table beside each other.

use super::Made;

/// The least length of a piece.
const SHORTEST: usize = 4;
/// The most characters between two pieces.
const WIDEST: usize = 12;

/// Each run of two or more pieces as one word, one on each line. Pieces have mixed digits and letters, or capitals
/// only.
pub(super) fn spliced(text: &str) -> Option<Made> {
    let mut made = Made::default();
    let mut run: Vec<(usize, &str)> = Vec::new();
    let mut end = 0;
    for (at, piece) in pieces(text).filter(|(_, piece)| *piece != "concat") {
        let gap = text.get(end..at).unwrap_or_default();
        let near = gap.len() <= WIDEST && is_gap(gap.strip_prefix("\".concat").unwrap_or(gap));
        if !(near && is_piece(piece)) {
            take(&mut made, &run);
            run.clear();
        }
        if is_piece(piece) {
            run.push((at, piece));
        }
        end = at + piece.len();
    }
    take(&mut made, &run);
    made.some()
}

fn take(made: &mut Made, run: &[(usize, &str)]) {
    // Capitals only may be words of a title.
    let digits = run.iter().any(|(_, piece)| piece.bytes().any(|b| b.is_ascii_digit()));
    if run.len() > 1 && digits {
        for (at, piece) in run {
            made.copy(piece, *at);
        }
        made.text.push('\n');
    }
}

/// Runs of characters that keys consist of.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_key = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'/' | b'=');
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.as_bytes().get(at..)?;
        let start = at + rest.iter().position(is_key)?;
        at = start + text.as_bytes().get(start..)?.iter().take_while(|b| is_key(b)).count();
        Some((start, text.get(start..at)?))
    })
}

/// Punctuation, quotes and white space.
fn is_gap(gap: &str) -> bool {
    gap.chars().all(|c| c.is_whitespace() || "\"'`+.,&|~<>*(){}[]$\\-:;\u{2010}\u{2011}".contains(c))
}

fn is_piece(piece: &str) -> bool {
    let has = |test: fn(&u8) -> bool| piece.as_bytes().iter().any(test);
    let capitals = piece.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let mixed = has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic);
    piece.len() >= SHORTEST && (capitals || mixed || piece.ends_with('_'))
}

#[cfg(test)]
mod tests {
    use super::spliced;

    #[test]
    fn pieces_are_put_together_and_words_are_not() {
        let text = |text: &str| spliced(text).map(|made| made.text);
        assert_eq!(text("\"AKIA\" + \"Q3EGTL7Y\"").as_deref(), Some("AKIAQ3EGTL7Y\n"));
        assert_eq!(text("the key AKIA Q3EG-TL7Y it was").as_deref(), Some("AKIAQ3EGTL7Y\n"));
        assert_eq!(text("| ghp_ | a1B2c3 |").as_deref(), Some("ghp_a1B2c3\n"));
        assert_eq!(text("\"AKIA\".concat(\"Q3EGTL7Y\")").as_deref(), Some("AKIAQ3EGTL7Y\n"));
        assert_eq!(text("plain words and one v2x of them"), None);
    }
}
