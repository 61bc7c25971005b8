//! Turns a review into a draft: only the fields and sections that `public:` names, and every mistake in them.

use super::draft::{Draft, Written};
use super::redactor::Redactor;
use super::required::{report_missing, slug, stated};
use super::roles::Roles;
use super::rounding::rounded_down;
use super::vocabulary::{services, severity, tags};
use super::{World, aliases, assets, sections};
use crate::review::{ActionStatus, Public, PublicText, Review};
use base::diagnostics::{Code, Diagnostic};
use public::{MeasureState, Month, Passage, Standing};

/// Takes the fields and sections that the author names.
pub(super) fn project(review: &Review, world: &World<'_>, problems: &mut Vec<Diagnostic>) -> Draft {
    let Some(public) = review.public.as_ref() else { return empty() };
    report_missing(review, public, problems);
    if let Some(reason) = &public.withdrawn {
        return withdrawn(review, public, reason, world, problems);
    }
    sensitive(review, problems);
    let pictures = assets::read(review, public, world, problems);
    let mut draft = Draft {
        slug: slug(review, public, problems),
        aliases: aliases::read(review, public, problems),
        title: stated("title", public.title.as_deref()),
        date: public.date,
        severity: severity(review, public, world, problems),
        standing: standing(review, public),
        revised: public.revised.clone(),
        services: services(review, public, world, problems),
        tags: tags(review, public, world, problems),
        version: public.version,
        changes: Vec::new(),
        assets: pictures,
        ..empty()
    };
    let assets = draft.assets.clone();
    let mut redactor = Redactor { review, world, assets: &assets, roles: Roles::default(), problems };
    for name in &public.sections {
        section(name, public, &mut draft, &mut redactor);
    }
    for (n, (on, note)) in public.changes.iter().enumerate() {
        let written = Written::key(&["public", "changes", &n.to_string(), "note"]);
        draft.changes.push((*on, redactor.piece(note, written)));
    }
    draft.changes.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
    unused(review, &draft, problems);
    draft
}

fn empty() -> Draft {
    Draft {
        slug: None,
        aliases: Vec::new(),
        title: None,
        date: None,
        severity: None,
        standing: None,
        services: Vec::new(),
        tags: Vec::new(),
        version: public::Version::Final,
        changes: Vec::new(),
        revised: Vec::new(),
        span: None,
        lasted: None,
        sections: Vec::new(),
        timeline: Vec::new(),
        measures: Vec::new(),
        assets: Vec::new(),
        withdrawn: None,
    }
}

/// The draft of a withdrawn postmortem: its address, title and day, and the reason; the rest of `public:` is not published.
fn withdrawn(
    review: &Review,
    public: &Public,
    reason: &str,
    world: &World<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Draft {
    let mut draft = Draft {
        slug: slug(review, public, problems),
        aliases: aliases::read(review, public, problems),
        title: stated("title", public.title.as_deref()),
        date: public.date,
        revised: public.revised.clone(),
        ..empty()
    };
    let mut redactor = Redactor { review, world, assets: &[], roles: Roles::default(), problems };
    let reason = redactor.piece(reason, Written::key(&["public", "withdrawn"]));
    if reason.text.trim().is_empty() {
        let problem = Diagnostic::new(Code::PublicField, "`public.withdrawn` says nothing");
        let hint = "say in a sentence why it was withdrawn; readers find it at the old address";
        redactor.problems.push(problem.at(review.place_in(&["public", "withdrawn"])).hint(hint));
    }
    draft.withdrawn = Some(reason);
    draft
}

/// The standing that the author states; otherwise resolved, if the duration is published and the review says when it was
/// resolved.
fn standing(review: &Review, public: &Public) -> Option<Standing> {
    let is_over = public.sections.contains(&"duration") && review.moments.resolved.is_some();
    public.standing.or(is_over.then_some(Standing::Resolved))
}

fn section(name: &'static str, public: &Public, draft: &mut Draft, redactor: &mut Redactor<'_>) {
    let before = redactor.problems.len();
    let source = sections::source(redactor.review, name, redactor.problems);
    if redactor.problems.len() > before {
        return;
    }
    let found = match (name, source) {
        ("timeline", _) => {
            timeline(public, draft, redactor);
            !draft.timeline.is_empty()
        }
        (_, Some(source)) => {
            let piece = redactor.piece(&source.text, source.written);
            let said = !piece.text.is_empty();
            draft.sections.push((name, piece));
            if name == "duration" {
                duration(redactor.review, public, draft);
            }
            said
        }
        ("duration", None) => {
            duration(redactor.review, public, draft);
            draft.lasted.is_some()
        }
        ("severity", None) => draft.severity.is_some(),
        ("services-impacted", None) => !draft.services.is_empty(),
        ("countermeasures", None) => {
            measures(draft, redactor);
            !draft.measures.is_empty()
        }
        _ => false,
    };
    if !found {
        let message = format!("the section `{name}` is named and says nothing");
        let hint = match name {
            "timeline" if !redactor.review.timeline_blocks.is_empty() => {
                "write the entries to be published under `timeline:` in the front matter, with `public: true` or a text; \
                 what stands in the body stays inside"
                    .to_owned()
            }
            "timeline" => "set `public: true`, or a text, on the entries of `timeline:` to be published".to_owned(),
            "severity" | "services-impacted" => format!("set `public.{}`", name.trim_end_matches("-impacted")),
            "duration" => "give the review `times:`, or write `public.duration`".to_owned(),
            _ => format!("write `public.{name}`, or a section of that heading, or take it out of `sections`"),
        };
        let problem =
            Diagnostic::new(Code::PublicSection, message).at(redactor.review.place_in(&["public", "sections", name]));
        redactor.problems.push(problem.hint(hint));
    }
}

/// The entries that are published individually; never who acted.
fn timeline(public: &Public, draft: &mut Draft, redactor: &mut Redactor<'_>) {
    let review = redactor.review;
    for entry in &review.timeline {
        // An entry without a certain moment is never published.
        let Some(at) = entry.moment() else { continue };
        let n = entry.item.to_string();
        let piece = match &entry.public {
            PublicText::Nothing => continue,
            PublicText::What => redactor.piece(&entry.what, Written::key(&["timeline", &n, "what"])),
            PublicText::Instead(text) => redactor.piece(text, Written::key(&["timeline", &n, "public"])),
        };
        draft.timeline.push((rounded_down(at, public.precision), entry.effect.key(), piece));
    }
}

/// How long the harm lasted, as on the internal page: between the moments, or as stated under `impact`. If moments are rounded,
/// the duration is computed from the rounded ones.
fn duration(review: &Review, public: &Public, draft: &mut Draft) {
    let times = review.times();
    let Some(headline) = times.headline() else { return };
    let passage =
        |(from, to)| Passage { from: rounded_down(from, public.precision), to: rounded_down(to, public.precision) };
    draft.span = headline.ends.or(times.headline_ends()).map(passage);
    draft.lasted = match (headline.ends, draft.span) {
        (Some(_), Some(span)) => Some(span.seconds()),
        _ => Some(headline.seconds),
    };
}

/// Actions as (Completed) or (Planned, month); those decided against are not published.
fn measures(draft: &mut Draft, redactor: &mut Redactor<'_>) {
    let review = redactor.review;
    for (n, action) in review.actions.iter().enumerate() {
        let (state, due) = match action.status {
            ActionStatus::Done => (MeasureState::Completed, None),
            ActionStatus::Open | ActionStatus::InProgress => (MeasureState::Planned, action.due),
            ActionStatus::WontDo => continue,
        };
        let due = due.and_then(|due| {
            Some(Month { year: u16::try_from(due.year()).ok()?, month: u8::try_from(due.month()).ok()? })
        });
        let n = n.to_string();
        let written = if review.actions_from_body { Written::Body(0) } else { Written::key(&["actions", &n, "title"]) };
        draft.measures.push((redactor.piece(&action.title, written), state, due));
    }
    draft.measures.sort_by_key(|(_, state, _)| *state);
}

fn sensitive(review: &Review, problems: &mut Vec<Diagnostic>) {
    for (n, action) in review.actions.iter().enumerate().filter(|(_, a)| a.sensitive && a.status.is_open()) {
        let message = format!("the sensitive action `{}` is still open", action.id.as_deref().unwrap_or(&action.title));
        let problem = Diagnostic::new(Code::SensitiveAction, message).at(review.place_in(&["actions", &n.to_string()]));
        problems.push(problem.hint("publish when it is done; until then set `public.publish: false`"));
    }
}

/// A listed picture that no section shows is not published, which its author may not expect.
fn unused(review: &Review, draft: &Draft, problems: &mut Vec<Diagnostic>) {
    for (n, asset) in draft.assets.iter().enumerate() {
        if !draft.sections.iter().any(|(_, piece)| piece.text.contains(&asset.file.text)) {
            let message = format!("no section to be published shows the picture `{}`", asset.src);
            let place = review.place_in(&["public", "assets", &n.to_string()]);
            let problem = Diagnostic::new(Code::PublicImage, message).at(place);
            problems.push(problem.hint("show it in a section to be published, or take it off the list"));
        }
    }
}
