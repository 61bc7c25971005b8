//! Front matter that would not be recognised: it begins too low, has a wrong fence, or has none.
//!
//! In: the text of a file, and where its body begins. Out: the diagnostic that reports it. The lines may contain
//! `visibility: restricted`, so that such a file is not shown.

use crate::review::keys;
use crate::review::visibility::is_label;
use base::diagnostics::{Code, Diagnostic, Place};
use base::text::is_unseen;

/// How many lines are searched for the fence.
const TOP: usize = 30;

/// Keys that are also common in prose and in other YAML; a single line with one of them means little.
const WEAK: [&str; 9] = ["kind", "impact", "timeline", "actions", "links", "status", "summary", "public", "id"];

/// What looks like front matter in a file whose own, if there is any, ends at `body`: another block right after the first, or
/// any where there is none.
pub(in crate::review) fn near_front_matter(path: &str, text: &str, body: usize, has_some: bool) -> Option<Diagnostic> {
    let lines = lines(text, body);
    let found =
        if has_some { second(&lines) } else { fenced(&lines).or_else(|| unfenced(&lines)).or_else(|| json(&lines)) };
    let found = found?;
    let hint = match found.fault {
        Fault::Moved => "the file has to begin with `---`, without anything before it",
        Fault::Fence => {
            "front matter stands between two lines that hold only `---`, the first of which is the first line"
        }
        Fault::Second => "a review has one block of front matter: move these lines into the first",
        Fault::Json => "write it as YAML, one `key: value` a line, between two lines that hold only `---`",
        Fault::LineEnds => "save the file with line ends of LF or CR LF",
        Fault::None => "put a line that holds only `---` before it, and one after it",
    };
    Some(
        Diagnostic::new(Code::NearFrontMatter, "this looks like front matter, and would be read as text")
            .at(Place::new(path, text, found.line.start..found.line.start + found.line.text.trim_end().len().max(1)))
            .hint(hint),
    )
}

/// Whether some line may say who may see the review, however it is written: at its start, or as a key in it.
pub(in crate::review) fn may_say_visibility(text: &str) -> bool {
    text.split(['\n', '\r']).take(TOP * 4).any(|line| {
        let word = line.split(|c: char| !c.is_alphabetic() && !is_unseen(c)).find(|word| !word.is_empty());
        let is_first = word.is_some_and(is_label);
        let keys = line.rsplit_once([':', '=']).map(|(keys, _)| keys.split([':', '=']));
        is_first || keys.is_some_and(|mut keys| keys.any(|key| is_label(last_word(key))))
    })
}

/// The word at the end of a text, without quotes and spaces after it.
fn last_word(text: &str) -> &str {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    text.rsplit(|c: char| !c.is_alphanumeric() && !is_unseen(c)).next().unwrap_or_default()
}

struct Line<'t> {
    start: usize,
    text: &'t str,
}

struct Found<'l, 't> {
    line: &'l Line<'t>,
    fault: Fault,
}

enum Fault {
    /// The fence is right but too low, or indented.
    Moved,
    /// The fence is not `---`.
    Fence,
    /// There is no fence.
    None,
    /// There is another block before it.
    Second,
    /// It is JSON.
    Json,
    /// The lines end with only CR, which does not end a line here.
    LineEnds,
}

/// The first lines from an offset on; a lone CR ends a line, as it did for whoever wrote it.
fn lines(text: &str, from: usize) -> Vec<Line<'_>> {
    let mut start = from;
    let next = || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let end = rest.find(['\n', '\r']).map_or(rest.len(), |at| {
            let after = rest[at..].trim_start_matches('\r');
            if after.starts_with('\n') { rest.len() - after.len() + 1 } else { at + 1 }
        });
        let line = Line { start, text: &rest[..end] };
        start += end;
        Some(line)
    };
    std::iter::from_fn(next).take(3 * TOP).collect()
}

/// A line of dashes, or something similar, with a field of a review below it.
fn fenced<'l, 't>(lines: &'l [Line<'t>]) -> Option<Found<'l, 't>> {
    let begins = lines.iter().position(|line| !bare(line.text).is_empty())?;
    for (n, line) in lines.iter().enumerate().take(TOP) {
        let Some(fence) = Fence::of(line.text) else { continue };
        let under = || lines[n + 1..].iter().map(|line| bare(line.text));
        let mut block = under().take_while(|line| Fence::of(line).is_none());
        let closes = under().take(2 * TOP).any(|line| Fence::of(line).is_some());
        let first = under().find(|line| !line.is_empty() && !line.starts_with('#')).and_then(key);
        let strong = block.any(|line| key(line).is_some_and(|key| !WEAK.contains(&key)));
        let means = match fence {
            Fence::Dashes | Fence::Other => first.is_some() && (strong || closes),
            // A review may begin with a code block of YAML; one with a title or a visibility is meant as front matter.
            Fence::Code => {
                n == begins && under().take(TOP).any(|line| matches!(key(line), Some("title" | "visibility")))
            }
            Fence::Plus => n == begins && under().take(TOP).any(|line| line.starts_with("visibility")),
        };
        if means {
            let fault = match fence {
                Fence::Dashes if line.text.ends_with('\r') => Fault::LineEnds,
                Fence::Dashes => Fault::Moved,
                _ => Fault::Fence,
            };
            return Some(Found { line, fault });
        }
    }
    None
}

/// A block at the start of the body.
fn second<'l, 't>(lines: &'l [Line<'t>]) -> Option<Found<'l, 't>> {
    let first = lines.iter().position(|line| !bare(line.text).is_empty())?;
    let found = fenced(lines).filter(|found| found.line.start == lines[first].start)?;
    Some(Found { fault: Fault::Second, ..found })
}

/// A JSON object at the top with a title or a visibility.
fn json<'l, 't>(lines: &'l [Line<'t>]) -> Option<Found<'l, 't>> {
    let first = lines.iter().position(|line| !bare(line.text).is_empty())?;
    let begins = bare(lines[first].text);
    let names = |line: &Line<'_>| ["\"title\"", "\"visibility\""].iter().any(|name| line.text.contains(name));
    let is_object = (begins.starts_with('{') && !begins.starts_with("{{") && !begins.starts_with("{%"))
        || begins.starts_with(";;;");
    (is_object && lines[first..].iter().take(TOP).any(names))
        .then_some(Found { line: &lines[first], fault: Fault::Json })
}

/// Fields at the top without a fence above them.
fn unfenced<'l, 't>(lines: &'l [Line<'t>]) -> Option<Found<'l, 't>> {
    let (n, line) = lines.iter().enumerate().find(|(_, line)| !bare(line.text).is_empty())?;
    let first = key(bare(line.text))?;
    let rest = || lines[n + 1..].iter().take(TOP).map(|line| bare(line.text));
    let closes = rest().take_while(|line| !line.starts_with("# ")).any(|line| Fence::of(line).is_some());
    let more = rest().take_while(|line| !line.is_empty()).any(|line| key(line).is_some());
    (closes || more || matches!(first, "title" | "visibility")).then_some(Found { line, fault: Fault::None })
}

enum Fence {
    /// Three dashes.
    Dashes,
    /// Fewer or more dashes, other dashes, asterisks, or words after them.
    Other,
    /// A code block of YAML.
    Code,
    /// TOML.
    Plus,
}

impl Fence {
    fn of(line: &str) -> Option<Self> {
        let line = bare(line);
        if line == "---" {
            return Some(Self::Dashes);
        }
        if line == "+++" {
            return Some(Self::Plus);
        }
        let is_dash = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{ff0d}');
        let dashes = line.chars().take_while(|c| is_dash(*c)).count();
        let rest = line.trim_start_matches(is_dash).trim().to_lowercase();
        if (dashes >= 2 || line.starts_with('—')) && matches!(rest.as_str(), "" | "yaml" | "yml" | "front matter") {
            return Some(Self::Other);
        }
        if matches!(line, "***" | "___" | "===" | "- - -") {
            return Some(Self::Other);
        }
        let code = line.strip_prefix("```").or_else(|| line.strip_prefix("~~~"))?;
        matches!(code.trim().to_lowercase().as_str(), "yaml" | "yml" | "").then_some(Self::Code)
    }
}

/// A line without white space and invisible characters around it.
fn bare(line: &str) -> &str {
    let around =
        |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}');
    line.trim_matches(around)
}

/// The field of a review that a line sets.
fn key(line: &str) -> Option<&'static str> {
    let (name, rest) = line.split_once(':')?;
    let name = name.trim().trim_matches(['"', '\'']);
    let is_value = rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']);
    keys::REVIEW.into_iter().find(|key| is_value && *key == name)
}

#[cfg(test)]
mod tests {
    use super::{may_say_visibility, near_front_matter};

    fn line(text: &str) -> Option<usize> {
        near_front_matter("a.md", text, 0, false).map(|problem| problem.place.map_or(0, |place| place.line))
    }

    #[test]
    fn a_fence_that_is_missed_is_found() {
        let body = "title: T\nvisibility: restricted\n---\n\nText\n";
        for (before, at) in [
            ("\n---\n", 2),
            (" ---\n", 1),
            ("\t---\n", 1),
            ("<!-- a comment -->\n---\n", 2),
            ("# A heading\n\n---\n", 3),
            ("Some words first.\n---\n", 2),
            ("----\n", 1),
            ("--\n", 1),
            ("–––\n", 1),
            ("—\n", 1),
            ("***\n", 1),
            ("--- yaml\n", 1),
            ("\u{200b}---\n", 1),
            ("\n\n\n---\n# a comment\n\n", 4),
            ("", 1),
            ("\n\n", 3),
            ("```yaml\n", 1),
        ] {
            assert_eq!(line(&format!("{before}{body}")), Some(at), "{before:?}");
        }
        assert_eq!(line("title: T\n"), Some(1));
        assert_eq!(line("visibility: restricted\n\nText"), Some(1));
        assert_eq!(line("\r\n---\r\ntitle: T\r\n---\r\n"), Some(2));
    }

    #[test]
    fn other_shapes_of_it_are_found() {
        let hint = |text: &str, body, has| near_front_matter("a.md", text, body, has).and_then(|problem| problem.hint);
        let said = |text: &str| hint(text, 0, false).unwrap_or_default();
        assert!(said("{\"title\": \"T\", \"visibility\": \"restricted\"}\n\nText\n").contains("YAML"));
        assert!(said(";;;\n{\n  \"visibility\": \"restricted\"\n}\n;;;\nText\n").contains("YAML"));
        for text in ["---\rtitle: T\rvisibility: restricted\r---\rText", "---\rtitle: T\r---\r\nText\nmore\n"] {
            assert!(said(text).contains("line ends"), "{text:?}");
        }
        let twice = "---\ntitle: T\n---\n\n---\nvisibility: restricted\n---\nText\n";
        let body = twice.find("\n\n").unwrap() + 1;
        assert!(hint(twice, body, true).unwrap().contains("one block"));
        let rule = "---\ntitle: T\n---\n\n---\n\nText: with a colon\n\n---\ntitle: in the text\n";
        assert_eq!(hint(rule, body, true), None, "a rule, and text");
        assert_eq!(hint("{{ include }}\n\nThe \"title\" of it.\n", 0, false).as_deref(), None);
    }

    #[test]
    fn a_visibility_is_seen_however_it_is_written() {
        for text in [
            "visibility: restricted",
            "{\"title\": \"T\", \"visibility\": \"restricted\"}",
            "title: T\rvisiblity: restricted\r",
            "visi\u{200b}bility = restricted",
            "base: {sichtbarkeit: geheim}",
        ] {
            assert!(may_say_visibility(text), "{text:?}");
        }
        assert!(!may_say_visibility("title: The visibility of the queue\nowner: Ann\n"));
    }

    #[test]
    fn text_is_text() {
        for text in [
            "",
            "# Title\n\nDate: 2026-03-02\nStatus: draft\n",
            "# Title\n\n---\n\nSome text: with a colon\n\n---\n",
            "Title: As people write it\n\nText\n",
            "# T\n\n```yaml\nkind: Deployment\nservices: [a]\n```\n",
            "# T\n\n---\nkind: Deployment\n",
            "summary: the cache was stale.\n\nIt went on.\n",
            "A setext heading\n---\nText\n",
        ] {
            assert_eq!(line(text), None, "{text:?}");
        }
    }
}
