//! Reading `debrief.yaml`.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::keys::{DAYS, address};
use super::{Config, UnknownKeys, by_path, kinds, links, look, meeting, search, severities, terms};
use crate::source::SourceFile;
use base::diagnostics::{Code, Diagnostic, merge_alike};
use base::text::slug;
use base::yaml::{Document, Fields, Node};

/// All keys. Each has an example in `src/debrief/commands/init/library/debrief.yaml`, which a test compares with this
/// list.
const KEYS: [&str; 25] = [
    "title",
    "description",
    "base_url",
    "language",
    "timezone",
    "as_of",
    "week_start",
    "meeting",
    "edit_url",
    "repository",
    "git_history",
    "theme",
    "severities",
    "severity",
    "ignore",
    "gone",
    "defaults",
    "kinds",
    "services",
    "teams",
    "tags",
    "foreign",
    "unknown_keys",
    "links",
    "search",
];

/// The hint for a key that is like none of them.
const EVERY_KEY: &str = "`debrief init DIR` writes a debrief.yaml with an example of every key";

impl Config {
    /// Every known key.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        KEYS.into_iter()
    }

    /// The settings of `file`, or the defaults if there is none; every mistake is added to `problems`.
    #[must_use]
    pub fn read(file: Option<&SourceFile>, problems: &mut Vec<Diagnostic>) -> Self {
        let mut config = Self::default();
        let Some(file) = file else { return config };
        let start = if file.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        match Document::parse(&file.path, &file.text, start..file.text.len()) {
            Err(problem) => problems.push(*problem),
            Ok(document) if document.is_empty() => {}
            Ok(document) => {
                let root = document.root();
                let mut file_problems = Vec::new();
                if let Some(fields) = root.fields(&KEYS, &mut file_problems) {
                    config.fill(&fields, &mut file_problems);
                }
                for problem in file_problems.iter_mut().filter(|problem| problem.code == Code::UnknownKey) {
                    problem.hint.get_or_insert_with(|| EVERY_KEY.to_owned());
                }
                merge_alike(&mut file_problems);
                problems.extend(file_problems);
            }
        }
        config
    }

    /// The settings of a library. `foreign` means that its reviews were not written for this program.
    #[must_use]
    pub fn of(file: Option<&SourceFile>, foreign: bool, problems: &mut Vec<Diagnostic>) -> Self {
        let config = Self::read(file, problems);
        if foreign { Self { foreign, unknown_keys: UnknownKeys::Kept, ..config } } else { config }
    }

    fn fill(&mut self, fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) {
        if let Some(title) = fields.text("title", problems) {
            self.title = title;
        }
        if let Some(description) = fields.text("description", problems) {
            self.description = description;
        }
        if let Some(language) = fields.get("language").and_then(|node| language(&node, problems)) {
            self.language = language;
        }
        self.base_url = fields
            .get("base_url")
            .and_then(|node| base_url(&node, problems))
            .map(|url| if url.ends_with('/') { url } else { format!("{url}/") });
        self.edit_url = fields.get("edit_url").and_then(|node| edit_url(&node, problems));
        self.repository = fields.get("repository").and_then(|node| address(&node, problems));
        self.git_history =
            fields.get("git_history").and_then(|node| node.boolean(problems)).unwrap_or(self.git_history);
        self.theme = fields.get("theme").map(|node| look::read(&node, problems)).unwrap_or_default();
        self.schemes = links::schemes(fields, problems);
        let unknown = [("error", UnknownKeys::Refused), ("extra", UnknownKeys::Kept)];
        self.unknown_keys = fields.choice("unknown_keys", &unknown, problems).unwrap_or(self.unknown_keys);
        // The value was used before, when the files were found; here it is only checked.
        fields.flag("foreign", problems);
        self.timezone = fields.get("timezone").and_then(|node| zone(&node, problems));
        self.as_of = fields.get("as_of").and_then(|node| day(&node, problems));
        if let Some(node) = fields.get("meeting") {
            self.meeting = meeting::read(&node, problems);
            // The week is the seven days up to the meeting, so that no day falls between them.
            self.week_start = self.meeting.day_after();
        }
        self.week_start = fields.choice("week_start", &DAYS, problems).unwrap_or(self.week_start);
        if let Some(node) = fields.get("severities") {
            self.severities = severities::read(&node, problems);
        }
        if let Some(node) = fields.get("severity") {
            self.severity_words = severities::words(&node, &self.severities, problems);
        }
        if let Some(node) = fields.get("ignore") {
            self.ignored = by_path::ignored(&node, problems);
        }
        self.gone = fields.names("gone", problems).iter().map(|id| slug(id)).collect();
        if let Some(node) = fields.get("kinds") {
            self.kinds = kinds::read(&node, problems);
        }
        if let Some(node) = fields.get("search") {
            self.search = search::read(&node, problems);
        }
        let mut read = |key, teams| fields.get(key).map(|n| terms::read(&n, teams, problems)).unwrap_or_default();
        self.teams = read("teams", None);
        self.services = read("services", Some(&self.teams));
        self.tags = read("tags", None);
        if let Some(node) = fields.get("defaults") {
            self.defaults = by_path::defaults(&node, [&self.services, &self.tags, &self.teams], problems);
        }
    }
}

/// A BCP 47 tag: the code of a language, and parts such as a region after it.
pub fn language(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<String> {
    let text = node.text(problems).filter(|text| !text.is_empty())?;
    let mut parts = text.split('-');
    let is_code = |part: &str| matches!(part.len(), 2 | 3) && part.bytes().all(|b| b.is_ascii_alphabetic());
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    if parts.next().is_some_and(is_code) && parts.all(is_part) {
        return Some(text);
    }
    let message = format!("`{}` cannot be `{text}`, which is no tag of a language", node.name());
    let hint = "write the two or three letters of its code, such as `en`, `de` or `pt-BR`";
    problems.push(node.problem(Code::UnknownValue, message).hint(hint));
    None
}

/// The address of a site, to which paths are added.
fn base_url(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<String> {
    let url = address(node, problems)?;
    let plain = &url[..url.find(['?', '#']).unwrap_or(url.len())];
    let is_page = |last: &str| ["html", "htm"].iter().any(|end| last.to_lowercase().ends_with(&format!(".{end}")));
    let page = plain.rsplit_once('/').filter(|(_, last)| is_page(last));
    let plain = page.map_or(plain, |(folder, _)| folder).replace(' ', "%20");
    if plain == url {
        return Some(url);
    }
    let wrong = node.wrong_form("the address of a folder, to which the paths of pages are added");
    problems.push(wrong.hint(format!("write `{plain}`")));
    None
}

/// The address for editing a file, in which `{path}` stands for it.
fn edit_url(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<String> {
    let url = address(node, problems)?;
    if url.contains("{path}") {
        return Some(url);
    }
    let wrong = node.wrong_form("an address with `{path}`, which stands for the file of a review");
    // `{file}` is what other programs call it.
    let named = url.find('{').and_then(|from| Some((from, from + url[from..].find('}')? + 1)));
    let right = match named {
        Some((from, to)) => format!("{}{{path}}{}", &url[..from], &url[to..]),
        None => format!("{}/{{path}}", url.trim_end_matches('/')),
    };
    problems.push(wrong.hint(format!("write `{right}`")));
    None
}

/// A day: `2026-11-19`.
fn day(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<Date> {
    let text = node.text(problems)?;
    let day = text.parse().ok();
    if day.is_none() {
        let message = format!("`{}` cannot be `{text}`", node.name());
        problems.push(node.problem(Code::InvalidTime, message).hint("write a day: `2026-11-19`"));
    }
    day
}

/// A time zone by its IANA name, or an offset: `UTC+2`, `GMT+2`, `+02:00`.
pub fn zone(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<TimeZone> {
    let name = node.text(problems)?;
    let zone = TimeZone::get(&name).ok().or_else(|| if is_offset(&name) { base::zones::named(&name) } else { None });
    if zone.is_none() {
        let problem = node.problem(Code::UnknownZone, format!("there is no time zone `{name}`"));
        problems.push(problem.hint(zone_hint(&name)));
    }
    zone
}

fn is_offset(name: &str) -> bool {
    name.starts_with(['+', '-', '−']) || name.starts_with("UTC") || name.starts_with("GMT")
}

/// What to write instead of the name of no zone.
fn zone_hint(name: &str) -> String {
    // An abbreviation is similar to many names, so no nearest name is suggested for it.
    let is_short = name.len() <= 5 && name.chars().all(|c| c.is_ascii_uppercase());
    // `Etc/GMT+2` is two hours behind UTC, not ahead of it.
    let names: Vec<_> =
        jiff::tz::db().available().map(|zone| zone.to_string()).filter(|name| !name.starts_with("Etc/")).collect();
    let plain = name.replace(' ', "_");
    let is_city = |zone: &&str| zone.rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(&plain));
    let all = || names.iter().map(String::as_str);
    let near = all().find(is_city).or_else(|| base::text::nearest(name, all()));
    if let Some(near) = near.filter(|_| !is_short && !is_offset(name)) {
        return format!("did you mean `{near}`?");
    }
    let hint = if is_offset(name) {
        "write the offset after each time, `2026-03-02T09:14+02:00`, or name a place, such as `Europe/Berlin`"
    } else if is_short {
        "an abbreviation means several zones: name a place, such as `America/Los_Angeles` or `Europe/Berlin`"
    } else {
        "name a zone of the IANA database, such as `Europe/Berlin` or `UTC`"
    };
    hint.to_owned()
}
