//! Whether what would leave was approved, by somebody who may, exactly as it is.

use super::account::State;
use super::Unapproved;
use crate::clearance::Policy;
use crate::clock::Clock;
use crate::diagnostics::{Code, Diagnostic, Level};
use crate::internal::review::Review;
use crate::public::{Postmortem, digest};

/// Judges the approval. A postmortem that waits for its day need not be approved yet.
pub(super) fn state(
    review: &Review,
    postmortem: &Postmortem,
    policy: &Policy,
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
    let problems_of_person = objections(review, &approval.by, policy);
    if let Some((message, hint)) = problems_of_person {
        tell(message, &["approval", "by"], hint);
        return State::Invalid;
    }
    if approval.on > clock.today {
        tell(format!("the approval is dated {}, which is still to come", approval.on), &["approval", "on"], how);
        return State::Invalid;
    }
    if approval.digest != digest(postmortem) {
        let message = "what would leave is not what was approved".to_owned();
        tell(message, &["approval", "digest"], format!("something that readers see has changed: {how}"));
        return State::Stale;
    }
    State::Approved
}

/// Why somebody may not approve a review: message and hint.
pub(in crate::internal) fn objections(review: &Review, by: &str, policy: &Policy) -> Option<(String, String)> {
    let same = |a: &str, b: &str| a.trim().to_lowercase() == b.trim().to_lowercase();
    if !policy.approvers.iter().any(|known| same(known, by)) {
        let known = policy.approvers.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let hint = if known.is_empty() {
            "list who may approve under `approvers:` in redaction.yaml".to_owned()
        } else {
            format!("approvers are {known}")
        };
        return Some((format!("`{by}` is not among the approvers of redaction.yaml"), hint));
    }
    let owner = |name: &str| {
        let person = policy.people.iter().find(|p| same(&p.name, name) || p.handles.iter().any(|h| same(h, name)));
        same(name, by) || person.is_some_and(|p| same(&p.name, by) || p.handles.iter().any(|h| same(h, by)))
    };
    if review.people.owner.iter().any(|name| owner(name)) {
        let hint = "another approver has to look at it: two people see what leaves".to_owned();
        return Some((format!("`{by}` owns the review"), hint));
    }
    None
}
