//! A text that can be cut to a width.
//!
//! In: a text on one line. Out: its longest readable beginning for a size and a width. The text is measured once; after
//! that every cut is a search in these measurements.

use std::borrow::Cow;

use super::measure::{em, is_extender, width};

/// A text and the distance of each of its letters from its start.
#[derive(Debug)]
pub(super) struct Measured<'a> {
    text: Cow<'a, str>,
    /// For each byte the width, in em, of all letters before its own; then the width of the whole text.
    stops: Vec<f64>,
}

/// The beginning of a text, or all of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cut<'a> {
    /// The part of the text that is kept.
    pub(super) kept: &'a str,
    /// The replacement for the rest: an ellipsis, or nothing.
    pub(super) end: &'static str,
    /// The width of both.
    pub(super) wide: f64,
}

const ELLIPSIS: &str = "…";

impl<'a> Measured<'a> {
    pub(super) fn new(text: Cow<'a, str>) -> Self {
        let mut stops = Vec::with_capacity(text.len() + 1);
        let mut ems = 0.0;
        for c in text.chars() {
            for _ in 0..c.len_utf8() {
                stops.push(ems);
            }
            ems += em(c);
        }
        stops.push(ems);
        Self { text, stops }
    }

    /// The whole text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The whole text if it fits into `room` at this size, else its beginning and an ellipsis; `None` if too little
    /// would be left to be readable.
    ///
    /// The cut is at a word boundary if there is one in the last third, and never inside a joined emoji or an accented
    /// letter.
    pub(super) fn cut(&self, size: f64, room: f64) -> Option<Cut<'_>> {
        let whole = self.before(self.text.len()) * size;
        if whole <= room {
            return Some(Cut { kept: &self.text, end: "", wide: whole });
        }
        let room = room - width(ELLIPSIS, size);
        let within = self.stops.partition_point(|ems| ems * size <= room);
        let last = (0..within).rev().find(|at| self.may_end_at(*at))?;
        let is_word = |at: &usize| self.text.as_bytes().get(*at) == Some(&b' ') && self.may_end_at(*at);
        let end = (last * 2 / 3 + 1..=last).rev().find(is_word).unwrap_or(last);
        let kept = self.text.get(..end)?.trim_end_matches([' ', ',', ';', ':', '.']);
        let ems = self.before(kept.len());
        (ems * size >= size * 3.0).then(|| Cut { kept, end: ELLIPSIS, wide: (ems + em('…')) * size })
    }

    /// The width in em of the text before a byte.
    fn before(&self, at: usize) -> f64 {
        self.stops.get(at).copied().unwrap_or_default()
    }

    /// Whether a cut there would not split a joined emoji or an accented letter.
    fn may_end_at(&self, at: usize) -> bool {
        let parts = self.text.split_at_checked(at);
        parts.is_some_and(|(before, after)| !before.ends_with('\u{200d}') && !after.starts_with(is_extender))
    }
}

#[cfg(test)]
mod tests {
    use super::super::measure::width;
    use super::Measured;

    fn cut(text: &str, room: f64) -> Option<String> {
        let measured = Measured::new(text.into());
        measured.cut(12.0, room).map(|cut| {
            let whole = [cut.kept, cut.end].concat();
            assert!((width(&whole, 12.0) - cut.wide).abs() < 1e-9, "{whole}");
            whole
        })
    }

    #[test]
    fn a_cut_keeps_whole_words_and_whole_emoji() {
        assert_eq!(cut("short", 120.0).as_deref(), Some("short"));
        assert_eq!(cut("rolled back the release", 108.0).as_deref(), Some("rolled back the…"));
        let family = "ab cd 👩\u{200d}🚒👩\u{200d}🚒👩\u{200d}🚒";
        let emoji = cut(family, 90.0).unwrap();
        assert!(!emoji.contains("\u{200d}…") && !emoji.contains("👩…"), "{emoji}");
        assert_eq!(cut("anything at all", 6.0), None);
    }

    #[test]
    fn every_cut_fits() {
        let text = "Überlast: primary 障害 database refused connections, עוד דבר, 🚒🚒";
        for room in 0..400 {
            let room = f64::from(room);
            if let Some(cut) = cut(text, room) {
                assert!(width(&cut, 12.0) <= room, "{cut} in {room}");
            }
        }
    }
}
