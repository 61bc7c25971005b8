//! What is wrong with YAML that cannot be parsed, in the words of somebody who wrote it.
//!
//! In: the source, and where and why the parser stopped, which is often lines behind the mistake. Out: the mistake, its place and the
//! way out. Nothing where no usual mistake is found: then the parser's own words have to do.

use std::ops::Range;

/// A mistake that was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    pub(super) message: String,
    /// Bytes of the source.
    pub(super) span: Range<usize>,
    pub(super) hint: String,
}

/// The mistake behind `said`, which the parser told of at byte `at`.
pub(super) fn find(source: &str, at: usize, said: &str) -> Option<Mistake> {
    let lines = Lines(source);
    if said.contains("duplicate") {
        return None;
    }
    tab(&lines)
        .or_else(|| odd_space(&lines, at))
        .or_else(|| open_quote(&lines, said))
        .or_else(|| behind_a_quote(&lines, at, said))
        .or_else(|| open_bracket(source, at, said))
        .or_else(|| first_sign(&lines, at, said))
        .or_else(|| colon(&lines, at, said))
        .or_else(|| escape(&lines, at, said))
        .or_else(|| indent(&lines, at, said))
        .or_else(|| no_colon(&lines, at, said))
}

/// Lines with where they begin.
struct Lines<'s>(&'s str);

impl<'s> Lines<'s> {
    fn all(&self) -> impl Iterator<Item = (usize, &'s str)> {
        let mut start = 0;
        self.0.split_inclusive('\n').map(move |line| {
            let began = start;
            start += line.len();
            (began, line.trim_end_matches(['\n', '\r']))
        })
    }

    /// The line that holds byte `at`.
    fn at(&self, at: usize) -> (usize, &'s str) {
        self.all().take_while(|(start, _)| *start <= at).last().unwrap_or((0, ""))
    }

    /// The lines with something on them before the one at `start`, nearest first.
    fn before(&self, start: usize) -> Vec<(usize, &'s str)> {
        let mut lines: Vec<_> = self.all().take_while(|(begins, _)| *begins < start).collect();
        lines.retain(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
        lines.reverse();
        lines
    }
}

fn depth(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// `  - tags: a`: the key and its value, with where the value begins in the line.
fn pair(line: &str) -> Option<(&str, usize)> {
    let from = line.len() - line.trim_start_matches([' ', '-']).len();
    let colon = line[from..].find(": ").map(|at| from + at)?;
    let key = &line[from..colon];
    let plain = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    let value = colon + 1 + (line[colon + 1..].len() - line[colon + 1..].trim_start().len());
    plain.then_some((key, value))
}

/// The text in double quotes, as YAML reads it back.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.trim().replace('\\', "\\\\").replace('"', "\\\""))
}

#[expect(clippy::unnecessary_wraps, reason = "each search ends with it")]
fn mistake(message: impl Into<String>, span: Range<usize>, hint: impl Into<String>) -> Option<Mistake> {
    Some(Mistake { message: message.into(), span, hint: hint.into() })
}

fn tab(lines: &Lines<'_>) -> Option<Mistake> {
    let found = lines.all().find_map(|(start, line)| {
        let margin = &line[..line.len() - line.trim_start_matches([' ', '\t', '-']).len()];
        margin.find('\t').filter(|_| !line.trim().is_empty()).map(|at| start + at)
    });
    let at = found?;
    mistake("a tab stands at the beginning of a line", at..at + 1, "indent with spaces; YAML takes no tabs there")
}

/// A space that looks like one and is none, behind a colon or a hyphen.
fn odd_space(lines: &Lines<'_>, at: usize) -> Option<Mistake> {
    let odd = |c: char| c.is_whitespace() && !c.is_ascii();
    let end = lines.at(at).0 + lines.at(at).1.len();
    let found = lines.all().take_while(|(start, _)| *start <= end).find_map(|(start, line)| {
        let place = line.char_indices().find(|(at, c)| odd(*c) && line[..*at].ends_with([':', '-']));
        place.map(|(at, c)| (start + at, c))
    });
    let (at, c) = found?;
    let message = format!("the space here is U+{:04X} and no plain space", u32::from(c));
    mistake(message, at..at + c.len_utf8(), "type it again with the space bar")
}

/// Where on a line a quote opens that the line does not close.
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
                // Two single quotes are one that is meant.
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

fn open_quote(lines: &Lines<'_>, said: &str) -> Option<Mistake> {
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
        if pair(next).is_none() && next.contains(quote) {
            continue;
        }
        let hint = format!("close it at the end of the text: `{quote}...{quote}`");
        return mistake("this quote is never closed", start + at..start + line.trim_end().len(), hint);
    }
    None
}

/// `'it's here'`, `[Big] outage`: a value that ends before its text does.
fn behind_a_quote(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
    let (start, line) = lines.at(at);
    let (key, value) = pair(line)?;
    let text = line[value..].trim_end();
    if !said.contains("did not find expected key") || at <= start + value {
        return None;
    }
    let first = text.chars().next().filter(|c| matches!(c, '"' | '\'' | '[' | '{'))?;
    let inner = if matches!(first, '"' | '\'') { text.trim_matches(first) } else { text };
    let (what, from) = match first {
        '[' => ("the list", at),
        '{' => ("the mapping", at),
        _ => ("the quote", at),
    };
    let message = format!("text goes on where {what} has ended");
    mistake(
        message,
        from..start + value + text.len(),
        format!("put the whole text in quotes: `{key}: {}`", quoted(inner)),
    )
}

/// A list or mapping in brackets that nothing closes.
fn open_bracket(source: &str, at: usize, said: &str) -> Option<Mistake> {
    let closes = if said.contains("',' or ']'") {
        ']'
    } else if said.contains("',' or '}'") {
        '}'
    } else {
        return None;
    };
    let opens = if closes == ']' { '[' } else { '{' };
    // What a comment holds closes nothing.
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
        let hint = format!("a text that holds ` #` must stand in quotes: `{}`", quoted(text));
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

/// A value that begins with a sign that means something else.
fn first_sign(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
    let signs = ["cannot start any token", "unknown anchor", "alphabetic or numeric character", "unknown tag"];
    if !signs.iter().any(|words| said.contains(words)) {
        return None;
    }
    let (start, line) = lines.at(at);
    let inside = (at - start).min(line.len());
    let sign = |c: char| matches!(c, '@' | '`' | '%' | '*' | '&' | '!');
    let from = line.get(..inside + 1).unwrap_or(line).rfind(sign).or_else(|| line.find(sign))?;
    let rest = &line[from..];
    let text = &rest[..rest.find([',', ']', '}']).unwrap_or(rest.len())];
    let sign = rest.chars().next()?;
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
fn colon(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
    if !said.contains("mapping values are not allowed") {
        return None;
    }
    let (start, line) = lines.at(at);
    let (key, value) = pair(line)?;
    if line[value..].contains(": ") || line.trim_end().ends_with(':') {
        let hint = format!("put it in quotes: `{key}: {}`", quoted(&line[value..]));
        return mistake(
            "a text that holds `: ` must stand in quotes",
            start + value..start + line.trim_end().len(),
            hint,
        );
    }
    deeper(lines, start, line)
}

/// A key that is indented deeper than the one before it, which has a value already.
fn deeper(lines: &Lines<'_>, start: usize, line: &str) -> Option<Mistake> {
    let (key, _) = pair(&format!("{line} ")).map(|(key, value)| (key.to_owned(), value))?;
    let (_, above) = lines.before(start).into_iter().find(|(_, above)| depth(above) != depth(line))?;
    let (name, value) = pair(above)?;
    if depth(line) <= depth(above) || above[value..].trim().is_empty() {
        return None;
    }
    let from = start + depth(line);
    let message = format!("`{key}` is indented deeper than `{name}`, which has a value already");
    mistake(message, from..from + key.len(), format!("begin it in the same column as `{name}`"))
}

/// `"\d"`.
fn escape(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
    if !said.contains("escape") {
        return None;
    }
    let (start, line) = lines.at(at);
    let place = line.find('\\').map(|found| start + found)?;
    let place =
        if lines.0[place..].len() > 1 && at > place { lines.0[..=at].rfind('\\').unwrap_or(place) } else { place };
    mistake(
        "a backslash in double quotes means something to YAML",
        place..(place + 2).min(start + line.len()),
        "write the text in single quotes, in which a backslash is one: `'\\d{4}'`",
    )
}

/// A key in no column that a key before it is in.
fn indent(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
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

/// A line without a key.
fn no_colon(lines: &Lines<'_>, at: usize, said: &str) -> Option<Mistake> {
    if !said.contains("could not find expected ':'") {
        return None;
    }
    // The parser went on to the next line, or to the end.
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
    if let Some((key, value)) = text.split_once(':').filter(|(key, value)| !key.contains(' ') && !value.is_empty()) {
        return mistake("a space is missing behind the colon", span, format!("write `{key}: {value}`"));
    }
    let hint = "write `key: value`; text that goes on from the line above is indented deeper than its key";
    mistake("this line has no key", span, hint)
}

#[cfg(test)]
mod tests {
    use super::super::Document;

    /// What is said of a source: line, column, message, hint.
    fn said(source: &str) -> (usize, usize, String, String) {
        let problem = *Document::parse("a.yaml", source, 0..source.len()).unwrap_err();
        let place = problem.place.unwrap();
        (place.line, place.column, problem.message, problem.hint.unwrap_or_default())
    }

    #[test]
    fn each_mistake_has_its_line_and_its_way_out() {
        let mut wrong = Vec::new();
        for (source, line, column, message, hint) in [
            ("a: x\ntags: [a]\ntags: [b]\n", 3, 1, "`tags` stands here for the second time", "once"),
            ("a: x\nservices: [\"a, b]\ntags: [c]\n", 2, 12, "this quote is never closed", "`\"...\"`"),
            ("title: \"A\nb: c\nd: e\n", 1, 8, "this quote is never closed", "`\"...\"`"),
            ("a: 'prod\n", 1, 4, "this quote is never closed", "`'...'`"),
            ("a: 'it's here'\n", 1, 8, "text goes on where the quote has ended", "`a: \"it's here\"`"),
            (
                "title: [Big] outage\nb: c\n",
                1,
                14,
                "text goes on where the list has ended",
                "`title: \"[Big] outage\"`",
            ),
            ("tags: [a, b\nservices: [c]\n", 1, 7, "this list is never closed", "`]`"),
            ("people: {owner: Ana\nservices: [c]\n", 1, 9, "this mapping is never closed", "`}`"),
            ("services: [a #1, b]\n", 1, 14, "` #` begins a comment", "`\"a #1\"`"),
            ("times:\n\tstarted: x\n", 2, 1, "a tab stands", "spaces"),
            ("tags:\n  - a\n\t- b\n", 3, 1, "a tab stands", "spaces"),
            ("title: Outage: payments\n", 1, 8, "a text that holds `: `", "`title: \"Outage: payments\"`"),
            (
                "t:\n  - at: x\n    what: Error: it failed\n",
                3,
                11,
                "a text that holds `: `",
                "`what: \"Error: it failed\"`",
            ),
            ("people: {owner: @ana}\n", 1, 17, "a text cannot begin with `@`", "`\"@ana\"`"),
            ("a: `prod`\n", 1, 4, "a text cannot begin with a backtick", "\"`prod`\""),
            ("a: %prod\n", 1, 4, "a text cannot begin with `%`", "`\"%prod\"`"),
            ("a: *prod\n", 1, 4, "a text cannot begin with `*`", "`\"*prod\"`"),
            ("domains: [*.corp.example]\n", 1, 11, "a text cannot begin with `*`", "`\"*.corp.example\"`"),
            ("a: [x]\n  tags: [b]\n", 2, 3, "`tags` is indented deeper than `a`", "same column as `a`"),
            ("a: x\n  tags: [b]\n", 2, 3, "`tags` is indented deeper than `a`", "same column as `a`"),
            ("times:\n  a: x\n b: y\n", 3, 2, "`b` begins in a column", "same column"),
            ("a: x\nenvironment:prod\n", 2, 1, "a space is missing behind the colon", "`environment: prod`"),
            ("a: x\nenvironment:prod\nb: y\n", 2, 1, "a space is missing behind the colon", "`environment: prod`"),
            ("a:\u{a0}prod\nb: y\n", 1, 3, "the space here is U+00A0", "space bar"),
            ("i:\n  s: |\n  Nobody could pay.\nb: c\n", 3, 3, "this line has no key", "indented deeper"),
            ("p: \"\\d{4}\"\n", 1, 5, "a backslash in double quotes", "single quotes"),
        ] {
            let said = said(source);
            if (said.0, said.1) != (line, column) || !said.2.contains(message) || !said.3.contains(hint) {
                wrong.push(format!("{source:?} at {line}:{column}: {said:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn what_the_hints_say_can_be_read() {
        for good in [
            "a: \"it's here\"\n",
            "title: \"[Big] outage\"\n",
            "services: [\"a #1\", b]\n",
            "title: \"Outage: payments\"\n",
            "people: {owner: \"@ana\"}\n",
            "a: \"`prod`\"\n",
            "domains: [\"*.corp.example\"]\n",
            "p: '\\d{4}'\n",
        ] {
            assert!(Document::parse("a.yaml", good, 0..good.len()).is_ok(), "{good}");
        }
    }

    #[test]
    fn nothing_of_a_source_stops_the_search() {
        for source in [
            "\"",
            "'",
            "[",
            "{",
            "a: [\u{e9}",
            "\u{e9}: \"",
            ": :",
            "a: b: \u{1f600}",
            "- [\n- {",
            "%",
            "*",
            "\t",
            "a:\u{a0}",
            "'\n",
            "é:é\né",
        ] {
            let _ = Document::parse("a.yaml", source, 0..source.len());
        }
    }
}
