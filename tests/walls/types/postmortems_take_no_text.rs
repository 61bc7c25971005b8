// E0308: the texts of a postmortem are cleared texts, not plain ones
use std::collections::BTreeMap;

use clearance::Cleared;
use crate::{Change, Masthead, Named, Postmortem, Section};

pub fn retitled(postmortem: Postmortem, title: String) -> Postmortem {
    Postmortem { title, ..postmortem } //~
}

pub fn tagged(postmortem: &mut Postmortem, tags: Vec<String>) {
    postmortem.tags = tags; //~
}

pub fn indexed(postmortem: &mut Postmortem, words: BTreeMap<String, String>) {
    postmortem.sections = words; //~
}

pub fn section(text: &str) -> Section {
    Section {
        name: "summary",
        text: text.to_owned(), //~
    }
}

pub fn said(section: &mut Section, more: &str) {
    section.text = format!("{}{more}", section.text); //~
}

pub fn change(note: &'static str, change: Change) -> Change {
    Change { note, ..change } //~
}

pub fn named(label: String, named: Named) -> Named {
    Named { label, ..named } //~
}

pub fn masthead(title: &str, masthead: Masthead) -> Masthead {
    Masthead {
        base_url: Some(title.to_owned()), //~
        ..masthead
    }
}

pub fn kept(text: Cleared) -> String {
    text //~
}
