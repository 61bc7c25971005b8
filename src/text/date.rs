//! Dates as people write them, and lengths of time as programs do.

use jiff::civil::Date;

/// `2 March 2026`.
#[must_use]
pub fn date_words(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// An ISO 8601 duration: `PT2H10M`; never negative.
#[must_use]
pub fn iso_duration(seconds: i64) -> String {
    let seconds = seconds.max(0);
    let part = |n: i64, unit: char| if n > 0 { format!("{n}{unit}") } else { String::new() };
    let time = [part(seconds / 3600, 'H'), part(seconds / 60 % 60, 'M'), part(seconds % 60, 'S')].concat();
    if time.is_empty() { "PT0S".to_owned() } else { format!("PT{time}") }
}

#[cfg(test)]
mod tests {
    use super::{date_words, iso_duration};

    #[test]
    fn dates_are_words_and_durations_are_iso() {
        assert_eq!(date_words("2026-03-02".parse().unwrap()), "2 March 2026");
        assert_eq!(iso_duration(7800), "PT2H10M");
        assert_eq!(iso_duration(0), "PT0S");
        assert_eq!(iso_duration(-5), "PT0S");
    }
}
