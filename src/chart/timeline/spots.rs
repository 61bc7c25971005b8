//! Where a label may stand by its mark, best first.
//!
//! The path comes to a positive mark from above, to a negative one from below, and leaves to the right; what is left is
//! tried near first, then at the end of a hair up or down.

use super::marks::Mark;
use super::model::Effect;
use super::place::{Anchor, Rect};

/// A place for one label.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) rect: Rect,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) anchor: Anchor,
    /// From the mark to the label, where they are apart.
    pub(super) leader: Option<((f64, f64), (f64, f64))>,
}

impl Spot {
    fn at(x: f64, y: f64, wide: f64, size: f64, anchor: Anchor) -> Self {
        Self { rect: Rect::of_text(x, y, wide, size, anchor), x, y, anchor, leader: None }
    }

    /// The same for a text of this width.
    pub(super) fn wide(self, wide: f64, size: f64) -> Self {
        Self { rect: Rect::of_text(self.x, self.y, wide, size, self.anchor), ..self }
    }

    /// The room the leader takes.
    pub(super) fn leader_rect(&self) -> Option<Rect> {
        self.leader.map(|(from, to)| Rect::of_line(from, to, 1.0))
    }
}

/// Spots for a number alone.
pub(super) fn around(mark: &Mark, wide: f64, size: f64) -> Vec<Spot> {
    let Mark { x, y, radius, effect } = *mark;
    let gap = radius + 2.5;
    let (above, below, middle) = (y - gap - size * 0.25, y + gap + size * 0.85, y + size * 0.32);
    let spot = |x: f64, y: f64, anchor| Spot::at(x, y, wide, size, anchor);
    let over = spot(x, above, Anchor::Middle);
    let under = spot(x, below, Anchor::Middle);
    let left = spot(x - gap, middle, Anchor::End);
    let over_right = spot(x + gap - 1.0, above + 3.0, Anchor::Start);
    let over_left = spot(x - gap + 1.0, above + 3.0, Anchor::End);
    let under_right = spot(x + gap - 1.0, below - 3.0, Anchor::Start);
    let under_left = spot(x - gap + 1.0, below - 3.0, Anchor::End);
    match effect {
        Effect::Positive => vec![under, over_right, under_left, left, under_right, over_left],
        Effect::Negative => vec![over, over_left, under_right, left, over_right],
        Effect::Neutral => vec![over, under, over_right, over_left, under_right, under_left],
    }
}

/// Spots for a number and words, which have no width yet: near the mark, then at the end of a hair.
pub(super) fn beside(mark: &Mark, size: f64) -> impl Iterator<Item = Spot> + use<> {
    let Mark { x, y, radius, effect } = *mark;
    let gap = radius + 3.0;
    let (above, below, middle) = (y - gap - size * 0.25, y + gap + size * 0.85, y + size * 0.32);
    let near = match effect {
        Effect::Positive => vec![
            (x + gap - 1.0, above + 3.0, Anchor::Start),
            (x - gap, middle, Anchor::End),
            (x - radius, below, Anchor::Start),
            (x - gap + 1.0, below - 3.0, Anchor::End),
            (x - gap + 1.0, above + 3.0, Anchor::End),
        ],
        Effect::Negative => vec![
            (x - radius, above, Anchor::Start),
            (x + radius, above, Anchor::End),
            (x + gap - 1.0, below - 3.0, Anchor::Start),
            (x - gap, middle, Anchor::End),
        ],
        Effect::Neutral => vec![
            (x - radius, above, Anchor::Start),
            (x - radius, below, Anchor::Start),
            (x + radius, above, Anchor::End),
            (x + radius, below, Anchor::End),
        ],
    };
    let near = near.into_iter().map(move |(x, y, anchor)| Spot::at(x, y, 0.0, size, anchor));
    let ways: &[f64] = match effect {
        Effect::Positive => &[1.0],
        Effect::Negative => &[-1.0],
        Effect::Neutral => &[-1.0, 1.0],
    };
    let apart = (1..=8).flat_map(move |step| ways.iter().map(move |way| (f64::from(step) * size * 1.2, *way)));
    let apart = apart.flat_map(move |(reach, way)| {
        let line = if way < 0.0 { above - reach } else { below + reach };
        [(x - 2.0, Anchor::Start), (x + 2.0, Anchor::End)].map(|(text_x, anchor)| {
            let spot = Spot::at(text_x, line, 0.0, size, anchor);
            let edge = if way < 0.0 { spot.rect.bottom + 1.0 } else { spot.rect.top - 1.0 };
            Spot { leader: Some(((x, y + way * (radius + 2.0)), (x, edge))), ..spot }
        })
    });
    near.chain(apart)
}
