//! Passwords that a program is given in a call, in a block of settings, on its input or in an address of its own.

use super::machine_made::is_dense;
use super::placeholder::is_placeholder;
use super::typed::{is_given, is_mixed, is_typed};
use super::{Found, Row, alone};

const fn flag(words: &'static [&'static str], pattern: &'static str, keep: fn(&Found<'_>) -> bool) -> Row {
    Row::blocking("password-flag", words, pattern, keep)
}

const fn assigned(words: &'static [&'static str], pattern: &'static str, keep: fn(&Found<'_>) -> bool) -> Row {
    Row::blocking("secret-assigned", words, pattern, keep)
}

#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // A name and a password in a call.
    assigned(&["auth=(", "auth = (", "credentials(", "basicauth(", "basic_auth(", "login(", "connect("],
        r#"(?i)(?:(?-u:\b)auth ?= ?\(|credentials\(|basic_?auth\(|(?-u:\b)login\(|(?-u:\b)connect\()[^\n,()]{1,60},[ \t]*["']([^"'\n]{4,})["']"#, is_mixed),
    // A variable of Terraform with a value.
    assigned(&["variable \""],
        r#"(?i)(?-u:\b)variable[ \t]+"[a-z0-9_-]*(?:password|passwd|secret|token|key)"\s*\{[^{}]{0,300}?default\s*=\s*"([^"\n]{4,})""#, is_mixed),
    // Names and values as a list in JSON or YAML, with something between the two or the value first.
    assigned(&["\"value\"", "'value'", "value:"],
        r#"(?i)["']?(?-u:\b)(?:name|key|field|variable|param(?:eter)?)["']?\s*:\s*["']?[a-z0-9_.-]*(?:password|passwd|pwd|secret|token|api_?key|access_?key|private_?key)["']?\s*,?\s*(?:["']?[a-z_]{2,20}["']?\s*:\s*["']?[^\s"',{}]{0,40}["']?\s*,?\s*){1,3}?["']?value["']?\s*:\s*["']?([^\s"',{}]{4,})|["']key["']\s*:\s*["'][a-z0-9_.-]*(?:password|passwd|pwd|secret|token|api_?key)["']\s*,\s*["']value["']\s*:\s*["']([^\s"',{}]{4,})|["']value["']\s*:\s*["']([^\s"',{}]{4,})["']\s*,\s*["'](?:name|key)["']\s*:\s*["'][a-z0-9_.-]*(?:password|passwd|pwd|secret|token|api_?key)["']"#, is_mixed),
    assigned(&["configure set", "config set", "config:set", "env set"],
        r#"(?i)(?-u:\b)(?:configure|config|env)[ :]set[ \t]+(?:-\S+[ \t]+)*\S*(?:secret|token|password|passwd|key|_auth)\S*[ \t=]+["']?([^\s"'`]{6,})"#, is_mixed),
    // Flags of single programs.
    flag(&["ssh-keygen"], r#"(?-u:\b)ssh-keygen(?-u:\b)[^\n|]*?\s-[NP][ \t]*["']?([^\s"'`-][^\s"'`]{2,})"#, is_given),
    flag(&["storepass", "keypass"], r#"(?:^|\s)-(?:src|dest)?(?:store|key)pass[ \t]+["']?(?:pass:)?([^\s"'`:-][^\s"'`]{2,})"#, is_given),
    flag(&["isql", "osql", "tsql"], r#"(?-u:\b)(?:f?isql|osql|tsql)(?-u:\b)[^\n|]*?\s-P[ \t]*["']?([^\s"'`-][^\s"'`]{2,})"#, is_given),
    flag(&["passwd "], r#"(?:^|[\s`$\x23>])passwd[ \t]+[a-z][\w.-]*[ \t]+["']?([^\s"'`]{6,})"#, is_typed),
    flag(&["<<<"],
        r#"(?-u:\b)(?:chpasswd|kinit|passwd|cryptsetup|su|sudo|login|ansible-vault|gpg2?|openssl)(?-u:\b)[^\n|<]{0,80}?<<<[ \t]*["']?(?:[\w.-]+:)?([^\s"'$`]{3,})"#, is_given),
    // What a link of a mail carries, and the words that open a wallet.
    Row::blocking("secret-parameter", &["/reset", "/invit", "/verif", "/confirm", "/activat", "/magic", "/accept"],
        r"(?i)/(?:reset|invit(?:e|ation)|verif(?:y|ication)|confirm(?:ation)?|activat(?:e|ion)|magic|accept)(?:[-_/]?[a-z]{2,12}){0,2}/([a-z0-9_-]{20,})", is_token),
    Row::blocking("secret-in-words", &["phrase", "mnemonic", "seed words"],
        r"(?i)(?-u:\b)(?:(?:seed|recovery|secret|backup|wallet)[ -](?:phrase|words)|mnemonic(?:[ -]phrase)?)(?:[ \t]+(?:is|was|were))?[ \t]*:?[ \t]*\r?\n?[`\x22']?((?:[a-z]{3,8}[ ,]{1,2}){11,23}[a-z]{3,8})(?-u:\b)", alone),
    // Two hashes of Windows, which open as much as the password does.
    Row::blocking("password-hash", &[":"], r"(?i)[0-9a-f]{32}:[0-9a-f]{32}", alone),
];

fn is_token(found: &Found<'_>) -> bool {
    is_dense(found.value()) && !is_placeholder(found.value())
}

#[cfg(test)]
mod tests {
    use super::super::plain;

    fn seen(text: &str) -> bool {
        plain().see(text, false).iter().any(|found| found.tier == crate::Tier::Block)
    }

    #[test]
    fn passwords_are_seen_where_programs_read_them() {
        for text in [
            "auth=(\"app\", \"SECRET\")",
            "new NetCredentials(\"app\", \"SECRET\")",
            "connect(\"app\", \"SECRET\", host=\"example.com\")",
            "variable \"db_password\" {\n  default = \"SECRET\"\n}",
            "{\"name\":\"DB_PASSWORD\",\"type\":\"secret\",\"value\":\"SECRET\"}",
            "[{\"key\":\"DB_PASSWORD\",\"value\":\"SECRET\"}]",
            "{\"value\":\"SECRET\",\"key\":\"DB_PASSWORD\"}",
            "aws configure set aws_secret_access_key SECRET",
            "heroku config:set API_TOKEN SECRET",
            "ssh-keygen -t ed25519 -N SECRET -f k",
            "keytool -list -storepass SECRET",
            "isql -U sa -P SECRET",
            "passwd app SECRET",
            "kinit app <<< SECRET",
            "chpasswd <<< \"app:SECRET\"",
            "https://example.com/reset/7f9c2ba4e88f827d616011aa",
            "/invite/accept/7f9c2ba4e88f827d616011aa",
            "seed phrase: abandon ability able about above absent absorb abstract absurd abuse access accident",
            "aad3b435b51404eeaad3b435b51404ee:8846f7eaee8fb117ad06bdd830b7586c",
        ] {
            let text = text.replace("SECRET", "Tr0ub4dor3x");
            assert!(seen(&text), "{text}");
        }
    }

    #[test]
    fn calls_and_settings_without_one_are_not() {
        for text in [
            "connect(\"orders\", \"primary\")",
            "login(user, password)",
            "variable \"db_password\" {\n  type = string\n}",
            "{\"name\":\"DB_PASSWORD\",\"valueFrom\":{\"secretKeyRef\":{\"name\":\"orders\"}}}",
            "[{\"key\":\"region\",\"value\":\"eu-west-1\"}]",
            "aws configure set region eu-west-1",
            "ssh-keygen -R example.com",
            "passwd expired yesterday",
            "cat <<< \"$text\"",
            "/reset/confirmation-by-mail-or-phone",
            "the recovery phrase of each customer stayed on their own device",
            "trace 7f9c2ba4e88f827d:1",
        ] {
            assert!(!seen(text), "{text}");
        }
    }
}
