//! The path as a small picture for cards: without labels and breaks, with start and end marked.
//!
//! In: a [`Timeline`]. Out: an SVG of about 160 by 28, hidden from screen readers, because the card says the same in
//! words. `None` if start and end are the same moment, or if no entry in between moved the path.

use super::seconds::seconds;
use super::svg::{Tag, line, stroke};
use super::timeline::{End, Story, Timeline, draw, trace};

const WIDTH: f64 = 160.0;
const HEIGHT: f64 = 28.0;
/// Margin for the strokes, and the length of the baseline before and after.
const EDGE: f64 = 2.0;
const LEAD: f64 = 8.0;

/// The path alone.
#[must_use]
pub fn mini(timeline: &Timeline) -> Option<String> {
    let story = Story::of(timeline)?;
    let (start, end) = (story.start, story.end.at());
    let whole = seconds(start, end);
    if whole <= 0.0 || !story.has_shape() {
        return None;
    }
    let base = HEIGHT - EDGE - 2.0;
    let (left, right) = (EDGE + LEAD, WIDTH - EDGE - LEAD);
    let x = |at| left + (right - left) * (seconds(start, at) / whole).clamp(0.0, 1.0);
    let corners = trace(&story, x, |level| EDGE + (base - EDGE) * (1.0 - level), (EDGE, WIDTH - EDGE));

    let mut out = String::with_capacity(1024);
    Tag::new("svg", &mut out)
        .class("tl tl-mini")
        .numbers("viewBox", &[0.0, 0.0, WIDTH, HEIGHT])
        .at("width", WIDTH)
        .at("height", HEIGHT)
        .with("aria-hidden", "true")
        .with("fill", "currentColor")
        .around(|out| {
            line("tl-baseline", (EDGE, base), (WIDTH - EDGE, base), out);
            stroke("tl-path", out, |d| draw(&corners, d));
            dot("tl-mini-start", (left, base), out);
            if !matches!(story.end, End::Open(_)) {
                dot("tl-mini-end", (right, base), out);
            }
        });
    Some(out)
}

fn dot(class: &'static str, (x, y): (f64, f64), out: &mut String) {
    Tag::new("circle", out).class(class).at("cx", x).at("cy", y).at("r", 2.4).empty();
}

#[cfg(test)]
mod tests {
    use super::super::Effect;
    use super::super::timeline::samples::{crowd, entry, timeline};
    use super::mini;
    use base::phases::Moments;

    #[test]
    fn start_and_end_are_marked_and_no_text_is_set() {
        let svg = mini(&crowd(60, 9 * 1440, 1)).unwrap();
        assert!(svg.contains("tl-mini-start") && svg.contains("tl-mini-end"), "{svg}");
        assert!(!svg.contains("<text") && !svg.contains("style="), "{svg}");
    }

    #[test]
    fn an_open_end_is_not_marked() {
        let mut t = timeline(0, 10);
        t.entries = vec![entry(1, 3, Effect::Negative), entry(2, 5, Effect::Positive)];
        t.times.moments = Moments { resolved: None, ..t.times.moments };
        assert!(!mini(&t).unwrap().contains("tl-mini-end"));
    }

    #[test]
    fn a_box_is_no_shape() {
        let mut t = timeline(0, 60);
        assert!(mini(&t).is_none(), "nothing happened in between");
        t.entries = vec![entry(1, 5, Effect::Neutral), entry(2, 60, Effect::Positive)];
        assert!(mini(&t).is_none(), "nothing moved the path but the end");
        t.entries.push(entry(3, 30, Effect::Positive));
        assert!(mini(&t).is_some());
    }

    #[test]
    fn no_time_no_picture() {
        let mut t = timeline(5, 5);
        assert!(mini(&t).is_none());
        t.entries = vec![entry(1, -9, Effect::Neutral)];
        assert!(mini(&t).is_none(), "start and end are one moment");
    }
}
