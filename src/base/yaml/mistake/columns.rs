//! Lines that begin in a wrong column or with a space that is not ASCII, and lines without a key.

use super::{Lines, Mistake, depth, mistake, pair};
use crate::text::{CONFLICT, CONFLICT_HINT, begins_conflict, is_unseen};

/// The first line that git leaves where two versions differ.
pub(super) fn conflict(lines: &Lines<'_>) -> Option<Mistake> {
    let (start, line) = lines.all().find(|(_, line)| begins_conflict(line))?;
    mistake(CONFLICT, start..start + line.len(), CONFLICT_HINT)
}

pub(super) fn tab(lines: &Lines<'_>) -> Option<Mistake> {
    let found = lines.all().find_map(|(start, line)| {
        let margin = &line[..line.len() - line.trim_start_matches([' ', '\t', '-']).len()];
        margin.find('\t').filter(|_| !line.trim().is_empty()).map(|at| start + at)
    });
    let at = found?;
    mistake("a tab stands at the beginning of a line", at..at + 1, "indent with spaces; YAML takes no tabs there")
}

/// White space that is not ASCII, or a character that nobody sees, after a colon or a hyphen, or at the beginning of a line.
pub(super) fn odd_space(lines: &Lines<'_>, at: usize) -> Option<Mistake> {
    let odd = |c: char| !c.is_ascii() && (c.is_whitespace() || is_unseen(c));
    let end = lines.at(at).0 + lines.at(at).1.len();
    let found = lines.all().take_while(|(start, _)| *start <= end).find_map(|(start, line)| {
        let place = line
            .char_indices()
            .find(|(at, c)| odd(*c) && (line[..*at].ends_with([':', '-']) || line[..*at].trim().is_empty()));
        place.map(|(at, c)| (start + at, c))
    });
    let (at, c) = found?;
    if is_unseen(c) {
        let message = format!("a character stands here that nobody sees, U+{:04X}", u32::from(c));
        return mistake(message, at..at + c.len_utf8(), "delete what stands here, and type it again");
    }
    let name = if c == '\u{a0}' { ", a no-break space," } else { "" };
    let message = format!("the space here is U+{:04X}{name} and no plain space", u32::from(c));
    mistake(message, at..at + c.len_utf8(), "type the spaces here again with the space bar")
}

/// A key that is indented deeper than the key before it, although that one already has a value.
pub(super) fn deeper(lines: &Lines<'_>, start: usize, line: &str) -> Option<Mistake> {
    let key = pair(&format!("{line} "))?.0.to_owned();
    let (_, above) = lines.before(start).into_iter().find(|(_, above)| depth(above) != depth(line))?;
    let (name, value) = pair(above)?;
    if depth(line) <= depth(above) || above[value..].trim().is_empty() {
        return None;
    }
    let from = start + depth(line);
    let message = format!("`{key}` is indented deeper than `{name}`, which has a value already");
    mistake(message, from..from + key.len(), format!("begin it in the same column as `{name}`"))
}

/// A key whose column is that of no key before it.
pub(super) fn indent(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
    if !said.contains("did not find expected") {
        return None;
    }
    let (start, line) = lines.at(at);
    if let Some(found) = deeper(lines, start, line) {
        return Some(found);
    }
    let columns: Vec<_> = lines.before(start).iter().map(|(_, above)| depth(above)).collect();
    let name = line.trim().split(':').next().unwrap_or_default();
    if columns.is_empty() || columns.contains(&depth(line)) || name.is_empty() {
        return None;
    }
    let from = start + depth(line);
    let message = format!("`{name}` begins in a column in which no key before it does");
    mistake(message, from..from + name.len(), "begin keys that belong together in the same column")
}

/// A key in the column of the hyphens above it, which belongs to the last item.
pub(super) fn below_hyphen(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
    if !said.contains("'-' indicator") {
        return None;
    }
    let (start, line) = lines.at(at);
    let key = pair(&format!("{line} "))?.0.to_owned();
    let (_, above) = lines.before(start).into_iter().find(|(_, above)| depth(above) <= depth(line))?;
    let is_item = above.trim_start().starts_with("- ") && depth(above) == depth(line);
    let from = start + depth(line);
    let hint = "indent it by two spaces more, so that it begins below the key after the hyphen";
    let message = format!("`{key}` begins in the column of the hyphen above, and belongs to no item");
    if is_item { mistake(message, from..from + key.len(), hint) } else { None }
}

/// A line of hyphens between two parts of one file.
pub(super) fn second_document(lines: &Lines<'_>, said: &str) -> Option<Mistake> {
    if !said.contains("more than one document") {
        return None;
    }
    let mut has_some = false;
    let (start, line) = lines.all().find(|(_, line)| {
        let is_fence = line.trim_end() == "---" || line.starts_with("--- ");
        let found = is_fence && has_some;
        has_some |= !line.trim().is_empty() && !line.trim_start().starts_with('#');
        found
    })?;
    mistake(
        "this line begins a second document",
        start..start + line.trim_end().len(),
        "take the line out: one file holds one document",
    )
}

/// A line without a key.
pub(super) fn no_colon(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
    if !said.contains("could not find expected ':'") {
        return None;
    }
    // The parser stops one line too late, or at the end.
    let (found, _) = lines.at(at);
    let end = if at >= lines.0.len() { usize::MAX } else { found };
    let mut candidates = lines.before(end);
    candidates.insert(0, lines.at(at));
    let (start, line) = candidates.into_iter().find(|(_, line)| {
        let text = line.trim();
        !text.is_empty() && !text.starts_with(['-', '#']) && pair(&format!("{line} ")).is_none()
    })?;
    let text = line.trim();
    let from = start + depth(line);
    let span = from..from + text.len();
    if let Some((key, value)) = text.split_once('：').filter(|(key, _)| !key.contains([' ', ':'])) {
        let colon = from + key.len();
        let message = "the colon here is U+FF1A, a full-width one, and no plain colon";
        return mistake(message, colon..colon + '：'.len_utf8(), format!("write `{key}: {}`", value.trim()));
    }
    if let Some(found) = no_space(start, line) {
        return Some(found);
    }
    let comment = ["//", "<!--"].iter().find_map(|sign| text.strip_prefix(sign));
    let is_name = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_');
    let hint = match (comment, text.split_once('=')) {
        (Some(words), _) => format!("a comment begins with `#`: `# {}`", words.trim_end_matches("-->").trim()),
        (None, Some((key, value))) if is_name(key.trim()) => format!("write `{}: {}`", key.trim(), value.trim()),
        _ => "write `key: value`; text that goes on from the line above is indented deeper than its key".to_owned(),
    };
    mistake("this line has no key", span, hint)
}

/// A line `key:value`, on which the space is missing.
pub(super) fn no_space(start: usize, line: &str) -> Option<Mistake> {
    let (key, value) = without_space(line.trim())?;
    let from = start + depth(line);
    let hint = format!("write `{key}: {value}`");
    mistake("a space is missing after the colon", from..from + line.trim().len(), hint)
}

/// The key and the value of `key:value`; the colon of an address has slashes after it, and that of `10:30` digits before it.
pub(in crate::yaml) fn without_space(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.split_once(':')?;
    let is_sign = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let is_key = key.contains(char::is_alphabetic) && key.chars().all(is_sign);
    (is_key && !value.is_empty() && !value.starts_with(['/', ' '])).then_some((key, value))
}
