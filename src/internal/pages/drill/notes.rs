//! The facilitator's notes of a drill, on a separate page so that players do not see them.

use super::answers::answers;
use super::hour;
use super::occasion::Occasion;
use super::page::{gap, shown, subject};
use super::played::Played;
use super::questions::Prompts;
use super::script::Script;
use super::since::Known;
use super::texts::Texts;
use super::{AnswersLink, DrillAnswer, DrillAnswers, NotesPage, StepNotes};
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
    let drill = at.site.drills.get(i)?.ok()?;
    let script = drill.script(review)?;
    let texts = Texts::of(at, i, review);
    let played = &script.steps[1..];
    let (first, last) = (script.first_sign()?, script.last_entry()?);
    let answers = answers(review, &script, drill.alert.as_deref(), &texts);
    let page = NotesPage {
        heading: format!("Facilitator’s notes: {}", subject(at, i)),
        title: texts.words(&review.title),
        real: duration(last.as_second() - first.as_second()),
        step_minutes: hour::step_minutes(played.len()),
        minutes: hour::minutes(played.len()),
        parts: hour::PARTS,
        hour: hour::cut(review, played),
        no_people: review.people.rows().next().is_none(),
        steps: steps(review, &script, drill.symptom.as_deref(), &texts, &answers),
        answers,
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

fn steps(
    review: &Review,
    script: &Script<'_>,
    symptom: Option<&str>,
    texts: &Texts<'_>,
    answers: &[DrillAnswers],
) -> Vec<StepNotes> {
    let mut prompts = Prompts::default();
    let mut notes = Vec::with_capacity(script.steps.len());
    let occasions = Occasion::all(review, script);
    let last_open = occasions.iter().rposition(|occasion| *occasion != Occasion::Ending).unwrap_or(0);
    for ((number, step), occasion) in script.steps.iter().enumerate().zip(occasions) {
        let (Some(first), Some(last)) = (step.entries.first(), step.entries.last()) else { continue };
        let next = script.steps.get(number + 1).and_then(|step| step.entries.first());
        // The evidence of an entry that is shown in part may belong to the part that is held.
        let evidence = step.entries.iter().filter(|entry| !entry.is_part()).filter_map(Played::other_evidence);
        notes.push(StepNotes {
            number,
            clock: texts.clock(first),
            shown: shown(script, step, symptom.filter(|_| number == 0), texts),
            prompt: prompts.next(occasion),
            occasion: occasion.word(),
            phase: last.phase.map(Phase::name),
            effect: effect(review, last, occasion),
            evidence_html: evidence.map(|evidence| texts.html(evidence)).collect(),
            held: step.held.iter().map(|entry| texts.entry(entry, true)).collect(),
            next: next.map(|next| texts.opening(next.what)),
            goes_on: next.is_none() && occasion != Occasion::Ending,
            next_gap: next.map(|next| gap(last, next)),
            decided: decided(script, number).map(|decided| match decided {
                Decided::Shown(entry) => texts.opening(entry.what),
                Decided::Held => "It is held until the reveal.".to_owned(),
            }),
            inject: hour::inject(number, script.steps.len() - 1, last_open),
            answers: answered(answers, last),
        });
    }
    notes
}

/// The topics with an answer that players may be given at the moment of an entry.
fn answered(answers: &[DrillAnswers], at: &Played<'_>) -> Vec<AnswersLink> {
    let may_be_told = |answer: &DrillAnswer| match answer.known {
        Known::Always | Known::Asked => true,
        Known::From(since) => since <= at.at,
        Known::End => false,
    };
    let groups = answers.iter().filter(|group| group.answers.iter().any(may_be_told));
    groups.map(|group| AnswersLink { id: group.id.clone(), topic: group.topic }).collect()
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
    if step.holds_a_deed() {
        return Some(Decided::Held);
    }
    let mut later = script.steps.iter().skip(number + 1);
    let next = later.next()?;
    if next.entries.first().is_some_and(Played::is_by_people) {
        return None;
    }
    for step in std::iter::once(next).chain(later) {
        match (step.entries.iter().find(deed), step.holds_a_deed()) {
            (Some(shown), _) => return Some(Decided::Shown(shown)),
            (None, true) => return Some(Decided::Held),
            (None, false) => {}
        }
    }
    None
}

/// Whether an entry brought recovery nearer, if the author states its effect and the review's plot shows it, which is from the start to
/// the end. Entries in which people only hear of the incident, open it or join do not.
fn effect(review: &Review, entry: &Played<'_>, occasion: Occasion) -> Option<&'static str> {
    let moves = review.moments.started.is_none_or(|start| entry.at >= start)
        && review.times().end().is_none_or(|end| entry.at < end);
    let words = plain_text(entry.what).to_lowercase();
    let only_hears =
        ["acknowledg", "joins", "paged", "pages ", "takes command"].iter().any(|word| words.contains(word));
    let is_deed = !only_hears
        && entry.phase != Some(Phase::Detection)
        && !matches!(occasion, Occasion::Noticing | Occasion::Asking);
    match entry.effect {
        Effect::Positive if moves && is_deed => Some("closer to restored"),
        Effect::Negative if moves => Some("further from restored"),
        _ => None,
    }
}
