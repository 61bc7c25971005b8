//! Whether exactly what would be published was approved, by somebody who may approve it.

use super::account::State;
use super::owners::Owners;
use super::{Unapproved, World};
use crate::review::Review;
use base::clock::Clock;
use base::diagnostics::{Code, Diagnostic, Level};
use jiff::civil::Date;
use public::{Line, Masthead, Postmortem, canonical, changes, digest_of};
use site::source::read_file;

/// The state of the approval. A postmortem with a later day of publication need not be approved yet.
pub(super) fn state(
    review: &Review,
    (postmortem, masthead): (&Postmortem, &Masthead),
    world: &World<'_>,
    clock: Clock,
    unapproved: Unapproved,
    problems: &mut Vec<Diagnostic>,
) -> State {
    let Some(public) = review.public.as_ref() else { return State::Mistaken };
    if let Some(until) = public.not_before.filter(|day| *day > clock.today) {
        let message = format!("`{}` is published on {until} at the earliest", postmortem.slug.as_str());
        problems.push(Diagnostic::new(Code::Embargo, message).at(review.place_in(&["public", "not_before"])));
        return State::Embargoed { until };
    }
    let mut tell = |message: String, key: &[&str], hint: String| {
        let mut path = vec!["public"];
        path.extend(key);
        let level = if unapproved == Unapproved::Refuse { Level::Error } else { Level::Warning };
        problems.push(Diagnostic::new(Code::Approval, message).at(review.place_in(&path)).hint(hint).with_level(level));
    };
    let how = format!("look at it with `debrief redact {id}`, then `debrief approve {id} --by NAME`", id = review.id);
    let Some(approval) = &public.approval else {
        tell("nobody approved what would be published".to_owned(), &[], how);
        return State::Unapproved;
    };
    let owners = Owners::of_review(review);
    if let Some((message, hint)) = owners.objection(&approval.by, world.policy) {
        tell(message, &["approval", "by"], hint);
        return State::Invalid;
    }
    if let Some((until, why)) = later(review, postmortem, approval.on, clock.today) {
        let message = format!("`{}` is not published as of {}: {why}", postmortem.slug.as_str(), clock.today);
        problems.push(Diagnostic::new(Code::Embargo, message).at(review.place_in(&["public"])));
        return State::Embargoed { until };
    }
    let now = canonical(postmortem, masthead);
    if approval.digest != digest_of(&now) {
        let (message, hint) = stale(world, postmortem, &approval.digest, &now);
        tell(message, &["approval", "digest"], format!("{hint}: {how}"));
        return State::Stale;
    }
    State::Approved
}

/// The latest date that something in a postmortem depends on, if it is after today, and what it is: on an earlier day the
/// postmortem had not been published as it is now.
fn later(review: &Review, postmortem: &Postmortem, approved: Date, today: Date) -> Option<(Date, String)> {
    let approval = (approved, format!("it is approved on {approved}, which is still to come"));
    let shown = review.actions.iter().filter(|_| !postmortem.measures.is_empty());
    let closed = shown.filter_map(|action| action.closed).max();
    let closed = closed.map(|on| (on, format!("an action is closed on {on}, which is still to come")));
    let changed = postmortem.changes.iter().map(|change| change.on).max();
    let changed = changed.map(|on| (on, format!("a change is dated {on}, which is still to come")));
    let facts = [Some(approval), closed, changed].into_iter().flatten();
    facts.filter(|(on, _)| *on > today).max_by_key(|(on, _)| *on)
}

/// The file of the library in which the approved text is kept.
#[must_use]
pub fn kept(slug: &str) -> String {
    format!(".debrief/approved/{slug}.txt")
}

/// The message for an approval that no longer matches: which fields differ, if the approved text was kept.
fn stale(world: &World<'_>, postmortem: &Postmortem, approved: &str, now: &str) -> (String, &'static str) {
    let kept = read_file(&world.sources.root, &kept(postmortem.slug.as_str())).ok();
    let Some(before) = kept.map(|file| file.text).filter(|before| digest_of(before) == approved) else {
        return (
            "what would be published is not what was approved".to_owned(),
            "something that readers see has changed",
        );
    };
    if before.lines().next() != now.lines().next() {
        let message = "an earlier version of debrief asked for less when this was approved".to_owned();
        let hint = "an approval is now also of days, durations and state, of what the severity means, and of what the site says of itself";
        return (message, hint);
    }
    let fields = changes(&before, now).into_iter().filter_map(|line| match line {
        Line::Field(name) => Some(format!("`{name}`")),
        _ => None,
    });
    let fields = fields.collect::<Vec<_>>().join(", ");
    (format!("what would be published is not what was approved: {fields} changed"), "readers would see the difference")
}
