//! Everything in the library that must stay inside, from every review, including drafts, restricted and unpublished ones.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::addresses::{address, tickets};
use super::asks;
use super::taint_of_texts;
use crate::library::{Named, named_in};
use crate::review::{Review, is_about_people};
use base::text::Lines;
use clearance::{Origin, Policy, Taint, Why};
use markdown::{LinkKind, outline, plain_text};
use site::config::Config;

/// Collects the taint.
pub(super) fn collect(reviews: &[Review], config: &Config, policy: &Policy) -> Taint {
    let mut taint = Taint::new();
    let from = Origin { path: site::source::CONFIG_FILE.to_owned(), line: 1, column: 1 };
    for slug in config.services.slugs() {
        service(&mut taint, slug, config, policy, &from);
    }
    for facilitator in &config.meeting.facilitators {
        person(&mut taint, facilitator, &from);
    }
    config.meeting.link.iter().for_each(|link| address(&mut taint, link, policy, &from));
    for review in reviews {
        of_review(&mut taint, review, config, policy);
    }
    taint
}

/// The policy for what a review says: a mailbox that it publishes itself, with a waiver, tells nothing new there. In every other
/// review the mailbox stays inside.
fn with_own_mailboxes<'p>(review: &Review, policy: &'p Policy) -> Cow<'p, Policy> {
    let mut policy = Cow::Borrowed(policy);
    let allowed = review.public.iter().filter(|_| asks(review)).flat_map(|public| &public.allow);
    for waiver in allowed.filter(|waiver| waiver.rule == "email") {
        policy.to_mut().public_mailboxes.push(waiver.value.clone());
    }
    policy
}

fn of_review(taint: &mut Taint, review: &Review, config: &Config, policy: &Policy) {
    let policy = with_own_mailboxes(review, policy);
    let policy = policy.as_ref();
    let origin = || Origin { path: review.source.clone(), line: 1, column: 1 };
    taint.term(review.title.clone(), Why::Title, origin());
    let file = review.source.rsplit('/').next().unwrap_or_default();
    taint.term(file.rsplit_once('.').map_or(file, |(stem, _)| stem), Why::FileName, origin());
    taint.term(review.id.clone(), Why::FileName, origin());
    // Its former names reveal as much.
    for alias in &review.aliases {
        let name = alias.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        taint.term(name.strip_suffix(".html").unwrap_or(name), Why::FileName, origin());
    }
    for name in review.people.rows().flat_map(|(_, names)| names) {
        person(taint, name, &origin());
    }
    for system in &review.systems {
        self::system(taint, system, &origin());
    }
    for name in &review.services {
        service(taint, name, config, policy, &origin());
    }
    for action in &review.actions {
        action.owner.iter().for_each(|owner| person(taint, owner, &origin()));
        taint_of_texts::accounts(taint, &action.title, &origin());
        for ticket in action.ticket.as_slice() {
            taint.term(ticket.clone(), Why::Ticket, origin());
            tickets(taint, ticket, &origin());
            address(taint, ticket, policy, &origin());
        }
    }
    for entry in &review.timeline {
        entry.who.iter().for_each(|who| person(taint, who, &origin()));
        taint_of_texts::actor(taint, &entry.what, &origin());
    }
    for link in &review.links {
        address(taint, &link.url, policy, &origin());
        tickets(taint, &link.label, &origin());
    }
    body(taint, review, policy);
    for (_, text) in review.texts() {
        fragment(taint, text, policy, &origin());
    }
    if let Some(public) = &review.public {
        let own = public.texts.iter().map(|(.., text)| text);
        let entries = review.timeline.iter().filter_map(|entry| match &entry.public {
            crate::review::PublicText::Instead(text) => Some(text),
            _ => None,
        });
        for text in own.chain(entries) {
            marks(taint, text, &origin());
        }
    }
}

/// Adds everybody whom a text names, however it is written.
fn person(taint: &mut Taint, text: &str, from: &Origin) {
    for named in named_in(text) {
        match named {
            Named::Person(name) | Named::Group(name) => taint.term(name, Why::Person, from.clone()),
            Named::Handle(name) => taint.term(name, Why::Handle, from.clone()),
        }
    }
}

/// Adds the name of a machine: a single word, or a name with a digit. `causeway signs` is not a machine name.
fn system(taint: &mut Taint, name: &str, from: &Origin) {
    if !name.contains(' ') || name.chars().any(|c| c.is_ascii_digit()) {
        taint.term(name, Why::Host, from.clone());
    }
}

/// Adds the internal name of a service, unless it is also its public name.
fn service(taint: &mut Taint, name: &str, config: &Config, policy: &Policy, from: &Origin) {
    let slug = config.services.resolve(name);
    let label = config.services.get(&slug).map_or(name, |term| term.label.as_str());
    let public = |text: &str| {
        let text = text.to_lowercase();
        let listed = policy.public_services.iter().any(|(key, _)| *key == slug);
        listed || policy.public_services.values().any(|known| known.to_lowercase() == text)
    };
    for text in BTreeSet::from([slug.as_str(), label]) {
        if !public(text) {
            taint.term(text, Why::Service, from.clone());
        }
    }
}

fn body(taint: &mut Taint, review: &Review, policy: &Policy) {
    let body = review.body();
    let first = review.text[..review.body_start].matches('\n').count() + 1;
    let lines = Lines::of(body);
    let line_of = |at: usize| first + lines.number(at) - 1;
    // Each section is a text of its own: the order of sections is no secret, and a public page may print two of them in the
    // same order.
    let headings = &review.outline.headings;
    let lead = 0..headings.first().map_or(body.len(), |heading| heading.span.start);
    for own in std::iter::once(lead).chain(headings.iter().map(|heading| heading.own.clone())) {
        let from = Origin { path: review.source.clone(), line: line_of(own.start), column: 1 };
        taint_of_texts::words(taint, &body[own.clone()], policy, &from);
        taint_of_texts::tasks(taint, &body[own.clone()], &from);
        taint.text(plain_text(&body[own]), from);
    }
    for heading in headings {
        if is_about_people(&heading.text) {
            let from = Origin { path: review.source.clone(), line: line_of(heading.span.start), column: 1 };
            taint_of_texts::people(taint, &body[heading.own.clone()], &from);
        }
        taint.text(
            heading.text.clone(),
            Origin { path: review.source.clone(), line: line_of(heading.span.start), column: 1 },
        );
    }
    for link in &review.outline.links {
        let from = || Origin { path: review.source.clone(), line: line_of(link.span.start), column: 1 };
        match link.kind {
            LinkKind::Redaction => taint.term(link.text.clone(), Why::Marked, from()),
            LinkKind::Link => address(taint, &link.target, policy, &from()),
            LinkKind::Image | LinkKind::Review => {}
        }
    }
    for span in &review.outline.marked {
        fenced(
            taint,
            &body[span.clone()],
            Origin { path: review.source.clone(), line: line_of(span.start), column: 1 },
        );
    }
    comments(taint, body, &Origin { path: review.source.clone(), line: first, column: 1 });
}

fn fragment(taint: &mut Taint, text: &str, policy: &Policy, from: &Origin) {
    if text.contains("://") {
        for link in outline(text).links.iter().filter(|link| link.kind == LinkKind::Link) {
            address(taint, &link.target, policy, from);
        }
    }
    marks(taint, text, from);
    taint_of_texts::words(taint, text, policy, from);
    taint.text(plain_text(text), from.clone());
}

/// Adds the marks and comments in a text of the front matter.
fn marks(taint: &mut Taint, text: &str, from: &Origin) {
    if text.to_ascii_lowercase().contains("redact") {
        let outline = outline(text);
        for link in outline.links.iter().filter(|link| link.kind == LinkKind::Redaction) {
            taint.term(link.text.clone(), Why::Marked, from.clone());
        }
        for span in &outline.marked {
            fenced(taint, &text[span.clone()], from.clone());
        }
    }
    comments(taint, text, from);
}

/// Adds the words of a marked fence as a text, and a short one as a value.
fn fenced(taint: &mut Taint, fence: &str, from: Origin) {
    let inside: Vec<_> = fence.lines().skip(1).filter(|line| !line.trim_start().starts_with("```")).collect();
    for line in &inside {
        taint.term(plain_text(line).trim(), Why::Marked, from.clone());
    }
    taint.text(inside.join("\n"), from);
}

fn comments(taint: &mut Taint, text: &str, from: &Origin) {
    let mut rest = text;
    while let Some(start) = rest.find("<!--") {
        let inside = &rest[start + 4..];
        let end = inside.find("-->").unwrap_or(inside.len());
        taint.term(inside[..end].trim(), Why::Comment, from.clone());
        taint.text(&inside[..end], from.clone());
        rest = &inside[end..];
    }
}
