//! The parts of a week's page.

use super::{
    AgainView, AgendaRow, AgendaView, ArchiveEntry, ChangeView, DigestCard, FeaturedView, LaterView, MentionView,
    PatternView, PresenterView, QuestionView, SavedView, SeenView, StoryView,
};
use crate::digest::{
    Again, Archive, Change, Digest, Featured, Followed, Fresh, Pattern, Presentation, Question, Revised, Saved, Seen,
    applies_to, asked_of, day, happened, lasted, place_of_meeting, time_of_meeting, when,
};
use crate::library::{Dated, Dimension};
use crate::pages::actions::{ActionGroup, ActionView, action_on};
use crate::pages::at::At;
use crate::pages::dates;
use crate::pages::prose::Prose;
use crate::pages::review::{RevisionView, plot};
use crate::review::{Action, ActionStatus, Declined};
use base::text::{age, capitalised, count};

pub fn card(at: At<'_>, fresh: &Fresh) -> DigestCard {
    let review = &at.library().reviews[fresh.review];
    let mut card = at.card(fresh.review);
    card.open_actions = fresh.open_actions;
    DigestCard {
        card,
        mini_html: plot::mini(review),
        when: capitalised(&when(at.library(), fresh.review)),
        lasted: lasted(review),
        dated: fresh.dated.and_then(Dated::note).map(str::to_owned),
        revisions: notes(at, fresh.review, &fresh.revisions),
        story: story(at, fresh),
    }
}

fn story(at: At<'_>, fresh: &Fresh) -> StoryView {
    let review = &at.library().reviews[fresh.review];
    let prose = Prose::new(at, fresh.review);
    let story = &fresh.story;
    StoryView {
        happened: story.happened.clone(),
        affected: story.affected.clone(),
        in_brief: story.in_brief.clone(),
        again: story.again.as_ref().map(|again| again_view(at, again)),
        later: story.later.as_ref().map(|later| LaterView {
            words: later.words.clone(),
            reviews: later.reviews.iter().map(|i| at.review_link(*i)).collect(),
        }),
        presenter: story.presenters.sentence(),
        on_slide: story.presenters.on_slide(team_of(at, fresh.review)),
        minutes: story.minutes,
        unmet: story.unmet,
        surprises: prose.lessons(&review.surprises.items),
        lessons: prose.lessons(&review.learnings.items),
        applies_to: applies_to(at.library(), review).iter().map(|name| prose.place_of(name)).collect(),
        asked_of: asked_of(at.library(), review).iter().map(|name| prose.place_of(name)).collect(),
        factors: at.terms_of(Dimension::Factors, fresh.review),
        changes: story.changes.iter().filter(|_| story.minutes > 0).map(|change| change_view(&prose, change)).collect(),
        questions: story.questions.clone(),
        new_to: story.new_to.clone(),
        plot_html: (story.minutes > 0).then(|| plot::slide(review, &format!("told.{}", review.id))).flatten(),
    }
}

/// The first team of a review.
fn team_of(at: At<'_>, i: usize) -> Option<&str> {
    at.library().terms_held(Dimension::Teams, i).next().map(|team| team.label.as_str())
}

fn change_view(prose: &Prose<'_>, change: &Change) -> ChangeView {
    ChangeView {
        title_html: prose.inline(&change.action.title),
        facts: change.facts(),
        reason_html: change.action.reason.as_deref().map(|reason| prose.inline(reason)),
    }
}

fn again_view(at: At<'_>, again: &Again) -> AgainView {
    let (done, open): (Vec<_>, Vec<_>) =
        again.changed.iter().partition(|(_, action)| action.status == ActionStatus::Done);
    let titles = |actions: Vec<&(usize, Action)>| {
        actions.into_iter().map(|(i, action)| Prose::new(at, *i).inline(&action.title)).collect()
    };
    AgainView {
        words: again.words.clone(),
        reviews: again.earlier.iter().map(|i| at.review_link(*i)).collect(),
        done_html: titles(done),
        open_html: titles(open),
        left_out: again.left_out,
    }
}

fn notes(at: At<'_>, i: usize, revisions: &[usize]) -> Vec<RevisionView> {
    let review = &at.library().reviews[i];
    let of = |place: &usize| {
        let revision = review.revisions.get(*place)?;
        Some(RevisionView { on: dates::date(revision.on), note: review.words_of(&revision.note), commit: None })
    };
    revisions.iter().filter_map(of).collect()
}

pub fn featured(at: At<'_>, featured: &Featured) -> FeaturedView {
    let i = featured.fresh.review;
    let review = &at.library().reviews[i];
    let services = at.library().terms_of(Dimension::Services);
    let seen = |seen: &Seen| SeenView {
        factor: seen.factor.clone(),
        services: seen
            .first()
            .filter_map(|place| services.get(place))
            .map(|term| at.to_term(Dimension::Services, term))
            .collect(),
        more: seen.more(),
    };
    FeaturedView {
        item: card(at, &featured.fresh),
        why: featured.why.clone(),
        plot_html: plot::figure(review, "lesson-plot"),
        seen: featured.seen.as_ref().map(seen),
    }
}

pub fn revised(at: At<'_>, revised: &Revised) -> MentionView {
    let notes = notes(at, revised.review, &revised.revisions);
    MentionView { review: at.review_link(revised.review), notes, html: None }
}

pub fn dropped(at: At<'_>, i: usize, declined: &Declined) -> MentionView {
    MentionView { review: at.review_link(i), notes: Vec::new(), html: Some(Prose::new(at, i).declined(declined)) }
}

pub fn saved(at: At<'_>, saved: &Saved) -> SavedView {
    SavedView {
        html: Prose::new(at, saved.review).inline(&saved.text),
        luck: saved.luck,
        review: at.review_link(saved.review),
    }
}

/// `time` is the period that the reviews are counted in: ` in 90 days`.
pub fn pattern(at: At<'_>, pattern: &Pattern, time: &str) -> PatternView {
    let term = &at.library().terms_of(pattern.dimension)[pattern.term];
    let (named, more) = pattern.named();
    PatternView {
        dimension: pattern.dimension.one(),
        term: at.to_term(pattern.dimension, term),
        words: format!("{}{time}", count(pattern.reviews.len(), "review", "reviews")),
        reviews: named.iter().map(|i| at.review_link(*i)).collect(),
        more,
    }
}

/// Closed actions first; then those to decide on, newly overdue, unclear, due, and decided against.
pub fn actions(at: At<'_>, digest: &Digest) -> Vec<ActionGroup> {
    let Followed { closed, before, decide, late, unclear, due, declined, .. } = &digest.actions;
    let group = |key, heading: &str, note: &str, actions: &[(usize, Action)], total: usize| ActionGroup {
        key,
        heading: heading.to_owned(),
        note: note.to_owned(),
        actions: actions.iter().map(|(i, action)| on_the_day(at, *i, action, digest.as_of)).collect(),
        total,
    };
    let totals = &digest.actions;
    let closed_heading =
        if totals.closed_since.is_some() { "Closed since the last meeting" } else { "Closed this week" };
    let late_note = totals.late_since.map_or_else(
        || "Due in the seven days before.".to_owned(),
        |met| format!("Due since the last meeting, on {}.", day(met)),
    );
    let groups = [
        group("closed", closed_heading, "Thank you.", closed, totals.closed_total),
        group(
            "decide",
            "To decide today",
            "Give it a new date, hand it over, or decide against it, and say why.",
            decide,
            decide.len(),
        ),
        group("late", "Became overdue", &late_note, late, totals.late_total),
        group("unclear", "Without an owner or a date", "In the reviews that are told.", unclear, totals.unclear_total),
        group("due", "Due next", "Within a fortnight.", due, totals.due_total),
        group("before", "Closed before the review came out", "In the new reviews.", before, totals.before_total),
        group("declined", "Decided against", "With the reason.", declined, declined.len()),
    ];
    groups.into_iter().filter(|group| !group.actions.is_empty()).collect()
}

/// An action as it was on the day, with its age in words.
fn on_the_day(at: At<'_>, i: usize, action: &Action, today: jiff::civil::Date) -> ActionView {
    let mut view = action_on(at, i, action, true, today);
    let late = action.due.filter(|_| action.status.is_open()).map_or(0, |due| (today - due).get_days());
    if late > 0 {
        view.age = Some(format!("due {} ago", age(late)));
    }
    view
}

pub fn archive(at: At<'_>, archive: &Archive) -> Vec<ArchiveEntry> {
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
    // Open actions of old reviews are listed under the actions already.
    for entry in &mut entries {
        entry.card.open_actions = 0;
        // A first sentence alone may tell how well it began.
        entry.card.happened = at.library().by_id(&entry.card.id).and_then(|i| happened(&at.library().reviews[i]));
    }
    entries
}

pub fn agenda(at: At<'_>, digest: &Digest) -> AgendaView {
    let library = at.library();
    let agenda = &digest.agenda;
    let row = |item: &crate::digest::Item| AgendaRow {
        at: item.at.clone(),
        minutes: item.minutes,
        what: item.what,
        how: item.how.clone(),
    };
    let presenter = |presentation: &Presentation| PresenterView {
        review: at.review_link(presentation.review),
        minutes: presentation.minutes,
        words: presentation.presenters.words(),
    };
    let starts = agenda.occasion.and_then(|this| this.start.to_zoned(library.config.zone()).ok());
    AgendaView {
        name: agenda.name.clone(),
        when: agenda.occasion.map(|occasion| place_of_meeting(library, occasion)),
        starts: starts.map(|start| start.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()),
        skipped: agenda.is_skipped,
        why_not: agenda.why_not(),
        next: agenda.next.map(time_of_meeting),
        items: agenda.items.iter().map(row).collect(),
        facilitator: agenda.facilitator.clone(),
        no_facilitator: agenda.no_facilitator,
        presenters: agenda.presentations.iter().map(presenter).collect(),
        link: agenda.link.clone(),
    }
}

pub fn question(at: At<'_>, question: &Question) -> QuestionView {
    QuestionView { text: question.text.clone(), review: question.review.map(|i| at.review_link(i)) }
}
