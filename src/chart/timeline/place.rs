//! Placing rectangles that must not overlap.

/// A rectangle; `top` is less than `bottom`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Rect {
    /// The rectangle around a line of text of this size at `x`, `baseline`.
    pub(super) fn of_text(x: f64, baseline: f64, width: f64, size: f64, anchor: Anchor) -> Self {
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Self { left, top: baseline - size * 0.85, right: left + width, bottom: baseline + size * 0.25 }
    }

    /// The rectangle around a straight line, `half` to each side.
    pub(super) fn of_line(a: (f64, f64), b: (f64, f64), half: f64) -> Self {
        Self {
            left: a.0.min(b.0) - half,
            top: a.1.min(b.1) - half,
            right: a.0.max(b.0) + half,
            bottom: a.1.max(b.1) + half,
        }
    }

    /// Whether two rectangles overlap in more than an edge.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        // Most rectangles are wider than high, so comparing the vertical edges first rules out more of them.
        self.top < other.bottom && other.top < self.bottom && self.left < other.right && other.left < self.right
    }

    /// Whether `other` is completely inside.
    pub(super) fn holds(&self, other: &Self) -> bool {
        self.left <= other.left && self.right >= other.right && self.top <= other.top && self.bottom >= other.bottom
    }

    /// The rectangle extended to the left and right by `air`.
    pub(super) fn with_air(self, air: f64) -> Self {
        Self { left: self.left - air, right: self.right + air, ..self }
    }
}

/// Which part of a text is at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// The value of SVG's `text-anchor`.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// An area with the rectangles that are taken in it.
#[derive(Debug, Clone)]
pub(super) struct Space {
    bounds: Rect,
    taken: Vec<Rect>,
}

impl Space {
    pub(super) fn new(bounds: Rect) -> Self {
        Self { bounds, taken: Vec::new() }
    }

    /// Whether a place is inside the bounds and not taken.
    pub(super) fn is_free(&self, place: &Rect) -> bool {
        self.bounds.holds(place) && !self.taken.iter().any(|other| place.overlaps(other))
    }

    /// Takes a place, free or not.
    pub(super) fn take(&mut self, place: Rect) {
        self.taken.push(place);
    }

    /// Takes all these places, free or not.
    pub(super) fn take_all(&mut self, places: impl Iterator<Item = Rect>) {
        self.taken.extend(places);
    }

    /// Takes a place if it is free.
    pub(super) fn try_take(&mut self, place: Rect) -> bool {
        let free = self.is_free(&place);
        if free {
            self.take(place);
        }
        free
    }

    /// Frees a taken place.
    pub(super) fn release(&mut self, place: &Rect) {
        if let Some(index) = self.taken.iter().rposition(|other| other == place) {
            self.taken.swap_remove(index);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Anchor, Rect, Space};

    const BOUNDS: Rect = Rect { left: 0.0, top: 0.0, right: 100.0, bottom: 50.0 };

    #[test]
    fn a_place_is_taken_once() {
        let mut space = Space::new(BOUNDS);
        let place = Rect::of_text(50.0, 20.0, 30.0, 10.0, Anchor::Middle);
        assert!(space.try_take(place));
        assert!(!space.try_take(Rect::of_text(64.0, 20.0, 10.0, 10.0, Anchor::Start)));
        assert!(space.try_take(Rect::of_text(65.0, 20.0, 10.0, 10.0, Anchor::Start)), "edges may touch");
        space.release(&place);
        assert!(space.try_take(place));
    }

    #[test]
    fn nothing_leaves_the_bounds() {
        let space = Space::new(BOUNDS);
        assert!(!space.is_free(&Rect::of_text(5.0, 20.0, 30.0, 10.0, Anchor::End)));
        assert!(!space.is_free(&Rect::of_text(50.0, 5.0, 30.0, 10.0, Anchor::Start)));
    }
}
