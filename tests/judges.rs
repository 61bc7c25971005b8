//! Everything that is published, read back by readers that we did not write: pages by `html5ever`, feeds by `feed-rs`, calendars
//! by `icalendar`, e-mail by `mail-parser`, drawings and feeds by `roxmltree`, and what links say against what is there.

mod drawings;
mod formats;
mod html;
mod library;
mod places;
mod web;
mod words;
