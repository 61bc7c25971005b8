//! Whether exactly what would be published was approved, by somebody who may approve it.

use super::account::State;
use super::{Unapproved, World};
use crate::Reviews;
use crate::review::Review;
use base::clock::Clock;
use base::diagnostics::{Code, Diagnostic, Level};
use clearance::{Person, Policy, letters};
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
        tell("nobody approved what would leave".to_owned(), &[], how);
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
        return ("what would leave is not what was approved".to_owned(), "something that readers see has changed");
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
    (format!("what would leave is not what was approved: {fields} changed"), "readers would see the difference")
}

/// The owners of a review, who cannot approve it alone. If it names no owner, this applies to all of its people.
#[derive(Debug, Clone, Default)]
pub struct Owners {
    names: Vec<String>,
    /// Whether the review names an owner.
    named: bool,
}

impl Owners {
    /// The owners of the review in a file.
    #[must_use]
    pub fn of(reviews: &Reviews, source: &str) -> Self {
        reviews.0.iter().find(|review| review.source == source).map(Self::of_review).unwrap_or_default()
    }

    fn of_review(review: &Review) -> Self {
        let people = &review.people;
        if !people.owner.is_empty() {
            return Self { names: people.owner.clone(), named: true };
        }
        Self { names: people.rows().flat_map(|(_, names)| names).cloned().collect(), named: false }
    }

    /// Why somebody may not approve: message and hint.
    #[must_use]
    pub fn objection(&self, by: &str, policy: &Policy) -> Option<(String, String)> {
        if !policy.approvers.iter().any(|known| is_same(known, by)) {
            let known = policy.approvers.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            let hint = if known.is_empty() {
                "list who may approve under `approvers:` in redaction.yaml".to_owned()
            } else {
                format!("approvers are {known}")
            };
            return Some((format!("`{by}` is not among the approvers of redaction.yaml"), hint));
        }
        let is_called = |person: &Person, name: &str| {
            is_same(&person.name, name) || person.handles.iter().any(|handle| is_same(handle, name))
        };
        let is_by = |name: &String| {
            is_same(name, by) || policy.people.iter().any(|person| is_called(person, name) && is_called(person, by))
        };
        if !self.names.iter().any(is_by) {
            return None;
        }
        let hint = "another approver has to look at it: two people see what leaves".to_owned();
        let message = if self.named {
            format!("`{by}` owns the review")
        } else {
            format!("`{by}` is among the people of the review, which names no owner")
        };
        Some((message, hint))
    }
}

/// Whether two names read the same, ignoring case, spaces, look-alikes and invisible characters.
fn is_same(a: &str, b: &str) -> bool {
    let folded = letters(a);
    if folded.is_empty() { a.trim() == b.trim() } else { folded == letters(b) }
}
