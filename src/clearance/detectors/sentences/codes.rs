//! Codes: for recovery, for a second factor, of a door.

use super::super::placeholder::is_placeholder;
use super::super::typed::is_given;
use super::super::{Found, Row};

pub(super) const ROWS: &[Row] = &[
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
    // Codes that are sent to somebody, and the code that unlocks a SIM card (PUK).
    Row::blocking(
        "secret-in-words",
        &[
            "otp",
            "2fa",
            "mfa",
            "tan",
            "puk",
            "verification",
            "your code",
            "confirmation",
            "security code",
            "login code",
            "backup",
            "recovery",
            "access code",
            "unlock",
            "pairing",
            "sms code",
        ],
        r"(?-u:\b)(?:(?i:t?otp|2fa|mfa|sms[ -]?tan|m-?tan)|TAN|PUK|(?i:(?:verification|confirmation|security|login|log-in|sign-in|sms|backup|recovery|rescue|access|unlock|pairing|your)[ -]codes?))(?i:[ \t]*(?:code|number|nr\.?))?(?i:[ \t]+(?:is|was|ist|war|of)|[ \t]*[:=\x{ff1a}])?[ \t]*[`\x22'*]{0,2}([0-9]{3,4}[ -]?[0-9]{3,4})(?-u:\b)",
        is_number,
    ),
    // Machines number their alarms, too, and say so without a verb.
    Row::blocking(
        "secret-in-words",
        &["alarm"],
        r"(?i)(?-u:\b)alarm(?:'s)?[ -]codes?[ \t]+(?:is|was|of)[ \t]+[`\x22'*]{0,2}([0-9]{4,8})(?-u:\b)",
        is_number,
    ),
    Row::blocking(
        "secret-in-words",
        &[
            "code d",
            "code pin",
            "zugangscode",
            "freigabecode",
            "tigungscode",
            "sicherheitscode",
            "einmalcode",
            "toegangscode",
            "verificatiecode",
            "digo de",
            "codice di",
            "kod dost",
            "kod wer",
            "kod sms",
            "код подтверждения",
            "Код подтверждения",
            "код доступа",
            "Код доступа",
            "認証コード",
            "確認コード",
            "暗証番号",
            "验证码",
            "驗證碼",
            "인증번호",
        ],
        concat!(
            r"(?i)(?:^|[^\p{Latin}\p{Cyrillic}\p{N}])(?:zugangscode|freigabecode|bestätigungscode|sicherheitscode|einmalcode|toegangscode|verificatiecode|code (?:d.acc[eè]s|de (?:confirmation|vérification|sécurité|validation)|pin)|c[óo]digo de (?:acces?so|verifica(?:ción|ção)|confirma(?:ción|ção)|seguri?dad|segurança)|codice di (?:accesso|verifica|sicurezza|conferma)|kod (?:dost[eę]pu|weryfikacyjny|sms)|код (?:подтверждения|доступа)|認証コード|確認コード|暗証番号|验证码|驗證碼|인증번호)",
            r"(?:[ \t]*[:=\x{ff1a}はが是는은][ \t]*|[ \t]+(?:lautet|lautete|ist|war|est|était|es|era|è|jest|is|was)[ \t]+|[ \t]+)[`\x22'*「]{0,2}([0-9]{3,4}[ -]?[0-9]{3,4}|[0-9]{4})(?-u:\b)"
        ),
        is_number,
    ),
    Row::blocking(
        "secret-in-words",
        &["combination"],
        r"(?i)(?-u:\b)combination(?-u:\b)[ \t]*(?:is|was|[:=])?[ \t]*[`\x22']?([0-9]{1,2}(?:-[0-9]{1,2}){2,3})(?-u:\b)",
        is_number,
    ),
    // A key in groups: of a licence, of a disk.
    Row::blocking(
        "secret-in-words",
        &["licen", "serial", "product key", "activation"],
        r"(?i)(?-u:\b)(?:licen[cs]e|serial|product|activation)[ -]?(?:key|number|code)s?(?-u:\b)[^\n]{0,12}?[:\s`\x22']((?-i:[A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){3,}))(?-u:\b)",
        is_given,
    ),
    Row::blocking(
        "secret-in-words",
        &["bitlocker", "recovery key"],
        r"(?i)(?-u:\b)(?:bitlocker|recovery key)(?-u:\b)[^\n]{0,24}?([0-9]{6}(?:-[0-9]{6}){2,7})(?-u:\b)",
        is_given,
    ),
];

/// Groups of letters and digits, and no day.
fn is_code(found: &Found<'_>) -> bool {
    let value = found.value();
    value.bytes().any(|b| b.is_ascii_digit())
        && value.bytes().any(|b| b.is_ascii_alphabetic())
        && !is_placeholder(value)
}

/// Digits that are neither a year, nor a day such as `20260302`, nor a number of a year such as `2026-0302`, nor status
/// codes of HTTP, nor a sequence.
fn is_number(found: &Found<'_>) -> bool {
    let value = found.value();
    let groups: Vec<&str> = value.split([' ', '-']).collect();
    let is_year = |group: &str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let date = is_year(value) || value.len() == 8 && is_year(&value[..4]);
    let of_a_year = groups.len() == 2 && is_year(groups[0]);
    let statuses = groups.iter().all(|group| is_status(group));
    let digits: Vec<u8> = value.bytes().filter(u8::is_ascii_digit).collect();
    let is_counted = |step: i16| digits.windows(2).all(|pair| i16::from(pair[1]) - i16::from(pair[0]) == step);
    let single = groups.iter().all(|group| group.len() == 1);
    let counts = (single || groups.len() == 1) && is_counted(1) || single && is_counted(-1);
    !(counts || date || of_a_year || statuses || is_placeholder(value))
}

/// Whether three digits are a status that HTTP defines.
fn is_status(digits: &str) -> bool {
    let status = digits.parse().unwrap_or_default();
    matches!(status, 100..=103 | 200..=208 | 226 | 300..=308 | 400..=418 | 421..=429 | 431 | 451 | 500..=511)
}

#[cfg(test)]
mod tests {
    use super::super::super::plain;

    #[test]
    fn codes_of_people_are_seen_and_numbers_of_years_and_status_codes_are_not() {
        let seen = |text: &str| plain().see(text, false).iter().any(|found| found.rule == "secret-in-words");
        for text in [
            "Access code 481 516",
            "TAN 4815-1623",
            "OTP 203 948",
            "access code 404 516",
            "TAN 481516",
            "the alarm code is 4815",
            "safe combination 12-34-56",
            "Der Zugangscode lautet 481516",
            "Le code d'accès : 481516",
            "el código de verificación es 481 516",
            "認証コードは 481516 です",
            "验证码：481516",
            "Kod dostępu: 481516",
        ] {
            assert!(seen(text), "{text}");
        }
        for text in [
            "Access code 500 404",
            "access codes 401-403",
            "login code 200 302",
            "TAN 2026-0302",
            "verification code 2025 1231",
            "TAN 20260302",
            "security code 1234",
            "the combination 3-2-1 of the backup rule",
            "alarm code 7012 was raised",
            "alarm code: 500404 cleared",
            "Le code de confirmation a été envoyé 4812 fois",
            "認証コードの送信が最大14分遅れた",
        ] {
            assert!(!seen(text), "{text}");
        }
    }
}
