//! A day or a moment in the formats of exports: `2026-03-02T09:14:00Z`, `2026-03-02 09:14`, `Mar 2, 2026 9:14 AM PST`,
//! `02.03.2026`.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use base::zones;

/// Which number comes first in `02/03/2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Day,
    Month,
}

/// What was read: a moment, or a whole day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct When {
    pub(super) at: Timestamp,
    /// Whether only the day is known.
    pub(super) whole_day: bool,
}

/// Why a text is not a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It cannot be parsed.
    Unreadable,
    /// Day and month could be swapped.
    Ambiguous,
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The digits of Unix time in seconds (ten until 2286) and in milliseconds (thirteen), each with its divisor.
const EPOCH: [(usize, i64); 2] = [(10, 1), (13, 1000)];

/// Reads a time; `usual` is the zone of a time without one.
pub(super) fn read(text: &str, order: Option<Order>, usual: &TimeZone) -> Result<When, Fault> {
    let text = text.trim();
    if let Some((_, unit)) =
        EPOCH.iter().find(|(digits, _)| text.len() == *digits && text.bytes().all(|b| b.is_ascii_digit()))
    {
        let seconds = text.parse::<i64>().map_err(|_| Fault::Unreadable)? / unit;
        let at = Timestamp::from_second(seconds).map_err(|_| Fault::Unreadable)?;
        return Ok(When { at, whole_day: false });
    }
    let mut parts = Parts::default();
    for word in words(text) {
        parts.take(word, order)?;
    }
    parts.when(usual).ok_or(Fault::Unreadable)
}

/// The order of day and month in a column: in `a/b/2026`, a number above twelve is the day.
pub(super) fn order<'t>(texts: impl Iterator<Item = &'t str>) -> Option<Order> {
    let mut found = texts.filter_map(|text| {
        let (a, b) = words(text).find_map(slashed)?;
        match (a > 12, b > 12) {
            (true, false) => Some(Order::Day),
            (false, true) => Some(Order::Month),
            _ => None,
        }
    });
    let first = found.next()?;
    found.all(|order| order == first).then_some(first)
}

/// The words of a text; a `T` between digits separates day and time.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')'))
        .flat_map(parted)
        .filter(|word| !word.is_empty())
}

fn parted(word: &str) -> [&str; 2] {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    match word.split_once(['T', 't']) {
        Some((day, clock)) if digit(day.chars().next_back()) && digit(clock.chars().next()) => [day, clock],
        _ => [word, ""],
    }
}

/// The first two numbers of `02/03/2026`.
fn slashed(word: &str) -> Option<(u8, u8)> {
    let [a, b, year] = numbers(word, '/')?;
    (year > 99).then_some(())?;
    Some((u8::try_from(a).ok()?, u8::try_from(b).ok()?))
}

fn numbers(word: &str, sign: char) -> Option<[u16; 3]> {
    let mut parts = word.split(sign).map(|part| part.parse::<u16>().ok());
    let all = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(all)
}

#[derive(Default)]
struct Parts {
    year: Option<u16>,
    month: Option<u16>,
    day: Option<u16>,
    clock: Option<Time>,
    zone: Option<TimeZone>,
    afternoon: Option<bool>,
}

impl Parts {
    fn take(&mut self, word: &str, order: Option<Order>) -> Result<(), Fault> {
        let lower = word.to_lowercase();
        let short = lower.get(..3).unwrap_or_default();
        let digits = lower.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if let Some((year, month, day)) = date(word, order)? {
            (self.year, self.month, self.day) = (Some(year), Some(month), Some(day));
        } else if let Some((clock, zone)) = clock(word) {
            self.clock = Some(clock);
            self.zone = zone.or(self.zone.take());
        } else if let ("am" | "pm", true) = (lower.replace('.', "").as_str(), self.clock.is_some()) {
            self.afternoon = Some(lower.starts_with('p'));
        } else if let (Some(n), true) = (
            MONTHS.iter().position(|month| *month == short),
            word.chars().all(char::is_alphabetic) || word.ends_with('.'),
        ) {
            self.month = u16::try_from(n + 1).ok();
        } else if let Some(n) =
            number(digits).filter(|_| matches!(&lower[digits.len()..], "" | "st" | "nd" | "rd" | "th"))
        {
            if n > 31 { self.year = Some(n) } else { self.day = Some(n) }
        } else if let Some(zone) = zones::named(word) {
            self.zone = Some(zone);
        } else if !(DAYS.contains(&short) || matches!(lower.as_str(), "at" | "-" | "um" | "uhr" | "of")) {
            return Err(Fault::Unreadable);
        }
        Ok(())
    }

    fn when(self, usual: &TimeZone) -> Option<When> {
        let part = |n: Option<u16>| i8::try_from(n?).ok();
        let date = Date::new(i16::try_from(self.year?).ok()?, part(self.month)?, part(self.day)?).ok()?;
        let clock = match (self.clock, self.afternoon) {
            (Some(clock), Some(afternoon)) => {
                let hour = clock.hour() % 12 + if afternoon { 12 } else { 0 };
                Some(Time::new(hour, clock.minute(), clock.second(), 0).ok()?)
            }
            (clock, _) => clock,
        };
        let zone = self.zone.unwrap_or_else(|| usual.clone());
        let at = date.to_datetime(clock.unwrap_or(Time::midnight())).to_zoned(zone).ok()?.timestamp();
        Some(When { at, whole_day: clock.is_none() })
    }
}

/// A number without a sign; one with a sign is an offset.
fn number(word: &str) -> Option<u16> {
    word.parse().ok().filter(|_| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// `2026-03-02`, `2026/03/02`, `02.03.2026`, and `02/03/2026` if the order is known.
fn date(word: &str, order: Option<Order>) -> Result<Option<(u16, u16, u16)>, Fault> {
    let found = ['-', '/', '.'].into_iter().find_map(|sign| Some((sign, numbers(word, sign)?)));
    let Some((sign, [a, b, c])) = found else { return Ok(None) };
    if a > 99 {
        return Ok(Some((a, b, c)));
    }
    if c < 100 {
        return Err(Fault::Unreadable);
    }
    let order = if sign == '.' || a > 12 || a == b {
        Order::Day
    } else if b > 12 {
        Order::Month
    } else {
        order.ok_or(Fault::Ambiguous)?
    };
    Ok(Some(if order == Order::Day { (c, b, a) } else { (c, a, b) }))
}

/// `09:14`, `9:14:30.5`, optionally followed by `Z`, `+01:00` or `am`.
fn clock(word: &str) -> Option<(Time, Option<TimeZone>)> {
    let end = word.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(word.len());
    let (digits, rest) = word.split_at(end);
    let mut parts = digits.split('.').next()?.split(':').map(|part| part.parse::<i8>().ok());
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
    let half = match rest.to_lowercase().as_str() {
        "am" => Some(false),
        "pm" => Some(true),
        _ => None,
    };
    let hour = half.map_or(hour, |afternoon| hour % 12 + if afternoon { 12 } else { 0 });
    let zone = if rest.is_empty() || half.is_some() { None } else { Some(zones::named(rest)?) };
    Some((Time::new(hour, minute, second, 0).ok()?, zone))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::{Fault, Order, order, read};

    fn shown(text: &str) -> Result<String, Fault> {
        let when = read(text, None, &TimeZone::UTC)?;
        Ok(if when.whole_day { when.at.strftime("%Y-%m-%d").to_string() } else { when.at.to_string() })
    }

    #[test]
    fn times_are_read_as_exports_write_them() {
        for text in [
            "2026-03-02T09:14:00Z",
            "2026-03-02 09:14",
            "2026-03-02 09:14:00 UTC",
            "2026-03-02T10:14:00.000+01:00",
            "2026-03-02 10:14 +0100",
            "2026/03/02 09:14",
            "02.03.2026 09:14 Uhr",
            "Mar 2, 2026 9:14 AM",
            "March 2nd, 2026 at 01:14 PST",
            "Mon, 2 Mar 2026 09:14:00 GMT",
            "2 March 2026 9:14am",
            "1772442840",
            "1772442840000",
        ] {
            assert_eq!(shown(text).as_deref(), Ok("2026-03-02T09:14:00Z"), "{text}");
        }
        for text in ["2026-03-02", "2 March 2026", "Mar 2 2026", "02.03.2026"] {
            assert_eq!(shown(text).as_deref(), Ok("2026-03-02"), "{text}");
        }
        assert_eq!(shown("Mar 2, 2026 12:05 AM").as_deref(), Ok("2026-03-02T00:05:00Z"));
    }

    #[test]
    fn invalid_and_ambiguous_times_are_refused() {
        for text in ["", "soon", "2026-13-02", "09:14", "2026-03-02 later", "2/3/26"] {
            assert_eq!(shown(text), Err(Fault::Unreadable), "{text}");
        }
        assert_eq!(shown("02/03/2026"), Err(Fault::Ambiguous));
        assert_eq!(order(["02/03/2026", "17/03/2026 10:00"].into_iter()), Some(Order::Day));
        assert_eq!(order(["02/03/2026", "3/17/2026"].into_iter()), Some(Order::Month));
        assert_eq!(order(["17/03/2026", "3/17/2026"].into_iter()), None);
    }
}
