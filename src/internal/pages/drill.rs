//! The drill kit of a review: its timeline, to be played by people who do not know how it ends.
//!
//! Players are told what was known when it was noticed, then one entry after another. What happened before that, what it
//! was called, and all that was found out stand in the reveal. Names of people stand nowhere.

use super::at::{About, At};
use super::dates;
use super::drill_script::{self as script, Script};
use super::mask::Mask;
use super::prose::Prose;
use super::route::review_path;
use super::views::{DrillEntry, DrillList, DrillPage, DrillReveal, DrillStep, PageView};
use crate::chart::Effect;
use crate::internal::library::Dimension;
use crate::internal::review::{Actor, DetectionSource, Entry, Points, Review};
use crate::markdown::plain_text;
use crate::text::duration;

/// Minutes for the scenario, the roles, the reveal and the talk afterwards.
const AROUND: usize = 5 + 5 + 10 + 20;

/// What a note says of a later entry is cut to this many characters.
const SHORT: usize = 110;

/// The texts of one review, as a drill shows them.
struct Texts<'s> {
    prose: Prose<'s>,
    mask: Mask<'s>,
}

impl Texts<'_> {
    fn html(&self, text: &str) -> String {
        self.mask.html(self.prose.unlinked(text))
    }

    fn words(&self, text: &str) -> String {
        self.mask.words(plain_text(text))
    }

    /// The beginning of a text, in plain words.
    fn short(&self, text: &str) -> String {
        let text = self.words(text);
        match text.char_indices().nth(SHORT) {
            None => text,
            Some((end, _)) => {
                let cut = text[..end].rfind(' ').unwrap_or(end);
                format!("{} ...", text[..cut].trim_end_matches([',', ';', ':', '.', ' ']))
            }
        }
    }

    fn points(&self, points: &Points) -> Vec<String> {
        points.items.iter().map(|point| self.html(&point.text)).collect()
    }
}

pub(super) fn page(at: At<'_>, i: usize) -> Option<(PageView, DrillPage)> {
    let review = at.library().reviews.get(i)?;
    let script = Script::of(review)?;
    let texts = Texts { prose: Prose::new(at, i), mask: Mask::of(review, at.site.names()) };
    let mut steps = steps(review, &script, &texts);
    let symptom = steps.remove(0);
    let services: Vec<_> = at.terms_of(Dimension::Services, i).into_iter().map(|link| link.label).collect();
    let (first, last) = (script.first_sign()?, script.last_entry()?);
    let step_minutes = (40 / steps.len().max(1)).clamp(2, 5);
    let page = DrillPage {
        heading: heading(at, review, &services),
        day: script::day(first, &review.zone),
        noticed: review.detection.as_ref().and_then(|d| d.source).map(DetectionSource::words),
        may_tell: script.may_tell,
        real: duration(last.as_second() - first.as_second()),
        step_minutes,
        minutes: AROUND + step_minutes * steps.len(),
        reveal: reveal(review, &script, &texts),
        questions: script::questions(review, |text| texts.words(text)),
        review: at.link("The review", &review_path(&review.id)),
        services,
        symptom,
        steps,
    };
    let about = About {
        title: page.heading.clone(),
        description: String::new(),
        class: "drill",
        // The review's title would give the cause away.
        breadcrumbs: vec![at.home_crumb(), at.link("Reviews", "reviews/index.html")],
        feeds: Vec::new(),
    };
    Some((at.page(about), page))
}

/// `Drill: an incident in Checkout, 14 min to detection`.
fn heading(at: At<'_>, review: &Review, services: &[String]) -> String {
    let kinds = &at.library().config.kinds;
    let label = kinds.iter().find(|kind| kind.key == review.kind).map_or(review.kind.as_str(), |kind| &kind.label);
    let kind = label.to_lowercase();
    let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    let place = match services {
        [] => String::new(),
        [one] => format!(" in {one}"),
        [one, two] => format!(" in {one} and {two}"),
        [one, others @ ..] => format!(" in {one} and {} other services", others.len()),
    };
    let seconds = review.times().figure("detect").map(|figure| figure.seconds);
    let blind = seconds.filter(|s| *s > 0).map(|s| format!(", {} to detection", duration(s)));
    format!("Drill: {article} {kind}{place}{}", blind.unwrap_or_default())
}

fn clock(review: &Review, entry: &Entry) -> String {
    dates::both_clocks(entry.at, &review.zone)
}

/// `12 min later`.
fn gap(from: &Entry, to: &Entry) -> String {
    match to.at.as_second() - from.at.as_second() {
        0 => "at the same time".to_owned(),
        seconds => format!("{} later", duration(seconds)),
    }
}

fn shown(review: &Review, entry: &Entry, texts: &Texts<'_>, with_clock: bool) -> DrillEntry {
    DrillEntry { clock: with_clock.then(|| clock(review, entry)), what_html: texts.html(&entry.what) }
}

fn steps(review: &Review, script: &Script<'_>, texts: &Texts<'_>) -> Vec<DrillStep> {
    let mut prompts = script::Prompts::default();
    let mut steps = Vec::with_capacity(script.steps.len());
    for (number, entries) in script.steps.iter().enumerate() {
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else { continue };
        let later = || script.steps.iter().skip(number + 1).flatten();
        let next = later().next();
        // What comes next and was done by people is what was decided.
        let decided = later().find(|entry| by_people(entry)).filter(|_| !next.is_some_and(|next| by_people(next)));
        let before = number.checked_sub(1).and_then(|n| script.steps.get(n)?.last());
        let since = script.first_sign().map(|sign| duration(first.at.as_second() - sign.as_second()));
        let evidence = entries.iter().filter_map(|entry| entry.evidence.as_deref());
        steps.push(DrillStep {
            number,
            clock: clock(review, first),
            gap: before.map(|before| gap(before, first)),
            since: since.filter(|_| number > 0),
            entries: entries.iter().enumerate().map(|(n, entry)| shown(review, entry, texts, n > 0)).collect(),
            prompt: prompts.next(script::phase(review, last)),
            phase: last.phase.map(crate::phases::Phase::name),
            effect: match last.effect {
                Effect::Positive => "closer to restored",
                Effect::Neutral => "no change",
                Effect::Negative => "further from restored",
            },
            evidence_html: evidence.map(|text| texts.html(text)).collect(),
            next: next.map(|next| texts.short(&next.what)),
            next_gap: next.map(|next| gap(last, next)),
            decided: decided.map(|decided| texts.short(&decided.what)),
        });
    }
    steps
}

fn by_people(entry: &Entry) -> bool {
    matches!(entry.actor, Some(Actor::Human | Actor::Conversation))
}

fn reveal(review: &Review, script: &Script<'_>, texts: &Texts<'_>) -> DrillReveal {
    let times = review.times();
    let noticed = times.figure("detect").map(|figure| figure.seconds);
    let over = times.moments.started.zip(times.end()).map(|(start, end)| end.as_second() - start.as_second());
    let after = |seconds: Option<i64>| seconds.filter(|s| *s > 0).map(duration);
    let took = [("noticed", after(noticed)), ("over", after(over))];
    let took: Vec<_> = took.into_iter().filter_map(|(word, time)| Some(format!("{word} after {}", time?))).collect();
    let took = took.join(", ");
    let before = script.before.iter();
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
        title: texts.mask.words(review.title.clone()),
        took: if took.is_empty() { took } else { format!("{}{}.", took[..1].to_uppercase(), &took[1..]) },
        before: before.map(|e| shown(review, e, texts, true)).collect(),
        lists: lists
            .into_iter()
            .filter(|(_, items)| !items.is_empty())
            .map(|(heading, items_html)| DrillList { heading, items_html })
            .collect(),
    }
}
