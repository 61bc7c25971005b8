//! A password of a word and a number, as people choose them: `the password was Winter-2024`.
//!
//! Machines, versions and tickets have such names as well. So these rows want a verb that says what the password is, or what it became.

use super::super::Row;
use super::super::typed::is_word_with_number;

/// Words that mean a password and nothing else.
macro_rules! password {
    () => {
        r"(?i)(?:^|[^\p{Latin}\p{Cyrillic}\p{N}])(?:pass[ -]?words?|passwd|pass[ -]?phrase|pass[ -]?code|pwd|passwort|kennwort|mot de passe|contrase[ñn]a|palavra-passe|wachtwoord|l[öo]senord|adgangskode|passord|salasana|has[łl]o|heslo|jelsz[óo]|lozinka|парол(?:ем|[ьяюиа]))"
    };
}

/// Which password it is.
macro_rules! which {
    () => {
        r"(?:[ \t]+(?:(?:for|of|on|that|für|des|der|pour|de|du|del|di|van|till|для|от)[ \t]+[^\n.,;:]{1,24}?|used|in use))?"
    };
}

/// Quotes and Markdown syntax before a value; no round bracket, because tickets stand in those.
macro_rules! open {
    () => {
        "[\"'`*_\u{201c}\u{201e}\u{2018}\u{ab}\u{bb}\\[]{0,4}"
    };
}

/// The value: letters, a number, and signs that people add.
macro_rules! word_with_number {
    () => {
        r"(\p{L}{3,20}[-_.]?[0-9]{1,6}[!?$\x23*]{0,3})"
    };
}

/// Quotes and Markdown syntax after a value.
macro_rules! close {
    () => {
        "[\"'`*_\u{201c}\u{201d}\u{2019}\u{ab}\u{bb}]{0,4}"
    };
}

/// The value, up to its end.
macro_rules! value {
    () => {
        concat!(
            open!(),
            word_with_number!(),
            "(?:$|[\\s\"'`*_\u{201c}\u{201d}\u{2019}\u{ab}\u{bb}).,;:/\\]\u{2014}\u{2026}])"
        )
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
    "hasŁo",
    "haslo",
    "heslo",
    "jelsz",
    "lozinka",
    "парол",
    "Парол",
    "ПАРОЛ",
];

pub(super) const ROWS: &[Row] = &[
    // `The password was Winter-2024`.
    Row::blocking(
        "secret-in-words",
        PASSWORD,
        concat!(
            password!(),
            which!(),
            r"[ \t]+(?:is|was|were|(?:had|has)[ \t]+been|would[ \t]+be|became|stayed|remained|war|ist|lautete?|est|était|es|era|fue|è|är|var|blev|był[oa]?|jest|был[аои]?|это)[ \t]+(?:(?:still|now|then|just|only|always|literally|simply|noch|jetzt|immer|toujours|encore|todavía|ancora)[ \t]+)?",
            value!()
        ),
        is_word_with_number,
    ),
    // `The password was set to Winter-2024`, `changed from A to B`.
    Row::blocking(
        "secret-in-words",
        PASSWORD,
        concat!(
            password!(),
            which!(),
            r"(?:[ \t]+(?:is|was|were|has|had|been|\p{L}{2,12}ly)){0,4}[ \t]+(?:(?:re)?set|changed|put|rotated|switched)(?:[ \t]+back|[ \t]+\p{L}{2,12}ly|[ \t]+by[ \t]+\S{1,20}|[ \t]+from[ \t]+\S{1,30})?[ \t]+to[ \t]+",
            value!()
        ),
        is_word_with_number,
    ),
    // `Das Passwort wurde auf Sommer-2024 gesetzt`: without the verb at the end it is that of a machine.
    Row::blocking(
        "secret-in-words",
        PASSWORD,
        concat!(
            password!(),
            which!(),
            r"[ \t]+(?:wurde|war)[ \t]+auf[ \t]+",
            open!(),
            word_with_number!(),
            close!(),
            r"[ \t]+(?:gesetzt|geändert)"
        ),
        is_word_with_number,
    ),
    // `Winter-2024 was the password`.
    Row::blocking(
        "secret-in-words",
        PASSWORD,
        concat!(
            r"(?:^|[\s(])",
            open!(),
            word_with_number!(),
            close!(),
            r"[ \t]+(?i:is|was|remained|stayed)[ \t]+(?i:(?:still|always)[ \t]+)?(?i:the|our|its|their|his|her)[ \t]+(?:[\w-]{1,20}[ \t]+){0,2}(?i:password|passphrase|passcode)(?:[ \t]+(?:of|for|at|on|in|until)(?-u:\b)|[.,;:!?)\n]|$)"
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
            "The password had been Winter-2024",
            "The password was always May2024!",
            "The password was changed from Winter-2023 to Winter-2024",
            "The password was reset by Ana to Welcome1",
            "The password was temporarily set to Welcome1",
            "The password used was abc123",
            "The password that we had was Winter-2024",
            "The password was Winter-2024/Summer-2024",
            "It turned out that Winter-2024 was the password.",
            "The password was Shadow-2024",
            "The password was Blake2024",
            "the pwd was S3cr3tpass",
            "The password was S3cr3tpass",
            "The password was Shad0w99x",
            "HASŁO BYŁO Zima2024",
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
            "The password was rotated (INFRA-142).",
            "Password reset (PROJ-88) took ten minutes",
            "The password was changed (release-12)",
            "Das Passwort auf kasse-3 war abgelaufen.",
            "Das Passwort wurde auf server-12 zurückgesetzt.",
            "Das Passwort wurde auf Kasse3 zurückgesetzt.",
            "Das Kennwort auf node-3 war falsch.",
            "The password reset service-2 was down.",
            "The password reset email1 bounced.",
            "The passwords of all sites were rotated node-1 first",
            "The password was rotated April-2025.",
            "The password of etcd expired and the leader was etcd-2.",
            "The password for the pool was fine but traffic was switched back to blue2.",
            "After the password for vault expired the primary was node-3.",
            "Rotating the password is INFRA-142.",
            "Changing the password was step-4 of the runbook.",
            "The password was Type-7 encoded.",
            "The password is Kerberos5 only.",
            "The password was SSHA512 hashed.",
            "The password was switched to Keycloak22.",
            "Keeper-16 was the password manager.",
            "INFRA-142 was the password rotation.",
        ] {
            assert!(!seen(text), "{text}");
        }
    }
}
