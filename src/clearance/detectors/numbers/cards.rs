//! Numbers of payment cards.

use super::super::{Found, examples};

/// Groups of digits of which some are a card, whatever numbers are beside it: `4929 1234 5678 9012 12 26`.
pub(super) fn has_card(found: &Found<'_>) -> bool {
    const GROUPED: [&[usize]; 4] = [&[4, 4, 4, 4], &[4, 6, 5], &[4, 6, 4], &[4, 4, 4, 4, 3]];
    let head = found.text.get(..found.range.start).unwrap_or_default();
    // The digits after the point, or after the comma of other languages.
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

pub(super) fn luhn(digits: &[u32]) -> bool {
    let doubled = |d: u32| if d > 4 { 2 * d - 9 } else { 2 * d };
    let all = digits.iter().rev().enumerate().map(|(n, d)| if n % 2 == 1 { doubled(*d) } else { *d });
    all.sum::<u32>() % 10 == 0 && digits.iter().any(|d| *d != 0)
}

pub(super) fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}
