//! What the first sign looks like, where the first entry only says that somebody was called.
//!
//! In: the review, its drill and its alert. Out: the alert in its own words; else what was seen to go wrong just before, how it was noticed,
//! or the impact, as far as these do not come near to the cause.

use std::collections::BTreeSet;

use super::hindsight::looks_back;
use super::nothing::shows_nothing;
use super::played::Played;
use super::said::{Said, telling};
use super::script::Script;
use super::sentences::{longest_run, sentences};
use crate::review::{Actor, DetectionSource, Review, may_say, names_duration, says};
use base::phases::Phase;
use chart::Effect;

/// What is seen, as Markdown; none where the first step says it.
pub(super) fn symptom(review: &Review, script: &Script<'_>, alert: Option<&str>) -> Option<String> {
    let first = script.steps.first()?;
    if first.entries.iter().any(|entry| entry.effect == Effect::Negative) {
        return None;
    }
    let own = alert.filter(|alert| !script.held().tells(&Said::of(*alert))).map(str::to_owned);
    own.or_else(|| before(review, script)).or_else(|| {
        let note = review.detection.as_ref().and_then(|detection| detection.note.as_deref());
        // How many were affected is known at the end.
        let impact = review.impact.summary.as_deref().filter(|text| !text.contains(|c: char| c.is_ascii_digit()));
        let may_be_told = |part: &str| {
            let said = Said::of(part);
            !script.held().comes_near(&said) && !looks_back(&said) && !names_duration(part)
        };
        [note, impact]
            .into_iter()
            .flatten()
            .filter(|text| !shows_nothing(text))
            .find_map(|text| longest_run(text, may_be_told))
            .map(str::to_owned)
    })
}

/// What the alert said, as the text or the note of its detection quotes it: `TOKEN_REFUSED rate 100 %`.
pub(super) fn alert(review: &Review) -> Option<String> {
    let note = review.detection.as_ref().and_then(|detection| detection.note.as_deref());
    let may_quote = |text: &&str| may_say("alert says", text);
    let mut quoting = note.into_iter().chain([review.body()]).filter(may_quote).flat_map(sentences).filter(may_quote);
    quoting.find_map(|sentence| {
        let quoted = ['`', '"', '“'].iter().find_map(|mark| quoted(sentence, *mark))?;
        says("alert says", sentence).then_some(quoted)
    })
}

/// The first words between two marks.
fn quoted(sentence: &str, mark: char) -> Option<String> {
    let (_, rest) = sentence.split_once(mark)?;
    let close = if mark == '“' { '”' } else { mark };
    let (inside, _) = rest.split_once(close)?;
    let words = inside.trim();
    (!words.is_empty()).then(|| if mark == '`' { format!("`{words}`") } else { words.to_owned() })
}

/// What went wrong last before the first sign: sentences, else a beginning, that have no word in common with what is held. What
/// people did before anybody knew may well be the cause.
fn before(review: &Review, script: &Script<'_>) -> Option<String> {
    let wrong = script.before.iter().rev().find(|entry| entry.effect == Effect::Negative)?;
    if !matches!(wrong.actor, Some(Actor::Automation | Actor::Conversation)) {
        return None;
    }
    let services: BTreeSet<_> = review.services.iter().flat_map(|service| telling(service)).collect();
    let held: BTreeSet<_> =
        script.steps.iter().flat_map(|step| &step.held).flat_map(|entry| telling(entry.what)).collect();
    let is_open = |part: &str| {
        let said = Said::of(part);
        !script.held().comes_near(&said) && said.telling().difference(&services).all(|word| !held.contains(word))
    };
    // What the monitoring saw when it told somebody is what they were told, as long as it does not come near to the cause.
    let is_told =
        review.detection.as_ref().is_some_and(|detection| detection.source == Some(DetectionSource::Monitoring))
            && wrong.phase == Some(Phase::Detection)
            && wrong.actor == Some(Actor::Automation);
    let beginning = || {
        let (beginning, _) = wrong.what.split_once([':', ';'])?;
        (is_open(beginning) && beginning.split_whitespace().count() > 3).then(|| format!("{}.", beginning.trim()))
    };
    let told =
        || longest_run(wrong.what, |part| is_told && !script.held().comes_near(&Said::of(part))).map(str::to_owned);
    longest_run(wrong.what, is_open).map(str::to_owned).or_else(beginning).or_else(told)
}

/// What of an entry of before the first sign the players were not shown as the symptom.
pub(super) fn not_seen<'r>(entry: &Played<'r>, symptom: Option<&str>) -> Vec<Played<'r>> {
    let seen = symptom.map(|seen| seen.trim_end_matches('.')).filter(|seen| !seen.is_empty());
    seen.map_or_else(|| vec![*entry], |seen| entry.without(seen))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn what_is_quoted_stands_between_two_marks() {
        assert_eq!(quoted("The page said `RATE 100 %`, and I", '`').as_deref(), Some("`RATE 100 %`"));
        assert_eq!(quoted("It said “dark”.", '“').as_deref(), Some("dark"));
        assert_eq!(quoted("It said `dark", '`'), None);
    }
}
