//! Tags of YAML before a value: `!!str x` is the value x, `!vault x` names where it is kept.

use super::Found;
use super::names::is_name;
use super::typed::{is_given, is_technical};

/// Tags whose value is an address of a secret, a variable or a file. A tag may consist of several such words.
const REFERENCES: [&str; 26] = [
    "env",
    "envvar",
    "file",
    "findinmap",
    "getatt",
    "import",
    "importvalue",
    "include",
    "input",
    "join",
    "keyvault",
    "lookup",
    "param",
    "parameter",
    "ref",
    "reference",
    "secret",
    "secretsmanager",
    "select",
    "sops",
    "ssm",
    "sub",
    "template",
    "var",
    "variable",
    "vault",
];

/// Whether a tag before the value says that the value is kept elsewhere.
pub(super) fn is_kept_elsewhere(found: &Found<'_>) -> bool {
    let head = found.text.get(..found.range.start).unwrap_or_default();
    let head = head.trim_end_matches(['"', '\'', '`']);
    // Between a key and its value: a tag and an anchor in either order, and the sign of a block or of an item.
    let is_between = |word: &&str| word.starts_with(['!', '&', '|', '>']) || *word == "-";
    let tags = head.split_whitespace().rev().take_while(is_between).filter_map(|word| word.strip_prefix('!'));
    let is_reference = |word: &str| REFERENCES.iter().any(|known| word.eq_ignore_ascii_case(known));
    tags.flat_map(|tag| tag.split(|c: char| !c.is_ascii_alphanumeric())).any(is_reference)
}

/// A value after a tag or an anchor, which no sentence has.
pub(super) fn is_tagged(found: &Found<'_>) -> bool {
    is_given(found) && !is_kept_elsewhere(found)
}

/// A value in the line after its key.
pub(super) fn is_below_its_key(found: &Found<'_>) -> bool {
    let value = found.value();
    let mixed = value.bytes().any(|b| b.is_ascii_digit()) && value.bytes().any(|b| b.is_ascii_alphabetic());
    // A key of its own has a colon, and a value with a slash may be a path.
    let other = value.ends_with([':', '=']) || value.contains("://") || value.contains('/') && is_name(value);
    mixed && value.len() >= 6 && !other && is_tagged(found) && !is_technical(value)
}

#[cfg(test)]
mod tests {
    use super::super::finds_secret as seen;

    #[test]
    fn a_value_with_a_tag_or_an_anchor_is_seen() {
        for text in [
            "password: !plain harbour7",
            "password: !!str harbour7",
            "password: !!str correcthorse",
            "password: !str 'harbour7'",
            "\"password\" : !x/text \"harbour7\"",
            "password: &db !!str harbour7",
            "password: !!str &db harbour7",
            "password: &db harbour7",
            "password: !plain\n  harbour7",
            "- password: >-\n    harbour7",
            "- password: |2-\n    harbour7",
            "- password: !!str >-\n    harbour7",
            "password: >- # as before\n\n  harbour7",
            "'password':\n  - harbour7",
            "Passwort: !!str harbour7",
            "contraseña: !texto harbour7",
            "api_key: !plain 7f9c2ba4e88f827d",
            "token: !!str &t 7f9c2ba4e88f827d",
            // A tag before the key is of something else.
            "!vault password: harbour7",
            "!env DB_PASSWORD=harbour7",
        ] {
            assert!(seen(text), "{text}");
        }
    }

    #[test]
    fn what_names_where_a_value_is_kept_is_not() {
        for text in [
            "password: !vault secret/db7",
            "password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256",
            "password: !Ref DatabasePassword2",
            "password: !Sub '${Db2Password}'",
            "password: !env DB2_PASSWORD",
            "password: !aws/secret db2/prod",
            "password: !!str <password>",
            "password: !!str ${DB2_PASSWORD}",
            "password: !!null null",
            "password:\n  min_length2: 12",
            "password:\n  sha256: yes",
            "passwords:\n  - rotated",
            "api_key: !secret 7f9c2ba4e88f827d",
        ] {
            assert!(!seen(text), "{text}");
        }
    }
}
