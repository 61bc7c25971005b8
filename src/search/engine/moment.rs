//! Removes the parts of a pasted line that are different each time: times, numbers, addresses, ids. The same as
//! `assets/search/moment.js`.

use super::super::words::is_error_status;

/// A line without these parts.
pub(crate) fn mask(line: &str) -> String {
    let breaks =
        |c: char| c.is_whitespace() || matches!(c, '=' | '"' | '\'' | '(' | ')' | '[' | ']' | ',' | ';' | '<' | '>');
    line.split(breaks).filter(|word| !is_of_the_moment(word)).collect::<Vec<_>>().join(" ")
}

/// `2026-01-15T08:00:01Z`, `10.0.4.17:5432`, `0x7f3a91bc`, `fe80::1:2`, `30000ms`, `98.2%`; but not `503`.
fn is_of_the_moment(word: &str) -> bool {
    let word = word.trim_matches(|c: char| matches!(c, ':' | '.' | '-' | '+'));
    if !word.bytes().any(|byte| byte.is_ascii_digit()) || is_error_status(word) {
        return false;
    }
    let plain = word.strip_prefix("0x").unwrap_or(word);
    let is_of = |others: &[u8]| plain.bytes().all(|byte| byte.is_ascii_hexdigit() || others.contains(&byte));
    let is_hex = plain.len() >= 8 && is_of(b"-");
    let is_address = plain.bytes().filter(|byte| *byte == b':').count() > 1 && is_of(b":");
    let unit =
        word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ':' | '-' | '/' | '+' | 'T' | 'Z'));
    is_hex || is_address || unit.is_empty() || (word.starts_with(|c: char| c.is_ascii_digit()) && is_unit(unit))
}

fn is_unit(text: &str) -> bool {
    matches!(
        text.to_ascii_lowercase().as_str(),
        "ms" | "us" | "ns" | "s" | "m" | "h" | "d" | "%" | "b" | "kb" | "mb" | "gb" | "kib" | "mib" | "gib" | "k"
    )
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn what_is_of_one_moment_is_masked() {
        let line = "2026-01-15T08:00:01.123Z ERROR ERR_POOL_TIMEOUT waited=30000ms on db-07 (10.0.4.17:5432) id=3f2a9c81 \
            sha 0x7f3a91bc 98.2% 3f2a9c81-0000-4000-8000-00805f9b34fb from fe80::1:2 v1.24.3 sev1 5xx 503 200 8443";
        let left = mask(line);
        let wanted = [
            "ERROR",
            "ERR_POOL_TIMEOUT",
            "waited",
            "on",
            "db-07",
            "id",
            "sha",
            "from",
            "v1.24.3",
            "sev1",
            "5xx",
            "503",
        ];
        assert_eq!(left.split_whitespace().collect::<Vec<_>>(), wanted);
    }
}
