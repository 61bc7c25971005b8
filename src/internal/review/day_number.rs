//! Headings that count the days of an incident: `Day 2`, `Tag 2`, `2日目`.

use super::languages::names;
use super::languages::timelines::is_character;

/// The number of the day that a heading counts, where it begins with it.
pub(super) fn stated_in(heading: &str) -> Option<i16> {
    let text = heading.trim().trim_matches(['*', '_', '#', ' ']).to_lowercase();
    names::of("day number").iter().find_map(|name| {
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = match text.strip_prefix(name.as_str()) {
            Some(rest) if name.starts_with(is_character) => rest.split_at(digits(rest)),
            Some(rest) => rest.strip_prefix([' ', '\u{a0}']).map(|rest| rest.split_at(digits(rest)))?,
            None => (&text[..digits(&text)], text[digits(&text)..].trim_start().strip_prefix(name.as_str())?),
        };
        // `Day 2 retention` is about something else, and `2 days` no number of a day.
        let is_counted = name.starts_with(is_character) || text.starts_with(name.as_str());
        let rest = rest.trim_start_matches(['天', '日']).trim_start();
        let ends = !rest.starts_with(char::is_alphanumeric);
        number.parse().ok().filter(|number| is_counted && ends && (0..=99).contains(number))
    })
}

#[cfg(test)]
mod tests {
    use super::stated_in;

    #[test]
    fn headings_count_days() {
        for text in [
            "Day 2",
            "**Day 2**",
            "day 2:",
            "Day 2 – the fix",
            "Day 2 (Saturday)",
            "Tag 2",
            "Jour 2",
            "Día 2",
            "День 2",
        ] {
            assert_eq!(stated_in(text), Some(2), "{text}");
        }
        for text in ["2日目", "第2天", "2일차", "2 日目：復旧"] {
            assert_eq!(stated_in(text), Some(2), "{text}");
        }
        for text in ["Day", "Day two", "Day 2 retention", "2 days", "2 day", "Days 2", "Monday 2", "Day 200"] {
            assert_eq!(stated_in(text), None, "{text}");
        }
    }
}
