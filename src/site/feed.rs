//! Feeds: the data of both formats, and JSON Feed itself; Atom is a template of the theme (`feeds/atom.xml`).
//!
//! In: titles, addresses and dates of entries, newest first. Out: a view for the template and a JSON Feed 1.1 document.
//! The type of the texts is generic: the public edition uses cleared texts only.

use base::text::visible_json;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

/// The most entries of a feed.
pub const ENTRIES: usize = 25;

/// How a feed is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// RFC 4287.
    Atom,
    /// <https://www.jsonfeed.org/version/1.1/>.
    Json,
}

impl Format {
    /// The file name, in the folder of the page that it belongs to.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::Atom => "atom.xml",
            Self::Json => "feed.json",
        }
    }
}

/// The value `feed` of `feeds/atom.xml`.
#[derive(Debug, Clone, Serialize)]
pub struct Feed<T> {
    /// The title.
    pub title: T,
    /// One sentence; may be empty.
    pub subtitle: T,
    /// BCP 47.
    pub language: T,
    /// Its author.
    pub author: T,
    /// The program, unless it is not to be named.
    pub generator: Option<&'static str>,
    /// The same for ever.
    pub id: T,
    /// The address of the feed in this format.
    pub self_href: T,
    /// The page that the feed belongs to.
    pub site_href: T,
    /// The latest change of an entry.
    #[serde(serialize_with = "stamp")]
    pub updated: Option<Date>,
    /// Newest first.
    pub entries: Vec<Entry<T>>,
}

/// One entry of a feed.
#[derive(Debug, Clone, Serialize)]
pub struct Entry<T> {
    /// The title.
    pub title: T,
    /// Its page.
    pub href: T,
    /// The same for ever.
    pub id: T,
    /// When it was published.
    #[serde(serialize_with = "stamp")]
    pub published: Option<Date>,
    /// When it last changed.
    #[serde(serialize_with = "stamp")]
    pub updated: Option<Date>,
    /// Plain text; may be empty.
    pub summary: T,
    /// Its categories.
    pub categories: Vec<T>,
}

/// Both formats require a time, so a missing date is written as the oldest possible one.
#[expect(clippy::ref_option, reason = "this is how serde calls it")]
fn stamp<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&time(*date))
}

fn time(date: Option<Date>) -> String {
    date.map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |date| format!("{date}T00:00:00Z"))
}

/// A JSON Feed 1.1 document; the fields in alphabetical order.
#[derive(Serialize)]
struct Document<'f, T> {
    description: &'f T,
    feed_url: &'f T,
    home_page_url: &'f T,
    items: Vec<Item<'f, T>>,
    language: &'f T,
    title: &'f T,
    version: &'static str,
}

#[derive(Serialize)]
struct Item<'f, T> {
    content_text: &'f T,
    date_modified: String,
    date_published: String,
    id: &'f T,
    tags: &'f [T],
    title: &'f T,
    url: &'f T,
}

impl<T: Serialize> Feed<T> {
    /// The feed as a JSON Feed 1.1 document.
    pub fn to_json(&self) -> String {
        let document = Document {
            description: &self.subtitle,
            feed_url: &self.self_href,
            home_page_url: &self.site_href,
            items: self.entries.iter().map(item).collect(),
            language: &self.language,
            title: &self.title,
            version: "https://jsonfeed.org/version/1.1",
        };
        // Texts and lists of texts can always be written as JSON.
        let json = serde_json::to_string_pretty(&document).unwrap_or_default() + "\n";
        visible_json(&json).into_owned()
    }
}

fn item<T>(entry: &Entry<T>) -> Item<'_, T> {
    Item {
        content_text: &entry.summary,
        date_modified: time(entry.updated),
        date_published: time(entry.published),
        id: &entry.id,
        tags: &entry.categories,
        title: &entry.title,
        url: &entry.href,
    }
}

#[cfg(test)]
mod tests {
    use super::{Entry, Feed};

    #[test]
    fn what_nobody_dated_is_as_old_as_can_be() {
        let entry = Entry {
            title: "A",
            href: "a/index.html",
            id: "urn:a",
            published: "2026-03-02".parse().ok(),
            updated: None,
            summary: "",
            categories: vec!["dns"],
        };
        let feed = Feed {
            title: "T",
            subtitle: "",
            language: "en",
            author: "T",
            generator: None,
            id: "urn:t",
            self_href: "feed.json",
            site_href: "index.html",
            updated: None,
            entries: vec![entry],
        };
        let json: serde_json::Value = serde_json::from_str(&feed.to_json()).unwrap();
        assert_eq!(json.pointer("/items/0/date_published"), Some(&"2026-03-02T00:00:00Z".into()));
        assert_eq!(json.pointer("/items/0/date_modified"), Some(&"1970-01-01T00:00:00Z".into()));
        let view = serde_json::to_value(&feed).unwrap();
        assert_eq!(view.pointer("/updated"), Some(&"1970-01-01T00:00:00Z".into()));
    }
}
