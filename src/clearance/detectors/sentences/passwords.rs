//! Passwords after a word for them in many languages.

use super::super::typed::{is_given, is_mixed, is_typed};
use super::super::Row;

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
];
