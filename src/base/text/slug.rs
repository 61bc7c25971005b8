//! Slugs: the last part of an address, lower case, safe on every file system.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// The slug of a name: lower-case letters, digits and single hyphens.
///
/// Latin letters lose their accents (`Überlast` becomes `uberlast`); letters of other scripts stay,
/// because a Japanese title has nothing else to be named by. A name without a letter or digit gives an empty string,
/// which the caller must refuse.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let name = spelt_out(name);
    if name.is_ascii() {
        // Most names are ASCII, and normalisation costs more than everything else here.
        name.chars().for_each(|c| push(&mut out, c.to_ascii_lowercase()));
    } else {
        let folded = name.nfkd().filter(|c| !is_combining_latin(*c)).nfc();
        folded.flat_map(char::to_lowercase).for_each(|c| push(&mut out, c));
    }
    if out.ends_with('-') {
        out.pop();
    }
    out
}

/// A name with `+` and `#` after a word spelt out, so that `C++` and `C#` have different slugs.
fn spelt_out(name: &str) -> Cow<'_, str> {
    if !name.contains(['+', '#']) {
        return Cow::Borrowed(name);
    }
    let bytes = name.as_bytes();
    let is_end = |at: usize| !name[at..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '+' | '#'));
    let mut spelt = String::with_capacity(name.len() + 8);
    let mut at = 0;
    while let Some(c) = name[at..].chars().next() {
        let after_letter = at > 0 && bytes[at - 1].is_ascii_alphabetic();
        if after_letter && name[at..].starts_with("++") && is_end(at + 2) {
            spelt.push_str(" plus plus ");
            at += 2;
        } else if after_letter && c == '#' && is_end(at + 1) {
            spelt.push_str(" sharp ");
            at += 1;
        } else {
            spelt.push(c);
            at += c.len_utf8();
        }
    }
    Cow::Owned(spelt)
}

fn push(out: &mut String, c: char) {
    if c.is_alphanumeric() {
        out.push(c);
    } else if c != '\'' && c != '\u{2019}' && !out.is_empty() && !out.ends_with('-') {
        out.push('-');
    }
}

/// Marks that NFKD splits off Latin, Greek and Cyrillic letters; the vowel signs of other scripts carry meaning.
fn is_combining_latin(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_are_lower_case_and_single_hyphened() {
        assert_eq!(slug("Stale cache / TTL  (again!)"), "stale-cache-ttl-again");
        assert_eq!(slug("Zoë's Überlast"), "zoes-uberlast");
        assert_eq!(slug("データ損失"), "データ損失");
        assert_eq!(slug("--__--"), "");
        assert_eq!(slug("SEV-1"), "sev-1");
    }

    #[test]
    fn languages_that_differ_by_a_sign_have_slugs_of_their_own() {
        let slugs = [
            "C",
            "C++",
            "C#",
            "F#",
            "c++ build",
            "Notepad++",
            "Issue #12",
            "PR#12",
            "a + b",
            "## x ##",
            "C#-Störung",
            "C#é",
        ];
        let wanted = [
            "c",
            "c-plus-plus",
            "c-sharp",
            "f-sharp",
            "c-plus-plus-build",
            "notepad-plus-plus",
            "issue-12",
            "pr-12",
            "a-b",
            "x",
            "c-sharp-storung",
            "c-e",
        ];
        assert_eq!(slugs.map(slug), wanted);
    }

    #[test]
    fn a_slug_is_its_own_slug() {
        for name in ["A b", "x--y", "Łódź 7", "デー タ"] {
            assert_eq!(slug(&slug(name)), slug(name));
        }
    }
}
