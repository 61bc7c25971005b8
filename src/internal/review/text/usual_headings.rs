//! The headings that name a field in every library.

use super::section::Section;
use super::section_names;
use crate::review::languages::names;
use crate::review::languages::words::words;

/// The field that a heading means.
pub fn meaning(heading: &str) -> Option<Section> {
    let plain: String = heading.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<_> = plain.split_whitespace().map(str::to_lowercase).collect();
    let numbered = words.first().is_some_and(|w| w.chars().all(|c| c.is_ascii_digit()));
    let words = &words[usize::from(numbered)..];
    let name = words.join(" ");
    // "Timeline (UTC)" and "Timeline, all times CET" are timelines too.
    let lead = heading.split(['(', ',', ':', '–', '—', '[']).next().unwrap_or_default();
    section_names::field(&name)
        .or_else(|| meaning_in_other_language(heading))
        .or_else(|| if lead.len() < heading.len() { meaning(lead) } else { None })
}

/// Fields by the key of their names in `names.txt`.
pub(super) const FIELDS: [(&str, Section); 7] = [
    ("summary", Section::Summary),
    ("actions", Section::Actions),
    ("learnings", Section::Learnings),
    ("went well", Section::WentWell),
    ("got lucky", Section::GotLucky),
    ("factors", Section::Factors),
    ("open questions", Section::OpenQuestions),
];

/// The field that a heading of another language than English names exactly, in a library of any kind.
fn meaning_in_other_language(heading: &str) -> Option<Section> {
    let words = words(heading);
    let field = FIELDS.iter().find(|(kind, _)| names::is_in_other_language(kind, &words)).map(|(_, section)| *section);
    field.or_else(|| names::is_in_other_language("timeline", &words).then_some(Section::Timeline))
}

#[cfg(test)]
mod tests {
    use super::{Section, meaning};

    #[test]
    fn headings_mean_fields_in_any_formatting() {
        for (heading, section) in [
            ("Timeline", Section::Timeline),
            ("3. Timeline (all times UTC)", Section::Timeline),
            ("TL;DR", Section::Summary),
            ("Root Cause(s)", Section::Factors),
            ("Lessons Learned:", Section::Learnings),
            ("✅ What went well?", Section::WentWell),
            ("Follow-ups", Section::Actions),
            ("Zeitverlauf", Section::Timeline),
            ("Línea de tiempo", Section::Timeline),
            ("时间线", Section::Timeline),
            ("Хронология (UTC)", Section::Timeline),
        ] {
            assert_eq!(meaning(heading), Some(section), "{heading}");
        }
        assert_eq!(meaning("What happened"), None);
        assert_eq!(meaning("2026"), None);
        assert_eq!(meaning(""), None);
    }
}
