//! A time of day at the start of a text: `14:02`, `2:05 PM`, `10h00`, `1000 UTC`, `9 am`.

use jiff::civil::Time;

use crate::review::clock_time::parse_clock;
use crate::review::languages::timelines;
use base::zones;

/// The half of the day of a twelve-hour time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    Morning,
    Afternoon,
}

impl Half {
    /// The time of day of a twelve-hour clock in this half; that of any other clock is as written.
    pub fn time(self, clock: Time) -> Option<Time> {
        match self {
            Self::Morning if clock.hour() == 12 => clock.with().hour(0).build().ok(),
            Self::Afternoon if clock.hour() < 12 => clock.with().hour(clock.hour() + 12).build().ok(),
            _ => Some(clock),
        }
    }
}

/// The time at the start of a text, and AM or PM after it.
pub(super) fn leading_clock(text: &str) -> Option<(Time, Option<Half>, &str)> {
    if let Some((half, text)) = half_before(text) {
        let (clock, rest) =
            in_characters(text).or_else(|| with_colons(text)).filter(|(clock, _)| clock.hour() <= 12)?;
        return Some((clock, Some(half), after_clock(rest)));
    }
    let (clock, rest) = with_colons(text)
        .or_else(|| in_characters(text))
        .or_else(|| in_other_forms(text))
        .or_else(|| hour_alone(text))?;
    let rest = after_clock(rest);
    let (half, rest) = match leading_half(rest) {
        // The PM of `13:55 PM` is redundant.
        Some((half, after)) if clock.hour() <= 12 || half == Half::Afternoon => (Some(half), after),
        _ => (None, rest),
    };
    Some((clock, half, rest))
}

/// Skips a word after a time that adds nothing.
fn after_clock(rest: &str) -> &str {
    let is_past = |word: &&str| rest.get(..word.len()).is_some_and(|lead| lead.to_lowercase() == **word);
    let Some(word) = timelines::AFTER_CLOCK.iter().find(|word| is_past(word)) else { return rest };
    let after = &rest[word.len()..];
    if after.starts_with(|c: char| c.is_ascii_alphanumeric()) { rest } else { after }
}

/// Whether a text begins with a word for the clock that is none for an hour's length: `Uhr`, `uur`.
fn is_clock_word(text: &str) -> bool {
    let lead: String = text.chars().take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    matches!(lead.as_str(), "uhr" | "uur")
}

/// `午後`, `上午`, `오전`, before the clock.
fn half_before(text: &str) -> Option<(Half, &str)> {
    let [morning, afternoon] = timelines::HALVES;
    let of = |words: &[&str]| words.iter().find_map(|word| text.strip_prefix(word)).map(str::trim_start);
    of(morning).map(|rest| (Half::Morning, rest)).or_else(|| Some((Half::Afternoon, of(afternoon)?)))
}

/// `15時40分`, `10点`, `9시 5분`.
fn in_characters(text: &str) -> Option<(Time, &str)> {
    let figures = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (hour, rest) = text.split_at(figures(text));
    let rest = rest.strip_prefix(['時', '时', '点', '點', '시'])?;
    // `2時間` is a duration, and times with a word for half an hour are not read.
    if rest.starts_with(['間', '间', '간', '半', '반']) {
        return None;
    }
    let spaced = rest.trim_start_matches(' ');
    let (minute, after) = spaced.split_at(figures(spaced));
    let whole = |minute: &str| parse_clock(&format!("{hour}:{minute:0>2}"));
    match after.strip_prefix(['分', '분']) {
        Some(after) if !minute.is_empty() => Some((whole(minute)?, after)),
        _ => Some((whole("0")?, rest)),
    }
}

fn with_colons(text: &str) -> Option<(Time, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(text.len());
    let digits = text[..end].trim_end_matches(':');
    let clock = parse_clock(digits)?;
    let rest = &text[digits.len()..];
    // Fractions of a second are not shown.
    let fraction = rest.strip_prefix(['.', ',']).filter(|_| digits.matches(':').count() == 2);
    let rest = fraction.map_or(rest, |rest| {
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        if after.len() < rest.len() { after } else { &text[digits.len()..] }
    });
    Some((clock, rest))
}

/// `10h00`, `1000 UTC`, `0930`, and `10.00` if it can mean nothing else.
fn in_other_forms(text: &str) -> Option<(Time, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at(end);
    let two = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count() == 2;
    let of = |hour: &str, minute: &str| parse_clock(&format!("{hour}:{minute}"));
    match end {
        1 | 2 => {
            let by_hour =
                rest.trim_start_matches(' ').strip_prefix(['h', 'H']).map(|rest| rest.trim_start_matches(' '));
            let by_hour = by_hour.filter(|rest| two(rest) && !rest[2..].starts_with(char::is_alphanumeric));
            // `10h:` is a time, `10h outage` a duration.
            let whole = rest.strip_prefix('h').filter(|rest| {
                rest.starts_with([':', ')']) || [" -", " –", " —"].iter().any(|mark| rest.starts_with(mark))
            });
            if let Some(rest) = whole {
                return Some((of(digits, "00")?, rest));
            }
            let by_dot =
                rest.strip_prefix('.').filter(|after| two(after) && !after[2..].starts_with('.')).filter(|after| {
                    let rest = after[2..].trim_start();
                    leading_half(rest).is_some()
                        || zones::leading(rest).is_some()
                        || rest.is_empty()
                        || rest.starts_with(['-', '–', '—', ':', '*', ')'])
                        || is_clock_word(rest)
                });
            let minute = by_hour.or(by_dot)?;
            Some((of(digits, &minute[..2])?, &minute[2..]))
        }
        4 => {
            let after = rest.trim_start();
            let sure = digits.starts_with('0')
                || zones::leading(after).is_some()
                || after.starts_with("hrs")
                || (!digits.starts_with("19")
                    && !digits.starts_with("20")
                    && after.starts_with(['-', '–', '—', ':', '*']));
            let rest = rest.trim_start_matches(' ').strip_prefix("hrs").unwrap_or(rest);
            let clock = of(&digits[..2], &digits[2..])?;
            sure.then_some((clock, rest))
        }
        _ => None,
    }
}

/// `17.30`, where a word before it says that it is a clock.
pub(super) fn with_dot(text: &str) -> Option<(Time, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    let minute = text.get(end..)?.strip_prefix('.')?;
    let digits = minute.bytes().take_while(u8::is_ascii_digit).count();
    let (minute, rest) = minute.split_at_checked(2).filter(|_| digits == 2)?;
    let is_clock = !rest.starts_with(['.', '%']) && !rest.starts_with(char::is_alphanumeric);
    Some((parse_clock(&format!("{}:{minute}", &text[..end])).filter(|_| is_clock)?, rest))
}

/// An hour with AM or PM: `9 am`.
fn hour_alone(text: &str) -> Option<(Time, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    leading_half(&text[end..])?;
    let hour: i8 = text[..end].parse().ok().filter(|hour| (1..=12).contains(hour))?;
    Some((Time::new(hour, 0, 0, 0).ok()?, &text[end..]))
}

/// `am`, `A.M.`, and with a space within, as Spanish has it: `a. m.`
pub fn leading_half(text: &str) -> Option<(Half, &str)> {
    const SPACES: [char; 3] = [' ', '\u{a0}', '\u{202f}'];
    let spaced = text.trim_start_matches(SPACES);
    let half = match spaced.bytes().next()? {
        b'a' | b'A' => Half::Morning,
        b'p' | b'P' => Half::Afternoon,
        _ => return None,
    };
    let rest = &spaced[1..];
    let rest = rest.strip_prefix('.').map_or(rest, |rest| rest.trim_start_matches(SPACES));
    let rest = rest.strip_prefix(['m', 'M'])?.trim_start_matches('.');
    (!rest.starts_with(|c: char| c.is_ascii_alphabetic())).then_some((half, rest))
}

/// AM or PM in a heading: `Morning (AM)`, `1:42-1:59 PM: release`.
pub(in crate::review) fn half_in(text: &str) -> Option<Half> {
    let words: Vec<_> = text.split(|c: char| !c.is_alphanumeric()).collect();
    match (words.contains(&"AM"), words.contains(&"PM")) {
        (true, false) => Some(Half::Morning),
        (false, true) => Some(Half::Afternoon),
        _ => None,
    }
}
