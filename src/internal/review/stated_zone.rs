//! The zone that a heading, a note or a label states for all the times of a list: `Timeline (UTC)`, `All times in CET`.
//!
//! In: a text. Out: its zone, where a whole phrase says so. A text that only mentions a zone states none: `the vendor's log is in UTC,
//! ours is not`, `2 h ahead of UTC`.

use jiff::civil::Time;

use super::Review;
use super::labelled::lines::{at_top, without_struck};
use super::labelled::ranked::{labelled, parts};
use super::languages::names;
use super::languages::timelines::is_character;
use super::languages::words::words;
use super::timeline_moments::Line;
use super::written_day;
use super::written_time;
use base::zones::{self, Zone};
use markdown::plain_text;

/// Stands for a zone in a text whose other words are looked at.
const ZONE: char = '\u{fffc}';

/// What stands between clauses.
const MARKS: [char; 20] =
    ['(', ')', '[', ']', '（', '）', ',', ';', ':', '，', '、', '；', '：', '|', '–', '—', '-', '·', '*', '/'];

/// The zone that a heading states. Its first words tell what the heading is of.
pub(super) fn in_heading(text: &str) -> Option<Zone> {
    let masked = masked(text);
    let clauses: Vec<&str> = masked.split(MARKS).collect();
    let states = |(n, clause): (usize, &&str)| {
        clause.contains(ZONE)
            && (is_statement(clause) || n == 0 && !clause.contains(['?', '？']) && !names::says("zone doubt", clause))
    };
    if clauses.iter().enumerate().any(states) { zones::stated_in(text) } else { of_city(text) }
}

/// The zone of a city alone after words for times: `Hora (Bogotá)`, `Times are local (Wellington)`.
fn of_city(text: &str) -> Option<Zone> {
    let clauses: Vec<&str> = text.split(MARKS).collect();
    let says_times = |clause: &str| is_statement(clause) && names::says("zone times", clause);
    let city = |pair: &[&str]| zones::of_city(pair[1]).filter(|_| says_times(pair[0]));
    clauses.windows(2).find_map(city).map(Zone::One)
}

/// The zone that a sentence of a text in Markdown states: one of its lines, or one over several lines.
pub(super) fn in_note(text: &str) -> Option<Zone> {
    let lines: Vec<_> = text.lines().map(plain_text).collect();
    stated_once(&lines.join("\n")).or_else(|| stated_once(&lines.join(" ")))
}

fn stated_once(text: &str) -> Option<Zone> {
    let mut stated = sentences(text).filter_map(in_sentence);
    let first = stated.next()?;
    Some(if stated.all(|zone| zone == first) { first } else { Zone::Several(text.trim().to_owned()) })
}

fn in_sentence(sentence: &str) -> Option<Zone> {
    // Most sentences name no zone.
    let Some(zone) = zones::stated_in(sentence) else { return of_city(sentence) };
    let masked = masked(sentence);
    if masked.split(MARKS).all(is_statement) {
        return Some(zone);
    }
    // `All times are CET; the log is in UTC`: the zone is that of the clause which says so.
    let mut before = 0;
    let mut above = "";
    for clause in masked.split(MARKS) {
        let count = clause.matches(ZONE).count();
        // `the times below are local (MEZ)`, `times as seen by the exporting user, Europe/Lisbon`
        let is_of_above = count == 1 && clause.trim().chars().eq([ZONE]) && begins_with_times(above);
        above = clause;
        if is_of_above || (count > 0 && is_statement(clause) && names::says("zone times", clause)) {
            let own = zones::all_in(sentence).into_iter().nth(before).map(|(zone, _)| zone);
            return own.filter(|_| count == 1).or(Some(zone));
        }
        before += count;
    }
    None
}

/// Whether a clause begins with words for times, and doubts nothing.
fn begins_with_times(clause: &str) -> bool {
    let words = words(clause);
    let is_about = |word: &str| names::is("zone times", word) || is_plain(word);
    let lead: Vec<&str> = words.split(' ').take_while(|word| is_about(word)).collect();
    lead.iter().any(|word| names::is("zone times", word)) && !names::says("zone doubt", clause)
}

/// A text with its zones masked, and without its days.
fn masked(text: &str) -> String {
    let mut masked = String::new();
    let mut end = 0;
    for (_, at) in zones::all_in(text) {
        masked.push_str(&without_days(&text[end..at.start]));
        masked.push_str(" \u{fffc} ");
        end = at.end;
    }
    masked + &without_days(&text[end..])
}

/// A text without its days: `All times are UTC on 2023-02-11` says of the zone what it says without the day.
fn without_days(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        if let Some((_, _, after)) = written_day::span(rest).filter(|_| !kept.ends_with(char::is_alphanumeric)) {
            kept.push(' ');
            rest = after;
            continue;
        }
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let next = rest[end..].chars().next().map_or(0, char::len_utf8);
        kept.push_str(&rest[..end + next]);
        rest = &rest[end + next..];
    }
    kept
}

/// Whether a clause has no other words than those that state a zone.
fn is_statement(clause: &str) -> bool {
    let mut words = clause.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    !clause.contains(['?', '？']) && words.all(|word| is_plain(&word.to_lowercase()))
}

fn is_plain(word: &str) -> bool {
    if names::is("zone words", word) || names::is("zone times", word) {
        return true;
    }
    // A script without spaces has several words in one.
    let kinds = || names::of("zone words").iter().chain(names::of("zone times"));
    let is_begun = |known: &&String| known.starts_with(is_character) && word.starts_with(known.as_str());
    let longest = kinds().filter(is_begun).map(String::len).max();
    longest.is_some_and(|end| is_plain(&word[end..])) || word.is_empty()
}

/// The sentences of a text, and its lines.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '。', '！', '!']).flat_map(|line| line.split_terminator(". "))
}

/// The zone after a label of its own: `Time zone: UTC+5 (Екатеринбург)`.
pub(super) fn in_label(review: &Review) -> Option<Zone> {
    let found = labelled(review, names::of("label zone"), |value| in_heading(value).is_some())?;
    in_heading(&found.value)
}

/// The zone that labels at the top state: by a label of its own, or after a day and a clock, where the list has the same clock.
pub(super) fn in_labels(review: &Review, lines: &[Line]) -> Option<Zone> {
    if let Some(zone) = in_label(review) {
        return Some(zone);
    }
    let read = |line: &str| {
        let time = written_time::read(&parts(line)?.1)?;
        time.day?;
        Some((time.hours(None)?, time.zone.clone()?))
    };
    let stated: Vec<_> = at_top(review).filter_map(|(_, line)| read(&without_struck(line))).collect();
    let (_, first) = stated.first()?;
    // Seconds may be written in one place alone.
    let dial = |clock: Time| (clock.hour(), clock.minute());
    let clocks: Vec<_> = lines.iter().filter(|line| line.time.zone.is_none()).collect();
    let is_in_list =
        |clock: Time| clocks.iter().filter_map(|line| line.time.hours(line.half)).any(|of| dial(of) == dial(clock));
    let is_one = stated.iter().all(|(_, zone)| zone == first);
    (is_one && stated.iter().any(|(clock, _)| is_in_list(*clock))).then(|| first.clone())
}

#[cfg(test)]
mod tests {
    use super::{in_heading, in_note};
    use base::zones::Zone;

    fn shown(zone: Option<Zone>) -> String {
        match zone {
            None => "none".to_owned(),
            Some(Zone::Several(_)) => "several".to_owned(),
            Some(Zone::One(zone)) => zone.to_offset("2026-01-01T00:00Z".parse().unwrap()).to_string(),
        }
    }

    #[test]
    fn a_heading_states_a_zone_by_a_whole_phrase() {
        for (text, wanted) in [
            ("Timeline (UTC)", "+00"),
            ("Outage Timeline All Times CET", "+01"),
            ("Timeline of the Redis outage, in UTC", "+00"),
            ("Timeline (all times UTC-3)", "-03"),
            ("Timeline (approx., UTC)", "+00"),
            ("Timeline (PST (UTC-7))", "-07"),
            ("Time (GMT–3)", "-03"),
            ("Hora (UTC)", "+00"),
            ("Hora (Bogotá)", "-05"),
            ("Déroulement (heures de Paris, soit UTC + 2)", "+02"),
            ("Chronologie (heure de Paris)", "+01"),
            ("Przebieg zdarzeń (czas lokalny, Warszawa)", "+01"),
            ("時系列（日本時間）", "+09"),
            ("Timeline (times in UTC unless marked)", "+00"),
            ("Timeline (UTC, CEST in brackets)", "several"),
            ("Timeline (PDT; UTC is 7 h ahead)", "several"),
        ] {
            assert_eq!(shown(in_heading(text)), wanted, "{text}");
        }
        for text in [
            "Timeline (not UTC)",
            "Timeline not in UTC",
            "Timeline (UTC?)",
            "Timeline (UTC to be confirmed)",
            "Timeline (2 h ahead of UTC)",
            "Timeline (all times are local, add 7 for UTC)",
            "Zeitleiste (nicht UTC)",
            "Chronologie (UTC à vérifier)",
            "Timeline (graph of the CET office)",
            "Timeline (Bogotá)",
            "Outage in Berlin",
        ] {
            assert_eq!(shown(in_heading(text)), "none", "{text}");
        }
    }

    #[test]
    fn a_sentence_states_a_zone_for_all_times_only_where_it_says_so() {
        for (text, wanted) in [
            ("All times are in UTC.", "+00"),
            ("All times UTC", "+00"),
            ("All times Europe/Berlin unless said otherwise.", "+01"),
            ("All times in Central European Time (CET)", "+01"),
            ("All times in PST, on February 5th 2019", "-08"),
            ("We paged nobody. Times are UTC -3.", "-03"),
            ("(all times in CET)", "+01"),
            ("The list below is long (all times UTC).", "+00"),
            ("Please note that all timestamps below are given in JST unless stated otherwise.", "+09"),
            ("Alle Zeiten in MEZ.", "+01"),
            ("Alle Uhrzeiten sind in UTC angegeben", "+00"),
            ("Toutes les heures sont en UTC.", "+00"),
            ("Todas las horas están en UTC", "+00"),
            ("Horários em UTC.", "+00"),
            ("Tutti gli orari sono in UTC", "+00"),
            ("Orari italiani (CEST).", "+02"),
            ("Wszystkie godziny w UTC", "+00"),
            ("Всё время указано в UTC", "+00"),
            ("Tijden in Nederlandse tijd.", "+01"),
            ("時刻はすべて日本時間です。", "+09"),
            ("所有时间均为北京时间。", "+08"),
            ("모든 시각은 한국 시간입니다.", "+09"),
            ("All times are UTC. All times are CET.", "several"),
            ("All times are CET; the raw log further below is in UTC.", "+01"),
            ("The raw log is in UTC; all times here are CET.", "+01"),
            ("Die Geräte protokollieren in UTC, die folgenden Angaben sind Ortszeit (MEZ).", "+01"),
            ("9 April (times as seen by the exporting user, Europe/Lisbon)", "+00"),
            ("All times are UTC on 2023-02-11.", "+00"),
            ("Heures locales (CEST), samedi 14 mai 2022.", "+02"),
            ("Время московское (UTC+3).", "+03"),
            ("Day 0 is the date above; clocks are UTC+1.", "+01"),
            ("We write a short block for each. Times are local (Wellington).", "+13"),
        ] {
            assert_eq!(shown(in_note(text)), wanted, "{text}");
        }
        for text in [
            "The vendor's log is in UTC, ours is not.",
            "See also the graph (in UTC).",
            "The server moved from UTC to local time that night.",
            "Times are 2 h ahead of UTC.",
            "Times from the log of the vendor are off (UTC).",
            "Times are local (see above).",
            "We met at that time (Berlin).",
            "Times are UTC?",
            "It began at 10:00 UTC.",
            "Die Datenbank läuft in UTC.",
            "Serwer bazy danych miał strefę UTC.",
            "We asked the office in CET hours.",
        ] {
            assert_eq!(shown(in_note(text)), "none", "{text}");
        }
    }
}
