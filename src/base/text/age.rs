//! How long ago something was, in words.

use super::count;

/// `4 days`, `3 weeks`, `5 months`, `2 years`: the coarser, the longer ago.
#[must_use]
pub fn age(days: i32) -> String {
    let days = usize::try_from(days).unwrap_or(0);
    match days {
        0..14 => count(days, "day", "days"),
        14..63 => count(days / 7, "week", "weeks"),
        63..730 => count(days / 30, "month", "months"),
        _ => count(days / 365, "year", "years"),
    }
}

#[cfg(test)]
mod tests {
    use super::age;

    #[test]
    fn an_age_is_as_coarse_as_one_remembers_it() {
        for (days, words) in [
            (0, "0 days"),
            (1, "1 day"),
            (13, "13 days"),
            (14, "2 weeks"),
            (62, "8 weeks"),
            (63, "2 months"),
            (400, "13 months"),
            (729, "24 months"),
            (730, "2 years"),
            (-5, "0 days"),
        ] {
            assert_eq!(age(days), words);
        }
    }
}
