//! The facilitator's notes of a drill, on a separate page so that players do not see them.

use super::answers::answers;
use super::hour::{self, AROUND};
use super::page::{gap, occasion, subject};
use super::questions::Prompts;
use super::script::Script;
use super::texts::Texts;
use super::{NotesPage, StepNotes};
use crate::pages::at::{About, At};
use crate::pages::route::{drill_path, drills_path, review_path};
use crate::pages::shell::PageView;
use crate::review::{Actor, Entry};
use base::phases::Phase;
use base::text::duration;
use chart::Effect;

pub fn page(at: At<'_>, i: usize) -> Option<(PageView, NotesPage)> {
    let review = at.library().reviews.get(i)?;
    let script = Script::of(review).ok()?;
    let texts = Texts::of(at, i, review);
    let played = &script.steps[1..];
    let step_minutes = hour::step_minutes(played.len());
    let (first, last) = (script.first_sign()?, script.last_entry()?);
    let page = NotesPage {
        heading: format!("Facilitator’s notes: {}", subject(at, i)),
        title: texts.words(&review.title),
        may_tell: script.may_tell,
        real: duration(last.as_second() - first.as_second()),
        step_minutes,
        minutes: AROUND + step_minutes * played.len(),
        hour: hour::chosen(played),
        answers: answers(review, &script, &texts),
        steps: steps(&script, &texts),
        drill: at.link("The drill, for the players’ screen", &drill_path(&review.id)),
        review: at.link("The review", &review_path(&review.id)),
    };
    let about = About {
        title: page.heading.clone(),
        description: String::new(),
        class: "drill-notes",
        breadcrumbs: vec![at.home_crumb(), at.link("Drills", drills_path()), at.link("Drill", &drill_path(&review.id))],
        feeds: Vec::new(),
    };
    Some((at.page(about), page))
}

fn steps(script: &Script<'_>, texts: &Texts<'_>) -> Vec<StepNotes> {
    let mut prompts = Prompts::default();
    let mut notes = Vec::with_capacity(script.steps.len());
    for (number, step) in script.steps.iter().enumerate() {
        let (Some(first), Some(last)) = (step.entries.first(), step.entries.last()) else { continue };
        let later = || script.steps.iter().skip(number + 1).flat_map(|step| &step.entries).copied();
        let next = later().next();
        // The decision is the next entry by people, unless it is also the next entry.
        let decided = later().find(|entry| by_people(entry)).filter(|_| !next.is_some_and(|next| by_people(&next)));
        let occasion = occasion(script, number, step);
        notes.push(StepNotes {
            number,
            clock: texts.clock(first),
            shown: step.entries.iter().map(|entry| texts.short(&entry.what)).collect(),
            prompt: prompts.next(occasion),
            occasion: occasion.word(),
            phase: last.phase.map(Phase::name),
            effect: match last.effect {
                Effect::Positive => "closer to restored",
                Effect::Neutral => "no change",
                Effect::Negative => "further from restored",
            },
            evidence_html: step.entries.iter().filter_map(|e| e.evidence.as_deref()).map(|e| texts.html(e)).collect(),
            held: step.held.iter().map(|entry| texts.entry(entry, true)).collect(),
            next: next.map(|next| texts.short(&next.what)),
            next_gap: next.map(|next| gap(last, &next)),
            decided: decided.map(|decided| texts.short(&decided.what)),
            inject: hour::inject(number, script.steps.len() - 1),
        });
    }
    notes
}

fn by_people(entry: &Entry) -> bool {
    matches!(entry.actor, Some(Actor::Human | Actor::Conversation))
}
