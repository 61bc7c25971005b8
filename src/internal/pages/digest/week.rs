//! The page of a week.

use std::collections::BTreeMap;

use super::{DigestPage, PartLink, parts};
use crate::digest::{self, Choice, Digest, Minutes, Period, Week, time_of_meeting};
use crate::pages::at::{About, At};
use crate::pages::home::DigestBox;
use crate::pages::pieces::Link;
use crate::pages::route::{period_path, slides_path, week_path};
use crate::pages::shell::PageView;
use crate::pages::{dates, feed_address};

pub fn page(at: At<'_>, week: Week) -> (PageView, DigestPage) {
    let page = view(at, week);
    let about = About {
        title: page.title.clone(),
        description: page.quiet.clone().unwrap_or_else(|| page.counts.clone()),
        class: "digest",
        breadcrumbs: vec![at.home_crumb(), at.link("Weekly digests", "digests/index.html")],
        feeds: vec![at.feed("digests", "Weekly digests")],
    };
    (at.page(about), page)
}

/// The page of its slides, from the same view.
pub fn slides(at: At<'_>, week: Week) -> (PageView, DigestPage) {
    let page = view(at, week);
    let about = About {
        title: format!("Slides: {}", page.title),
        description: format!("The slides of {}.", page.title),
        class: "slides",
        breadcrumbs: vec![at.home_crumb(), at.link("Weekly digests", "digests/index.html"), week_link(at, week)],
        feeds: Vec::new(),
    };
    (at.page(about), page)
}

fn view(at: At<'_>, week: Week) -> DigestPage {
    let digest = digest::digest(at.library(), &at.site.calendar, week);
    let (older, newer) = at.site.calendar.neighbours(week);
    // A quiet week may lie in a month that has no page.
    let periods = [Period::month_of(week), Period::quarter_of(week)];
    let periods = periods.into_iter().filter(|period| at.site.calendar.has_page(*period));
    let mut around: Vec<_> = periods.map(|period| period_link(at, period)).collect();
    around.push(at.link("All weeks", "digests/index.html"));
    let (own, slides) = (week_path(week), slides_path(week));
    let within = format!(" in {} days", digest::PATTERN_DAYS);
    let mut page = DigestPage {
        week: week.to_string(),
        title: title(week),
        days: digest::days(digest.first, digest.last),
        as_of: (digest.as_of < digest.last && digest.as_of >= digest.first).then(|| dates::date(digest.as_of)),
        counts: digest.counts.clone(),
        quiet: digest.quiet.clone(),
        added: digest.added.clone(),
        reviews_href: at.to("reviews/index.html"),
        held_over: digest.held_over.clone(),
        excluded: digest.excluded.clone(),
        href: at.to(&own),
        slides_href: at.site.has_page(&slides).then(|| at.to(&slides)),
        canonical: (own != at.path).then(|| feed_address::address(at, &own)),
        older: older.map(|week| week_link(at, week)),
        newer: newer.map(|week| week_link(at, week)),
        around,
        parts: Vec::new(),
        headings: headings(at, &digest),
        minutes: if digest.agenda.is_skipped { Minutes::default() } else { digest.minutes },
        lesson: digest.lesson.as_ref().map(|lesson| parts::featured(at, lesson)),
        new: digest.new.iter().map(|fresh| parts::card(at, fresh)).collect(),
        near: digest.signals.iter().map(|fresh| parts::card(at, fresh)).collect(),
        late: digest.late.iter().map(|fresh| parts::card(at, fresh)).collect(),
        revised: digest.revised.iter().map(|revised| parts::revised(at, revised)).collect(),
        well: digest.saved.iter().map(|saved| parts::saved(at, saved)).collect(),
        well_more: digest.saved_total - digest.saved.len(),
        patterns: digest.patterns.iter().map(|pattern| parts::pattern(at, pattern, &within)).collect(),
        actions: parts::actions(at, &digest),
        dropped: digest.actions.dropped.iter().map(|(i, declined)| parts::dropped(at, *i, declined)).collect(),
        actions_href: at.to("actions/index.html"),
        overdue: digest.actions.overdue_words(),
        archive: parts::archive(at, &digest.archive),
        drills: (digest.quiet.is_some() && !digest.agenda.is_skipped && !at.site.drills.playable().is_empty())
            .then(|| at.link("Drills", "drills/index.html")),
        drills_fit: drills_fit(at, &digest),
        agenda: parts::agenda(at, &digest),
        questions: digest.questions.iter().map(|question| parts::question(at, question)).collect(),
    };
    page.parts = shown(&page);
    page
}

/// The current week in a few lines, and the review of its lesson.
pub fn current(at: At<'_>) -> (DigestBox, Option<usize>) {
    let week = at.site.calendar.current();
    let digest = digest::digest(at.library(), &at.site.calendar, week);
    let review = digest.lesson.as_ref().map(|lesson| lesson.fresh.review);
    let library = at.library();
    let meeting = digest::next_meeting(&library.config, library.clock.today).map(time_of_meeting);
    let in_brief = DigestBox {
        title: title(week),
        days: digest::days(digest.first, digest.last),
        href: at.to("this-week/index.html"),
        words: digest.quiet.unwrap_or(digest.counts),
        review: review.map(|i| at.review_link(i)),
        happened: review.and_then(|i| digest::happened(&library.reviews[i])),
        lesson: review.and_then(|i| at.card(i).lesson),
        meeting: meeting.unwrap_or_default(),
    };
    (in_brief, review)
}

/// Whether a drill fits into the time that a quiet week leaves, with the minutes of the agenda.
fn drills_fit(at: At<'_>, digest: &Digest) -> String {
    let drills = &at.site.drills;
    let Some(shortest) = drills.playable().into_iter().filter_map(|i| drills.minutes(i)).min() else {
        return String::new();
    };
    let [stories, talk] =
        [digest.stories_block(), digest.talk_block()].map(|block| block.map_or(0, |item| item.minutes));
    let both = stories + talk;
    let name = digest.talk();
    let instead = if shortest <= talk {
        return format!("End early once all is told, or play a drill: the shortest takes {shortest} min.");
    } else if shortest <= both {
        format!("play it instead of the stories and “{name}”, which have {both} min together, or on another day")
    } else if stories > 0 {
        format!("the stories and “{name}” have {both} min together, so play it on another day")
    } else {
        "play it on another day".to_owned()
    };
    format!(
        "End early once all is told. A drill does not fit into the {talk} min of “{name}”: the shortest takes {shortest} min; {instead}."
    )
}

/// `Week 47, 2026`.
pub fn title(week: Week) -> String {
    format!("Week {}, {}", week.number(), week.year())
}

pub fn week_link(at: At<'_>, week: Week) -> Link {
    at.link(title(week), &week_path(week))
}

pub fn period_link(at: At<'_>, period: Period) -> Link {
    at.link(period.words(), &period_path(period))
}

fn headings(at: At<'_>, digest: &Digest) -> BTreeMap<&'static str, String> {
    let on = |i: usize, r: &usize| at.library().reviews[i].revisions.get(*r).map(|revision| revision.on);
    let is_earlier = |revised: &digest::Revised| {
        revised.revisions.iter().any(|r| on(revised.review, r).is_some_and(|on| on < digest.first))
    };
    let waited = digest.revised.iter().any(is_earlier);
    let choice = digest.lesson.as_ref().map(|lesson| lesson.choice);
    let changes = if choice == Some(Choice::Archive) { "What became of its actions" } else { "What we change" };
    let new = if choice == Some(Choice::New) { "Also new" } else { "New reviews" };
    [
        ("lesson", choice.unwrap_or(Choice::New).heading()),
        ("changes", changes),
        ("late", "Since the last meeting"),
        ("new", new),
        ("near", "Near misses and game days"),
        ("revised", if waited { "Revised since the last meeting" } else { "Revised since last week" }),
        ("well", "What went well, what saved us"),
        ("patterns", "Seen again"),
        ("actions", "Actions"),
        ("archive", "From the archive"),
        ("agenda", if digest.agenda.is_skipped { "No meeting this week" } else { "The meeting" }),
        ("questions", digest.talk()),
    ]
    .into_iter()
    .map(|(key, words)| (key, words.to_owned()))
    .collect()
}

/// The parts that have content. The agenda and the questions always do.
fn shown(page: &DigestPage) -> Vec<PartLink> {
    let Minutes { lesson, late, new, near, revised, well, patterns, actions, archive, agenda, questions } =
        page.minutes;
    let any_action = !page.actions.is_empty() || !page.dropped.is_empty() || page.overdue.is_some();
    let all = [
        ("lesson", page.lesson.is_some(), lesson),
        ("late", !page.late.is_empty(), late),
        ("new", !page.new.is_empty(), new),
        ("near", !page.near.is_empty(), near),
        ("revised", !page.revised.is_empty(), revised),
        ("well", !page.well.is_empty(), well),
        ("patterns", !page.patterns.is_empty(), patterns),
        ("archive", !page.archive.is_empty(), archive),
        ("questions", true, questions),
        ("actions", any_action, actions),
        ("agenda", true, agenda),
    ];
    let link = |(key, _, minutes): (&'static str, bool, usize)| PartLink {
        key,
        heading: page.headings.get(key).cloned().unwrap_or_default(),
        minutes,
    };
    all.into_iter().filter(|(_, shown, _)| *shown).map(link).collect()
}
