//! Texts without the names of people: each name is replaced by the person's role in that review.
//!
//! In: HTML or plain text, and the [`Names`] of the library. Out: the same with `the incident commander`, `responder A` or
//! `a colleague` in place of names, handles and mentions; HTML loses its links and attributes. In doubt, a word is replaced.

mod marked;
mod without;

use std::borrow::Cow;

use html::{Piece, Tag, decode_attribute};
use markdown::MARK_ROLE;

use crate::library::{is_whole, whole_words};
use crate::pages::drill::names::{Names, called_in, found, handles, is_word, parts};
use crate::review::Review;
use marked::Marked;
use without::Without;

/// The roles of the people of one review.
pub struct Mask<'n> {
    names: &'n Names,
    roles: Vec<Role>,
    marked: Marked<'n>,
    /// The names or handles in the entries of a review that lists no people.
    found: Vec<String>,
}

/// A person in a review.
struct Role {
    /// Parts of the name.
    parts: Vec<String>,
    called: Cow<'static, str>,
}

/// In place of what is marked without a part.
const LEFT_OUT: &str = "[left out]";

/// Elements that are kept, without their attributes.
const KEPT: [&str; 10] = ["em", "strong", "code", "del", "kbd", "sub", "sup", "b", "i", "br"];

/// Elements that separate the words before and after them.
const PARTING: [&str; 9] = ["p", "li", "div", "br", "td", "th", "tr", "dd", "dt"];

impl<'n> Mask<'n> {
    pub fn of(review: &'n Review, names: &'n Names) -> Self {
        let leads = review.people.incident_commander.iter().flat_map(|field| called_in(field));
        let mut roles: Vec<_> = leads.map(|name| Role::new(&name, "the incident commander")).collect();
        let who = review.timeline.iter().filter_map(|entry| entry.who.as_ref());
        let mut letters = 'A'..='Z';
        let fields: Vec<_> = review.people.responders.iter().chain(who).flat_map(|field| called_in(field)).collect();
        let mut found = found(review);
        if found.is_empty() && fields.is_empty() && roles.is_empty() {
            found = handles(review);
        }
        for name in fields.into_iter().chain(found.iter().cloned()) {
            let role = Role::new(&name, "a responder");
            if role.parts.is_empty() || roles.iter().any(|known| known.parts == role.parts) {
                continue;
            }
            let called = letters.next().map_or(role.called, |c| format!("responder {c}").into());
            roles.push(Role { called, ..role });
        }
        Self { names, roles, marked: Marked::of(review), found }
    }

    /// What somebody is called, with what a mark of the review says of their part: `responder A (developer)`. That they responded is
    /// said by what they are called.
    pub fn role(&self, name: &str) -> String {
        let called = self.words(name.to_owned());
        match self.marked.part_of(name) {
            Some(part) if !part.contains("responder") && !called.to_lowercase().contains(part) => {
                format!("{called} ({part})")
            }
            _ => called,
        }
    }

    /// The names or handles in the entries of a review that lists no people.
    pub fn found(&self) -> &[String] {
        &self.found
    }

    /// Rendered text of a few lines. A text without names, tags and extra spaces is returned unchanged.
    pub fn html(&self, html: String) -> String {
        let html = if html.contains('<') { self.untagged(&html) } else { self.words(html) };
        if is_tidy(&html) { html } else { html.split_whitespace().collect::<Vec<_>>().join(" ") }
    }

    /// Plain text. A text without names is returned unchanged.
    pub fn words(&self, text: String) -> String {
        let anybody =
            text.contains('@') || self.names.first_in(&text).is_some() || self.names.whole_in(&text).is_some();
        if !anybody {
            return text;
        }
        let mut out = Without::with_room(text.len());
        out.add(self, &text);
        out.text
    }

    fn untagged(&self, text: &str) -> String {
        let mut out = Without::with_room(text.len());
        let mut pieces = html::pieces(text);
        while let Some((piece, range)) = pieces.next() {
            let tag = match piece {
                Piece::Tag(tag) => tag,
                Piece::Text => {
                    out.add(self, &text[range]);
                    continue;
                }
                _ => continue,
            };
            if let Some(role) = mark(&tag) {
                let closes = |piece: &Piece<'_>| matches!(piece, Piece::Tag(tag) if tag.closing && tag.name == "mark");
                let begin = range.end;
                let end = pieces.find(|(piece, _)| closes(piece)).map_or(begin, |(_, range)| range.start);
                let name = &text[begin..end];
                if let Some(known) = self.role_with_name(name).filter(|_| role != LEFT_OUT) {
                    out.name(&known.called);
                } else {
                    let is_called = |name: &str| self.role_with_name(name).is_some();
                    out.add(self, &self.marked.told_apart(role, name, is_called));
                }
            } else if KEPT.contains(&tag.name) {
                out.text.extend([if tag.closing { "</" } else { "<" }, tag.name, ">"]);
            }
            if PARTING.contains(&tag.name) && !out.text.ends_with(' ') {
                out.text.push(' ');
            }
        }
        out.text
    }

    /// The role of the person whose name a mark contains.
    fn role_with_name(&self, name: &str) -> Option<&Role> {
        let words: Vec<_> = name.split(|c| !is_word(c)).filter(|word| !word.is_empty()).collect();
        self.roles.iter().find(|role| !words.is_empty() && role.is(&words))
    }

    /// The role of the person with this name or handle.
    fn called(&self, words: &[&str]) -> &str {
        self.roles.iter().find(|role| role.is(words)).map_or("a colleague", |role| &role.called)
    }
}

impl Role {
    fn new(name: &str, called: &'static str) -> Self {
        let parts: Vec<_> = match name.strip_prefix('@') {
            Some(handle) => vec![handle],
            None if is_whole(name) => whole_words(name).collect(),
            None => parts(name).collect(),
        };
        Self { parts: parts.into_iter().map(str::to_owned).collect(), called: called.into() }
    }

    fn is(&self, words: &[&str]) -> bool {
        let handle = self.parts.last().zip(words.first()).is_some_and(|(last, word)| ends_with(word, last));
        handle || words.iter().all(|word| self.parts.iter().any(|part| is_same(part, word)))
    }
}

/// Whether two words are equal, ignoring case.
fn is_same(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() { a.eq_ignore_ascii_case(b) } else { a.to_lowercase() == b.to_lowercase() }
}

/// Whether a word ends with another, ignoring case.
fn ends_with(word: &str, end: &str) -> bool {
    if word.is_ascii() && end.is_ascii() {
        word.len().checked_sub(end.len()).is_some_and(|at| word[at..].eq_ignore_ascii_case(end))
    } else {
        word.to_lowercase().ends_with(&end.to_lowercase())
    }
}

/// Whether all words are separated by single spaces.
fn is_tidy(text: &str) -> bool {
    let mut parted = true;
    for c in text.chars() {
        let space = c.is_whitespace();
        if space && (parted || c != ' ') {
            return false;
        }
        parted = space;
    }
    !parted
}

/// The replacement for a marked text, if the tag opens a mark.
fn mark(tag: &Tag<'_>) -> Option<String> {
    let is_mark =
        !tag.closing && tag.name == "mark" && tag.attributes().any(|a| a.name == "class" && a.value == "redact");
    let role = || tag.attributes().find(|attribute| attribute.name == MARK_ROLE);
    is_mark.then(|| role().map_or_else(|| LEFT_OUT.to_owned(), |role| decode_attribute(role.value).replace('-', " ")))
}

#[cfg(test)]
mod tests {
    use super::{Marked, Mask, Names, Role};
    use markdown::{Options, inline_html};

    fn masked(text: &str) -> String {
        let names = Names::listed(
            &["Kwabena Ofosuhene", "Mina Sørlie", "Ludwig van Beek", "山田太郎", "佐藤花子", "Ana"],
            &["msorlie"],
        );
        let roles = [
            "Mina Sørlie=the incident commander",
            "Kwabena Ofosuhene=responder A",
            "佐藤花子=responder B",
            "@lin-x=responder C",
        ];
        let roles =
            roles.map(|role| role.split_once('=').unwrap()).map(|(name, called)| Role::new(name, called)).into();
        Mask { names: &names, roles, marked: Marked::default(), found: Vec::new() }
            .html(inline_html(text, &Options::default()))
    }

    #[test]
    fn names_are_replaced_by_roles() {
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
            ("佐藤花子が見た, and @lin-x; @lin-y", "Responder Bが見た, and responder C; a colleague"),
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
