//! The weekly meeting: when it is, how long, who leads it.

use jiff::civil::{Time, Weekday};

use super::read::{DAYS, address};
use crate::diagnostics::{Code, Diagnostic};
use crate::yaml::{Fields, Node};

/// The meeting in which a week's digest is gone through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// `Learning review`: its name in calendars.
    pub name: String,
    /// In minutes.
    pub length: u32,
    /// Its day in each week.
    pub weekday: Weekday,
    /// When it begins, in the library's time zone.
    pub time: Time,
    /// Where it is held.
    pub link: Option<String>,
    /// Who leads it, in turn, a week each.
    pub facilitators: Vec<String>,
}

impl Default for Meeting {
    fn default() -> Self {
        Self {
            name: "Learning review".to_owned(),
            length: 60,
            weekday: Weekday::Thursday,
            time: Time::constant(14, 0, 0, 0),
            link: None,
            facilitators: Vec::new(),
        }
    }
}

/// What a meeting can be given: less is too short for its agenda, more is a workshop.
const LENGTHS: std::ops::RangeInclusive<u32> = 15..=240;

const KEYS: [&str; 6] = ["name", "length", "weekday", "time", "link", "facilitators"];

/// `meeting: {name, length, weekday, time, link, facilitators}`; each has a default.
pub(super) fn read(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Meeting {
    let silent = Meeting::default();
    let Some(fields) = node.fields(&KEYS, problems) else { return silent };
    Meeting {
        name: fields.text("name", problems).unwrap_or(silent.name),
        length: length(&fields, problems).unwrap_or(silent.length),
        weekday: fields.choice("weekday", &DAYS, problems).unwrap_or(silent.weekday),
        time: time(&fields, problems).unwrap_or(silent.time),
        link: fields.get("link").and_then(|node| address(&node, problems)),
        facilitators: fields.texts("facilitators", problems),
    }
}

fn length(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Option<u32> {
    let node = fields.get("length")?;
    let minutes = node.text(problems)?.parse().ok().filter(|minutes| LENGTHS.contains(minutes));
    if minutes.is_none() {
        let takes = format!("a number of minutes from {} to {}", LENGTHS.start(), LENGTHS.end());
        problems.push(node.problem(Code::WrongType, format!("`meeting.length` takes {takes}")));
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
        let hint = "write it in quotes, as hours and minutes of the library's time zone: `time: \"14:00\"`";
        problems.push(node.problem(Code::InvalidTime, message).hint(hint));
    }
    time
}
