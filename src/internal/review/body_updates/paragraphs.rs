//! Updates as paragraphs: `**Resolved** - Mar 5, 16:20 UTC - it runs`.

use super::{FEWEST, Update};
use crate::review::languages::names;
use crate::review::languages::words::words;
use crate::review::text::template_calls::before_call;
use crate::review::written_time::{self, WrittenTime};
use crate::review::{Entry, Review};
use markdown::{Block, plain_text};

/// Most words of the state of an update.
const MOST_WORDS: usize = 8;

/// The paragraphs that begin with a state and have a time, before their text or in their last line.
pub(super) fn paragraphs(review: &Review) -> Vec<Update> {
    let of_block = |block: &Block| match block {
        Block::Paragraph { span } => {
            let (time, text) = update(review.body().get(span.clone())?.trim())?;
            Some((time, Entry::of(text), span.start))
        }
        _ => None,
    };
    let found: Vec<_> = review.blocks.all().iter().filter_map(of_block).collect();
    if found.len() < FEWEST { Vec::new() } else { found }
}

/// A clock, perhaps with its day and zone, and nothing after it.
pub(super) fn clock_alone(text: &str) -> Option<WrittenTime> {
    written_time::read(text).filter(|time| time.clock.is_some() && time.rest.is_empty())
}

/// Whether a text is the state of an incident as status pages name it.
pub(super) fn is_state(text: &str) -> bool {
    names::is("update state", &words(text))
}

/// The time of a paragraph that is an update, and its text.
fn update(text: &str) -> Option<(WrittenTime, String)> {
    if let Some((state, rest)) = text.split_once('\n').filter(|(state, _)| is_state(&plain_text(state))) {
        let (text, last) = rest.rsplit_once('\n')?;
        let time = clock_alone(last)?;
        return Some((time, format!("{}: {}", plain_text(state).trim(), text.trim())));
    }
    let marks = [" - ", " – ", " — "];
    let (at, mark) = marks.iter().filter_map(|mark| Some((text.find(mark)?, *mark))).min_by_key(|(at, _)| *at)?;
    let (state, rest) = (plain_text(&text[..at]), text[at + mark.len()..].trim());
    if !is_state(&state) {
        // `*Resolved 00:55 CEST* - All requests succeed.` A state has few words; a paragraph may have many.
        let ends = state.match_indices(' ').take(MOST_WORDS);
        let parted = ends.map(|(at, _)| state.split_at(at)).find(|(name, _)| is_state(name));
        let (name, time) = parted?;
        let time = clock_alone(time.trim())?;
        return Some((time, format!("{}: {}", name.trim(), before_call(rest))));
    }
    // `*Monitoring* - The rack has power again. {{< track "2025-04-27 22:35:00" >}}`
    if let Some((text, call)) = rest.split_once("{{< track") {
        let written = call.split('"').nth(1)?;
        let time = clock_alone(written)?;
        return Some((time, format!("{}: {}", state.trim(), text.trim())));
    }
    let before = || written_time::read(rest).filter(|time| time.clock.is_some() && !time.rest.is_empty());
    let after = || {
        let (text, last) = rest.rsplit_once('\n')?;
        let time = clock_alone(last)?;
        Some(WrittenTime { rest: text.trim().to_owned(), ..time })
    };
    let time = before().or_else(after)?;
    let text = format!("{}: {}", state.trim(), time.rest);
    Some((time, text))
}
