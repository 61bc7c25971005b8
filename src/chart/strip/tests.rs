//! What a strip shows for some reviews.

use jiff::civil::{Date, date};

use super::{Axis, Mark, Size, in_words, strip};
use site::config::Role;

fn incident(day: Date) -> Mark {
    Mark { day, role: Some(Role::Major), filled: true }
}

fn axis(days: &[Date]) -> Axis {
    Axis::of(days.iter().copied()).unwrap()
}

#[test]
fn every_review_has_a_mark_of_its_severity_and_kind() {
    let marks = [
        incident(date(2024, 3, 1)),
        Mark { day: date(2026, 3, 1), role: Some(Role::Critical), filled: false },
        Mark { day: date(2025, 3, 1), role: None, filled: true },
    ];
    let svg = strip(&marks, axis(&[date(2024, 3, 1), date(2026, 3, 1)]), Size::Row);
    assert_eq!(svg.matches("strip-mark").count(), 3, "{svg}");
    assert_eq!(svg.matches("strip-hollow sev-critical").count(), 1, "{svg}");
    assert!(svg.contains("aria-hidden=\"true\"") && !svg.contains("style="), "{svg}");
}

#[test]
fn what_lies_exactly_on_another_is_drawn_once_and_nothing_else_is_lost() {
    let axis = axis(&[date(2024, 1, 1), date(2026, 1, 1)]);
    let same = [incident(date(2024, 3, 1)); 3];
    assert_eq!(strip(&same, axis, Size::Row).matches("strip-mark").count(), 1);
    let apart = [incident(date(2024, 3, 1)), Mark { filled: false, ..incident(date(2024, 3, 1)) }];
    assert_eq!(strip(&apart, axis, Size::Row).matches("strip-mark").count(), 2);
}

#[test]
fn where_there_are_many_each_severity_has_a_height_of_its_own() {
    let days = (1..=12).flat_map(|month| (1..=5).map(move |week| date(2026, month, week * 5)));
    let many: Vec<_> = days.map(|day| Mark { day, role: Some(Role::Low), filled: true }).collect();
    let few = strip(&many[..3], axis(&[date(2026, 1, 1)]), Size::Row);
    let many = strip(&many, axis(&[date(2026, 1, 1)]), Size::Row);
    assert!(few.contains("cy=\"8\"") && !many.contains("cy=\"8\""), "{many}");
}

#[test]
fn many_years_are_not_all_named() {
    let svg = strip(&[], axis(&[date(1986, 1, 1), date(2026, 1, 1)]), Size::Head);
    let names: Vec<_> = svg.split("<svg").skip(1).map(|drawing| drawing.matches("strip-name").count()).collect();
    assert!(names.len() == 2 && (2..=14).contains(&names[0]) && (15..=28).contains(&names[1]), "{names:?}");
    assert_eq!(strip(&[], axis(&[date(2026, 5, 1)]), Size::Head).matches("strip-name").count(), 2);
}

#[test]
fn a_wrong_year_does_not_fill_the_strip_with_lines() {
    let axis = axis(&[date(206, 1, 1), date(2026, 1, 1)]);
    for size in [Size::Row, Size::Head] {
        let svg = strip(&[incident(date(2026, 1, 1))], axis, size);
        assert!(svg.matches("strip-year").count() < 1_000 && svg.contains("strip-year"), "{} bytes", svg.len());
        assert!(svg.matches("strip-name").count() < 45, "{svg}");
    }
}

#[test]
fn no_day_no_axis() {
    assert_eq!(Axis::of(std::iter::empty()), None);
}

#[test]
fn the_words_say_what_the_marks_show() {
    let marks = [incident(date(2024, 3, 1)), incident(date(2024, 5, 1)), incident(date(2026, 5, 1))];
    assert_eq!(in_words(&marks, 1), "2024: 2; 2026: 1; without a date: 1");
}
