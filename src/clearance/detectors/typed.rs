//! Whether a value looks like a password that a person chose, if only a word beside it says so.

use super::Found;
use super::machine_made::changes;
use super::names::is_name;
use super::placeholder::{is_placeholder, without_markup};

/// Prefixes of names of programs, protocols and ciphers that have letters and digits.
const TECHNICAL: &[&str] = &[
    "aes",
    "argon2",
    "base32",
    "base58",
    "base64",
    "bcrypt",
    "blake",
    "chacha",
    "crc",
    "curve25519",
    "ecdsa",
    "ed25519",
    "es256",
    "es384",
    "es512",
    "fido",
    "gost",
    "hmac",
    "hs256",
    "hs384",
    "hs512",
    "http",
    "i18n",
    "ipv4",
    "ipv6",
    "iso",
    "k8s",
    "keccak",
    "l10n",
    "log4j",
    "md4",
    "md5",
    "ntlm",
    "oauth",
    "oidc",
    "p12",
    "pbkdf",
    "pkcs",
    "poly1305",
    "ps256",
    "rfc",
    "ripemd",
    "rs256",
    "rs384",
    "rs512",
    "rsa",
    "s3",
    "saml",
    "scram",
    "scrypt",
    "sha",
    "smb",
    "ssha",
    "tls",
    "totp",
    "u2f",
    "utf",
    "web3",
    "whirlpool",
    "win32",
    "win64",
    "x25519",
    "x509",
    "xchacha",
    "yescrypt",
];

/// Names of programs and methods that numbers follow only where a sentence speaks of passwords.
const METHODS: &[&str] = &["kerberos", "keycloak", "type"];

/// Those whose numbers have four digits: `ISO8601`, `RFC7519`, `RSA4096`.
const LONG_NUMBERS: &[&str] = &["iso", "rfc", "rsa"];

/// Whether a value is the name of a program, a protocol or a cipher with little behind it: `SHA-256`, `Argon2id-hashed`, but not
/// `Shadow-2024` or `S3cr3tpass`.
pub(super) fn is_technical(value: &str) -> bool {
    has_name_of(TECHNICAL, value)
}

fn has_name_of(names: &[&str], value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let first = lower.split(['-', '_', '/', '.', ':']).next().unwrap_or_default();
    names.iter().any(|name| {
        let Some(rest) = first.strip_prefix(name) else { return false };
        let letters = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = rest.len() - letters.len();
        (digits <= 3 || digits == 4 && LONG_NUMBERS.contains(name)) && letters.len() <= 2
    })
}

/// The value without punctuation at its end.
fn bare<'t>(found: &Found<'t>) -> &'t str {
    without_markup(found.value()).trim_end_matches(['.', ',', ';', ':', ')', ']', '?', '*', '_', '\'', '"', '`'])
}

/// Letters and digits mixed as in a password, but not in a name.
pub(super) fn is_typed(found: &Found<'_>) -> bool {
    let value = bare(found);
    let has = |test: fn(&u8) -> bool| value.as_bytes().iter().any(test);
    let (digits, letters) = (has(u8::is_ascii_digit), has(u8::is_ascii_alphabetic));
    let both_cases = has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase);
    let signs = value.contains(['!', '$', '^', '&', '*', '#', '@', '%']) && letters;
    let odd = changes(value) >= 3 || both_cases && changes(value) >= 2 || signs && (digits || both_cases);
    (6..=64).contains(&value.len())
        && (digits && letters || signs)
        && odd
        && !value.contains(['(', '<', '='])
        // The host after a placeholder in an address.
        && !(value.starts_with('@') && value.contains([':', '.', '/']))
        && !is_technical(value)
        && !is_name(value)
        && !is_placeholder(value)
}

/// The same for places that may have other values: with capitals, lower-case letters and digits, or a punctuation mark,
/// and not a compound name.
pub(super) fn is_typed_anywhere(found: &Found<'_>) -> bool {
    let value = bare(found);
    let has = |test: fn(&u8) -> bool| value.as_bytes().iter().any(test);
    let cases = has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase) && has(u8::is_ascii_digit);
    let signs = value.contains(['!', '$', '^', '&', '#', '%']) && has(u8::is_ascii_digit);
    // With a sign that no compound name has, a hyphen is one sign among others.
    let compound = value.contains(['-', '/', '_', ':']) && !(cases && value.contains(['!', '$', '^', '&', '#', '%']));
    is_typed(found) && (cases && changes(value) >= 3 || signs) && !compound
}

/// A word and a number that are no name of a program, a method, a ticket or a machine, for places where a password stands.
pub(super) fn is_word_with_number(found: &Found<'_>) -> bool {
    let value = bare(found);
    !is_technical(value) && !has_name_of(METHODS, value) && !is_numbered(value) && !is_placeholder(value)
}

/// Whether a value is like a ticket, a step or a machine: `INFRA-142`, `step-4`. With a year behind it a word is none.
fn is_numbered(value: &str) -> bool {
    let Some((word, number)) = value.split_once('-') else { return false };
    let is_of_one_case = word.chars().all(char::is_uppercase) || word.chars().all(char::is_lowercase);
    is_of_one_case && !(number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
}

/// Any value that is not a placeholder and has letters or digits.
pub(super) fn is_given(found: &Found<'_>) -> bool {
    let value = bare(found);
    value.len() >= 3 && !value.starts_with(']') && !is_placeholder(value) && value.chars().any(char::is_alphanumeric)
}

/// At least one letter and one digit.
pub(super) fn is_mixed(found: &Found<'_>) -> bool {
    let value = bare(found);
    let has = |test: fn(&u8) -> bool| value.as_bytes().iter().any(test);
    value.len() >= 6
        && has(u8::is_ascii_digit)
        && has(u8::is_ascii_alphabetic)
        && !is_name(value)
        && !is_technical(value)
        && !is_placeholder(value)
}
