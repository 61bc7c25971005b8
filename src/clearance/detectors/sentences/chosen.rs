//! A password of a word and a number, as people choose them: `the password was Winter-2024`.
//!
//! Names of machines and versions look the same, so the verb has to follow the word for the password, or what it is for.

use super::super::Row;
use super::super::typed::is_word_with_number;

/// Words that mean a password and nothing else.
macro_rules! password {
    () => {
        r"(?i)(?:^|[^\p{Latin}\p{Cyrillic}\p{N}])(?:pass[ -]?words?|passwd|pass[ -]?phrase|pass[ -]?code|pwd|passwort|kennwort|mot de passe|contrase[ñn]a|palavra-passe|wachtwoord|l[öo]senord|adgangskode|passord|salasana|has[łl]o|heslo|jelsz[óo]|lozinka|парол(?:ем|[ьяюиа]))"
    };
}

/// What the password is for.
macro_rules! what_for {
    () => {
        r"(?:[ \t]+(?:for|of|on|für|des|der|pour|de|du|del|di|van|till|для|от)[ \t]+[^\n.,;:]{1,40}?)?"
    };
}

/// The value: letters, a number, and what may be beside it.
macro_rules! value {
    () => {
        "[\"'`*_\u{201c}\u{201e}\u{2018}\u{ab}(]{0,4}(\\p{L}{4,20}[-_.]?[0-9]{1,6}[!?$\\x23*]{0,3})(?:$|[\\s\"'`*_\u{201c}\u{201d}\u{2019}\u{bb}).,;:])"
    };
}

/// Parts of which a text must contain one. Only the case of ASCII letters is ignored.
const PASSWORD: &[&str] = &[
    "passw",
    "pass w",
    "pass-w",
    "passp",
    "pass p",
    "pass-p",
    "passc",
    "pass c",
    "pass-c",
    "pwd",
    "kennwort",
    "mot de passe",
    "contrase",
    "palavra-passe",
    "wachtwoord",
    "senord",
    "adgangskode",
    "passord",
    "salasana",
    "hasło",
    "haslo",
    "heslo",
    "jelsz",
    "lozinka",
    "парол",
    "Парол",
    "ПАРОЛ",
];

pub(super) const ROWS: &[Row] = &[
    Row::blocking(
        "secret-in-words",
        PASSWORD,
        concat!(
            password!(),
            what_for!(),
            r"[ \t]+(?:is|was|were|remained|war|ist|lautete?|est|était|es|era|fue|è|är|var|blev|był[oa]?|jest|był|был[аои]?|это)[ \t]+(?:(?:still|now|then|just|only|noch|jetzt|toujours|encore|todavía|ancora)[ \t]+)?",
            value!()
        ),
        is_word_with_number,
    ),
    Row::blocking(
        "secret-in-words",
        PASSWORD,
        concat!(
            password!(),
            what_for!(),
            r"(?:[ \t]+(?:is|was|were|has|had|been|wurde|auf))*[ \t]+(?:(?:re)?set|changed|rotated|put|switched|back|auf)[ \t]+(?:back[ \t]+)?(?:to[ \t]+)?",
            value!()
        ),
        is_word_with_number,
    ),
];

#[cfg(test)]
mod tests {
    use super::super::super::finds_secret as seen;

    #[test]
    fn a_word_and_a_number_are_a_password_after_a_verb() {
        for text in [
            "The password was Winter-2024 until noon.",
            "The password was `Winter-2024`.",
            "The password was \"Autumn-24\".",
            "The password was gulls2.",
            "The password is Welcome1!",
            "The password was still Spring.2023",
            "The password was set to Spring.2023 by mistake.",
            "The password for the kiosks was set to Welcome1",
            "The password had been reset to welcome1.",
            "The password for the kiosks at the gate was Winter-2024.",
            "Das Passwort des Kassenkontos lautete Sommer-2024.",
            "Das Passwort wurde auf Sommer-2024 gesetzt.",
            "Le mot de passe était encore Hiver-2024.",
            "La contraseña era Verano2024.",
            "Пароль был Зима2024.",
        ] {
            assert!(seen(text), "{text}");
        }
    }

    #[test]
    fn versions_days_and_names_of_methods_are_not() {
        for text in [
            "The password was reset on 2024-01-02.",
            "The password was rotated 3 times.",
            "The password was SHA-256 hashed.",
            "The password was Argon2id-hashed.",
            "The password was changed to one of 20 characters.",
            "The password service was moved to Postgres16.",
            "The password manager is Keeper-16 on all laptops.",
            "The password hashing was switched to bcrypt2.",
            "The password was set in 2023.",
            "The password is scrypt1 hashed.",
            "The password was placeholder1.",
        ] {
            assert!(!seen(text), "{text}");
        }
    }
}
