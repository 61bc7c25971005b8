//! Times of day with hours and minutes.

use jiff::civil::Time;

/// `9:14`, `09:14` or `09:14:30`.
pub(super) fn parse_clock(text: &str) -> Option<Time> {
    let text = text.trim();
    let mut parts = text.split(':');
    let mut number = |max: i8, required: bool| match parts.next() {
        // A number may have a sign, a clock may not.
        Some(part) if matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit()) => {
            part.parse::<i8>().ok().filter(|n| *n <= max)
        }
        None if !required => Some(0),
        _ => None,
    };
    let (hour, minute, second) = (number(23, true)?, number(59, true)?, number(59, false)?);
    if text.matches(':').count() > 2 {
        return None;
    }
    Time::new(hour, minute, second, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::parse_clock;

    #[test]
    fn clocks_have_hours_minutes_and_perhaps_seconds() {
        for (text, clock) in
            [("9:14", "09:14:00"), (" 09:14 ", "09:14:00"), ("23:59:30", "23:59:30"), ("0:0", "00:00:00")]
        {
            assert_eq!(parse_clock(text).map(|time| time.to_string()).as_deref(), Some(clock), "{text}");
        }
    }

    #[test]
    fn clocks_are_strict() {
        for bad in ["+9:30", "9:+4", "-1:00", "24:00", "9", "9:60", "1:2:3:4", "a:b", "123:00", ""] {
            assert!(parse_clock(bad).is_none(), "{bad}");
        }
    }
}
