//! Where a link in a review leads.

use super::Library;
use base::links::{decode, is_elsewhere, join, relative};
use base::text::slug;
use markdown::LinkKind;
use site::source::{CONFIG_FILE, POLICY_FILE, without_ending};

/// Why a review with a day of publication after today is not shown.
pub(super) const LATER: &str = "published later";

/// In a text with more anchors than this, no similar one is suggested: each broken link would be compared with all of them.
const MOST_ANCHORS: usize = 1000;

/// What a link or image points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Another site or a mail address; unchanged.
    Elsewhere,
    /// A heading of the same page.
    Here(String),
    /// A review, and a heading in it.
    Review { review: usize, anchor: Option<String> },
    /// A file of the library.
    File(String),
    /// Nothing.
    Broken(Broken),
}

/// Why a link leads nowhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Broken {
    /// The page exists, the heading does not.
    pub(super) anchor: bool,
    /// The path leaves the library.
    pub(super) outside: bool,
    /// It is a file of settings, which no page shows.
    pub(super) settings: bool,
    /// Why the review is not shown: `restricted`, `a draft` or `published later`.
    pub(super) why: Option<&'static str>,
    /// The nearest existing target.
    pub(super) nearest: Option<String>,
}

impl Broken {
    /// Whether the page exists and is not shown.
    pub fn is_hidden(&self) -> bool {
        self.why.is_some()
    }

    /// Whether it is published after the day that the site is built for; then not even its name may be known.
    pub fn is_later(&self) -> bool {
        self.why == Some(LATER)
    }
}

/// Resolves a target as written in the review or document at `from`.
pub fn resolve(library: &Library, from: usize, target: &str, kind: LinkKind) -> Target {
    let (path, anchor) = match target.split_once('#') {
        Some((path, anchor)) => (path, Some(decode(anchor)).filter(|a| !a.is_empty())),
        None => (target, None),
    };
    if kind == LinkKind::Redaction {
        return Target::Elsewhere;
    }
    if kind == LinkKind::Review {
        return by_id(library, path.trim(), anchor);
    }
    if path.is_empty() {
        let Some(anchor) = anchor else { return Target::Here(String::new()) };
        return heading(library, from, Some(anchor), true);
    }
    if is_elsewhere(target) {
        return Target::Elsewhere;
    }
    let path = decode(path.split_once('?').map_or(path, |(path, _)| path));
    let source = library.text(from).source.as_str();
    let folder = source.rsplit_once('/').map_or("", |(folder, _)| folder);
    let Some(path) = join(folder, &path) else {
        return Target::Broken(Broken { outside: true, ..Broken::default() });
    };
    if let Some(review) = library.by_source.get(&path) {
        let mut target = heading(library, *review, anchor, false);
        if let Target::Broken(Broken { nearest: Some(near), .. }) = &mut target {
            *near = relative(source, &path) + near;
        }
        return target;
    }
    if library.files.contains(&path) {
        return Target::File(path);
    }
    if let Some(hidden) = library.hidden.get(&path) {
        return Target::Broken(Broken { why: Some(hidden.why), ..Broken::default() });
    }
    if [CONFIG_FILE, POLICY_FILE].contains(&path.as_str()) {
        return Target::Broken(Broken { settings: true, ..Broken::default() });
    }
    // Written relative to the file, as the author has to write it.
    let nearest = near_path(library, &path).map(|near| relative(source, &near));
    Target::Broken(Broken { nearest, ..Broken::default() })
}

/// The id of the review that a field or a link names, by id or by file.
pub(crate) fn named(reference: &str) -> String {
    let reference = reference.trim();
    let file = Some(without_ending(reference)).filter(|file| file.len() < reference.len());
    slug(file.map_or(reference, |path| path.rsplit('/').next().unwrap_or(path)))
}

fn by_id(library: &Library, id: &str, anchor: Option<String>) -> Target {
    let slug = named(id);
    if let Some(review) = library.any_by_id(&slug) {
        return heading(library, review, anchor, false);
    }
    let why = library.hidden_id(&slug);
    let nearest = nearest_id(library, &slug).filter(|_| why.is_none()).map(str::to_owned);
    Target::Broken(Broken { why, nearest, ..Broken::default() })
}

/// The id that is probably meant by one that no review has.
pub(super) fn nearest_id<'l>(library: &'l Library, slug: &str) -> Option<&'l str> {
    let ids = || library.by_id.keys().map(String::as_str);
    // An id is often remembered without its day.
    let without_day = || ids().find(|id| id.strip_suffix(slug).is_some_and(is_day));
    // In wikis, links name titles.
    let titled = || {
        let mut reviews = library.reviews.iter();
        reviews.find(|review| base::text::slug(&review.title) == slug).map(|review| review.id.as_str())
    };
    base::text::nearest(slug, ids()).or_else(without_day).or_else(titled)
}

/// `2026-11-21-`.
fn is_day(text: &str) -> bool {
    text.len() == 11 && text.ends_with('-') && text[..10].parse::<jiff::civil::Date>().is_ok()
}

fn heading(library: &Library, review: usize, anchor: Option<String>, here: bool) -> Target {
    if let Some(anchor) = &anchor {
        let outline = &library.text(review).outline;
        let few = || Some(&outline.anchors).filter(|anchors| anchors.len() <= MOST_ANCHORS).into_iter().flatten();
        // In wikis, capital letters make no difference here, and the ids of headings are in small letters.
        let small = || outline.anchors.get(&anchor.to_lowercase());
        let like = || few().find(|(known, _)| known.eq_ignore_ascii_case(anchor)).map(|(_, id)| id);
        if let Some(id) = outline.anchors.get(anchor).or_else(small).or_else(like) {
            let anchor = Some(id.clone());
            return if here { Target::Here(id.clone()) } else { Target::Review { review, anchor } };
        }
        if !library.text(review).shows(anchor) {
            let known = || few().map(|(known, _)| known.as_str());
            // Of a long heading often only the beginning is remembered.
            let begins = || known().find(|known| is_beginning(anchor, known));
            let nearest = base::text::nearest(anchor, known()).or_else(begins).map(|near| format!("#{near}"));
            return Target::Broken(Broken { anchor: true, nearest, ..Broken::default() });
        }
    }
    if here { Target::Here(anchor.unwrap_or_default()) } else { Target::Review { review, anchor } }
}

/// Whether an anchor is about the beginning of a longer one: `judgment` of `judgement-at-the-time`.
fn is_beginning(anchor: &str, known: &str) -> bool {
    let parts = anchor.split('-').count();
    let first = known.split('-').take(parts).collect::<Vec<_>>().join("-");
    first.len() < known.len() && first.len() > 3 && base::text::nearest(anchor, [first.as_str()]).is_some()
}

/// The file of the same name in another folder, the page of that name, or else a similar path.
fn near_path(library: &Library, path: &str) -> Option<String> {
    let all = || library.by_source.keys().chain(library.files.iter()).map(String::as_str);
    let name = name_of(path);
    let same_name = all().find(|known| name_of(known) == name);
    // The ending is often left out.
    let is_whole = |known: &&str| *known != path && without_ending(known) == path;
    let same_name = same_name.or_else(|| all().find(is_whole));
    // The address of a page of the site instead of a file of the library.
    let stem = path.trim_end_matches("/index.html").trim_end_matches(".html").trim_end_matches('/');
    let id = slug(stem.rsplit('/').next().unwrap_or(stem));
    let page = library.by_id(&id).map(|review| library.reviews[review].source.as_str());
    let same_name = same_name.or(page.filter(|_| stem != path || path.contains("reviews/")));
    same_name.or_else(|| base::text::nearest(path, all())).map(str::to_owned)
}

/// The name of a file, without its folders.
fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

impl Library {
    /// Whether the review with this id is not shown.
    pub fn is_hidden(&self, id: &str) -> bool {
        self.hidden_id(id).is_some()
    }

    /// Whether the site shows the review of this file.
    pub fn has_review(&self, source: &str) -> bool {
        self.by_source.contains_key(source)
    }

    /// Why the review with this id is not shown; `None` if it is shown or does not exist.
    pub(super) fn hidden_id(&self, slug: &str) -> Option<&'static str> {
        self.hidden.values().find(|hidden| hidden.id == slug).map(|hidden| hidden.why)
    }
}

#[cfg(test)]
mod tests {
    use base::clock::Clock;
    use base::diagnostics::{Diagnostic, Warned};
    use jiff::civil::date;
    use site::config::Config;
    use site::source::{SourceFile, Sources};

    use super::named;
    use crate::{Show, assemble, parse};

    fn problems(files: &[(&str, &str)]) -> Vec<Diagnostic> {
        let file = |(path, text): &(&str, &str)| SourceFile { path: (*path).into(), text: (*text).into() };
        let mut sources = Sources { reviews: files.iter().map(file).collect(), ..Sources::default() };
        let config = Config::foreign();
        let Warned { value: reviews, .. } = parse(&mut sources, &config);
        assert_eq!(reviews.documents(), 1, "a README is no review");
        let clock = Clock::fixed(date(2026, 11, 20));
        assemble(reviews, config, clock, &sources, Show::default()).diagnostics
    }

    #[test]
    fn a_review_is_named_by_its_id_or_its_file() {
        for reference in ["later-one", " Later One ", "later-one.md", "inc/later-one.md", "../x/Later One.md"] {
            assert_eq!(named(reference), "later-one", "{reference}");
        }
        assert_eq!(named(".md"), "");
    }

    #[test]
    fn a_broken_link_of_a_document_is_reported_with_what_is_near() {
        let review = ("2026-03-05-queue.md", "# Queue stood still\n\n## Summary\n\nNobody could order.\n");
        let readme = "# How we write\n\nSee [one](2026-03-05-queue.html) and [its end](2026-03-05-queue.md#sumary).\n";
        let problems = problems(&[review, ("README.md", readme)]);
        for hint in ["did you mean `2026-03-05-queue.md`?", "did you mean `2026-03-05-queue.md#summary`?"] {
            assert!(problems.iter().any(|problem| problem.hint.as_deref() == Some(hint)), "{hint}: {problems:?}");
        }
    }
}
