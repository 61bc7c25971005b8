//! Days as people write them.

use super::{Day, is_weekday, leading, stated_in};

fn shown(text: &str) -> Option<String> {
    let (day, rest) = leading(text)?;
    Some(match day {
        Day::Full(date) => format!("{date}|{rest}"),
        Day::OfYear { month, day } => format!("{month}-{day}|{rest}"),
        Day::Figures { first, second, year } => format!("{first}?{second} {year:?}|{rest}"),
    })
}

#[test]
fn days_are_read_as_people_write_them() {
    for (text, wanted) in [
        ("2026-03-05 10:00", "2026-03-05| 10:00"),
        ("2026-03-05T10:00", "2026-03-05|T10:00"),
        ("Thursday, March 5th, 2026 at", "2026-03-05| at"),
        ("5 March 2026 x", "2026-03-05| x"),
        ("Mar 05 2026 x", "2026-03-05| x"),
        ("05-Mar-2026", "2026-03-05|"),
        ("5.3.2026", "2026-03-05|"),
        ("Fri Jan 28", "1-28|"),
        ("Oct 28, 10:00", "10-28|, 10:00"),
        ("16-10-2024 11:58", "16?10 Some(2024)| 11:58"),
        ("10/28 11:58", "10?28 None| 11:58"),
        ("12-05 16:21 x", "12?5 None| 16:21 x"),
        ("March 5, 2026: x", "2026-03-05|: x"),
        ("March 5th 2026: x", "2026-03-05|: x"),
        ("March 5 2026: x", "3-5| 2026: x"),
        ("4/21/23 10:00", "2023-04-21| 10:00"),
        ("2026年3月5日（木） 10:00", "2026-03-05| 10:00"),
        ("3월 5일 10:00", "3-5| 10:00"),
        ("Montag, 5. März 2026, 10:00", "2026-03-05|, 10:00"),
        ("5 de marzo de 2026 x", "2026-03-05| x"),
        ("1er août 2026 x", "2026-08-01| x"),
        ("5 марта 2026 г. x", "2026-03-05| x"),
        ("5 marca 2026 r., x", "2026-03-05|, x"),
        ("5 maart x", "3-5| x"),
    ] {
        assert_eq!(shown(text).as_deref(), Some(wanted), "{text}");
    }
    for text in [
        "May be",
        "12:30",
        "3 engines",
        "1.2.3",
        "marching 5",
        "2/3/4/5",
        "5/3/26 10:00",
        "21/04/23 10:00",
        "1/24/24/2",
        "5 out of 10",
        "令和32000年3月5日",
        "12-05 x",
    ] {
        assert_eq!(shown(text), None, "{text}");
    }
}

#[test]
fn words_that_begin_like_a_weekday_are_none() {
    for word in ["mon", "tues", "thurs.", "wednesday"] {
        assert!(is_weekday(word), "{word}");
    }
    for word in ["", "mo", "month", "money", "sunny", "fried"] {
        assert!(!is_weekday(word), "{word}");
    }
}

#[test]
fn a_heading_names_one_day() {
    assert!(stated_in("Timeline for March 5, 2026").is_some());
    assert_eq!(stated_in("From March 5, 2026 to March 6, 2026"), stated_in("March 5, 2026"));
    assert_eq!(stated_in("March 5, 2026, seen again on March 6, 2026"), None);
}

#[test]
fn the_version_at_the_end_of_a_sentence_is_no_day() {
    for (text, days) in [
        ("Am 30.01. gegen 14 Uhr", 1),
        ("30.01.", 1),
        ("We run Ubuntu 22.04.", 0),
        ("It came with Ubuntu 22.04. It was slow.", 0),
    ] {
        assert_eq!(super::begun_in(text).len(), days, "{text}");
    }
}
