//! Passwords and tokens in sentences: after a word for them in many languages and a dash, an arrow, a bracket or a line
//! end.

use super::machine_made::{is_dense, is_machine_made, is_random};
use super::placeholder::is_placeholder;
use super::typed::{is_given, is_mixed, is_typed, is_typed_anywhere};
use super::{Found, Row};

/// Words for a password.
macro_rules! password {
    () => {
        r"(?:pass[ -]?words?|passwd|pass[ -]?phrase|pass[ -]?code|pass|pwd|pw|psk|passwort|kennwort|mot de passe|mdp|contrase(?:ñ|n)a|clave|senha|palavra-passe|parola|wachtwoord|lösenord|losenord|adgangskode|passord|salasana|hasło|haslo|heslo|jelszó|jelszo|şifre|sifre|geslo|lozinka|slaptažodis|пароль|пароля|пароля?|парола|лозинка|κωδικός|סיסמה|كلمة المرور|密码|密碼|口令|パスワード|비밀번호|암호|รหัสผ่าน|mật khẩu|kata sandi)"
    };
}

/// Words of which a text must contain one for these rows.
const PASSWORD: &[&str] = &[
    "pass",
    "pwd",
    "pw",
    "psk",
    "kennwort",
    "mdp",
    "contrase",
    "clave",
    "senha",
    "parola",
    "wachtwoord",
    "senord",
    "adgangskode",
    "salasana",
    "has\u{142}o",
    "haslo",
    "heslo",
    "jelsz",
    "ifre",
    "geslo",
    "lozinka",
    "slapta",
    "\u{430}рол",
    "лозинка",
    "κωδικ",
    "סיסמה",
    "المرور",
    "密码",
    "密碼",
    "口令",
    "パスワード",
    "비밀번호",
    "암호",
    "รหัสผ่าน",
    "mật khẩu",
    "kata sandi",
];

/// Words for tokens, whose values are machine-generated.
macro_rules! token {
    () => {
        r"(?:tokens?|secrets?|(?:api|access|secret|private|signing|encryption|master|auth|license)[ _-]?keys?)"
    };
}

/// Quotes and Markdown syntax before a value.
macro_rules! open {
    () => {
        "[\"'`*_\u{201c}\u{201e}\u{2018}\u{ab}\u{300c}(\\[]{0,4}"
    };
}

macro_rules! value {
    () => {
        "([^\\s\"'`\u{201c}\u{201d}\u{2019}\u{ab}\u{bb}\u{300d}<>|,;]{6,64})"
    };
}

pub(super) const ROWS: &[Row] = &[
    // `Password – x`, `password (x)`, `the password x was set`.
    Row::blocking(
        "secret-in-words",
        PASSWORD,
        concat!(
            r"(?i)(?:^|[^\p{L}\p{N}])",
            password!(),
            "[\"'`*_)\\]]{0,3}(?:[ \t\u{a0}\u{3000}]{1,4}(?:(?:[:=\u{ff1a}\u{2013}\u{2014}\u{2212}\u{2192}\u{21d2}>|~]|-{1,2}>?|=>|is|was|war|ist|est|es|for [^\\s]{1,30}|to|from)[ \t\u{a0}\u{3000}]{0,4})?|(?:[:=\u{ff1a}\u{2013}\u{2014}\u{2212}\u{2192}\u{21d2}>|(\u{306f}\u{304c}\u{662f}\u{4e3a}\u{70ba}\u{c740}\u{b294}\u{c774}\u{ac00}]|-{1,2}>?|=>)[ \t\u{a0}\u{3000}]{0,4})",
            open!(),
            value!()
        ),
        is_typed,
    ),
    // The value before the word: `x was the password of the database`.
    Row::blocking(
        "secret-in-words",
        PASSWORD,
        concat!(
            "(?:^|[\\s(])",
            open!(),
            value!(),
            r#"["'`*_\u{201d}\u{2019}\u{bb})\]]{0,4}[ \t]+(?i:is|was|were|as|became|ist|war|est|era)[ \t]+(?i:(?:the|our|its|their|his|her|a|das|le|la|el)[ \t]+)?(?:[\w-]{1,20}[ \t]+){0,2}"#,
            "(?i:",
            password!(),
            r")(?-u:\b)"
        ),
        is_typed,
    ),
    // The value in the next line: a block of YAML, a definition, a paragraph of its own.
    Row::blocking(
        "secret-assigned",
        PASSWORD,
        concat!(
            r"(?i)(?:^|[^\p{L}\p{N}])",
            password!(),
            "[\"'`*_)\\]]{0,3}[ \t]*[:=\u{ff1a}]?[ \t]*(?:[|>][+-]?[0-9]?)?[ \t]*(?:\\x23[^\n]*)?\r?\n(?:[ \t>]*\r?\n)?[ \t>]*(?:[:-][ \t]+)?(?:value:[ \t]*(?:[|>][+-]?\\s+)?)?",
            open!(),
            value!()
        ),
        is_mixed,
    ),
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
    // The name is on one line, and `value` on the next.
    Row::blocking(
        "secret-assigned",
        &["value"],
        r#"(?i)name["']?:[ \t]*["']?[a-z0-9_.-]*(?:password|passwd|pwd|secret|token|key)["']?,?\s+["']?value["']?:[ \t]*[|>][+-]?[0-9]?\s+([^\s"']{6,})"#,
        is_mixed,
    ),
    // A tag or an anchor of YAML before the value.
    Row::blocking(
        "secret-assigned",
        &["!!", ": &"],
        concat!(
            r"(?i)(?:^|[^\p{L}\p{N}])",
            password!(),
            r#"["']?:[ \t]*(?:!!?[a-z]+|&[a-z0-9_]+)[ \t]+["']?([^\s"']{4,})"#
        ),
        is_given,
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
    // A shorter one behind a word that nothing but a secret has.
    Row::blocking(
        "secret-in-words",
        &["secret", "key"],
        r#"(?i)(?:^|[^a-z0-9])(?:client[ _-]?secret|(?:api|signing|encryption|shared|master|license)[ _-]?(?:key|secret))["'`*_]{0,3}[ \t]+(?:(?:is|was|to|from|of|[–—→-]|->)[ \t]+)?["'`*_(“]{0,3}([A-Za-z0-9/+_=!$-]{8,64})"#,
        is_secret,
    ),
    // In quotes, or behind a verb, also in the digits of a hash.
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
    // A name and a password behind a word for both.
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
    // Settings of mail clients, directories and routers.
    Row::blocking(
        "secret-in-words",
        &["basic "],
        r"(?-u:\b)[Bb]asic[ \t]+([A-Za-z0-9+/]{12,}={0,2})(?:$|[^A-Za-z0-9+/=])",
        is_encoded,
    ),
];

/// Machine-generated, and not a placeholder.
fn is_made(found: &Found<'_>) -> bool {
    is_machine_made(found.value()) && !is_placeholder(found.value())
}

fn is_long_key(found: &Found<'_>) -> bool {
    let value = found.value().trim_end_matches(['-', '.']);
    let cases = value.bytes().any(|b| b.is_ascii_uppercase()) && value.bytes().any(|b| b.is_ascii_lowercase());
    cases && is_random(value) && !is_placeholder(value)
}

/// As people or programs make it, and no fingerprint of a key that everybody has.
fn is_secret(found: &Found<'_>) -> bool {
    let value = found.value();
    let fingerprint = value.bytes().all(|b| b.is_ascii_digit() || (b'A'..=b'F').contains(&b));
    is_typed(found) && !fingerprint
}

/// Made by a machine, behind a word for a token that lets somebody in, and not for one that tells a page or a lock from another.
fn is_said_token(found: &Found<'_>) -> bool {
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
    let head = found.text.get(..found.range.start).unwrap_or_default().to_ascii_lowercase();
    let head = head.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    let mut words = head.rsplit(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let before = words.find(|word| ["token", "secret"].contains(word)).and_then(|_| words.next());
    is_dense(found.value()) && !is_placeholder(found.value()) && !before.is_some_and(|word| OTHERS.contains(&word))
}

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

/// Base64, not a word.
fn is_encoded(found: &Found<'_>) -> bool {
    let value = found.value();
    let humps =
        value.as_bytes().windows(2).filter(|w| matches!(w, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()));
    (value.ends_with('=') || humps.count() >= 2) && !is_placeholder(value)
}
