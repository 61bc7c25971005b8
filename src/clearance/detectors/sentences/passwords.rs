//! Passwords after a word for them in many languages.

use super::super::Row;
use super::super::tags::{is_below_its_key, is_tagged};
use super::super::typed::{is_mixed, is_typed, is_typed_anywhere};

/// Words for a password.
macro_rules! password {
    () => {
        r"(?:pass[ -]?words?|passwd|pass[ -]?phrase|pass[ -]?code|pass|pwd|pw|psk|passwort|kennwort|mot de passe|mdp|contrase[ñn]a|clave|senha|palavra-passe|parol[aă]|wachtwoord|l[öo]senord|adgangskode|passord|salasana|has[łl]o|heslo|jelsz[óo]|[şs][iİ]fre|geslo|lozinka|slaptažodis|парол(?:ем|[ьяюиа])|лозинка|κωδικός|סיסמה|كلمة المرور|رمز عبور|پسورد|पासवर्ड|密码|密碼|口令|パスワード|비밀번호|암호|รหัสผ่าน|mật khẩu|kata sandi|(?:wlan|wi-?fi|netzwerk|api|zugangs|zugriffs|lizenz)[ -]?schl(?:[üu]|ue)ssel|access code|zugangscode|toegangscode|code d.acc[eè]s|c[óo]digo de acces?so|codice di accesso|kod dost[eę]pu|アクセスコード)"
    };
}

/// What may come before such a word: no digit, and no letter of an alphabet with gaps between words. Chinese and Japanese have
/// no gaps, and in Hebrew and Arabic the article is written at the word.
macro_rules! before {
    () => {
        r"(?i)(?:^|[^\p{Latin}\p{Cyrillic}\p{Greek}\p{N}])"
    };
}

/// A word for a password, what may be between, and the value.
macro_rules! value_after {
    ($between:literal) => {
        concat!(before!(), password!(), $between, open!(), value!())
    };
}

/// Parts of which a text must contain one for these rows. Only the case of ASCII letters is ignored, so others are here in
/// both cases.
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
    "parol",
    "wachtwoord",
    "senord",
    "adgangskode",
    "salasana",
    "hasło",
    "hasŁo",
    "haslo",
    "heslo",
    "jelsz",
    "ifre",
    "İFRE",
    "geslo",
    "lozinka",
    "slapta",
    "арол",
    "АРОЛ",
    "озинк",
    "ОЗИНК",
    "ωδικ",
    "ΩΔΙΚ",
    "סיסמה",
    "المرور",
    "رمز عبور",
    "پسورد",
    "पासवर्ड",
    "密码",
    "密碼",
    "口令",
    "パスワード",
    "비밀번호",
    "암호",
    "รหัสผ่าน",
    "mật khẩu",
    "MẬT KHẨU",
    "kata sandi",
    "schl",
    "access code",
    "zugangscode",
    "toegangscode",
    "code d",
    "digo de acces",
    "codice di",
    "kod dost",
    "アクセスコード",
];

pub(super) const ROWS: &[Row] = &[
    // `Password – x`, `password (x)`, `the password x was set`.
    Row::blocking(
        "secret-in-words",
        PASSWORD,
        value_after!(
            "[\"'`*_)\\]]{0,3}(?:[ \t\u{a0}\u{3000}]{1,4}(?:(?:[:=\u{ff1a}\u{2013}\u{2014}\u{2212}\u{2192}\u{21d2}>|~]|-{1,2}>?|=>|(?:is|was|war|ist|est|es|were|became|wurde|lautete?|était|etait|devint|era|fue|foi|è|é|är|er|var|blev|jest|był[oa]?|był|to jest|был[аои]?|стал|это)(?:[ \t]+(?:now|still|then|jetzt|maintenant|ahora|agora|ora|теперь))?|היא|هي|for [^\\s]{1,30}|to|from)[ \t\u{a0}\u{3000}]{0,4})?|(?:[:=\u{ff1a}\u{2013}\u{2014}\u{2212}\u{2192}\u{21d2}>|(\u{306f}\u{304c}\u{662f}\u{4e3a}\u{70ba}\u{c740}\u{b294}\u{c774}\u{ac00}]|-{1,2}>?|=>)[ \t\u{a0}\u{3000}]{0,4})"
        ),
        is_typed,
    ),
    // Words between that say whose or for what it is: `password for the account of the vendor: x`.
    Row::blocking(
        "secret-in-words",
        PASSWORD,
        value_after!(
            r#"(?:[ \t\u{a0}]{1,2}[\p{L}\p{N}.'\u{2019}-]{1,24}){1,6}[ \t\u{a0}]{0,2}(?:[:=\u{ff1a}]|(?:[ \t](?:is|was|lautet|ist|war|est|était|es|era|è|to|jest)))[ \t\u{a0}]{0,3}"#
        ),
        is_typed_anywhere,
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
        value_after!(
            "[\"'`*_)\\]]{0,3}[ \t]*[:=\u{ff1a}]?[ \t]*(?:[|>][+-]?[0-9]?)?[ \t]*(?:\\x23[^\n]*)?\r?\n(?:[ \t>]*\r?\n)?[ \t>]*(?:[:-][ \t]+)?(?:value:[ \t]*(?:[|>][+-]?\\s+)?)?"
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
    // The same for a key of YAML, whose value may also be a word and a number.
    Row::blocking(
        "secret-assigned",
        PASSWORD,
        value_after!(
            "[\"'`*_]{0,3}[ \t]*:[ \t]*(?:[!&][^\\s\"'`]*[ \t]*){0,2}(?:[|>][+-]?[0-9]?[+-]?)?[ \t]*(?:\\x23[^\n]*)?\r?\n(?:[ \t>]*\r?\n)?[ \t>]*(?:-[ \t]+)?(?:[!&][^\\s\"'`]*[ \t]+){0,2}"
        ),
        is_below_its_key,
    ),
    // A tag or an anchor of YAML before the value.
    Row::blocking(
        "secret-assigned",
        PASSWORD,
        concat!(
            before!(),
            password!(),
            r#"["'`*_]{0,3}[ \t]*:[ \t]*(?:[!&][^\s"'`]*[ \t]+){1,2}(?:"([^"\n]{4,})"|'([^'\n]{4,})'|([^\s"'`|>!&][^\s"'`]{3,}))"#
        ),
        is_tagged,
    ),
];

#[cfg(test)]
mod tests {
    use super::super::super::finds_secret as seen;

    #[test]
    fn a_password_is_seen_after_a_word_of_any_language_and_case() {
        for word in [
            "password",
            "pass word",
            "passphrase",
            "passcode",
            "passwd",
            "pwd",
            "pw",
            "psk",
            "Passwort",
            "Kennwort",
            "mot de passe",
            "mdp",
            "contraseña",
            "contrasena",
            "clave",
            "senha",
            "palavra-passe",
            "parola",
            "parolă",
            "wachtwoord",
            "lösenord",
            "losenord",
            "adgangskode",
            "passord",
            "salasana",
            "hasło",
            "haslo",
            "heslo",
            "jelszó",
            "şifre",
            "sifre",
            "ŞİFRE",
            "geslo",
            "lozinka",
            "slaptažodis",
            "пароль",
            "пароля",
            "лозинка",
            "κωδικός",
            "סיסמה",
            "كلمة المرور",
            "رمز عبور",
            "پسورد",
            "पासवर्ड",
            "密码",
            "密碼",
            "口令",
            "パスワード",
            "비밀번호",
            "암호",
            "รหัสผ่าน",
            "mật khẩu",
            "kata sandi",
            "WLAN-Schlüssel",
            "API-Schluessel",
            "Netzwerkschlüssel",
        ] {
            let mut signs = word.chars();
            let capital: String = signs.next().into_iter().flat_map(char::to_uppercase).chain(signs).collect();
            for word in [word, &capital, &word.to_uppercase()] {
                assert!(seen(&format!("It said {word}: Tr0ub4dor3x then.")), "{word}");
                assert!(seen(&format!("{word}:\n  Tr0ub4dor3x\n")), "{word}");
            }
        }
    }

    #[test]
    fn a_password_is_seen_after_other_verbs() {
        for text in [
            "le mot de passe était Gr8-h3ron!Lamp",
            "Kennwort lautet Gr8-h3ron!Lamp",
            "пароль был Gr8-h3ron!Lamp",
            "parolă: Gr8-h3ron!Lamp",
            "la contraseña era Gr8-h3ron!Lamp",
            "la password era Gr8-h3ron!Lamp",
            "the pass is now Gr8-h3ron!Lamp",
        ] {
            assert!(seen(text), "{text}");
        }
    }

    #[test]
    fn a_password_is_seen_after_words_that_say_whose_it_is() {
        for text in [
            "The temporary password for the vendor's account: Tr0ub4dor3x",
            "la contraseña del administrador es Tr0ub4dor3x",
            "Hasło administratora: Tr0ub4dor3x",
            "Passwort des Dienstkontos lautet Tr0ub4dor3x",
            "Le code d\u{2019}accès Wi-Fi : Tr0ub4dor3x",
            "Zugangscode: Tr0ub4dor3x",
        ] {
            assert!(seen(text), "{text}");
        }
        for text in [
            "the password policy of version 2.0: 14 characters",
            "the password reset in release 4.2.1: slow",
            "password hashes of 2019 were moved to argon2id",
            "the password field on the page: Chrome120 filled it",
        ] {
            assert!(!seen(text), "{text}");
        }
    }

    #[test]
    fn no_gap_is_needed_where_a_script_has_none() {
        for text in [
            "数据库密码是Tr0ub4dor3x",
            "DBのパスワード：Tr0ub4dor3x",
            "관리자비밀번호는 Tr0ub4dor3x",
            "הסיסמה היא Tr0ub4dor3x",
        ] {
            assert!(seen(text), "{text}");
        }
        for text in [
            "密码已更换 3 次",
            "пароль был сменён 2026-03-02",
            "the password: changed",
            "Cache-Schlüssel: user42profile7x",
        ] {
            assert!(!seen(text), "{text}");
        }
    }
}
