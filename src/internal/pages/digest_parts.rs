//! The parts of a week's page.

use super::actions::action_on;
use super::at::At;
use super::prose::Prose;
use super::views::{
    ActionGroup, AgendaRow, AgendaView, ArchiveEntry, DigestCard, FeaturedView, MentionView, PatternView,
    PresenterView, QuestionView, RevisionView, SavedView,
};
use super::{dates, plot};
use crate::internal::digest::{
    Agenda, Archive, Digest, Featured, Fresh, Pattern, Presenter, Question, Revised, Saved, plain, span, weekday,
};
use crate::internal::library::{Dated, Dimension};
use crate::internal::review::{Action, Declined};
use crate::text::count;

pub(super) fn card(at: At<'_>, fresh: &Fresh) -> DigestCard {
    let review = &at.library().reviews[fresh.review];
    let mut card = at.card(fresh.review);
    card.open_actions = fresh.open_actions;
    DigestCard {
        card,
        mini_html: plot::mini(review),
        span: span(review),
        dated: fresh.dated.and_then(Dated::note).map(str::to_owned),
        revisions: notes(at, fresh.review, &fresh.revisions),
    }
}

fn notes(at: At<'_>, i: usize, revisions: &[usize]) -> Vec<RevisionView> {
    let of = |place: &usize| {
        let revision = at.library().reviews[i].revisions.get(*place)?;
        Some(RevisionView { on: dates::date(revision.on), note: plain(&revision.note), commit: None })
    };
    revisions.iter().filter_map(of).collect()
}

pub(super) fn featured(at: At<'_>, featured: &Featured) -> FeaturedView {
    let i = featured.fresh.review;
    let review = &at.library().reviews[i];
    let prose = Prose::new(at, i);
    let services = at.library().terms_of(Dimension::Services);
    let seen = featured.seen_in.iter().filter_map(|place| services.get(*place));
    FeaturedView {
        item: card(at, &featured.fresh),
        lessons: prose.lessons(&review.learnings.items),
        surprises: prose.lessons(&review.surprises.items),
        plot_html: plot::figure(review, "lesson-plot"),
        applies_to: featured.applies_to.iter().map(|name| prose.place_of(name)).collect(),
        seen_in: seen.map(|term| at.to_term(Dimension::Services, term)).collect(),
    }
}

pub(super) fn late(at: At<'_>, i: usize) -> MentionView {
    let html = at.library().reviews[i].lesson.clone().map(|lesson| crate::text::escape_html(&lesson));
    MentionView { review: at.review_link(i), notes: Vec::new(), html }
}

pub(super) fn revised(at: At<'_>, revised: &Revised) -> MentionView {
    let notes = notes(at, revised.review, &revised.revisions);
    MentionView { review: at.review_link(revised.review), notes, html: None }
}

pub(super) fn dropped(at: At<'_>, i: usize, declined: &Declined) -> MentionView {
    let prose = Prose::new(at, i);
    let reason = declined.reason.as_deref().map(|reason| format!(" – {}", prose.inline(reason)));
    let html = prose.inline(&declined.title) + &reason.unwrap_or_default();
    MentionView { review: at.review_link(i), notes: Vec::new(), html: Some(html) }
}

pub(super) fn saved(at: At<'_>, saved: &Saved) -> SavedView {
    SavedView {
        html: Prose::new(at, saved.review).inline(&saved.text),
        luck: saved.luck,
        review: at.review_link(saved.review),
    }
}

pub(super) fn pattern(at: At<'_>, pattern: &Pattern) -> PatternView {
    let term = &at.library().terms_of(pattern.dimension)[pattern.term];
    let (named, more) = pattern.named();
    PatternView {
        dimension: pattern.dimension.one(),
        term: at.to_term(pattern.dimension, term),
        words: format!("{} in 90 days", count(pattern.reviews.len(), "review", "reviews")),
        reviews: named.iter().map(|i| at.review_link(*i)).collect(),
        more,
    }
}

/// Thanks first; then what is to come, what is late, and what will not be done.
pub(super) fn actions(at: At<'_>, digest: &Digest) -> Vec<ActionGroup> {
    let followed = &digest.actions;
    let group = |key, heading: &str, note: &str, actions: &[(usize, Action)], total: usize| ActionGroup {
        key,
        heading: heading.to_owned(),
        note: note.to_owned(),
        actions: actions.iter().map(|(i, action)| action_on(at, *i, action, true, digest.as_of)).collect(),
        total,
    };
    let groups = [
        group("closed", "Closed this week", "Thank you.", &followed.closed, followed.closed_total),
        group("due", "Due next", "Within a fortnight.", &followed.due, followed.due_total),
        group("overdue", "Overdue", "Longest first.", &followed.overdue, followed.overdue_total),
        group("declined", "Decided against", "A decision is an end, too.", &followed.declined, followed.declined.len()),
    ];
    groups.into_iter().filter(|group| !group.actions.is_empty()).collect()
}

pub(super) fn archive(at: At<'_>, archive: &Archive) -> Vec<ArchiveEntry> {
    let year = |i: &usize| {
        let date = at.library().reviews[*i].date;
        let label = date.map(|date| format!("This week in {}", date.year())).unwrap_or_default();
        ArchiveEntry { card: at.card(*i), label, shared: Vec::new(), with: None }
    };
    let mut entries: Vec<_> = archive.years.iter().map(year).collect();
    entries.extend(archive.pick.as_ref().map(|pick| {
        let term = |(dimension, place): &(Dimension, usize)| {
            at.to_term(*dimension, &at.library().terms_of(*dimension)[*place])
        };
        ArchiveEntry {
            card: at.card(pick.review),
            label: "In common".to_owned(),
            shared: pick.shared.iter().take(3).map(term).collect(),
            with: pick.with.map(|i| at.review_link(i)),
        }
    }));
    // What an old review still has to do is said under the actions.
    for entry in &mut entries {
        entry.card.open_actions = 0;
    }
    entries
}

pub(super) fn agenda(at: At<'_>, digest: &Digest) -> AgendaView {
    let Agenda { name, items, occasion, next, facilitator, presenters, link } = &digest.agenda;
    let zone = at.library().config.zone();
    let zone = zone.iana_name().unwrap_or("UTC");
    let when = occasion.map(|occasion| {
        let (start, end) = (occasion.start.strftime("%H:%M"), occasion.end.strftime("%H:%M"));
        format!("{}, {start} to {end} ({zone})", weekday(occasion.start.date()))
    });
    let row = |item: &crate::internal::digest::Item| AgendaRow {
        at: item.at.clone(),
        minutes: item.minutes,
        what: item.what,
        how: item.how,
    };
    let presenter = |p: &Presenter| PresenterView { review: at.review_link(p.review), names: p.names.clone() };
    AgendaView {
        name: name.clone(),
        when: when.unwrap_or_default(),
        next: next.map(|next| weekday(next.start.date())).unwrap_or_default(),
        items: items.iter().map(row).collect(),
        facilitator: facilitator.clone(),
        presenters: presenters.iter().map(presenter).collect(),
        link: link.clone(),
    }
}

pub(super) fn question(at: At<'_>, question: &Question) -> QuestionView {
    QuestionView { text: question.text.clone(), review: question.review.map(|i| at.review_link(i)) }
}
