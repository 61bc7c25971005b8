//! Footnotes: collected where they are defined, numbered by first reference, shown at the end with links back.

use std::collections::{BTreeMap, VecDeque};

use super::links::Around;
use super::step::Step;
use super::write;

/// All footnotes of a document, referred to and defined in any order.
#[derive(Default)]
pub(super) struct Footnotes<'a> {
    notes: Vec<Note<'a>>,
    by_name: BTreeMap<String, usize>,
    /// Indices of `notes` in the order of their numbers.
    order: Vec<usize>,
    written: usize,
    looked_at: usize,
    /// The prefix of every id. Without it there are no ids, and no links between text and notes.
    prefix: Option<String>,
}

struct Note<'a> {
    /// Its part of an id; `None` for a second definition of the same name, which nothing can refer to.
    id: Option<String>,
    number: Option<usize>,
    references: usize,
    body: Option<VecDeque<Step<'a>>>,
    shown: Shown,
}

/// When a definition is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// Even if nothing refers to it, so that no text is lost.
    Always,
    /// Only if shown text refers to it: its definition is in a part that is left out.
    IfReferred,
}

impl<'a> Footnotes<'a> {
    /// No footnotes yet; `prefix` is the prefix of every id, `None` for no ids.
    pub(super) fn new(prefix: Option<&str>) -> Self {
        Self { prefix: prefix.map(str::to_owned), ..Self::default() }
    }

    /// The note of this name. Names match without regard to case, as on GitHub.
    fn named(&mut self, name: &str) -> usize {
        let key = name.to_lowercase();
        let next = self.notes.len();
        let index = *self.by_name.entry(key).or_insert(next);
        if index == next {
            self.add(Some(id(name)));
        }
        index
    }

    fn add(&mut self, id: Option<String>) {
        self.notes.push(Note { id, number: None, references: 0, body: None, shown: Shown::IfReferred });
    }

    /// A reference in the text.
    pub(super) fn reference(&mut self, name: &str, around: Around) -> String {
        let index = self.named(name);
        let next = self.order.len() + 1;
        let Some(note) = self.notes.get_mut(index) else { return String::new() };
        let number = *note.number.get_or_insert(next);
        if number == next {
            self.order.push(index);
        }
        note.references += 1;
        let id = note.id.as_deref().unwrap_or_default();
        let mut out = "<sup class=\"footnote-ref\"".to_owned();
        let Some(prefix) = &self.prefix else { return out + &format!(">{number}</sup>") };
        write::attr(&mut out, "id", &(prefix.clone() + &reference_id(id, note.references)));
        out.push('>');
        if around == Around::Link {
            return out + &format!("{number}</sup>");
        }
        out.push_str("<a");
        write::address(&mut out, "href", &format!("#{prefix}{}", note_id(id)));
        out + &format!(" aria-label=\"Footnote {number}\">{number}</a></sup>")
    }

    /// A definition, with the steps between its start and its end.
    pub(super) fn define(&mut self, name: &str, body: VecDeque<Step<'a>>, shown: Shown) {
        let mut index = self.named(name);
        if self.notes.get(index).is_some_and(|note| note.body.is_some()) {
            index = self.notes.len();
            self.add(None);
        }
        if let Some(note) = self.notes.get_mut(index) {
            note.body = Some(body);
            note.shown = shown;
        }
    }

    /// The body of the next note to be written: first those referred to, then the others in order.
    /// Writing one may refer to more, so call this again after each.
    pub(super) fn next_body(&mut self) -> Option<VecDeque<Step<'a>>> {
        while self.written == self.order.len() {
            let index = self.looked_at;
            let number = self.order.len() + 1;
            let note = self.notes.get_mut(index)?;
            self.looked_at += 1;
            if note.number.is_none() && note.shown == Shown::Always {
                note.number = Some(number);
                self.order.push(index);
            }
        }
        let index = *self.order.get(self.written)?;
        self.written += 1;
        self.notes.get_mut(index).map(|note| note.body.take().unwrap_or_default())
    }

    /// The section at the end, with the rendered `bodies` in the order of [`next_body`](Self::next_body).
    pub(super) fn section(&self, bodies: &[String]) -> String {
        if bodies.is_empty() {
            return String::new();
        }
        let mut out = "\n<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n".to_owned();
        for (index, body) in self.order.iter().zip(bodies) {
            let Some(note) = self.notes.get(*index) else { continue };
            out.push_str("\n<li");
            if let Some((id, prefix)) = note.id.as_ref().zip(self.prefix.as_ref()) {
                write::attr(&mut out, "id", &(prefix.clone() + &note_id(id)));
            }
            out.push('>');
            // The links back are at the end of the last paragraph.
            let (text, end) = body.strip_suffix(PARAGRAPH).map_or((body.as_str(), ""), |text| (text, PARAGRAPH));
            out.extend([text, &back_links(note, self.prefix.as_deref()), end, "</li>\n"]);
        }
        out + "</ol>\n</section>\n"
    }
}

/// How a paragraph ends.
const PARAGRAPH: &str = "</p>\n";

fn back_links(note: &Note<'_>, prefix: Option<&str>) -> String {
    let mut out = String::new();
    let Some(prefix) = prefix else { return out };
    for n in 1..=note.references {
        let (label, sign) =
            if n == 1 { (String::new(), String::new()) } else { (format!(", {n}"), format!("<sup>{n}</sup>")) };
        out.push_str(" <a class=\"footnote-back\"");
        let id = reference_id(note.id.as_deref().unwrap_or_default(), n);
        write::address(&mut out, "href", &format!("#{prefix}{id}"));
        write::attr(&mut out, "aria-label", &format!("Back to text{label}"));
        out.extend([">↩", &sign, "</a>"]);
    }
    out
}

fn note_id(id: &str) -> String {
    format!("fn.{id}")
}

/// The id of a reference. [`id`] never contains a colon, so the second reference to `a` and the first to `a-2` differ.
fn reference_id(id: &str, nth: usize) -> String {
    if nth == 1 { format!("fnref.{id}") } else { format!("fnref.{id}:{nth}") }
}

/// The name of a footnote as part of an id; different names give different ids.
fn id(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() || matches!(c, '-' | '_') {
            out.push(c);
        } else {
            out.extend([".", &format!("{:x}", u32::from(c)), "."]);
        }
    }
    out
}

/// What an author may write after `#` to link to this footnote, and its id on the page, which contains a full stop as
/// no heading's id does.
pub(super) fn anchor(name: &str) -> (String, String) {
    let id = id(name);
    (format!("fn-{id}"), note_id(&id))
}

#[cfg(test)]
mod tests {
    use super::id;

    #[test]
    fn names_become_ids_one_to_one() {
        assert_eq!(id("Note-1"), "note-1");
        assert_ne!(id("a b"), id("a.b"));
        assert!(!id("\"><script>").contains(['"', '<', '>']));
    }
}
