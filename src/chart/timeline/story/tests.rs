//! The story of records with and without moments and effects.

use super::{End, Story};
use crate::timeline::model::{Effect, Timeline};
use crate::timeline::samples::{entry, minutes, timeline};

#[test]
fn positive_steps_down_negative_up_neutral_stays() {
    let mut t = timeline(0, 60);
    t.entries = vec![
        entry(3, 30, Effect::Positive),
        entry(1, 10, Effect::Negative),
        entry(2, 20, Effect::Neutral),
        entry(4, 40, Effect::Positive),
    ];
    let story = Story::of(&t).unwrap();
    let levels: Vec<_> = story.points.iter().map(|p| p.after).collect();
    assert_eq!(levels, [1.0, 1.0, 2.0 / 3.0, 1.0 / 3.0]);
    assert!((story.first_level - 2.0 / 3.0).abs() < 1e-9);
    assert_eq!(story.worst(), Some(0));
    assert!(story.level_at(minutes(60)).abs() < 1e-9 && story.level_at(minutes(-1)).abs() < 1e-9);
}

#[test]
fn entries_outside_the_disruption_lie_on_the_baseline() {
    let mut t = timeline(0, 60);
    t.entries = vec![entry(1, -30, Effect::Negative), entry(2, 60, Effect::Positive), entry(3, 90, Effect::Neutral)];
    let story = Story::of(&t).unwrap();
    assert!(story.points.iter().all(|p| p.after.abs() < 1e-9));
    assert!((story.first_level - 1.0).abs() < 1e-9);
}

#[test]
fn where_no_effect_is_stated_nothing_has_a_level() {
    let mut t = timeline(0, 60);
    t.entries = vec![entry(1, 10, Effect::Unstated), entry(2, 70, Effect::Unstated)];
    let story = Story::of(&t).unwrap();
    assert!(!story.has_height() && story.worst().is_none() && !story.has_shape());
    assert!((-10..80).all(|minute| story.level_at(minutes(minute)) == 0.0));
    t.entries[0].effect = Effect::Neutral;
    assert!(Story::of(&t).unwrap().has_height(), "that nothing changed is said");
}

#[test]
fn the_path_lies_between_what_is_stated() {
    let mut t = timeline(0, 60);
    t.entries = vec![
        entry(1, 5, Effect::Unstated),
        entry(2, 10, Effect::Negative),
        entry(3, 20, Effect::Unstated),
        entry(4, 30, Effect::Positive),
        entry(5, 50, Effect::Unstated),
    ];
    let drawn = |t: &Timeline| {
        let drawn = Story::of(t).unwrap().drawn.unwrap();
        (drawn.from, drawn.to, drawn.rises)
    };
    assert_eq!(drawn(&t), (minutes(0), minutes(60), true));
    t.times.moments = base::phases::Moments::default();
    assert_eq!(drawn(&t), (minutes(10), minutes(30), false));
    t.times.moments.resolved = Some(minutes(45));
    assert_eq!(drawn(&t), (minutes(10), minutes(45), false));
}

#[test]
fn what_happened_in_one_minute_is_one_step() {
    let mut t = timeline(0, 120);
    t.entries = vec![
        entry(1, 0, Effect::Positive),
        entry(2, 0, Effect::Negative),
        entry(3, 30, Effect::Negative),
        entry(4, 30, Effect::Positive),
        entry(5, 60, Effect::Positive),
        entry(6, 120, Effect::Negative),
    ];
    t.entries[3].at += jiff::SignedDuration::from_secs(20);
    let story = Story::of(&t).unwrap();
    let levels: Vec<_> = story.points.iter().map(|p| (p.before, p.after)).collect();
    assert_eq!(levels, [(1.0, 1.0), (1.0, 1.0), (1.0, 1.0), (1.0, 1.0), (1.0, 0.5), (0.0, 0.0)]);
}

#[test]
fn what_began_and_ended_in_one_moment_is_no_story() {
    let mut t = timeline(0, 0);
    t.entries = vec![entry(1, -200, Effect::Neutral), entry(2, 200, Effect::Positive)];
    assert!(Story::of(&t).is_none());
}

#[test]
fn an_end_is_the_resolution_else_the_mitigation_else_open() {
    let mut t = timeline(0, 60);
    t.times.moments.mitigated = Some(minutes(40));
    assert_eq!(Story::of(&t).unwrap().end, End::Resolved(minutes(60)));
    t.times.moments.resolved = Some(minutes(-5));
    assert_eq!(Story::of(&t).unwrap().end, End::Mitigated(minutes(40)), "a resolution before the start is none");
    t.times.moments = base::phases::Moments { started: Some(minutes(0)), ..Default::default() };
    t.entries = vec![entry(1, 20, Effect::Positive)];
    let story = Story::of(&t).unwrap();
    assert_eq!(story.end, End::Open(minutes(20)));
    assert!(story.last_level() > 0.0, "what is not known to be restored does not touch the baseline");
}

#[test]
fn one_instant_is_no_story() {
    let mut t = timeline(0, 0);
    assert!(Story::of(&t).is_none());
    t.times.moments = base::phases::Moments::default();
    assert!(Story::of(&t).is_none());
}
