//! Personal numbers: telephone, card, account and insurance numbers.

use super::{Found, Row, alone, examples};
use crate::Tier;

pub(super) const ROWS: &[Row] = &[
    Row {
        id: "phone",
        tier: Tier::Block,
        words: &["+"],
        pattern: r"\+[1-9][0-9]{0,3}(?:[ .\x{a0}\x{2010}-\x{2015}-]?\(?[0-9]{1,5}\)?){2,6}",
        keep: is_phone,
    },
    Row { id: "card", tier: Tier::Block, words: &[], pattern: r"[0-9](?:[ -]?[0-9]){13,}", keep: has_card },
    Row {
        id: "iban",
        tier: Tier::Block,
        words: &[],
        pattern: r"(?i)[A-Z]{2}[0-9]{2}(?:[ \x{a0}-]?[A-Z0-9]{4}){2,7}(?:[ \x{a0}-]?[A-Z0-9]{1,3})?",
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
];

fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

/// Eight to fifteen digits after a `+`. Without the `+` there would be too many false matches.
fn is_phone(found: &Found<'_>) -> bool {
    let value = found.value();
    let count = digits(value).len();
    // `+10 000 000` is an increase: groups of three digits after a short first group.
    let mut groups = value.trim_start_matches('+').split([' ', '.', '\u{a0}', ',']);
    let first = groups.next().unwrap_or_default().len();
    let growth = groups.clone().count() > 0
        && first <= 3
        && groups.all(|group| group.len() == 3)
        && (count < 10 || value.ends_with("000 000") || value.ends_with("000.000"));
    let one_run = !value.contains([' ', '.', '-', '(', '\u{a0}']) && count < 9;
    let joined = found.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '+' | '-'));
    let mut behind = found.text.get(found.range.end..).unwrap_or_default().chars();
    let longer = match behind.next() {
        Some(',') => behind.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphanumeric() || c == '%',
        None => false,
    };
    (8..=15).contains(&count) && !growth && !one_run && !joined && !longer && !examples::is_phone(value)
}

/// Groups of digits of which some are a card, whatever numbers are beside it: `4929 1234 5678 9012 12 26`.
fn has_card(found: &Found<'_>) -> bool {
    const GROUPED: [&[usize]; 4] = [&[4, 4, 4, 4], &[4, 6, 5], &[4, 6, 4], &[4, 4, 4, 4, 3]];
    let head = found.text.get(..found.range.start).unwrap_or_default();
    // The digits behind the point, or behind the comma of other languages.
    let share = head.strip_suffix('.').is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()))
        || head.strip_suffix("0,").is_some_and(|head| !head.ends_with(|c: char| c.is_ascii_digit()));
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    let mut groups: Vec<&str> = found.value().split([' ', '-']).collect();
    // The first or the last may be part of something else.
    if share || joins(found.before()) {
        groups.remove(0);
    }
    if joins(found.after()) {
        groups.pop();
    }
    let is = |groups: &[&str]| is_card(&digits(&groups.concat()), groups.len() > 1);
    let in_groups = |lengths: &&[usize]| {
        let mut parts = groups.windows(lengths.len());
        parts.any(|part| part.iter().map(|group| group.len()).eq(lengths.iter().copied()) && is(part))
    };
    is(&groups) || groups.iter().any(|group| is(&[*group])) || GROUPED.iter().any(in_groups)
}

fn is_card(digits: &[u32], grouped: bool) -> bool {
    let number = |n: usize| digits.iter().take(n).fold(0, |all, d| all * 10 + d);
    let known = match digits.len() {
        14 => matches!(number(3), 300..=305) || matches!(number(2), 36 | 38),
        15 => matches!(number(2), 34 | 37),
        16 => {
            number(1) == 4
                || matches!(number(2), 51..=55 | 35 | 65)
                || matches!(number(4), 2221..=2720 | 6011)
                || matches!(number(3), 644..=649)
        }
        // A number of this length without groups is more likely an id.
        19 => matches!(number(1), 4 | 6) && grouped,
        _ => false,
    };
    known && !examples::is_card(digits) && luhn(digits)
}

fn luhn(digits: &[u32]) -> bool {
    let doubled = |d: u32| if d > 4 { 2 * d - 9 } else { 2 * d };
    let all = digits.iter().rev().enumerate().map(|(n, d)| if n % 2 == 1 { doubled(*d) } else { *d });
    all.sum::<u32>() % 10 == 0 && digits.iter().any(|d| *d != 0)
}

/// The lengths of IBANs by country.
const IBAN: &[(&str, usize)] = &[
    ("AD", 24),
    ("AE", 23),
    ("AL", 28),
    ("AT", 20),
    ("AZ", 28),
    ("BA", 20),
    ("BE", 16),
    ("BG", 22),
    ("BH", 22),
    ("BR", 29),
    ("CH", 21),
    ("CR", 22),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("DO", 28),
    ("EE", 20),
    ("ES", 24),
    ("FI", 18),
    ("FO", 18),
    ("FR", 27),
    ("GB", 22),
    ("GE", 22),
    ("GI", 23),
    ("GL", 18),
    ("GR", 27),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IL", 23),
    ("IS", 26),
    ("IT", 27),
    ("JO", 30),
    ("KW", 30),
    ("KZ", 20),
    ("LB", 28),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("MC", 27),
    ("MD", 24),
    ("ME", 22),
    ("MK", 19),
    ("MT", 31),
    ("MU", 30),
    ("NL", 18),
    ("NO", 15),
    ("PK", 24),
    ("PL", 28),
    ("PT", 25),
    ("QA", 29),
    ("RO", 24),
    ("RS", 22),
    ("SA", 24),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("TN", 24),
    ("TR", 26),
    ("UA", 29),
];

fn is_iban(found: &Found<'_>) -> bool {
    let value = found.value();
    let plain: String = value.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    let Some((_, length)) = IBAN.iter().find(|(country, _)| plain.starts_with(country)) else { return false };
    // The pattern may include a following word.
    let Some(plain) = plain.get(..*length) else { return false };
    let mut signs = value.char_indices().filter(|(_, c)| c.is_ascii_alphanumeric());
    let end = signs.nth(length - 1).map_or(value.len(), |(at, _)| at + 1);
    let range = found.range.start..found.range.start + end;
    if examples::is_iban(plain) || !alone(&Found { range, ..*found }) {
        return false;
    }
    let (head, tail) = plain.split_at(4);
    let value = |all: u32, c: char| {
        let d = c.to_digit(36).unwrap_or_default();
        (all * if d > 9 { 100 } else { 10 } + d) % 97
    };
    tail.chars().chain(head.chars()).fold(0, value) == 1
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
        (0..10).map(|d| format!("{start}{d}")).find(|n| super::luhn(&super::digits(n))).unwrap()
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
        for text in [
            "+44 20 7123 0958",
            "+44 20 7123 0958, or",
            "+1 (415) 555-2671",
            "call +4915123456789.",
            "tel:+33-1-23-45-67-89",
        ] {
            assert_eq!(seen(text), ["phone"], "{text}");
        }
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
            assert!(!seen(&format!("{text}7")).contains(&"iban".to_owned()), "{text}");
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
            "+1 555 0100",
            "+1 (212) 555-0142",
            "+1-800-555-0199",
            "+44 20 7946 0958",
            "+44 7700 900123",
            "+61 491 570 156",
            "+33 6 39 98 12 34",
            "+49 30 23125 123",
            "+46 70 174 06 05",
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
            "+10 000 000 requests",
            "+250 000",
            "+12345678",
            "a+44 20 7946 0958",
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
