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
    // Codes that are sent to somebody, and the code that unlocks a SIM card (PUK).
    Row::blocking(
        "secret-in-words",
        &[
            "otp",
            "2fa",
            "mfa",
            "tan",
            "puk",
            "verification",
            "your code",
            "confirmation",
            "security code",
            "login code",
            "backup",
            "recovery",
            "alarm",
            "access code",
            "unlock",
            "pairing",
            "sms code",
        ],
        r"(?-u:\b)(?:(?i:t?otp|2fa|mfa|sms[ -]?tan|m-?tan)|TAN|PUK|(?i:(?:verification|confirmation|security|login|log-in|sign-in|sms|backup|recovery|rescue|alarm|access|unlock|pairing|your)[ -]codes?))(?i:[ \t]*(?:code|number|nr\.?))?(?i:[ \t]+(?:is|was|ist|war|of)|[ \t]*[:=\x{ff1a}])?[ \t]*[`\x22'*]{0,2}([0-9]{3,4}[ -]?[0-9]{3,4})(?-u:\b)",
        is_number,
    ),
    Row::blocking(
        "secret-in-words",
        &["combination"],
        r"(?i)(?-u:\b)combination(?-u:\b)[ \t]*(?:is|was|[:=])?[ \t]*[`\x22']?([0-9]{1,2}(?:-[0-9]{1,2}){2,3})(?-u:\b)",
        is_number,
    ),
    // A key in groups: of a licence, of a disk.
    Row::blocking(
        "secret-in-words",
        &["licen", "serial", "product key", "activation"],
        r"(?i)(?-u:\b)(?:licen[cs]e|serial|product|activation)[ -]?(?:key|number|code)s?(?-u:\b)[^\n]{0,12}?[:\s`\x22']((?-i:[A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){3,}))(?-u:\b)",
        is_given,
    ),
    Row::blocking(
        "secret-in-words",
        &["bitlocker", "recovery key"],
        r"(?i)(?-u:\b)(?:bitlocker|recovery key)(?-u:\b)[^\n]{0,24}?([0-9]{6}(?:-[0-9]{6}){2,7})(?-u:\b)",
        is_given,
    ),
];

/// Groups of letters and digits, and no day.
fn is_code(found: &Found<'_>) -> bool {
    let value = found.value();
    value.bytes().any(|b| b.is_ascii_digit())
        && value.bytes().any(|b| b.is_ascii_alphabetic())
        && !is_placeholder(value)
}

/// Digits that are neither a year, nor a day such as `20260302`, nor a sequence.
fn is_number(found: &Found<'_>) -> bool {
    let value = found.value();
    let date = matches!(value.len(), 4 | 8) && (value.starts_with("19") || value.starts_with("20"));
    let counts = value.as_bytes().windows(2).all(|pair| matches!(pair, [a, b] if a + 1 == *b));
    !(counts || date || is_placeholder(value))
}
