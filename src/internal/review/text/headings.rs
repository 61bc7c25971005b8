//! What headings and labels mean in a folder without settings, in twelve languages and in more words than a library with settings
//! takes.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::section::Section;
use super::section_names::NAMES;
use super::usual_headings::{FIELDS, meaning as usual};
use crate::review::languages::words::words;
use crate::review::languages::{names, timeline_names};

/// The meaning of a heading or a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::review) enum Label {
    Field(Section),
    /// A list that belongs to no field, such as "What went wrong".
    Other,
}

/// The field that a heading or a label means.
pub(in crate::review) fn meaning(text: &str) -> Option<Section> {
    match label(text) {
        Some(Label::Field(section)) => Some(section),
        _ => None,
    }
}

/// The meaning of a heading or a label, if it is known.
pub(in crate::review) fn label(text: &str) -> Option<Label> {
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
pub(in crate::review) fn is_account(text: &str) -> bool {
    names::is("account", &words(text)) || names::is("account", &words(lead(text)))
}

/// A heading without what stands in brackets or after a comma, a colon or a dash.
pub(in crate::review) fn lead(text: &str) -> &str {
    text.split(['(', '（', ',', '，', ':', '：', '–', '—', '[', '/']).next().unwrap_or_default()
}

/// Whether a heading may be above tasks, or above something else.
pub(in crate::review) fn is_possible_actions(text: &str) -> bool {
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

/// The parts of a heading that may be a name with more words about it: its beginnings before a word such as *of*, and what is after
/// an *and*.
fn parts_with_more(words: &str) -> impl Iterator<Item = &str> {
    const LONGEST: usize = 8;
    let is_short = words.split(' ').nth(LONGEST).is_none();
    let spaces = words.match_indices(' ').map(|(at, _)| at).filter(move |_| is_short);
    spaces.flat_map(move |at| {
        let (before, after) = (&words[..at], &words[at + 1..]);
        let next = after.split(' ').next().unwrap_or_default();
        let joint = if before.contains(' ') {
            names::is("joint after a name", next)
        } else {
            // `Suivi de l'incident` is an account, and no list of tasks.
            names::is("joint after a word", next) && (next == "of" || !names::is("actions", before))
        };
        let second = || before.ends_with(" and") && after.contains(' ');
        [joint.then_some(before), second().then_some(after)].into_iter().flatten()
    })
}

/// The field that a heading in another language means, with or without a part in brackets or after a dash.
fn named(text: &str, said: &str) -> Option<Section> {
    let of = |words: &str| FIELDS.iter().find(|(kind, _)| names::is(kind, words)).map(|(_, section)| *section);
    let lead = lead(text);
    of(said).or_else(|| if lead.len() < text.len() { of(&words(lead)) } else { None })
}

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
