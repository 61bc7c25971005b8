//! Who presents a review, and who leads the meeting.

use super::Presenters;
use crate::review::Review;

impl Presenters {
    /// Who was asked to present, or else the owner, who has not been asked yet.
    pub(super) fn of(review: &Review) -> Self {
        let people = &review.people;
        let asked = !people.presenter.is_empty();
        let names = if asked { people.presenter.clone() } else { people.owner.clone() };
        Self { names, asked }
    }

    /// `by Ana, Ben`; `to be asked: Ana`; or that nobody is named.
    pub fn words(&self) -> String {
        let names = self.names.join(", ");
        match (names.is_empty(), self.asked) {
            (true, _) => "nobody is named to tell it".to_owned(),
            (false, true) => format!("by {names}"),
            (false, false) => format!("to be asked: {names}"),
        }
    }

    /// `Told by Ana, Ben`; `To be asked to tell it: Ana`; or that nobody is named.
    pub fn sentence(&self) -> String {
        let names = self.names.join(", ");
        match (names.is_empty(), self.asked) {
            (true, _) => "Nobody is named to tell it".to_owned(),
            (false, true) => format!("Told by {names}"),
            (false, false) => format!("To be asked to tell it: {names}"),
        }
    }

    /// For the screen that the room sees: `Told by: Ana` if that was stated, else `To be asked: Ana`. For an account, the team of
    /// the review stands there.
    pub fn on_slide(&self, team: Option<&str>) -> String {
        let is_shown = !self.names.is_empty() && self.names.iter().all(|name| !name.contains('@'));
        let names = self.names.join(", ");
        match (is_shown.then_some(names.as_str()).or(team), self.asked) {
            (Some(name), true) => format!("Told by: {name}"),
            (Some(name), false) => format!("To be asked: {name}"),
            (None, _) if self.names.is_empty() => "Presenter: to be asked".to_owned(),
            (None, _) => "Presenter: named on the page".to_owned(),
        }
    }
}

/// Whose turn it is among those who lead, passing over everybody who is `involved` in a presented review.
pub(super) fn facilitator(facilitators: &[String], turn: usize, involved: &[String]) -> Option<String> {
    let count = facilitators.len();
    let in_turn = (0..count).filter_map(|n| facilitators.get((turn + n) % count));
    let is_free = |name: &&String| !involved.iter().any(|other| same(name, other));
    in_turn.into_iter().find(is_free).cloned()
}

/// Whether two names may mean the same person: `Ana`, `@ana` and `Ana Silva` match. A false match only passes the turn to the
/// next.
fn same(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        name.trim_start_matches('@').split_whitespace().map(str::to_lowercase).collect()
    };
    let (one, other) = (words(one), words(other));
    !one.is_empty() && !other.is_empty() && (one.starts_with(&other) || other.starts_with(&one))
}

#[cfg(test)]
mod tests {
    use super::{Presenters, facilitator};

    #[test]
    fn the_room_sees_no_account() {
        let of = |name: &str, asked, team| Presenters { names: names(&[name]), asked }.on_slide(team);
        assert_eq!(of("Ana", true, None), "Told by: Ana");
        assert_eq!(of("ana@", true, Some("Caches")), "Told by: Caches");
        assert_eq!(of("@ana", true, None), "Presenter: named on the page");
        assert_eq!(Presenters { names: Vec::new(), asked: false }.on_slide(Some("Caches")), "To be asked: Caches");
        assert_eq!(Presenters { names: Vec::new(), asked: false }.on_slide(None), "Presenter: to be asked");
        assert_eq!(of("Ana", false, Some("Caches")), "To be asked: Ana");
        assert_eq!(of("@ana", false, Some("Caches")), "To be asked: Caches");
    }

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_presenter_or_responder_does_not_lead() {
        let all = names(&["Ana", "Ben", "Cem"]);
        let of = |turn, involved: &[&str]| facilitator(&all, turn, &names(involved));
        assert_eq!(of(0, &[]).as_deref(), Some("Ana"));
        assert_eq!(of(0, &["@ana"]).as_deref(), Some("Ben"));
        assert_eq!(of(5, &["Cem Ito"]).as_deref(), Some("Ana"));
        assert_eq!(of(0, &["Anastasia"]).as_deref(), Some("Ana"));
        assert_eq!(of(1, &["Ana", "ben", "CEM"]), None);
        assert_eq!(facilitator(&[], 3, &[]), None);
    }
}
