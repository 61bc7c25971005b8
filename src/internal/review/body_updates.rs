//! Updates of a status page as a timeline: sections such as `Update on July 18`, `Update 17:30 UTC: it runs`, and paragraphs such
//! as `**Resolved** - Mar 5, 16:20 UTC - it runs`.
//!
//! In: a review of a folder without settings, that has no timeline. Out: its updates as entries, the oldest first. The text
//! stays where it stands.

use jiff::Timestamp;
use jiff::civil::{Date, Time};

use super::body_entries::first_text;
use super::body_timeline::finished;
use super::foreign::keys::{Meaning, meaning};
use super::infer::date_in_path;
use super::languages::names;
use super::languages::words::words;
use super::stated_zone;
use super::text::days;
use super::text::headings::label;
use super::timeline_around::day_first_in;
use super::timeline_moments::{Around, Line, times};
use super::written_day::{self, date};
use super::written_time::{self, WrittenTime};
use super::{Entry, Origin, Review, When};
use base::zones::Zone;
use markdown::{Block, Heading, plain_text};

/// A single update may be an addition to a text of another kind.
const FEWEST: usize = 2;

/// Most words of the state of an update.
const MOST_WORDS: usize = 8;

/// A time as written, the text after it, and where it stands.
type Update = (WrittenTime, String, usize);

/// Fills the timeline with the updates, if there are at least two.
pub(super) fn fill(review: &mut Review) {
    let mut updates = Some(sections(review)).filter(|found| !found.is_empty()).unwrap_or_else(|| paragraphs(review));
    let Some(first) = updates.first().map(|(.., at)| Origin::named(*at)) else { return };
    let near = review.date.or_else(|| date_in_path(&review.source));
    let line = |time: &WrittenTime| Line { time: time.clone(), in_day: true, ..Line::default() };
    let mut lines: Vec<_> = updates.iter().map(|(time, ..)| line(time)).collect();
    let (said, zone) = above(review);
    let zone_of_lines = lines.iter().find_map(|line| line.time.zone.clone()).or_else(|| zone.clone());
    let began_and_ended = days_of_keys(review, zone_of_lines.as_ref()).or(said);
    let day = began_and_ended.map(|(began, _)| began);
    let around = Around { near, day, zone, day_first: day_first_in(review), ..Around::default() };
    let mut whens = times(&lines, &around);
    // Over midnight the clocks tell the order and the days only where they end on the day on which the incident did.
    if let Some((began, ended)) = began_and_ended.filter(|(began, ended)| began != ended) {
        let ends = |whens: &[(When, String)], lines: &[Line]| {
            let days: Vec<_> = whens.iter().zip(lines).map(|((when, _), line)| day_of(*when, line, &around)).collect();
            days.first() == Some(&Some(began)) && days.last() == Some(&Some(ended))
        };
        if !ends(&whens, &lines) {
            lines.reverse();
            updates.reverse();
            whens = times(&lines, &around);
        }
        if !ends(&whens, &lines) {
            let around = Around { day: None, ..around };
            lines.reverse();
            updates.reverse();
            whens = times(&lines, &around);
        }
    }
    let entries = lines.iter().zip(whens).zip(updates.iter().map(|(_, text, at)| (text, at)));
    review.timeline = entries
        .map(|((line, (when, stated)), (text, at))| {
            let origin = Some(Origin { at: Some(*at), ..first });
            Entry { origin, ..finished(line, when, stated, Entry::of(text.clone())) }
        })
        .collect();
    review.is_of_updates = true;
    let known: Vec<_> = review.timeline.iter().filter_map(|entry| place(entry.when)).collect();
    if known.windows(2).all(|pair| pair[0] >= pair[1]) && known.first() != known.last() {
        review.timeline.reverse();
    }
}

/// What can be compared of times that are no moments.
fn place(when: When) -> Option<(Date, Option<Time>)> {
    match when {
        When::Day(day) => Some((day, None)),
        When::Clock { day, time, .. } => Some((day?, Some(time))),
        When::Moment(_) | When::Unsure => None,
    }
}

/// The day of an update, in the zone that it is written in.
fn day_of(when: When, line: &Line, around: &Around) -> Option<Date> {
    match (when, line.time.zone.as_ref().or(around.zone.as_ref())) {
        (When::Moment(at), Some(Zone::One(zone))) => Some(at.to_zoned(zone.clone()).date()),
        (when, _) => when.day(),
    }
}

/// The first and the last day, and the zone, that a line above the first heading states: `**June 14-15, 2024.** Eastern Daylight Time.`
fn above(review: &Review) -> (Option<(Date, Date)>, Option<Zone>) {
    let first = review.outline.headings.iter().find(|heading| plain_text(&heading.text) != review.title);
    let until = first.map_or(0, |heading| heading.span.start);
    for block in review.blocks.within(&(0..until)) {
        let Block::Paragraph { span } = block else { continue };
        let text = plain_text(review.body().get(span.clone()).unwrap_or_default());
        if let Some((day, ended, _)) = written_day::span(text.trim()) {
            let date = |day| date(day, None, None);
            let days = date(day).and_then(|began| Some((began, ended.map_or(Some(began), date)?)));
            return (days, stated_zone::in_note(&text));
        }
    }
    (None, None)
}

/// The days on which the front matter says that the incident began and ended.
fn days_of_keys(review: &Review, zone: Option<&Zone>) -> Option<(Date, Date)> {
    // A moment has the day of the clock that the updates are written with.
    let of_moment = |at: Option<Timestamp>| match (at, zone) {
        (Some(at), Some(Zone::One(zone))) => Some(at.to_zoned(zone.clone()).date()),
        _ => None,
    };
    let of = |wanted: &[Meaning]| {
        let is_wanted = |key: &str| meaning(key).is_some_and(|meaning| wanted.contains(&meaning));
        review.extra.iter().filter(|(key, _)| is_wanted(key)).find_map(|(_, value)| days::read(value))
    };
    let began = of(&[Meaning::Date, Meaning::Started]).or_else(|| of_moment(review.moments.started))?;
    let ended = of(&[Meaning::Resolved]).or_else(|| of_moment(review.moments.resolved));
    ended.filter(|ended| *ended >= began).map(|ended| (began, ended))
}

/// The sections whose headings are times of updates; with the last section, if all others are updates.
fn sections(review: &Review) -> Vec<Update> {
    let headings: Vec<_> =
        review.outline.headings.iter().filter(|heading| plain_text(&heading.text) != review.title).collect();
    let times: Vec<_> = headings.iter().map(|heading| time_of_update(&heading.text)).collect();
    if times.iter().flatten().count() < FEWEST {
        return Vec::new();
    }
    let last = times.len() - 1;
    let is_first_notice = |n: usize, heading: &Heading| {
        n == last && label(&heading.text).is_none() && times[..last].iter().all(Option::is_some)
    };
    let update = |(n, heading): (usize, &&Heading)| {
        let time = times[n].clone().or_else(|| is_first_notice(n, heading).then(WrittenTime::default))?;
        let text = review.blocks.within(&heading.own).iter().find_map(|block| first_text(block, review.body()));
        let parts = [time.rest.as_str(), text.unwrap_or_default().trim()];
        let text = parts.into_iter().filter(|part| part.contains(char::is_alphanumeric)).collect::<Vec<_>>().join(": ");
        (!text.is_empty()).then_some((time, text, heading.span.start))
    };
    headings.iter().enumerate().filter_map(update).collect()
}

/// The time in the heading of an update, after words such as *Update on*.
fn time_of_update(heading: &str) -> Option<WrittenTime> {
    let text = plain_text(heading);
    // `13:20: After the update logins fail`
    if let Some(time) = time_at(&text).filter(|time| time.clock.is_some() && !time.rest.is_empty()) {
        return Some(time);
    }
    let mut at = 0;
    let mut words = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let spaced = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        if words > 0
            && let Some(time) = time_at(spaced)
        {
            return Some(time);
        }
        let end = spaced.find(|c: char| !c.is_alphanumeric()).unwrap_or(spaced.len());
        let word = spaced[..end].to_lowercase();
        let is_number = !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
        if !(names::is("update lead", &word) || (is_number && words > 0)) {
            return None;
        }
        words += 1;
        at = text.len() - spaced.len() + end;
    }
    None
}

/// The time at the start of a text.
fn time_at(text: &str) -> Option<WrittenTime> {
    written_time::read(text).filter(WrittenTime::is_timed)
}

/// The paragraphs that begin with a state and have a time, before their text or in their last line.
fn paragraphs(review: &Review) -> Vec<Update> {
    let of_block = |block: &Block| match block {
        Block::Paragraph { span } => {
            let (time, text) = update(review.body().get(span.clone())?.trim())?;
            Some((time, text, span.start))
        }
        _ => None,
    };
    let found: Vec<_> = review.blocks.all().iter().filter_map(of_block).collect();
    if found.len() < FEWEST { Vec::new() } else { found }
}

/// A text up to a call of a template after it.
fn without_call(text: &str) -> &str {
    text.split_once("{{<").map_or(text, |(text, _)| text).trim()
}

/// Whether a text is the state of an incident as status pages name it.
fn is_state(text: &str) -> bool {
    names::is("update state", &words(text))
}

/// The time of a paragraph that is an update, and its text.
fn update(text: &str) -> Option<(WrittenTime, String)> {
    if let Some((state, rest)) = text.split_once('\n').filter(|(state, _)| is_state(&plain_text(state))) {
        let (text, last) = rest.rsplit_once('\n')?;
        let time = written_time::read(last).filter(|time| time.clock.is_some() && time.rest.is_empty())?;
        return Some((time, format!("{}: {}", plain_text(state).trim(), text.trim())));
    }
    let marks = [" - ", " – ", " — "];
    let (at, mark) = marks.iter().filter_map(|mark| Some((text.find(mark)?, *mark))).min_by_key(|(at, _)| *at)?;
    let (state, rest) = (plain_text(&text[..at]), text[at + mark.len()..].trim());
    if !is_state(&state) {
        // `*Resolved 00:55 CEST* - All requests succeed.` A state has few words; a paragraph may have many.
        let ends = state.match_indices(' ').take(MOST_WORDS);
        let parted = ends.map(|(at, _)| state.split_at(at)).find(|(name, _)| is_state(name));
        let (name, time) = parted?;
        let time = written_time::read(time.trim()).filter(|time| time.clock.is_some() && time.rest.is_empty())?;
        return Some((time, format!("{}: {}", name.trim(), without_call(rest))));
    }
    // `*Monitoring* - The rack has power again. {{< track "2025-04-27 22:35:00" >}}`
    if let Some((text, call)) = rest.split_once("{{< track") {
        let written = call.split('"').nth(1)?;
        let time = written_time::read(written).filter(|time| time.clock.is_some() && time.rest.is_empty())?;
        return Some((time, format!("{}: {}", state.trim(), text.trim())));
    }
    let has_clock = |time: &WrittenTime| time.clock.is_some();
    let before = || written_time::read(rest).filter(has_clock).filter(|time| !time.rest.is_empty());
    let behind = || {
        let (text, last) = rest.rsplit_once('\n')?;
        let time = written_time::read(last).filter(has_clock).filter(|time| time.rest.is_empty())?;
        Some(WrittenTime { rest: text.trim().to_owned(), ..time })
    };
    let time = before().or_else(behind)?;
    let text = format!("{}: {}", state.trim(), time.rest);
    Some((time, text))
}

#[cfg(test)]
mod tests {
    use super::super::testing::foreign;
    use super::super::{Entry, Review};

    fn read(text: &str) -> Review {
        foreign("2026-03-05-down.md", text)
    }

    /// The time and the text of each entry.
    fn entries(text: &str) -> Vec<(String, String)> {
        let when = |entry: &Entry| {
            entry.moment().map_or_else(|| entry.when.machine().unwrap_or_default(), |at| at.to_string())
        };
        read(text).timeline.iter().map(|entry| (when(entry), entry.what.clone())).collect()
    }

    fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
        of.iter().map(|(when, what)| ((*when).to_owned(), (*what).to_owned())).collect()
    }

    const TOP: &str = "---\ntitle: Racks down\ndate: 2026-03-05 8:00:00\nresolvedWhen: 2026-03-05 18:00:00\n---\n\n";

    #[test]
    fn sections_are_updates_with_days_or_clocks() {
        let text = "#### Update 2 on March 7 ####\n\nIt runs.\n\n- But slowly.\n\n#### Update as of Mar  6 ####\n\nIt stands.\n\n#### Outage started on March 5 ####\n\nIt fell.\n";
        let wanted = [("2026-03-05", "It fell."), ("2026-03-06", "It stands."), ("2026-03-07", "It runs.")];
        assert_eq!(entries(&format!("{TOP}{text}")), pairs(&wanted));
        let text = "## Update 17:30 Central Time: all runs\n\nIt ends.\n\n## Update 9:10 Central Time\n\nIt stands.\n\n## The racks fell\n\nThey fell.\n";
        let wanted =
            [("", "They fell."), ("2026-03-05T09:10", "It stands."), ("2026-03-05T17:30", "all runs: It ends.")];
        assert_eq!(entries(&format!("{TOP}{text}")), pairs(&wanted));
        let two_days = TOP.replace("05 18", "07 18");
        assert_eq!(entries(&format!("{two_days}{text}"))[1].0, "09:10", "the day is not sure");
    }

    #[test]
    fn paragraphs_are_updates_with_states() {
        let text = "**Resolved** - Mar 5, 16:20 UTC - It runs.\n\n**Investigating** - Mar 5, 15:00 UTC - It fell.\n";
        let wanted =
            [("2026-03-05T15:00:00Z", "Investigating: It fell."), ("2026-03-05T16:20:00Z", "Resolved: It runs.")];
        assert_eq!(entries(&format!("# Down\n\n{text}")), pairs(&wanted));
        let text = "**Resolved** - It runs.\nMar 5, 16:20 UTC\n\n**Monitoring** - It seems to.\nMar 5, 16:00 UTC\n";
        let wanted =
            [("2026-03-05T16:00:00Z", "Monitoring: It seems to."), ("2026-03-05T16:20:00Z", "Resolved: It runs.")];
        assert_eq!(entries(&format!("# Down\n\n{text}")), pairs(&wanted));
    }

    #[test]
    fn updates_over_midnight_have_days_where_their_clocks_end_on_the_last() {
        let top = TOP.replace("05 18", "06 01");
        let text = "*Resolved 00:55 CET* - All runs.\n\n*Identified 23:10 CET* - A feed is down. {{< track \"x\" >}}\n\n*Investigating 22:40 CET* - It fails.\n";
        let wanted = [
            ("2026-03-05T21:40:00Z", "Investigating: It fails."),
            ("2026-03-05T22:10:00Z", "Identified: A feed is down."),
            ("2026-03-05T23:55:00Z", "Resolved: All runs."),
        ];
        assert_eq!(entries(&format!("{top}{text}")), pairs(&wanted));
        let text = "**March 5-6, 2026.** Eastern Standard Time.\n\n#### Update 2 (1:20 a.m.)\n\nIt runs.\n\n#### Update 1 (11:40 p.m.)\n\nIt fell.\n";
        let wanted = [("2026-03-06T04:40:00Z", "It fell."), ("2026-03-06T06:20:00Z", "It runs.")];
        assert_eq!(entries(&format!("---\ntitle: Down\n---\n\n{text}")), pairs(&wanted));
    }

    #[test]
    fn times_of_updates_stand_in_calls_and_before_headings() {
        let text = "*Resolved* - It runs. {{< track \"2026-03-05 17:40:00\" >}}\n\n*Identified* - A feed fell. {{< track \"2026-03-05 15:30:00\" >}}\n";
        let wanted = [("2026-03-05T15:30", "Identified: A feed fell."), ("2026-03-05T17:40", "Resolved: It runs.")];
        assert_eq!(entries(&format!("{TOP}{text}")), pairs(&wanted));
        let text = "#### Update 14:05: Fixed ####\n\nIt runs.\n\n#### 13:20: Log-in fails ####\n\nIt fell.\n";
        let wanted = [("2026-03-05T13:20", "Log-in fails: It fell."), ("2026-03-05T14:05", "Fixed: It runs.")];
        assert_eq!(entries(&format!("{TOP}{text}")), pairs(&wanted));
    }

    #[test]
    fn other_sections_and_paragraphs_are_no_updates() {
        for text in [
            "## Update on March 7\n\nIt runs.\n\n## Root cause\n\nThe fan.\n",
            "## Plans of March 7\n\nOne.\n\n## Plans of March 8\n\nTwo.\n",
            "## Update\n\nIt runs.\n\n## The racks fell\n\nThey fell.\n",
            "**Resolved** - Mar 5, 16:20 UTC - It runs.\n",
            "Resolved - it runs.\n\nMonitoring - it seems to.\n",
        ] {
            assert_eq!(entries(&format!("{TOP}{text}")), [], "{text}");
        }
    }
}
