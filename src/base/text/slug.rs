//! Slugs: the last part of an address, lower case, safe on every file system.

use unicode_normalization::UnicodeNormalization;

/// The slug of a name: lower-case letters, digits and single hyphens.
///
/// Latin letters lose their accents (`Überlast` becomes `uberlast`); letters of other scripts stay,
/// because a Japanese title has nothing else to be named by. A name that holds no letter
/// or digit gives an empty string, which the caller must refuse.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    if name.is_ascii() {
        // Most names are, and normal forms cost more than all the rest.
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
    fn a_slug_is_its_own_slug() {
        for name in ["A b", "x--y", "Łódź 7", "デー タ"] {
            assert_eq!(slug(&slug(name)), slug(name));
        }
    }
}
