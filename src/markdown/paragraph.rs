//! A text of several blocks as one paragraph, for places that have one line.
//!
//! In: Markdown. Out: Markdown without line ends, with the same words, emphasis, code and links. Where a block ends without a mark,
//! one is added, so that the items of a list do not run together.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::events::Events;
use super::step::is_inline;
use super::{as_inline, code_span};

/// `Two owners\n- web\n- shop` as `Two owners: web; shop`.
#[must_use]
pub fn one_paragraph(source: &str) -> Cow<'_, str> {
    if !source.trim().contains('\n') {
        return Cow::Borrowed(source);
    }
    let mut line =
        Line { source, out: String::new(), run: None, left_out: Vec::new(), code: None, ends_at: 0, leads: false };
    for (event, place) in Events::new(source) {
        if let (Some(code), Event::Text(text)) = (&mut line.code, &event) {
            code.push_str(text);
            continue;
        }
        match event {
            Event::Start(Tag::CodeBlock(_)) => {
                line.end(':');
                line.code = Some(String::new());
            }
            Event::Start(Tag::List(_)) | Event::End(TagEnd::Heading(_)) => line.end(':'),
            Event::Start(Tag::Item) => line.leads = false,
            Event::Start(tag) if is_inline(tag.to_end()) => line.take(&place),
            Event::End(tag) if is_inline(tag) => line.take(&place),
            Event::Start(_) | Event::End(_) => line.end(';'),
            Event::Rule | Event::TaskListMarker(_) => {}
            // Its note is a block of its own.
            Event::FootnoteReference(_) => line.left_out.push(place),
            _ => line.take(&place),
        }
    }
    Cow::Owned(as_inline(&line.finish()))
}

/// The paragraph as far as it is written.
struct Line<'s> {
    source: &'s str,
    out: String,
    /// What was read of the block and is not written yet.
    run: Option<Range<usize>>,
    /// Places in it that are not written.
    left_out: Vec<Range<usize>>,
    /// The block of code that is read.
    code: Option<String>,
    /// Where the mark that was added last ends; 0 without one.
    ends_at: usize,
    /// Whether a list that begins here belongs to the block that was written last.
    leads: bool,
}

impl Line<'_> {
    fn take(&mut self, place: &Range<usize>) {
        // The place of an escaped sign begins after its backslash.
        let is_escaped = self.source[..place.start].ends_with('\\');
        let run = self.run.get_or_insert_with(|| place.start - usize::from(is_escaped)..place.end);
        run.end = run.end.max(place.end);
    }

    /// Writes what was read, and tells whether that was anything. Lines of a quote begin with its sign, and a backslash at the end
    /// of a line breaks it.
    fn write(&mut self) -> bool {
        if let Some(code) = self.code.take() {
            let words: Vec<_> = code.split_whitespace().collect();
            if !words.is_empty() {
                self.push(&code_span(&words.join(" ")));
            }
            return !words.is_empty();
        }
        let Some(run) = self.run.take() else { return false };
        let mut text = String::new();
        let mut at = run.start;
        for place in self.left_out.drain(..).filter(|place| run.start <= place.start && place.end <= run.end) {
            text.push_str(&self.source[at..place.start]);
            at = place.end;
        }
        text.push_str(&self.source[at..run.end]);
        if is_comment(&text) {
            return false;
        }
        for line in text.split_inclusive('\n') {
            let line = line.strip_suffix("\\\n").unwrap_or(line).trim_start_matches(['>', ' ', '\t']);
            line.split_whitespace().for_each(|word| self.push(word));
        }
        true
    }

    fn push(&mut self, word: &str) {
        if !self.out.is_empty() {
            self.out.push(' ');
        }
        self.out.push_str(word);
    }

    /// Ends a block. What a list or a heading leads to comes after a colon.
    fn end(&mut self, mark: char) {
        let is_new = self.write();
        let is_added = self.ends_at == self.out.len() && !self.out.is_empty();
        if is_new && !is_ended(&self.out) {
            self.out.push(mark);
            self.ends_at = self.out.len();
        } else if mark == ':' && is_added && self.leads {
            self.out.pop();
            self.out.push(mark);
        }
        self.leads |= is_new;
    }

    fn finish(mut self) -> String {
        self.write();
        if self.ends_at == self.out.len() {
            self.out.pop();
        }
        self.out
    }
}

/// Whether a block is nothing but a comment.
fn is_comment(text: &str) -> bool {
    let rest = text.trim().strip_prefix("<!--").and_then(|text| text.split_once("-->"));
    rest.is_some_and(|(_, after)| after.is_empty())
}

/// Whether a text ends with a mark, quotes, brackets and signs of emphasis apart.
fn is_ended(text: &str) -> bool {
    let text = text.trim_end_matches(['*', '_', '`', '"', '\'', '”', '’', '»', ')', ']']);
    text.ends_with(['.', '!', '?', '…', ':', ';', ',', '–', '—', '。', '！', '？', '：', '；', '、', '।'])
}

#[cfg(test)]
mod tests {
    use super::one_paragraph;
    use crate::plain_text;

    #[test]
    fn items_do_not_run_together() {
        for (source, line) in [
            ("One line", "One line"),
            ("Two\nlines", "Two lines"),
            ("Two owners\n- web\n- shop\n", "Two owners: web; shop"),
            ("Two owners:\n\n- web.\n\n- **shop** and\n  more\n", "Two owners: web. **shop** and more"),
            ("**Test**\n\n- Run `a b`\n  - [x] twice\n- Stop\n\nThen go", "**Test**: Run `a b`: twice; Stop; Then go"),
            ("# One\n\ntext\n\n> two\n> three\n", "One: text; two three"),
            ("- [a](b)\n- 1. May it be?\n", "[a](b); May it be?"),
            ("|a|b|\n|-|-|\n|c|d|\n", "a; b; c; d"),
            ("- - -\n\n", "- - -\n\n"),
            ("One\\\ntwo", "One two"),
            ("- \\*one*\n- two", "\\*one*; two"),
            ("<!-- how -->\n\n- one\n- two\n", "one; two"),
            ("It fell[^1], and\nran.[^1]\n\n[^1]: By itself\n", "It fell, and ran. By itself"),
            ("Alarm\n```yaml\non: **x** > 1\nfor: `5`\n```\nThen go", "Alarm: `` on: **x** > 1 for: `5` ``; Then go"),
            ("- Alarm:\n  ```\n  on *x*\n  ```\n- two\n\n```\n```\n", "Alarm: `on *x*`; two"),
        ] {
            assert_eq!(one_paragraph(source), line, "{source}");
        }
    }

    #[test]
    fn what_would_begin_a_block_stays_words() {
        assert_eq!(plain_text(&one_paragraph("- 12\\. May\n- two")), "12. May; two");
        assert_eq!(plain_text(&one_paragraph("- [a]\n- two")), "[a]; two");
    }
}
