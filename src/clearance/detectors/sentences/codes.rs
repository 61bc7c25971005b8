//! Codes: for recovery, for a second factor, of a door.

use super::super::placeholder::is_placeholder;
use super::super::typed::is_given;
use super::super::{Found, Row};

pub(super) const ROWS: &[Row] = &[
    // Recovery codes.
    Row::blocking(
        "secret-in-words",
        &["recovery", "backup code", "rescue code"],
        r"(?i)(?-u:\b)(?:recovery|backup|rescue)[ -](?:codes?|keys?)(?-u:\b)[^\n]{0,20}?[:\s][`\x22']?([0-9a-z]{4,6}-[0-9a-z]{4,6}(?:-[0-9a-z]{4,6})*)(?-u:\b)",
        is_code,
    ),
    Row::blocking(
        "secret-in-words",
        &["totp", "otp", "2fa", "mfa", "authenticator"],
        r"(?i)(?-u:\b)(?:totp|otp|2fa|mfa|authenticator)(?-u:\b)[^\n]{0,16}?(?:seed|secret|key)[ \t]*(?:is|was|[:=])?[ \t]*[`\x22']?([A-Z2-7]{4}(?:[ -]?[A-Z2-7]{4}){3,})",
        is_given,
    ),
    Row::blocking(
        "secret-in-words",
        &["door", "gate", "safe", "keypad", "lockbox", "key box", "mfa", "otp", "2fa", "one-time"],
        r"(?i)(?-u:\b)(?:door|gate|safe|keypad|lockbox|key box|mfa|t?otp|2fa|one-time)(?:'s)?[ -](?:code|pin|combination)[ \t]*(?:is|was|[:=])?[ \t]*[`\x22']?\x23?([0-9]{4,8})(?-u:\b)",
        is_number,
    ),
];

/// Groups of letters and digits, and no day.
fn is_code(found: &Found<'_>) -> bool {
    let value = found.value();
    value.bytes().any(|b| b.is_ascii_digit())
        && value.bytes().any(|b| b.is_ascii_alphabetic())
        && !is_placeholder(value)
}

/// Digits that are neither a year nor a sequence.
fn is_number(found: &Found<'_>) -> bool {
    let value = found.value();
    let counts = value.as_bytes().windows(2).all(|pair| matches!(pair, [a, b] if a + 1 == *b));
    !(counts || value.len() == 4 && (value.starts_with("19") || value.starts_with("20")) || is_placeholder(value))
}
