//! Everything that is published, read by parsers that are not ours: pages by `html5ever`, feeds by `feed-rs`, calendars by
//! `icalendar`, e-mail by `mail-parser`, SVG and feeds by `roxmltree`; and all links are followed.

mod drawings;
mod formats;
mod html;
mod library;
mod places;
mod web;
mod words;
