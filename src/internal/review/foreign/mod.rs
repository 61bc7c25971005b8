//! Facts of reviews that were written for another program or for none.
//!
//! In: a review of a folder without settings. Out: the facts that a reader would see in it. What cannot be read surely is left out.

pub(super) mod actions;
pub(super) mod days;
pub(super) mod document;
pub(super) mod front_matter;
pub(super) mod header;
mod instant;
pub(super) mod keys;
pub(super) mod kinds_of_keys;
mod labels;
pub(super) mod points;
pub(super) mod severity;

use super::languages::{names, timelines};
use super::sections::{Section, meaning as usual};

/// What a heading or a label is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Field(Section),
    /// A list that no field takes in, such as "What went wrong".
    Other,
}

/// The words of a heading or label: lower case, without emoji codes, marks and numbers before them.
pub(super) fn words(text: &str) -> String {
    let plain = without_emoji_codes(&markdown::plain_text(text));
    let spaced: String = plain.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<_> = spaced.split_whitespace().map(str::to_lowercase).collect();
    let is_number = |word: &&String| word.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let numbers = words.iter().take_while(is_number).count();
    words[numbers..].join(" ")
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

/// The place of the first `:white_check_mark:`.
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

/// The field that a heading or a label means.
pub(super) fn meaning(text: &str) -> Option<Section> {
    match label(text) {
        Some(Label::Field(section)) => Some(section),
        _ => None,
    }
}

/// Fields by the kind of their names.
const FIELDS: [(&str, Section); 7] = [
    ("summary", Section::Summary),
    ("actions", Section::Actions),
    ("learnings", Section::Learnings),
    ("went well", Section::WentWell),
    ("got lucky", Section::GotLucky),
    ("factors", Section::Factors),
    ("open questions", Section::OpenQuestions),
];

/// What a heading or a label is for, if it is known.
pub(super) fn label(text: &str) -> Option<Label> {
    let words = words(text);
    if names::is("went wrong", &words) {
        return Some(Label::Other);
    }
    let timeline = || timelines::is_heading(&words).then_some(Section::Timeline);
    usual(text).or_else(|| usual(&words)).or_else(|| named(text, &words)).or_else(timeline).map(Label::Field)
}

/// The field that a heading means in another language, with or without what stands in brackets or behind a dash.
fn named(text: &str, words: &str) -> Option<Section> {
    let of = |words: &str| FIELDS.iter().find(|(kind, _)| names::is(kind, words)).map(|(_, section)| *section);
    let lead = text.split(['(', '（', ',', '，', ':', '：', '–', '—', '[', '/']).next().unwrap_or_default();
    of(words).or_else(|| if lead.len() < text.len() { of(&self::words(lead)) } else { None })
}

#[cfg(test)]
mod wild;
#[cfg(test)]
mod wild_keys;

#[cfg(test)]
mod tests {
    use super::{Label, Section, label, meaning};

    #[test]
    fn headings_mean_fields_in_other_dress_and_languages() {
        for (heading, section) in [
            (":thinking: Lessons learned", Section::Learnings),
            (":ballot_box_with_check: Follow-up tasks", Section::Actions),
            ("6. Corrective and Preventive Measures", Section::Actions),
            ("教訓", Section::Learnings),
            ("**Was gut lief:**", Section::WentWell),
        ] {
            assert_eq!(meaning(heading), Some(section), "{heading}");
        }
        assert_eq!(label("What went wrong:"), Some(Label::Other));
        assert_eq!(label("10:30:00 it fell"), None);
    }
}
