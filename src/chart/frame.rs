//! What a picture is made for: the medium, and the ids that tie its name to it.

/// The medium. Text in a picture shrinks with it, so each medium has a layout of its own, and the style sheet shows
/// the one that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// A text column, from about 560 CSS pixels up; also print.
    Column,
    /// A phone.
    Phone,
}

impl Width {
    /// The class that the style sheet shows or hides the picture by.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Column => "tl-wide",
            Self::Phone => "tl-narrow",
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
}

impl Frame<'_> {
    /// The id of the name or the description, with a dot, which no heading's id holds. They stand in the picture for the column, and the one for the phone, which
    /// shows the same and stands beside it, refers to them; hidden or not, they are read out.
    pub(super) fn id_of(&self, part: &str) -> String {
        format!("{}.{part}", self.id)
    }

    /// Whether this picture holds its own name.
    pub(super) fn is_named(&self) -> bool {
        self.width == Width::Column
    }
}
