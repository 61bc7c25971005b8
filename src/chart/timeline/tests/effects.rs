//! Records whose entries state no effect, or only some.

use base::phases::Moments;

use super::FRAMES;
use crate::timeline::samples::{crowd, entry, timeline};
use crate::timeline::{Effect, svg};

#[test]
fn without_a_stated_effect_there_are_marks_on_a_line() {
    let mut t = crowd(12, 600, 5);
    t.entries.iter_mut().for_each(|entry| entry.effect = Effect::Unstated);
    for frame in FRAMES {
        let svg = svg(&t, &frame).unwrap();
        for word in ["tl-path", "tl-top", "tl-scale", "worst", "no change", "closer to", "not stated"] {
            assert!(!svg.contains(word), "{word} in {svg}");
        }
        let marks = svg.split("tl-unstated\"").filter(|before| before.ends_with("tl-mark "));
        let heights: std::collections::BTreeSet<&str> =
            marks.filter_map(|before| before.rsplit("d=\"M").next()?.split(['h', ' ']).nth(1)).collect();
        assert_eq!(heights.len(), 1, "all marks are on one line: {heights:?}");
    }
    assert!(svg(&t, &FRAMES[0]).unwrap().contains("No entry states an effect"));
    t.entries[3].effect = Effect::Neutral;
    let svg = svg(&t, &FRAMES[0]).unwrap();
    assert!(svg.contains("tl-path") && svg.contains(">no change<") && svg.contains(">effect not stated<"), "{svg}");
}

#[test]
fn where_only_some_effects_are_stated_the_rest_is_dotted() {
    let mut t = timeline(0, 60);
    t.entries = [10, 20, 30, 50].iter().zip(1..).map(|(at, n)| entry(n, *at, Effect::Unstated)).collect();
    t.entries[1].effect = Effect::Negative;
    t.entries[2].effect = Effect::Positive;
    assert!(!svg(&t, &FRAMES[0]).unwrap().contains("tl-open"), "start and end are given");
    t.times.moments = Moments::default();
    let svg = svg(&t, &FRAMES[0]).unwrap();
    assert_eq!(svg.matches("tl-open").count(), 2, "{svg}");
    assert!(svg.contains(">dotted: not stated<"), "{svg}");
}

#[test]
fn marks_on_a_line_have_no_empty_space_above_their_labels() {
    let top = |svg: &str| svg.split("viewBox=\"0 ").nth(1).and_then(|view| view.split(' ').next()?.parse::<f64>().ok());
    let mut t = timeline(0, 60);
    t.times.moments = Moments::default();
    t.entries = [10, 55].iter().zip(1..).map(|(at, n)| entry(n, *at, Effect::Unstated)).collect();
    for frame in FRAMES {
        let top = top(&svg(&t, &frame).unwrap()).unwrap();
        assert!(top > 0.0, "two labels need one line, and the drawing begins at {top}");
    }
}
