//! Texts made by the program.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde::Serialize;

use super::super::{Meaning, Month};
use super::Href;
use base::text::{count, date_words, duration, iso_duration, one_line, utc_day};
use clearance::{Cleared, Publishable, Slug, sealed::Sealed};
use markdown::{LinkKind, link_definitions, one_paragraph, outline, plain_text};
use site::theme::Theme;

/// A text made of cleared texts, numbers, dates and our own words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(crate) struct Words(String);

impl Sealed for Words {}
impl Publishable for Words {}

impl From<&'static str> for Words {
    fn from(text: &'static str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&Cleared> for Words {
    fn from(text: &Cleared) -> Self {
        Self(text.as_str().to_owned())
    }
}

impl From<&Meaning> for Words {
    fn from(meaning: &Meaning) -> Self {
        Self(meaning.as_str().to_owned())
    }
}

impl From<&Slug> for Words {
    fn from(slug: &Slug) -> Self {
        Self(slug.as_str().to_owned())
    }
}

impl From<Href> for Words {
    fn from(href: Href) -> Self {
        Self(href.as_str().to_owned())
    }
}

impl Words {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// These words with others appended.
    pub(crate) fn and(mut self, more: impl Into<Self>) -> Self {
        self.0.push_str(&more.into().0);
        self
    }

    /// These words, or others if these are empty.
    pub(crate) fn or(self, others: impl Into<Self>) -> Self {
        if self.is_empty() { others.into() } else { self }
    }

    /// `1 postmortem`, `2 postmortems`.
    pub(crate) fn count(n: usize, one: &'static str, many: &'static str) -> Self {
        Self(count(n, one, many))
    }

    pub(crate) fn number(n: impl Into<i128>) -> Self {
        Self(n.into().to_string())
    }

    /// `2 March 2026`.
    pub(crate) fn date(date: Date) -> Self {
        Self(date_words(date))
    }

    /// `March 2026`.
    pub(crate) fn month(date: Date) -> Self {
        Self(date.strftime("%B %Y").to_string())
    }

    /// `2026-03`.
    pub(crate) fn iso_month(Month { year, month }: Month) -> Self {
        Self(format!("{year:04}-{month:02}"))
    }

    /// `47 min`.
    pub(crate) fn duration(seconds: i64) -> Self {
        Self(duration(seconds))
    }

    /// `PT47M`.
    pub(crate) fn iso_duration(seconds: i64) -> Self {
        Self(iso_duration(seconds))
    }

    /// `16:04`, UTC.
    pub(crate) fn clock(at: Timestamp) -> Self {
        Self(at.to_zoned(TimeZone::UTC).strftime("%H:%M").to_string())
    }

    /// `17:04 CET` in another zone, with the day if it differs from the day in UTC: `01:04 CET (3 March)`.
    pub(crate) fn clock_in(at: Timestamp, zone: &TimeZone) -> Self {
        let local = at.to_zoned(zone.clone());
        let day = if local.date() == utc_day(at) { String::new() } else { format!(" ({})", local.strftime("%-d %B")) };
        Self(format!("{} {}{day}", local.strftime("%H:%M"), abbreviation(&local)))
    }

    /// `2 March 2026, 17:04 to 18:25 CET`.
    pub(crate) fn passage_in(from: Timestamp, to: Timestamp, zone: &TimeZone) -> Self {
        let (from, to) = (from.to_zoned(zone.clone()), to.to_zoned(zone.clone()));
        let (first, last) = (abbreviation(&from), abbreviation(&to));
        let first = if first == last { String::new() } else { format!(" {first}") };
        let day = if from.date() == to.date() { String::new() } else { format!("{}, ", date_words(to.date())) };
        let (begun, ended) = (from.strftime("%H:%M"), to.strftime("%H:%M"));
        Self(format!("{}, {begun}{first} to {day}{ended} {last}", date_words(from.date())))
    }

    /// `2026-03-02T16:04:00Z`.
    pub(crate) fn stamp(at: Timestamp) -> Self {
        Self(at.to_zoned(TimeZone::UTC).strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
    }

    /// A Markdown text without its markup, on one line.
    pub(crate) fn plain(markdown: &Cleared) -> Self {
        Self(on_one_line(markdown.as_str()))
    }

    /// The same without the texts of its pictures, which a line of a list does not show.
    pub(crate) fn without_pictures(markdown: &Cleared) -> Self {
        let text = markdown.as_str();
        // Most texts hold no picture, and are read once.
        if !text.contains("![") && !text.contains('<') {
            return Self::plain(markdown);
        }
        let mut kept = String::with_capacity(text.len());
        let mut at = 0;
        for link in outline(text).links.iter().filter(|link| link.kind == LinkKind::Image) {
            kept.push_str(text.get(at..link.span.start).unwrap_or_default());
            at = link.span.end.max(at);
        }
        kept.push_str(&text[at..]);
        Self(on_one_line(&kept))
    }

    /// At most `most` characters, cut at the end of a sentence if one ends in the second half, else after a word.
    pub(crate) fn excerpt(&self, most: usize) -> Self {
        let Some((end, _)) = self.0.char_indices().nth(most) else { return self.clone() };
        let cut = &self.0[..end];
        let sentence = cut
            .rmatch_indices(['.', '!', '?', '。'])
            .map(|(at, mark)| at + mark.len())
            .find(|at| *at > end / 2 && self.0[*at..].starts_with(|c: char| c.is_whitespace() || !c.is_ascii()));
        if let Some(at) = sentence {
            return Self(cut[..at].to_owned());
        }
        let word = cut.rfind(' ').filter(|at| *at > end / 2).unwrap_or(end);
        Self(format!("{}…", cut[..word].trim_end_matches([' ', ',', ';', ':'])))
    }

    /// An address for display: `help@example.com` for `mailto:help@example.com`.
    pub(crate) fn address(address: &Cleared) -> Self {
        let text = address.as_str();
        let bare = ["mailto:", "https://", "http://"].into_iter().find_map(|scheme| text.strip_prefix(scheme));
        Self(bare.unwrap_or(text).trim_end_matches('/').to_owned())
    }

    /// The version of the theme's assets, which changes when one of the files does.
    pub(crate) fn version_of(theme: &Theme) -> Self {
        Self(theme.assets_version().to_owned())
    }
}

/// The words of a text of several blocks, with a mark between them.
fn on_one_line(markdown: &str) -> String {
    let paragraph = format!("{}\n\n{}", one_paragraph(markdown), link_definitions(markdown));
    one_line(&plain_text(&paragraph))
}

/// `CET`, or `UTC+03` if the zone has no abbreviation.
fn abbreviation(at: &Zoned) -> String {
    let short = at.strftime("%Z").to_string();
    if short.starts_with(['+', '-']) { format!("UTC{short}") } else { short }
}

#[cfg(test)]
mod tests {
    use super::Words;

    fn words(text: &'static str) -> Words {
        Words::from(text)
    }

    #[test]
    fn a_time_in_another_zone_names_the_zone_and_another_day() {
        let at = |text: &str| text.parse().unwrap();
        let zone = |name: &str| jiff::tz::TimeZone::get(name).unwrap();
        for (time, name, words) in [
            ("2026-03-02T16:04:00Z", "Europe/Oslo", "17:04 CET"),
            ("2026-07-02T16:04:00Z", "Europe/Oslo", "18:04 CEST"),
            ("2026-03-02T23:04:00Z", "Europe/Oslo", "00:04 CET (3 March)"),
            ("2026-03-02T02:04:00Z", "America/New_York", "21:04 EST (1 March)"),
            ("2026-03-02T16:04:00Z", "America/Sao_Paulo", "13:04 UTC-03"),
        ] {
            assert_eq!(Words::clock_in(at(time), &zone(name)).as_str(), words);
        }
        let oslo = zone("Europe/Oslo");
        let passage = |from: &str, to: &str| Words::passage_in(at(from), at(to), &oslo).as_str().to_owned();
        assert_eq!(passage("2026-03-02T07:00:00Z", "2026-03-02T08:25:00Z"), "2 March 2026, 08:00 to 09:25 CET");
        assert_eq!(passage("2026-10-24T23:30:00Z", "2026-10-25T01:30:00Z"), "25 October 2026, 01:30 CEST to 02:30 CET");
        assert_eq!(
            passage("2026-03-02T22:00:00Z", "2026-03-02T23:25:00Z"),
            "2 March 2026, 23:00 to 3 March 2026, 00:25 CET"
        );
    }

    #[test]
    fn an_excerpt_ends_with_a_sentence_or_a_word() {
        assert_eq!(words("Short.").excerpt(20).as_str(), "Short.");
        assert_eq!(words("It was slow. Then it was not, for hours.").excerpt(20).as_str(), "It was slow.");
        assert_eq!(words("Version 1.2.3 of the thing was bad").excerpt(14).as_str(), "Version 1.2.3…");
        assert_eq!(words("障害が発生しました。原因は不明です。").excerpt(14).as_str(), "障害が発生しました。");
        assert_eq!(words("abcdefghijklmnop").excerpt(4).as_str(), "abcd…");
    }
}
