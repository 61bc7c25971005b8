//! Breaks of the axis.

use super::FRAMES;
use crate::timeline::samples::{entry, minutes, timeline};
use crate::timeline::{Effect, svg};

#[test]
fn a_bracket_over_a_tear_is_torn_too() {
    let mut t = timeline(0, 4000);
    t.entries = vec![entry(1, 5, Effect::Neutral), entry(2, 25, Effect::Positive), entry(3, 3980, Effect::Positive)];
    let svg = svg(&t, &FRAMES[0]).unwrap();
    assert_eq!(svg.matches("class=\"tl-tear\"").count(), 2, "{svg}");
}

#[test]
fn a_bracket_that_ends_with_the_silence_is_torn_too() {
    let mut t = timeline(0, 3980);
    t.entries = vec![entry(1, 5, Effect::Neutral), entry(2, 25, Effect::Positive), entry(3, 3980, Effect::Positive)];
    t.times.moments.detected = Some(minutes(25));
    let svg = svg(&t, &FRAMES[0]).unwrap();
    assert_eq!(svg.matches("class=\"tl-tear\"").count(), 2, "the plot and the time to recover: {svg}");
}

#[test]
fn a_silence_is_torn_and_said() {
    let mut t = timeline(0, 4000);
    t.entries = [5, 10, 15, 20, 25, 3980, 3990]
        .iter()
        .zip(1..)
        .map(|(at, n)| entry(n, *at, if n % 2 == 0 { Effect::Positive } else { Effect::Neutral }))
        .collect();
    let svg = svg(&t, &FRAMES[0]).unwrap();
    assert!(svg.contains("tl-tear") && svg.contains(">2 d 18 h without an entry<"), "{svg}");
}
