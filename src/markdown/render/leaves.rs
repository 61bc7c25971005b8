//! Renders elements that are written at once: HTML, code, links, images.

use std::borrow::Cow;

use pulldown_cmark::{CodeBlockKind, Event, LinkType};

use super::{OpenLink, Page};
use crate::links::{self, Around};
use crate::{LinkKind, marks, words, write};

impl<'a> Page<'a, '_> {
    pub(super) fn html_block(&mut self) {
        let mut html = String::new();
        for (event, _) in self.inside() {
            if let Event::Html(text) | Event::InlineHtml(text) | Event::Text(text) = event {
                html.push_str(&text);
            }
        }
        self.raw_html(&html);
        let end = self.raw.end_block(self.depth);
        self.html(&end);
    }

    pub(super) fn code(&mut self, kind: &CodeBlockKind<'a>) {
        let mut body = String::new();
        for (event, _) in self.inside() {
            if let Event::Text(text) = event {
                body.push_str(&text);
            }
        }
        let info = if let CodeBlockKind::Fenced(info) = kind { info } else { "" };
        let html = self.code.block(info, &body);
        self.html(&html);
    }

    pub(super) fn link(&mut self, link_type: LinkType, target: &str, title: &str) {
        let around = self.around();
        self.depth += 1;
        if let Some(role) = marks::role(target) {
            self.links.push(OpenLink { close: "</mark>", address: None });
            return self.html(&marks::open(role));
        }
        let target =
            if link_type == LinkType::Email { Cow::Owned(format!("mailto:{target}")) } else { Cow::Borrowed(target) };
        let mut attributes = String::new();
        if !title.is_empty() {
            write::attr(&mut attributes, "title", title);
        }
        match links::open(&self.options, &target, &attributes) {
            Some(open) if around == Around::Text => {
                self.links.push(OpenLink { close: "</a>", address: None });
                self.html(&open);
            }
            Some(_) => self.links.push(OpenLink::default()),
            None => {
                let address = links::unfollowed(&self.options, &target, LinkKind::Link);
                let address = address.map(|address| (self.out.len(), address.into_owned()));
                self.links.push(OpenLink { close: "", address });
            }
        }
    }

    pub(super) fn review(&mut self, target: &str, has_text: bool) {
        let inside = self.inside();
        let text = words::words(inside.iter().map(|(event, _)| event));
        let text = has_text.then_some(&*text);
        match links::review(&self.options, target, text) {
            Some(link) if self.around() == Around::Text => self.html(&link),
            _ => {
                let written = text.map_or_else(|| format!("[[{target}]]"), |text| format!("[[{target}|{text}]]"));
                self.out.text(&written);
            }
        }
    }

    pub(super) fn image(&mut self, target: &str, title: &str) {
        let inside = self.inside();
        let alt = words::words(inside.iter().map(|(event, _)| event));
        if let Some(role) = marks::role(target) {
            return self.html(&(marks::open(role) + &base::text::escape_html(&alt) + "</mark>"));
        }
        let mut attributes = String::new();
        if !title.is_empty() {
            write::attr(&mut attributes, "title", title);
        }
        let html = links::image(&self.options, target, &alt, &attributes, self.around());
        self.html(&html);
    }
}
