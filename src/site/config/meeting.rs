//! The weekly meeting: when it is, how long, who leads it, on which days it is not held.
//!
//! In: `meeting:` of the configuration. Out: [`Meeting`] and every mistake in it. Refuses invalid days and times.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;

use super::keys::{DAYS, address};
use super::read_zone;
use base::diagnostics::{Code, Diagnostic};
use base::yaml::{Fields, Node};

/// The weekly meeting about the digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Whether the library sets it. If not, no meeting is announced.
    pub is_set: bool,
    /// `Learning review`: its name in calendars.
    pub name: String,
    /// In minutes.
    pub length: u32,
    /// Its day in each week.
    pub weekday: Weekday,
    /// When it begins, in its time zone.
    pub time: Time,
    /// Its time zone, where it is not the library's: that of the library is also the zone of times without one in its reviews.
    pub timezone: Option<TimeZone>,
    /// Where it is held.
    pub link: Option<String>,
    /// Who leads it; they take turns by week.
    pub facilitators: Vec<String>,
    /// Days on which it is not held, as ranges from the first to the last day.
    pub skip: Vec<(Date, Date)>,
}

impl Default for Meeting {
    fn default() -> Self {
        Self {
            is_set: false,
            name: "Learning review".to_owned(),
            length: 60,
            weekday: Weekday::Thursday,
            time: Time::constant(14, 0, 0, 0),
            timezone: None,
            link: None,
            facilitators: Vec::new(),
            skip: Vec::new(),
        }
    }
}

impl Meeting {
    /// Whether a meeting that would be on this day is held.
    #[must_use]
    pub fn is_held_on(&self, day: Date) -> bool {
        !self.skip.iter().any(|(first, last)| (*first..=*last).contains(&day))
    }

    /// The day after the meeting, which begins the week that the next meeting ends.
    pub(super) fn day_after(&self) -> Weekday {
        self.weekday.wrapping_add(1_i64)
    }
}

/// The possible lengths in minutes.
const LENGTHS: std::ops::RangeInclusive<u32> = 15..=240;

const KEYS: [&str; 8] = ["name", "length", "weekday", "time", "timezone", "link", "facilitators", "skip"];

/// `meeting: {name, length, weekday, time, timezone, link, facilitators, skip}`; each has a default.
pub(super) fn read(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Meeting {
    let silent = Meeting { is_set: true, ..Meeting::default() };
    let Some(fields) = node.fields(&KEYS, problems) else { return silent };
    Meeting {
        is_set: true,
        name: fields.text("name", problems).unwrap_or(silent.name),
        length: length(&fields, problems).unwrap_or(silent.length),
        weekday: fields.choice("weekday", &DAYS, problems).unwrap_or(silent.weekday),
        time: time(&fields, problems).unwrap_or(silent.time),
        timezone: fields.get("timezone").and_then(|node| read_zone(&node, problems)),
        link: fields.get("link").and_then(|node| address(&node, problems)),
        facilitators: fields.names("facilitators", problems),
        skip: skip(&fields, problems),
    }
}

/// `skip:` days, and ranges such as `2026-12-21 to 2027-01-03`.
fn skip(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<(Date, Date)> {
    let Some(node) = fields.get("skip") else { return Vec::new() };
    let mut read = |item: &Node<'_>| {
        let text = item.text(problems)?;
        let (first, last) = text.split_once(" to ").unwrap_or((&text, &text));
        let days = first.trim().parse::<Date>().ok().zip(last.trim().parse::<Date>().ok());
        let is_reversed = days.is_some_and(|(first, last)| first > last);
        let days = days.filter(|_| !is_reversed);
        if days.is_none() {
            let (what, hint) = if is_reversed {
                ("ends before it begins", format!("write the earlier day first: `{} to {}`", last.trim(), first.trim()))
            } else {
                let hint = "write a day as `2026-12-24`, and several as `2026-12-21 to 2027-01-03`";
                ("is no day and no stretch of days", hint.to_owned())
            };
            let message = format!("`{}` is `{text}`, which {what}", item.name());
            problems.push(item.problem(Code::InvalidTime, message).hint(hint));
        }
        days
    };
    node.items().iter().filter_map(&mut read).collect()
}

fn length(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Option<u32> {
    let node = fields.get("length")?;
    let minutes = node.text(problems)?.parse().ok().filter(|minutes| LENGTHS.contains(minutes));
    if minutes.is_none() {
        let takes = format!("a number of minutes from {} to {}", LENGTHS.start(), LENGTHS.end());
        problems
            .push(node.problem(Code::WrongType, format!("`meeting.length` takes {takes}")).hint("write `length: 60`"));
    }
    minutes
}

fn time(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Option<Time> {
    let node = fields.get("time")?;
    let text = node.text(problems)?;
    let time = text.split_once(':').and_then(|(hour, minute)| {
        let number = |text: &str| text.parse::<i8>().ok().filter(|_| matches!(text.len(), 1 | 2));
        Time::new(number(hour)?, number(minute)?, 0, 0).ok()
    });
    if time.is_none() {
        let message = format!("`meeting.time` is `{text}`, which is no time of day");
        let hint = "write it in quotes, as hours and minutes of the meeting's time zone: `time: \"14:00\"`";
        problems.push(node.problem(Code::InvalidTime, message).hint(hint));
    }
    time
}
