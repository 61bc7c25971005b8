//! Facts of reviews that were written for another program, or for none.
//!
//! In: a review of a folder without settings. Out: the facts that a human reader would see in it. What is not certain is left
//! out.

pub(super) mod actions;
pub(super) mod date;
pub(super) mod days;
pub(super) mod document;
pub(super) mod front_matter;
pub(super) mod header;
mod inline;
mod instant;
pub(super) mod keys;
pub(super) mod kinds_of_keys;
mod labelled;
mod labels;
pub(super) mod nothing;
mod points;
mod runs;
pub(super) mod severity;
pub(super) mod states;
mod tasks;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::languages::{names, timeline_names};
use super::origin::Certainty;
use super::section_names::NAMES;
use super::sections::{Section, meaning as usual};
use super::{Action, Origin, Review};

/// The meaning of a heading or a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Field(Section),
    /// A list that belongs to no field, such as "What went wrong".
    Other,
}

/// The words of a heading or label: lower case, without emoji codes, marks and leading numbers.
pub(super) fn words(text: &str) -> String {
    let plain = without_emoji_codes(&markdown::plain_text(without_id(text)));
    let spaced: String = plain.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<_> = spaced.split_whitespace().map(str::to_lowercase).collect();
    let is_number = |word: &&String| word.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let numbers = words.iter().take_while(is_number).count();
    words[numbers..].join(" ")
}

/// A heading without the id that other generators read behind it: `Root cause {#cause}`.
pub(super) fn without_id(heading: &str) -> &str {
    let bare = heading.trim_end().strip_suffix('}').and_then(|rest| rest.rsplit_once("{#"));
    bare.filter(|(_, id)| !id.contains([' ', '{'])).map_or(heading, |(text, _)| text.trim_end())
}

fn without_emoji_codes(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = text;
    while let Some(code) = emoji_code(rest) {
        bare.push_str(&rest[..code.start]);
        bare.push(' ');
        rest = &rest[code.end..];
    }
    bare + rest
}

/// The place of the first emoji code, such as `:white_check_mark:`.
fn emoji_code(text: &str) -> Option<std::ops::Range<usize>> {
    let is_name = |name: &str| {
        name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_+-".contains(c))
            && name.chars().any(|c| c.is_ascii_lowercase() || c == '1')
    };
    text.match_indices(':').find_map(|(start, _)| {
        let end = start + 1 + text[start + 1..].find(':')?;
        is_name(&text[start + 1..end]).then_some(start..end + 1)
    })
}

/// The contents of the sections of a review and of the labels in them.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Lessons, factors and the like, each with the field that it belongs to.
    pub(super) points: Vec<(Section, String, Origin)>,
    pub(super) actions: Vec<Action>,
}

/// Reads the body once. Duplicates are dropped.
pub(super) fn parts(review: &Review) -> Parts {
    let body = review.body();
    let mut parts = Parts::default();
    let mut found = Vec::new();
    let mut possible = Vec::new();
    let mut intro: Option<(Label, usize)> = None;
    // Whether the section tells in prose of its own what its sub-headings go on with.
    let mut is_told = false;
    for run in runs::of(review) {
        let start = found.len();
        points::of_run(&run, is_told && run.below.is_some(), body, &mut found);
        if run.below.is_none() {
            is_told = found[start..].iter().any(|(.., origin)| origin.certainty != Certainty::Named);
        }
        let is_listed = found[start..].iter().any(|(.., origin)| origin.certainty == Certainty::Named);
        // A paragraph that only introduces the lists below it is not one of their points.
        if let Some((_, at)) = intro.filter(|(label, _)| *label == run.label && is_listed && run.below.is_some()) {
            found.remove(at);
            intro = None;
        } else if run.below.is_none() {
            intro = (found.len() == start + 1 && !is_listed).then_some((run.label, start));
        }
        if run.label == Label::Field(Section::Actions) {
            let list = if run.is_possible { &mut possible } else { &mut parts.actions };
            list.extend(actions::of_run(&run, body));
        }
    }
    // If a section is certainly about actions, the possible ones are about something else.
    if parts.actions.is_empty() {
        parts.actions = possible;
    }
    let mut seen = HashSet::new();
    found.retain(|(section, text, _)| seen.insert((*section, text.clone())));
    let mut seen = HashSet::new();
    parts.actions.retain(|action| seen.insert(action.title.clone()));
    parts.points = found;
    parts
}

/// Whether a line is a label with a value.
fn is_label_line(text: &str) -> bool {
    const LONGEST: usize = 40;
    const MOST_WORDS: usize = 4;
    let label = text.split_once(": ").map(|(label, _)| label).or_else(|| text.trim_end().strip_suffix(':'));
    label.is_some_and(|label| label.len() < LONGEST && label.split_whitespace().count() <= MOST_WORDS)
}

/// The field that a heading or a label means.
pub(super) fn meaning(text: &str) -> Option<Section> {
    match label(text) {
        Some(Label::Field(section)) => Some(section),
        _ => None,
    }
}

/// Fields by the key of their names in `names.txt`.
const FIELDS: [(&str, Section); 7] = [
    ("summary", Section::Summary),
    ("actions", Section::Actions),
    ("learnings", Section::Learnings),
    ("went well", Section::WentWell),
    ("got lucky", Section::GotLucky),
    ("factors", Section::Factors),
    ("open questions", Section::OpenQuestions),
];

/// The field that a heading of another language than English names exactly, in a library of any kind.
pub(super) fn meaning_in_other_language(heading: &str) -> Option<Section> {
    let words = words(heading);
    let field = FIELDS.iter().find(|(kind, _)| names::is_in_other_language(kind, &words)).map(|(_, section)| *section);
    field.or_else(|| timeline_names::is_name(&words).then_some(Section::Timeline))
}

/// The meaning of a heading or a label, if it is known.
pub(super) fn label(text: &str) -> Option<Label> {
    let words = words(text);
    if names::is("went wrong", &words) {
        return Some(Label::Other);
    }
    let timeline = || timeline_names::is_heading(&words).then_some(Section::Timeline);
    let exact = usual(text).or_else(|| usual(&words)).or_else(|| named(text, &words)).or_else(timeline);
    if exact.is_none() && parts_with_more(&words).any(|name| names::is("went wrong", name)) {
        return Some(Label::Other);
    }
    exact.or_else(|| in_more_words(&words)).map(Label::Field)
}

/// Whether a heading is above an account of the incident, which may be a timeline.
pub(super) fn is_account(text: &str) -> bool {
    names::is("account", &words(text)) || names::is("account", &words(lead(text)))
}

/// A heading without what stands in brackets or behind a comma, a colon or a dash.
fn lead(text: &str) -> &str {
    text.split(['(', '（', ',', '，', ':', '：', '–', '—', '[', '/']).next().unwrap_or_default()
}

/// Whether a heading may be above tasks, or above something else.
fn is_possible_actions(text: &str) -> bool {
    names::is("possible actions", &words(text)) || names::is("possible actions", &words(lead(text)))
}

/// The names of fields with the order in which they count, for longer headings.
static LONGER: LazyLock<HashMap<&'static str, (usize, Section)>> = LazyLock::new(|| {
    let usual = NAMES.iter().flat_map(|(section, names)| names.iter().map(move |name| (*section, *name)));
    let others =
        FIELDS.iter().flat_map(|(kind, section)| names::of(kind).iter().map(move |name| (*section, name.as_str())));
    let is_field = |(section, _): &(Section, &str)| !matches!(section, Section::Summary | Section::Timeline);
    let mut all = HashMap::new();
    for (n, (section, name)) in usual.chain(others).filter(is_field).enumerate() {
        all.entry(name).or_insert((n, section));
    }
    all
});

/// The field of a longer heading: *Corrective actions with owners*, *Cause of the problem*, *Recovery and lessons learned*.
fn in_more_words(words: &str) -> Option<Section> {
    parts_with_more(words).filter_map(|name| LONGER.get(name)).min_by_key(|(n, _)| *n).map(|(_, section)| *section)
}

/// The parts of a heading that may be a name with more words about it: its beginnings before a word such as *of*, and what is behind
/// an *and*.
fn parts_with_more(words: &str) -> impl Iterator<Item = &str> {
    const LONGEST: usize = 8;
    const JOINTS: [&str; 10] = ["of", "for", "with", "and", "from", "to", "in", "we", "by", "during"];
    let is_short = words.split(' ').nth(LONGEST).is_none();
    let spaces = words.match_indices(' ').map(|(at, _)| at).filter(move |_| is_short);
    spaces.flat_map(move |at| {
        let (before, behind) = (&words[..at], &words[at + 1..]);
        let next = behind.split(' ').next().unwrap_or_default();
        let joint = if before.contains(' ') { JOINTS.contains(&next) } else { next == "of" };
        let second = || before.ends_with(" and") && behind.contains(' ');
        [joint.then_some(before), second().then_some(behind)].into_iter().flatten()
    })
}

/// The field that a heading in another language means, with or without a part in brackets or after a dash.
fn named(text: &str, words: &str) -> Option<Section> {
    let of = |words: &str| FIELDS.iter().find(|(kind, _)| names::is(kind, words)).map(|(_, section)| *section);
    let lead = lead(text);
    of(words).or_else(|| if lead.len() < text.len() { of(&self::words(lead)) } else { None })
}

#[cfg(test)]
mod habits;
#[cfg(test)]
mod prose_tests;
#[cfg(test)]
mod strange;
#[cfg(test)]
mod wild;
#[cfg(test)]
mod wild_keys;

#[cfg(test)]
mod tests {
    use super::{Label, Section, label, meaning};

    #[test]
    fn headings_mean_fields_in_other_formats_and_languages() {
        for (heading, section) in [
            (":thinking: Lessons learned", Section::Learnings),
            (":ballot_box_with_check: Follow-up tasks", Section::Actions),
            ("6. Corrective and Preventive Measures", Section::Actions),
            ("Corrective and Preventative Measure", Section::Actions),
            ("教訓", Section::Learnings),
            ("**Was gut lief:**", Section::WentWell),
        ] {
            assert_eq!(meaning(heading), Some(section), "{heading}");
        }
        assert_eq!(label("What went wrong:"), Some(Label::Other));
        assert_eq!(label("10:30:00 it fell"), None);
    }
}
