//! Telephone numbers: with a `+` or the zeros that dial abroad, with an area in brackets, or after a word for them.

use super::{Found, Row, alone, examples};
use crate::Tier;

const fn row(words: &'static [&'static str], pattern: &'static str, keep: fn(&Found<'_>) -> bool) -> Row {
    Row::blocking("phone", words, pattern, keep)
}

pub(super) const ROWS: &[Row] = &[
    row(&["+"], r"\+[1-9][0-9]{0,3}(?:[ .\x{a0}\x{2010}-\x{2015}-]?\(?[0-9]{1,5}\)?){2,6}", is_international),
    row(
        &["00"],
        r"00[ \x{a0}]?[1-9][0-9]{0,2}[ .\x{a0}-](?:\(0\)[ ]?)?[0-9]{1,5}(?:[ .\x{a0}-][0-9]{1,8}){1,5}",
        is_abroad,
    ),
    row(&["("], r"\([2-9][0-9]{2}\)[ \x{a0}-]?[2-9][0-9]{2}[ .\x{a0}-][0-9]{4}", is_american),
    row(&["plus "], r"(?i)(?-u:\b)plus[ -]([1-9][0-9]{0,2}(?:[ -][0-9]{1,5}){2,6})", is_abroad),
    row(
        &[
            "phone", "tel.", "tel:", "tel ", "telef", "mobile", "handy", "fax", "hotline", "whatsapp", "call ",
            "called ", "dial",
        ],
        r"(?i)(?-u:\b)(?:(?:tele)?phone|tel(?:efoon|efon[oe]?|éfono)?|mobile|cell|handy|fax|hotline|whatsapp|call(?:ed)?|dial(?:l?ed)?)(?:[ \t]+(?:us|me|him|her|them|number|no\.?|at|on|under|is|was)){0,3}[ \t]*[:.]{0,2}[ \t]*(\(?(?:0[1-9]|[1-9][0-9])[0-9]{0,4}\)?(?:[ \x{a0}./-]{0,2}[0-9]{2,6}){1,4})(?-u:\b)",
        is_after_a_word,
    ),
    // Signs and words of other languages.
    row(
        &[
            "\u{260e}",
            "\u{1f4de}",
            "\u{2706}",
            "tél",
            "Tél",
            "TÉL",
            "mob",
            "電話",
            "电话",
            "전화",
            "тел",
            "Тел",
            "ТЕЛ",
            "sms",
            "natel",
            "rufen sie",
            "rufnummer",
            "appelez",
            "llame ",
        ],
        r"(?i)(?:[\x{260e}\x{1f4de}\x{2706}]|電話(?:番号)?|电话|전화(?:번호)?|(?:^|[^\p{L}\p{N}])(?:t[ée]l(?:éphone)?|mob(?:il[eo]?)?|тел(?:ефон)?|sms|natel|rufen sie(?: uns)?|rufnummer|appelez(?:-nous)?|llame(?: nos)?))\x{fe0f}?(?:[ \t\x{a0}:.\x{ff1a}]|(?:an|to|at|au|sur|на|unter|von|from|par|le|al|unter der)[ \t\x{a0}]){1,6}(\(?(?:0[1-9]|[1-9][0-9])[0-9]{0,4}\)?(?:[ \x{a0}./-]{0,2}[0-9]{2,6}){1,4})(?-u:\b)",
        is_after_a_word,
    ),
    // Three, three and four digits: in North America a telephone, elsewhere the number of a part.
    Row {
        id: "phone",
        tier: Tier::Review,
        words: &[],
        pattern: r"[2-9][0-9]{2}[.-][2-9][0-9]{2}[.-][0-9]{4}",
        keep: is_american,
    },
];

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// Eight to fifteen digits after a `+`.
fn is_international(found: &Found<'_>) -> bool {
    let value = found.value();
    let count = digits(value);
    // `+10 000 000` is an increase: groups of three digits after a short first group.
    let mut groups = value.trim_start_matches('+').split([' ', '.', '\u{a0}', ',']);
    let first = groups.next().unwrap_or_default().len();
    let growth = groups.clone().count() > 0
        && first <= 3
        && groups.all(|group| group.len() == 3)
        && (count < 10 || value.ends_with("000 000") || value.ends_with("000.000"));
    let one_run = !value.contains([' ', '.', '-', '(', '\u{a0}']) && count < 9;
    let joined = found.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '+' | '-'));
    let mut after = found.text.get(found.range.end..).unwrap_or_default().chars();
    let longer = match after.next() {
        Some(',') => after.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphanumeric() || c == '%',
        None => false,
    };
    (8..=15).contains(&count) && !growth && !one_run && !joined && !longer && !examples::is_phone(value)
}

/// After `00` or `plus`: ten to fifteen digits, of which no group of three or more begins with `00`.
fn is_abroad(found: &Found<'_>) -> bool {
    let value = found.value();
    let own = value.strip_prefix("00").unwrap_or(value);
    // Groups of a longer number: an account of a bank, a dump.
    let head = found.text.get(..found.range.start).unwrap_or_default();
    let inside = head.trim_end_matches([' ', '\u{a0}', '-']).ends_with(|c: char| c.is_ascii_digit());
    let counted = own.split([' ', '-', '.', '\u{a0}']).any(|group| group.len() > 2 && group.starts_with("00"));
    (10..=15).contains(&digits(own))
        && !(counted || inside)
        && alone(found)
        && !goes_on(found)
        && !examples::is_phone(own)
}

fn is_american(found: &Found<'_>) -> bool {
    let head = found.text.get(..found.range.start).unwrap_or_default();
    // With its country it has a row of its own.
    let country = head.trim_end_matches([' ', '-']).trim_end_matches(|c: char| c.is_ascii_digit()).ends_with('+');
    let joined = country || head.ends_with(['-', '.', '/']);
    alone(found) && !joined && !goes_on(found) && !examples::is_phone(&format!("1{}", found.value()))
}

/// Nine to thirteen digits with something between them, after a zero or a colon; no day and no amount.
fn is_after_a_word(found: &Found<'_>) -> bool {
    let value = found.value();
    let groups: Vec<&str> = value.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let colon = found.text.get(..found.range.start).unwrap_or_default().trim_end().ends_with(':');
    let zero = value.trim_start_matches('(').starts_with('0');
    let year =
        groups.first().is_some_and(|first| first.len() == 4 && (first.starts_with("19") || first.starts_with("20")));
    let amount = !zero && groups.len() > 1 && groups.iter().skip(1).all(|group| group.len() == 3);
    let dotted = groups.len() == 4 && value.matches('.').count() == 3;
    let national = value.trim_start_matches(['(', '0']);
    let example =
        ["1", "44", "49", "33", "61", "46"].iter().any(|country| examples::is_phone(&format!("{country}{national}")));
    (9..=13).contains(&digits(value))
        && (colon || zero || groups.len() > 1)
        && !(year || amount || dotted || example || goes_on(found))
        && alone(found)
}

/// Whether a longer number, a time or a share goes on after it.
fn goes_on(found: &Found<'_>) -> bool {
    let mut after = found.text.get(found.range.end..).unwrap_or_default().chars();
    match after.next() {
        Some('.' | ',' | ':' | '-' | '/') => after.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c == '%',
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::plain;

    fn blocked(text: &str) -> bool {
        plain().see(text, false).iter().any(|found| found.rule == "phone")
    }

    #[test]
    fn numbers_are_seen_with_a_plus() {
        for text in [
            "+44 20 7123 0958",
            "+44 20 7123 0958, or",
            "+1 (415) 555-2671",
            "call +4915123456789.",
            "tel:+33-1-23-45-67-89",
        ] {
            assert!(blocked(text), "{text}");
        }
        for text in [
            "+1 555 0100",
            "+1 (212) 555-0142",
            "+1-800-555-0199",
            "+44 20 7946 0958",
            "+44 7700 900123",
            "+61 491 570 156",
            "+33 6 39 98 12 34",
            "+49 30 23125 123",
            "+46 70 174 06 05",
            "+10 000 000 requests",
            "+250 000",
            "+12345678",
            "a+44 20 7946 0958",
        ] {
            assert!(!blocked(text), "{text}");
        }
    }

    #[test]
    fn numbers_are_seen_without_a_plus() {
        for text in [
            "0044 20 7123 0958",
            "0041 44 668 18 00",
            "Tel.: 044 668 18 00",
            "\u{260e} 044 668 18 00",
            "\u{1f4de}: 044 668 18 00",
            "tél. 044 668 18 00",
            "tél. 01 70 18 99 00",
            "Tél : 044 668 18 00",
            "mob. 079 412 88 21",
            "Mobil 0171 2345678",
            "電話 03-6868-1234",
            "电话：010 8532 4411",
            "тел. 044 668 18 00",
            "SMS an 079 412 88 21",
            "rufen Sie 030 90182033",
            "Rufnummer 030 90182033",
            "Appelez le 01 42 68 53 00",
            "llame al 91 234 56 78",
            "00 44 20 7123 0958",
            "0049-171-2345678",
            "(415) 867-5309",
            "plus 44 20 7123 0958",
            "call 020 7123 0958",
            "phone: 4158675309",
            "Mobile: 07911 123456",
            "Tel. 0171 2345678",
            "dial 415 867 5309",
        ] {
            assert!(blocked(&format!("Then {text} was read.")), "{text}");
        }
        let shown = plain().see("part 415-867-5309", true);
        assert!(shown.iter().any(|found| found.rule == "phone"));
    }

    #[test]
    fn other_numbers_are_not() {
        for text in [
            "0010 0020 0030 0040",
            "0001 2345 6789",
            "(212) 555-0142",
            "call 020 7946 0958",
            "Mobile: 07700 900123",
            "called 100 000 000 times",
            "called 2147483647 times",
            "the call 2026-03-02 09:14",
            "call 2026-0301-4812",
            "called 10.44.7.190",
            "phone 4 of 12",
            "plus 10 20 30",
            "part 415-867-5309",
            "mobile 12.4.1 and 13.0.2",
            "call 4812 and 4813",
            "Rufen Sie 12 000 000 Zeilen ab",
            "appelez le 17",
        ] {
            assert!(!blocked(&format!("Then {text} was read.")), "{text}");
        }
    }
}
