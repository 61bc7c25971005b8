//! Where labels are.

use super::{FRAMES, SIZES};
use crate::Width;
use crate::timeline::samples::{crowd, entry, timeline};
use crate::timeline::{
    Effect, Flags, Rect, Scale, Sheet, Story, Timeline, captions, labels, marks, obstacles, path, svg, weight,
};

/// The labels of a plot, the obstacles, and how many entries have words.
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
