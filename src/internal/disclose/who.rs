//! Who is named in a line of `who:`. Authors write people in many forms: with a role in brackets, with the tool that they wrote
//! in, several in a row, as a link or a mailbox.

use markdown::{LinkKind, outline, plain_text};

/// Somebody, or something, that a text names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    /// Two or more words, each with a capital.
    Person(String),
    /// A single word: an account, or a name used like one.
    Handle(String),
}

/// Characters that separate names.
const SIGNS: &str = ",;/&+|\u{2022}\u{b7}\u{2192}\u{21d2}\u{2190}\u{2194}\u{27a1}>=()[]{}<:\"\u{201c}\u{201d}`*\n\t";

/// Words that separate names.
pub(super) const AND: [&str; 18] = [
    "and", "und", "et", "y", "e", "og", "och", "en", "oraz", "и", "with", "mit", "avec", "then", "cc", "plus", "or",
    "aka",
];

/// Words before the thing that somebody used, or the place where they were: a single word after them is a thing.
const THROUGH: [&str; 12] = ["via", "through", "using", "per", "on", "in", "from", "by", "to", "for", "at", "as"];

/// The words after this belong to a thing: `crew of MV Sanderling`, unless the word before it says that they do not: `on behalf of`.
const OF: &str = "of";
const BEHALF: &str = "behalf";

/// Small words inside a name.
const PARTICLES: [&str; 14] =
    ["van", "von", "der", "den", "de", "da", "di", "del", "la", "le", "bin", "ibn", "al", "ter"];

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

/// Everybody that a text names.
pub(super) fn named(text: &str) -> Vec<Named> {
    let mut out = Vec::new();
    let mut text = text.to_owned();
    if text.contains(['[', '<', '@', '*', '_', '`']) {
        for link in outline(&text).links.iter().filter(|link| link.kind == LinkKind::Link) {
            if let Some((mailbox, _)) = link.target.strip_prefix("mailto:").and_then(|target| target.split_once('@')) {
                out.push(Named::Handle(mailbox.to_owned()));
            }
        }
        for word in text.split(|c: char| c.is_whitespace() || "<>()[],;\"".contains(c)) {
            if let Some((mailbox, host)) = word.split_once('@')
                && host.contains('.')
                && !mailbox.is_empty()
            {
                out.push(Named::Handle(mailbox.trim_start_matches("mailto:").to_owned()));
            }
        }
        text = plain_text(&text);
    }
    let text = text.replace("->", ">").replace(" - ", ",").replace([' ', '\u{2013}', '\u{2014}'], " ");
    for part in text.split(|c: char| SIGNS.contains(c)) {
        phrase(part, &mut out);
    }
    out.sort();
    out.dedup();
    out
}

/// A part without separators: names, with small words between them.
fn phrase(part: &str, out: &mut Vec<Named>) {
    let mut words: Vec<&str> = Vec::new();
    let mut thing = false;
    for word in part.split_whitespace().chain(["and"]) {
        let lower = word.to_lowercase();
        let through = THROUGH.contains(&lower.as_str());
        let instead = lower == OF && words.last().is_some_and(|word| word.eq_ignore_ascii_case(BEHALF));
        if instead {
            words.clear();
            thing = false;
            continue;
        }
        if through || lower == OF || AND.contains(&lower.as_str()) {
            let all = names(&words).into_iter();
            out.extend(all.filter(|named| !(thing && matches!(named, Named::Handle(_)))));
            words.clear();
            thing = through;
        } else {
            words.push(word.trim_matches(|c: char| matches!(c, '.' | '!' | '?' | '\'' | '_' | '~' | '-')));
        }
        if lower == OF {
            return;
        }
    }
}

/// `the crew of the tender` names nobody: in a name of two or more words the first and the last begin with a capital, and the
/// first is not an article; small words such as `van` may be in between.
fn names(words: &[&str]) -> Vec<Named> {
    let words: Vec<&str> = words.iter().copied().filter(|word| !word.is_empty()).collect();
    let article = words.first().is_some_and(|first| matches!(*first, "The" | "A" | "An"));
    match words.as_slice() {
        [one] if one.contains('@') && !one.starts_with('@') => Vec::new(),
        [one] => vec![Named::Handle((*one).to_owned())],
        [first, .., last] if is_capital(first) && is_capital(last) && !article && !words.iter().any(is_role) => {
            let mut all = runs(&words);
            all.push(Named::Person(words.join(" ")));
            all
        }
        _ => runs(&words),
    }
}

fn is_capital(word: &&str) -> bool {
    word.starts_with(|c: char| !c.is_lowercase())
}

fn is_role(word: &&str) -> bool {
    ROLES.contains(&word.to_lowercase().trim_end_matches('s'))
}

/// Names inside words that are not a name as a whole: `Zebulon Quist on-call`, `paged Zebulon Quist`. Two words and more that are
/// all common, as in `Second Line`, are none.
fn runs(words: &[&str]) -> Vec<Named> {
    let belongs = |word: &&str| is_capital(word) && !is_role(word) && !matches!(*word, "The" | "A" | "An");
    let mut found = Vec::new();
    let mut run: Vec<&str> = Vec::new();
    for word in words.iter().chain(&["and"]) {
        if belongs(word) || PARTICLES.contains(word) && !run.is_empty() {
            run.push(word);
            continue;
        }
        while run.last().is_some_and(|last| !belongs(last)) {
            run.pop();
        }
        // `DBA Zebulon Quist`: what is in capitals before a name is a team or a role.
        while run.len() > 2 && run.first().is_some_and(|first| !first.contains(char::is_lowercase)) {
            run.remove(0);
        }
        if run.len() > 1 && !clearance::all_common(&run.join(" ")) {
            found.push(Named::Person(run.join(" ")));
        }
        run.clear();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Named, named};

    fn seen(text: &str) -> (Vec<String>, Vec<String>) {
        let (mut people, mut handles) = (Vec::new(), Vec::new());
        for one in named(text) {
            match one {
                Named::Person(name) => people.push(name),
                Named::Handle(name) => handles.push(name),
            }
        }
        (people, handles)
    }

    #[test]
    fn a_person_is_found_however_the_line_is_written() {
        for text in [
            "Zebulon Quist",
            "Zebulon Quist (database)",
            "dba (Zebulon Quist)",
            "Zebulon Quist [dba]",
            "Zebulon Quist {on call}",
            "Zebulon Quist via Slack",
            "via Zebulon Quist",
            "Zebulon Quist + Ana",
            "Ana -> Zebulon Quist",
            "Ana \u{2192} Zebulon Quist",
            "Ana => Zebulon Quist",
            "Ana and Zebulon Quist",
            "Ana, Zebulon Quist and 3 others",
            "Zebulon Quist <zquist@inner.net>",
            "[Zebulon Quist](https://people.inner.net/zquist)",
            "[Zebulon Quist][zq]",
            "**Zebulon Quist**, `dba`",
            "Zebulon Quist - on call",
            "Zebulon Quist \u{2014} on call",
            "DBA: Zebulon Quist",
            "Zebulon Quist: on call",
            "Zebulon Quist on-call",
            "\"Zebulon Quist\"",
            "with Zebulon Quist for the bridge",
            "Ana / Zebulon Quist | Bo",
            "\u{2022} Zebulon Quist",
            "paged Zebulon Quist",
            "call Zebulon Quist",
            "woke Zebulon Quist",
            "on call Zebulon Quist",
            "Ana, later Zebulon Quist",
            "Ana on behalf of Zebulon Quist",
            "everyone but Zebulon Quist",
            "unknown, maybe Zebulon Quist",
            "dr Zebulon Quist",
            "DBA Zebulon Quist",
            "the lead Zebulon Quist and others",
        ] {
            assert!(seen(text).0.contains(&"Zebulon Quist".to_owned()), "{text}: {:?}", named(text));
        }
    }

    #[test]
    fn accounts_and_single_names_are_handles() {
        for (text, handle) in [
            ("@zquist", "@zquist"),
            ("<zquist@inner.net>", "zquist"),
            ("mailto:zquist@inner.net", "zquist"),
            ("[Zeb](mailto:zquist@inner.net)", "zquist"),
            ("+ Ana", "Ana"),
            ("Ana (dba)", "Ana"),
            ("[dba]", "dba"),
        ] {
            assert!(seen(text).1.contains(&handle.to_owned()), "{text}: {:?}", named(text));
        }
    }

    #[test]
    fn things_are_not_people() {
        for text in [
            "the crew of the tender",
            "The Crew",
            "the Second Line",
            "asked the Second Line",
            "Incident Commander",
            "Zebulon (On Call Lead)",
            "",
            "via Slack",
            "through PagerDuty",
            "()",
            "->",
        ] {
            let (people, handles) = seen(text);
            assert!(
                people.is_empty() && !handles.iter().any(|h| ["Slack", "PagerDuty", "telephone"].contains(&h.as_str())),
                "{text}: {people:?}"
            );
        }
    }
}
