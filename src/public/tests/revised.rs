//! The differences between two approved versions: days and names, never text.

use jiff::civil::Date;

use super::super::{Postmortem, Revised, canonical, revised_on};
use super::clearing::cleared;
use super::fixtures::{full, masthead, withdrawn};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The names of the fields that differ between two versions.
fn differing(before: &Postmortem, after: &Postmortem) -> Vec<&'static str> {
    let [before, after] = [before, after].map(|postmortem| canonical(postmortem, &masthead()));
    let list = revised_on(day("2026-04-01"), day("2026-03-02"), &[], &before, &after);
    list.into_iter().flat_map(|revised| revised.fields).collect()
}

/// A change to a postmortem.
type Mutation = fn(&mut Postmortem);

#[test]
fn each_thing_that_readers_see_differently_is_named() {
    let mutations: [(&str, Mutation); 11] = [
        ("title", |p| p.title = cleared("Other")),
        ("date", |p| p.date = "2026-03-03".parse().unwrap()),
        ("state", |p| p.standing = None),
        ("severity", |p| p.severity = None),
        ("services", |p| p.services.clear()),
        ("tags", |p| p.tags.clear()),
        ("duration", |p| p.lasted = Some(1)),
        ("pictures", |p| p.assets.clear()),
        ("timeline", |p| p.timeline[0].effect = "positive"),
        ("countermeasures", |p| p.measures.clear()),
        ("summary", |p| p.sections[0].text = cleared("Other.")),
    ];
    for (name, mutate) in mutations {
        let mut after = full();
        mutate(&mut after);
        assert_eq!(differing(&full(), &after), [name]);
        assert_eq!(differing(&after, &full()), [name]);
    }
    assert!(differing(&full(), &full()).is_empty());
    let mut later = full();
    later.approved = day("2027-01-01");
    later.changes.clear();
    assert!(differing(&full(), &later).is_empty(), "readers have the day and the notes anyway");
    assert_eq!(differing(&full(), &withdrawn()), ["withdrawn"]);
    assert_eq!(differing(&withdrawn(), &full()), ["reinstated"]);
}

#[test]
fn a_version_before_the_day_of_publication_is_no_change_and_one_day_is_one_row() {
    let mut after = full();
    after.tags.clear();
    let [before, now] = [&full(), &after].map(|postmortem| canonical(postmortem, &masthead()));
    let published = day("2026-03-02");
    let row = |on: &str, fields: &[&'static str]| Revised { on: day(on), fields: fields.to_vec() };
    assert_eq!(revised_on(published, published, &[], &before, &now), []);
    assert_eq!(revised_on(day("2026-03-01"), published, &[], &before, &now), []);
    assert_eq!(revised_on(day("2026-03-04"), published, &[], &before, &now), [row("2026-03-04", &["tags"])]);
    let earlier = [row("2026-03-04", &["summary"]), row("2026-03-03", &["title"]), row("2026-03-01", &["title"])];
    assert_eq!(
        revised_on(day("2026-03-04"), published, &earlier, &before, &now),
        [row("2026-03-04", &["tags", "summary"]), row("2026-03-03", &["title"])]
    );
    assert_eq!(revised_on(day("2026-03-05"), published, &earlier[..1], &now, &now), earlier[..1]);
    assert_eq!(revised_on(day("2026-03-05"), published, &[], "", &now), [], "nothing was approved before");
    let old = before.replace("postmortem/2", "postmortem/1");
    assert_eq!(revised_on(day("2026-03-05"), published, &[], &old, &now), [], "another form says another amount");
}
