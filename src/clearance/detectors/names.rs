//! Whether a value is a name made of words and numbers.

/// Whether a value is a name made of words and numbers: `ledger-db-credentials`, `v1.2.3`.
pub(super) fn is_name(value: &str) -> bool {
    value.split(['-', '_', '.', ':', '/', ' ', ',', '=', '(', ')', '[', ']']).all(|part| {
        if is_measure(part) {
            return true;
        }
        let digits = part.trim_start_matches(|c: char| c.is_alphabetic());
        let letters = part.len() - digits.len();
        let humps = part
            .as_bytes()
            .windows(2)
            .filter(|w| matches!(w, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()))
            .count();
        let few = if letters == 0 { 12 } else { 2 };
        if part.as_bytes().windows(4).any(is_no_word) {
            return false;
        }
        digits.chars().all(|c| c.is_ascii_digit()) && digits.len() <= few && letters <= 20 && humps <= 2
    })
}

/// Two capitals and one lower-case letter before a capital or digit, as in `KCqB`, but not `IDs2` and `TLSv1`.
fn is_no_word(four: &[u8]) -> bool {
    let next = |d: &u8| d.is_ascii_uppercase() || d.is_ascii_digit();
    matches!(four, [a, b, c, d] if a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_lowercase() && next(d) && !b"sv".contains(c))
}

/// `30s`, `256bit`, `v2beta1`: a number with its unit, or a pre-release version.
fn is_measure(part: &str) -> bool {
    const UNITS: &[&str] = &[
        "s", "ms", "us", "ns", "m", "h", "d", "w", "min", "sec", "days", "hours", "weeks", "years", "b", "kb", "mb",
        "gb", "tb", "kib", "mib", "gib", "bit", "bits", "byte", "bytes", "chars", "px", "x", "k", "st", "nd", "rd",
        "th",
    ];
    let number = part.trim_start_matches(|c: char| c.is_ascii_digit());
    let unit = number.len() < part.len() && UNITS.contains(&number.to_ascii_lowercase().as_str());
    let version = part.strip_prefix('v').unwrap_or_default().trim_matches(|c: char| c.is_ascii_digit());
    unit || ["alpha", "beta", "rc", "preview"].contains(&version)
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn names_are_words_and_numbers() {
        for name in ["ledger-db-credentials", "v1.2.3", "us-east-1", "refreshToken"] {
            assert!(is_name(name), "{name}");
        }
        for value in ["a1b2c3d4", "S3cr3tpass", "x!yz"] {
            assert!(!is_name(value), "{value}");
        }
    }
}
