//! Whether a value is machine-generated, judged by how often it changes between lower case, capitals and digits, which
//! names and words seldom do.

use super::names::is_name;

/// How often a digit is next to a letter, or a capital follows a lower-case letter.
pub(super) fn changes(value: &str) -> usize {
    let change = |a: u8, b: u8| {
        a.is_ascii_alphanumeric()
            && b.is_ascii_alphanumeric()
            && (a.is_ascii_digit() != b.is_ascii_digit() || a.is_ascii_lowercase() && b.is_ascii_uppercase())
    };
    value.as_bytes().windows(2).filter(|pair| matches!(pair, [a, b] if change(*a, *b))).count()
}

/// Whether a value changes as often as random letters and digits.
pub(super) fn is_dense(value: &str) -> bool {
    let changes = changes(value);
    changes >= 3 && changes * 12 >= value.len()
}

/// Whether a value changes as often as random letters of both cases and digits, at about every third place.
pub(super) fn is_random(value: &str) -> bool {
    let has = |test: fn(&u8) -> bool| value.as_bytes().iter().any(test);
    let all = has(u8::is_ascii_digit) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase);
    let some = has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic) && value.len() >= 16;
    (all || some) && changes(value) * 6 >= value.len() && !is_name(value) && !is_hash(value)
}

/// Whether a value is a hash or UUID as programs print them, or a labelled hash.
pub(super) fn is_hash(value: &str) -> bool {
    let hex = value.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-');
    let one_case = value == value.to_ascii_lowercase() || value == value.to_ascii_uppercase();
    hex && one_case || value.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("sha"))
}

/// Whether a value has letters and digits as no name does.
pub(super) fn is_machine_made(value: &str) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let letters = value.bytes().filter(u8::is_ascii_alphabetic).count();
    let capitals = value
        .as_bytes()
        .windows(2)
        .filter(|w| matches!(w, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()))
        .count();
    let long = value.len() >= 16 && capitals >= 3 && !value.contains(' ');
    value.len() >= 6 && !value.contains(' ') && (digits >= 1 && letters >= 2 && !is_name(value) || long)
}

#[cfg(test)]
mod tests {
    use super::{is_dense, is_random};

    #[test]
    fn names_change_seldom_and_random_letters_often() {
        for value in ["zQeY4h4zJVZWr", "a1b2c3d4e5f6g7h8i9"] {
            assert!(is_dense(value) && is_random(value), "{value}");
        }
        for value in ["AbstractFactoryBean2", "checkout-v2-canary", "2026-03-02", "us-east-1", "OrderMapper"] {
            assert!(!is_random(value), "{value}");
        }
    }
}
