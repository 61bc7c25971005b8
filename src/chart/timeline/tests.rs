//! Properties of the plot for any record.

use jiff::tz::TimeZone;

use super::super::{Frame, Width, figure};
use super::model::Effect;
use super::samples::{crowd, entry, minutes, timeline};
use super::*;
use base::phases::Moments;

const FRAMES: [Frame; 3] = [
    Frame { id: "t", width: Width::Column, rows: None },
    Frame { id: "t", width: Width::Phone, rows: Some("entry.") },
    Frame { id: "t", width: Width::Slide, rows: None },
];
const SIZES: [(usize, i64); 6] = [(3, 5), (12, 120), (20, 90), (40, 360), (60, 9 * 1440), (400, 3000)];

/// The labels of a plot, the obstacles, and how many entries there are.
fn labels_of(t: &Timeline, width: Width) -> (Vec<Rect>, Vec<Rect>, usize) {
    let sheet = Sheet::of(width);
    let story = Story::of(t).unwrap();
    let (left, room) = sheet.room();
    let scale = Scale::of(&story, left, room);
    let flags = Flags::new(t, &story, &scale, &sheet);
    let marks = marks::marks(&story, &scale, &sheet);
    let corners = path::trace(&story, |at| scale.x(at), |level| sheet.y(level), (sheet.left, sheet.right));
    let taken: Vec<Rect> = obstacles(&corners, &marks, &scale, &sheet).chain(flags.obstacles()).collect();
    let captions = captions::captions(&story);
    let mut space = labels::space(&sheet);
    space.take_all(taken.iter().copied());
    let labels = labels::place(&captions, &weight::by_weight(&story), &marks, &sheet, &space);
    let spoken = labels.iter().filter(|label| label.has_words()).count();
    (labels.iter().flat_map(labels::Label::rects).collect(), taken, spoken)
}

#[test]
fn no_label_touches_another_or_the_path() {
    for seed in 0..25 {
        for (count, span) in SIZES {
            for width in [Width::Column, Width::Phone, Width::Slide] {
                let (labels, taken, _) = labels_of(&crowd(count, span, seed), width);
                for (index, label) in labels.iter().enumerate() {
                    let others = labels.iter().skip(index + 1).chain(&taken);
                    let hit = others.into_iter().find(|other| label.overlaps(other));
                    assert_eq!(hit, None, "{label:?}, {count} entries, seed {seed}, {width:?}");
                }
            }
        }
    }
}

#[test]
fn few_entries_are_all_numbered_and_some_speak() {
    for seed in 0..25 {
        let mut t = timeline(0, 120);
        let ways = [Effect::Neutral, Effect::Negative, Effect::Positive, Effect::Neutral, Effect::Positive];
        t.entries =
            ways.iter().zip(1..).map(|(way, n)| entry(n, i64::try_from(n).unwrap() * 20 + seed % 7, *way)).collect();
        let (_, _, spoken) = labels_of(&t, Width::Column);
        assert!(spoken >= 3, "{spoken}");
        let svg = svg(&t, &FRAMES[0]).unwrap();
        assert!((1..=5).all(|n| svg.contains(&format!(">{n}</t"))), "{svg}");
    }
}

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
fn every_record_gives_sound_markup() {
    for seed in 0..10 {
        for (count, span) in SIZES {
            for frame in FRAMES {
                let svg = svg(&crowd(count, span, seed), &frame).unwrap();
                assert!(!svg.contains("NaN") && !svg.contains("inf") && !svg.contains("style"), "{count} in {span}");
                assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
                assert!(svg.matches("tl-mark").count() >= count);
            }
        }
    }
}

#[test]
fn the_same_record_in_any_order_gives_the_same_bytes() {
    let t = crowd(40, 400, 7);
    let mut shuffled = t.clone();
    shuffled.entries.reverse();
    assert_eq!(figure(&t, "x", None), figure(&t.clone(), "x", None));
    assert_eq!(figure(&t, "x", None), figure(&shuffled, "x", None));
}

#[test]
fn text_is_escaped_everywhere() {
    let mut t = timeline(0, 60);
    t.title = "</title><script>alert(1)</script>".to_owned();
    t.entries = vec![entry(1, 20, Effect::Positive), entry(2, 25, Effect::Neutral)];
    t.entries[0].label = "\"><img src=x onerror=y> & more".to_owned();
    let svg = figure(&t, "x\"y", Some("r\"s")).unwrap();
    assert!(!svg.contains("<script") && !svg.contains("<img") && !svg.contains("x\"y"), "{svg}");
}

#[test]
fn a_right_to_left_label_is_kept_apart() {
    let mut t = timeline(0, 60);
    t.entries = vec![entry(1, 20, Effect::Positive), entry(2, 25, Effect::Neutral)];
    t.entries[0].label = "שלום 2 עולם".to_owned();
    assert!(svg(&t, &FRAMES[0]).unwrap().contains("\u{2068}שלום 2 עולם\u{2069}"));
}

#[test]
fn fewer_than_two_moments_or_entries_give_nothing() {
    let mut t = timeline(3, 3);
    t.entries = vec![entry(1, 3, Effect::Negative), entry(2, 3, Effect::Positive)];
    assert_eq!(svg(&t, &FRAMES[0]), None);
    t.times.moments = Moments::default();
    t.entries.clear();
    assert_eq!(figure(&t, "x", None), None);
    let mut t = timeline(0, 60);
    t.entries = vec![entry(1, 20, Effect::Negative)];
    assert_eq!(figure(&t, "x", None), None, "one entry is no path");
}

#[test]
fn a_mark_is_a_link_to_its_row_and_tells_its_entry() {
    let mut t = crowd(60, 600, 2);
    t.times.moments.resolved = Some(minutes(600));
    let plot = figure(&t, "plot", Some("entry.")).unwrap();
    for n in 1..=60 {
        let wide = format!("id=\"plot.{n}\" href=\"#entry.{n}\">");
        let narrow = format!("id=\"plot.phone.{n}\" href=\"#entry.{n}\" aria-label=\"Entry {n}\"");
        assert!(plot.contains(&wide) && plot.contains(&narrow), "entry {n} cannot be reached");
        assert!(plot.contains(&format!(" \u{b7} what happened as number {n}</text></a>")), "entry {n} tells nothing");
    }
    assert!(plot.contains("role=\"group\"") && !plot.contains("role=\"img\""), "an image hides its links");
    let alone = figure(&t, "plot", None).unwrap();
    assert!(!alone.contains("<a ") && !alone.contains("tl-told"), "where there are no rows nothing leads to one");
}

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
fn the_keyboard_reaches_marks_in_the_order_of_time() {
    let mut t = crowd(40, 600, 9);
    t.entries.sort_by_key(|entry| entry.at);
    t.entries.iter_mut().zip(1..).for_each(|(entry, n)| entry.number = n);
    let svg = svg(&t, &FRAMES[1]).unwrap();
    let order: Vec<usize> =
        svg.split("href=\"#entry.").skip(1).filter_map(|rest| rest.split('"').next()?.parse().ok()).collect();
    assert_eq!(order, (1..=40).collect::<Vec<_>>());
}

#[test]
fn missing_and_contradictory_moments_do_no_harm() {
    let pick = |on: i64, at: i64| (on == 1).then(|| minutes(at));
    for bits in 0..32 {
        for flip in [1, -1] {
            let mut t = timeline(0, 0);
            t.times.moments = Moments {
                started: pick(bits & 1, 0),
                detected: pick(bits >> 1 & 1, 5 * flip),
                acknowledged: pick(bits >> 2 & 1, 9 * flip),
                identified: None,
                mitigated: pick(bits >> 3 & 1, 30 * flip),
                resolved: pick(bits >> 4 & 1, 60 * flip),
            };
            t.first_inside = Some(minutes(400));
            t.entries =
                vec![entry(1, -20, Effect::Negative), entry(2, 10, Effect::Positive), entry(3, 90, Effect::Neutral)];
            for frame in FRAMES {
                // A disruption that began and ended in one moment has no path.
                let svg = svg(&t, &frame).unwrap_or_default();
                assert!(!svg.contains("NaN") && !svg.contains("inf\""), "bits {bits}, flip {flip}");
                assert!(!svg.is_empty() || bits & 1 == 0, "bits {bits}, flip {flip}");
            }
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
