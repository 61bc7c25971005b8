//! Durations in words.

/// `47 min`, `2 h 10 min`, `3 d 4 h`: two units at most, rounded to the minute, never negative.
///
/// Under a minute the seconds are given, because "0 min" reads as "nothing happened". Two equal moments are as a rule two of one
/// minute, so no seconds are given for these.
#[must_use]
pub fn duration(seconds: i64) -> String {
    let seconds = seconds.max(0);
    if seconds == 0 {
        return "less than 1 min".to_owned();
    }
    if seconds < 60 {
        return format!("{seconds} s");
    }
    let minutes = (seconds + 30) / 60;
    // Past a day the hour is the smaller unit, and it is what is rounded to.
    let minutes = if minutes >= 1440 { (minutes + 30) / 60 * 60 } else { minutes };
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    match (days, hours, rest) {
        (0, 0, m) => format!("{m} min"),
        (0, h, 0) => format!("{h} h"),
        (0, h, m) => format!("{h} h {m} min"),
        (d, 0, _) => format!("{d} d"),
        (d, h, _) => format!("{d} d {h} h"),
    }
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn two_units_at_most() {
        for (seconds, words) in [
            (0, "less than 1 min"),
            (1, "1 s"),
            (59, "59 s"),
            (60, "1 min"),
            (47 * 60, "47 min"),
            (3600, "1 h"),
            (7800, "2 h 10 min"),
            (86_400, "1 d"),
            (273_600, "3 d 4 h"),
            (237_300, "2 d 18 h"),
            (-5, "less than 1 min"),
        ] {
            assert_eq!(duration(seconds), words);
        }
    }
}
