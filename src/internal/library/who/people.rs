//! The people among those whom a line names.

use super::words::{is_group, is_role};
use super::{Named, named};
use crate::library::name_words::is_whole;
use crate::review::is_given;
use clearance::{PARTICLES, all_common};

/// The names of the people whom a field names, in their order: `Zebulon Quist`, `Ana`; no accounts, roles and groups.
pub fn names_in(field: &str) -> Vec<String> {
    let (mut people, mut alone) = (Vec::new(), Vec::new());
    for one in named(field) {
        match one {
            Named::Person(name) if is_name(&name) => people.push(name),
            Named::Handle(name) if is_single(&name) => alone.push(name),
            _ => {}
        }
    }
    // `DBA Zebulon Quist`.
    let all = people.clone();
    people.retain(|name| !all.iter().any(|other| other != name && has(name, other)));
    // Beside a name, and in a field with brackets, a common word is what somebody does: `Ana (Database)`.
    let is_beside = !people.is_empty() || field.contains(['(', '[']);
    alone.retain(|name| !(is_beside && is_common(name) || people.iter().any(|person| has(person, name))));
    people.extend(alone);
    people.sort_by_key(|name| field.find(name.as_str()));
    people
}

/// Whether a word is common in texts, so that alone it need not be a name.
pub fn is_common(word: &str) -> bool {
    all_common(word) && !is_given(word)
}

/// The small words of a name are particles: `Zebulon asked Quist` is a sentence.
fn is_name(name: &str) -> bool {
    let is_small = |word: &&str| !word.contains(char::is_uppercase) && word.starts_with(char::is_lowercase);
    !name.contains(char::is_uppercase) || name.split(' ').filter(is_small).all(|word| PARTICLES.contains(&word))
}

/// `Ana`, not `SRE`, `zquist`, `Vendor`.
fn is_single(name: &str) -> bool {
    let is_written = name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
    let letters = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '\u{2019}' | '\u{301}');
    !is_role(name) && !is_group(name) && (is_whole(name) || is_written && name.chars().all(letters))
}

/// Whether one name has all words of another.
fn has(name: &str, other: &str) -> bool {
    format!(" {name} ").contains(&format!(" {other} "))
}

#[cfg(test)]
mod tests {
    use super::names_in;

    #[test]
    fn a_field_names_people_in_many_forms() {
        for (field, people) in [
            ("Zebulon Quist (on call)", vec!["Zebulon Quist"]),
            ("Bea Stone <bea@x.example>", vec!["Bea Stone"]),
            ("Quirin \u{d6}deg\u{e5}rd, Vendor", vec!["Quirin \u{d6}deg\u{e5}rd"]),
            ("Ylva Tveit and Xaver Obermoser", vec!["Ylva Tveit", "Xaver Obermoser"]),
            ("Maria dos Santos", vec!["Maria dos Santos"]),
            ("Jan ten Broek, Anne du Pont", vec!["Jan ten Broek", "Anne du Pont"]),
            ("Karl zu Hohenfels (IC)", vec!["Karl zu Hohenfels"]),
            ("Omar al-Hassan", vec!["Omar al-Hassan"]),
            ("Siobhan O'Neill", vec!["Siobhan O'Neill"]),
            ("Marco d'Angelo", vec!["Marco d'Angelo"]),
            ("Maria Fernanda de la Cruz Quist", vec!["Maria Fernanda de la Cruz Quist"]),
            ("zebulon quist", vec!["zebulon quist"]),
            ("zeb ten broek", vec!["zeb ten broek"]),
            ("Ana, Ben and Cem", vec!["Ana", "Ben", "Cem"]),
            ("Per Hansen", vec!["Per Hansen"]),
            ("DBA Zebulon Quist", vec!["Zebulon Quist"]),
            ("Mark", vec!["Mark"]),
            ("\u{5c71}\u{7530}\u{592a}\u{90ce} (on call)", vec!["\u{5c71}\u{7530}\u{592a}\u{90ce}"]),
        ] {
            assert_eq!(names_in(field), people, "{field}");
        }
    }

    #[test]
    fn roles_groups_accounts_and_tools_are_not_people() {
        for field in [
            "the fishmonger",
            "crew of MV Sanderling",
            "Payments on-call",
            "Customer Support",
            "Kestrel Platform",
            "SRE",
            "zquist",
            "@zquist",
            "on call",
            "via Slack",
            "night desk",
            "Monitoring",
            "bea@x.example",
            "équipe réseau",
            "Rufbereitschaft",
            "zespół sieci",
            "チーム",
            "",
        ] {
            assert!(names_in(field).is_empty(), "{field}: {:?}", names_in(field));
        }
    }
}
