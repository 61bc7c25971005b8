//! HTML escaping for the few places that write HTML without a template (charts, highlighted code).

/// Escapes `& < > " '`, so that the result is safe as text and inside a quoted attribute.
#[must_use]
pub fn escape_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    push_escaped(&mut out, text);
    out
}

/// Appends the same to `out`.
pub fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some((before, entity, after)) = next_special(rest) {
        out.push_str(before);
        out.push_str(entity);
        rest = after;
    }
    out.push_str(rest);
}

/// The first special character: the text before it, its entity, and the text after it.
fn next_special(text: &str) -> Option<(&str, &'static str, &str)> {
    // Most texts hold none, so whole blocks are looked through first.
    let (blocks, _) = text.as_bytes().as_chunks();
    let skipped = blocks.iter().take_while(|block| !has_special(block)).count() * BLOCK;
    let at = skipped + text.bytes().skip(skipped).position(|byte| SPECIAL.contains(&byte))?;
    let (before, special) = text.split_at_checked(at)?;
    let (special, after) = special.split_at_checked(1)?;
    let entity = match special {
        "&" => "&amp;",
        "<" => "&lt;",
        ">" => "&gt;",
        "\"" => "&quot;",
        _ => "&#39;",
    };
    Some((before, entity, after))
}

const SPECIAL: [u8; 5] = *b"&<>\"'";
const BLOCK: usize = 16;

/// Whether a block contains a special character. Counting needs no branch for each byte, so that all bytes are compared
/// at once.
fn has_special(block: &[u8; BLOCK]) -> bool {
    let count = |special: u8| block.iter().map(|byte| u8::from(*byte == special)).sum::<u8>();
    SPECIAL.into_iter().map(count).sum::<u8>() > 0
}

/// Appends `text` with `& < >` escaped, which is all that running text needs: quotes stay as they were typed.
pub fn push_escaped_text(out: &mut String, text: &str) {
    let mut done = 0;
    for at in memchr::memchr3_iter(b'&', b'<', b'>', text.as_bytes()) {
        out.push_str(&text[done..at]);
        out.push_str(match text.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            _ => "&gt;",
        });
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

#[cfg(test)]
mod tests {
    use super::{escape_html, push_escaped_text};

    #[test]
    fn running_text_keeps_its_quotes() {
        let mut out = String::new();
        push_escaped_text(&mut out, "a<b> & \"c\" 'é'");
        assert_eq!(out, "a&lt;b&gt; &amp; \"c\" 'é'");
    }

    #[test]
    fn nothing_is_left_that_means_something() {
        assert_eq!(escape_html("a<b> & \"c\" 'é'"), "a&lt;b&gt; &amp; &quot;c&quot; &#39;é&#39;");
        assert_eq!(escape_html(""), "");
        let long = "sixteen bytes of plain text, then — in the third block — a < and the rest";
        assert_eq!(escape_html(long), long.replace('<', "&lt;"));
    }
}
