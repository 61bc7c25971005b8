//! Characters with a meaning in YAML in a text without quotes, or with the wrong ones.

use super::{Lines, Mistake, mistake, pair, quoted};

/// A value that begins with a character that has a meaning in YAML.
pub(super) fn first_sign(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
    let signs = ["cannot start any token", "unknown anchor", "alphabetic or numeric character", "unknown tag"];
    if !signs.iter().any(|words| said.contains(words)) {
        return None;
    }
    let (start, line) = lines.at(at);
    let inside = (at - start).min(line.len());
    let sign = |c: char| matches!(c, '@' | '`' | '%' | '*' | '&' | '!');
    let before = line.get(..inside + 1).unwrap_or(line);
    // Only a sign at the beginning of a value is wrong: `*all* orders` has another one.
    let begins =
        |at: usize| line[..at].trim_end().is_empty() || line[..at].trim_end().ends_with([':', '-', ',', '[', '{']);
    let first = before.rmatch_indices(sign).map(|(at, _)| at).find(|at| begins(*at));
    let from = first.or_else(|| before.rfind(sign)).or_else(|| line.find(sign))?;
    let rest = &line[from..];
    let is_inside = |open: char, close: char| line[..from].matches(open).count() > line[..from].matches(close).count();
    let ends: &[char] = if is_inside('[', ']') || is_inside('{', '}') { &[',', ']', '}'] } else { &[] };
    let text = &rest[..rest.find(ends).unwrap_or(rest.len())];
    let sign = rest.chars().next()?;
    if let Some(item) = text.strip_prefix("* ").filter(|_| line[..from].trim().is_empty()) {
        let hint = format!("begin each item with a hyphen: `- {}`", item.trim());
        return mistake("a list has no `*` in YAML", start + from..start + from + 1, hint);
    }
    let message = format!("a text cannot begin with `{sign}`").replace("```", "a backtick");
    mistake(
        message,
        start + from..start + from + text.trim_end().len(),
        format!("put it in quotes: {}", shown(&quoted(text))),
    )
}

/// In backticks, unless it holds one.
fn shown(text: &str) -> String {
    if text.contains('`') { text.to_owned() } else { format!("`{text}`") }
}

/// `title: Outage: payments`.
pub(super) fn colon(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
    if !said.contains("mapping values are not allowed") {
        return None;
    }
    let (start, line) = lines.at(at);
    let (key, value) = pair(line)?;
    let text = line[value..].trim_end();
    if let Some(opens) = opening(text) {
        let closes = text.chars().next_back().unwrap_or_default();
        return mistake(
            format!("this `{closes}` closes what nothing opened"),
            start + value + text.len() - 1..start + value + text.len(),
            format!("begin the value with `{opens}`: `{key}: {opens}{text}`"),
        );
    }
    if line[value..].contains(": ") || line.trim_end().ends_with(':') {
        let hint = format!("put it in quotes: `{key}: {}`", quoted(&line[value..]));
        return mistake(
            "a text that holds `: ` must stand in quotes",
            start + value..start + line.trim_end().len(),
            hint,
        );
    }
    super::columns::deeper(lines, start, line).or_else(|| {
        let (above, text) = lines.before(start).into_iter().next()?;
        super::columns::no_space(above, text)
    })
}

/// The bracket that is missing at the beginning of a value: `source: alert, note: A page}` lacks a `{`.
fn opening(text: &str) -> Option<char> {
    let opens = match text.chars().next_back()? {
        '}' => '{',
        ']' => '[',
        _ => return None,
    };
    (!text.contains([opens, '"', '\''])).then_some(opens)
}

/// `tags: - cache`.
pub(super) fn hyphen(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
    if !said.contains("block sequence entries are not allowed") {
        return None;
    }
    let (start, line) = lines.at(at);
    let (key, value) = pair(line)?;
    let item = line[value..].trim_end().strip_prefix("- ")?.trim();
    let is_plain = !item.contains([',', '[', ']', '{', '}', '#', ':', '"', '\'']);
    let item = if is_plain { item.to_owned() } else { quoted(item) };
    mistake(
        "a list with hyphens begins on the line below its key",
        start + value..start + line.trim_end().len(),
        format!("write `{key}: [{item}]`, or each item on a line of its own: `- {item}`"),
    )
}

/// `identified: -`: a hyphen or a question mark as the whole value.
pub(super) fn alone(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
    if !["block sequence entries", "mapping keys"].iter().any(|what| said.contains(&format!("{what} are not allowed")))
    {
        return None;
    }
    let (start, line) = lines.at(at);
    let (key, value) = pair(line)?;
    let sign = line[value..].split(" #").next().map(str::trim_end).filter(|sign| matches!(*sign, "-" | "?"))?;
    mistake(
        format!("`{sign}` alone is no value"),
        start + value..start + value + sign.len(),
        format!("take `{key}` out while there is nothing to say"),
    )
}

/// `"\d"`.
pub(super) fn escape(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
    if !said.contains("escape") {
        return None;
    }
    let (start, line) = lines.at(at);
    let backslashes = || line.match_indices('\\').map(|(found, _)| start + found);
    let place = backslashes().take_while(|place| *place <= at).last().or_else(|| backslashes().next())?;
    let (before, after) = line.split_at(place - start);
    let text = before.rsplit_once('"').zip(after.split_once('"')).map(|((_, one), (two, _))| format!("{one}{two}"));
    let text = text.filter(|text| !text.contains(['\'', '`'])).unwrap_or_else(|| "...".to_owned());
    mistake(
        "a backslash in double quotes means something to YAML",
        place..(place + 2).min(start + line.len()),
        format!("write the text in single quotes, in which a backslash is one: `'{text}'`"),
    )
}

/// `environment: > production`: the sign says that a text stands on the lines below.
pub(super) fn block(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
    if !said.contains("expected comment or line break") {
        return None;
    }
    let (start, line) = lines.at(at);
    let (key, value) = pair(line)?;
    let text = line[value..].trim_end();
    let sign = text.chars().next().filter(|c| matches!(c, '>' | '|'))?;
    mistake(
        format!("`{sign}` says that a text stands on the lines below it"),
        start + value..start + value + text.len(),
        format!(
            "put the text below this line, indented; if it begins with `{sign}`, in quotes: `{key}: {}`",
            quoted(text)
        ),
    )
}
