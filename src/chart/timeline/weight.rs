//! Ranks entries: the worst, the first and the last, then those where the path turned.

use super::story::{Point, Story};
use crate::svg::real;

/// Weights at and above this are turning points.
const TURNING: f64 = 2.0;

/// The indices of the entries by weight, each with whether it is a turning point; ties keep the order of time.
pub(super) fn by_weight(story: &Story) -> Vec<(usize, bool)> {
    let worst = story.worst();
    let last = story.points.len().saturating_sub(1);
    let mut ranked: Vec<(usize, f64)> = story
        .points
        .iter()
        .enumerate()
        .map(|(index, point)| {
            let weight = if Some(index) == worst {
                9.0
            } else if index == 0 || index == last {
                8.0
            } else {
                swing(&story.points, index)
                    .map_or_else(|| if point.entry.effect.moves() { 1.0 } else { 0.0 }, |height| TURNING + height)
            };
            (index, weight)
        })
        .collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    ranked.into_iter().map(|(index, weight)| (index, weight >= TURNING)).collect()
}

/// How many entries in a row had moved the path the other way before this entry turned it, at most five; `None` if it
/// did not turn.
fn swing(points: &[Point], index: usize) -> Option<f64> {
    let way = points.get(index).map(|point| point.entry.effect).filter(|way| way.moves())?;
    let before = points.iter().take(index).rev().map(|point| point.entry.effect);
    let run = before.filter(|effect| effect.moves()).take_while(|effect| *effect != way).count();
    (run > 0).then(|| real(run).min(5.0))
}

#[cfg(test)]
mod tests {
    use super::super::model::Effect;
    use super::super::samples::{entry, timeline};
    use super::super::story::Story;
    use super::by_weight;

    #[test]
    fn turning_points_come_first() {
        let mut t = timeline(0, 100);
        let ways =
            [Effect::Neutral, Effect::Positive, Effect::Positive, Effect::Negative, Effect::Positive, Effect::Neutral];
        t.entries = ways.iter().zip(1..).map(|(way, n)| entry(n, i64::try_from(n).unwrap() * 10, *way)).collect();
        let story = Story::of(&t).unwrap();
        let turning: Vec<_> = by_weight(&story).into_iter().filter(|(_, turns)| *turns).map(|(i, _)| i).collect();
        assert_eq!(turning, [0, 5, 3, 4]);
    }
}
