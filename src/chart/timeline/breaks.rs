//! Which quiet stretches the axis leaves out.
//!
//! In: the gaps between neighbouring moments and the room there is. Out: the gaps to break. A break costs a reader the sense
//! of scale, so it must pay for itself: all breaks together must give what is left appreciably more room.

use crate::chart::svg::real;

/// The room for the axis, and what a break takes of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// The length of the axis.
    pub(super) width: f64,
    /// The length that one broken stretch keeps.
    pub(super) of_break: f64,
    /// How many breaks a reader is asked to bear.
    pub(super) most: usize,
}

/// No stretch shorter than this is worth a break, in seconds.
const SHORTEST: f64 = 15.0 * 60.0;
/// What is left must still be a time to look at, in seconds.
const LEAST_LEFT: f64 = 60.0;
/// A broken stretch is this much longer than the mean of those that stay.
const OUTSTANDING: f64 = 5.0;
/// The rest of the axis must gain at least this factor.
const WORTH: f64 = 1.5;
/// One more break is taken only where fewer would leave less than this share of the gain.
const CONTENT: f64 = 0.65;

/// The indexes of the gaps (in seconds) to break, in order.
#[must_use]
pub(super) fn choose(gaps: &[f64], room: Room) -> Vec<usize> {
    let total: f64 = gaps.iter().sum();
    let mut longest: Vec<(usize, f64)> = gaps.iter().copied().enumerate().collect();
    longest.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));

    let unbroken = room.width / total;
    let mut scales = Vec::new();
    let mut hidden = 0.0;
    for (taken, (_, gap)) in longest.iter().enumerate().take(room.most.min(gaps.len().saturating_sub(1))) {
        hidden += gap;
        let left = total - hidden;
        let scale = (room.width - room.of_break * real(taken + 1)) / left;
        let mean = left / real(gaps.len() - taken - 1);
        if *gap < SHORTEST || left < LEAST_LEFT || *gap < mean * OUTSTANDING || gap * scale < room.of_break * 2.0 {
            // A smaller gap may stand out once more are gone; only the absolute limits end the search.
            if *gap < SHORTEST || left < LEAST_LEFT {
                break;
            }
            scales.push(0.0);
        } else {
            scales.push(scale);
        }
    }
    let best = scales.iter().copied().fold(0.0, f64::max);
    if best < unbroken * WORTH {
        return Vec::new();
    }
    let count = scales.iter().position(|scale| *scale >= best * CONTENT).map_or(0, |index| index + 1);
    let mut broken: Vec<usize> = longest.iter().take(count).map(|(index, _)| *index).collect();
    broken.sort_unstable();
    broken
}

#[cfg(test)]
mod tests {
    use super::{Room, choose};

    const ROOM: Room = Room { width: 640.0, of_break: 44.0, most: 5 };
    const HOUR: f64 = 3600.0;

    fn broken(gaps: &[f64]) -> Vec<usize> {
        choose(gaps, ROOM)
    }

    #[test]
    fn even_and_short_timelines_are_left_whole() {
        assert_eq!(broken(&[60.0, 120.0, 120.0]), [] as [usize; 0]);
        assert_eq!(broken(&[HOUR; 8]), [] as [usize; 0]);
        assert_eq!(broken(&[HOUR, 2.0 * HOUR]), [] as [usize; 0]);
        assert_eq!(broken(&[5.0, 5.0, 10.0 * 60.0]), [] as [usize; 0]);
    }

    #[test]
    fn a_night_between_two_busy_days_is_broken() {
        let mut gaps = vec![600.0; 12];
        gaps.insert(6, 14.0 * HOUR);
        assert_eq!(broken(&gaps), [6]);
    }

    #[test]
    fn two_equal_silences_are_broken_together() {
        let mut gaps = vec![600.0; 12];
        gaps.insert(3, 40.0 * HOUR);
        gaps.insert(9, 40.0 * HOUR);
        assert_eq!(broken(&gaps), [3, 9]);
    }

    #[test]
    fn more_nights_than_breaks_leave_the_axis_whole_or_pay() {
        let mut gaps = Vec::new();
        for _ in 0..9 {
            gaps.extend([HOUR; 8]);
            gaps.push(16.0 * HOUR);
        }
        assert!(broken(&gaps).len() <= 5);
    }
}
