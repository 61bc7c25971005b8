//! The meeting as a calendar file (RFC 5545): a weekly event from this week on, without the days on which it is not held, and
//! this week's event with its lesson. A library without a meeting gets a default one, because the file was asked for.
//!
//! The UID does not depend on the week that the file is made in, and the sequence number grows with the weeks, so that opening
//! a later file updates the series instead of adding a second one.

use super::Address;
use super::ics_lines::{line, text};
use super::name_of;
use super::zone::{self, stamp};
use crate::digest::{Digest, Occasion, facts, plus, series};
use crate::library::Library;

/// Days ahead for which exceptions are written, about ten years: a library may skip its meeting until the year 9999.
const EXCEPTIONS: i64 = 3650;

pub(super) fn write(library: &Library, digest: &Digest, address: Address<'_>) -> String {
    let mut out = String::new();
    let config = &library.config;
    let start = digest.week.day(config.meeting.weekday, config.week_start);
    let occasion = digest.agenda.occasion.or(digest.agenda.next).unwrap_or_else(|| series::on(&config.meeting, start));
    let zone = library.config.zone();
    let named = zone.iana_name().filter(|name| *name != "UTC" && *name != "Etc/UTC").map(str::to_owned);
    let event = Event { library, digest, address, occasion, zone: named.as_deref() };
    line(&mut out, "BEGIN", "VCALENDAR");
    line(&mut out, "VERSION", "2.0");
    line(&mut out, "PRODID", "-//Debrief//Weekly digest//EN");
    line(&mut out, "CALSCALE", "GREGORIAN");
    line(&mut out, "METHOD", "PUBLISH");
    if let Some(name) = &named {
        zone::write(&mut out, &zone, name, occasion.start.date());
    }
    event.series(&mut out);
    if digest.agenda.occasion.is_some() {
        event.this_week(&mut out);
    }
    line(&mut out, "END", "VCALENDAR");
    out
}

struct Event<'a> {
    library: &'a Library,
    digest: &'a Digest,
    address: Address<'a>,
    occasion: Occasion,
    /// `None` is UTC.
    zone: Option<&'a str>,
}

impl Event<'_> {
    /// The properties that all events of the series share, up to the texts.
    fn begin(&self, out: &mut String) {
        let stamped = self.digest.as_of.to_datetime(jiff::civil::Time::midnight());
        line(out, "BEGIN", "VEVENT");
        line(out, "UID", &format!("learning-review.{}@{}", name_of(self.library), self.address.host()));
        line(out, "DTSTAMP", &format!("{}Z", stamp(stamped)));
        line(out, "SEQUENCE", &self.digest.week.ordinal().to_string());
        self.time(out, "DTSTART", self.occasion.start);
        line(out, "DURATION", &format!("PT{}M", self.library.config.meeting.length));
    }

    fn time(&self, out: &mut String, name: &str, at: jiff::civil::DateTime) {
        match self.zone {
            Some(zone) => line(out, &format!("{name};TZID={zone}"), &stamp(at)),
            None => line(out, name, &format!("{}Z", stamp(at))),
        }
    }

    fn series(&self, out: &mut String) {
        let agenda = &self.digest.agenda;
        let page = self.address.of(&["this-week"]);
        self.begin(out);
        line(out, "RRULE", "FREQ=WEEKLY");
        self.exceptions(out);
        text(out, "SUMMARY", &agenda.name);
        // The minutes are those of one week, and stand with it.
        text(out, "DESCRIPTION", &format!("What we learned this week: {page}"));
        self.end(out, &page);
    }

    /// The days of the next years on which the meeting is not held; a later file has the later ones.
    fn exceptions(&self, out: &mut String) {
        let meeting = &self.library.config.meeting;
        let first = self.occasion.start.date();
        for (from, to) in &meeting.skip {
            let from = (*from).max(first);
            let day = plus(from, i64::from(meeting.weekday.since(from.weekday())));
            let to = (*to).min(plus(first, EXCEPTIONS));
            for day in (0..=EXCEPTIONS / 7).map(|n| plus(day, 7 * n)).take_while(|day| *day <= to) {
                self.time(out, "EXDATE", day.to_datetime(meeting.time));
            }
        }
    }

    /// The event of this week, with its agenda and lesson.
    fn this_week(&self, out: &mut String) {
        let (_, page) = self.address.week(self.digest);
        let lesson = self.digest.lesson.as_ref().map(|lesson| &self.library.reviews[lesson.fresh.review]);
        self.begin(out);
        self.time(out, "RECURRENCE-ID", self.occasion.start);
        let name = &self.digest.agenda.name;
        let title = lesson.map_or_else(|| name.clone(), |review| format!("{name}: {}", review.title));
        text(out, "SUMMARY", &title);
        let mut words: Vec<_> = self.digest.quiet.clone().into_iter().collect();
        words.extend(Some(&self.digest.counts).filter(|counts| !counts.is_empty()).map(|counts| format!("{counts}.")));
        words.extend(self.digest.held_over.as_ref().map(|held_over| format!("{held_over}.")));
        let fresh = self.digest.lesson.as_ref().map(|lesson| &lesson.fresh);
        words.extend(fresh.map(|fresh| facts(self.library, fresh, false).join(" · ")));
        words.extend(fresh.and_then(|fresh| fresh.story.happened.clone()));
        words.extend(lesson.and_then(|review| review.lesson.clone()).map(|lesson| format!("Lesson: {lesson}")));
        words.extend([page.clone(), String::new(), self.blocks()]);
        let agenda = &self.digest.agenda;
        words.extend(agenda.facilitator.iter().map(|name| format!("Facilitator: {name}")));
        words.extend(agenda.presentations.iter().map(|presentation| {
            let title = &self.library.reviews[presentation.review].title;
            format!("{title} ({} min), {}", presentation.minutes, presentation.presenters.words())
        }));
        text(out, "DESCRIPTION", &words.join("\n"));
        self.end(out, &page);
    }

    /// The agenda, one line for each block.
    fn blocks(&self) -> String {
        let items = self.digest.agenda.items.iter();
        items.map(|item| format!("{} {} ({} min)", item.at, item.what, item.minutes)).collect::<Vec<_>>().join("\n")
    }

    fn end(&self, out: &mut String, page: &str) {
        if let Some(link) = &self.digest.agenda.link {
            text(out, "LOCATION", link);
        }
        line(out, "URL", page);
        line(out, "TRANSP", "OPAQUE");
        line(out, "END", "VEVENT");
    }
}
