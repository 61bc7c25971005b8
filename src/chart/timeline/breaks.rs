//! Chooses the stretch without entries that the axis shortens, if any.
//!
//! In: the moments of the axis and the entries among them. Out: the gap to break, and the length that it keeps. The
//! axis is to scale unless one stretch between two entries takes more than 60 % of the whole; so there is at most one
//! break. It is drawn at least as long as the longest other stretch, so that a longer time never looks shorter.

use jiff::Timestamp;

use crate::seconds::seconds;

/// The room for the axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// The length of the axis.
    pub(super) width: f64,
    /// The least length of a broken stretch, so that its label fits.
    pub(super) of_break: f64,
}

/// A gap that is drawn shortened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Break {
    /// Which gap between neighbouring moments.
    pub(super) gap: usize,
    /// The length at which it is drawn.
    pub(super) length: f64,
}

/// A stretch is broken if it takes more than this share of the whole.
const SHARE: f64 = 0.6;
/// The shortest stretch that is broken, in seconds.
const SHORTEST: f64 = 15.0 * 60.0;

/// The gap to break between `instants`, which are in order; `entries` are the first and the last entry.
#[must_use]
pub(super) fn choose(instants: &[Timestamp], entries: Option<(Timestamp, Timestamp)>, room: Room) -> Option<Break> {
    let (first, last) = entries?;
    let whole = seconds(*instants.first()?, *instants.last()?);
    let mut gaps = instants.iter().zip(instants.iter().skip(1)).enumerate();
    let is_long = |from: Timestamp, to: Timestamp| {
        let gap = seconds(from, to);
        gap > whole * SHARE && gap >= SHORTEST && from >= first && to <= last
    };
    let (gap, (from, to)) = gaps.find(|(_, (from, to))| is_long(**from, **to))?;
    let (before, after) = (seconds(*instants.first()?, *from), seconds(*to, *instants.last()?));
    let rest = before + after;
    // The break is as long as the longest other stretch, unless its label needs more.
    let scale = (room.width / (rest + before.max(after))).min((room.width - room.of_break) / rest);
    let length = room.width - rest * scale;
    length.is_finite().then_some(Break { gap, length })
}

#[cfg(test)]
mod tests {
    use super::super::samples::minutes;
    use super::{Room, choose};

    const ROOM: Room = Room { width: 640.0, of_break: 44.0 };

    fn broken(at: &[i64], entries: (i64, i64)) -> Option<(usize, f64)> {
        let instants: Vec<_> = at.iter().copied().map(minutes).collect();
        let found = choose(&instants, Some((minutes(entries.0), minutes(entries.1))), ROOM);
        found.map(|found| (found.gap, found.length.round()))
    }

    #[test]
    fn a_stretch_of_more_than_sixty_in_a_hundred_is_broken() {
        assert_eq!(broken(&[0, 20, 80, 100], (0, 100)), None, "60 % exactly is to scale");
        assert_eq!(broken(&[0, 20, 81, 100], (0, 100)).map(|(gap, _)| gap), Some(1));
        assert_eq!(broken(&[0, 30, 60, 90, 100], (0, 100)), None);
    }

    #[test]
    fn a_break_lies_between_two_entries() {
        let at = [0, 10, 20, 2000, 2010];
        assert_eq!(broken(&at, (0, 2010)).map(|(gap, _)| gap), Some(2));
        assert_eq!(broken(&at, (0, 20)), None, "nothing follows");
        assert_eq!(broken(&at, (2000, 2010)), None, "nothing came before");
        assert_eq!(choose(&at.map(minutes), None, ROOM), None);
    }

    #[test]
    fn what_is_broken_is_no_shorter_than_what_is_not() {
        for (before, gap, after) in [(10, 100, 40), (1, 5000, 1), (0, 100, 60), (300, 10_000, 3)] {
            let Some((_, length)) = broken(&[0, before, before + gap, before + gap + after], (0, before + gap + after))
            else {
                panic!("{gap} beside {before} and {after} is no break");
            };
            let rest = (ROOM.width - length) / f64::from(i32::try_from(before + after).unwrap());
            let longest = rest * f64::from(i32::try_from(before.max(after)).unwrap());
            assert!(length >= longest - 1.0 && length >= ROOM.of_break - 1.0, "{length} beside {longest}");
        }
    }
}
