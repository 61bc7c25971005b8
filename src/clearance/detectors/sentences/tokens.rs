//! Tokens and keys after a word for them; most are machine-generated.

use super::super::machine_made::{is_dense, is_machine_made, is_random};
use super::super::placeholder::is_placeholder;
use super::super::typed::is_typed;
use super::super::{Found, Row};

/// Words for tokens, whose values are machine-generated.
macro_rules! token {
    () => {
        r"(?:tokens?|secrets?|(?:api|access|secret|private|signing|encryption|master|auth|license)[ _-]?keys?)"
    };
}

pub(super) const ROWS: &[Row] = &[
    Row::blocking(
        "secret-assigned",
        &["token", "secret", "key"],
        concat!(
            r"(?i)(?:^|[^a-z0-9])",
            token!(),
            "[\"'`*_]{0,3}[ \t]*[:=][ \t]*(?:[|>][+-]?[0-9]?)?[ \t]*(?:\\x23[^\n]*)?\r?\n(?:[ \t>]*\r?\n)?[ \t>]*(?:-[ \t]+)?(?:value:[ \t]*(?:[|>][+-]?\\s+)?)?",
            open!(),
            "([A-Za-z0-9_+/=.-]{12,})"
        ),
        is_made,
    ),
    Row::blocking(
        "secret-in-words",
        &["token", "secret", "key"],
        concat!(
            r"(?i)(?:^|[^a-z0-9])",
            token!(),
            r#"["'`*_]{0,3}[ \t]+(?:(?:is|was|to|of|for [^\s]{1,30}|[–—→-]|->)[ \t]+)?["'`*_(]{0,3}([A-Za-z0-9/+_=-]{20,})"#
        ),
        is_long_key,
    ),
    // A shorter one after a word that nothing but a secret has.
    Row::blocking(
        "secret-in-words",
        &["secret", "key"],
        r#"(?i)(?:^|[^a-z0-9])(?:client[ _-]?secret|(?:api|signing|encryption|shared|master|license)[ _-]?(?:key|secret))["'`*_]{0,3}[ \t]+(?:(?:is|was|to|from|of|[–—→-]|->)[ \t]+)?["'`*_(“]{0,3}([A-Za-z0-9/+_=!$-]{8,64})"#,
        is_secret,
    ),
    // In quotes, or after a verb, also in the digits of a hash.
    Row::blocking(
        "secret-in-words",
        &["token", "secret"],
        r#"(?i)(?:^|[^a-z0-9_-])(?:token|secret)["'*_]{0,3}[ \t]+(?:(?:is|was|were|to|from)[ \t]+)?["'`*_(“]{0,3}([a-z0-9_-]{20,64})(?:$|[\s"'`*_)”.,;])"#,
        is_said_token,
    ),
    Row::blocking(
        "secret-in-words",
        &["token", "secret"],
        r#"(?i)["'`“]([a-z0-9_-]{20,64})["'`”][ \t]+(?:is|was)[ \t]+(?:the|our|its|a)[ \t]+(?:[\w-]{1,20}[ \t]+)?(?:token|secret)(?-u:\b)"#,
        is_made,
    ),
];

/// Machine-generated, and not a placeholder.
fn is_made(found: &Found<'_>) -> bool {
    is_machine_made(found.value()) && !is_placeholder(found.value())
}

fn is_long_key(found: &Found<'_>) -> bool {
    let value = found.value().trim_end_matches(['-', '.']);
    let cases = value.bytes().any(|b| b.is_ascii_uppercase()) && value.bytes().any(|b| b.is_ascii_lowercase());
    cases && is_random(value) && !is_placeholder(value) && !is_of_a_page(found)
}

/// As people or programs make it, and no fingerprint of a key that everybody has.
fn is_secret(found: &Found<'_>) -> bool {
    let value = found.value();
    let fingerprint = value.bytes().all(|b| b.is_ascii_digit() || (b'A'..=b'F').contains(&b));
    is_typed(found) && !fingerprint
}

/// Made by a machine, after a word for a token that lets somebody in.
fn is_said_token(found: &Found<'_>) -> bool {
    is_dense(found.value()) && !is_placeholder(found.value()) && !is_of_a_page(found)
}

/// Whether the token is one that tells a page or a lock from another.
fn is_of_a_page(found: &Found<'_>) -> bool {
    const OTHERS: [&str; 14] = [
        "page",
        "next",
        "continuation",
        "sync",
        "resume",
        "cursor",
        "fencing",
        "lease",
        "trace",
        "request",
        "snapshot",
        "correlation",
        "idempotency",
        "consistency",
    ];
    // The nearest such word is that of the value; an earlier one is of something else.
    let is_of_value = |word: &&str| {
        let word = word.to_ascii_lowercase();
        ["token", "secret", "key"].iter().any(|end| word.trim_end_matches('s').ends_with(end))
    };
    let head = found.text.get(..found.range.start).unwrap_or_default();
    let mut words = head.rsplit(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let before = words.find(is_of_value).and_then(|_| words.next());
    before.is_some_and(|word| OTHERS.iter().any(|other| other.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use super::super::super::finds_secret;

    #[test]
    fn a_token_of_a_page_hides_no_other_key() {
        for text in [
            "the access key aB3dE5fG7hJ9kL1mN3pQ5rS7 was seen",
            "The next token was fine. Later the access key aB3dE5fG7hJ9kL1mN3pQ5rS7 was seen.",
        ] {
            assert!(finds_secret(text), "{text}");
        }
        assert!(!finds_secret("the next page token AbCd0123456789efGh01 was sent twice"));
    }
}
