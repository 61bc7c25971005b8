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
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(entity);
        done = at + 1;
    }
    out.push_str(&text[done..]);
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
    }
}
