//! Names of companies and projects, whole and in parts: `Nordlicht` for `Nordlicht GmbH`.

use std::collections::BTreeSet;

use super::pattern::Pattern;
use crate::common::is_common;
use crate::{Origin, Why, normal};

/// Legal forms and other additions to company names.
const FORMS: [&str; 46] = [
    "ab",
    "ag",
    "aps",
    "as",
    "asa",
    "bhd",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "eg",
    "ev",
    "gbr",
    "gmbh",
    "group",
    "gruppe",
    "holding",
    "holdings",
    "inc",
    "incorporated",
    "international",
    "kg",
    "kgaa",
    "kk",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "ltda",
    "mbh",
    "nv",
    "oy",
    "oyj",
    "plc",
    "pte",
    "pty",
    "sa",
    "sarl",
    "sas",
    "sdn",
    "se",
    "spa",
    "srl",
    "ug",
];

/// Shorter words do not identify a company.
const SHORTEST: usize = 4;

/// Adds the name without legal form, and each of its words that is neither common nor public.
pub(super) fn parts(
    name: &str,
    why: Why,
    public_words: &BTreeSet<String>,
    from: Option<&Origin>,
    out: &mut Vec<Pattern>,
) {
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let core: Vec<&str> = words.iter().copied().filter(|word| !FORMS.contains(&word.to_lowercase().as_str())).collect();
    if words.len() < 2 || core.is_empty() {
        return;
    }
    // Of a name of one word this would be a count: `4 corners`.
    if let Some(spaced) = with_spaces_after_numbers(name) {
        out.extend(Pattern::of(&spaced, why, true, from.cloned()));
    }
    if core.len() < words.len() {
        out.extend(Pattern::of(&core.join(" "), why, true, from.cloned()));
    }
    for word in core {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        if letters >= SHORTEST && !is_common(word) && !public_words.contains(&normal::letters(word)) {
            out.extend(Pattern::of(word, why, true, from.cloned()));
        }
    }
}

/// `4 Corners` for `4Corners`: a space after each number that a letter follows, if there is one.
fn with_spaces_after_numbers(name: &str) -> Option<String> {
    let mut spaced = String::with_capacity(name.len() + 1);
    for c in name.chars() {
        if c.is_alphabetic() && spaced.ends_with(|last: char| last.is_ascii_digit()) {
            spaced.push(' ');
        }
        spaced.push(c);
    }
    (spaced.len() > name.len()).then_some(spaced)
}
