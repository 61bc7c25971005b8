//! Random names in every form of a field are found in a text, and nothing else is.

use proptest::prelude::*;

use super::Known;
use crate::library::{is_word, names_in, word_end};

/// How a field may write somebody, with `{F}` and `{L}` for two random words.
const FORMS: [&str; 20] = [
    "{F} {L}",
    "{F} {L} (on call)",
    "{F} {L} <{f}@x.example>",
    "{F} {L}, Vendor",
    "{F} {L} - database",
    "{F} dos {L}",
    "{F} ten {L}",
    "{F} du {L}",
    "{F} zu {L}",
    "{F} van der {L}",
    "{F} al-{L}",
    "{F} Al-{L}",
    "{F} O'{L}",
    "{F} d\u{2019}{L}",
    "{F} Maria Fernanda de la {L}",
    "Ana and {F} {L}",
    "{F} M. {L}",
    "{f} {l}",
    "{f} ten {l}",
    "dr {F} {L}",
];

/// Words that no name of the forms may take away.
const SENTENCE: &str = "Grace period ended. Will it hold, and may the mark of the O ring be on the vendor's database? Le pont du \
                        port, de la cruz; call X on page 3";

fn known(field: &str) -> Known {
    let mut known = Known::default();
    for name in names_in(field) {
        known.add(&name);
    }
    known
}

/// A text without the names that are known.
fn without(known: &Known, text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(is_word) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let (length, said) = match known.at(&out, from) {
            Some((length, _)) => (length, "SOMEBODY"),
            None => (word_end(from), &from[..word_end(from)]),
        };
        out.push_str(said);
        rest = &from[length..];
    }
    out + rest
}

/// A word of syllables that is in no list.
fn word() -> impl Strategy<Value = String> {
    "[bdgkvz][aou][xqzk][aeiou](rk|lv|mb|zd)[aou]"
}

fn capital(word: &str) -> String {
    base::text::capitalised(word)
}

proptest! {
    #[test]
    fn no_part_of_a_name_is_left_and_other_words_stay(form in prop::sample::select(&FORMS[..]), f in word(), l in word()) {
        prop_assume!(f != l);
        let (first, last) = (capital(&f), capital(&l));
        let field = form.replace("{F}", &first).replace("{L}", &last).replace("{f}", &f).replace("{l}", &l);
        let known = known(&field);
        let name = &names_in(&field).into_iter().find(|name| name.to_lowercase().contains(&f)).expect("a name");
        for text in [
            format!("{name} ran it"),
            format!("then {name}'s change"),
            format!("{last} saw {first}, and {last}\u{2019}s page"),
            format!("({first}) {} {last}", first.to_uppercase()),
            format!("{name}, {name} & {name}"),
            format!("{first} {last}; {first}-{last}; {}{l}", &f[..1]),
            name.replace('\'', "\u{2019}"),
            name.replace('\'', "&#39;"),
        ] {
            let left = without(&known, &text);
            prop_assert!(!left.to_lowercase().contains(&f) && !left.to_lowercase().contains(&l), "{}: {}: {}", field, text, left);
            for small in ["O'", "van", "dos", "al-", "d\u{2019}", "Fernanda"] {
                prop_assert!(!left.contains(small), "{}: {}: {}", field, text, left);
            }
        }
        prop_assert_eq!(without(&known, SENTENCE), SENTENCE);
    }
}

#[test]
fn a_common_word_is_a_name_beside_another_of_it() {
    let known = known("Grace Hope, Will Ofosuhene, Mark de la Page");
    for (text, wanted) in [
        ("Grace Hope saw it", "SOMEBODY saw it"),
        ("Will Ofosuhene restart it?", "SOMEBODY restart it?"),
        ("Will Hope restart it?", "Will Hope restart it?"),
        ("in Grace period, so Grace saw it", "in Grace period, so SOMEBODY saw it"),
        ("it may be that Will restarts it", "it may be that SOMEBODY restarts it"),
        ("the Page of Mark", "the Page of SOMEBODY"),
        ("Ofosuhene and ofosuhene", "SOMEBODY and ofosuhene"),
        ("GRACE HOPE", "SOMEBODY"),
        ("Ofosuhene y Ofosuhene", "SOMEBODY y SOMEBODY"),
        ("de la Page, de la mer", "SOMEBODY, de la mer"),
    ] {
        assert_eq!(without(&known, text), wanted, "{text}");
    }
}
