//! Lines that are labels of what follows on the line, or of what stands below it.

use markdown::plain_text;

/// Whether a line is a label with a value.
pub(in crate::review) fn is_label_line(text: &str) -> bool {
    const LONGEST: usize = 40;
    const MOST_WORDS: usize = 4;
    let label = text.split_once(": ").map(|(label, _)| label).or_else(|| text.trim_end().strip_suffix(':'));
    label.is_some_and(|label| label.len() < LONGEST && label.split_whitespace().count() <= MOST_WORDS)
}

/// Whether a text is one line in bold and nothing else.
pub(in crate::review) fn is_bold_line(text: &str) -> bool {
    let bare = text.trim().trim_end_matches([':', '：']);
    ["**", "__"].iter().any(|mark| {
        let inner = bare.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        inner.is_some_and(|inner| !inner.contains(mark) && !inner.contains('\n'))
    })
}

/// A short line above what it names: bold, or with a colon at its end.
pub(in crate::review) fn is_label(text: &str) -> bool {
    const LONGEST: usize = 80;
    if text.contains('\n') {
        return false;
    }
    let plain = plain_text(text);
    let plain = plain.trim();
    let bold = ["**", "__"].iter().any(|mark| text.starts_with(mark) && text.trim_end_matches(':').ends_with(mark));
    plain.chars().count() <= LONGEST && (bold || plain.ends_with([':', '：', '?']))
}
