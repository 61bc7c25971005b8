//! What to talk about. Questions ask how and what; who and why look for somebody to blame or for a single cause.
//!
//! Each presented story has its own questions, made from its review; a few more concern the week as a whole.

use super::asking::{asks_who_or_why, looks_for_somebody};
use super::{Choice, Digest, Fresh, Question};
use crate::library::{Dimension, Library};
use crate::review::{ActionStatus, DetectionSource, Review};
use base::phases::Measure;
use base::text::duration;

/// Most open questions to take from a review.
const OPEN: usize = 2;
/// A longer surprise is not read out.
const LONGEST: usize = 200;

/// Stories that are asked about as a whole.
const ASKED: usize = 3;

/// A question that fits every story, where none of them has one of its own.
const ELSEWHERE: &str = "Where do we have something like what was told? How would each of our teams notice?";
/// Questions for a week without a story.
const UNTOLD: [&str; 3] = [
    "What nearly went wrong lately? How was it noticed?",
    "What surprised us about how something works, although nothing broke?",
    "What do we rely on that nobody has looked at for a long time? How would we notice that it had stopped?",
];

/// Questions about the week as a whole: where else it could happen.
pub(super) fn of_week(library: &Library, digest: &Digest) -> Vec<Question> {
    let mut found = Vec::new();
    let about = |text: String, review| Question { text, review };
    found.extend(digest.lesson.as_ref().and_then(|lesson| {
        let names = names(library, &lesson.applies_to);
        let text = format!("What does the lesson of the week change for {names}? How would we see that it has?");
        (!names.is_empty()).then(|| about(text, Some(lesson.fresh.review)))
    }));
    found.extend(digest.patterns.iter().find(|pattern| pattern.dimension == Dimension::Factors).map(|pattern| {
        let label = &library.terms_of(Dimension::Factors)[pattern.term].label;
        let text =
            format!("“{label}” has come back: what do we run that has it too? How would we notice before it matters?");
        about(text, None)
    }));
    let again: Vec<_> = digest.patterns.iter().map(|pattern| (pattern.dimension, pattern.term)).collect();
    let of_stories: Vec<_> = digest.told().filter_map(|fresh| elsewhere(library, fresh, &again)).take(ASKED).collect();
    let is_general = of_stories.is_empty();
    found.extend(of_stories);
    found.extend(digest.stories().find_map(|fresh| unknown_service(library, fresh.review)));
    let is_quiet = digest.lesson.as_ref().is_none_or(|lesson| lesson.choice == Choice::Archive);
    let last =
        digest.lesson.iter().filter(|_| is_general).map(|_| ELSEWHERE).chain(UNTOLD.into_iter().filter(|_| is_quiet));
    found.extend(last.map(|text| about(text.to_owned(), None)));
    found
}

/// Where else a story could happen: by its first factor that is not asked about already, else by its lesson, else by its service.
fn elsewhere(library: &Library, fresh: &Fresh, again: &[(Dimension, usize)]) -> Option<Question> {
    let review = &library.reviews[fresh.review];
    let title = &review.title;
    let mut factors = library.places_held(Dimension::Factors, fresh.review).iter();
    let factor = factors.find(|factor| !again.contains(&(Dimension::Factors, **factor)));
    let factor = factor.map(|factor| &library.terms_of(Dimension::Factors)[*factor].label).map(|label| {
        format!("“{label}” contributed to “{title}”: what do we run that has it too? How would we notice in time?")
    });
    let lesson = review
        .learnings
        .items
        .iter()
        .map(|point| review.words_of(&point.text))
        .find(|text| text.chars().count() <= LONGEST);
    let lesson = || {
        lesson.map(|text| {
            format!("“{title}” taught: “{}” – where else would that help us, and how would we notice?", text.trim())
        })
    };
    let service = library.terms_held(Dimension::Services, fresh.review).next();
    let service = || service.map(|term| format!("“{title}” was in {}: what else do we run like it?", term.label));
    let text = factor.or_else(lesson).or_else(service)?;
    Some(Question { text, review: Some(fresh.review) })
}

/// The questions of one story: its own first, then how to know and recover sooner, how to improve, how it was to respond, and
/// how much of it was new.
pub(super) fn of_story(library: &Library, fresh: &Fresh, is_old: bool) -> Vec<String> {
    let review = &library.reviews[fresh.review];
    let mut found: Vec<_> = open(review).into_iter().take(OPEN).collect();
    found.extend(surprise(review).filter(|_| found.len() < OPEN));
    found.extend(luck(review));
    found.extend([sooner(review), if is_old { since(review, fresh) } else { improve(fresh) }, responding(review)]);
    found.push("Show of hands: how much of this was new to you? How many of us knew all the moving pieces?".to_owned());
    found
}

/// The open questions of a review: quoted as they are if they ask how or what, introduced as a quotation if they ask who or
/// why. A question that asks for a person is replaced by a general one.
fn open(review: &Review) -> Vec<String> {
    let texts = review.open_questions.items.iter().map(|point| review.words_of(&point.text));
    let (other, mut own): (Vec<_>, Vec<_>) = texts.partition(|text| asks_who_or_why(text));
    let (unsaid, quoted): (Vec<_>, Vec<_>) = other.into_iter().partition(|text| looks_for_somebody(text));
    own.extend(
        quoted.iter().map(|text| format!("Its authors leave open: “{}” What would it take to find out?", text.trim())),
    );
    if !unsaid.is_empty() {
        own.push("What would it take to answer what its authors leave open?".to_owned());
    }
    own
}

/// The first surprise of a review.
fn surprise(review: &Review) -> Option<String> {
    let text = review.words_of(&review.surprises.items.first()?.text);
    Some(if text.chars().count() > LONGEST {
        "What would surprise us in the same way as it surprised those who were there?".to_owned()
    } else {
        format!("“{}” What would surprise us in the same way? How could we look for it now?", text.trim())
    })
}

/// What saved the day, and might not the next time.
fn luck(review: &Review) -> Option<String> {
    let text = review.words_of(&review.got_lucky.items.first()?.text);
    // What came as a surprise, too, was asked about.
    let is_said = review.surprises.items.first().is_some_and(|point| review.words_of(&point.text) == text);
    let is_short = text.chars().count() <= LONGEST;
    (is_short && !is_said)
        .then(|| format!("It was luck: “{}” What would have happened without it? What takes its place?", text.trim()))
}

/// That it came back; else what became of an old review's actions, and whether that still holds.
fn since(review: &Review, fresh: &Fresh) -> String {
    if let Some(later) = &fresh.story.later {
        return format!("It came back later: {}. What did its actions not reach?", later.words);
    }
    let of = |wanted: fn(ActionStatus) -> bool| {
        let found = fresh.story.changes.iter().find(|change| wanted(change.action.status) && !change.is_undated);
        found.map(|change| review.words_of(&change.action.title).trim_end_matches('.').to_owned())
    };
    let open = of(ActionStatus::is_open);
    match (of(|status| status == ActionStatus::WontDo), open, of(|status| status == ActionStatus::Done)) {
        (Some(title), ..) => format!("“{title}” was decided against. How do we see that today: is it still right?"),
        (_, Some(title), _) => {
            format!("“{title}” is still open. What would it take to finish it, or to decide against it?")
        }
        (_, _, Some(title)) => {
            format!("“{title}” was done. How would we notice if it no longer held?")
        }
        _ => "No action is recorded. How would it go today?".to_owned(),
    }
}

/// Sooner than within five minutes hardly anybody can know or recover: how it was so quick is worth more.
const QUICK: i64 = 5 * 60;

/// How to detect and recover sooner, with how long it took.
fn sooner(review: &Review) -> String {
    let times = review.times();
    let seconds = |key: &str| times.figures().into_iter().find(|figure| figure.key == key).map(|figure| figure.seconds);
    let took = |key: &str| seconds(key).filter(|seconds| *seconds >= 60);
    // The times of a near miss are those of the day on which it was found; what could have happened is mostly older.
    let is_near_miss = times.measure == Measure::Exposure;
    // An exercise is known of before it begins.
    let at_once =
        seconds("detect").is_some_and(|seconds| seconds < 60) && times.measure != Measure::Exercise && !is_near_miss;
    let by_customers = review.detection.as_ref().is_some_and(|d| d.source == Some(DetectionSource::Customer));
    let (detected, recovered) = (took("detect").filter(|_| !is_near_miss), took("harm").or_else(|| took("recover")));
    let was_over = seconds("harm").or_else(|| seconds("recover"));
    let quick = was_over.filter(|time| *time < QUICK && matches!(times.measure, Measure::Harm | Measure::Mitigation));
    if let Some(time) = quick.filter(|_| !by_customers) {
        let over = if time < 60 { "within a minute".to_owned() } else { format!("after {}", duration(time)) };
        return format!("It was over {over}. What made that so quick? Where would it not be so, or when?");
    }
    let know = match detected {
        Some(time) if by_customers => {
            format!("Customers told us, after {}. How would we know sooner?", duration(time))
        }
        Some(time) if time < QUICK => {
            format!("It took {} until we knew. What made that so quick? Where would it not be so?", duration(time))
        }
        Some(time) => format!("It took {} until we knew. How would we know sooner?", duration(time)),
        None if by_customers => "Customers told us. How would we know sooner?".to_owned(),
        None if at_once => "We knew at once. What made that so? Where would it not be so?".to_owned(),
        None => "How would we know sooner?".to_owned(),
    };
    match (times.measure, recovered) {
        (Measure::Harm, Some(time)) if time >= QUICK => {
            format!("{know} How would we recover sooner than after {}?", duration(time))
        }
        (Measure::Harm | Measure::Mitigation, _) => format!("{know} How would we recover sooner?"),
        (Measure::Exposure, _) => format!("{know} What would have happened if nobody had noticed?"),
        (Measure::Exercise, _) => {
            "Had it been no exercise: how would we have known of it sooner? How would we have recovered sooner?"
                .to_owned()
        }
        (Measure::Length, _) => "How would we know of something like it sooner?".to_owned(),
    }
}

fn improve(fresh: &Fresh) -> String {
    let question = "How specifically will we improve? How would we notice that we have?";
    match (&fresh.story.again, fresh.open_actions) {
        (Some(_), _) => {
            "It came back. How specifically will we improve, beyond what was changed the last time?".to_owned()
        }
        (None, 0) => question.to_owned(),
        (None, 1) => {
            "How specifically will we improve: what will be different once the open action is done?".to_owned()
        }
        (None, n) => {
            format!("How specifically will we improve: what will be different once the {n} open actions are done?")
        }
    }
}

fn responding(review: &Review) -> String {
    let was_practice = matches!(review.times().measure, Measure::Exercise);
    let what = if was_practice { "to take part" } else { "to respond" };
    format!("How was it {what}: what was known, what was guessed, and what was looked for and not found?")
}

/// A service that a review names and that is in no list.
fn unknown_service(library: &Library, i: usize) -> Option<Question> {
    let known = &library.config.services;
    let review = &library.reviews[i];
    let name = review.services.iter().find(|name| !known.is_empty() && known.get(&known.resolve(name)).is_none())?;
    let text = format!("What is “{name}”, which is in no list of ours? How do we find out what depends on it?");
    Some(Question { text, review: Some(i) })
}

/// Names with their configured labels, as a list in words.
fn names(library: &Library, names: &[String]) -> String {
    let labels: Vec<_> = names.iter().map(|name| library.configured_label(name)).collect();
    match labels.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => labels.concat(),
    }
}
