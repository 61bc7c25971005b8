//! The players' page of a drill, or why there is none.

use super::drills::Drill;
use super::hour;
use super::occasion::Occasion;
use super::played::Played;
use super::questions::{Prompts, debrief};
use super::script::{Script, Step, day};
use super::symptom::not_seen;
use super::texts::Texts;
use super::{DrillEntry, DrillList, DrillPage, DrillReveal, DrillStep};
use crate::library::Dimension;
use crate::pages::at::{About, At};
use crate::pages::route::{drill_notes_path, drills_path, review_path};
use crate::pages::shell::PageView;
use crate::review::{DetectionSource, Review};
use base::text::{capitalised, duration};

pub fn page(at: At<'_>, i: usize) -> Option<(PageView, DrillPage)> {
    let review = at.library().reviews.get(i)?;
    let texts = Texts::of(at, i, review);
    let page = match at.site.drills.get(i)? {
        Ok(drill) => played(at, i, drill, &texts)?,
        Err(reason) => DrillPage { none: Some(reason.words()), ..empty(at, i, review) },
    };
    let about = About {
        title: page.heading.clone(),
        description: String::new(),
        class: "drill",
        // The review's title would give the cause away.
        breadcrumbs: vec![at.home_crumb(), at.link("Drills", drills_path())],
        feeds: Vec::new(),
    };
    Some((at.page(about), page))
}

fn played(at: At<'_>, i: usize, drill: &Drill, texts: &Texts<'_>) -> Option<DrillPage> {
    let review = at.library().reviews.get(i)?;
    let script = &drill.script(review)?;
    let symptom = drill.symptom.as_deref();
    let steps = steps(review, script, texts, symptom);
    let rest = steps.len().saturating_sub(1);
    Some(DrillPage {
        day: script.first_sign().map(|first| day(first, review.zone_of_timeline())).unwrap_or_default(),
        noticed: review.detection.as_ref().and_then(|d| d.source).map(DetectionSource::words),
        step_minutes: hour::step_minutes(rest),
        minutes: hour::minutes(rest),
        reveal: Some(reveal(review, script, texts, symptom)),
        questions: debrief(review, |text| texts.words(text)),
        steps,
        ..empty(at, i, review)
    })
}

fn empty(at: At<'_>, i: usize, review: &Review) -> DrillPage {
    let services: Vec<_> = at.terms_of(Dimension::Services, i).into_iter().map(|link| link.label).collect();
    DrillPage {
        heading: format!("Drill: {}", subject(at, i)),
        none: None,
        services,
        day: String::new(),
        noticed: None,
        steps: Vec::new(),
        step_minutes: 0,
        minutes: 0,
        reveal: None,
        questions: Vec::new(),
        notes_href: at.to(&drill_notes_path(&review.id)),
        review: at.link("The review", &review_path(&review.id)),
    }
}

/// `an incident in Checkout`: a description that gives away neither the cause nor the duration.
pub(super) fn subject(at: At<'_>, i: usize) -> String {
    let review = &at.library().reviews[i];
    let kinds = &at.library().config.kinds;
    let label = kinds.iter().find(|kind| kind.key == review.kind).map_or(review.kind.as_str(), |kind| &kind.label);
    let kind = label.to_lowercase();
    let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    // Where it was; else whose it was.
    let kinds = [(Dimension::Services, "services"), (Dimension::Teams, "teams")];
    let terms = |(dimension, word)| (at.terms_of(dimension, i), word);
    let (places, word) = kinds.into_iter().map(terms).find(|(places, _)| !places.is_empty()).unwrap_or_default();
    let places: Vec<_> = places.into_iter().map(|link| link.label).collect();
    let place = match places.as_slice() {
        [] => review.environment.as_ref().map(|environment| format!(" in {environment}")).unwrap_or_default(),
        [one] => format!(" in {one}"),
        [one, two] => format!(" in {one} and {two}"),
        [one, others @ ..] => format!(" in {one} and {} other {word}", others.len()),
    };
    format!("{article} {kind}{place}")
}

/// `12 min later`.
pub(super) fn gap(from: &Played<'_>, to: &Played<'_>) -> String {
    match to.at.as_second() - from.at.as_second() {
        0 => "at the same time".to_owned(),
        seconds => format!("{} later", duration(seconds)),
    }
}

fn steps(review: &Review, script: &Script<'_>, texts: &Texts<'_>, symptom: Option<&str>) -> Vec<DrillStep> {
    let mut prompts = Prompts::default();
    let mut steps = Vec::with_capacity(script.steps.len());
    let mut before: Option<&Played<'_>> = None;
    for ((number, step), occasion) in script.steps.iter().enumerate().zip(Occasion::all(review, script)) {
        let (Some(first), Some(last)) = (step.entries.first(), step.entries.last()) else { continue };
        let since = script.first_sign().map(|sign| duration(first.at.as_second() - sign.as_second()));
        steps.push(DrillStep {
            number,
            clock: texts.clock(first),
            gap: before.map(|before| gap(before, first)),
            since: since.filter(|_| number > 0),
            entries: shown(script, step, symptom.filter(|_| number == 0), texts),
            prompt: prompts.next(occasion),
        });
        before = Some(last);
    }
    steps
}

/// What players see at a step: before the first sign's own words, what it looked like, with the clock of the entry that tells it.
pub(super) fn shown(script: &Script<'_>, step: &Step<'_>, symptom: Option<&str>, texts: &Texts<'_>) -> Vec<DrillEntry> {
    let seen = symptom.map(|seen| {
        let told = script.before.iter().find(|entry| entry.what.contains(seen.trim_end_matches('.')));
        DrillEntry { clock: told.map(|entry| texts.clock(entry)), what_html: texts.html(seen), code: None }
    });
    let entries = step.entries.iter().enumerate().map(|(n, entry)| texts.entry(entry, n > 0));
    seen.into_iter().chain(entries).collect()
}

fn reveal(review: &Review, script: &Script<'_>, texts: &Texts<'_>, symptom: Option<&str>) -> DrillReveal {
    let times = review.times();
    let noticed = times.figure("detect").map(|figure| figure.seconds);
    let over = times.moments.started.zip(times.end()).map(|(start, end)| end.as_second() - start.as_second());
    let after = |seconds: Option<i64>| seconds.filter(|s| *s > 0).map(duration);
    let took = [("noticed", after(noticed)), ("over", after(over))];
    let took: Vec<_> = took.into_iter().filter_map(|(word, time)| Some(format!("{word} after {}", time?))).collect();
    let took = capitalised(&took.join(", "));
    let timed = |entry: &Played<'_>| -> DrillEntry { texts.entry(entry, true) };
    let actions =
        review.actions.iter().map(|a| format!("{} ({})", texts.html(&a.title), a.status.label().to_lowercase()));
    let lists = [
        ("Contributing factors", review.factors.iter().map(|factor| texts.html(&factor.text)).collect()),
        ("What surprised the people who were there", texts.points(&review.surprises)),
        ("What was learned", texts.points(&review.learnings)),
        ("What went well", texts.points(&review.went_well)),
        ("Where there was luck", texts.points(&review.got_lucky)),
        ("What is done about it", actions.collect::<Vec<_>>()),
    ];
    DrillReveal {
        title: texts.words(&review.title),
        took: if took.is_empty() { took } else { format!("{took}.") },
        before: script.before.iter().flat_map(|entry| not_seen(entry, symptom)).map(|entry| timed(&entry)).collect(),
        held: script.steps.iter().flat_map(|step| &step.held).map(timed).collect(),
        lists: lists
            .into_iter()
            .filter(|(_, items)| !items.is_empty())
            .map(|(heading, items_html)| DrillList { heading, items_html })
            .collect(),
    }
}
