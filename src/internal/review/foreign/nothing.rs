//! What stands where nobody wrote anything: `TBD`, `None so far.`, `[action]`, `<owner>`.

use markdown::plain_text;

/// Sentences that say that there is nothing, in letters alone.
const NOTHING: [&str; 34] = [
    "",
    "na",
    "none",
    "nonesofar",
    "noneyet",
    "noneatthistime",
    "noneidentified",
    "tbd",
    "tba",
    "todo",
    "tobedetermined",
    "tobedecided",
    "tobeconfirmed",
    "nothing",
    "nothingsofar",
    "nothingyet",
    "unknown",
    "unknownyet",
    "notyetknown",
    "notknown",
    "notapplicable",
    "noaction",
    "noactions",
    "noactionneeded",
    "noactionrequired",
    "noactionsrequired",
    "noactionsneeded",
    "nofurtheraction",
    "nofurtheractionneeded",
    "nofurtheractionrequired",
    "nofurtheractions",
    "なし",
    "无",
    "없음",
];

/// The same in other languages of letters.
const NOTHING_ELSEWHERE: [&str; 12] = [
    "keine", "keines", "nichts", "aucun", "aucune", "ninguno", "ninguna", "nenhum", "nenhuma", "nessuna", "brak",
    "geen",
];

/// A form's own words within brackets: `[action]`, `[Owner name]`, `[ action item 1 ]`. `[OPS-12]` is none.
pub(in crate::review) fn is_blank(text: &str) -> bool {
    const MOST_WORDS: usize = 4;
    const NAMES: [&str; 16] = [
        "action",
        "item",
        "owner",
        "name",
        "title",
        "date",
        "event",
        "description",
        "text",
        "insert",
        "fill",
        "add",
        "tbd",
        "todo",
        "describe",
        "your",
    ];
    let plain = text.trim();
    let Some(inner) = plain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
        let inner = plain.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
        return inner.is_some_and(|inner| !inner.contains(['<', '>', '/', ':', '@']));
    };
    let words: Vec<_> = inner.split_whitespace().map(str::to_lowercase).collect();
    let is_named = words.iter().any(|word| NAMES.contains(&word.trim_end_matches(|c: char| !c.is_alphabetic())));
    !inner.contains(['[', ']']) && is_named && words.len() <= MOST_WORDS
}

/// What forms and templates hold where nobody wrote anything.
pub(in crate::review) fn is_nothing(text: &str) -> bool {
    let plain = plain_text(text).to_lowercase();
    let plain = plain.trim().trim_end_matches('.');
    let bare: String = plain.chars().filter(|c| c.is_alphanumeric()).collect();
    NOTHING.contains(&bare.as_str())
        || NOTHING_ELSEWHERE.contains(&bare.as_str())
        || is_blank(plain)
        || ["todo: add", "tbd:", "todo: fill"].iter().any(|lead| plain.starts_with(lead))
        || [('<', '>'), ('（', '）'), ('(', ')')]
            .iter()
            .any(|(open, close)| plain.starts_with(*open) && plain.find(*close) == Some(plain.len() - close.len_utf8()))
}
