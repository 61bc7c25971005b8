//! What a picture is made for: the medium, and the ids that tie its name to it.

use super::svg::Tag;
use base::text::push_escaped;

/// The medium. Text in a picture shrinks with it, so each medium has a layout of its own, and the style sheet shows
/// the one that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// A text column, from about 560 CSS pixels up; also print.
    Column,
    /// A phone.
    Phone,
    /// A slide, across; at 1280 pixels its text is of 28 pixels, to be read from the back row.
    Slide,
}

impl Width {
    /// The class that the style sheet shows or hides the picture by.
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
pub struct Frame<'a> {
    /// Begins every id in the picture; unique on its page.
    pub id: &'a str,
    /// The medium.
    pub width: Width,
    /// What the ids of the rows begin with that stand on the same page, such as `entry.`; marks are links to them.
    pub rows: Option<&'a str>,
}

impl Frame<'_> {
    /// Writes the id of the name or the description, with a dot, which no heading's id holds. They stand in the picture for the column, and the one for the phone,
    /// which shows the same and stands beside it, refers to them; hidden or not, they are read out.
    fn push_id(&self, part: &str, out: &mut String) {
        push_escaped(out, self.id);
        out.push('.');
        out.push_str(part);
    }

    /// Opens the link around the mark of an entry, with an id that its row can lead back to; nothing where there are no rows.
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
        // In the column the title of the mark is the name of the link.
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

    /// Closes it.
    pub(super) fn close_link(&self, out: &mut String) {
        if self.rows.is_some() {
            out.push_str("</a>");
        }
    }

    /// Whether this picture holds its own name.
    pub(super) fn is_named(&self) -> bool {
        self.width != Width::Phone
    }

    /// Writes the element that names or describes the picture, under its id.
    pub(super) fn name(&self, element: &'static str, part: &str, words: &str, out: &mut String) {
        Tag::new(element, out).made("id", |out| self.push_id(part, out)).text(words);
    }

    /// Opens the element around the whole picture, which the parts in `names` name; `text_size` is the size of all text
    /// in it.
    pub(super) fn open(&self, class: &'static str, view: [f64; 4], names: &[&str], text_size: f64, out: &mut String) {
        Tag::new("svg", out)
            .made("class", |out| {
                out.push_str(class);
                out.push(' ');
                out.push_str(self.width.class());
            })
            .numbers("viewBox", &view)
            // The parts of an image are hidden from whoever listens; links must not be.
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
            // The layout was reckoned with this size, so it is geometry, not dress.
            .at("font-size", text_size)
            .open();
    }
}
