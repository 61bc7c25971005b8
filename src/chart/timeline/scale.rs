//! Maps moments to places on the axis, with the long stretch without entries shortened.
//!
//! Everything except a broken stretch has the same scale, so that equal lengths are equal times; a broken stretch has a
//! fixed length. The scale is monotonic, and a moment beyond either end is drawn at that end.

use jiff::Timestamp;

use super::breaks::{Room, choose};
use super::story::Story;
use crate::seconds::seconds;

/// A stretch of the axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) from: Timestamp,
    pub(super) to: Timestamp,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) kind: Kind,
}

impl Piece {
    /// Its middle.
    pub(super) fn middle(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }
}

/// Whether a stretch is drawn to scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// At the scale of the axis.
    Whole,
    /// Shortened.
    Broken,
}

/// The axis.
#[derive(Debug)]
pub(super) struct Scale {
    pieces: Vec<Piece>,
    /// Seconds per unit of length where the axis is to scale.
    pub(super) seconds_per_unit: f64,
}

impl Scale {
    /// Places sorted `instants` from `left` on; `entries` are the first and the last entry. With fewer than two
    /// instants the scale is empty.
    pub(super) fn new(instants: &[Timestamp], entries: Option<(Timestamp, Timestamp)>, left: f64, room: Room) -> Self {
        let neighbours = || instants.iter().zip(instants.iter().skip(1));
        let broken = choose(instants, entries, room);
        let length = |index: usize| broken.filter(|broken| broken.gap == index).map(|broken| broken.length);
        let gaps = neighbours().enumerate().filter(|(index, _)| length(*index).is_none());
        let whole: f64 = gaps.map(|(_, (from, to))| seconds(*from, *to)).sum();
        let width = room.width - broken.map_or(0.0, |broken| broken.length);
        let per_second = width / whole;

        let mut pieces: Vec<Piece> = Vec::new();
        let mut x = left;
        for (index, (from, to)) in neighbours().enumerate() {
            let length = length(index);
            let kind = if length.is_some() { Kind::Broken } else { Kind::Whole };
            let right = x + length.unwrap_or(seconds(*from, *to) * per_second);
            match pieces.last_mut() {
                Some(last) if last.kind == Kind::Whole && kind == Kind::Whole => (last.to, last.right) = (*to, right),
                _ => pieces.push(Piece { from: *from, to: *to, left: x, right, kind }),
            }
            x = right;
        }
        Self { pieces, seconds_per_unit: whole / width }
    }

    /// The scale for a story.
    pub(super) fn of(story: &Story, left: f64, room: Room) -> Self {
        let ends = story.points.first().zip(story.points.last()).map(|(a, b)| (a.entry.at, b.entry.at));
        Self::new(&story.instants, ends, left, room)
    }

    /// The place of a moment.
    pub(super) fn x(&self, at: Timestamp) -> f64 {
        let Some(piece) = self.pieces.iter().find(|piece| at <= piece.to).or(self.pieces.last()) else {
            return 0.0;
        };
        let share = seconds(piece.from, at) / seconds(piece.from, piece.to);
        piece.left + (piece.right - piece.left) * share.clamp(0.0, 1.0)
    }

    /// The stretches, left to right.
    pub(super) fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The shortened stretches.
    pub(super) fn broken(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(|piece| piece.kind == Kind::Broken)
    }

    /// The first and the last place.
    pub(super) fn ends(&self) -> (f64, f64) {
        (self.pieces.first().map_or(0.0, |p| p.left), self.pieces.last().map_or(0.0, |p| p.right))
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{crowd, minutes};
    use super::super::story::Story;
    use super::{Kind, Room, Scale, seconds};

    const ROOM: Room = Room { width: 600.0, of_break: 44.0 };

    fn ends(instants: &[jiff::Timestamp]) -> Option<(jiff::Timestamp, jiff::Timestamp)> {
        instants.first().copied().zip(instants.last().copied())
    }

    #[test]
    fn the_axis_never_runs_backwards_and_fills_its_room() {
        for seed in 0..60 {
            for (count, span) in [(3, 5), (12, 120), (60, 9 * 1440), (400, 3000)] {
                let t = crowd(count, span, seed);
                let scale = Scale::of(&Story::of(&t).unwrap(), 40.0, ROOM);
                let mut last = f64::MIN;
                for minute in -span / 10..span * 12 / 10 {
                    let x = scale.x(minutes(minute));
                    assert!(x >= last && x.is_finite(), "seed {seed}, {count} in {span}, minute {minute}");
                    last = x;
                }
                let (left, right) = scale.ends();
                assert!((left - 40.0).abs() < 1e-6 && (right - 640.0).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn a_place_leads_back_to_its_moment_across_breaks() {
        let instants = [0, 10, 20, 30, 2000, 2010, 2030].map(minutes);
        let scale = Scale::new(&instants, ends(&instants), 0.0, ROOM);
        assert_eq!(scale.pieces().iter().map(|p| p.kind).collect::<Vec<_>>(), [Kind::Whole, Kind::Broken, Kind::Whole]);
        for minute in 0..=2030 {
            let x = scale.x(minutes(minute));
            let piece = scale.pieces().iter().find(|p| x <= p.right + 1e-9).unwrap();
            let back = (x - piece.left) / (piece.right - piece.left) * seconds(piece.from, piece.to);
            assert!((back - seconds(piece.from, minutes(minute))).abs() < 1e-3, "minute {minute}");
        }
    }

    #[test]
    fn equal_times_take_equal_lengths_outside_breaks() {
        let instants = [0, 10, 20, 30, 2000, 2010, 2030].map(minutes);
        let scale = Scale::new(&instants, ends(&instants), 0.0, ROOM);
        let ten = |from: i64| scale.x(minutes(from + 10)) - scale.x(minutes(from));
        assert!((ten(0) - ten(2000)).abs() < 1e-6 && (ten(0) - ten(2020)).abs() < 1e-6);
    }

    #[test]
    fn one_moment_is_no_axis() {
        assert!(Scale::new(&[minutes(1)], None, 0.0, ROOM).pieces().is_empty());
    }
}
