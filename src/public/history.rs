//! The changes to a page since publication, by day: the authors' notes, and the fields that differ between versions.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Postmortem;
use super::at::date;
use super::made::Words;
use super::revised::label;
use super::views::ChangeView;

/// Newest first.
pub(crate) fn history(postmortem: &Postmortem) -> Vec<ChangeView> {
    let mut days: BTreeMap<Date, (Words, Words)> = BTreeMap::new();
    for change in postmortem.changes.iter().rev() {
        let (note, _) = days.entry(change.on).or_default();
        *note = joined(note, " ", Words::from(&change.note));
    }
    for revised in &postmortem.revised {
        let (_, names) = days.entry(revised.on).or_default();
        for name in &revised.fields {
            *names = joined(names, "; ", Words::from(label(name)));
        }
    }
    let view = |(on, (note, names)): (Date, (Words, Words))| ChangeView {
        on: date(on),
        note,
        changed: (!names.is_empty()).then_some(names),
    };
    days.into_iter().rev().map(view).collect()
}

fn joined(before: &Words, between: &'static str, more: Words) -> Words {
    if before.is_empty() { more } else { before.clone().and(between).and(more) }
}
