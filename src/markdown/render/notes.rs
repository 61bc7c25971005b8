//! Footnotes, which are written at the end, and blocks that are left out.

use pulldown_cmark::{Event, Tag};

use super::Page;
use super::writer::Writer;
use crate::footnotes::Shown;

impl Page<'_, '_> {
    /// Skips a block, except for footnotes in it, which other text may refer to.
    pub(super) fn leave_out(&mut self) {
        let mut inside = self.inside();
        while let Some((event, _)) = inside.pop_front() {
            if let Event::Start(Tag::FootnoteDefinition(name)) = event {
                std::mem::swap(&mut self.note, &mut inside);
                let body = self.inside();
                std::mem::swap(&mut self.note, &mut inside);
                self.footnotes.define(&name, body, Shown::IfReferred);
            }
        }
    }

    /// Closes what the author left open and writes the footnotes.
    pub(super) fn end_notes(&mut self) {
        let open = self.raw.leave(0);
        self.html(&open);
        let page = std::mem::replace(&mut self.out, Writer::inside());
        let mut bodies = Vec::new();
        // Not 0: ranges to omit apply to top-level blocks only, not to notes.
        self.depth = 1;
        while let Some(body) = self.footnotes.next_body() {
            self.note = body;
            while let Some((event, span)) = self.note.pop_front() {
                self.step(event, span);
            }
            let open = self.raw.leave(0);
            self.html(&open);
            bodies.push(std::mem::replace(&mut self.out, Writer::inside()).finish());
        }
        self.out = page;
        self.html(&self.footnotes.section(&bodies));
    }
}
