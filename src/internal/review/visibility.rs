//! Who may see a review, and `Visibility:` as a line of its text, if the front matter does not state it.
//!
//! In: a review. Out: a review that is restricted if a line of its text restricts it. In lines that may be a header (the first
//! sixty, and everything above the first heading after the title), every value after `Visibility:` restricts the review unless it
//! is known to mean everybody; an empty value does too. Further down, where `Visibility:` may be about a harbour, only values
//! that are known to mean restricted do, and so it is with `Visibility – ...` and below a heading *Visibility*.

use super::Review;
use super::labelled::lines::around;
use super::labelled::{Found, TOP_LINES, note};
use super::languages::names;
use super::languages::words::words;
use base::diagnostics::{Diagnostic, Level};
use base::text::{edits, is_unseen};

/// Who may see the review inside the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// Everybody.
    Org,
    /// Nobody through this site: it is only counted.
    Restricted,
}

/// Restricts the review if a line says so, and adds a note on the line.
pub(super) fn fill(review: &mut Review, problems: &mut Vec<Diagnostic>) {
    let Some(found) = hiding(review) else { return };
    review.visibility = Visibility::Restricted;
    let note = note(review, &found, "visibility `restricted`");
    // What somebody wants to restrict is restricted, whatever word they use.
    let known = found.value.eq_ignore_ascii_case("restricted");
    problems.push(if known { note } else { note.with_level(Level::Warning) });
}

/// Whether the value is known to let everybody inside read the review.
pub(super) fn is_open(value: &str) -> bool {
    names::is("open to everybody", &words(value))
}

/// Whether a key or label means the visibility: in any of the languages, in any case, or with one or two letters wrong.
pub(super) fn is_label(label: &str) -> bool {
    const NAME: &str = "visibility";
    const MOST_EDITS: usize = 2;
    let seen: String = label.chars().filter(|c| !is_unseen(*c)).collect();
    let label = words(&seen);
    // Texts of other lengths differ by more; this spares the counting for most lines, which may be very long.
    let is_as_long = || label.chars().count().abs_diff(NAME.len()) <= MOST_EDITS;
    names::is("label visibility", &label) || (is_as_long() && edits(&label, NAME) <= MOST_EDITS)
}

/// How a line separates the label from its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// `:`, `=`, or a cell of a table: a field.
    Field,
    /// A dash, which may also go on with a sentence.
    Dash,
    /// The line is a heading, and its text follows.
    Heading,
}

/// The first line that restricts the review.
fn hiding(review: &Review) -> Option<Found> {
    let body = review.body();
    let top: usize = body.split_inclusive('\n').take(TOP_LINES).map(str::len).sum();
    let header_end = review.header_end().max(top);
    let mut start = 0;
    // A lone CR ends a line too: for whom the file was written, it did.
    for line in body.split_inclusive(['\n', '\r']) {
        let (at, end) = (start, start + line.trim_end().len());
        start += line.len();
        if is_code(review, at + line.len() - line.trim_start().len()) {
            continue;
        }
        let Some((sign, value)) = after(line) else { continue };
        let value = match sign {
            Sign::Heading => body[start..].lines().find(|line| !line.trim().is_empty()).unwrap_or_default(),
            _ => value,
        };
        let said = words(value);
        let hides = if sign == Sign::Field && at < header_end { !is_open(value) } else { is_hiding(&said) };
        if hides {
            return Some(Found { value: value.trim().to_owned(), start: at, end });
        }
    }
    None
}

/// Whether an offset lies in code, where a line is no statement about the review. A block that nobody closed, or that only the title
/// stands above, may be meant as one.
fn is_code(review: &Review, at: usize) -> bool {
    let Some(code) = around(&review.outline.code, at) else { return false };
    let body = review.body();
    let is_mark = |c: char| c.is_whitespace() || c == '>';
    let lines = || body.get(code.clone()).unwrap_or_default().trim_end().lines();
    let last = lines().next_back().unwrap_or_default().trim_start_matches(is_mark);
    let is_closed =
        lines().count() > 1 && (last.starts_with("```") || last.starts_with("~~~") || last.contains("</pre>"));
    let above = body.get(..code.start).unwrap_or_default().trim();
    let is_first = above.is_empty() || (above.starts_with('#') && !above.contains('\n'));
    is_closed && !is_first
}

/// Whether a value begins with a word that restricts a review in any place.
fn is_hiding(said: &str) -> bool {
    let word = said.split(' ').next().unwrap_or_default();
    // As keys of their own these words are about something else: `closed: true`.
    names::is("restricted", word) || names::is("restricted after a label", word)
}

/// The value after a label of visibility, with the sign between them.
fn after(line: &str) -> Option<(Sign, &str)> {
    /// More characters are no label.
    const LONGEST: usize = 40;
    // Marks, emoji and the sign of a comment may stand before the label.
    let text = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_dash = |c: char| matches!(c, '\u{2012}'..='\u{2015}');
    let spaced = |at: usize| text[..at].ends_with(' ') && text[at + 1..].starts_with(' ');
    let is_sign = |at: usize, c: char| {
        matches!(c, ':' | '：' | '=' | '|' | '→') || is_dash(c) || matches!(c, '-' | '>') && spaced(at)
    };
    let Some((at, c)) = text.char_indices().take(LONGEST + 1).find(|(at, c)| is_sign(*at, *c)) else {
        let may_be_heading = line.trim_start().starts_with(['#', '*', '_']) && text.chars().nth(LONGEST).is_none();
        return (may_be_heading && is_label(text)).then_some((Sign::Heading, ""));
    };
    if !is_label(&text[..at]) {
        return None;
    }
    let value = text[at + c.len_utf8()..].trim_matches(|c: char| !c.is_alphanumeric());
    let sign = if is_dash(c) || c == '-' { Sign::Dash } else { Sign::Field };
    Some((sign, value))
}

#[cfg(test)]
mod tests {
    use super::super::testing::parsed;
    use super::Visibility;
    use site::config::Config;

    fn visibility(text: &str) -> Visibility {
        parsed("a.md", text, &Config::default()).0.visibility
    }

    #[test]
    fn a_header_of_any_length_restricts_a_review_and_so_does_an_unknown_word() {
        for lines in [0, 58, 59, 60, 61, 200] {
            let above = "Owner: Ann\n".repeat(lines);
            for line in
                ["Visibility: restricted", "**Visibility**: leads only", "| Visibility | secret |", "Visibility:"]
            {
                let text = format!("# T\n\n{above}{line}\n\n## Summary\n\nText\n");
                assert_eq!(visibility(&text), Visibility::Restricted, "{line} below {lines} lines");
            }
            let open = format!("# T\n\n{above}Visibility: everyone\n\n## Summary\n\nText\n");
            assert_eq!(visibility(&open), Visibility::Org, "below {lines} lines");
        }
    }

    #[test]
    fn further_down_only_known_words_restrict_a_review() {
        let below = |line: &str| format!("# T\n\n## Summary\n\n{}\n\n{line}\n", "Text.\n\n".repeat(40));
        for line in ["Visibility: restricted", "Visibility: Confidential, leads only", "- Visibility: need-to-know"] {
            assert_eq!(visibility(&below(line)), Visibility::Restricted, "{line}");
        }
        for line in ["Visibility: 200 m", "Visibility: poor", "Visibility:", "Visibility: public"] {
            assert_eq!(visibility(&below(line)), Visibility::Org, "{line}");
        }
        let both = format!("# T\n\nVisibility: org\n\n{}", below("Visibility: restricted"));
        assert_eq!(visibility(&both), Visibility::Restricted, "the stricter of two");
    }

    #[test]
    fn code_says_nothing_of_who_may_read() {
        let diff = "@@ -1,2 +1,2 @@\n-  visibility: restricted\n   visibility: increase\n";
        for code in [
            format!("```diff\n{diff}```"),
            format!("- It fell:\n\n  ~~~\n  {}~~~", diff.replace('\n', "\n  ")),
            format!("<pre>\n{diff}</pre>"),
        ] {
            assert_eq!(visibility(&format!("# T\n\nIt fell.\n\n{code}\n\nText.\n")), Visibility::Org, "{code}");
            let text = format!("# T\n\nIt fell.\n\n{code}\n\nVisibility: restricted\n");
            assert_eq!(visibility(&text), Visibility::Restricted, "{code}");
        }
        for open in [
            "# T\n\nIt fell.\n\n```\nlog\n\nVisibility: restricted\n",
            "# T\n\n```yaml\nvisibility: restricted\n```\n\nText.\n",
        ] {
            assert_eq!(visibility(open), Visibility::Restricted, "{open}");
        }
        let indented = "# T\n\n    Owner: Ann\n    Visibility: restricted\n\nText.\n";
        assert_eq!(visibility(indented), Visibility::Restricted);
    }

    #[test]
    fn a_visibility_is_read_as_authors_write_it() {
        for line in [
            "Visibility = restricted",
            "* **Visibility** – restricted",
            "Visibility — Confidential",
            "- Visibility - private",
            "🔒 Visibility: restricted",
            "🔒 **Visibility:** leads only",
            "<!-- visibility: restricted -->",
            "## Visibility\n\nRestricted\n\n## More",
            "Confidentiality: restricted",
            "Sichtbarkeit: eingeschränkt",
            "Confidentialité : restreinte",
            "公開範囲：非公開",
            "密级：机密",
            "Visiblity: restricted",
            "Owner: Ann\rVisibility: restricted\r",
        ] {
            assert_eq!(visibility(&format!("# T\n\n{line}\n\nText\n")), Visibility::Restricted, "{line}");
        }
        for line in [
            "Visibility – or what there was of it – was poor",
            "## Visibility\n\nNobody saw the queue.\n\n## More",
            "Sichtbarkeit: intern",
            "Confidentialité : interne",
            "**Visibility**: public",
            "The visibility: restricted",
            "Invisible: yes",
        ] {
            assert_eq!(visibility(&format!("# T\n\n{line}\n\nText\n")), Visibility::Org, "{line}");
        }
    }
}
