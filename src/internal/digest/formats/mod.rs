//! The digest in formats other than the site: plain text, Markdown, e-mail, chat message, calendar file. Nothing is sent.
//!
//! In: a library and a [`Digest`]. Out: the text of one file. Plain text and Markdown are written from one
//! [`outline::Outline`], which holds the whole week; e-mail and chat from one [`message::Message`], which is short and names no
//! person. Formats for other programs need absolute addresses and are refused without them.

mod ics;
mod ics_lines;
mod mail;
mod mail_html;
mod markdown;
mod message;
mod mime;
mod mrkdwn;
mod outline;
mod outline_actions;
mod outline_stories;
mod slack;
mod text;
mod unnamed;
mod words;
mod zone;

use super::{Digest, Week};
use crate::library::Library;
use base::links;
use base::text::slug;

/// The format of a digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DigestFormat {
    /// The page of the site.
    Html,
    /// An e-mail, ready to be opened and sent.
    Eml,
    /// Plain text of at most 72 columns.
    Text,
    /// Markdown.
    Md,
    /// A message of blocks for Slack, as JSON.
    Slack,
    /// The meeting, for a calendar.
    Ics,
}

impl DigestFormat {
    /// Each format with the name that selects it, and a description.
    pub const ALL: [(&'static str, Self, &'static str); 6] = [
        ("html", Self::Html, "The page of the site"),
        ("eml", Self::Eml, "An e-mail, text and HTML, to be opened and sent"),
        ("text", Self::Text, "Plain text"),
        ("md", Self::Md, "Markdown"),
        ("slack", Self::Slack, "A message of blocks for Slack"),
        ("ics", Self::Ics, "The meeting, for a calendar"),
    ];

    /// Whether the result is read outside the site, where relative addresses do not work.
    #[must_use]
    pub fn needs_base_url(self) -> bool {
        matches!(self, Self::Eml | Self::Slack | Self::Ics)
    }
}

/// The digest in a format. `None` for the page, which the site renders, and for a format that needs the base URL if there is
/// none.
pub fn write(library: &Library, digest: &Digest, format: DigestFormat) -> Option<String> {
    let address = Address { base: library.config.base_url.as_deref() };
    if format.needs_base_url() && address.base.is_none() {
        return None;
    }
    let outline = || outline::outline(library, digest, address);
    Some(match format {
        DigestFormat::Html => return None,
        // Both are read in terminals.
        DigestFormat::Text => base::text::visible(&text::write(&outline())).into_owned(),
        DigestFormat::Md => base::text::visible(&markdown::write(&outline())).into_owned(),
        DigestFormat::Slack => {
            let message = slack::write(&message::message(library, digest, address));
            base::text::visible_json(&message).into_owned()
        }
        DigestFormat::Eml => mail::write(library, digest, &message::message(library, digest, address), address),
        DigestFormat::Ics => ics::write(library, digest, address),
    })
}

/// `Nine Sounds: week 47, 2026`.
fn title(library: &Library, week: Week) -> String {
    format!("{}: week {}, {}", library.config.title, week.number(), week.year())
}

/// A name for the library that may be used in an id.
fn name_of(library: &Library) -> String {
    let name = slug(&library.config.title);
    let plain = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(32).collect::<String>();
    let plain = plain.trim_matches('-').to_owned();
    if plain.is_empty() { "library".to_owned() } else { plain }
}

/// The address of the site, if it is known.
#[derive(Debug, Clone, Copy)]
struct Address<'a> {
    base: Option<&'a str>,
}

impl Address<'_> {
    /// The address of a folder of the site; only the path if the address of the site is not known.
    fn of(self, folders: &[&str]) -> String {
        let mut address = self.base.unwrap_or_default().to_owned();
        for folder in folders {
            address.push_str(&links::encode(folder));
            address.push('/');
        }
        address
    }

    fn review(self, id: &str) -> String {
        self.of(&["reviews", id])
    }

    /// The page of a week, and what a link to it is called; the list of all weeks, if the site has no page of this one.
    fn week(self, digest: &Digest) -> (&'static str, String) {
        if digest.has_page {
            ("The page of this week", self.of(&["digests", &digest.week.to_string()]))
        } else {
            ("All weeks", self.of(&["digests"]))
        }
    }

    /// `learning.example.com`, which makes ids unique.
    fn host(self) -> String {
        let base = self.base.unwrap_or_default();
        let host =
            base.split_once("://").map_or(base, |(_, rest)| rest).split(['/', '?', '#']).next().unwrap_or_default();
        let host = host.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default();
        let plain: String = host.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')).collect();
        if plain.is_empty() { "localhost".to_owned() } else { plain }
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn hosts_are_bare_and_ways_encoded() {
        let of = |base| Address { base: Some(base) };
        assert_eq!(of("https://me:pw@learning.example.com:8443/a/").host(), "learning.example.com");
        assert_eq!(of("https://[::1]/").host(), "localhost");
        assert_eq!(
            of("https://x.example/a/").review("データ"),
            "https://x.example/a/reviews/%E3%83%87%E3%83%BC%E3%82%BF/"
        );
        assert_eq!(Address { base: None }.review("a"), "reviews/a/");
    }
}
