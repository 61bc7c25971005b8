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
use super::timeline_moments::Line;
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
    if clauses.iter().enumerate().any(states) { zones::stated_in(text) } else { None }
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
    let zone = zones::stated_in(sentence)?;
    let masked = masked(sentence);
    if masked.split(MARKS).all(is_statement) {
        return Some(zone);
    }
    // `All times are CET; the log is in UTC`: the zone is that of the clause which says so.
    let mut before = 0;
    for clause in masked.split(MARKS) {
        let count = clause.matches(ZONE).count();
        if count > 0 && is_statement(clause) && names::says("zone times", clause) {
            let own = zones::all_in(sentence).into_iter().nth(before).map(|(zone, _)| zone);
            return own.filter(|_| count == 1).or(Some(zone));
        }
        before += count;
    }
    None
}

/// A text with its zones masked.
fn masked(text: &str) -> String {
    let mut masked = String::new();
    let mut end = 0;
    for (_, at) in zones::all_in(text) {
        masked.push_str(&text[end..at.start]);
        masked.push_str(" \u{fffc} ");
        end = at.end;
    }
    masked + &text[end..]
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

/// The zone that labels at the top state: by a label of its own, or after a day and a clock, where the list has the same clock.
pub(super) fn in_labels(review: &Review, lines: &[Line]) -> Option<Zone> {
    let of_label = labelled(review, names::of("label zone"), |value| in_heading(value).is_some());
    if let Some(found) = of_label {
        return in_heading(&found.value);
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
        ] {
            assert_eq!(shown(in_note(text)), wanted, "{text}");
        }
        for text in [
            "The vendor's log is in UTC, ours is not.",
            "See also the graph (in UTC).",
            "The server moved from UTC to local time that night.",
            "Times are 2 h ahead of UTC.",
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
