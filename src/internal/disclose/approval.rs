//! Whether what would leave was approved, by somebody who may, exactly as it is.

use super::Unapproved;
use super::account::State;
use crate::clearance::Policy;
use crate::clock::Clock;
use crate::diagnostics::{Code, Diagnostic, Level};
use crate::internal::Reviews;
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
    let owners = Owners(review.people.owner.clone());
    if let Some((message, hint)) = owners.objection(&approval.by, policy) {
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

/// Who owns a review, and so cannot approve it alone.
#[derive(Debug, Clone, Default)]
pub struct Owners(Vec<String>);

impl Owners {
    /// Those of the review in a file.
    #[must_use]
    pub fn of(reviews: &Reviews, source: &str) -> Self {
        let review = reviews.0.iter().find(|review| review.source == source);
        Self(review.map(|review| review.people.owner.clone()).unwrap_or_default())
    }

    /// Why somebody may not approve: message and hint.
    #[must_use]
    pub fn objection(&self, by: &str, policy: &Policy) -> Option<(String, String)> {
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
        let owner = |name: &String| {
            let person = policy.people.iter().find(|p| same(&p.name, name) || p.handles.iter().any(|h| same(h, name)));
            same(name, by) || person.is_some_and(|p| same(&p.name, by) || p.handles.iter().any(|h| same(h, by)))
        };
        if self.0.iter().any(owner) {
            let hint = "another approver has to look at it: two people see what leaves".to_owned();
            return Some((format!("`{by}` owns the review"), hint));
        }
        None
    }
}
