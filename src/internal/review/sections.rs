//! Headings that mean a field. A section fills its field if the front matter leaves it empty; the page shows the section where
//! it is.

use super::foreign::announced::without_lead;
use super::several_timelines::{TIMELINES, Told, day_above, parents, tells_several};
use super::text::headings;
use super::text::items::whole;
use super::text::section::Section;
use super::text::usual_headings::meaning;
use super::timeline_days::FirstDay;
use super::written_day::Day;
use super::{
    Fact, Factor, Origin, Point, Points, Review, body_actions, body_timeline, body_updates, foreign, unnamed_timeline,
};
use base::diagnostics::{Code, Diagnostic};
use base::phases::Source;
use markdown::{Block, Heading};

/// Fills fields from the sections of the body, each from the first section that has content. Returns the first day of the
/// timeline.
pub(super) fn fill(review: &mut Review, is_foreign: bool, problems: &mut Vec<Diagnostic>) -> Option<FirstDay> {
    let mut first_day = None;
    let headings = review.outline.headings.clone();
    let parents = parents(&headings);
    let mut fallback_timeline = None;
    // The days of the headings above the timelines that were read: a file may tell of several incidents.
    let mut told: Vec<Option<Day>> = Vec::new();
    let mut left_out = None;
    for (n, heading) in headings.iter().enumerate() {
        if is_foreign && n == 0 && review.is_title(heading) {
            continue;
        }
        let meaning = if is_foreign { headings::meaning } else { meaning };
        let Some(section) = meaning(&heading.text) else { continue };
        if is_foreign && section != Section::Timeline {
            continue;
        }
        // `Incident log` above incidents that have timelines of their own is their title.
        let is_inner = |other: &Heading| heading.content.contains(&other.span.start);
        let is_title = || {
            let below = headings[n + 1..].iter().take_while(|other| is_inner(other));
            let inner = below.filter(|other| meaning(&other.text) == Some(Section::Timeline)).count();
            inner > 1 || inner == 1 && is_foreign && heading.level == 1
        };
        match section {
            Section::Timeline if is_title() => {}
            Section::Timeline => {
                let above = day_above(review, &headings, &parents, n);
                // One of the front matter is the only one.
                let may_go_on = !told.is_empty() && !told.contains(&None);
                let is_next = is_foreign && may_go_on && above.is_some() && !told.contains(&above);
                let is_read = !review.timeline.is_empty();
                if is_read && is_next && told.len() == TIMELINES {
                    left_out.get_or_insert_with(|| body_timeline::left_out(review, heading, TIMELINES));
                    continue;
                }
                if is_read && !is_next {
                    continue;
                }
                let before = Told::take(review, first_day.take());
                let problem = body_timeline::fill(review, heading, above, is_foreign, &mut first_day);
                let is_read = !review.timeline.is_empty();
                before.put_before(review, &mut first_day);
                match problem {
                    Some(problem) if !is_read => {
                        fallback_timeline.get_or_insert(problem);
                    }
                    problem => problems.extend(problem),
                }
                if is_read {
                    told.push(above);
                }
            }
            _ => fill_list(review, section, heading),
        }
    }
    problems.extend(left_out);
    review.tells_several = is_foreign && (told.len() > 1 || tells_several(review));
    if review.tells_several && review.said.is_some_and(|said| said.source == Source::Text) {
        review.said = None;
        review.origins.retain(|(fact, _)| *fact != Fact::Duration);
    }
    if is_foreign {
        other_timeline(review, &headings, &mut first_day, problems);
    }
    // If times or the front matter itself could not be read, that explains why the timeline has no day.
    let explained = problems.iter().any(|problem| matches!(problem.code, Code::InvalidTime | Code::InvalidYaml));
    if review.timeline.is_empty() && !explained {
        problems.extend(fallback_timeline);
    }
    if is_foreign {
        parted(review);
    }
    first_day
}

/// Reads a timeline that no heading names: an account, the updates of a status page, or lines that begin with times.
fn other_timeline(
    review: &mut Review,
    headings: &[Heading],
    first_day: &mut Option<FirstDay>,
    problems: &mut Vec<Diagnostic>,
) {
    let mut read = |review: &mut Review, heading: &Heading| {
        let problem = body_timeline::fill(review, heading, None, true, first_day);
        problems.extend(problem.filter(|_| !review.timeline.is_empty()));
    };
    // An account whose lines begin with times is a timeline, whatever its heading.
    for heading in headings.iter().filter(|heading| headings::is_account(&heading.text)) {
        if review.timeline.is_empty() {
            read(review, heading);
        }
    }
    if review.timeline.is_empty() {
        body_updates::fill(review);
    }
    if review.timeline.is_empty()
        && let Some(heading) = unnamed_timeline::find(review)
    {
        read(review, &heading);
    }
}

/// Fills the fields that sections and labels within them mean, if the front matter leaves them empty.
fn parted(review: &mut Review) {
    let foreign::parts::Parts { points: all, actions } = foreign::parts::parts(review);
    if review.actions.is_empty() {
        review.actions = actions;
        review.actions_from_body = !review.actions.is_empty();
        if review.actions_from_body {
            foreign::owners::fill(review);
        }
    }
    let of = |wanted| {
        all.iter().filter(move |(section, ..)| *section == wanted).map(|(_, text, origin)| (text.clone(), *origin))
    };
    if review.factors.is_empty() {
        review.factors = of(Section::Factors).map(|(text, origin)| Factor::read(text, origin)).collect();
        review.factors_from_body = !review.factors.is_empty();
    }
    for wanted in [Section::Surprises, Section::Learnings, Section::WentWell, Section::GotLucky, Section::OpenQuestions]
    {
        let items: Vec<_> = of(wanted).map(|(text, origin)| Point::read(text, origin)).collect();
        if let Some(list) = list(review, wanted).filter(|list| list.items.is_empty() && !items.is_empty()) {
            *list = Points { items, from_body: true };
        }
    }
}

/// Fills the actions, the factors or a list of points from its section, if it is empty.
fn fill_list(review: &mut Review, section: Section, heading: &Heading) {
    match section {
        Section::Actions if review.actions.is_empty() => {
            review.actions = body_actions::read(review, heading);
            review.actions_from_body = !review.actions.is_empty();
        }
        Section::Factors if review.factors.is_empty() => {
            let points = points(review, heading, Prose::Ignored);
            review.factors = points.into_iter().map(|(text, origin)| Factor::read(text, origin)).collect();
            review.factors_from_body = !review.factors.is_empty();
        }
        _ if list(review, section).is_some_and(|list| list.items.is_empty()) => {
            let found = points(review, heading, Prose::Counts);
            let items = found.into_iter().map(|(text, origin)| Point::read(text, origin)).collect();
            if let Some(list) = list(review, section) {
                *list = Points { items, from_body: true };
            }
        }
        _ => {}
    }
}

/// The points that a section tells.
fn list(review: &mut Review, section: Section) -> Option<&mut Points> {
    match section {
        Section::Surprises => Some(&mut review.surprises),
        Section::Learnings => Some(&mut review.learnings),
        Section::WentWell => Some(&mut review.went_well),
        Section::GotLucky => Some(&mut review.got_lucky),
        Section::OpenQuestions => Some(&mut review.open_questions),
        Section::Summary | Section::Timeline | Section::Factors | Section::Actions => None,
    }
}

/// Whether paragraphs are points as well.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Prose {
    Counts,
    Ignored,
}

/// The items of the section's lists; its paragraphs if there is no list.
fn points(review: &Review, heading: &Heading, prose: Prose) -> Vec<(String, Origin)> {
    let body = review.body();
    let blocks = review.blocks.within(&heading.own);
    let mut points = Vec::new();
    for block in blocks {
        if let Block::List { items, .. } = block {
            points.extend(items.iter().map(|item| (whole(item).trim().to_owned(), Origin::named(item.content.start))));
        }
    }
    if points.is_empty() && prose == Prose::Counts {
        for block in blocks {
            if let Block::Paragraph { span } = block {
                points.push((without_lead(&body[span.clone()]).to_owned(), Origin::implied(span.start)));
            }
        }
    }
    points.retain(|(point, _)| !point.is_empty() && !is_placeholder(point));
    points
}

/// Whether a text is an unfilled part of a template.
fn is_placeholder(text: &str) -> bool {
    /// The longest placeholder, including the dots and dashes that forms contain.
    const LONGEST: usize = 80;
    if text.len() > LONGEST {
        return false;
    }
    let plain: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    matches!(plain.as_str(), "" | "na" | "none" | "tbd" | "todo" | "nothing")
}
