//! The path itself: up when the disruption starts, a step for each entry, down to the baseline at the end; only where
//! its level is stated.

use jiff::Timestamp;

use super::story::{End, Story};
use crate::svg::{Data, tenths};

/// The corners of the path from `left` to `right`. Without a given start it begins, and without a given end it stops,
/// at an entry that states an effect; there are none if no entry does.
pub(crate) fn trace(
    story: &Story,
    x: impl Fn(Timestamp) -> f64,
    y: impl Fn(f64) -> f64,
    (left, right): (f64, f64),
) -> Vec<(f64, f64)> {
    let Some(drawn) = story.drawn else { return Vec::new() };
    let end = x(drawn.to);
    let mut corners = Vec::with_capacity(2 * story.points.len() + 6);
    if drawn.rises {
        corners.push((left, y(0.0)));
    } else {
        let first = story.points.iter().find(|point| point.entry.at >= drawn.from);
        corners.push((x(drawn.from), y(first.map_or(story.first_level, |point| point.before))));
    }
    let mut step = |at: f64, from: f64, to: f64| {
        corners.push((at, y(from)));
        corners.push((at, y(to)));
    };
    if drawn.rises {
        step(x(story.start), 0.0, story.first_level);
    }
    for point in &story.points {
        if (point.before - point.after).abs() > f64::EPSILON {
            step(x(point.entry.at), point.before, point.after);
        }
    }
    match story.end {
        End::Resolved(_) | End::Mitigated(_) => {
            step(end, story.last_level(), 0.0);
            corners.push((right, y(0.0)));
        }
        End::Open(_) => corners.push((end, y(story.last_level()))),
    }
    corners
}

/// Draws the path through the corners; every segment is vertical or horizontal.
pub(crate) fn draw(corners: &[(f64, f64)], d: &mut Data<'_>) {
    let mut pen: Option<(i64, i64)> = None;
    for (x, y) in corners {
        let here = (tenths(*x), tenths(*y));
        match pen {
            None => d.move_to((*x, *y)),
            Some(pen) => {
                if pen.0 != here.0 {
                    d.h_to(*x);
                }
                if pen.1 != here.1 {
                    d.v_to(*y);
                }
            }
        }
        pen = Some(here);
    }
}

#[cfg(test)]
mod tests {
    use super::super::model::Effect;
    use super::super::samples::{crowd, entry, minutes, timeline};
    use super::super::story::{End, Story};
    use super::{draw, trace};
    use crate::svg::Tag;

    fn corners(timeline: &super::super::model::Timeline) -> Vec<(f64, f64)> {
        let story = Story::of(timeline).unwrap();
        let x = |at: jiff::Timestamp| crate::seconds::seconds(minutes(0), at) / 60.0;
        trace(&story, x, |level| 100.0 * (1.0 - level), (-10.0, 110.0))
    }

    fn data(corners: &[(f64, f64)]) -> String {
        let mut out = String::new();
        Tag::new("path", &mut out).d(|d| draw(corners, d)).empty();
        out.trim_start_matches("<path d=\"").trim_end_matches("\"/>").to_owned()
    }

    #[test]
    fn the_path_rises_steps_and_comes_back() {
        let mut t = timeline(0, 100);
        t.entries = vec![entry(1, 20, Effect::Neutral), entry(2, 50, Effect::Positive)];
        assert_eq!(data(&corners(&t)), "M-10 100H0V0H50V50H100V100H110");
    }

    #[test]
    fn the_path_is_not_drawn_where_its_level_is_not_stated() {
        let mut t = timeline(0, 100);
        t.entries = [20, 40, 60, 80].iter().zip(1..).map(|(at, n)| entry(n, *at, Effect::Unstated)).collect();
        assert!(corners(&t).is_empty(), "no effect is stated");
        t.entries[1].effect = Effect::Negative;
        t.entries[2].effect = Effect::Positive;
        assert_eq!(data(&corners(&t)), "M-10 100H0V50H40V0H60V50H100V100H110");
        t.times.moments = base::phases::Moments::default();
        assert_eq!(data(&corners(&t)), "M40 50V0H60V50", "neither start nor end is given");
    }

    #[test]
    fn the_path_ends_on_the_baseline_unless_no_end_is_known() {
        for seed in 0..80 {
            let mut t = crowd(30, 100, seed);
            let path = corners(&t);
            assert!((path.last().unwrap().1 - 100.0).abs() < 1e-9, "seed {seed}");
            assert!(path.iter().all(|(x, y)| x.is_finite() && (-1e-9..=100.0 + 1e-9).contains(y)));
            t.times.moments.resolved = None;
            assert!(matches!(Story::of(&t).unwrap().end, End::Open(_)));
            assert!(corners(&t).last().unwrap().1 < 100.0);
        }
    }

    #[test]
    fn steps_at_one_moment_share_one_upright() {
        let mut t = timeline(0, 100);
        t.entries = vec![entry(1, 50, Effect::Positive), entry(2, 50, Effect::Positive)];
        assert_eq!(data(&corners(&t)), "M-10 100H0V0H50V66.7H100V100H110");
    }
}
