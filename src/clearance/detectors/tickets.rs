//! Tickets: by the prefixes that the policy lists, and by the numbers of tools that write them in one way alone.

use super::row::Shape;
use super::{Found, Row, alone};
use crate::common::is_common;
use base::text::{SMALL_NUMBERS, TENS};

pub(super) const ROWS: &[Row] = &[Row::blocking(
    "ticket-number",
    &["inc0", "chg0", "prb0", "ritm0", "sctask0", "ctask0", "req0"],
    r"(?i)(?:INC|CHG|PRB|RITM|SCTASK|CTASK|REQ)0[0-9]{6,7}",
    alone,
)];

/// The shapes of one prefix.
pub(super) fn shapes(prefix: &str, out: &mut Vec<Shape>) {
    // In any case where a sign joins it; a space joins it in capitals, and in small letters where the number is long enough to
    // be no count and no year.
    let (any, upper) = (regex::escape(&prefix.to_lowercase()), regex::escape(&prefix.to_uppercase()));
    let mut push = |pattern: String, keep: fn(&Found<'_>) -> bool| out.push(("ticket-id", pattern, keep));
    push(
        format!(
            r"(?-u:\b)((?:(?i:{any})(?:[ \x{{a0}}]?(?:--|[-_:=~+(\[\x23/.\x{{2010}}-\x{{2015}}\x{{2190}}-\x{{21ff}}\x{{2212}}])[ \x{{a0}}]?\x23?|\](?:\([^)\n]*\))?[ -]?)|{upper}[\s\x{{a0}}]?(?i:(?:n[or]|ticket|issue|incident|story|task|bug|number)s?\.?[ \x{{a0}}]?\x23?)?)[0-9]{{1,7}})(?:[A-Za-z]?(?-u:\b)|_)"
        ),
        is_ticket,
    );
    // A common word may stand before a number by chance.
    let (least, keep): (u8, fn(&Found<'_>) -> bool) =
        if is_common(prefix) { (4, is_odd_ticket) } else { (3, is_ticket) };
    push(format!(r"(?i)(?-u:\b){any}[\s\x{{a0}}]?[0-9]{{{least},7}}(?-u:\b)"), keep);
    // The number first, or after a comma.
    push(
        format!(
            r"(?-u:\b)(?i:tickets?|issues?|bugs?|story|number)[ \x{{a0}}]\x23?[0-9]{{2,7}}[ \x{{a0}}](?i:in|of|from|on)[ \x{{a0}}](?:the )?(?i:{any})(?-u:\b)|[0-9]{{3,7}}[ \x{{a0}}]?\({upper}\)"
        ),
        alone,
    );
    push(format!(r"(?-u:\b){upper},[ \x{{a0}}][0-9]{{3,7}}(?-u:\b)"), is_ticket);
    // The number in words, three and more of them, or joined by a hyphen.
    let word = format!("(?:{}|{}|oh)", SMALL_NUMBERS.join("|"), TENS.join("|"));
    push(
        format!(
            r"(?i)(?-u:\b){any}(?:-{word}(?:[ -]{word}){{1,6}}|[ _:\x23]{{1,2}}{word}(?:[ -]{word}){{2,6}})(?-u:\b)"
        ),
        alone,
    );
    // Every sign apart.
    let letters: Vec<String> = prefix.to_uppercase().chars().map(|c| regex::escape(&c.to_string())).collect();
    if letters.len() > 2 {
        push(
            format!(r"(?-u:\b){}[ ]?[-:\x{{2013}}\x23]?[ ]?[0-9](?:[ ]?[0-9]){{1,6}}(?-u:\b)", letters.join("[ .]")),
            alone,
        );
    }
}

/// A number of a ticket: no year, no time, no amount.
fn is_ticket(found: &Found<'_>) -> bool {
    let value = found.value();
    let (prefix, number) = value.split_at(value.trim_end_matches(|c: char| c.is_ascii_digit()).len());
    let tail = found.text.get(found.range.end..).unwrap_or_default();
    let mut next = tail.chars();
    let sign = next.next();
    let goes_on = matches!(sign, Some('.' | ',' | ':' | '/')) && next.next().is_some_and(|c| c.is_ascii_digit());
    let joined = prefix.ends_with(['-', '_', '#']);
    let lettered = sign.is_some_and(|c| c.is_alphabetic() || c == '_');
    // After a sign of its own any number is one; after a gap or a colon a year, an hour or a share is none.
    joined
        || !(goes_on
            || lettered
            || sign == Some('%')
            || number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
}

/// A ticket's number that is no round one.
fn is_odd_ticket(found: &Found<'_>) -> bool {
    is_ticket(found) && !found.value().ends_with("00")
}
