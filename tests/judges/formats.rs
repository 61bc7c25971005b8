//! The digest as e-mail, calendar and chat message, read by other parsers.

use icalendar::{Calendar, CalendarComponent, Component as _};
use mail_parser::MessageParser;
use serde_json::Value;

use super::library::hostile;
use crate::harness::{SiteTest, TODAY, sample};

fn digest(test: &SiteTest, format: &str) -> String {
    let base = "https://reviews.example/a/";
    test.run(&["digest", "library", "--as-of", TODAY, "--base-url", base, "--format", format]).ok().stdout
}

fn libraries() -> [SiteTest; 2] {
    [SiteTest::of(&sample()), hostile()]
}

#[test]
fn an_e_mail_is_read_as_it_was_meant() {
    for test in libraries() {
        let eml = digest(&test, "eml");
        assert!(eml.is_ascii() && eml.split("\r\n").all(|line| line.len() <= 78 && !line.contains(['\n', '\r'])));
        let message = MessageParser::default().parse(eml.as_bytes()).expect("a message");
        let subject = message.subject().expect("a subject");
        assert!(subject.contains(", 2026") && !subject.contains("=?"), "{subject}");
        assert!(message.date().is_some() && message.message_id().is_some() && message.from().is_some());
        assert_eq!((message.text_body_count(), message.html_body_count()), (1, 1));
        let (plain, html) = (message.body_text(0).expect("a text"), message.body_html(0).expect("a page"));
        assert!(plain.contains("https://reviews.example/a/digests/2026-W4"), "{plain}");
        let page = super::html::read(&html);
        assert!(page.errors.is_empty(), "{:?}", page.errors);
        let is_whole = |link: &String| link.starts_with("https://");
        assert!(!page.links.is_empty() && page.links.iter().all(is_whole), "{:?}", page.links);
        let strange = |c: char| c != '\r' && base::text::is_forbidden(c) || matches!(c, '\u{2028}' | '\u{2029}');
        assert!(!plain.contains(strange) && !html.contains(strange));
    }
}

#[test]
fn a_calendar_says_how_long_the_meeting_is_and_not_when_it_ends_on_the_wall() {
    for test in libraries() {
        let ics = digest(&test, "ics");
        assert!(ics.ends_with("END:VCALENDAR\r\n") && ics.split("\r\n").all(|line| line.len() <= 75));
        let calendar: Calendar = ics.parse().unwrap_or_else(|error| panic!("{error}"));
        let events: Vec<_> = calendar.components.iter().filter_map(CalendarComponent::as_event).collect();
        assert_eq!(events.len(), ics.lines().filter(|line| *line == "BEGIN:VEVENT").count());
        assert!(!events.is_empty());
        for event in events {
            assert!(event.get_uid().is_some_and(|uid| uid.ends_with("@reviews.example")));
            assert!(event.get_start().is_some() && event.get_end().is_none());
            let length = event.property_value("DURATION").expect("how long");
            assert!(length.parse::<jiff::Span>().is_ok_and(|span| span.get_minutes() > 0), "{length}");
            assert!(event.get_summary().is_some_and(|summary| !summary.trim().is_empty()));
        }
    }
}

#[test]
fn a_message_for_slack_holds_to_its_limits_and_mentions_nobody() {
    for test in libraries() {
        let message: Value = serde_json::from_str(&digest(&test, "slack")).expect("JSON");
        let blocks = message["blocks"].as_array().expect("blocks");
        assert!(blocks.len() <= 50);
        let mut texts = Vec::new();
        for block in blocks {
            let kind = block["type"].as_str().expect("a kind");
            let (text, most) = match kind {
                "header" => (&block["text"]["text"], 150),
                "section" => (&block["text"]["text"], 3000),
                "context" => (&block["elements"][0]["text"], 2000),
                other => panic!("a block of the kind {other}"),
            };
            let text = text.as_str().expect("a text");
            assert!((1..=most).contains(&text.chars().count()), "{kind}: {text}");
            texts.push((kind, text.to_owned()));
        }
        for (_, text) in texts.iter().filter(|(kind, _)| *kind != "header") {
            for part in text.split('<').skip(1) {
                assert!(part.starts_with("https://") && part.contains('>'), "{text}");
            }
            let bare = ["&amp;", "&lt;", "&gt;"].iter().fold(text.clone(), |text, escape| text.replace(escape, ""));
            let bare: String =
                bare.split('<').map(|part| part.split_once('>').map_or(part, |(_, rest)| rest)).collect();
            assert!(!bare.contains(['&', '<', '>']), "{text}");
        }
    }
}
