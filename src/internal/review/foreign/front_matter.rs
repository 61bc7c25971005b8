//! Reads front matter of other generators and of incident tools into the matching fields.
//!
//! In: a review whose own fields are filled, and its front matter. Out: more fields, if they were empty; values that a field
//! does not represent completely also stay in `extra`. A time without a zone gives a day, and two of them a duration.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::key_names::names;
use super::keys::{Meaning, meaning};
use super::{instant, severity};
use crate::review::languages::names as names_of;
use crate::review::languages::words::words;
use crate::review::text::days;
use crate::review::{Factor, Review, Status, infer, keys};
use base::diagnostics::{Code, Diagnostic, Level};
use base::phases::{Said, Source};
use base::yaml::{Fields, Node};
use base::zones;
use site::config::Config;

/// If the end is more than this many seconds after the start, it says when somebody closed the page rather than when the
/// incident was over.
pub(super) const LONGEST: i64 = 31 * 86_400;

/// The steps of cState.
const STEPS_OF_NOTICES: [&str; 3] = ["down", "disrupted", "notice"];

/// Values that can only be used after the text has been read as well.
#[derive(Debug, Default)]
pub(in crate::review) struct Deferred {
    /// The day of the incident.
    pub(in crate::review) day: Option<Date>,
    /// A day that may be only that of the text, such as `date` of a post.
    pub(in crate::review) post: Option<Date>,
    /// How long it took.
    pub(in crate::review) duration: Option<Said>,
    /// Whether an end is given as well, so that the day is the start: the page is a status notice, not a post.
    pub(in crate::review) starts: bool,
    started: Option<DateTime>,
    resolved: Option<DateTime>,
    /// The last of all days.
    pub(in crate::review) latest: Option<Date>,
}

/// Reads every known key into its field, if the field is empty.
pub(in crate::review) fn fill(
    review: &mut Review,
    fields: &Fields<'_>,
    config: &Config,
    problems: &mut Vec<Diagnostic>,
) -> Deferred {
    let mut deferred = Deferred::default();
    if !review.zone_is_stated
        && let Some(zone) = zone(fields)
    {
        (review.zone, review.zone_is_stated) = (zone, true);
    }
    for (key, node) in fields.entries() {
        let is_ours = keys::REVIEW.contains(&key);
        match meaning(key) {
            Some(Meaning::Group) => {
                let mut unread = Vec::new();
                for (inner, node) in node.any_fields(&mut unread).iter().flat_map(Fields::entries) {
                    if let Some(meaning) = meaning(inner) {
                        take(review, meaning, &node, config, &mut deferred);
                    }
                }
            }
            Some(meaning) if !is_ours => match take(review, meaning, &node, config, &mut deferred) {
                Taken::Whole => {
                    review.extra.retain(|(known, _)| known != key);
                    problems.push(read_as(key, meaning, &node));
                }
                Taken::Part => problems.push(read_as(key, meaning, &node)),
                Taken::Not => problems.push(kept(key, &node, config)),
            },
            None if !is_ours => problems.push(kept(key, &node, config)),
            _ => {}
        }
    }
    // `Planned outage`, but not `Outage during planned work`.
    review.scheduled |= names_of::after("planned work", &words(&review.title)).is_some();
    // The step of a status page says of planned work what is off, and not how bad it is: it stays as written.
    let of_notice = fields.entries().find_map(|(key, node)| {
        let text = node.as_text().filter(|_| meaning(key) == Some(Meaning::Severity))?;
        STEPS_OF_NOTICES.contains(&text.to_lowercase().as_str()).then(|| (key.to_owned(), text))
    });
    if let Some(written) = of_notice.filter(|_| review.scheduled) {
        review.severity = None;
        review.extra.push(written);
    }
    if let (Some(started), Some(resolved)) = (deferred.started, deferred.resolved) {
        let seconds = started.duration_until(resolved).as_secs();
        let known = review.moments.started.and(review.moments.resolved).is_some();
        // Planned work harmed nobody all the time from its first day to its last.
        if !known && !review.scheduled && (1..=LONGEST).contains(&seconds) {
            deferred.duration.get_or_insert(Said { seconds, source: Source::Text });
        }
    }
    if let (Some(started), Some(resolved)) = (review.moments.started, review.moments.resolved)
        && resolved < started
    {
        review.moments.resolved = None;
        problems.push(Diagnostic::new(Code::TimeOrder, "the end stands before the start").at(fields.node().place()));
    }
    deferred
}

/// The zone that a key gives, among the others or in a group of them. `zone: eu-west-1b` gives none.
fn zone(fields: &Fields<'_>) -> Option<TimeZone> {
    let read = |node: &Node<'_>| zones::named(node.as_text()?.trim());
    fields.entries().find_map(|(key, node)| match meaning(key)? {
        Meaning::Zone => read(&node),
        Meaning::Group => {
            let inner = node.any_fields(&mut Vec::new())?;
            inner.entries().find_map(|(key, node)| if meaning(key)? == Meaning::Zone { read(&node) } else { None })
        }
        _ => None,
    })
}

/// How much of a value its field represents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    Whole,
    /// The value must still be shown as written.
    Part,
    Not,
}

fn take(review: &mut Review, meaning: Meaning, node: &Node<'_>, config: &Config, deferred: &mut Deferred) -> Taken {
    let text = || node.as_text().filter(|text| !text.is_empty());
    match meaning {
        Meaning::Draft => {
            let Some(draft) = node.as_bool() else { return Taken::Not };
            if draft && review.status == Status::Unstated {
                review.status = Status::Draft;
            }
            Taken::Whole
        }
        // `name: halt` may be that of a file.
        Meaning::Title => match text() {
            Some(text) if review.title.is_empty() && text.split_whitespace().count() > 1 => {
                review.title = text;
                Taken::Whole
            }
            _ => Taken::Not,
        },
        Meaning::Address => addresses(review, node),
        Meaning::Services => list(&mut review.services, names(node)),
        Meaning::Teams => list(&mut review.teams, names(node)),
        Meaning::Tags => list(&mut review.tags, names(node)),
        Meaning::Owner => list(&mut review.people.owner, names(node)),
        Meaning::Commander => list(&mut review.people.incident_commander, names(node)),
        Meaning::Responders => list(&mut review.people.responders, names(node)),
        Meaning::Factors => {
            let texts: Vec<_> = node.items().iter().filter_map(Node::as_text).collect();
            if texts.is_empty() || !review.factors.is_empty() {
                return Taken::Not;
            }
            review.factors = texts.into_iter().map(|text| Factor::new(text, None)).collect();
            Taken::Whole
        }
        Meaning::Severity => match text() {
            Some(text) if review.severity.is_none() => {
                review.severity = infer::severity(&text, config).or_else(|| severity::mapped(&text, config));
                if review.severity.is_some() { Taken::Whole } else { Taken::Not }
            }
            _ => Taken::Not,
        },
        Meaning::Summary => match text() {
            Some(text) if review.summary.is_none() && is_account(&text, &review.title) => {
                review.summary = Some(text);
                Taken::Whole
            }
            _ => Taken::Not,
        },
        Meaning::Duration | Meaning::Minutes => {
            let Some(text) = text() else { return Taken::Not };
            let seconds = if meaning == Meaning::Minutes {
                text.parse::<i64>().ok().and_then(|minutes| minutes.checked_mul(60))
            } else {
                infer::duration(&text)
            };
            let Some(seconds) = seconds.filter(|seconds| *seconds > 0) else { return Taken::Not };
            deferred.duration.get_or_insert(Said { seconds, source: Source::Text });
            Taken::Part
        }
        Meaning::Published => match text().as_deref().and_then(days::read) {
            Some(day) if review.published.is_none() => {
                review.published = Some(day);
                Taken::Whole
            }
            _ => Taken::Not,
        },
        Meaning::Zone => match text() {
            Some(text) if zones::named(text.trim()) == Some(review.zone.clone()) => Taken::Whole,
            _ => Taken::Not,
        },
        Meaning::Group => Taken::Not,
        _ => time(review, meaning, text().as_deref().unwrap_or_default(), config, deferred),
    }
}

/// Reads a day or a moment.
fn time(review: &mut Review, meaning: Meaning, text: &str, config: &Config, deferred: &mut Deferred) -> Taken {
    let stated = review.zone_is_stated.then_some(&review.zone).or(config.timezone.as_ref());
    let Some(read) = instant::read(text, stated) else { return Taken::Not };
    deferred.latest = deferred.latest.max(Some(read.day));
    let moment = match meaning {
        Meaning::Started => &mut review.moments.started,
        Meaning::Detected => &mut review.moments.detected,
        Meaning::Acknowledged => &mut review.moments.acknowledged,
        Meaning::Identified => &mut review.moments.identified,
        Meaning::Mitigated => &mut review.moments.mitigated,
        Meaning::Resolved => &mut review.moments.resolved,
        _ => {
            // `date` is the start on a page that also gives an end; on a post it may be any later day.
            let day = if meaning == Meaning::Date { &mut deferred.post } else { &mut deferred.day };
            day.get_or_insert(read.day);
            deferred.started = deferred.started.or(read.local);
            return if read.local.is_some() { Taken::Part } else { Taken::Whole };
        }
    };
    if moment.is_none() {
        *moment = read.at;
    }
    match meaning {
        Meaning::Started => {
            deferred.day = Some(read.day);
            deferred.started = read.local.or(deferred.started);
        }
        Meaning::Resolved => {
            deferred.resolved = deferred.resolved.or(read.local);
            deferred.starts = true;
        }
        _ => {}
    }
    if read.at.is_some() { Taken::Whole } else { Taken::Part }
}

/// Addresses at which another generator shows the page. Patterns (`/:year/:title/`) and addresses of other sites are skipped.
fn addresses(review: &mut Review, node: &Node<'_>) -> Taken {
    let texts = node.names(&mut Vec::new()).iter().filter_map(Node::as_text).collect::<Vec<_>>();
    let is_one = |text: &String| !text.contains([':', '{']) && base::links::file_at(text, "reviews").is_ok();
    let found: Vec<_> = texts.iter().filter(|text| is_one(text)).cloned().collect();
    let taken = if found.is_empty() || found.len() < texts.len() { Taken::Not } else { Taken::Whole };
    for text in found {
        if !review.aliases.contains(&text) {
            review.aliases.push(text);
        }
    }
    taken
}

fn list(field: &mut Vec<String>, mut names: Vec<String>) -> Taken {
    if names.is_empty() {
        return Taken::Not;
    }
    names.retain(|name| !field.contains(name));
    field.extend(names);
    Taken::Whole
}

/// Whether a description says more than the title.
fn is_account(text: &str, title: &str) -> bool {
    const FEWEST: usize = 30;
    text.chars().count() >= FEWEST && !text.trim_end_matches('.').eq_ignore_ascii_case(title.trim_end_matches('.'))
}

fn read_as(key: &str, meaning: Meaning, node: &Node<'_>) -> Diagnostic {
    Diagnostic::new(Code::Inferred, format!("the key `{key}` is read as `{}`", meaning.field()))
        .at(node.key_place())
        .hint("a library whose `debrief.yaml` does not say `foreign: true` names its fields itself")
}

fn kept(key: &str, node: &Node<'_>, config: &Config) -> Diagnostic {
    let kept = Diagnostic::new(Code::UnknownKey, format!("the key `{key}` is no field, and is kept as a further fact"));
    let kept = kept.at(node.key_place());
    if config.foreign { kept.with_level(Level::Note) } else { kept.with_level(Level::Warning) }
}
