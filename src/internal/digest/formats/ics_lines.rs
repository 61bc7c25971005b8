//! Lines of a calendar file (RFC 5545, 3.1 and 3.3.11).

/// Most octets of a line before it is folded.
const LINE: usize = 75;

/// A content line, folded and terminated.
pub(super) fn line(out: &mut String, name: &str, value: &str) {
    let mut room = LINE;
    for c in name.chars().chain([':']).chain(value.chars()).filter(|c| !c.is_control()) {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE - 1;
        }
        room -= c.len_utf8();
        out.push(c);
    }
    out.push_str("\r\n");
}

/// A line whose value is text.
pub(super) fn text(out: &mut String, name: &str, value: &str) {
    line(out, name, &escape(value));
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    // Characters that some readers take for a line break become spaces.
    for c in base::text::allowed(text.into()).chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{line, text};

    #[test]
    fn lines_are_folded_by_octets_and_never_within_a_character() {
        let mut out = String::new();
        text(&mut out, "SUMMARY", &format!("a;b,c\\d\ne{}", "é".repeat(100)));
        assert!(out.starts_with("SUMMARY:a\\;b\\,c\\\\d\\ne"));
        assert!(out.split("\r\n").all(|line| line.len() <= 75) && out.ends_with("\r\n"));
        assert_eq!(out.replace("\r\n ", "").trim_end().matches('é').count(), 100);
        let mut exact = String::new();
        line(&mut exact, "X", &"y".repeat(73));
        assert_eq!(exact.matches("\r\n").count(), 1);
    }
}
