//! Quotes that are never closed, and text after a closing quote.

use super::{Lines, Mistake, mistake, pair, quoted};

/// The position of a quote that opens on a line and does not close there.
fn opens_quote(line: &str) -> Option<usize> {
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    let mut signs = line.char_indices().peekable();
    let mut begins = true;
    while let Some((at, c)) = signs.next() {
        match open {
            Some((_, '"')) if c == '\\' => {
                signs.next();
            }
            Some((_, quote)) if c == quote => {
                // Two single quotes are an escaped one.
                if quote == '\'' && signs.peek().is_some_and(|(_, next)| *next == '\'') {
                    signs.next();
                } else {
                    open = None;
                }
            }
            None if matches!(c, '"' | '\'') && begins => open = Some((at, c)),
            None if c == '#' && before.is_whitespace() => return None,
            Some(_) | None => {}
        }
        if open.is_none() && !c.is_whitespace() {
            begins = matches!(c, ':' | '-' | '[' | '{' | ',');
        }
        before = c;
    }
    open.map(|(at, _)| at)
}

pub(super) fn open_quote(lines: &Lines<'_>, said: &str) -> Option<Mistake> {
    let expected = ["unexpected end of stream", "did not find expected", "could not find expected", "mapping values"];
    if !expected.iter().any(|words| said.contains(words)) {
        return None;
    }
    let mut all = lines.all().peekable();
    while let Some((start, line)) = all.next() {
        let Some(at) = opens_quote(line) else { continue };
        // A text over several lines is closed before the next key.
        let quote = &line[at..=at];
        let next = all.peek().map_or("", |(_, next)| *next);
        let is_next_item =
            next.trim_start().strip_prefix("- ").is_some_and(|item| item.starts_with(['{', '[', '"', '\'']));
        if pair(next).is_none() && !is_next_item && next.contains(quote) {
            continue;
        }
        let hint = format!("close it at the end of the text: `{quote}...{quote}`");
        return mistake("this quote is never closed", start + at..start + line.trim_end().len(), hint);
    }
    None
}

/// `'it's here'`, `[Big] outage`, `- [ ] Alert sooner`: a value that ends before its text does.
pub(super) fn after_a_quote(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
    let (start, line) = lines.at(at);
    let text_at = |text: &str| line.len() - text.trim_start().len();
    let item = || line.trim_start().strip_prefix("- ").map(|text| ("- ".to_owned(), text_at(text)));
    let (before, value) = pair(line).map(|(key, value)| (format!("{key}: "), value)).or_else(item)?;
    let text = line[value..].trim();
    if !said.contains("did not find expected key") && !said.contains("'-' indicator") || at <= start + value {
        return None;
    }
    if let Some(task) = ["[ ] ", "[x] ", "[X] "].iter().find_map(|sign| text.strip_prefix(sign)) {
        let hint = format!("leave the box out: `{before}{}`; an action says `status: done`", task.trim());
        return mistake("a box is a list to YAML", start + value..start + value + 3, hint);
    }
    let first = text.chars().next().filter(|c| matches!(c, '"' | '\'' | '[' | '{'))?;
    if text.strip_suffix(',').is_some_and(|whole| whole.ends_with([first, ']', '}'])) {
        let comma = start + value + text.len() - 1;
        return mistake(
            "nothing follows this comma",
            comma..comma + 1,
            "take it out: a line of its own ends without one",
        );
    }
    // `'it's here'` has a quote too many; of `"Big" outage` all quotes are meant.
    let is_wrapped = matches!(first, '"' | '\'') && text.matches(first).count() % 2 == 1;
    let inner =
        text.strip_prefix(first).and_then(|text| text.strip_suffix(first)).filter(|_| is_wrapped).unwrap_or(text);
    let what = match first {
        '[' => "list",
        '{' => "mapping",
        _ => "quote",
    };
    mistake(
        format!("text goes on where the {what} has ended"),
        at..start + value + text.len(),
        format!("put the whole text in quotes: `{before}{}`", quoted(inner)),
    )
}
