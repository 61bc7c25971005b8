//! The page of one review.

use super::{ChainLink, CommitView, PeopleRow, RelatedView, ReviewPage, RevisionView, parts, plot, read_from, toc};
use crate::library::Dimension;
use crate::pages::at::{About, At};
use crate::pages::cards::{TEASER, status};
use crate::pages::pieces::Link;
use crate::pages::prose::Prose;
use crate::pages::route::{drill_path, review_path};
use crate::pages::shell::PageView;
use crate::pages::{actions, dates};
use crate::review::{Points, Review};
use base::text::{clip, slug};

pub fn page(at: At<'_>, i: usize) -> Option<(PageView, ReviewPage)> {
    let library = at.library();
    let review = library.reviews.get(i)?;
    let prose = Prose::new(at, i);
    let ids = toc::ids(review);
    // Points of the body are not repeated, except the first lesson, which is always at the top.
    let own = |points: &Points| if points.from_body { Vec::new() } else { prose.lessons(&points.items) };
    let on_top = |points: &Points| {
        let shown = if points.from_body { points.items.len().min(1) } else { points.items.len() };
        prose.lessons(&points.items[..shown])
    };
    let timeline = plot::timeline(at, i, &ids);
    let history = history(at, review);
    // By their day: a title would be on two more pages, which change with it.
    let neighbour = |j: Option<usize>| {
        let review = library.reviews.get(j?)?;
        let label = review.date.map_or_else(|| "undated".to_owned(), dates::words);
        Some(Link { label, href: at.to(&review_path(&review.id)) })
    };
    let page = ReviewPage {
        id: review.id.clone(),
        title: review.title.clone(),
        kind: at.term_link(Dimension::Kinds, &slug(&review.kind)),
        kind_key: review.kind.clone(),
        severity: review.severity.as_deref().and_then(|key| at.severity(key)),
        status: status(review.status),
        date: review.date.map(dates::date),
        environment: review.environment.clone().filter(|e| e != "production"),
        scheduled: review.scheduled,
        services: at.terms_of(Dimension::Services, i),
        systems: review.systems.clone(),
        teams: at.terms_of(Dimension::Teams, i),
        tags: at.terms_of(Dimension::Tags, i),
        lessons: on_top(&review.learnings),
        surprises: on_top(&review.surprises),
        metrics: parts::metrics(review),
        phase_bar_html: plot::phase_bar(review),
        phases_note: plot::phases_note(review).map(str::to_owned),
        happened: review.happened.clone(),
        summary_html: parts::fuller_summary(review).map(|text| prose.blocks(text, Some("summary."))),
        facts: parts::facts(review, prose),
        toc: toc::toc(review, &ids, timeline.as_ref(), !history.is_empty()),
        timeline,
        body_html: prose.body(),
        factors: if review.factors_from_body { Vec::new() } else { parts::factors(at, review, prose) },
        went_well: own(&review.went_well),
        got_lucky: own(&review.got_lucky),
        open_questions: own(&review.open_questions),
        actions: actions::own(at, i, parts::own_actions(review)),
        actions_words: parts::actions_words(review),
        actions_at: parts::actions_at(review, &toc::id(&ids, "actions")),
        no_action_reason_html: review.no_action_reason.as_deref().map(|text| prose.inline(text)),
        wont_do: parts::declined(review, prose),
        related: related(at, i),
        chain: chain(at, i),
        backlinks: backlinks(at, i),
        people: people(review),
        links: links(review),
        read_from: if library.config.foreign { read_from::rows(review) } else { Vec::new() },
        history,
        extra: parts::extra(review),
        edit_href: edit_href(at, review),
        drill_href: at.site.drills.steps(i).map(|_| at.to(&drill_path(&review.id))),
        ids,
        source: review.source.clone(),
        newer: neighbour(i.checked_sub(1)),
        older: neighbour(i.checked_add(1)),
    };
    let about = About {
        title: review.title.clone(),
        description: review
            .happened
            .as_deref()
            .or(review.lesson.as_deref())
            .map(|text| clip(text, TEASER).into_owned())
            .unwrap_or_default(),
        class: "review",
        breadcrumbs: vec![at.home_crumb(), at.link("Reviews", "reviews/index.html")],
        feeds: vec![at.feed("", "All reviews")],
    };
    Some((at.page(about), page))
}

fn related(at: At<'_>, i: usize) -> Vec<RelatedView> {
    let views = at.site.related()[i].iter();
    views.map(|related| named(at, related.review, related.reason.clone(), related.chosen)).collect()
}

/// Another review, with the reason why it is listed.
fn named(at: At<'_>, i: usize, reason: String, chosen: bool) -> RelatedView {
    let Link { label: title, href } = at.review_link(i);
    RelatedView { title, href, date: at.library().reviews[i].date.map(dates::date), reason, chosen }
}

fn chain(at: At<'_>, i: usize) -> Vec<ChainLink> {
    let step = |j: &usize| {
        let Link { label: title, href } = at.review_link(*j);
        ChainLink { title, href, date: at.library().reviews[*j].date.map(dates::date), current: *j == i }
    };
    at.library().chains[i].iter().map(step).collect()
}

/// Reviews that link here and are not already listed as related.
fn backlinks(at: At<'_>, i: usize) -> Vec<RelatedView> {
    let library = at.library();
    let known = |j: usize| at.site.related()[i].iter().any(|related| related.review == j);
    let others = library.backlinks[i].iter().filter(|j| !known(**j));
    others.map(|j| named(at, *j, "names this review".to_owned(), false)).collect()
}

fn people(review: &Review) -> Vec<PeopleRow> {
    review.people.rows().map(|(role, names)| PeopleRow { role, names: names.to_vec() }).collect()
}

fn links(review: &Review) -> Vec<Link> {
    review.links.iter().map(|link| Link { label: link.label.clone(), href: link.url.clone() }).collect()
}

/// Newest first; on the same day, what the review says comes before what git says.
fn history(at: At<'_>, review: &Review) -> Vec<RevisionView> {
    let published = review.published.map(|on| (on, "Published".to_owned(), None));
    let revised = review.revisions.iter().map(|revision| (revision.on, revision.note.clone(), None));
    let repository = at.library().config.repository.as_deref().map(|address| address.trim_end_matches('/'));
    let today = at.library().clock.today;
    let changes = at.site.sources.history.changes(&review.source).iter().filter(|change| change.on <= today);
    let committed = changes.map(|change| {
        let name = change.commit.chars().take(10).collect();
        let href = repository.map(|repository| format!("{repository}/commit/{}", change.commit));
        (change.on, change.subject.clone(), Some(CommitView { name, href }))
    });
    let mut all: Vec<_> = published.into_iter().chain(revised).chain(committed).collect();
    all.sort_by_key(|(on, ..)| std::cmp::Reverse(*on));
    all.into_iter().map(|(on, note, commit)| RevisionView { on: dates::date(on), note, commit }).collect()
}

fn edit_href(at: At<'_>, review: &Review) -> Option<String> {
    let template = at.library().config.edit_url.as_ref()?;
    let path: Vec<_> = review.source.split('/').map(base::links::encode).collect();
    Some(template.replace("{path}", &path.join("/")))
}
