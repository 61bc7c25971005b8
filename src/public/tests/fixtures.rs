//! Postmortems for tests: a full one with pictures, a preliminary one, one in German, one in Hebrew with a very long
//! title, a minimal one, and a withdrawn one.

use std::sync::Arc;

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};

use super::super::{
    Asset, Change, Masthead, Meaning, Measure, MeasureState, Moment, Month, Named, Passage, Picture, Postmortem,
    Revised, Section, Severity, Standing, Version,
};
use super::clearing::{cleared, slug};
use clearance::Slug;

/// The name of the only picture.
const PICTURE: &str = "0123456789abcdef0123456789abcdef.png";

fn named(label: &str) -> Named {
    Named { slug: Slug::of(&cleared(label)).unwrap(), label: cleared(label) }
}

fn section(name: &'static str, text: &str) -> Section {
    Section { name, text: cleared(text) }
}

fn moment(at: &str, effect: &'static str, what: &str) -> Moment {
    Moment { at: at.parse().unwrap(), effect, what: cleared(what) }
}

fn measure(what: &str, state: MeasureState, due: Option<Month>) -> Measure {
    Measure { what: cleared(what), state, due }
}

fn severity(label: &str, role: &'static str) -> Severity {
    Severity { label: cleared(label), meaning: Some(Meaning::written(cleared("Major functionality broken."))), role }
}

pub(super) fn masthead() -> Masthead {
    Masthead {
        title: cleared("Service reports"),
        description: cleared("What went wrong on our boats and on our systems, why, and what we do about it."),
        organisation: cleared("Nine Sounds Ferries"),
        base_url: Some(cleared("https://status.ninesounds.example/reports/")),
        contact: Some(cleared("mailto:hello@ninesounds.example")),
        language: cleared("en"),
        timezone: Some(cleared("Europe/Oslo")),
    }
}

/// A picture that looks like the screenshot of a graph.
pub(super) fn picture() -> Picture {
    let (width, height) = (960_u32, 300_u32);
    let image = RgbImage::from_fn(width, height, |x, y| {
        let rise = if (300..640).contains(&x) { 180 } else { 40 };
        let line = height - rise - (x * 7919 % 23);
        if y.abs_diff(line) < 3 {
            Rgb([10, 90, 112])
        } else if y % 60 == 0 {
            Rgb([220, 220, 220])
        } else {
            Rgb([255; 3])
        }
    });
    let mut png = Vec::new();
    PngEncoder::new(&mut png).write_image(image.as_raw(), width, height, ExtendedColorType::Rgb8).unwrap();
    let written = site::picture::reencode(&png).unwrap();
    Picture { file: cleared(PICTURE), bytes: Arc::from(written.bytes) }
}

pub(super) fn full() -> Postmortem {
    Postmortem {
        slug: slug("bookings-2026-03-02"),
        aliases: vec![cleared("postmortems/bookings-march/index.html"), cleared("incidents/2026/bookings.html")],
        title: cleared("Bookings slow and failing on the first day of spring sailings"),
        date: "2026-03-02".parse().unwrap(),
        severity: Some(severity("Sev 2", "major")),
        standing: Some(Standing::Monitoring),
        services: vec![named("Bookings"), named("Tickets and Puffin cards")],
        tags: vec![named("database"), named("failover")],
        version: Version::Final,
        changes: vec![
            Change {
                on: "2026-03-20".parse().unwrap(),
                note: cleared("Added what we learned, and the dates of two measures."),
            },
            Change { on: "2026-03-05".parse().unwrap(), note: cleared("First published.") },
        ],
        revised: vec![Revised { on: "2026-03-20".parse().unwrap(), fields: vec!["learnings", "countermeasures"] }],
        span: Some(Passage {
            from: "2026-03-02T07:00:00Z".parse().unwrap(),
            to: "2026-03-02T08:25:00Z".parse().unwrap(),
        }),
        lasted: Some(5100),
        sections: vec![
            section(
                "summary",
                "On Monday morning, booking a crossing took up to forty seconds, and about one booking in five failed. \
                No booking was lost and nobody was charged twice. The cause was a *standby database* that had fallen behind and was \
                put in charge by a routine switch.",
            ),
            section("severity", "Major functionality broken, while boats sailed on time."),
            section(
                "customer-impact",
                "- 1,840 people tried to book; **372** saw an error.\n- Bookings made by phone were not affected.\n\n\
                Everyone whose card was reserved but not charged has had the reservation released.",
            ),
            section("services-impacted", "Bookings and ticket printing. Timetables and travel alerts worked."),
            section(
                "timeline",
                "![A graph of waiting times](/assets/pictures/0123456789abcdef0123456789abcdef.png)\n\nThe queue, \
                as [our status page](https://status.ninesounds.example/history) showed it that morning. See also [the steps](#the-steps).\n\n\
                ## The steps\n\nAll of them were taken by a first responder and a database engineer.",
            ),
            section(
                "contributing-factors",
                "1. The standby had been behind for eleven days, and the check that says so looked at the wrong \
                machine.\n2. The switch is rehearsed at night, when nothing would have shown.\n3. Retries of the booking page \
                made the queue three times as long.[^1]\n\n[^1]: Each page asked again after two seconds, without a pause that grows.",
            ),
            section(
                "resolution",
                "We switched back to the first database, and then:\n\n```sql\nSELECT pg_wal_replay_resume();\n```\n\n\
                | step | took |\n|---|--:|\n| switching back | 4 min |\n| catching up | 31 min |",
            ),
            section(
                "learnings",
                "A rehearsal at the quietest hour rehearses the quietest hour. We learned more from [the outage in \
                January](/postmortems/login-2026-01-15/) than from a year of green checks.",
            ),
        ],
        timeline: vec![
            moment("2026-03-02T07:00:00Z", "negative", "A routine switch puts the standby database in charge."),
            moment("2026-03-02T07:10:00Z", "negative", "Bookings take **forty seconds**; the first errors."),
            moment("2026-03-02T07:15:00Z", "neutral", "A passenger calls; a first responder begins to look."),
            moment("2026-03-02T07:35:00Z", "negative", "Retries make the queue longer."),
            moment("2026-03-02T07:50:00Z", "positive", "We switch back to the first database."),
            moment("2026-03-02T08:25:00Z", "positive", "Bookings are as fast as before."),
        ],
        measures: vec![
            measure("The check looks at the machine that it names.", MeasureState::Completed, None),
            measure("The booking page waits longer before each retry.", MeasureState::Completed, None),
            measure(
                "Rehearse the switch on a weekday at noon.",
                MeasureState::Planned,
                Some(Month { year: 2026, month: 6 }),
            ),
            measure("Show the age of the standby on the wall display.", MeasureState::Planned, None),
        ],
        assets: vec![Asset {
            file: cleared(PICTURE),
            alt: cleared("Waiting times rose from 2 to 40 seconds at 07:00 and fell at 07:50."),
            width: 960,
            height: 300,
        }],
        withdrawn: None,
        approved: "2026-03-20".parse().unwrap(),
    }
}

/// A postmortem with only the required fields.
pub(super) fn bare() -> Postmortem {
    Postmortem {
        slug: slug("quay-displays-2024-11-30"),
        aliases: Vec::new(),
        title: cleared("Quay displays blank for a minute"),
        date: "2024-11-30".parse().unwrap(),
        severity: None,
        standing: None,
        services: Vec::new(),
        tags: Vec::new(),
        version: Version::Final,
        changes: Vec::new(),
        revised: Vec::new(),
        span: None,
        lasted: None,
        sections: vec![section("summary", "All quay displays were blank for about a minute.")],
        timeline: Vec::new(),
        measures: Vec::new(),
        assets: Vec::new(),
        withdrawn: None,
        approved: "2024-12-02".parse().unwrap(),
    }
}

pub(super) fn preliminary() -> Postmortem {
    Postmortem {
        slug: slug("login-2026-01-15"),
        title: cleared("Signing in failed for one hour & a half"),
        date: "2026-01-15".parse().unwrap(),
        severity: Some(severity("Sev 1", "critical")),
        services: vec![named("Sign-in")],
        tags: vec![named("certificates")],
        version: Version::Preliminary,
        span: Some(Passage {
            from: "2026-01-14T23:20:00Z".parse().unwrap(),
            to: "2026-01-15T00:50:00Z".parse().unwrap(),
        }),
        lasted: Some(5400),
        sections: vec![
            section(
                "summary",
                "Nobody could sign in for an hour and a half around midnight. A certificate ended an hour early.",
            ),
            section("duration", "Some saw it until two o'clock, because their browser remembered the failure."),
        ],
        timeline: vec![
            moment("2026-01-14T23:20:00Z", "negative", "Signing in fails for everyone."),
            moment("2026-01-15T00:50:00Z", "positive", "A new certificate is in place."),
        ],
        measures: vec![measure("Renew a month ahead.", MeasureState::Planned, Some(Month { year: 2026, month: 2 }))],
        approved: "2026-01-16".parse().unwrap(),
        ..bare()
    }
}

fn german() -> Postmortem {
    Postmortem {
        slug: slug("neun-tage-2025-08-21"),
        title: cleared("Überlast: neun Tage auf einem Bein"),
        date: "2025-08-21".parse().unwrap(),
        severity: Some(severity("Sev 4", "low")),
        services: vec![named("Tide and weather notices"), named("Bookings")],
        tags: vec![named("weather")],
        span: Some(Passage {
            from: "2025-08-12T06:00:00Z".parse().unwrap(),
            to: "2025-08-21T10:30:00Z".parse().unwrap(),
        }),
        lasted: Some(793_800),
        sections: vec![
            section(
                "summary",
                "Neun Tage lang lief die Vorhersage auf nur einer von zwei Maschinen. Fahrgäste haben davon nichts bemerkt.",
            ),
            section("countermeasures", "Wir prüfen **täglich**, ob beide Maschinen antworten."),
        ],
        approved: "2025-08-30".parse().unwrap(),
        ..bare()
    }
}

fn endless() -> Postmortem {
    let title = "הודעות על איחורים לא הגיעו לנוסעים במשך ארבעים דקות \
        and messages about delays did not reach passengers at Kirkay, Hesta, North Quay, the Sound, Brim, Ostra, St Brannoc and \
        Farrow, while the displays on board went on saying that everything was on time, which it was not, for the forty minutes \
        between the warning and the gale";
    Postmortem {
        slug: slug("alerts-2026-03-02"),
        title: cleared(title),
        date: "2026-03-02".parse().unwrap(),
        severity: Some(severity("Sev 5", "info")),
        services: vec![named("Travel alerts")],
        tags: vec![named("messaging"), named("weather")],
        sections: vec![
            section("summary", "הודעות לא נשלחו בגלל תור מלא. </script><script>alert(1)</script> `<b>` & co"),
            section("learnings", "תור בלי גבול הוא לא תור."),
        ],
        timeline: vec![moment("2026-03-02T18:00:00Z", "neutral", "התור מלא; `ERR_QUEUE_FULL`.")],
        approved: "2026-03-03".parse().unwrap(),
        ..bare()
    }
}

/// A withdrawn postmortem.
pub(super) fn withdrawn() -> Postmortem {
    Postmortem {
        slug: slug("wrong-ship-2025-05-01"),
        title: cleared("A sailing that another ship made"),
        date: "2025-05-01".parse().unwrap(),
        sections: Vec::new(),
        withdrawn: Some(cleared(
            "It told of another ship. What we know now stands in [the account](/postmortems/bookings-2026-03-02/).",
        )),
        approved: "2025-06-02".parse().unwrap(),
        ..bare()
    }
}

/// In no particular order.
pub(super) fn all() -> (Vec<Postmortem>, Vec<Picture>) {
    (vec![bare(), full(), withdrawn(), german(), endless(), preliminary()], vec![picture()])
}
