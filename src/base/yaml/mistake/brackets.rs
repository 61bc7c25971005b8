//! Lists and mappings in brackets that are never closed.

use super::{Mistake, mistake, pair, quoted};

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
    if let Some(comment) = line.find(" #") {
        let from = line[..comment].rfind([',', opens]).map_or(0, |at| at + 1);
        let until = line[comment..].find([',', closes]).map_or(line.len(), |at| comment + at);
        let text = line[from..until].trim();
        // The key stays outside of the quotes.
        let written = match pair(text) {
            Some((key, value)) => format!("{key}: {}", quoted(&text[value..])),
            None => quoted(text),
        };
        let hint = format!("a text that holds ` #` must stand in quotes: `{written}`");
        return mistake(
            "` #` begins a comment, which takes the rest of the line",
            open + comment + 1..open + until,
            hint,
        );
    }
    let what = if closes == ']' { "list" } else { "mapping" };
    let hint = format!("close it with `{closes}`; a text that holds `,`, `:`, `[` or `{{` must stand in quotes there");
    mistake(format!("this {what} is never closed"), open..open + line.trim_end().len(), hint)
}
