//! Writing attributes and addresses, each escaped in one place.

use base::text::push_escaped;

/// Appends ` name="value"`, escaped.
pub(super) fn attr(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_escaped(out, value);
    out.push('"');
}

/// Appends ` name="address"`. Characters that are invalid in an address are percent-encoded; letters of any script
/// stay, so that a fragment equals the id it names.
pub(super) fn address(out: &mut String, name: &str, value: &str) {
    let mut encoded = String::with_capacity(value.len());
    for c in value.chars() {
        if c <= ' ' || c.is_control() || matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}') {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                encoded.push('%');
                encoded.extend([byte >> 4, byte & 15].map(|n| char::from(b"0123456789ABCDEF"[usize::from(n)])));
            }
        } else {
            encoded.push(c);
        }
    }
    attr(out, name, &encoded);
}

#[cfg(test)]
mod tests {
    use super::{address, attr};

    #[test]
    fn values_cannot_leave_their_quotes() {
        let mut out = String::new();
        attr(&mut out, "title", r#"" onclick="x"#);
        assert_eq!(out, r#" title="&quot; onclick=&quot;x""#);
    }

    #[test]
    fn addresses_are_encoded_but_stay_readable() {
        let mut out = String::new();
        address(&mut out, "href", "a b/\"c\"?x=1&y=%20#時系列");
        assert_eq!(out, " href=\"a%20b/%22c%22?x=1&amp;y=%20#時系列\"");
    }
}
