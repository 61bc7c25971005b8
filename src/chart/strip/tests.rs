//! What a strip shows for some reviews.

use jiff::civil::{Date, date};

use super::{Axis, Columns, Mark, Size, Step, in_words, strip};
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
    let svg = strip(&marks, axis(&[date(2024, 3, 1), date(2026, 3, 1)]), Size::Row).svg;
    assert_eq!(svg.matches("strip-mark").count(), 3, "{svg}");
    assert_eq!(svg.matches("strip-hollow sev-critical").count(), 1, "{svg}");
    assert!(svg.contains("aria-hidden=\"true\"") && !svg.contains("style="), "{svg}");
}

#[test]
fn what_lies_exactly_on_another_is_drawn_once_and_nothing_else_is_lost() {
    let axis = axis(&[date(2024, 1, 1), date(2026, 1, 1)]);
    let same = [incident(date(2024, 3, 1)); 3];
    assert_eq!(strip(&same, axis, Size::Row).svg.matches("strip-mark").count(), 1);
    let apart = [incident(date(2024, 3, 1)), Mark { filled: false, ..incident(date(2024, 3, 1)) }];
    assert_eq!(strip(&apart, axis, Size::Row).svg.matches("strip-mark").count(), 2);
}

/// `n` reviews of a month of 2026.
fn of_month(month: i8, n: usize) -> impl Iterator<Item = Mark> {
    std::iter::repeat_n(Mark { day: date(2026, month, 5), role: Some(Role::Low), filled: true }, n)
}

#[test]
fn many_reviews_are_columns_of_a_month() {
    let few: Vec<_> = of_month(3, 60).collect();
    assert_eq!(strip(&few, axis(&[date(2026, 1, 1)]), Size::Row).columns, None);
    let many: Vec<_> = of_month(3, 60).chain(of_month(5, 30)).collect();
    let drawn = strip(&many, axis(&[date(2026, 1, 1)]), Size::Row);
    assert_eq!(drawn.columns, Some(Columns { step: Step::Month, highest: 60 }));
    let strokes = drawn.svg.split("stroke-width").nth(1).unwrap();
    let tops: Vec<_> = strokes.split('V').skip(1).map(|rest| &rest[..rest.find(['M', '"']).unwrap()]).collect();
    assert_eq!(tops, ["0", "7.5"], "twice as many are twice as high: {}", drawn.svg);
}

#[test]
fn a_wrong_year_far_away_makes_columns_of_years() {
    let far = date(9999, 12, 31);
    let many: Vec<_> = of_month(3, 61).chain([incident(far)]).collect();
    let drawn = strip(&many, axis(&[date(2026, 1, 1), far]), Size::Row);
    assert_eq!(drawn.columns, Some(Columns { step: Step::Year, highest: 61 }));
    let columns = drawn.svg.split("stroke-width").skip(1).map(|path| path.matches('V').count()).sum::<usize>();
    assert_eq!(columns, 2, "{}", drawn.svg);
}

#[test]
fn a_column_shows_every_severity_in_proportion() {
    let severe = Mark { role: Some(Role::Critical), ..incident(date(2026, 3, 1)) };
    let many: Vec<_> = of_month(3, 45).chain([severe; 20]).collect();
    let svg = strip(&many, axis(&[date(2026, 1, 1)]), Size::Row).svg;
    assert_eq!(svg.matches("strip-column").count(), 2, "{svg}");
    assert!(svg.contains("sev-critical") && svg.contains("sev-low"), "{svg}");
}

#[test]
fn columns_of_reviews_that_nobody_rated_look_like_no_severity() {
    let unrated = Mark { role: None, ..incident(date(2026, 3, 1)) };
    let svg = strip(&[unrated; 61], axis(&[date(2026, 1, 1)]), Size::Row).svg;
    assert!(svg.contains("strip-unrated") && !svg.contains("sev-"), "{svg}");
}

#[test]
fn columns_of_many_years_are_quarters_or_years() {
    let step = |years: i16| {
        let marks = [incident(date(2026, 3, 1)); 61];
        let axis = axis(&[date(2027 - years, 1, 1), date(2026, 1, 1)]);
        strip(&marks, axis, Size::Row).columns.map(|columns| columns.step)
    };
    assert_eq!([step(6), step(12), step(60)], [Some(Step::Month), Some(Step::Quarter), Some(Step::Year)]);
    // A misprinted year is no reason to end the program.
    assert_eq!(step(9_000), Some(Step::Year));
}

#[test]
fn many_years_are_not_all_named() {
    let svg = strip(&[], axis(&[date(1986, 1, 1), date(2026, 1, 1)]), Size::Head).svg;
    let names: Vec<_> = svg.split("<svg").skip(1).map(|drawing| drawing.matches("strip-name").count()).collect();
    assert!(names.len() == 2 && (2..=14).contains(&names[0]) && (15..=28).contains(&names[1]), "{names:?}");
    assert_eq!(strip(&[], axis(&[date(2026, 5, 1)]), Size::Head).svg.matches("strip-name").count(), 2);
}

#[test]
fn a_wrong_year_does_not_fill_the_strip_with_lines() {
    let axis = axis(&[date(206, 1, 1), date(2026, 1, 1)]);
    for size in [Size::Row, Size::Head] {
        let svg = strip(&[incident(date(2026, 1, 1))], axis, size).svg;
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
