//! Numbers of bank accounts.

use super::super::{Found, alone, examples};

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

pub(super) fn is_iban(found: &Found<'_>) -> bool {
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
