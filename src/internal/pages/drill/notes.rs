//! The facilitator's notes of a drill, on a separate page so that players do not see them.

use super::answers::answers;
use super::hour::{self, AROUND};
use super::occasion::Occasion;
use super::page::{gap, subject};
use super::played::Played;
use super::questions::Prompts;
use super::script::Script;
use super::symptom::symptom;
use super::texts::Texts;
use super::{NotesPage, StepNotes};
use crate::pages::at::{About, At};
use crate::pages::route::{drill_path, drills_path, review_path};
use crate::pages::shell::PageView;
use crate::review::Review;
use base::phases::Phase;
use base::text::duration;
use chart::Effect;
use markdown::plain_text;

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
        steps: steps(review, &script, &texts),
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

fn steps(review: &Review, script: &Script<'_>, texts: &Texts<'_>) -> Vec<StepNotes> {
    let mut prompts = Prompts::default();
    let mut notes = Vec::with_capacity(script.steps.len());
    let symptom = symptom(review, script);
    for ((number, step), occasion) in script.steps.iter().enumerate().zip(Occasion::all(review, script)) {
        let (Some(first), Some(last)) = (step.entries.first(), step.entries.last()) else { continue };
        let next = script.steps.get(number + 1).and_then(|step| step.entries.first());
        let seen = symptom.iter().filter(|_| number == 0).map(String::as_str);
        let shown = step.entries.iter().map(|entry| entry.what);
        // Evidence of an entry that is held in part may be of what is held.
        let evidence =
            step.entries.iter().filter(|entry| !entry.is_part()).filter_map(|entry| entry.evidence.as_deref());
        notes.push(StepNotes {
            number,
            clock: texts.clock(first),
            shown: seen.chain(shown).map(|what| texts.short(what)).collect(),
            prompt: prompts.next(occasion),
            occasion: occasion.word(),
            phase: last.phase.map(Phase::name),
            effect: effect(last),
            evidence_html: evidence.map(|evidence| texts.html(evidence)).collect(),
            held: step.held.iter().map(|entry| texts.entry(entry, true)).collect(),
            next: next.map(|next| texts.short(next.what)),
            next_gap: next.map(|next| gap(last, next)),
            decided: decided(script, number).map(|decided| match decided {
                Decided::Shown(entry) => texts.short(entry.what),
                Decided::Held => "It is held until the reveal.".to_owned(),
            }),
            inject: hour::inject(number, script.steps.len() - 1),
        });
    }
    notes
}

/// What people did after a step.
enum Decided<'s> {
    Shown(&'s Played<'s>),
    /// It would give the answer away.
    Held,
}

/// What people did next, where that is not what is shown next.
fn decided<'s>(script: &'s Script<'_>, number: usize) -> Option<Decided<'s>> {
    let step = script.steps.get(number)?;
    let deed = |entry: &&Played<'_>| entry.is_by_people();
    if step.held.iter().any(|entry| entry.is_by_people() && !entry.is_part()) {
        return Some(Decided::Held);
    }
    let mut later = script.steps.iter().skip(number + 1);
    let next = later.next()?;
    if next.entries.first().is_some_and(Played::is_by_people) {
        return None;
    }
    for step in std::iter::once(next).chain(later) {
        match (step.entries.iter().find(deed), step.held.iter().any(|entry| entry.is_by_people() && !entry.is_part())) {
            (Some(shown), _) => return Some(Decided::Shown(shown)),
            (None, true) => return Some(Decided::Held),
            (None, false) => {}
        }
    }
    None
}

/// Whether it brought recovery nearer, where the record says so; to hear of it or to come to help does not.
fn effect(entry: &Played<'_>) -> Option<&'static str> {
    let words = plain_text(entry.what).to_lowercase();
    let only_hears =
        ["acknowledg", "joins", "paged", "pages ", "takes command"].iter().any(|word| words.contains(word));
    match entry.effect {
        Effect::Positive if !only_hears && entry.phase != Some(Phase::Detection) => Some("closer to restored"),
        Effect::Negative => Some("further from restored"),
        Effect::Positive | Effect::Neutral => None,
    }
}
