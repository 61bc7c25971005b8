//! Who is named in a line of `who:`. Authors write people in many forms: with a role in brackets, with the tool that they wrote
//! in, several in a row, as a link or a mailbox.

mod people;
#[cfg(test)]
mod tests;
mod words;

use base::text::capitalised;
use clearance::{PARTICLES, all_common};
use markdown::{LinkKind, outline, plain_text};

pub use people::{is_common, names_in};
pub use words::AND;
use words::{BEHALF, OF, SIGNS, THROUGH, is_group, is_role};

/// Somebody, or something, that a text names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// Two or more words, each with a capital, or all in small letters and none of them common.
    Person(String),
    /// The same with a word for a group: `Payments Platform`.
    Group(String),
    /// A single word: an account, or a name used like one.
    Handle(String),
}

/// The most words of a name in small letters: more are a sentence.
const MOST_SMALL: usize = 3;

/// Everybody that a text names.
pub fn named(text: &str) -> Vec<Named> {
    let mut out = Vec::new();
    let mut text = text.to_owned();
    if text.contains(['[', '<', '@', '*', '_', '`']) {
        for link in outline(&text).links.iter().filter(|link| link.kind == LinkKind::Link) {
            if let Some((mailbox, _)) = link.target.strip_prefix("mailto:").and_then(|target| target.split_once('@')) {
                out.push(Named::Handle(mailbox.to_owned()));
            }
        }
        let mailboxes = text.split(is_parting).filter_map(mailbox);
        out.extend(mailboxes.map(|account| Named::Handle(account.trim_start_matches("mailto:").to_owned())));
        // The words beside a mailbox are a name of their own.
        let is_mailbox = |word: &str| mailbox(word.trim_end_matches(is_parting)).is_some();
        let without = |word: &str| if is_mailbox(word) { ",".to_owned() } else { word.to_owned() };
        text = plain_text(&text).split_inclusive(is_parting).map(without).collect();
    }
    let text = text.replace("->", ">").replace(" - ", ",").replace([' ', '\u{2013}', '\u{2014}'], " ");
    for part in text.split(|c: char| SIGNS.contains(c)) {
        phrase(part, &mut out);
    }
    out.sort();
    out.dedup();
    out
}

/// Whether a character separates mailboxes from other words.
fn is_parting(c: char) -> bool {
    c.is_whitespace() || "<>()[],;\"".contains(c)
}

/// The account of a mailbox: `ana` of `ana@x.example`.
fn mailbox(word: &str) -> Option<&str> {
    let (account, host) = word.split_once('@')?;
    (host.contains('.') && !account.is_empty()).then_some(account)
}

/// A part without separators: names, with small words between them.
fn phrase(part: &str, out: &mut Vec<Named>) {
    let mut words: Vec<&str> = Vec::new();
    let mut thing = false;
    for word in part.split_whitespace().chain(["and"]) {
        let lower = word.to_lowercase();
        // `Per` is also a given name.
        let through = THROUGH.contains(&lower.as_str()) && word != "Per";
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
        [first, .., last] if is_capital(first) && is_capital(last) && !article && !words.iter().any(|w| is_role(w)) => {
            let whole = words.join(" ");
            let mut all = runs(&words);
            all.push(if words.iter().any(|word| is_group(word)) { Named::Group(whole) } else { Named::Person(whole) });
            all
        }
        [_, _, ..] if is_small(&words) => vec![Named::Person(words.join(" "))],
        _ => runs(&words),
    }
}

/// Whether a word begins with a capital, or its last part does after a small one: `al-Hassan`, `d'Angelo`.
fn is_capital(word: &str) -> bool {
    let last = word.rsplit(['-', '\'', '\u{2019}']).next().filter(|part| part.len() < word.len());
    word.starts_with(|c: char| !c.is_lowercase()) || last.is_some_and(|part| part.starts_with(char::is_uppercase))
}

/// Whether words are a name in small letters: few, none of them common, none that joins the words of a sentence.
fn is_small(words: &[&str]) -> bool {
    const JOINTS: [&str; 11] = ["da", "de", "del", "della", "des", "di", "do", "du", "el", "la", "le"];
    let is_name = |word: &&str| {
        let letters = |c: char| c.is_lowercase() || matches!(c, '-' | '\'' | '\u{2019}');
        let is_other = || is_common(&capitalised(word)) || is_role(word) || is_group(word);
        word.chars().all(letters) && (PARTICLES.contains(word) || !is_other())
    };
    let is_ended = |word: Option<&&str>| word.is_some_and(|word| !PARTICLES.contains(word));
    let count = words.iter().filter(|word| !PARTICLES.contains(word)).count();
    (2..=MOST_SMALL).contains(&count)
        && words.iter().all(is_name)
        && !words.iter().any(|word| JOINTS.contains(word))
        && is_ended(words.first())
        && is_ended(words.last())
}

/// Names inside words that are not a name as a whole: `Zebulon Quist on-call`, `paged Zebulon Quist`. Two words and more that are
/// all common, as in `Second Line`, are none.
fn runs(words: &[&str]) -> Vec<Named> {
    let belongs =
        |word: &str| is_capital(word) && !is_role(word) && !is_group(word) && !matches!(word, "The" | "A" | "An");
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
        if run.len() > 1 && !all_common(&run.join(" ")) {
            found.push(Named::Person(run.join(" ")));
        }
        run.clear();
    }
    found
}
