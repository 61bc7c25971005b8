//! The search settings of a library.
//!
//! In: `search:` of the configuration. Out: [`Search`] and every mistake in it. Refuses groups of one synonym, synonyms
//! without a word, unknown languages, and a file outside the library's folder. The file of `expansion:` is read by
//! `expansion.rs`.

use super::{Expansion, Named};
use base::diagnostics::{Code, Diagnostic};
use base::text::one_line;
use base::yaml::{Fields, Node};

/// The search of the internal edition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// The synonyms that are searched as well.
    pub synonyms: Synonyms,
    /// A tag such as `de`, or `other`; without it the library's language decides.
    pub language: Option<&'static str>,
    /// Whether the plain index of elasticlunr is written as well.
    pub emit_elasticlunr: bool,
    /// The file of `expansion:`.
    pub(super) expansion: Option<Named>,
    /// The content of that file.
    pub terms: Expansion,
}

/// The synonyms that are searched as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Synonyms {
    /// None.
    Off,
    /// The shipped ones, and these groups of synonyms.
    With(Vec<Vec<String>>),
}

impl Default for Synonyms {
    fn default() -> Self {
        Self::With(Vec::new())
    }
}

const KEYS: [&str; 4] = ["synonyms", "language", "emit_elasticlunr", "expansion"];
/// English and the languages with forms, those that are split into pairs of characters, and `other`.
const LANGUAGES: [&str; 21] = [
    "da", "de", "en", "es", "fi", "fr", "hu", "it", "ja", "ko", "nb", "nl", "nn", "no", "other", "pt", "ro", "ru",
    "sv", "tr", "zh",
];
/// The most synonyms in a group, because each is searched for.
const MOST_WAYS: usize = 20;

/// `search: {synonyms, language, emit_elasticlunr, expansion}`; each has a default.
pub(super) fn read(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Search {
    let Some(fields) = node.fields(&KEYS, problems) else { return Search::default() };
    Search {
        synonyms: fields.get("synonyms").map(|node| synonyms(&node, problems)).unwrap_or_default(),
        language: language(&fields, problems),
        emit_elasticlunr: fields.flag("emit_elasticlunr", problems),
        expansion: fields.get("expansion").and_then(|node| Named::read(&node, problems)),
        terms: Expansion::default(),
    }
}

fn language(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Option<&'static str> {
    let node = fields.get("language")?;
    let text = node.text(problems)?;
    let found = LANGUAGES.into_iter().find(|language| *language == text);
    if found.is_none() {
        let message = format!("`search.language` cannot be `{text}`: the search does not know its words");
        let hint = format!(
            "write one of {}, or leave it out: the library's `language` decides; `other` looks for words as they are written",
            LANGUAGES.join(", ")
        );
        problems.push(node.problem(Code::UnknownValue, message).hint(hint));
    }
    found
}

/// `off`, or a list of groups, each a list of synonyms.
fn synonyms(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Synonyms {
    let is_off = node.as_bool() == Some(false) || (!node.is_list() && !node.is_mapping() && node.shown() == "off");
    if is_off {
        return Synonyms::Off;
    }
    if !node.is_list() {
        let problem = node.wrong_type("`off`, or a list of groups");
        problems.push(problem.hint("write a group as a list: `synonyms: [[farebox, ticketing], [db, database]]`"));
        return Synonyms::default();
    }
    Synonyms::With(node.items().iter().filter_map(|item| group(item, problems)).collect())
}

fn group(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<Vec<String>> {
    if !node.is_list() {
        problems.push(node.wrong_type("a list of ways to say the same").hint("write it as `[db, database]`"));
        return None;
    }
    let mut ways: Vec<String> = Vec::new();
    for item in node.items() {
        let text = item.text(problems)?;
        let way = one_line(&text);
        if !way.chars().any(char::is_alphanumeric) {
            problems
                .push(item.problem(Code::UnknownValue, format!("`{}` is `{text}`, which holds no word", item.name())));
            return None;
        }
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    if !(2..=MOST_WAYS).contains(&ways.len()) {
        let message = format!("`{}` takes 2 to {MOST_WAYS} ways to say the same, not {}", node.name(), ways.len());
        problems.push(node.problem(Code::WrongType, message).hint("write it as `[db, database]`"));
        return None;
    }
    Some(ways)
}
