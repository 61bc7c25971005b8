//! Owners that stand at the end of their actions, or before them: `Add a fan (Ana)`, `Add a fan – @ana`, `Ana: add a fan`.
//!
//! In: a review with its actions, people and timeline. Out: owners of actions that state none. A word in brackets may be the name of
//! a thing: it counts where it is a person of the review or shows by itself that it is somebody, or where most of a list end like
//! this and one of them does. See [`super::owner_names`].

use jiff::civil::Date;

use super::owner_names::{is_group, is_name, is_same, is_somebody};
use super::tasks::is_ticket;
use crate::review::labelled::lines::at_top;
use crate::review::labelled::ranked;
use crate::review::languages::names;
use crate::review::languages::words::words;
use crate::review::text::states::state;
use crate::review::timeline_around::day_first_in;
use crate::review::written_day;
use crate::review::{Action, Review};
use base::text::YEARS;
use markdown::plain_text;

/// Dashes between parts of a title.
const DASHES: [&str; 3] = [" — ", " – ", " - "];

/// Fills the owners that are certain, and the days that stand beside them.
pub(in crate::review) fn fill(review: &mut Review) {
    if review.actions.iter().all(|action| action.owner.is_some()) {
        return;
    }
    let known = people(review);
    let is_known = |name: &str| is_somebody(name) || known.iter().any(|person| is_same(person, name));
    let day_first = day_first_in(review);
    let at_end = |title: &str| at_end(title, day_first);
    let open: Vec<_> = review.actions.iter().filter(|action| action.owner.is_none()).collect();
    let at_end_of_all: Vec<_> = open.iter().filter_map(|action| at_end(&action.title)).collect();
    // What has a day beside it is no thing either; one may be `Kafka, done`.
    let is_person = |stated: &Stated| stated.has_day || is_known(&stated.name) || is_group(&stated.name);
    let is_habit =
        at_end_of_all.len() > 1 && 2 * at_end_of_all.len() > open.len() && at_end_of_all.iter().any(is_person);
    // By whom something is to be done on a day after the incident is no thing.
    let incident = review.date;
    for action in review.actions.iter_mut().filter(|action| action.owner.is_none()) {
        let is_due = |stated: &Stated| stated.due.is_some_and(|due| incident.is_none_or(|day| due >= day));
        let after = at_end(&action.title).filter(|stated| is_habit || is_due(stated) || is_known(&stated.name));
        let Some(stated) = after.or_else(|| at_start(action).filter(|stated| is_known(&stated.name))) else {
            continue;
        };
        action.owner = Some(stated.name);
        action.due = action.due.or(stated.due);
    }
}

/// Whether a text ends with a name in brackets or after a dash that shows by itself that it is somebody's.
pub(super) fn ends_with_somebody(text: &str) -> bool {
    at_end(text, None).is_some_and(|stated| is_somebody(&stated.name))
}

/// A name beside an action.
struct Stated {
    name: String,
    due: Option<Date>,
    /// Whether a day stands beside it.
    has_day: bool,
}

/// The people whom the review names: in its labels, its timeline and its other actions.
fn people(review: &Review) -> Vec<String> {
    let rows = review.people.rows().flat_map(|(_, names)| names.iter().cloned());
    let who = review.timeline.iter().filter_map(|entry| entry.who.clone());
    let owners = review.actions.iter().filter_map(|action| action.owner.clone());
    let is_role = |label: &str| ["label people", "label owner", "people"].iter().any(|kind| names::is(kind, label));
    let labelled = at_top(review).filter_map(|(_, line)| ranked::parts(line)).filter(|(label, _)| is_role(label));
    let labelled = labelled.flat_map(|(_, value)| {
        let parts = plain_text(&value);
        parts.split([',', ';', '、', '，']).map(|name| name.trim().trim_end_matches('.').to_owned()).collect::<Vec<_>>()
    });
    rows.chain(who).chain(owners).chain(labelled).filter(|name| is_name(name)).collect()
}

/// The name at the end of a title: a handle, or a name in brackets or after a dash, with a day, a state and the like beside it.
fn at_end(title: &str, day_first: Option<bool>) -> Option<Stated> {
    let plain = plain_text(title);
    let plain = plain.trim().trim_end_matches(['.', '。']);
    // `Alert on it @ana`, but not `Talk to @ana`
    let goes_on = |before: &str| names::is("before a handle", before.rsplit(' ').next().unwrap_or_default());
    let is_whole = |before: &str| before.split(' ').count() > 2 && !goes_on(before);
    if let Some((before, handle)) = plain.rsplit_once(' ').filter(|(_, last)| last.starts_with('@') && is_name(last)) {
        return is_whole(before).then(|| Stated { name: handle.to_owned(), due: None, has_day: false });
    }
    let commas = [',', ';', '、', '，'];
    // `Add a fan (Ana), due 5 March 2026`, `Add a fan (Ana) by 5 March 2026`
    // but not `Tell support (Ana) what was lost on 5 March 2026`
    let is_day = |rest: &str| {
        let rest = rest.trim_start_matches([' ', '—', '–', '-']);
        let after_word = rest.split_once(' ').map_or("", |(_, rest)| rest);
        [rest, after_word].into_iter().any(|text| written_day::leading(text).is_some())
    };
    let is_remark = |rest: &str| rest.starts_with(commas) || is_day(rest);
    let (plain, after) = match plain.rsplit_once([')', '）']) {
        Some((_, rest)) if is_remark(rest) => (&plain[..plain.len() - rest.len()], rest),
        _ => (plain, ""),
    };
    let bracket = || plain.strip_suffix([')', '）', ']'])?.rsplit_once(['(', '（', '[']).map(|(_, inner)| inner);
    // `Add a fan — Ana — due 5 March 2026`
    let dash = || {
        let ends = DASHES.iter().flat_map(|mark| plain.rmatch_indices(mark));
        let mut rests: Vec<_> = ends.map(|(at, mark)| &plain[at + mark.len()..]).collect();
        rests.sort_unstable_by_key(|rest| rest.len());
        rests.into_iter().find(|rest| !is_beside(rest))
    };
    let inner = bracket().or_else(dash)?;
    let inner = DASHES.iter().fold(inner.to_owned(), |inner, mark| inner.replace(mark, ";"));
    let (name, rest) = inner.split_once(commas).unwrap_or((&inner, ""));
    let name = Some(name.trim()).filter(|name| is_name(name))?;
    let mut stated = Stated { name: name.to_owned(), due: None, has_day: false };
    for part in [rest, after] {
        // What else stands there makes it a remark.
        if !part.split(commas).map(str::trim).all(|piece| is_beside(piece) || is_year(piece)) {
            return None;
        }
        if let [day] = written_day::all_in(part)[..] {
            let known = |day: &Date| YEARS.contains(&day.year());
            stated.has_day = true;
            stated.due = written_day::date(day, None, day_first).filter(known).or(stated.due);
        }
    }
    Some(stated)
}

/// Whether a text is a year: the comma of `March 5, 2026` stands before it.
fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a text may stand beside a name: a day, a state, a priority, a quarter, a ticket, or nothing.
fn is_beside(text: &str) -> bool {
    let said = words(text);
    let begins_with = |kind: &str| names::after(kind, &said).is_some();
    // `by 5 March 2026`, but not `Ana, by 5 March 2026`
    let is_day = written_day::leading(text).is_some() || !text.starts_with(char::is_uppercase);
    text.is_empty()
        || is_day && matches!(written_day::all_in(text)[..], [_])
        || text.split(' ').next().and_then(state).is_some()
        || ["quarter", "column due"].into_iter().any(begins_with)
        || ["high priority", "severity 3", "severity 4"].iter().any(|kind| names::is(kind, &said))
        || is_ticket(text)
}

/// The name before the action and a colon.
fn at_start(action: &Action) -> Option<Stated> {
    let plain = plain_text(&action.title);
    let (name, rest) = plain.split_once([':', '：'])?;
    let name = name.trim();
    (is_name(name) && !rest.trim().is_empty()).then(|| Stated { name: name.to_owned(), due: None, has_day: false })
}

#[cfg(test)]
mod tests {
    use crate::review::testing::foreign;

    fn owners(header: &str, actions: &[&str]) -> Vec<Option<String>> {
        let review = foreign("a.md", &format!("# Halt\n\n{header}\n\n## Action items\n\n- {}\n", actions.join("\n- ")));
        assert_eq!(review.actions.len(), actions.len());
        review.actions.into_iter().map(|action| action.owner).collect()
    }

    fn some(names: &[&str]) -> Vec<Option<String>> {
        names.iter().map(|name| (!name.is_empty()).then(|| (*name).to_owned())).collect()
    }

    #[test]
    fn a_person_of_the_review_or_a_handle_owns_the_action_beside_it() {
        let header = "Author: Ana Silva\nParticipants: Bo, Li Wang";
        let actions = [
            "Add a fan (Ana)",
            "Add a belt – Bo",
            "Li Wang: add a lamp",
            "Tell them (@jdoe, before 2023-12-01)",
            "Renew (Kafka)",
        ];
        assert_eq!(owners(header, &actions[..4]), some(&["Ana", "Bo", "Li Wang", "@jdoe"]));
        assert_eq!(owners("", &actions[..1]), some(&["Ana"]), "a given name is somebody's");
        assert_eq!(owners("Author: Eve", &["Add a fan (Zilla)"]), some(&[""]), "nobody of that name");
        assert_eq!(owners("", &["Move it (Kafka)", "Drop it (Redis)"]), some(&["", ""]), "things may have names");
        assert_eq!(
            owners("", &["Upgrade it (Kafka, done)", "Move it (Redis)"]),
            some(&["", ""]),
            "whatever their state"
        );
    }

    #[test]
    fn where_most_of_a_list_end_with_names_and_one_is_known_all_are_owners() {
        let actions = ["Add a fan (Ana)", "Add a belt (Davide, done)", "Add a lamp"];
        assert_eq!(owners("Author: Ana Silva", &actions), some(&["Ana", "Davide", ""]));
        let review = foreign(
            "a.md",
            "# Halt\n\n## Maßnahmen\n\n- Platte (Vorstand, bis 1. Juli 2024)\n- Lüfter (Ana, bis 28/06/2024)\n- Lampe (Ada, Q4, #771)\n",
        );
        let due: Vec<_> = review.actions.iter().map(|action| action.due.map(|day| day.to_string())).collect();
        assert_eq!(due, [Some("2024-07-01".to_owned()), Some("2024-06-28".to_owned()), None]);
        assert!(review.actions.iter().all(|action| action.owner.is_some()));
        let actions = ["Add a fan (Jens), due 5 March 2026", "Add a belt (Ada)", "Add a lamp (TBD)"];
        assert_eq!(owners("", &actions), some(&["Jens", "Ada", ""]));
    }

    #[test]
    fn a_remark_is_no_owner() {
        let actions =
            ["Add a fan (Ana, if there is one)", "Note: add a belt", "Add a lamp (TBD)", "Add it (see the wiki)"];
        assert_eq!(owners("Author: Ana Silva", &actions), some(&["", "", "", ""]));
    }

    #[test]
    fn a_handle_after_a_preposition_belongs_to_the_sentence() {
        let actions =
            ["Talk about it with @ana", "Das Band prüfen @ana", "Alles besprechen mit @ana", "Смена для @ana"];
        assert_eq!(owners("", &actions), some(&["", "@ana", "", ""]));
    }
}
