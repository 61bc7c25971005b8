//! ASCII spellings of names: `Juergen Grossmann` for Jürgen Großmann.

use std::collections::BTreeSet;

use base::text::capitalised;

/// Letters with their transcriptions. Folding already removes marks, so `u` for `ü` is not needed here.
const LETTERS: [(&str, &[&str]); 14] = [
    ("ß", &["ss"]),
    ("ä", &["ae"]),
    ("ö", &["oe"]),
    ("ü", &["ue"]),
    ("å", &["aa"]),
    ("ø", &["oe", "o"]),
    ("æ", &["ae"]),
    ("œ", &["oe"]),
    ("ł", &["l"]),
    ("ı", &["i"]),
    ("đ", &["d", "dj"]),
    ("ð", &["d", "dh"]),
    ("þ", &["th"]),
    ("ħ", &["h"]),
];

/// The letters that a transcription in a listed name may stand for.
const BACK: [(&str, &str); 8] =
    [("ss", "ß"), ("ae", "ä"), ("oe", "ö"), ("ue", "ü"), ("aa", "å"), ("oe", "ø"), ("ae", "æ"), ("l", "ł")];

/// The most spellings of a name.
const MOST: usize = 32;

/// The name and all its other spellings, sorted.
pub(super) fn spellings(name: &str) -> Vec<String> {
    let mut all = BTreeSet::from([name.to_owned()]);
    for (letter, instead) in LETTERS {
        for with in instead {
            let capital = letter.to_uppercase();
            grow(&mut all, |name| {
                let other = name.replace(letter, with);
                if capital == letter { other } else { other.replace(&capital, &capitalised(with)) }
            });
        }
    }
    for (letters, with) in BACK {
        // Only transcriptions of several letters: `ł` folds to `l` in the text as well.
        if letters.len() > 1 {
            grow(&mut all, |name| name.replace(letters, with));
        }
    }
    let misread: Vec<_> = all.iter().filter_map(|name| misread(name)).collect();
    all.extend(misread);
    all.into_iter().collect()
}

/// The name as a program shows it that reads UTF-8 as Windows-1252: `JÃ¼rgen`.
fn misread(name: &str) -> Option<String> {
    /// What Windows-1252 has for the bytes from 0x80 to 0x9f; a byte without a sign is shown as a control character.
    const SIGNS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    if name.is_ascii() {
        return None;
    }
    let sign = |byte: u8| match byte {
        0x80..=0x9f => SIGNS.chars().nth(usize::from(byte - 0x80)),
        _ => Some(char::from(byte)),
    };
    name.bytes().map(sign).collect()
}

fn grow(all: &mut BTreeSet<String>, other: impl Fn(&str) -> String) {
    let more: Vec<_> = all.iter().map(|name| other(name)).collect();
    for name in more {
        if all.len() < MOST {
            all.insert(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::spellings;
    use crate::letters;

    #[test]
    fn a_name_is_known_in_both_spellings() {
        for (listed, written) in [
            ("Jürgen Großmann", "Juergen Grossmann"),
            ("Jürgen Großmann", "Jurgen Grossmann"),
            ("Juergen Grossmann", "Jürgen Großmann"),
            ("Åse Ørsted", "Aase Oersted"),
            ("Åse Ørsted", "Ase Orsted"),
            ("Lærke Sæther", "Laerke Saether"),
            ("Łukasz Wałęsa", "Lukasz Walesa"),
            ("Işıl Yıldız", "Isil Yildiz"),
            ("Þóra Guðmundsdóttir", "Thora Gudmundsdottir"),
            ("Maas Goedhart", "Maas Goedhart"),
            ("Jürgen Großmann", "JÃ¼rgen GroÃŸmann"),
        ] {
            let known: Vec<_> = spellings(listed).iter().map(|name| letters(name)).collect();
            assert!(known.contains(&letters(written)), "{listed} as {written}: {known:?}");
        }
    }
}
