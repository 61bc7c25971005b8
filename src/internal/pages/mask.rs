//! Texts without the names of people: each is replaced by what the person did in that review.
//!
//! In: HTML or plain words, and the [`Names`] of the library. Out: the same with `the incident commander`,
//! `responder A`, `a colleague` in the place of names, handles and mentions; HTML loses its links and attributes.
//! It rather replaces a word too many than a name too few.

use super::names::{Names, PARTICLES, parts};
use crate::internal::review::Review;
use crate::text::escape_html;

/// What people of one review are called.
pub(super) struct Mask<'n> {
    names: &'n Names,
    /// Parts of a name, and what that person is called.
    roles: Vec<(Vec<String>, String)>,
}

/// Elements that a text of a line may keep, without their attributes.
const KEPT: [&str; 10] = ["em", "strong", "code", "del", "kbd", "sub", "sup", "b", "i", "br"];

/// Elements that part words which stand beside them.
const PARTING: [&str; 9] = ["p", "li", "div", "br", "td", "th", "tr", "dd", "dt"];

impl<'n> Mask<'n> {
    pub(super) fn of(review: &Review, names: &'n Names) -> Self {
        let own = |name: &String| parts(name).map(str::to_owned).collect::<Vec<_>>();
        let mut roles: Vec<(Vec<String>, String)> = Vec::new();
        for name in &review.people.incident_commander {
            roles.push((own(name), "the incident commander".to_owned()));
        }
        let who = review.timeline.iter().filter_map(|entry| entry.who.as_ref());
        let mut letters = 'A'..='Z';
        for name in review.people.responders.iter().chain(who) {
            let known = own(name);
            if known.is_empty() || roles.iter().any(|(parts, _)| *parts == known) {
                continue;
            }
            let called = letters.next().map_or_else(|| "a responder".to_owned(), |c| format!("responder {c}"));
            roles.push((known, called));
        }
        Self { names, roles }
    }

    /// Rendered text of a line or a few.
    pub(super) fn html(&self, html: &str) -> String {
        let mut out = Out::default();
        let mut rest = html;
        while let Some(open) = rest.find('<') {
            out.text(self, &rest[..open]);
            let tag = &rest[open..];
            let end = end_of(tag);
            let (tag, after) = tag.split_at(end);
            rest = after;
            let name: String = tag.chars().skip(1).take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
            let bare = name.trim_matches('/');
            if bare == "mark" && tag.contains("class=\"redact\"") {
                let close = rest.find("</mark>").unwrap_or(rest.len());
                out.text(self, &role_of(tag));
                rest = &rest[close..];
            } else if KEPT.contains(&bare) {
                out.html.extend(["<", &name, ">"]);
            }
            if PARTING.contains(&bare) && !out.html.ends_with(' ') {
                out.html.push(' ');
            }
        }
        out.text(self, rest);
        out.html.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Plain words.
    pub(super) fn words(&self, text: &str) -> String {
        let mut out = Out::default();
        out.text(self, text);
        out.html
    }

    fn called(&self, words: &[&str]) -> &str {
        let is = |parts: &[String], word: &str| parts.iter().any(|part| part.to_lowercase() == word.to_lowercase());
        let fits = |parts: &[String]| {
            let handle = parts.last().is_some_and(|last| words[0].to_lowercase().ends_with(&last.to_lowercase()));
            words.iter().all(|word| is(parts, word)) || handle
        };
        let found = self.roles.iter().find(|(parts, _)| fits(parts));
        found.map_or("a colleague", |(_, called)| called)
    }
}

/// What an author keeps from the public edition, by its role where it has one.
fn role_of(tag: &str) -> String {
    let role = tag.split("becomes: ").nth(1).and_then(|rest| rest.split(" in the public edition").next());
    role.map_or_else(|| "[left out]".to_owned(), |role| role.replace('-', " "))
}

/// One past the end of the tag that a text begins with.
fn end_of(tag: &str) -> usize {
    let mut quoted = false;
    for (at, c) in tag.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

/// A text in the making.
#[derive(Default)]
struct Out {
    html: String,
    /// The last character that is no space, quote or bracket: a full stop or nothing begins a sentence.
    last: Option<char>,
}

impl Out {
    fn push(&mut self, text: &str) {
        self.html.push_str(text);
        self.last = text.chars().rev().find(|c| !c.is_whitespace() && !"\"'(“‘*_".contains(*c)).or(self.last);
    }

    fn name(&mut self, called: &str) {
        let begins = self.last.is_none_or(|c| matches!(c, '.' | '!' | '?'));
        let (head, tail) = called.split_at(1);
        let head = if begins { head.to_uppercase() } else { head.to_owned() };
        self.push(&(head + tail));
    }

    /// A text without tags, in which each name gives way.
    fn text(&mut self, mask: &Mask<'_>, text: &str) {
        let whole = mask.names.whole().find(|name| text.contains(*name) || text.contains(&escape_html(name)));
        if let Some((before, after)) = whole.and_then(|name| text.split_once(name)) {
            self.text(mask, before);
            self.name("a colleague");
            return self.text(mask, after);
        }
        let mut rest = text;
        while let Some(at) = rest.find(is_word) {
            let (between, from) = rest.split_at(at);
            let (before, mention) = between.strip_suffix('@').map_or((between, false), |before| (before, true));
            self.push(before);
            let end = from.find(|c| !is_word(c)).unwrap_or(from.len());
            if let Some(length) = address(from).filter(|_| !mention) {
                self.push("an address");
                rest = &from[length..];
            } else if mention {
                self.name(mask.called(&[&from[..end]]));
                rest = &from[end..];
            } else if let Some((length, words)) = run(mask.names, from) {
                self.name(mask.called(&words));
                rest = &from[length..];
            } else {
                self.push(&from[..end]);
                rest = &from[end..];
            }
        }
        self.push(rest);
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '\u{301}'
}

/// The length of the mail address (or `user@host`) that a text begins with.
fn address(text: &str) -> Option<usize> {
    let inside = |c: char| is_word(c) || "._+-".contains(c);
    let local = text.find(|c| !inside(c))?;
    let host = text[local..].strip_prefix('@')?;
    let length = host.find(|c| !inside(c)).unwrap_or(host.len());
    (length > 0).then(|| local + 1 + host[..length].trim_end_matches(['.', '-']).len())
}

/// The name that a text begins with: its length, and its words.
fn run<'t>(names: &Names, text: &'t str) -> Option<(usize, Vec<&'t str>)> {
    let dotted = text.find(|c| !is_word(c) && c != '.' && c != '-').unwrap_or(text.len());
    let dotted = text[..dotted].trim_end_matches(['.', '-']);
    if names.is_handle(dotted) {
        return Some((dotted.len(), dotted.split(['.', '-', '_']).collect()));
    }
    let mut words = Vec::new();
    let (mut end, mut at) = (0, 0);
    loop {
        let rest = &text[at..];
        let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let word = &rest[..length];
        let initial = word.chars().nth(1).is_none() && word.starts_with(char::is_uppercase);
        if names.is_part(word) || (words.is_empty() && names.is_handle(word)) {
            words.push(word);
            end = at + length;
        } else if words.is_empty() || !(initial || PARTICLES.contains(&word)) {
            break;
        }
        // Words of one name stand a space or a hyphen apart; an initial has its full stop.
        let after = rest[length..].strip_prefix(if initial { "." } else { "" }).unwrap_or(&rest[length..]);
        match after.strip_prefix([' ', '-']) {
            Some(next) if next.starts_with(is_word) => at = text.len() - next.len(),
            _ => break,
        }
    }
    (end > 0).then_some((end, words))
}

#[cfg(test)]
mod tests {
    use super::{Mask, Names};
    use crate::markdown::{Options, inline_html};

    fn masked(text: &str) -> String {
        let names =
            Names::listed(&["Kwabena Ofosuhene", "Mina Sørlie", "Ludwig van Beek", "山田太郎", "Ana"], &["msorlie"]);
        let role = |name: &str, called: &str| (super::parts(name).map(str::to_owned).collect(), called.to_owned());
        let roles = vec![role("Mina Sørlie", "the incident commander"), role("Kwabena Ofosuhene", "responder A")];
        Mask { names: &names, roles }.html(&inline_html(text, &Options::default()))
    }

    #[test]
    fn names_give_way_to_what_people_did() {
        for (text, without) in [
            ("Kwabena publishes a zone.", "Responder A publishes a zone."),
            ("It was Kwabena Ofosuhene's change; Ana saw it.", "It was responder A's change; a colleague saw it."),
            ("**Mina** calls *Ludwig van Beek*", "<strong>The incident commander</strong> calls <em>a colleague</em>"),
            (
                "Restart. MINA SØRLIE agrees, so does Ofosuhene",
                "Restart. The incident commander agrees, so does responder A",
            ),
            (
                "`ssh kofosuhene@db-07` and @msorlie, kwabena.ofosuhene",
                "<code>ssh an address</code> and a colleague, responder A",
            ),
            ("mail ana@corp.example, then 山田太郎が見た", "mail an address, then a colleagueが見た"),
            ("Analysis of banana, anas and Kwabenas", "Analysis of banana, anas and Kwabenas"),
        ] {
            assert_eq!(masked(text), without, "{text}");
        }
    }

    #[test]
    fn markup_loses_what_it_could_carry() {
        for (text, without) in [
            ("[Mina](https://x.example/mina) <b title=\"Mina\">says</b>", "The incident commander <b>says</b>"),
            ("[Jane](redact:first-responder) restarts [db-7](redact:omit)", "first responder restarts [left out]"),
            ("one\n\ntwo", "one two"),
            ("a < b & c", "a &lt; b &amp; c"),
        ] {
            assert_eq!(masked(text), without, "{text}");
        }
    }
}
