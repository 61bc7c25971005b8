//! An action and its state from one line: `✅ Add a check`, `~~Rewrite~~ (dropped)`, `Already moved it`.

use crate::review::languages::names;
use crate::review::languages::words::words;
use crate::review::text::placeholders::is_nothing;
use crate::review::text::states::{
    SIGNS, begins_with_joint, is_deed, state, state_after, state_before, state_in_capitals, state_in_last_words,
    state_in_sentences, stated,
};
use crate::review::{Action, ActionStatus, action_words};
use markdown::plain_text;

/// Whether a note below an action says that it is done: `This has been done: ...`. `Done when it fires in a drill` says when it
/// will be.
pub(super) fn says_done(text: &str) -> bool {
    let plain = plain_text(text).to_lowercase();
    let ends = |rest: &str| {
        !rest.starts_with(|c: char| c.is_alphanumeric() || c == '?')
            && (!rest.trim_start().starts_with(char::is_alphabetic)
                || begins_with_joint(rest)
                || rest.starts_with(": "))
    };
    names::of("done below").iter().any(|words| plain.strip_prefix(words.as_str()).is_some_and(ends))
}

/// An action from a line of text, or nothing where the line is a placeholder.
pub(super) fn from_text(text: &str, checked: Option<bool>) -> Option<Action> {
    if is_nothing(text) {
        return None;
    }
    let mut said = None;
    let mut rest = text.trim();
    // `Set a limit :white_check_mark: (Ana)`
    if let Some((_, status)) =
        SIGNS.iter().find(|(sign, _)| rest.contains(&format!(" {sign} (")) && rest.ends_with(')'))
    {
        said = Some(*status);
    }
    for (sign, status) in SIGNS {
        if let Some(bare) = rest.strip_prefix(sign).or_else(|| rest.strip_suffix(sign)) {
            (said, rest) = (Some(status), bare.trim());
        }
    }
    if let Some((status, bare)) = state_before(rest).or_else(|| state_after(rest)).or_else(|| state_in_last_words(rest))
    {
        (said, rest) = (Some(status), bare);
    }
    if let Some((state, bare)) = state_in_capitals(rest) {
        (said, rest) = (Some(state), bare);
    }
    if let Some(bare) = struck(rest) {
        // A struck-through task is done if it is also ticked or said to be done after it, otherwise it was dropped.
        let is_done = checked == Some(true)
            || rest.rsplit("~~").next().map(str::trim).and_then(stated) == Some(ActionStatus::Done);
        let struck = if is_done { ActionStatus::Done } else { ActionStatus::WontDo };
        (said, rest) = (said.or(Some(struck)), bare.trim());
    }
    said = said.or_else(|| state_in_sentences(rest));
    if said.is_none() && checked.is_none() && is_deed(rest) {
        said = Some(ActionStatus::Done);
    }
    // A state alone is that of nothing.
    if state(rest).is_some() {
        return None;
    }
    let ticked = (checked == Some(true)).then_some(ActionStatus::Done);
    let status = said.filter(|said| *said != ActionStatus::Open).or(ticked).unwrap_or(ActionStatus::Open);
    (!is_nothing(rest)).then(|| action_words::with_stated(Action::titled(rest.to_owned(), status)))
}

/// What is struck through, if nothing but a remark follows it: `~~Rewrite~~ - we decided against it`.
fn struck(text: &str) -> Option<&str> {
    let (inner, after) = text.strip_prefix("~~")?.split_once("~~")?;
    let is_remark = after.trim_start().starts_with(['-', '–', '—', '(', '（', ':', ',', ';', '*', '_']);
    // `~~Rewrite~~ decided against it`, but not `~~Add an alert~~ Alert on dropped packets`.
    let said = format!(" {} ", words(after));
    // A single word says it only at the start.
    let has_phrase =
        || names::of("dropped").iter().any(|name| name.contains(' ') && said.contains(&format!(" {name} ")));
    let is_reason = || stated(after.trim()).is_some() || has_phrase();
    (after.trim().is_empty() || is_remark || is_reason()).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::{ActionStatus, from_text, says_done};

    #[test]
    fn a_note_says_that_an_action_is_done_and_not_when_it_will_be() {
        for text in
            ["Done", "Done.", "**Done:** in #12", "Completed on 5 March", "This was done, see #12", "done (#12)"]
        {
            assert!(says_done(text), "{text}");
        }
        for text in ["Done when the alert fires in a drill", "Done?", "This is done once it is on", "Doneness", "To do"]
        {
            assert!(!says_done(text), "{text}");
        }
    }

    #[test]
    fn states_stand_before_and_after_titles() {
        for (text, title, status) in [
            ("✅ **Done** — Add a check", "Add a check", ActionStatus::Done),
            ("**Open** — Alert on it", "Alert on it", ActionStatus::Open),
            ("~~Rewrite~~ (dropped)", "Rewrite", ActionStatus::WontDo),
            ("~~Rewrite~~ not worth it, see discussion", "Rewrite", ActionStatus::WontDo),
            (
                "~~Run a second one.~~ We looked at it and decided against it: too dear.",
                "Run a second one.",
                ActionStatus::WontDo,
            ),
            ("~~Rewrite~~ *too dear*", "Rewrite", ActionStatus::WontDo),
            ("~~Rewrite~~ done in #12", "Rewrite", ActionStatus::Done),
            ("~~Add~~ Alert on dropped packets", "~~Add~~ Alert on dropped packets", ActionStatus::Open),
            ("[No] Own short code", "Own short code", ActionStatus::WontDo),
            ("[No downtime] Own short code", "[No downtime] Own short code", ActionStatus::Open),
            ("Set a limit :white_check_mark: (Ana)", "Set a limit :white_check_mark: (Ana)", ActionStatus::Done),
            ("Lay a cable ❌", "Lay a cable", ActionStatus::WontDo),
            ("Prueba (Tobías) — hecha", "Prueba (Tobías)", ActionStatus::Done),
            ("Rewrite (won't do)", "Rewrite", ActionStatus::WontDo),
            ("[Done] Add a check", "Add a check", ActionStatus::Done),
            ("(SRE) Add a check (done)", "(SRE) Add a check", ActionStatus::Done),
            ("Add a check :white_check_mark:", "Add a check", ActionStatus::Done),
            ("Purge the logs; completed as of 5 March.", "Purge the logs", ActionStatus::Done),
            ("Add a check (done in #12)", "Add a check", ActionStatus::Done),
            ("Set up alarms. **(Done during this incident)**", "Set up alarms.", ActionStatus::Done),
            ("Test failover (#123, closed)", "Test failover (#123, closed)", ActionStatus::Done),
            ("Validar (responsable: Ana, hecho)", "Validar (responsable: Ana, hecho)", ActionStatus::Done),
            ("Already added a check to it", "Already added a check to it", ActionStatus::Done),
            ("Already run on all accounts", "Already run on all accounts", ActionStatus::Done),
            ("We run the drill each month", "We run the drill each month", ActionStatus::Open),
            ("We've raised/moved the limit", "We've raised/moved the limit", ActionStatus::Done),
            ("We have added a task to our list", "We have added a task to our list", ActionStatus::Open),
            (
                "Module 1 has been replaced (2024-08-21).",
                "Module 1 has been replaced (2024-08-21).",
                ActionStatus::Done,
            ),
            ("An alert has been added to the backlog", "An alert has been added to the backlog", ActionStatus::Open),
            ("Page us once it has been replaced", "Page us once it has been replaced", ActionStatus::Open),
            ("We lacked an alert", "We lacked an alert", ActionStatus::Open),
            ("Use the counts of now. _done in the board_.", "Use the counts of now.", ActionStatus::Done),
            ("Name it *done*", "Name it *done*", ActionStatus::Open),
            ("監視を追加する(完了)", "監視を追加する", ActionStatus::Done),
            ("監視を追加する（対応中）", "監視を追加する", ActionStatus::InProgress),
            ("Close the gate (open, shut)", "Close the gate (open, shut)", ActionStatus::Open),
            ("Move it (Ana) - rejected by landlord", "Move it (Ana)", ActionStatus::WontDo),
            (
                "Rehearse it. Owner: Ana. Done 2022-08-04.",
                "Rehearse it. Owner: Ana. Done 2022-08-04.",
                ActionStatus::Done,
            ),
            ("Rewrite it. Status: dropped, too dear.", "Rewrite it. Status: dropped, too dear.", ActionStatus::WontDo),
            ("Testen (Joke, gereed)", "Testen (Joke, gereed)", ActionStatus::Done),
            ("Prüfen (Ada, erledigt am 3.4.2024)", "Prüfen (Ada, erledigt am 3.4.2024)", ActionStatus::Done),
            ("Prüfen (verworfen: zu teuer)", "Prüfen", ActionStatus::WontDo),
            ("Ring: refuse ids — merged, v2.14 (Tove)", "Ring: refuse ids — merged, v2.14 (Tove)", ActionStatus::Done),
            ("Read on start — in review (Amadou)", "Read on start — in review (Amadou)", ActionStatus::InProgress),
            ("Adressen prüfen (Sjoerd), erledigt", "Adressen prüfen (Sjoerd)", ActionStatus::Done),
            (
                "Satelliet als reserve: vervalt, te duur",
                "Satelliet als reserve: vervalt, te duur",
                ActionStatus::WontDo,
            ),
            ("Sostituire il server. Non si farà.", "Sostituire il server. Non si farà.", ActionStatus::WontDo),
            ("Probar (Ana) — se descarta", "Probar (Ana)", ActionStatus::WontDo),
            ("Show a sign: doors open", "Show a sign: doors open", ActionStatus::Open),
            ("Test (Ana), then roll out", "Test (Ana), then roll out", ActionStatus::Open),
            ("Page twice. ⏳", "Page twice.", ActionStatus::InProgress),
            ("Move it. Decided against: too late.", "Move it. Decided against: too late.", ActionStatus::WontDo),
            ("Open the gate. It is closed by day.", "Open the gate. It is closed by day.", ActionStatus::Open),
            ("[OPS-12]", "[OPS-12]", ActionStatus::Open),
            ("Add a check - in the open", "Add a check - in the open", ActionStatus::Open),
        ] {
            let action = from_text(text, None).unwrap();
            assert_eq!((action.title.as_str(), action.status), (title, status), "{text}");
        }
        for text in [
            "TBD",
            "N/A",
            "TODO: add",
            "",
            "（what to mend）",
            "(what to mend)",
            "[action]",
            "[Action item 1]",
            "<action item>",
            "No further action needed.",
            "None so far.",
            "To be determined",
            "Done",
        ] {
            assert_eq!(from_text(text, None), None, "{text}");
        }
    }
}
