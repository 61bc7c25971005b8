//! Properties of the plot for any record.

mod break_marks;
mod effects;
mod labels;
mod words;

use base::phases::Moments;

use super::samples::{crowd, entry, minutes, timeline};
use super::{Effect, svg};
use crate::{Frame, Width, figure};

const FRAMES: [Frame; 3] = [
    Frame { id: "t", width: Width::Column, rows: None },
    Frame { id: "t", width: Width::Phone, rows: Some("entry.") },
    Frame { id: "t", width: Width::Slide, rows: None },
];
const SIZES: [(usize, i64); 6] = [(3, 5), (12, 120), (20, 90), (40, 360), (60, 9 * 1440), (400, 3000)];

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
