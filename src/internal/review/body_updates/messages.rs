//! Messages of a chat, and comments of a ticket, as updates: a line with who wrote when, and below it what.
//!
//! `**ana** 9:42 AM`, `Ana Silva added a comment - 07/Mar/24 7:05 AM`, `2026-03-05 10:30 - Ana Silva (Work notes)`.

use super::Update;
use super::paragraphs::clock_alone;
use crate::review::body_entries::day_alone;
use crate::review::languages::calendar::WEEKDAYS;
use crate::review::languages::names;
use crate::review::languages::words::words;
use crate::review::written_day::is_weekday;
use crate::review::written_time::{self, WrittenTime};
use crate::review::{Entry, Review};
use markdown::{Block, plain_text};

/// Fewer may be labels with a clock after them.
const FEWEST: usize = 3;

/// Most words of a name.
const MOST_WORDS: usize = 3;

/// The messages of a text; none where there are few.
pub(super) fn messages(review: &Review) -> Vec<Update> {
    let mut found: Vec<Update> = Vec::new();
    // Whether the line before is that of a message, and its text may stand in a paragraph of its own.
    let mut is_open = false;
    let mut day = None;
    for block in review.blocks.all() {
        let Block::Paragraph { span } = block else {
            is_open = false;
            continue;
        };
        let mut at = span.start;
        let mut is_in_message = is_open;
        is_open = false;
        // The line above, if a message begins with it. Below it stands its text, which may end with a clock.
        let mut above = None;
        for line in review.body().get(span.clone()).unwrap_or_default().split_inclusive('\n') {
            if let Some(said) = day_alone(line.trim().trim_matches(['-', '—', '–', '=', '_'])) {
                (day, is_in_message) = (Some(said), false);
            } else if let Some((name, time)) =
                head(line).filter(|_| above.is_none_or(|above| form(above) == form(line)))
            {
                above = Some(line);
                let time = WrittenTime { day: time.day.or_else(|| day.take()), ..time };
                found.push((time, Entry { who: Some(name), ..Entry::of(String::new()) }, at));
                (is_in_message, is_open) = (true, true);
            } else if let Some((_, entry, _)) = found.last_mut().filter(|_| is_in_message) {
                let joint = if entry.what.is_empty() { "" } else { "\n" };
                entry.what = format!("{}{joint}{}", entry.what, line.trim());
                (is_open, above) = (false, None);
            }
            at += line.len();
        }
    }
    found.retain(|(_, entry, _)| !entry.what.is_empty());
    if found.len() < FEWEST { Vec::new() } else { found }
}

/// The signs of a line apart from its words: the lines above the messages of one chat have the same.
fn form(line: &str) -> String {
    line.chars()
        .filter(|c| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '@' | '.' | '-' | '_' | '\'' | '’'))
        .collect()
}

/// Who wrote a message and when, from the line above it.
fn head(line: &str) -> Option<(String, WrittenTime)> {
    let plain = plain_text(line.trim().trim_end_matches('\\'));
    let plain = plain.trim();
    if !plain.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some(time) = written_time::read(plain).filter(|time| time.clock.is_some() && !time.rest.is_empty()) {
        let rest = time.rest.trim_start_matches(['-', '–', '—', ':', ' ']);
        // `Ana Silva (Work notes)`: without what the text is, the words may be what happened.
        let name = speaker(rest.strip_suffix(')')?.rsplit_once(" (")?.0)?;
        return Some((name, time));
    }
    let starts = plain.match_indices(' ').map(|(at, _)| at);
    starts.take(2 * MOST_WORDS + 2).find_map(|at| {
        let after = plain[at..].trim_matches([' ', '(', '[', ')', ']', '|', '·', '-', '–', '—', ':', ',']);
        let time = clock_alone(after)?;
        Some((speaker(&plain[..at]).filter(|name| may_write(name))?, time))
    })
}

/// Whether what stands before a clock may be somebody: `Deploy started 9:42` tells what happened, and `Monday 9:42` is a time.
fn may_write(name: &str) -> bool {
    let lower = name.to_lowercase();
    let is_day = is_weekday(&lower) || WEEKDAYS.contains(&lower.as_str());
    let last_of_several = name.rsplit_once(' ').map(|(_, last)| last);
    !is_day && last_of_several.is_none_or(|last| !last.starts_with(char::is_lowercase))
}

/// The name of somebody who writes, without words such as *added a comment*; none of a label, as `Started` is one.
fn speaker(text: &str) -> Option<String> {
    const LABELS: [&str; 6] =
        ["label date", "label started", "label detected", "label resolved", "update state", "update lead"];
    let text = text.trim().trim_end_matches(['-', '–', '—', ',', '|', '·', ' ', '(', '[']);
    let says = |name: &String| {
        let end = text.len().checked_sub(name.len())?;
        let is_said = text.is_char_boundary(end) && words(&text[end..]) == *name;
        text.get(..end).filter(|before| is_said && before.ends_with(' '))
    };
    let name = names::of("writes in a chat").iter().find_map(says).unwrap_or(text).trim();
    let is_word = |word: &str| {
        word.starts_with(|c: char| c.is_alphabetic() || c == '@')
            && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '@' | '.' | '-' | '_' | '\'' | '’'))
    };
    let is_label = || LABELS.iter().any(|kind| names::is(kind, &words(name)));
    let count = name.split_whitespace().count();
    ((1..=MOST_WORDS).contains(&count) && name.split_whitespace().all(is_word) && !is_label()).then(|| name.to_owned())
}
