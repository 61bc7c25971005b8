//! The places where a label may be put near its mark, best first.
//!
//! The path reaches a positive mark from above and a negative one from below, and leaves to the right. The free places
//! nearby are tried first, then places at the end of a leader line up or down.

use super::marks::Mark;
use super::model::Effect;
use super::place::{Anchor, Rect, Space};

/// A place for one label.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) rect: Rect,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) anchor: Anchor,
    /// The leader line from the mark to the label, if they are apart.
    pub(super) leader: Option<Leader>,
}

/// A vertical leader line.
pub(super) type Leader = ((f64, f64), (f64, f64));

impl Spot {
    /// The bounding box of the leader line.
    pub(super) fn leader_rect(&self) -> Option<Rect> {
        self.leader.map(room_of)
    }
}

fn room_of((from, to): Leader) -> Rect {
    Rect::of_line(from, to, 1.0)
}

/// A text to find a spot for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text {
    pub(super) wide: f64,
    pub(super) size: f64,
    /// The margin to the left and right.
    pub(super) air: f64,
}

impl Text {
    /// The spot with this text at a point, if it is free.
    fn at(&self, x: f64, y: f64, anchor: Anchor, space: &Space) -> Option<Spot> {
        let rect = Rect::of_text(x, y, self.wide, self.size, anchor);
        space.is_free(&rect.with_air(self.air)).then_some(Spot { rect, x, y, anchor, leader: None })
    }

    /// The spot at the first of these points where the text fits.
    fn first(&self, points: &[(f64, f64, Anchor)], space: &Space) -> Option<Spot> {
        points.iter().find_map(|(x, y, anchor)| self.at(*x, *y, *anchor, space))
    }

    /// The baselines above, below and beside a mark, at a distance of `gap`.
    fn lines(&self, y: f64, gap: f64) -> (f64, f64, f64) {
        (y - gap - self.size * 0.25, y + gap + self.size * 0.85, y + self.size * 0.32)
    }
}

/// The first free spot for a number alone.
pub(super) fn around(mark: &Mark, text: Text, space: &Space) -> Option<Spot> {
    let Mark { x, y, radius, effect } = *mark;
    let gap = radius + 2.5;
    let (above, below, middle) = text.lines(y, gap);
    let over = (x, above, Anchor::Middle);
    let under = (x, below, Anchor::Middle);
    let left = (x - gap, middle, Anchor::End);
    let over_right = (x + gap - 1.0, above + 3.0, Anchor::Start);
    let over_left = (x - gap + 1.0, above + 3.0, Anchor::End);
    let under_right = (x + gap - 1.0, below - 3.0, Anchor::Start);
    let under_left = (x - gap + 1.0, below - 3.0, Anchor::End);
    match effect {
        Effect::Positive => text.first(&[under, over_right, under_left, left, under_right, over_left], space),
        Effect::Negative => text.first(&[over, over_left, under_right, left, over_right], space),
        Effect::Neutral | Effect::Unstated => {
            text.first(&[over, under, over_right, over_left, under_right, under_left], space)
        }
    }
}

/// The first free spot for a number and words: near the mark, else at the end of a leader line.
pub(super) fn beside(mark: &Mark, text: Text, space: &Space) -> Option<Spot> {
    near(mark, text, space).or_else(|| with_leader(mark, text, space))
}

fn near(mark: &Mark, text: Text, space: &Space) -> Option<Spot> {
    let Mark { x, y, radius, effect } = *mark;
    let gap = radius + 3.0;
    let (above, below, middle) = text.lines(y, gap);
    let points: &[(f64, f64, Anchor)] = match effect {
        Effect::Positive => &[
            (x + gap - 1.0, above + 3.0, Anchor::Start),
            (x - gap, middle, Anchor::End),
            (x - radius, below, Anchor::Start),
            (x - gap + 1.0, below - 3.0, Anchor::End),
            (x - gap + 1.0, above + 3.0, Anchor::End),
        ],
        Effect::Negative => &[
            (x - radius, above, Anchor::Start),
            (x + radius, above, Anchor::End),
            (x + gap - 1.0, below - 3.0, Anchor::Start),
            (x - gap, middle, Anchor::End),
        ],
        Effect::Neutral | Effect::Unstated => &[
            (x - radius, above, Anchor::Start),
            (x - radius, below, Anchor::Start),
            (x + radius, above, Anchor::End),
            (x + radius, below, Anchor::End),
        ],
    };
    text.first(points, space)
}

fn with_leader(mark: &Mark, text: Text, space: &Space) -> Option<Spot> {
    let Mark { x, y, radius, effect } = *mark;
    let (above, below, _) = text.lines(y, radius + 3.0);
    let up = effect != Effect::Positive;
    let down = effect != Effect::Negative;
    let mut ways = [up.then_some(-1.0), down.then_some(1.0)];
    for step in 1..=8 {
        let reach = f64::from(step) * text.size * 1.2;
        for slot in &mut ways {
            let Some(way) = *slot else { continue };
            let line = if way < 0.0 { above - reach } else { below + reach };
            let end = Rect::of_text(x, line, 0.0, text.size, Anchor::Start);
            let edge = if way < 0.0 { end.bottom + 1.0 } else { end.top - 1.0 };
            let leader = ((x, y + way * (radius + 2.0)), (x, edge));
            // A longer line in this direction would hit the same obstacle.
            if !space.is_free(&room_of(leader)) {
                *slot = None;
                continue;
            }
            let spot = text.first(&[(x - 2.0, line, Anchor::Start), (x + 2.0, line, Anchor::End)], space);
            if let Some(spot) = spot {
                return Some(Spot { leader: Some(leader), ..spot });
            }
        }
    }
    None
}
