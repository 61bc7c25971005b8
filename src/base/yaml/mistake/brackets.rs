//! Lists and mappings in brackets: what is never closed, and what is wrong between the brackets.

use std::ops::Range;

use super::{Lines, Mistake, mistake, pair, quoted};

/// What stands between two signs of a list or mapping in brackets: its range in the line, and the sign after it, if there is one.
struct Part {
    range: Range<usize>,
    ends: Option<char>,
    /// Where a `#` begins a comment in it.
    comment: Option<usize>,
    /// Where a text in quotes ends before its part does.
    quote_end: Option<usize>,
    /// Whether it is what follows a list or mapping in it.
    is_after: bool,
}

/// The parts of what is in brackets on a line.
fn parts(line: &str) -> Vec<Part> {
    let (mut parts, mut depth, mut quote) = (Vec::new(), 0_usize, None);
    let new = |from, is_after| Part { range: from..from, ends: None, comment: None, quote_end: None, is_after };
    let mut part = new(0, false);
    let (mut before, mut begins, mut is_escaped) = (' ', true, false);
    for (at, c) in line.char_indices() {
        let closes = matches!(c, '}' | ']') && depth > 0;
        match quote {
            Some('"') if is_escaped || c == '\\' => is_escaped = !is_escaped,
            Some(open) if c == open => (quote, part.quote_end) = (None, Some(at + 1)),
            None if begins && matches!(c, '"' | '\'') => (quote, begins) = (Some(c), false),
            None if c == '#' && (before.is_whitespace() || matches!(before, '[' | '{' | ',')) => {
                if depth == 0 {
                    break;
                }
                // A space after it makes a comment that is meant.
                let is_meant = line[at + 1..].starts_with(char::is_whitespace);
                part.comment = part.comment.or((!is_meant).then_some(at));
            }
            None if (begins && matches!(c, '{' | '[')) || (depth > 0 && (c == ',' || closes)) => {
                part.range.end = at;
                part.ends = Some(c);
                let ended = std::mem::replace(&mut part, new(at + 1, closes));
                parts.extend(Some(ended).filter(|_| depth > 0));
                depth = if closes { depth - 1 } else { depth + usize::from(c != ',') };
                begins = !closes;
            }
            None if !c.is_whitespace() => begins = matches!(c, ':' | '-'),
            _ => {}
        }
        before = c;
    }
    if depth > 0 {
        part.range.end = line.len();
        parts.push(part);
    }
    parts
}

/// Texts in brackets that begin with `#` or have one after a space: the rest of the line is a comment.
pub(super) fn hash(lines: &Lines<'_>, said: &str) -> Option<Mistake> {
    if !["',' or ']'", "',' or '}'", "expected node content"].iter().any(|words| said.contains(words)) {
        return None;
    }
    lines.all().find_map(|(start, line)| {
        let parts = parts(line);
        let first = parts.iter().find_map(|part| part.comment)?;
        let cut: Vec<_> = parts.iter().filter(|part| part.comment.is_some()).collect();
        let written = cut.iter().map(|part| {
            let text = line[part.range.clone()].trim();
            // The key stays outside of the quotes.
            match pair(text) {
                Some((key, value)) => format!("`{key}: {}`", quoted(&text[value..])),
                None => format!("`{}`", quoted(text)),
            }
        });
        let hint = format!("a text that holds ` #` must stand in quotes: {}", written.collect::<Vec<_>>().join(", "));
        let end = cut.first().map_or(first + 1, |part| first + line[first..part.range.end].trim_end().len());
        mistake("` #` begins a comment, which takes the rest of the line", start + first..start + end, hint)
    })
}

/// A comma too many or too few between the parts of what is in brackets.
pub(super) fn comma(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
    let last = lines.at(at).0;
    let nothing = said.contains("expected node content");
    if !nothing && !said.contains("',' or ']'") && !said.contains("',' or '}'") {
        return None;
    }
    // The last such line before the place at which the parser stopped.
    let found = lines.all().take_while(|(start, _)| *start <= last).filter_map(|(start, line)| {
        let parts = parts(line);
        let part = |range: &Range<usize>| start + range.start..start + range.end;
        if nothing {
            let is_empty = |part: &Part| !part.is_after && line[part.range.clone()].trim().is_empty();
            let empty = parts.iter().find(|part| part.ends == Some(',') && is_empty(part))?;
            let comma = empty.range.end..empty.range.end + 1;
            return mistake(
                "nothing stands before this comma",
                part(&comma),
                "take the comma out, or write what is missing",
            );
        }
        if parts.last().is_none_or(|part| part.ends.is_none()) {
            return None;
        }
        parts.iter().find_map(|one| {
            let text = &line[one.range.clone()];
            if let Some(end) = one.quote_end.filter(|end| !line[*end..one.range.end].trim_start().starts_with(':')) {
                // `what: "The "old" cache"`
                let whole = text.trim();
                let value = pair(whole).map_or(0, |(_, value)| value);
                let inner = whole[value..].strip_prefix('"').and_then(|inner| inner.strip_suffix('"'));
                if let Some(inner) = inner.filter(|_| line[end..].starts_with(char::is_alphanumeric)) {
                    let hint =
                        format!("write a backslash before each quote inside: `{}{}`", &whole[..value], quoted(inner));
                    return mistake("a quote stands inside this text in quotes", part(&(end - 1..end)), hint);
                }
                let next = line[end..one.range.end].trim();
                let word = next.split_whitespace().next()?;
                let at = end + line[end..].find(word)?;
                let hint = format!("write a comma before it: `, {word} ...`");
                return mistake("a comma is missing before this", part(&(at..at + word.len())), hint);
            }
            let (_, value) = pair(text.trim_start())?;
            let value = one.range.start + (text.len() - text.trim_start().len()) + value;
            let rest = line[value..one.range.end].trim_end();
            let colon = rest.find(": ")?;
            let word = rest[..colon].rsplit(' ').next()?;
            let at = value + colon - word.len();
            let hint = format!(
                "write a comma before `{word}:` if it is a key, or put the whole text in quotes: `{}`",
                quoted(rest)
            );
            mistake("this value holds a second colon", part(&(at..at + word.len() + 1)), hint)
        })
    });
    found.last()
}

/// A list or mapping in brackets that is never closed.
pub(super) fn open_bracket(source: &str, at: usize, said: &str) -> Option<Mistake> {
    let closes = if said.contains("',' or ']'") {
        ']'
    } else if said.contains("',' or '}'") {
        '}'
    } else {
        return None;
    };
    let opens = if closes == ']' { '[' } else { '{' };
    // A bracket inside a comment does not count.
    let before = source.get(..at)?.split_inclusive('\n').map(|line| match line.find(" #") {
        Some(comment) => line[..comment].to_owned() + &" ".repeat(line.len() - comment),
        None => line.to_owned(),
    });
    let before: String = before.collect();
    let mut depth = 0_usize;
    let open = before.char_indices().rev().find_map(|(at, c)| {
        if c == closes {
            depth += 1;
        } else if c == opens {
            if depth == 0 {
                return Some(at);
            }
            depth -= 1;
        }
        None
    })?;
    let line = source[open..].lines().next().unwrap_or_default();
    let what = if closes == ']' { "list" } else { "mapping" };
    let hint = format!("close it with `{closes}`; a text that holds `,`, `:`, `[` or `{{` must stand in quotes there");
    mistake(format!("this {what} is never closed"), open..open + line.trim_end().len(), hint)
}
