//! How long ago something was, in words.

use super::count;

/// `4 days`, `3 weeks`, `5 months`, `2 years`, `3 years 11 months`: as coarse as one remembers it, and rounded to the nearest,
/// so that nearly four years are not shown as three.
#[must_use]
pub fn age(days: i32) -> String {
    let days = usize::try_from(days).unwrap_or(0);
    match days {
        0..14 => count(days, "day", "days"),
        14..63 => count((days + 3) / 7, "week", "weeks"),
        _ => {
            // A month has 30.44 days.
            let months = (days * 100 + 1522) / 3044;
            let (years, rest) = (count(months / 12, "year", "years"), months % 12);
            match (months, rest) {
                (0..=24, _) if days < 730 => count(months, "month", "months"),
                (_, 0) => years,
                (_, rest) => format!("{years} {}", count(rest, "month", "months")),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::age;

    #[test]
    fn an_age_is_as_coarse_as_one_remembers_it_and_to_the_nearest() {
        for (days, words) in [
            (0, "0 days"),
            (1, "1 day"),
            (13, "13 days"),
            (14, "2 weeks"),
            (20, "3 weeks"),
            (62, "9 weeks"),
            (63, "2 months"),
            (89, "3 months"),
            (400, "13 months"),
            (729, "24 months"),
            (730, "2 years"),
            (761, "2 years 1 month"),
            (1430, "3 years 11 months"),
            (1461, "4 years"),
            (-5, "0 days"),
        ] {
            assert_eq!(age(days), words);
        }
    }
}
