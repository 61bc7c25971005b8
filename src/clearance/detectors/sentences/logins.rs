//! A name and a password together.

use super::super::placeholder::is_placeholder;
use super::super::typed::{is_typed, is_typed_anywhere};
use super::super::{Found, Row};

pub(super) const ROWS: &[Row] = &[
    // A name and a password after a word for both.
    Row::blocking(
        "secret-in-words",
        &[
            "log",
            "sign",
            "cred",
            "account",
            "user",
            "u/p",
            "wifi",
            "wi-fi",
            "ssid",
            "anmeld",
            "zugang",
            "identifiant",
            "connexion",
        ],
        concat!(
            r"(?i)(?-u:\b)(?:log(?:ged|s)?[ -]?(?:in|on)|sign(?:ed)?[ -]?(?:in|on)|credentials?|creds|accounts?|user(?:name)?(?:/pass(?:word)?)?|u/p|wi-?fi|ssid|anmeldung|zugang(?:sdaten)?|identifiants?|connexion|credenciales)(?-u:\b)[^\n]{0,24}?[\s`\x22'(:*][A-Za-z][\w-]{1,30}[\x22'`*]{0,3}(?:[ \t]*[/:|,\u{2192}\u{2013}][ \t]*|[ \t]+)",
            "[\"'`*]{0,3}([^\\s\"'`/:|,;)<>0-9]{0,40}[0-9][^\\s\"'`/:|,;)<>]{0,40})"
        ),
        is_typed_anywhere,
    ),
    Row::blocking(
        "secret-in-words",
        &["p:", "pass:"],
        concat!(r"(?i)(?-u:\b)u(?:ser)?:[ \t]*\S{2,30}[ \t,;]+p(?:ass)?:[ \t]*", value!()),
        is_typed,
    ),
    Row::blocking(
        "secret-in-words",
        &["admin", "root", "postgres", "ubuntu", "ec2-user", "sysadmin", "superuser", "administrator"],
        r#"(?i)(?:^|[\s`"'(*])(?:admin(?:istrator)?|root|postgres|sysadmin|superuser|ubuntu|ec2-user)["'`*]{0,2}[ \t]?[/:][ \t]?["'`*]{0,2}([^\s"'`/:|,;)<>]{6,40})"#,
        is_typed_anywhere,
    ),
    // Both in base64, as in a header.
    Row::blocking(
        "secret-in-words",
        &["basic "],
        r"(?-u:\b)[Bb]asic[ \t]+([A-Za-z0-9+/]{12,}={0,2})(?:$|[^A-Za-z0-9+/=])",
        is_encoded,
    ),
];

/// Base64, not a word.
fn is_encoded(found: &Found<'_>) -> bool {
    let value = found.value();
    let humps =
        value.as_bytes().windows(2).filter(|w| matches!(w, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()));
    (value.ends_with('=') || humps.count() >= 2) && !is_placeholder(value)
}
