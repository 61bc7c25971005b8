//! Values in the words of an internal text that must not be published: mailboxes, hosts without `https://`, accounts that an action is
//! given to, and the people in a section about people.

use super::addresses::bare_host;
use crate::library::{Named, mentioned, named_in};
use clearance::{Origin, Policy, Taint, Why, all_common};

/// Mailboxes of a function, and accounts that every machine has.
const SHARED: [&str; 22] = [
    "abuse",
    "admin",
    "alerts",
    "billing",
    "contact",
    "git",
    "hello",
    "help",
    "helpdesk",
    "hostmaster",
    "info",
    "mail",
    "mailer-daemon",
    "no-reply",
    "noreply",
    "oncall",
    "ops",
    "postmaster",
    "root",
    "security",
    "support",
    "webmaster",
];

/// Adds the mailboxes and hosts in an internal text.
pub(super) fn words(taint: &mut Taint, text: &str, policy: &Policy, from: &Origin) {
    if !text.contains(['@', '.']) {
        return;
    }
    for word in text.split(|c: char| c.is_whitespace() || "<>()[]{},;\"'`|*".contains(c)) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        match word.rsplit_once('@') {
            Some((account, host)) => mailbox(taint, account.trim_start_matches("mailto:"), host, policy, from),
            None if word.contains('.') => bare_host(taint, word, policy, from),
            None => {}
        }
    }
}

/// Adds the account of a mailbox and, if it is two words, the name that it is made of.
fn mailbox(taint: &mut Taint, account: &str, host: &str, policy: &Policy, from: &Origin) {
    let host = host.split([':', '/']).next().unwrap_or_default();
    let whole = format!("{account}@{host}");
    let is_public = policy.public_mailboxes.iter().any(|known| known.eq_ignore_ascii_case(&whole));
    let is_for_examples = matches!(host, "example.com" | "example.org" | "example.net");
    let is_host = host.split_once('.').is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
    if account.is_empty() || !is_host || is_public || is_for_examples {
        return;
    }
    let lower = account.to_lowercase();
    if SHARED.contains(&lower.as_str()) || all_common(account) {
        return;
    }
    taint.term(account, Why::Handle, from.clone());
    let parts: Vec<&str> = account.split(['.', '_', '-']).collect();
    let is_word = |part: &&str| part.len() > 1 && part.chars().all(char::is_alphabetic);
    if parts.len() == 2 && parts.iter().all(is_word) {
        taint.term(parts.join(" "), Why::Person, from.clone());
    }
}

/// Adds the people in a section about people: whole names, and accounts with `@`.
pub(super) fn people(taint: &mut Taint, text: &str, from: &Origin) {
    for line in text.lines() {
        let line = line.trim_start_matches(['-', '*', '+', ' ', '\t', '>']);
        for name in names_in_prose(line) {
            taint.term(name, Why::Person, from.clone());
        }
        accounts(taint, line, from);
    }
}

/// Adds the accounts in the items of lists of tasks: `- [ ] Fix it (@zquist)`.
pub(super) fn tasks(taint: &mut Taint, text: &str, from: &Origin) {
    for line in text.lines() {
        let item = line.trim_start().trim_start_matches(['-', '*', '+', ' ']);
        if ["[ ]", "[x]", "[X]"].iter().any(|mark| item.starts_with(mark)) {
            accounts(taint, item, from);
        }
    }
}

/// Adds the accounts in the title of an action: `Fix it (@zquist)`.
pub(super) fn accounts(taint: &mut Taint, text: &str, from: &Origin) {
    for account in mentioned(text) {
        taint.term(format!("@{account}"), Why::Handle, from.clone());
    }
}

/// Adds whom the brackets at the start of an entry name: `(Zebulon Quist) looked`.
pub(super) fn actor(taint: &mut Taint, what: &str, from: &Origin) {
    let inside = what.trim_start().strip_prefix(['(', '[']).and_then(|rest| rest.split([')', ']']).next());
    for name in inside.into_iter().flat_map(names_in_prose) {
        taint.term(name, Why::Person, from.clone());
    }
}

/// The whole names in a text. In prose, words in small letters alone are no name, as they are in a field for people.
fn names_in_prose(text: &str) -> impl Iterator<Item = String> {
    let names = named_in(text).into_iter().filter_map(|one| match one {
        Named::Person(name) | Named::Group(name) => Some(name),
        Named::Handle(_) => None,
    });
    names.filter(|name| name.contains(|c: char| c.is_alphabetic() && !c.is_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn added(add: impl Fn(&mut Taint, &Policy, &Origin)) -> Vec<String> {
        let policy = Policy { public_mailboxes: vec!["zeb.quist@burrow.example".into()], ..Policy::default() };
        let mut taint = Taint::new();
        add(&mut taint, &policy, &Origin { path: "a.md".into(), line: 1, column: 1 });
        taint.values().map(|(text, _)| text.to_owned()).collect()
    }

    #[test]
    fn a_mailbox_tells_a_name() {
        let words = |text: &'static str| added(|taint, policy, from| words(taint, text, policy, from));
        assert_eq!(words("Ask <zed.quistermann@burrow.example>."), ["zed quistermann", "zed.quistermann"]);
        assert_eq!(words("mailto:zquist@burrow.example"), ["zquist"]);
        let nobody =
            "ops@burrow.example zeb.quist@burrow.example jane.doe@example.com git@github.com:x a@b checkout.py";
        assert!(words(nobody).is_empty(), "{:?}", words(nobody));
    }

    #[test]
    fn sections_and_actions_tell_people() {
        let all =
            added(|taint, _, from| people(taint, "- Zebulon Quist (IC)\n* paged @zquist\nThe database team", from));
        assert_eq!(all, ["@zquist", "Zebulon Quist"]);
        assert_eq!(added(|taint, _, from| accounts(taint, "Fix the pool (@zquistgd)", from)), ["@zquistgd"]);
        assert_eq!(added(|taint, _, from| actor(taint, "(Zebulon Quist) looked", from)), ["Zebulon Quist"]);
        let marked = "Ask **@zquistgd**, @zed.quister's desk, @nkowalx/@omberq or |@zuleqt/nightz|";
        let all = added(|taint, _, from| accounts(taint, marked, from));
        assert_eq!(all, ["@nkowalx", "@omberq", "@zed.quister", "@zquistgd", "@zuleqt/nightz"]);
        assert!(added(|taint, _, from| accounts(taint, "Use @media, `@Zretryable` and a@b.c", from)).is_empty());
        assert!(added(|taint, _, from| actor(taint, "It was (Zebulon Quist said) slow", from)).is_empty());
    }
}
