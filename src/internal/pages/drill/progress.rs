//! Entries that only say that people are at work: they give players nothing to decide.

use super::common::is_common;
use super::played::Played;
use crate::review::{Actor, says_in};
use markdown::plain_text;

/// The most letters of such an entry; one of a script without spaces counts as four.
const BRIEF: usize = 72;

/// Whether an entry says no more than that the work began, goes on or is done: `Started looking into the issue`. What its author calls
/// a deed of people, or gives an effect or evidence, says more.
pub(super) fn is_progress(entry: &Played<'_>) -> bool {
    let says_more = matches!(entry.actor, Some(Actor::Human | Actor::Conversation))
        || entry.effect.moves()
        || entry.beside.is_some()
        || entry.other_evidence().is_some();
    !says_more && tells_of_progress(entry.what)
}

/// Whether all words of a short text but one are those of work, and none says what was changed. `Started` says that where no other word
/// of work is beside it: `Started the standby`.
fn tells_of_progress(text: &str) -> bool {
    let plain = plain_text(text).to_lowercase();
    let length: usize = plain.chars().map(|c| if c > '\u{2e80}' { 4 } else { 1 }).sum();
    if length > BRIEF {
        return false;
    }
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2 && !is_common(word));
    let (work, mut others): (Vec<_>, Vec<_>) = words.partition(|word| says_in("progress", word));
    // Articles and the like of any language are short.
    others.retain(|word| word.chars().count() > 3 || word.contains(|c: char| c.is_ascii_digit()));
    let changes = |word: &&str| says_in("changes something", word);
    !work.iter().all(changes) && others.len() < 2 && !others.iter().any(changes)
}

#[cfg(test)]
mod tests {
    use super::tells_of_progress;

    #[test]
    fn work_that_goes_on_gives_nothing_to_decide() {
        for text in [
            "Started looking into the alerted issue",
            "Issue identified, started work on fix",
            "User reporting back that the fix works",
            "Creates a PR with a fix",
            "調査を開始",
            "Wir untersuchen das Problem",
        ] {
            assert!(tells_of_progress(text), "{text}");
        }
        for text in [
            "Issue recreated in K8s sandbox",
            "Restarted the monitor",
            "Started the standby",
            "Rollback started",
            "The standby is started by hand, and the board stays dark",
            "Ana joins",
            "データベースを再起動し、調査を続けながら利用者に知らせた",
        ] {
            assert!(!tells_of_progress(text), "{text}");
        }
    }
}
