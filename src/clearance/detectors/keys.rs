//! Keys and tokens in standard formats.

use super::placeholder::is_placeholder;
use super::{Found, Row, always};
use crate::Tier;

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "private-key",
        tier: Tier::Block,
        words: &["private key", "age-secret-key-", "putty-user-key"],
        pattern: r"(?i)-{4,5}[ ]?BEGIN[ A-Z0-9_-]{0,100}PRIVATE KEY(?: BLOCK)?[ ]?-{4,5}|AGE-SECRET-KEY-1[A-Z0-9]{20,}|PuTTY-User-Key-File",
        keep: always,
    },
    Row {
        id: "jwt",
        tier: Tier::Block,
        words: &["eyj", ".ey"],
        pattern: r"\bey[A-Za-z0-9]{17,}\.ey[A-Za-z0-9/\\_-]{17,}\.[A-Za-z0-9/\\_=-]*|\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{40,}\.[A-Za-z0-9_-]{20,}|eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]*)?|eyJ[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]*){4}",
        keep: is_written_out,
    },
    Row {
        id: "authorization-header",
        tier: Tier::Block,
        words: &["authorization", "bearer "],
        pattern: r"(?i)(?:authorization\s*[:=]\s*[\x22']?(?:basic|bearer|token)|bearer)\s+([A-Za-z0-9._~+/=-]{20,})",
        keep: is_dense,
    },
    Row {
        id: "password-in-connection",
        tier: Tier::Block,
        words: &["password=", "pwd="],
        pattern: r"(?i)(?:server|host|data source|uid|user|user id|database|initial catalog)=[^;\n]{1,80};(?:[^;\n]{1,80};)*(?:password|pwd)=([^;\s\x22']{3,})",
        keep: is_written_out,
    },
    Row {
        id: "password-hash",
        tier: Tier::Block,
        words: &[
            "{ssha", "{sha}", "{smd5}", "{crypt}", "pbkdf2_", "$2a$", "$2b$", "$2y$", "$argon2", "$apr1$", "$5$",
            "$6$", "$y$",
        ],
        pattern: r"\$2[aby]\$[0-9]{2}\$[./A-Za-z0-9]{53}|\$argon2(?:id|i|d)\$v=[0-9]+\$[^\s$]+\$[^\s$]+\$[^\s$]+|\{(?:S?SHA(?:256|384|512)?|SMD5|CRYPT)\}[A-Za-z0-9+/=.$]{16,}|pbkdf2_sha[0-9]{1,3}\$[0-9]+\$[^\s$]{4,}\$[A-Za-z0-9+/=]{20,}|\$(?:apr1|5|6|y)\$[^\s$]{1,32}\$[./A-Za-z0-9$]{20,}",
        keep: always,
    },
    Row {
        id: "generic-key",
        tier: Tier::Review,
        words: &["key", "secret", "token", "passw", "pwd", "credential"],
        pattern: r"(?i)(?:api|access|auth|client|private|signing)?[_-]?(?:key|secret|token|passw(?:or)?d|pwd|credential)[\x22']?\s*(?::|=|:=|=>)\s*[\x22']?([A-Za-z0-9!#$%&*+./=?@^_~-]{8,})",
        keep: is_dense,
    },
];

/// Whether the value is not a placeholder.
fn is_written_out(found: &Found<'_>) -> bool {
    !found.value().starts_with(['<', '{', '*', '.', ']']) && !is_placeholder(found.value())
}

/// Whether letters and digits are mixed as in no word.
fn is_dense(found: &Found<'_>) -> bool {
    let value = found.value();
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let letters = value.bytes().filter(u8::is_ascii_alphabetic).count();
    digits >= 2 && letters >= 4 && is_written_out(found)
}

#[cfg(test)]
mod tests {
    use super::super::plain;

    fn seen(text: &str) -> Vec<String> {
        plain().see(text, true).into_iter().map(|s| s.rule).collect()
    }

    #[test]
    fn keys_are_seen() {
        let rule = "-".repeat(5);
        for kind in ["", "RSA ", "EC ", "OPENSSH ", "ENCRYPTED "] {
            assert_eq!(seen(&format!("{rule}BEGIN {kind}PRIVATE KEY{rule}\nMII")), ["private-key"], "{kind}");
        }
        let token = ["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiIxMjM0NTY3ODkwIn0", "c2lnbmF0dXJlLW9mLWl0"].join(".");
        assert_eq!(seen(&token), ["jwt"]);
        assert_eq!(seen(&format!("Authorization: Basic {}", "dXNlcjpwYXNz0123456789")), ["authorization-header"]);
        for password in ["h0pla", "xK9f2m", "$K9f2mQ7z"] {
            let connection = format!("Server=db;Database=x;Password={password}");
            assert!(seen(&connection).contains(&"password-in-connection".to_owned()), "{connection}");
        }
        assert_eq!(seen("a bearer xK9f2mQ7zP4hR8sT1vW3y"), ["authorization-header"]);
        assert_eq!(seen(&format!("$2b$12${}", "a1B".repeat(18).get(..53).unwrap())), ["password-hash"]);
        for hash in
            ["{SSHA}fPsON7UPSqPpfiVbbXz1jsxl9OH257Rk", "pbkdf2_sha256$600000$60Tz5d8nFB$iCOzfc2CEmnUxac1N21YGBjseQ="]
        {
            assert!(seen(hash).contains(&"password-hash".to_owned()), "{hash}: {:?}", seen(hash));
        }
        assert_eq!(seen("api_key = 'a1b2c3d4e5'"), ["generic-key", "secret-assigned"]);
    }

    #[test]
    fn talk_of_keys_is_not() {
        let rule = "-".repeat(5);
        for text in [
            format!("{rule}BEGIN PUBLIC KEY{rule}"),
            format!("{rule}BEGIN CERTIFICATE{rule}"),
            "the private key was lost".to_owned(),
            "Authorization: Bearer <token>".to_owned(),
            "Authorization: Bearer xxxxxxxxxxxxxxxxxxxxxxxx".to_owned(),
            "bearer of good news and of nothing else".to_owned(),
            "Password=${DB_PASSWORD}; key: value".to_owned(),
            "secret = configuration".to_owned(),
        ] {
            assert!(seen(&text).is_empty(), "{text}: {:?}", seen(&text));
        }
    }
}
