//! The words of a line of `who:` that are no names.

use crate::review::is_word_of;

/// Characters that separate names.
pub(super) const SIGNS: &str =
    ",;/&+|\u{2022}\u{b7}\u{2192}\u{21d2}\u{2190}\u{2194}\u{27a1}>=()[]{}<:\"\u{201c}\u{201d}`*\n\t";

/// Words that separate names.
pub const AND: [&str; 18] = [
    "and", "und", "et", "y", "e", "og", "och", "en", "oraz", "и", "with", "mit", "avec", "then", "cc", "plus", "or",
    "aka",
];

/// Words before the thing that somebody used, or the place where they were: a single word after them is a thing.
pub(super) const THROUGH: [&str; 12] =
    ["via", "through", "using", "per", "on", "in", "from", "by", "to", "for", "at", "as"];

/// The words after this belong to a thing: `crew of MV Sanderling`, unless the word before it says that they do not: `on behalf of`.
pub(super) const OF: &str = "of";
pub(super) const BEHALF: &str = "behalf";

/// Words for roles that are no part of a name.
const ROLES: [&str; 34] = [
    "admin",
    "administrator",
    "analyst",
    "architect",
    "call",
    "caller",
    "chief",
    "commander",
    "coordinator",
    "customer",
    "desk",
    "developer",
    "director",
    "duty",
    "engineer",
    "facilitator",
    "lead",
    "leader",
    "liaison",
    "manager",
    "observer",
    "officer",
    "oncall",
    "on-call",
    "operations",
    "operator",
    "ops",
    "owner",
    "reliability",
    "responder",
    "scribe",
    "shift",
    "support",
    "team",
];

/// Words for groups and for what acts by itself: no part of a name either.
const GROUPS: [&str; 23] = [
    "alerting",
    "automation",
    "bot",
    "committee",
    "crew",
    "department",
    "engineering",
    "everybody",
    "everyone",
    "group",
    "maintainer",
    "monitoring",
    "nobody",
    "office",
    "platform",
    "security",
    "service",
    "somebody",
    "squad",
    "system",
    "user",
    "vendor",
    "watch",
];

pub(super) fn is_role(word: &str) -> bool {
    has(&ROLES, word)
}

/// Whether a word is for a group, also in another language: `équipe`, `Rufbereitschaft`.
pub(super) fn is_group(word: &str) -> bool {
    has(&GROUPS, word) || is_word_of("people", &word.to_lowercase())
}

fn has(words: &[&str], word: &str) -> bool {
    words.contains(&word.to_lowercase().trim_end_matches('s'))
}
