//! JSON inside a classic script, so that it can neither end the script element nor break off a line.

use std::fmt::Write as _;

/// `debriefSearch.NAME(ARGUMENT,…);`: each argument is a JSON text, read by the browser as a literal.
pub(super) fn call(name: &str, arguments: &[&str]) -> String {
    let mut out = format!("debriefSearch.{name}(");
    for (at, argument) in arguments.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        for c in argument.chars() {
            match c {
                // In JSON these stand only inside strings, where an escape means the same.
                '<' | '\u{2028}' | '\u{2029}' => escape(&mut out, c),
                c => out.push(c),
            }
        }
    }
    out.push_str(");\n");
    out
}

/// `debriefSearch.NAME('JSON');`: the JSON as a string, which the browser's JSON parser reads in half the time of a
/// literal. Worth it for megabytes only, and single quotes keep the double ones of the JSON as they are.
pub(super) fn call_with_text(name: &str, json: &str) -> String {
    let mut out = String::with_capacity(json.len() + json.len() / 64 + 64);
    out.push_str("debriefSearch.");
    out.push_str(name);
    out.push_str("('");
    for c in json.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\'' => out.push_str("\\'"),
            '<' | '\u{2028}' | '\u{2029}' | '\n' | '\r' => escape(&mut out, c),
            c => out.push(c),
        }
    }
    out.push_str("');\n");
    out
}

fn escape(out: &mut String, c: char) {
    // Writing to a string cannot fail.
    let _ = write!(out, "\\u{:04x}", u32::from(c));
}

#[cfg(test)]
mod tests {
    use super::{call, call_with_text};

    #[test]
    fn a_literal_cannot_leave_its_script() {
        assert_eq!(
            call("fragment", &["1", "[\"</script>\u{2028}'\"]"]),
            "debriefSearch.fragment(1,[\"\\u003c/script>\\u2028'\"]);\n"
        );
    }

    #[test]
    fn a_quoted_text_keeps_the_escapes_of_its_json() {
        assert_eq!(
            call_with_text("index", "{\"a\\\"b\":\"it's <\"}"),
            "debriefSearch.index('{\"a\\\\\"b\":\"it\\'s \\u003c\"}');\n"
        );
    }
}
