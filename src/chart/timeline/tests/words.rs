//! What a plot says in words.

use jiff::tz::TimeZone;

use super::{FRAMES, SIZES};
use crate::Frame;
use crate::timeline::samples::{crowd, entry, minutes, timeline};
use crate::timeline::{Effect, Timeline, svg};

#[test]
fn a_slide_says_in_words_what_no_number_can_and_nothing_of_its_entries() {
    for (count, span) in SIZES {
        let svg = svg(&crowd(count, span, 3), &FRAMES[2]).unwrap();
        assert!(svg.contains("font-size=\"15.8\"") || svg.contains("font-size=\"15.75\""), "{}", &svg[..300]);
        assert!(!svg.contains("<tspan"), "no words beside a mark");
        assert_eq!(svg.matches("data-step").count() - svg.matches("tl-label").count(), count, "every entry has a turn");
        assert!(svg.contains("times in "), "whose clock it is");
    }
}

#[test]
fn a_slide_leaves_room_for_the_text_of_an_entry() {
    for seed in 0..25 {
        for (count, span) in SIZES {
            let svg = svg(&crowd(count, span, seed), &FRAMES[2]).unwrap();
            let view = svg.split("viewBox=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            let height: f64 = view.split(' ').nth(3).unwrap().parse().unwrap();
            // At 1280 by 720 a title, two lines of text and the plot fill a slide.
            assert!(height <= 242.0, "{view}, {count} entries, seed {seed}");
        }
    }
}

#[test]
fn start_end_and_who_knew_first_are_named() {
    let mut t = timeline(0, 60);
    t.first_outside = Some(minutes(4));
    t.first_inside = Some(minutes(16));
    t.entries = vec![entry(7, 30, Effect::Negative), entry(8, 40, Effect::Neutral)];
    let svg = svg(&t, &FRAMES[0]).unwrap();
    for words in [
        ">start 12:00<",
        ">end 13:00<",
        ">known outside by 12:04<",
        ">known inside 12:16<",
        ">1 h to recover<",
        "2 entries. The disruption started on 2 March 2026, 12:00 UTC, and service was restored 1 h later",
        "at its worst from 12:30 (entry 7)",
        "known outside by 12:04, and inside from 12:16",
    ] {
        assert!(svg.contains(words), "{words} in {svg}");
    }
}

#[test]
fn the_clock_of_the_axis_survives_a_change_of_clocks() {
    let mut t = crowd(20, 2000, 3);
    t.zone = TimeZone::get("America/Denver").unwrap();
    let shift = minutes(6 * 1440 - 600).duration_since(minutes(0));
    t.entries.iter_mut().for_each(|e| e.at += shift);
    t.times.moments.started = t.times.moments.started.map(|at| at + shift);
    t.times.moments.resolved = t.times.moments.resolved.map(|at| at + shift);
    (t.times.moments.detected, t.times.moments.acknowledged, t.first_inside, t.first_outside) =
        (None, None, None, None);
    let svg = svg(&t, &FRAMES[0]).unwrap();
    assert!(svg.contains("times in Denver (UTC-7, later UTC-6)"), "{svg}");
}

#[test]
fn a_day_is_told_once() {
    for (count, span) in SIZES {
        let mut t = crowd(count, span, 4);
        t.times.moments.started = Some(minutes(0));
        let svg = svg(&t, &FRAMES[0]).unwrap();
        for day in ["2 Mar", "3 Mar", "4 Mar", "5 Mar", "6 Mar"] {
            let shown = svg.matches(&format!(">{day}<")).count() + svg.matches(&format!(">{day} 2026<")).count();
            assert!(shown <= 1, "{day} is shown {shown} times, {count} entries in {span} min");
        }
    }
}

#[test]
fn the_top_is_named_for_what_it_is() {
    let mut t = timeline(0, 60);
    t.entries = vec![entry(1, 20, Effect::Neutral), entry(2, 30, Effect::Positive)];
    let top = |t: &Timeline, frame: &Frame| {
        let svg = svg(t, frame).unwrap();
        assert!(!svg.contains("disruption</text>"), "{svg}");
        (svg.contains(">worst</text>") || svg.contains(">worst point</text>"), svg.contains(">exposure</text>"))
    };
    for frame in FRAMES {
        assert_eq!(top(&t, &frame), (true, false));
        t.times.measure = base::phases::Measure::Exposure;
        assert_eq!(top(&t, &frame), (false, true));
        t.times.measure = base::phases::Measure::Harm;
    }
}
