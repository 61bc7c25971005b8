//! Whether a value was made by a machine: how often letters, capitals and digits change places in it, which in names and words they
//! seldom do.

use super::placeholder::is_name;

/// How often a digit stands beside a letter, or a capital behind a small letter.
pub(super) fn changes(value: &str) -> usize {
    let change = |a: u8, b: u8| {
        a.is_ascii_alphanumeric()
            && b.is_ascii_alphanumeric()
            && (a.is_ascii_digit() != b.is_ascii_digit() || a.is_ascii_lowercase() && b.is_ascii_uppercase())
    };
    value.as_bytes().windows(2).filter(|pair| matches!(pair, [a, b] if change(*a, *b))).count()
}

/// As random letters and digits are.
pub(super) fn is_dense(value: &str) -> bool {
    let changes = changes(value);
    changes >= 3 && changes * 12 >= value.len()
}

/// As random letters of both cases and digits are, and nothing that people write: changes at every third place or so.
pub(super) fn is_random(value: &str) -> bool {
    let has = |test: fn(&u8) -> bool| value.as_bytes().iter().any(test);
    let all = has(u8::is_ascii_digit) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase);
    let some = has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic) && value.len() >= 16;
    (all || some) && changes(value) * 6 >= value.len() && !is_name(value) && !is_hash(value)
}

/// The digits of a hash or of a UUID, as programs print them, or a hash that says which it is.
pub(super) fn is_hash(value: &str) -> bool {
    let hex = value.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-');
    let one_case = value == value.to_ascii_lowercase() || value == value.to_ascii_uppercase();
    hex && one_case || value.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("sha"))
}

/// Letters and digits as no name has them.
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
