//! The medium of a picture, and the ids that connect it with its name and description.

use super::svg::{Tag, push_whole};
use base::text::push_escaped;

/// The medium. Text is scaled with the picture, so each medium has its own layout, and the style sheet shows the one
/// that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Width {
    /// A text column, from about 560 CSS pixels up; also print.
    Column,
    /// A phone.
    Phone,
    /// A whole slide; at a width of 1280 pixels its text is 28 pixels high.
    Slide,
}

impl Width {
    /// The class by which the style sheet shows or hides the picture.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Column => "tl-wide",
            Self::Phone => "tl-narrow",
            Self::Slide => "tl-slide",
        }
    }
}

/// One picture on one page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame<'a> {
    /// The prefix of every id in the picture; unique on its page.
    pub(super) id: &'a str,
    /// The medium.
    pub(super) width: Width,
    /// The prefix of the ids of table rows on the same page, such as `entry.`; marks link to these rows.
    pub(super) rows: Option<&'a str>,
}

impl Frame<'_> {
    /// Writes the id of the name or the description, with a dot, which no heading's id contains. Both are elements of
    /// the picture for the column. The picture for the phone refers to them; screen readers use them even when they are
    /// hidden.
    fn push_id(&self, part: &str, out: &mut String) {
        push_escaped(out, self.id);
        out.push('.');
        out.push_str(part);
    }

    /// Opens the link around the mark of an entry, with an id that its row can link back to; writes nothing if there
    /// are no rows.
    pub(super) fn open_link(&self, number: &str, out: &mut String) {
        let Some(rows) = self.rows else { return };
        let id = match self.width {
            Width::Column | Width::Slide => "",
            Width::Phone => "phone.",
        };
        let link = Tag::new("a", out)
            .class("tl-link")
            .made("id", |out| {
                self.push_id(id, out);
                out.push_str(number);
            })
            .made("href", |out| {
                out.push('#');
                push_escaped(out, rows);
                out.push_str(number);
            });
        // In the column the title of the mark names the link.
        match self.width {
            Width::Column | Width::Slide => link.open(),
            Width::Phone => link
                .made("aria-label", |out| {
                    out.push_str("Entry ");
                    out.push_str(number);
                })
                .open(),
        }
    }

    /// Gives a part of an entry its step, from 1, for the script that shows the entries of a slide one after another
    /// (`slides/plot.js` of the theme).
    pub(super) fn step<'o>(&self, tag: Tag<'o>, turn: usize) -> Tag<'o> {
        if self.width == Width::Slide { tag.made("data-step", |out| push_whole(out, turn)) } else { tag }
    }

    /// Closes the link that [`Self::open_link`] opened.
    pub(super) fn close_link(&self, out: &mut String) {
        if self.rows.is_some() {
            out.push_str("</a>");
        }
    }

    /// Whether this picture contains its own name.
    pub(super) fn is_named(&self) -> bool {
        self.width != Width::Phone
    }

    /// Writes the element that names or describes the picture, under its id.
    pub(super) fn name(&self, element: &'static str, part: &str, words: &str, out: &mut String) {
        Tag::new(element, out).made("id", |out| self.push_id(part, out)).text(words);
    }

    /// Opens the element around the whole picture, labelled by the parts in `names`; `text_size` is the size of all
    /// text in it.
    pub(super) fn open(&self, class: &'static str, view: [f64; 4], names: &[&str], text_size: f64, out: &mut String) {
        Tag::new("svg", out)
            .made("class", |out| {
                out.push_str(class);
                out.push(' ');
                out.push_str(self.width.class());
            })
            .numbers("viewBox", &view)
            // The content of an `img` is hidden from screen readers; links must not be.
            .with("role", if self.rows.is_some() && names.len() > 1 { "group" } else { "img" })
            .made("aria-labelledby", |out| {
                for (index, part) in names.iter().enumerate() {
                    if index > 0 {
                        out.push(' ');
                    }
                    self.push_id(part, out);
                }
            })
            .with("direction", "ltr")
            .with("fill", "currentColor")
            // The layout was computed with this size, so the size is set here and not in the style sheet.
            .at("font-size", text_size)
            .open();
    }
}
