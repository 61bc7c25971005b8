//! The feeds of all postmortems.

use super::Postmortem;
use super::address::Address;
use super::at::{At, gist};
use super::made::{Href, Words};
use site::feed::{ENTRIES, Entry, Feed, Format};

/// The longest summary of an entry, in characters.
const SUMMARY: usize = 600;

pub(crate) fn feed(at: At<'_>, format: Format) -> Feed<Words> {
    let mut newest: Vec<_> = at.site.postmortems.iter().chain(&at.site.withdrawn).collect();
    // By the day of the last approval, not by the postmortem's date.
    newest.sort_by_key(|postmortem| std::cmp::Reverse(postmortem.approved));
    let entries: Vec<_> = newest.iter().take(ENTRIES).map(|postmortem| entry(at, postmortem)).collect();
    let masthead = &at.site.masthead;
    Feed {
        title: at.title(),
        subtitle: Words::from(&masthead.description),
        language: at.language(),
        author: Words::from(&masthead.organisation).or(at.title()),
        generator: None,
        id: id(at, &Address::Home(0)),
        self_href: at.address(&Address::Feed(format)).into(),
        site_href: at.address(&Address::Home(0)).into(),
        updated: newest.first().map(|postmortem| postmortem.approved),
        entries,
    }
}

fn entry(at: At<'_>, postmortem: &Postmortem) -> Entry<Words> {
    let page = Address::Postmortem(postmortem.slug.clone());
    let title = Words::from(&postmortem.title);
    let title = if postmortem.withdrawn.is_some() { Words::from("Withdrawn: ").and(title) } else { title };
    let standing = postmortem.standing.iter().map(|standing| Words::from(standing.label()));
    let severity = postmortem.severity.iter().map(|severity| &severity.label);
    let names = [&postmortem.services, &postmortem.tags].into_iter().flatten().map(|named| &named.label);
    Entry {
        title,
        href: at.address(&page).into(),
        id: id(at, &page),
        published: Some(postmortem.date),
        updated: Some(postmortem.approved),
        summary: gist(postmortem).excerpt(SUMMARY),
        categories: severity.chain(names).map(Words::from).chain(standing).collect(),
    }
}

fn id(at: At<'_>, page: &Address) -> Words {
    at.whole(page).unwrap_or_else(|| Href::name(page)).into()
}
