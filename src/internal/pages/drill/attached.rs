//! What belongs to an entry whose words end in a colon: the code that follows, else its evidence.

use crate::review::{Entry, Review};
use markdown::{Block, plain_text};

/// Whether words announce what follows.
pub(super) fn announces(text: &str) -> bool {
    plain_text(text).trim_end().ends_with([':', '：'])
}

/// The words of an entry, and the Markdown that belongs to them.
pub(super) fn parts<'r>(review: &'r Review, entry: &'r Entry) -> (&'r str, Option<&'r str>) {
    if let Some((words, code)) = with_code(&entry.what) {
        return (words, Some(code));
    }
    let beside = announces(&entry.what).then(|| following(review, entry).or(entry.evidence.as_deref())).flatten();
    (&entry.what, beside)
}

/// The words and the code of an entry that has both, where the code ends it.
fn with_code(text: &str) -> Option<(&str, &str)> {
    let at = text.match_indices('\n').map(|(at, _)| at + 1).find(|at| is_fence(&text[*at..]))?;
    let (words, code) = text.split_at(at);
    let mark = code.trim_start().get(..3)?;
    (announces(words) && code.matches(mark).count() == 2 && code.trim_end().ends_with(mark))
        .then_some((words.trim_end(), code.trim()))
}

fn is_fence(text: &str) -> bool {
    text.trim_start_matches(' ').starts_with("```") || text.trim_start_matches(' ').starts_with("~~~")
}

/// The code that stands in the body right after an entry.
fn following<'r>(review: &'r Review, entry: &Entry) -> Option<&'r str> {
    let body = review.body();
    let begin = entry.origin.and_then(|origin| origin.at)?;
    let line = entry.what.trim_end().lines().next_back()?.trim();
    let end = begin + body.get(begin..)?.find(line)? + line.len();
    let next = review.blocks.all().iter().find(|block| start(block) >= end)?;
    let Block::Other { span } = next else { return None };
    body.get(span.clone()).filter(|source| is_fence(source))
}

/// Where a block begins.
pub(super) fn start(block: &Block) -> usize {
    match block {
        Block::List { span, .. }
        | Block::Table { span, .. }
        | Block::Paragraph { span }
        | Block::Heading { span, .. }
        | Block::Other { span } => span.start,
    }
}

#[cfg(test)]
mod tests {
    use super::{announces, with_code};

    #[test]
    fn code_that_ends_an_entry_belongs_to_it() {
        assert!(announces("the pod *gave:*") && !announces("at 9:00 it gave"));
        assert_eq!(with_code("It gave:\n\n  ```\n  a\n  ```\n"), Some(("It gave:", "```\n  a\n  ```")));
        assert_eq!(with_code("It gave:\n```\na\n```\nand ended"), None);
        assert_eq!(with_code("It gave:"), None);
    }
}
