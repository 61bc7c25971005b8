//! What reads as the name of a person, in contrast to a role or a group.

/// Capitalised words of roles and groups that are not part of a name.
const NO_NAMES: [&str; 22] = [
    "Team",
    "The",
    "On",
    "Call",
    "On-call",
    "Desk",
    "Support",
    "Office",
    "Duty",
    "Manager",
    "Engineer",
    "Engineering",
    "Ops",
    "Operations",
    "Security",
    "Vendor",
    "Customer",
    "Customers",
    "Platform",
    "Service",
    "Group",
    "Nobody",
];

/// The shortest word that counts as part of a name; an initial alone does not.
const SHORTEST: usize = 2;

/// The words of a name that begin with a capital.
pub fn parts(name: &str) -> impl Iterator<Item = &str> {
    let words = name.split(|c: char| !c.is_alphanumeric() && c != '\u{301}');
    words.filter(|word| word.chars().count() >= SHORTEST && word.starts_with(char::is_uppercase))
}

/// `Kwabena Ofosuhene`, `Ana`; not `the fishmonger`, `crew of MV Sanderling`, `Payments on-call`, `Customer Support`.
pub fn reads_as_name(name: &str) -> bool {
    let words: Vec<_> = name.split_whitespace().collect();
    let capital = |word: &&&str| word.starts_with(char::is_uppercase);
    let first = words.first().is_some_and(|word| word.starts_with(char::is_uppercase));
    let small = words.iter().filter(|word| !capital(word)).all(|word| PARTICLES.contains(word));
    first && small && words.len() <= 5 && !words.iter().any(|word| NO_NAMES.contains(word))
}

/// Small words inside names.
pub const PARTICLES: [&str; 13] = ["van", "von", "de", "der", "den", "da", "di", "del", "la", "le", "bin", "al", "el"];

/// Whether a character is part of a word; other characters separate words.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '\u{301}'
}

/// Whether a name is in a script without capitals, in which words often are not parted: it is looked for as it is.
pub fn is_whole(name: &str) -> bool {
    let has_capitals = name.chars().any(|c| c.is_uppercase() || c.is_lowercase());
    !has_capitals && name.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
}

/// A handle resembles a name if this many letters at the end are equal.
const ALIKE: usize = 4;

/// The last letters of a word, by which a handle is compared with names; all of a shorter word.
pub fn ending(word: &str) -> &str {
    word.char_indices().rev().nth(ALIKE - 1).map_or(word, |(at, _)| &word[at..])
}
