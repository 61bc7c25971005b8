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
    while let Some(at) = rest.bytes().position(|byte| MEANS_SOMETHING[usize::from(byte)]) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// The bytes that mean something to HTML. Most texts hold none, and a table finds that out fastest.
static MEANS_SOMETHING: [bool; 256] = {
    let mut table = [false; 256];
    table[b'&' as usize] = true;
    table[b'<' as usize] = true;
    table[b'>' as usize] = true;
    table[b'"' as usize] = true;
    table[b'\'' as usize] = true;
    table
};

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
    }
}
