//! Similar host names: if `vault-zrh-03` is listed, `vault-zrh-04` is found as well.

use std::ops::Range;

use super::form::Bound;
use super::pattern::Pattern;
use crate::common::all_common;
use crate::hidden::is_ignorable;
use crate::{Origin, Why};

/// Adds patterns for the host name without its domain, and for names that differ only in numbers.
pub(super) fn forms(name: &str, listed: bool, from: Option<&Origin>, out: &mut Vec<Pattern>) {
    let (label, domain) = name.split_once('.').unwrap_or((name, ""));
    let telling =
        label.chars().filter(|c| c.is_alphabetic()).count() >= 3 && label.contains(|c: char| c.is_ascii_digit());
    if name.contains(char::is_whitespace) || !telling {
        return;
    }
    if !domain.is_empty() {
        out.extend(Pattern::of(label, Why::Host, listed, from.cloned()));
    }
    let stem = label.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    let words = stem.split(['-', '_']).filter(|word| !word.is_empty()).count();
    // `node-3` and `web2` are too common to be distinctive.
    if stem.chars().filter(|c| c.is_alphabetic()).count() >= 2 && (words > 1 || !all_common(stem) && stem.len() >= 4) {
        let stem = stem.trim_end_matches(['-', '_']);
        let pattern = Pattern::new(stem, Bound::Sibling, Why::Host, from.cloned());
        out.push(Pattern { value: label.to_owned(), ..pattern });
    }
}

/// The name at `start` that differs from `value` only in numbers; `None` for any other name and for `value` itself.
pub(super) fn sibling(text: &str, start: usize, value: &str) -> Option<Range<usize>> {
    let mut found = text.get(start..)?.char_indices().filter(|(_, c)| !is_ignorable(*c)).peekable();
    let mut wanted = value.chars().peekable();
    let mut end = start;
    while let Some(c) = wanted.next() {
        let (at, seen) = found.next()?;
        end = start + at + seen.len_utf8();
        if c.is_ascii_digit() {
            if !seen.is_ascii_digit() {
                return placeholder_for_a_number(text, start + at).map(|end| start..end);
            }
            while wanted.next_if(char::is_ascii_digit).is_some() {}
            while let Some((at, _)) = found.next_if(|(_, c)| c.is_ascii_digit()) {
                end = start + at + 1;
            }
        } else if c.is_alphanumeric() {
            if !seen.to_lowercase().eq(c.to_lowercase()) {
                return None;
            }
        } else if !matches!(seen, '-' | '_' | '.' | '\u{2010}'..='\u{2014}') {
            return None;
        }
    }
    // `vault-zrh-0x`: a placeholder for the last digit.
    if found.next_if(|(_, c)| matches!(c, 'x' | 'X' | '*' | '?')).is_some() {
        end += 1;
    }
    // If the word continues, it is a different name.
    let joined = found.next().is_some_and(|(_, c)| c.is_alphanumeric());
    (!joined).then_some(start..end)
}

/// The end of a placeholder for a number: `xx`, `NN`, `*`, `##`, `[1-4]`, `{03,04}`. A single letter is not one.
fn placeholder_for_a_number(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let closed = |open, close| rest.strip_prefix(open).and_then(|inside: &str| inside.find(close)).map(|n| n + 2);
    let letters = |sign: char| rest.len() - rest.trim_start_matches([sign, sign.to_ascii_uppercase()]).len();
    let length = match rest.chars().next()? {
        '*' | '#' | '?' => rest.len() - rest.trim_start_matches(['*', '#', '?']).len(),
        '[' => closed('[', ']').filter(|length| *length < 16)?,
        '{' => closed('{', '}').filter(|length| *length < 16)?,
        'x' | 'X' => letters('x'),
        'n' | 'N' => letters('n'),
        _ => return None,
    };
    let word = rest.starts_with(char::is_alphabetic);
    let goes_on = rest.get(length..).is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()));
    (!(goes_on || word && length < 2)).then_some(at + length)
}

#[cfg(test)]
mod tests {
    use super::sibling;

    #[test]
    fn numbers_alone_may_differ() {
        let found = |text: &str| sibling(text, 0, "vault-zrh-03").map(|range| text[range].to_owned());
        for text in ["vault-zrh-04", "VAULT_ZRH_117", "vault\u{200b}-zrh-9", "vault\u{34f}-zrh-9"] {
            assert_eq!(found(&format!("{text}, it said")).as_deref(), Some(text));
        }
        for text in
            ["vault-zrh-xx", "vault-zrh-NN", "vault-zrh-*", "vault-zrh-[1-4]", "vault-zrh-{03,04}", "vault-zrh-0x"]
        {
            assert_eq!(found(&format!("{text}, it said")).as_deref(), Some(text));
        }
        for text in ["vault-zrh", "vault-zrh-x", "vault-zrh-next", "vault-zrh-04b", "vault zrh 4", "vault-bern-04"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
