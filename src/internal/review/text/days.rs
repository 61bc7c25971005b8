//! Dates in other forms that people write: `5th March, 2026`, `Thu, Mar 5 2026`, `2026年3月5日`.

use jiff::civil::Date;
use jiff::fmt::strtime::BrokenDownTime;

use base::text::YEARS;

use crate::review::languages::calendar::WEEKDAYS;
use crate::review::languages::names;
use crate::review::written_day::{self, Day, date};

/// The day at the start of a text; `None` for a year before 1970, and for figures of which it is open which one is the month.
pub(in crate::review) fn read(text: &str) -> Option<Date> {
    read_in(text, None)
}

/// The same, where the document may show whether days in figures begin with the day.
pub(in crate::review) fn read_in(text: &str, day_first: Option<bool>) -> Option<Date> {
    let plain = plain_line(text);
    let plain = past_lead(plain.trim());
    let full = || date(written_day::span(plain)?.0, None, day_first.or_else(|| order_by_weekday(plain)));
    // A year of one figure is the end of a range.
    let known = |date: &Date| YEARS.contains(&date.year());
    parse_date(plain).or_else(full).filter(known)
}

/// Whether the span at the start of a text has at most `most` days; a single day is a span too.
pub(in crate::review) fn spans_at_most(text: &str, most: i32, day_first: Option<bool>) -> bool {
    let plain = plain_line(text);
    let Some((began, ended, _)) = written_day::span(past_lead(plain.trim())) else { return false };
    let ended = date(ended.unwrap_or(began), None, day_first);
    let began = date(began, ended, day_first);
    began.zip(ended).is_some_and(|(began, ended)| (0..most).contains(&(ended - began).get_days()))
}

/// The words of a value of one line: `3. Mai 2026` is no item of a list.
fn plain_line(text: &str) -> String {
    markdown::plain_text(&markdown::as_inline(text))
}

/// A text without the words before its day: `du 17 au 18 octobre 2024`, `nacht van 8 op 9 januari 2025`.
fn past_lead(text: &str) -> &str {
    let mut rest = text;
    loop {
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let word = rest[..end].to_lowercase();
        if !names::is("before a day", &word) && !WEEKDAYS.contains(&word.as_str()) {
            return rest;
        }
        rest = rest[end..].trim_start_matches([' ', ',', '.']);
    }
}

/// Whether the day comes first in figures after a day of the week: `Friday 02/09/2022` is a Friday in one order alone.
fn order_by_weekday(text: &str) -> Option<bool> {
    let weekday = written_day::weekday(text)?;
    let (day, ..) = written_day::span(text)?;
    let is_that = |day_first: bool| date(day, None, Some(day_first)).is_some_and(|date| date.weekday() == weekday);
    (is_that(true) != is_that(false)).then(|| is_that(true))
}

/// The date at the start of a text, in the forms that reviews use.
pub(in crate::review) fn parse_date(text: &str) -> Option<Date> {
    let text = text.trim().trim_matches(['*', '_', '`']).trim();
    let text = text.split_once(", ").filter(|(day, _)| day.ends_with("day")).map_or(text, |(_, rest)| rest);
    let plain = text.replace("st,", ",").replace("nd,", ",").replace("rd,", ",").replace("th,", ",");
    ["%Y-%m-%d", "%Y/%m/%d", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y", "%d %B %Y", "%d %b %Y", "%d.%m.%Y"]
        .iter()
        .filter_map(|format| BrokenDownTime::parse_prefix(format, &plain).ok()?.0.to_date().ok())
        // `%Y/%m/%d` would take the `20` of `20/03/2026` for the year 20.
        .find(|date| YEARS.contains(&date.year()))
}

/// Whether a text after a label names another day before the one that it begins with: `2024-06-01 (report), 2024-05-30 (incident)`.
pub(in crate::review) fn names_earlier(text: &str, day: Date) -> bool {
    written_day::all_in(&markdown::plain_text(text))
        .iter()
        .any(|other| matches!(other, Day::Full(other) if *other < day))
}

#[cfg(test)]
mod tests {
    use super::{parse_date, read, read_in};

    #[test]
    fn days_in_figures_need_an_order() {
        let day = |text, day_first| read_in(text, day_first).map(|day| day.to_string());
        assert_eq!(day("20/03/2026", None).as_deref(), Some("2026-03-20"));
        assert_eq!(day("3/20/2026", None).as_deref(), Some("2026-03-20"));
        assert_eq!(day("3/20/26", None).as_deref(), Some("2026-03-20"));
        assert_eq!(day("05/03/2026", Some(true)).as_deref(), Some("2026-03-05"));
        assert_eq!(day("05/03/2026", Some(false)).as_deref(), Some("2026-05-03"));
        assert_eq!(day("Thursday 05/03/2026", None).as_deref(), Some("2026-03-05"));
        assert_eq!(day("Monday 05/03/2026", None), None, "neither order is a Monday");
    }

    #[test]
    fn days_in_words_are_read() {
        for text in [
            "5th March, 2026",
            "5. März 2026",
            "Thu, Mar 5 2026",
            "March 5th 2026",
            "5th of March 2026",
            "2026年3月5日",
            "2026년 3월 5일",
            "2026-03-05 10:00",
            "05.03.2026, 08:14 Uhr",
        ] {
            assert_eq!(read(text).map(|day| day.to_string()).as_deref(), Some("2026-03-05"), "{text}");
        }
        for text in [
            "March 5-9, 2026",
            "March 5 – 9, 2026",
            "5-9 March 2026",
            "5.–9. März 2026",
            "5 March - 2 April 2026",
            "5 to 9 March 2026",
            "5 au 9 mars 2026",
            "05./06.03.2026",
            "du 5 au 9 mars 2026",
            "nacht van 5 op 6 maart 2026",
            "martes 5 de marzo de 2026",
            "Am Donnerstag, den 5. März 2026, um 10 Uhr",
            "令和8年3月5日(木) 午前8時",
        ] {
            assert_eq!(read(text).map(|day| day.to_string()).as_deref(), Some("2026-03-05"), "{text}");
        }
        assert_eq!(read("30 December - 2 January 2026").map(|day| day.to_string()).as_deref(), Some("2025-12-30"));
        for text in ["soon", "on", "from the start", "1926-03-05", "5th", "March", "05/03/2026", "03/04/2026", "5/3/26"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn days_of_usual_forms_are_read() {
        let days =
            ["2020-01-15", "2020/01/15 at noon", "January 15, 2020", "Wednesday, January 15th, 2020", "15 Jan 2020"];
        for text in days {
            assert_eq!(parse_date(text).map(|d| d.to_string()).as_deref(), Some("2020-01-15"), "{text}");
        }
        for text in ["soon", "20/03/2026", "05/03/26", "20.03.26"] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }
}
