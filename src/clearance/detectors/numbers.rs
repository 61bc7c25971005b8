//! Personal numbers: of cards, accounts and insurances.

mod accounts;
mod cards;

use self::accounts::is_iban;
use self::cards::{digits, has_card};
use super::{Found, Row, alone, examples};
use crate::Tier;

pub(super) const ROWS: &[Row] = &[
    Row { id: "card", tier: Tier::Block, words: &[], pattern: r"[0-9](?:[ -]?[0-9]){13,}", keep: has_card },
    // In capitals or in small letters, so that `week30 paid with DE...` does not begin in a word before it.
    Row {
        id: "iban",
        tier: Tier::Block,
        words: &[],
        pattern: r"(?-u:\b)(?:[A-Z]{2}[0-9]{2}(?:[ \x{a0}-]?[A-Z0-9]{4}){2,7}(?:[ \x{a0}-]?[A-Z0-9]{1,3})?|[A-Za-z][a-z][0-9]{2}(?:[ \x{a0}-]?[a-z0-9]{4}){2,7}(?:[ \x{a0}-]?[a-z0-9]{1,3})?)",
        keep: is_iban,
    },
    Row { id: "ssn", tier: Tier::Block, words: &[], pattern: r"[0-9]{3}-[0-9]{2}-[0-9]{4}", keep: is_ssn },
    Row {
        id: "ssn",
        tier: Tier::Block,
        words: &["ssn", "social security"],
        pattern: r"(?i)(?-u:\b)(?:ssn|social security(?: number| no\.?)?)(?-u:\b)[^\n0-9]{0,12}([0-9]{3} ?[0-9]{2} ?[0-9]{4})",
        keep: is_ssn,
    },
    // The Swiss number, by its country, its points and its check digit.
    Row {
        id: "ssn",
        tier: Tier::Block,
        words: &["756"],
        pattern: r"756[. ]?[0-9]{4}[. ]?[0-9]{4}[. ]?[0-9]{2}",
        keep: is_ahv,
    },
    // Numbers of other countries, after a word for them.
    Row {
        id: "ssn",
        tier: Tier::Block,
        words: &[
            "national i",
            "nino",
            "bsn",
            "cpf",
            "dni",
            "pesel",
            "personnummer",
            "codice fiscale",
            "steuer",
            "sozialvers",
            "passport n",
            "passnummer",
            "nhs n",
            "ni number",
            "aadhaar",
            "curité sociale",
            "CURITÉ SOCIALE",
            "cédula",
            "CÉDULA",
        ],
        pattern: r"(?i)(?-u:\b)(?:national (?:id(?:entity)?|insurance)(?: number| no\.?| card)?|nino|bsn|cpf|dni|pesel|personnummer|codice fiscale|steuer-?(?:id|nummer)|sozialversicherungsnummer|passport (?:no\.?|number)|passnummer|nhs (?:no\.?|number)|ni number|aadhaar|numéro de sécurité sociale|cédula)(?-u:\b)\.?(?:[ \t]*(?:[:=\x23]|is|was|ist|war))?[ \t]*([A-Z]{0,6}[ ]?[0-9](?:[ ./-]?[0-9A-Z]){6,16})(?-u:\b)",
        keep: is_of_a_person,
    },
];

/// Thirteen digits with a right last one, and no example of an office.
fn is_ahv(found: &Found<'_>) -> bool {
    let digits = digits(found.value());
    let sum: u32 = digits.iter().zip([1, 3].into_iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    let plain: String = found.value().chars().filter(char::is_ascii_digit).collect();
    // Without points it is one among many numbers of thirteen digits.
    let written = found.value().contains(['.', ' ']) || {
        let head = found.text.get(..found.range.start).unwrap_or_default().trim_end_matches([' ', ':', '.']);
        let last = |length: usize| head.get(head.len().saturating_sub(length)..).unwrap_or_default();
        ["ahv", "avs", "oasi", "svnr"].iter().any(|word| last(word.len()).eq_ignore_ascii_case(word))
    };
    alone(found) && written && sum.is_multiple_of(10) && !["7569217076985", "7561234567897"].contains(&plain.as_str())
}

/// Six digits and more that are not one digit over and over and do not count up.
fn is_of_a_person(found: &Found<'_>) -> bool {
    let digits: Vec<u8> = found.value().bytes().filter(u8::is_ascii_digit).collect();
    let counts = digits.windows(2).all(|pair| matches!(pair, [a, b] if *b == a + 1 || *b == *a));
    digits.len() >= 6 && !counts && alone(found)
}

fn is_ssn(found: &Found<'_>) -> bool {
    let digits: String = found.value().chars().filter(char::is_ascii_digit).collect();
    let (area, rest) = digits.split_at(3);
    let (group, serial) = rest.split_at(2);
    let edge = |c: Option<char>| !c.is_some_and(|c| matches!(c, '-' | '.'));
    let ends = edge(found.before()) && found.after() != Some('-');
    alone(found)
        && ends
        && !matches!(area, "000" | "666")
        && !area.starts_with('9')
        && group != "00"
        && serial != "0000"
        && !examples::SSNS.contains(&format!("{area}-{group}-{serial}").as_str())
}

#[cfg(test)]
mod tests {
    use super::super::plain;

    fn seen(text: &str) -> Vec<String> {
        plain().see(text, false).into_iter().map(|s| s.rule).collect()
    }

    /// Completes a card number by its check digit.
    fn card(start: &str) -> String {
        (0..10).map(|d| format!("{start}{d}")).find(|n| super::cards::luhn(&super::cards::digits(n))).unwrap()
    }

    /// Completes an account number by its check digits.
    fn iban(country: &str, rest: &str) -> String {
        let value = |all: u32, c: char| {
            let d = c.to_digit(36).unwrap();
            (all * if d > 9 { 100 } else { 10 } + d) % 97
        };
        let check = 98 - format!("{rest}{country}00").chars().fold(0, value);
        format!("{country}{check:02}{rest}")
    }

    #[test]
    fn numbers_of_people_are_seen() {
        let visa = card("411111222233334");
        let grouped = format!("{} {} {} {}", &visa[..4], &visa[4..8], &visa[8..12], &visa[12..]);
        for text in [&visa, &grouped, &card("37828224631123"), &card("555551555555444")] {
            assert_eq!(seen(text), ["card"], "{text}");
        }
        for text in [
            format!("{grouped} 12/26"),
            format!("{grouped} 0426"),
            format!("{visa} 12 26"),
            format!("row 2 {visa}"),
            format!("order 12 {grouped}"),
            format!("v2 {visa}"),
            format!("1700000000123 {visa}"),
            format!("1,{visa},Ana"),
            format!("the card no.{visa}"),
        ] {
            assert_eq!(seen(&text), ["card"], "{text}");
        }
        let account = iban("DE", "370400440532013001");
        let grouped =
            account.as_bytes().chunks(4).map(|c| std::str::from_utf8(c).unwrap()).collect::<Vec<_>>().join(" ");
        let (hyphens, small) = (grouped.replace(' ', "-"), account.to_lowercase());
        for text in [account, grouped, hyphens, small, iban("GB", "NWBK60161331926810")] {
            assert_eq!(seen(&text), ["iban"], "{text}");
            assert_eq!(seen(&format!("{text} AUSTRIA then")), ["iban"], "{text}");
            assert_eq!(seen(&format!("in week30 paid with {text}")), ["iban"], "{text}");
            assert_eq!(seen(&format!("row CH21 from {text}")), ["iban"], "{text}");
            assert!(!seen(&format!("{text}7")).contains(&"iban".to_owned()), "{text}");
        }
        for text in
            ["AHV 756.3026.0705.92", "756.3026.0705.92", "AVS: 7563026070592", "BSN 123456782", "CPF: 529.982.247-25"]
        {
            assert_eq!(seen(text), ["ssn"], "{text}");
        }
        for text in [
            "passport no. NX4839271",
            "Passnummer C01X48T47",
            "NHS number 943 476 5919",
            "NI number AB 39 27 16 C",
            "Aadhaar: 2346 5789 0124",
            "national insurance no. AB392716C",
        ] {
            assert!(seen(text).contains(&"ssn".to_owned()), "{text}");
        }
        for text in ["passport no longer needed by 2026", "NHS numbers were not exposed", "NHS number 123 456 789"] {
            assert!(!seen(text).contains(&"ssn".to_owned()), "{text}");
        }
        for text in ["cédula 1710034065", "CÉDULA: 1710034065", "NUMÉRO DE SÉCURITÉ SOCIALE 1 85 05 78 006 084"] {
            assert!(seen(text).contains(&"ssn".to_owned()), "{text}");
        }
        for text in ["756.9217.0769.85", "7563026070592 rows", "756.3026.0705.93", "national insurance was cut in 2026"]
        {
            assert!(!seen(text).contains(&"ssn".to_owned()), "{text}");
        }
        for text in ["ssn 219-09-9998", "SSN: 219 09 9998", "social security number 219099998"] {
            assert_eq!(seen(text), ["ssn"], "{text}");
        }
    }

    #[test]
    fn numbers_of_examples_are_not() {
        for text in [
            "4242 4242 4242 4242",
            "4111111111111111",
            "5555-5555-5555-4444",
            "378282246310005",
            "4000000000009995",
            "DE89 3704 0044 0532 0130 00",
            "GB29NWBK60161331926819",
            "GB82 WEST 1234 5698 7654 32",
            "123-45-6789",
        ] {
            assert!(seen(text).is_empty(), "{text}: {:?}", seen(text));
        }
    }

    #[test]
    fn other_numbers_are_not() {
        let visa = card("411111222233334");
        for text in [
            "4111111222233335".get(..15).unwrap_or_default(),
            "0.4111112222333341",
            "0,4111112222333341",
            "1700000000123456",
            "000-12-3456",
            "2026-03-0212",
            "DE00370400440532013000",
            "GB12 is not one",
        ] {
            assert!(seen(text).is_empty(), "{text}: {:?}", seen(text));
        }
        assert!(seen(&format!("id{visa}")).is_empty());
    }
}
