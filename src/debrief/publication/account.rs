//! What the reports say of one review: its state in words, its findings, what was replaced in it.

use serde::Serialize;

use super::Publication;
use clearance::Finding;
use internal::disclose::{Account, State, Withheld};

/// How far a review got, for people.
#[must_use]
pub fn state_words(state: &State) -> String {
    match state {
        State::Approved => "Approved as it is now".to_owned(),
        State::Embargoed { until } => format!("Waits until {until}"),
        State::Unapproved => "Not approved".to_owned(),
        State::Stale => "Changed since it was approved".to_owned(),
        State::Invalid => "The approval does not count".to_owned(),
        State::Mistaken => "Holds mistakes".to_owned(),
        State::HeldBack => "Held back".to_owned(),
    }
}

/// Those of one review and of its page.
pub(super) fn findings_of(publication: &Publication, account: &Account) -> Vec<Finding> {
    let own = |finding: &&Finding| {
        let page = account.slug.as_ref().is_some_and(|slug| finding.at.path.contains(&format!("postmortems/{slug}/")));
        finding.at.path == account.source || page
    };
    publication.findings.iter().filter(own).cloned().collect()
}

/// What a role or a mark took out, by what stands there now.
#[derive(Debug, Serialize)]
pub(super) struct Replacement {
    section: &'static str,
    why: Withheld,
    with: String,
    pub(super) times: usize,
}

/// Each replacement with how often it stands.
pub(super) fn replacements(account: &Account) -> Vec<Replacement> {
    let mut all: Vec<Replacement> = Vec::new();
    for shown in &account.shown {
        for (why, with) in shown.runs.iter().filter_map(|run| run.withheld.as_ref()) {
            match all.iter_mut().find(|r| r.section == shown.name && r.why == *why && r.with == *with) {
                Some(same) => same.times += 1,
                None => all.push(Replacement { section: shown.name, why: why.clone(), with: with.clone(), times: 1 }),
            }
        }
    }
    all
}
