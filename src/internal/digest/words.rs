//! Texts that the page and every format share.

use jiff::civil::Date;

use super::Occasion;
use crate::library::Library;
pub use base::text::date_words as day;

/// `Thursday 19 November 2026`.
pub fn weekday(date: Date) -> String {
    date.strftime("%A %-d %B %Y").to_string()
}

/// `Thursday 19 November 2026, 14:00 to 15:00, Europe/Copenhagen`.
pub fn place_of_meeting(library: &Library, occasion: Occasion) -> String {
    let zone = library.config.zone();
    let zone = zone.iana_name().unwrap_or("UTC");
    let (start, end) = (occasion.start.strftime("%H:%M"), occasion.end.strftime("%H:%M"));
    format!("{}, {start} to {end}, {zone}", weekday(occasion.start.date()))
}

/// `Thursday 26 November 2026, 14:00`.
pub fn time_of_meeting(occasion: Occasion) -> String {
    format!("{}, {}", weekday(occasion.start.date()), occasion.start.strftime("%H:%M"))
}

/// `16 to 22 November 2026`; the month and the year are given once if both days share them.
pub fn days(first: Date, last: Date) -> String {
    let pattern = match (first.year() == last.year(), first.month() == last.month()) {
        (true, true) => "%-d",
        (true, false) => "%-d %B",
        (false, _) => "%-d %B %Y",
    };
    format!("{} to {}", first.strftime(pattern), day(last))
}

/// `2 incidents, 1 near miss`: reviews by kind, in the configuration's order.
pub fn kinds(library: &Library, reviews: &[usize]) -> String {
    let kinds = &library.config.kinds;
    let mut counts = vec![0; kinds.len()];
    // A term may have thousands of reviews, and many pages name it: each is looked at once.
    for i in reviews {
        if let Some(place) = kinds.iter().position(|kind| kind.key == library.reviews[*i].kind) {
            counts[place] += 1;
        }
    }
    let counted = kinds.iter().zip(counts).filter(|(_, n)| *n > 0).map(|(kind, n)| kind.count(n));
    counted.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn a_week_says_its_month_and_year_once() {
        let of = |first: &str, last: &str| days(first.parse().unwrap(), last.parse().unwrap());
        assert_eq!(of("2026-11-16", "2026-11-22"), "16 to 22 November 2026");
        assert_eq!(of("2026-11-30", "2026-12-06"), "30 November to 6 December 2026");
        assert_eq!(of("2026-12-28", "2027-01-03"), "28 December 2026 to 3 January 2027");
    }
}
