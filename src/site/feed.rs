//! Feeds: what both formats hold, and the JSON one; Atom is a template of the theme (`feeds/atom.xml`).
//!
//! In: titles, addresses and dates of entries, newest first. Out: a view for the template and a JSON Feed 1.1 document. The
//! type of the texts is the caller's: the public edition takes none but cleared ones.

use base::text::visible_json;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

/// The newest entries that a feed has.
pub const ENTRIES: usize = 50;

/// How a feed is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// RFC 4287.
    Atom,
    /// <https://www.jsonfeed.org/version/1.1/>.
    Json,
}

impl Format {
    /// The name of the file, in the folder of what it is a feed of.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::Atom => "atom.xml",
            Self::Json => "feed.json",
        }
    }
}

/// What `feeds/atom.xml` is given, as `feed`.
#[derive(Debug, Clone, Serialize)]
pub struct Feed<T> {
    /// The title.
    pub title: T,
    /// One sentence; may be empty.
    pub subtitle: T,
    /// BCP 47.
    pub language: T,
    /// Who stands behind it.
    pub author: T,
    /// The program, where it is no secret.
    pub generator: Option<&'static str>,
    /// The same for ever.
    pub id: T,
    /// The address of the feed in this format.
    pub self_href: T,
    /// The page that it is a feed of.
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
    /// When it first stood there.
    #[serde(serialize_with = "stamp")]
    pub published: Option<Date>,
    /// When it last changed.
    #[serde(serialize_with = "stamp")]
    pub updated: Option<Date>,
    /// Plain words; may be empty.
    pub summary: T,
    /// Words that it is filed under.
    pub categories: Vec<T>,
}

/// Both formats demand a time of everything; what nobody dated is as old as can be.
#[expect(clippy::ref_option, reason = "this is how serde calls it")]
fn stamp<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&time(*date))
}

fn time(date: Option<Date>) -> String {
    date.map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |date| format!("{date}T00:00:00Z"))
}

/// A JSON Feed 1.1 document; the fields in the order of the alphabet.
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
        // Texts and lists of them: nothing that could fail to be JSON.
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
