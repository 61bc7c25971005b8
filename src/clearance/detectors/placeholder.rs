//! Values that only look like secrets: placeholders, references, and keys from vendors' documentation.

use super::machine_made::{changes, is_random};

/// Whole values, in lower case.
const WORDS: &[&str] = &[
    "admin",
    "any",
    "bar",
    "bool",
    "boolean",
    "bytes",
    "changeit",
    "changeme",
    "changed",
    "credential",
    "credentials",
    "default",
    "disabled",
    "dummy",
    "empty",
    "enabled",
    "env",
    "false",
    "file",
    "flag",
    "foo",
    "foobar",
    "hidden",
    "hunter2",
    "int",
    "integer",
    "invalid",
    "key",
    "masked",
    "missing",
    "n/a",
    "nil",
    "no",
    "none",
    "null",
    "number",
    "omitted",
    "option",
    "optional",
    "parameter",
    "pass",
    "passphrase",
    "passwd",
    "password",
    "prompt",
    "pwd",
    "redacted",
    "removed",
    "required",
    "sample",
    "secret",
    "set",
    "str",
    "string",
    "tbd",
    "test",
    "text",
    "todo",
    "token",
    "true",
    "undefined",
    "unknown",
    "unset",
    "user",
    "username",
    "value",
    "varchar",
    "wrong",
    "yes",
];

/// Parts of values, in lower case.
const PARTS: &[&str] = &[
    "example",
    "changeme",
    "change-me",
    "change_me",
    "placeholder",
    "redacted",
    "your-",
    "your_",
    "yourpass",
    "yourkey",
    "yourtoken",
    "my-secret",
    "my_secret",
    "mysecret",
    "mypassword",
    "insert-",
    "insert_",
    "replace-",
    "replace_",
    "replaceme",
    "not-a-real",
    "notareal",
    "xxxx",
    "****",
    "....",
    "\u{2026}",
    "\u{2022}\u{2022}",
    "${",
    "{{",
    "$(",
    "<%",
    "process.env",
    "os.environ",
    "getenv",
    "secretkeyref",
];

/// Keys from vendors' documentation, in two parts so that no secret scanner reports this file.
const DOCUMENTED: &[(&str, &str)] = &[
    ("sk_test_4eC39HqLyj", "WDarjtT1zdp7dc"),
    ("sk_test_BQokikJOvB", "iI2HlWgH4olfQ2"),
    ("sk_test_tR3PYbcVNZ", "Z796tH88S4VQ2u"),
    ("AIzaSyDaGmWKa4Js", "XZ-HjGw7ISLn_3namBGewQe"),
    ("QWxhZGRpbjpvcGVu", "IHNlc2FtZQ=="),
    ("QWxhZGRpbjpPcGVu", "U2VzYW1l"),
    ("dXNlcjpwYXNz", "d29yZA=="),
    ("dXNlcm5hbWU6cGFz", "c3dvcmQ="),
    ("YWRtaW46YWRt", "aW4="),
    ("Eby8vdM02xNOcqFl", "qUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="),
    ("gho_16C7e42F292c6912E7", "710c838347Ae178B4a"),
    ("czZCaGRSa3F0Mzpn", "WDFmQmF0M2JW"),
    ("dBjftJeZ4CVP-mB92K27", "uhbUJU1p1r_wW1gFWFOEjXk"),
    ("dGhlIHNhbXBsZSBu", "b25jZQ=="),
    // The token of jwt.io, by its middle.
    ("eyJzdWIiOiIxMjM0NTY3ODkwIiwi", "bmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ"),
    ("mF_9.B5f-4", ".1JqM"),
    ("2YotnFZFEjr1zC", "sicMWpAA"),
    ("T00000000/B00000000/", ""),
];

/// Whether a value is a placeholder, or a secret that is public.
pub(super) fn is_placeholder(value: &str) -> bool {
    let quotes = |c: char| matches!(c, '"' | '\'' | '`' | '\u{201c}' | '\u{201d}' | '\u{2018}' | '\u{2019}');
    let value = value.trim_matches(quotes).trim_end_matches([',', ';']);
    let value = without_markup(value);
    let lower = value.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let wrapped = [('<', '>'), ('[', ']'), ('(', ')'), ('{', '}'), ('%', '%'), ('*', '*'), ('_', '_')];
    let letters: Vec<char> = bare.chars().filter(|c| c.is_alphanumeric()).collect();
    let distinct = letters.iter().enumerate().filter(|(n, c)| !letters[..*n].contains(c)).count();
    letters.is_empty()
        || letters.len() >= 3 && distinct == 1
        || letters.len() >= 16 && distinct <= 3
        || WORDS.contains(&bare)
        || PARTS.iter().any(|part| lower.contains(part))
        || is_documented(value)
        || wrapped.iter().any(|(open, close)| {
            // `_` around a word is emphasis; base64 for URLs may have it at its ends by chance.
            value.starts_with(*open) && value.ends_with(*close) && (*open != '_' || changes(value) < 3)
        })
        || lower.ends_with("...")
        || is_reference(value)
}

/// Whether a value contains a key from a vendor's documentation.
pub(super) fn is_documented(value: &str) -> bool {
    DOCUMENTED.iter().any(|(start, end)| value.contains(&format!("{start}{end}")))
}

/// A value without the Markdown, HTML or URL syntax after it.
pub(super) fn without_markup(value: &str) -> &str {
    const AFTER: &[&str] = &["](", "**", "'>", "\">", "')", "\")", "&#39;", "&quot;", "\\"];
    let parameter = value.split_once('&').filter(|(_, rest)| rest.contains('=')).map(|(head, _)| head);
    let value = parameter.unwrap_or(value);
    let ends = AFTER.iter().filter_map(|sign| value.find(sign)).filter(|at| *at > 0).min();
    value.get(..ends.unwrap_or(value.len())).unwrap_or_default()
}

/// Whether a value is a variable, path, call or member expression, which refers to a secret but is not one.
fn is_reference(value: &str) -> bool {
    let name = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_alphabetic() || c == '_') && !text.starts_with('_')
    };
    let variable = value.strip_prefix(['$', '&', '%']).is_some_and(|rest| {
        rest.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | ':'))
            && rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            // `$s3Secret` is a name, `$Xk9mQ2z` is none.
            && (changes(rest) < 4 || rest.contains('_'))
    });
    let path = ["/", "./", "../", "~/", "@/", "file:", "env:", "vault:", "ssm:", "op://", "arn:"]
        .iter()
        .any(|start| value.starts_with(start));
    let single = value.rfind('/') == Some(0) && (changes(value) >= 4 || value.contains(['!', '#', '^']));
    // A tag of YAML: `!vault secret/db`.
    let tag = value.strip_prefix('!').and_then(|rest| rest.split_whitespace().next()).is_some_and(|tag| {
        tag.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '!' | '_' | '-' | '.' | ':' | '/'))
    });
    let called = |(head, _): (&str, &str)| {
        !head.is_empty() && head.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '_' | '.'))
    };
    let call = value.split_once('(').is_some_and(called);
    let member = value.contains('.') && value.split('.').all(name);
    variable
        || path && !single && !is_long_key(value)
        || tag
        || member
        || call
        || value.contains("://")
        || value.contains("()")
        || value.contains("::")
        || value.contains("->")
}

/// Whether a value with slashes is base64 and not a path.
fn is_long_key(value: &str) -> bool {
    value.len() >= 32 && value.split('/').any(|part| part.len() >= 16 && is_random(part))
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn what_stands_for_a_secret_is_none() {
        for value in [
            "$DB_PASSWORD",
            "${X}",
            "<password>",
            "[hidden]",
            "****",
            "xxxxxxxx",
            "REDACTED",
            "\"changeme\"",
            "{{ .Values.x }}",
            "%PASSWORD%",
            "os.environ[x]",
            "config.password",
            "function(e){if(!e)return!1",
            "getSecret('x1!')",
            "/run/secrets/db",
            "/run/secrets/a1b2c3d4",
            "!vault secret/db",
            "!Ref",
            "$s3SecretKey",
            "%APP_PASSWORD_2_NEW%",
            "AKIAIOSFODNN7EXAMPLE",
            "your-token-here",
            "null",
            "\u{2022}\u{2022}\u{2022}\u{2022}",
        ] {
            assert!(is_placeholder(value), "{value}");
        }
        for value in [
            "hunter22x",
            "S3cr3t!pass",
            "correcthorse",
            "a1b2c3d4e5",
            "$ecret99!",
            "$Xk9mQ2zP",
            "!Qx7#mP2z",
            "/Xk9!mQ2#",
        ] {
            assert!(!is_placeholder(value), "{value}");
        }
    }
}
