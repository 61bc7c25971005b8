//! The state of an action in its author's words: `✅ Add a check`, `**Done** — Add a check`, `Rewrite (dropped)`.

use crate::review::ActionStatus;
use crate::review::languages::words::words;
use crate::review::languages::{names, timelines};
use crate::review::written_day;

/// Signs for a state.
pub(in crate::review) const SIGNS: [(&str, ActionStatus); 21] = [
    ("✅", ActionStatus::Done),
    ("☑️", ActionStatus::Done),
    ("☑", ActionStatus::Done),
    ("✔️", ActionStatus::Done),
    ("✔", ActionStatus::Done),
    (":white_check_mark:", ActionStatus::Done),
    (":heavy_check_mark:", ActionStatus::Done),
    ("🚧", ActionStatus::InProgress),
    ("⏳", ActionStatus::InProgress),
    ("⌛", ActionStatus::InProgress),
    ("🔄", ActionStatus::InProgress),
    (":hourglass:", ActionStatus::InProgress),
    (":construction:", ActionStatus::InProgress),
    ("⬜", ActionStatus::Open),
    ("✘", ActionStatus::WontDo),
    ("✗", ActionStatus::WontDo),
    ("✖", ActionStatus::WontDo),
    ("❌", ActionStatus::WontDo),
    (":x:", ActionStatus::WontDo),
    // Boxes of note-taking programs.
    ("[-]", ActionStatus::WontDo),
    ("[/]", ActionStatus::InProgress),
];

/// The crosses, which may also say that something is not done yet. A box with a hyphen says that it was dropped.
fn crosses() -> impl Iterator<Item = &'static str> {
    let is_cross = |(sign, state): &&(&str, ActionStatus)| *state == ActionStatus::WontDo && !sign.starts_with('[');
    SIGNS.iter().filter(is_cross).map(|(sign, _)| *sign)
}

/// Whether a text is a cross and nothing else.
pub(in crate::review) fn is_cross(text: &str) -> bool {
    crosses().any(|sign| text.trim() == sign)
}

/// A text without the cross that it begins or ends with.
pub(in crate::review) fn without_cross(text: &str) -> Option<&str> {
    crosses().find_map(|sign| text.strip_prefix(sign).or_else(|| text.strip_suffix(sign))).map(str::trim)
}

/// The state that words name in any language.
pub(in crate::review) fn state(text: &str) -> Option<ActionStatus> {
    let words = words(text);
    let kinds = [("open", ActionStatus::Open), ("dropped", ActionStatus::WontDo)];
    let known = kinds.into_iter().find(|(kind, _)| names::is(kind, &words)).map(|(_, status)| status);
    known.or_else(|| state_in_words(&words))
}

/// Done or in progress, in the words of any language.
pub(in crate::review) fn state_in_words(words: &str) -> Option<ActionStatus> {
    let kinds = [("done", ActionStatus::Done), ("in progress", ActionStatus::InProgress)];
    kinds.into_iter().find(|(kind, _)| names::is(kind, words)).map(|(_, status)| status)
}

/// The words of a state before more that is said of it: `completed as of 5 March`, `done in #12`.
fn before_joint(said: &str) -> &str {
    let joints = said.match_indices(' ').filter(|(at, _)| begins_with_joint(&said[*at..])).map(|(at, _)| at);
    joints.chain(said.find(": ")).min().map_or(said, |end| &said[..end])
}

/// Whether the words after a state go on with a word such as *on* or *in*.
pub(in crate::review) fn begins_with_joint(rest: &str) -> bool {
    let word: String =
        rest.trim_start().chars().take_while(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    names::is("joint after a state", &word)
}

/// `**Done** — Add a check`, `[Done] Add a check`, `Done: add a check`.
pub(in crate::review) fn state_before(text: &str) -> Option<(ActionStatus, &str)> {
    let ends = [" — ", " – ", " - ", ": ", ":** ", "] ", ") "];
    let (at, mark) = ends.iter().filter_map(|mark| Some((text.find(mark)?, *mark))).min_by_key(|(at, _)| *at)?;
    let (lead, rest) = (&text[..at], text[at + mark.len()..].trim());
    // `[No] Own short code`: whether it will be done.
    let is_no = || mark == "] " && lead.starts_with('[') && names::is("answers no", &words(lead));
    Some((state(lead).or_else(|| is_no().then_some(ActionStatus::WontDo))?, rest))
}

/// Whether the words of an action say that it has been done: `Already added a check`, `We've moved it`, `We raised the limit`.
pub(in crate::review) fn is_deed(text: &str) -> bool {
    const NEAR: usize = 5;
    let plain = words(text);
    let (rest, is_already) = after_already(&plain);
    if rest.len() == plain.len() {
        return is_told_in_passive(&plain);
    }
    // `We run it` may be a habit.
    let is_verb = |word: &str| names::is("deed", word) || (is_already && names::is("after already", word));
    // In other languages the verb may be the last word: `Wir haben die Grenze erhöht`.
    let verb_last = || {
        let last = rest.rsplit(' ').next().unwrap_or_default();
        names::language("deed", last).is_some_and(|language| language != "en")
    };
    let mut words = rest.split(' ').filter(|word| !word.is_empty());
    let is_done = words.next().is_some_and(is_verb) || verb_last() || names::after("deed", rest).is_some();
    is_done && !words.take(NEAR).any(|word| names::is("task word", word))
}

/// Whether words say that something has been done: `Module 1 has been replaced`, and not when it is: `Page us once it has been`.
fn is_told_in_passive(words: &str) -> bool {
    const MOST_WORDS: usize = 8;
    let of = |joint: &String| {
        let (before, after) = words.split_once(&format!(" {joint} "))?;
        let next = after.split(' ').next()?;
        let is_condition = |word: &str| names::is("condition", word);
        let is_short = before.split(' ').count() <= MOST_WORDS;
        // `An alert has been added to the backlog` says that it is to be done.
        let is_task = || words.split(' ').any(|word| names::is("task word", word));
        Some(is_short && names::is("deed", next) && !before.split(' ').any(is_condition) && !is_task())
    };
    names::of("has been").iter().filter_map(of).any(|is_told| is_told)
}

/// What follows words such as *we have already* at the start, and whether *already* is among them.
fn after_already(words: &str) -> (&str, bool) {
    let (mut rest, mut is_already) = (words, false);
    loop {
        if let Some(after) = names::after("already", rest).filter(|_| !is_already) {
            (rest, is_already) = (after, true);
        } else if let Some(after) = names::after("we have", rest) {
            rest = after;
        } else {
            return (rest, is_already);
        }
    }
}

/// `TODO add a check`, `DONE add a check`: as keywords of other formats.
pub(in crate::review) fn state_in_capitals(text: &str) -> Option<(ActionStatus, &str)> {
    let (word, rest) = text.split_once(' ')?;
    let is_capital = word.len() > 2 && word.chars().all(|c| c.is_ascii_uppercase() || c == '-');
    Some((state(word).filter(|_| is_capital)?, rest.trim()))
}

/// The state that a last sentence in emphasis begins with: `Use the new metrics. _done in the board_.`
pub(in crate::review) fn state_in_last_words(text: &str) -> Option<(ActionStatus, &str)> {
    let (lead, last) = text.trim_end().trim_end_matches('.').strip_suffix(['_', '*'])?.rsplit_once(['_', '*'])?;
    let word = last.split_whitespace().next()?;
    let is_sentence = lead.trim_end().ends_with(['.', '!', '?', ')']);
    Some((state(word).filter(|state| is_sentence && *state == ActionStatus::Done)?, lead.trim_end()))
}

/// `Rewrite (dropped)`, `Rewrite - done`, `Rewrite - done (Ana)`, `Rewrite (Ana), done`, `Rewrite: dropped`.
pub(in crate::review) fn state_after(text: &str) -> Option<(ActionStatus, &str)> {
    const ENDS: [&str; 10] = [" (", " [", " **(", " *(", " _(", "（", " — ", " – ", " - ", "; "];
    if let Some(state) = state_within_brackets(text) {
        return Some((state, text));
    }
    // Chinese and Japanese put no space before brackets.
    let unspaced = text.rfind('(').filter(|at| text[..*at].ends_with(timelines::is_character));
    let at = ENDS.iter().filter_map(|mark| text.rfind(mark)).chain(unspaced).max();
    let is_known = |(state, _): &(ActionStatus, &str)| *state != ActionStatus::Open;
    at.and_then(|at| state_from(text, at))
        .or_else(|| after_brackets(text).or_else(|| before_brackets(text)).filter(is_known))
        .or_else(|| state_from(text, text.rfind(": ")?).map(|(state, _)| (state, text)).filter(is_known))
}

/// `Rewrite (Ana), done`
fn after_brackets(text: &str) -> Option<(ActionStatus, &str)> {
    let at = text.rfind("), ")? + 1;
    state_from(text, at)
}

/// `Rewrite - done (Ana)`: the title stays whole, because the brackets have more to say.
fn before_brackets(text: &str) -> Option<(ActionStatus, &str)> {
    let bare = &text[..text.strip_suffix(')')?.rfind(" (")?];
    let at = [" — ", " – ", " - ", "; "].iter().filter_map(|mark| bare.rfind(mark)).max()?;
    state_from(bare, at).map(|(state, _)| (state, text))
}

/// The state that the words from `at` on are or begin with, and the text before them.
fn state_from(text: &str, at: usize) -> Option<(ActionStatus, &str)> {
    // `Purge the logs; completed as of 5 March`, `Add a check (done in #12)`.
    let said = text[at..].trim_start_matches(|c: char| !c.is_alphanumeric());
    // `Lay a cable (dropped, too dear)`
    let clause = || {
        said.split_once([',', ';', '，', '、'])
            .and_then(|(clause, _)| state(clause))
            .filter(|state| *state != ActionStatus::Open)
    };
    Some((
        state(&text[at..]).or_else(clause).or_else(|| {
            state(before_joint(said)).or_else(|| state_before_day(said)).filter(|state| *state != ActionStatus::Open)
        })?,
        text[..at].trim(),
    ))
}

/// The state that stands last of several things in brackets: `Test failover (#123, closed)`.
fn state_within_brackets(text: &str) -> Option<ActionStatus> {
    let inner = text.trim_end_matches(['*', '_']).strip_suffix([')', '）'])?;
    let inner = inner.rsplit(['(', '（']).next()?;
    let (_, last) = inner.rsplit_once([',', ';', '，', '、'])?;
    state(last).or_else(|| state(before_joint(last.trim()))).filter(|state| *state != ActionStatus::Open)
}

/// The state that a later sentence is, or names: `Owner: Ana. Done 2022-08-04.`, `Rewrite it. Status: dropped, too dear.`
pub(in crate::review) fn state_in_sentences(text: &str) -> Option<ActionStatus> {
    let is_known = |state: &ActionStatus| *state != ActionStatus::Open;
    let of_sentence = |sentence: &str| {
        let sentence = sentence.trim().trim_end_matches(['.', '。', '*', '_']);
        if names_status(sentence) {
            return state_labelled(sentence);
        }
        state(sentence).or_else(|| state(before_joint(sentence))).or_else(|| state_before_day(sentence))
    };
    text.split(". ").flat_map(|part| part.split('。')).skip(1).filter_map(of_sentence).filter(is_known).last()
}

/// `done 2022-08-04`, `completed 14/4/2023`
fn state_before_day(text: &str) -> Option<ActionStatus> {
    let (lead, rest) = text.split_once(' ')?;
    written_day::leading(rest).and_then(|_| state(lead))
}

/// Whether a text begins with the label of a state: `Status: done`.
fn names_status(text: &str) -> bool {
    text.split_once([':', '：']).is_some_and(|(label, _)| names::is("label status", &words(label)))
}

/// The state after such a label.
pub(in crate::review) fn state_labelled(text: &str) -> Option<ActionStatus> {
    let (_, value) = text.split_once([':', '：']).filter(|_| names_status(text))?;
    stated(value.trim_matches([' ', '*', '_', '.']))
}

/// The state that a text is, or begins with: `done`, `done on 3 April`, `dropped, too dear`.
pub(in crate::review) fn stated(text: &str) -> Option<ActionStatus> {
    let clause = text.split([',', ';', '(', '，', '、', '（']).next().unwrap_or_default();
    let sign = || SIGNS.iter().find(|(sign, _)| text.trim() == *sign).map(|(_, status)| *status);
    state(text).or_else(|| state(clause)).or_else(|| state(before_joint(text.trim()))).or_else(sign)
}
