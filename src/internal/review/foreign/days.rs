//! Days in the further forms that people write: `5th March, 2026`, `Thu, Mar 5 2026`, `2026年3月5日`.

use jiff::civil::Date;

use crate::review::infer::parse_date;
use crate::review::written_day::{self, Day};

/// The day at the start of a text; none below 1970.
pub(in crate::review) fn read(text: &str) -> Option<Date> {
    let plain = markdown::plain_text(text);
    let plain = plain.trim();
    let full = |text| match written_day::leading(text) {
        Some((Day::Full(date), _)) => Some(date),
        _ => None,
    };
    parse_date(plain).or_else(|| han(plain)).or_else(|| full(plain)).filter(|date| (1970..2100).contains(&date.year()))
}

/// `2026年3月5日`, `2026년 3월 5일`.
fn han(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once(['年', '년'])?;
    let (month, rest) = rest.split_once(['月', '월'])?;
    let (day, _) = rest.split_once(['日', '일'])?;
    Date::new(year.trim().parse().ok()?, month.trim().parse().ok()?, day.trim().parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn days_in_words_are_read() {
        for text in [
            "5th March, 2026",
            "Thu, Mar 5 2026",
            "March 5th 2026",
            "5th of March 2026",
            "2026年3月5日",
            "2026-03-05 10:00",
        ] {
            assert_eq!(read(text).map(|day| day.to_string()).as_deref(), Some("2026-03-05"), "{text}");
        }
        for text in ["soon", "1926-03-05", "5th", "March"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
