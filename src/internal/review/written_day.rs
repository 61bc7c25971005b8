//! A date at the start of a text, in numbers or with the name of a month; the year may be missing.

mod order;
mod ranges;

use jiff::civil::Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
use jiff::civil::{Date, Weekday};

use base::text::YEARS;

pub(super) use self::order::{date, day_first};
use super::languages::calendar;
use super::languages::timelines::is_character;

/// A date as far as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    Full(Date),
    /// `Oct 28`
    OfYear {
        month: i8,
        day: i8,
    },
    /// `10/28/2026`, `16-10-2024`: either number may be the month.
    Figures {
        first: i8,
        second: i8,
        year: Option<i16>,
    },
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The date at the start of a text, after an optional day of the week, and the rest.
pub(super) fn leading(text: &str) -> Option<(Day, &str)> {
    let text = past_weekday(text);
    in_figures(text).or_else(|| in_characters(text)).or_else(|| with_month(text))
}

/// The only date in a heading or a note, of a range its first; `None` if there are two different ones.
pub(super) fn stated_in(text: &str) -> Option<Day> {
    let mut days = begun_in(text).into_iter().filter(|day| !matches!(day, Day::Figures { year: None, .. }));
    let first = days.next()?;
    days.all(|day| day == first).then_some(first)
}

/// Every date in a text, in order.
pub(super) fn all_in(text: &str) -> Vec<Day> {
    spans_in(text).into_iter().flat_map(|(day, until)| std::iter::once(day).chain(until)).collect()
}

/// Every date in a text, in order, but those at the end of a range: `7–8 June 2024`.
pub(super) fn begun_in(text: &str) -> Vec<Day> {
    spans_in(text).into_iter().map(|(day, _)| day).collect()
}

fn spans_in(text: &str) -> Vec<(Day, Option<Day>)> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        if let Some((day, until, after)) = span(rest).filter(|(.., after)| !is_version(text, rest, after)) {
            found.push((day, until));
            rest = after;
            continue;
        }
        let word = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        // Between characters no space stands before a day: `北京时间2026年8月21日`.
        let is_day = |(at, c): &(usize, char)| c.is_ascii_digit() && rest[..*at].ends_with(is_character);
        let day = rest[..word].char_indices().find(is_day).map(|(at, _)| at);
        let next = rest[word..].chars().next().map_or(0, char::len_utf8);
        rest = &rest[day.unwrap_or(word + next)..];
    }
    found
}

/// Whether `30.01.` within a sentence is its end instead, and no day: `since Ubuntu 22.04.`
fn is_version(text: &str, from: &str, after: &str) -> bool {
    let written = &from[..from.len() - after.len()];
    let ends_sentence = after.trim().is_empty() || after.trim_start().starts_with(char::is_uppercase);
    from.len() < text.len() && ends_sentence && written.len() == 6 && written.ends_with('.')
}

/// The date at the start of a text, the last day where a range begins, and the rest.
pub(super) fn span(text: &str) -> Option<(Day, Option<Day>, &str)> {
    let range = ranges::leading(text).map(|(day, until, rest)| (day, Some(until), rest));
    range.or_else(|| leading(text).map(|(day, rest)| (day, None, rest)))
}

/// Whether a word in lower case is the English name of a day of the week, in full or shortened: `tue`, `thurs.`.
pub(super) fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    word.len() >= 3 && WEEKDAYS.iter().any(|name| name.starts_with(word))
}

/// The day of the week at the start of a text, in English.
pub(super) fn weekday(text: &str) -> Option<Weekday> {
    let days = [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday];
    days.get(is_name_of(word(text)?.0, &WEEKDAYS, 3)?).copied()
}

/// The text after a day of the week at its start.
pub(super) fn past_weekday(text: &str) -> &str {
    let Some((name, rest)) = word(text) else { return text };
    let after = rest.trim_start_matches([',', '.', ' ']);
    let foreign = || after.starts_with(is_figure) && calendar::WEEKDAYS.contains(&name.to_lowercase().as_str());
    if is_name_of(name, &WEEKDAYS, 3).is_some() || foreign() { after } else { text }
}

fn in_figures(text: &str) -> Option<(Day, &str)> {
    let (first, rest) = number(text)?;
    let mark = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let (second, rest) = number(&rest[1..])?;
    let third = rest.strip_prefix(mark).and_then(number);
    let ends = |rest: &str| {
        !rest.starts_with(char::is_alphanumeric)
            || rest.strip_prefix('T').is_some_and(|clock| clock.starts_with(|c: char| c.is_ascii_digit()))
    };
    match (first.len(), second.len(), third) {
        (4, 1 | 2, Some((third, rest))) if matches!(third.len(), 1 | 2) && ends(rest) => {
            Some((Day::Full(full_date(first.parse().ok()?, second.parse().ok()?, third.parse().ok()?)?), rest))
        }
        (1 | 2, 1 | 2, Some((third, rest))) if third.len() == 4 && ends(rest) => {
            let year = third.parse().ok()?;
            let (first, second) = (first.parse().ok()?, second.parse().ok()?);
            let day = if mark == '.' {
                Day::Full(full_date(year, second, first)?)
            } else {
                Day::Figures { first, second, year: Some(year) }
            };
            Some((day, rest))
        }
        // `30.01.`: a day without its year, in languages that end it with a stop.
        (2, 2, None) if mark == '.' && rest.starts_with('.') && !rest[1..].starts_with(char::is_alphanumeric) => {
            let (day, month) = (first.parse().ok()?, second.parse().ok()?);
            full_date(2000, month, day).map(|_| (Day::OfYear { month, day }, &rest[1..]))
        }
        // `4/21/23`: no other reading has a month in its midst.
        (1 | 2, 2, Some((third, rest))) if mark == '/' && third.len() == 2 && ends(rest) && !rest.starts_with('/') => {
            let (month, day, year) = (first.parse().ok()?, second.parse().ok()?, third.parse::<i16>().ok()?);
            (day > 12).then_some(())?;
            Some((Day::Full(full_date(2000 + year, month, day)?), rest))
        }
        (1 | 2, 1 | 2, None)
            if (mark == '/' || (mark == '-' && is_before_clock(rest))) && ends(rest) && !rest.starts_with('/') =>
        {
            Some((Day::Figures { first: first.parse().ok()?, second: second.parse().ok()?, year: None }, rest))
        }
        _ => None,
    }
}

/// Whether a time follows, as after the numbers in `12-05 16:21`.
fn is_before_clock(rest: &str) -> bool {
    let clock = rest.trim_start_matches([' ', 'T']);
    clock.len() < rest.len() && clock.split(':').take(2).all(|part| part.starts_with(is_figure)) && clock.contains(':')
}

/// `2026年3月5日`, `3月5日（木）`, `2026년 3월 5일`.
fn in_characters(text: &str) -> Option<(Day, &str)> {
    let unit = |text, units: [char; 2]| -> Option<(i16, &str)> {
        let (digits, rest) = number(text)?;
        Some((digits.parse().ok()?, rest.trim_start().strip_prefix(units)?.trim_start()))
    };
    // The years of an era are counted from the one before its first: 令和8年 is 2026.
    let era = [("令和", 2018), ("平成", 1988)]
        .into_iter()
        .find_map(|(name, before)| Some((text.strip_prefix(name)?, before)));
    let (counted, before) = era.unwrap_or((text, 0));
    let (year, rest) =
        unit(counted, ['年', '년']).map_or((None, text), |(year, rest)| (Some(year.saturating_add(before)), rest));
    let (month, rest) = unit(rest, ['月', '월'])?;
    let (digits, rest) = number(rest)?;
    let rest = rest.trim_start().strip_prefix(['日', '일', '号'])?;
    let (month, day) = (i8::try_from(month).ok()?, digits.parse().ok()?);
    let weekday = rest.strip_prefix(['(', '（']).and_then(|rest| rest.split_once([')', '）']));
    let rest = weekday.filter(|(inner, _)| inner.chars().count() == 1).map_or(rest, |(_, rest)| rest);
    match year {
        Some(year) => Some((Day::Full(full_date(year, month, day)?), rest)),
        None => full_date(2000, month, day).map(|_| (Day::OfYear { month, day }, rest)),
    }
}

fn with_month(text: &str) -> Option<(Day, &str)> {
    if let Some((month, rest)) = month(text, |rest| rest.trim_start_matches(['.', ' ']).starts_with(is_figure)) {
        let written = rest.trim_start_matches(['.', ' ']);
        let (day, rest) = ordinal(written)?;
        // `Oct 28 2030:` may be a time, `Oct 28, 2030:` and `Oct 28th 2030:` are not.
        let has_ending = written[..written.len() - rest.len()].ends_with(char::is_alphabetic);
        let is_year = has_ending || rest.trim_start().starts_with(',');
        return Some(with_year(month, day, rest, is_year));
    }
    let (day, rest) = ordinal(text)?;
    let mark = rest.chars().next().filter(|mark| matches!(mark, '/' | '-'));
    let rest = rest.trim_start_matches([' ', '-', '.', '/']);
    let (month, rest) = month(past_of(rest), |_| true)?;
    // `07/Mar/24`
    let short = mark.and_then(|mark| number(rest.strip_prefix(mark)?)).filter(|(year, _)| year.len() == 2);
    if let Some((year, rest)) = short.filter(|(_, rest)| !rest.starts_with(['/', '-'])) {
        return Some((Day::Full(full_date(2000 + year.parse::<i16>().ok()?, month, day)?), rest));
    }
    Some(with_year(month, day, rest.strip_prefix('.').unwrap_or(rest), true))
}

fn past_of(text: &str) -> &str {
    ["of ", "de "].iter().find_map(|of| text.strip_prefix(of)).unwrap_or(text)
}

fn with_year(month: i8, day: i8, rest: &str, before_colon: bool) -> (Day, &str) {
    let after = past_of(rest.trim_start_matches([',', ' ', '-', '/']));
    let ends = |rest: &str| !rest.starts_with(':') || (before_colon && !rest[1..].starts_with(is_figure));
    let full = number(after).filter(|(year, rest)| year.len() == 4 && ends(rest));
    let full = full.and_then(|(year, rest)| Some((full_date(year.parse().ok()?, month, day)?, rest)));
    full.map_or((Day::OfYear { month, day }, rest), |(date, rest)| (Day::Full(date), past_year_word(rest)))
}

/// Skips a word that marks the year, as in `2026 г.` and `2026 r.`.
fn past_year_word(rest: &str) -> &str {
    [" года", " г.", " r.", " roku"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest)
}

/// A month, and the rest of the text. `may_follow` checks what follows a name in another language.
fn month(text: &str, may_follow: impl Fn(&str) -> bool) -> Option<(i8, &str)> {
    let (name, rest) = word(text)?;
    if let Some(n) = is_name_of(name, &MONTHS, 3) {
        return Some((i8::try_from(n).ok()? + 1, rest));
    }
    if !may_follow(rest) {
        return None;
    }
    let name = name.to_lowercase();
    let (month, _) = calendar::MONTHS.iter().find(|(_, names)| names.contains(&name.as_str()))?;
    Some((*month, rest))
}

fn is_figure(c: char) -> bool {
    c.is_ascii_digit()
}

/// `5`, `5th`, up to 31.
fn ordinal(text: &str) -> Option<(i8, &str)> {
    let (digits, rest) = number(text)?;
    let day: i8 = digits.parse().ok().filter(|day| (1..=31).contains(day) && digits.len() <= 2)?;
    let rest = ["st", "nd", "rd", "th", "er", "º"].iter().find_map(|end| rest.strip_prefix(end)).unwrap_or(rest);
    // `5:30` is a time.
    let clock = rest.strip_prefix(':').is_some_and(|text| text.starts_with(is_figure));
    (!clock && !rest.starts_with(char::is_alphanumeric)).then_some((day, rest))
}

fn number(text: &str) -> Option<(&str, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    (end > 0).then(|| text.split_at(end))
}

fn word(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// Which of the names a word is, in full or shortened.
fn is_name_of(word: &str, names: &[&str], fewest: usize) -> Option<usize> {
    let word = word.to_lowercase();
    let short = word == "sept" || word.len() == fewest || word.len() == 4;
    names.iter().position(|name| *name == word || (short && word.len() >= fewest && name.starts_with(&word)))
}

fn full_date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok().filter(|date| YEARS.contains(&date.year()))
}

#[cfg(test)]
mod tests;
