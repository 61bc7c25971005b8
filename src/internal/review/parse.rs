//! Parses one source file into one review.

use super::foreign::front_matter::Deferred;
use super::front_matter_block::{self, FrontMatter};
use super::slips::near_front_matter::{may_say_visibility, near_front_matter};
use super::split::{Split, split};
use super::{
    Entry, Review, Visibility, blank, foreign, happened, header, infer, sections, slips, title, when, writing_day,
};
use base::diagnostics::{Code, Diagnostic, Level, Place, Warned, merge_alike};
use base::text::one_line;
use site::config::Config;
use site::source::SourceFile;

/// Parses a review. It is returned even if there were mistakes, so that later stages can report theirs as well. `None` only if
/// the end of the front matter cannot be found.
pub fn parse(file: SourceFile, config: &Config) -> Warned<Option<Review>> {
    let mut problems = Vec::new();
    let split = match split(&file.path, &file.text) {
        Ok(split) => split,
        // If no front matter is expected, a line of hyphens is only a line.
        Err(problem) if config.foreign => {
            problems.push(*problem);
            Split::none(0)
        }
        Err(problem) => return Warned::new(None, vec![*problem]),
    };
    let mut review = blank::blank(file, &split);
    review.zone_is_stated = !config.foreign;
    // Front matter may state another.
    review.zone = config.timezone.clone().filter(|_| !config.foreign).unwrap_or(review.zone);
    let near = near_front_matter(&review.source, &review.text, split.body, split.front.is_some());
    // What is not read there may hide the review, whatever the front matter that is read says.
    let is_hidden = near.is_some() && (!config.foreign || may_say_visibility(&review.text));
    problems.extend(near);
    let has_front_matter = split.front.is_some();
    let FrontMatter { is_unread, says_visibility, misspells_title, deferred } = match split.front {
        Some((syntax, range)) => front_matter_block::read(&mut review, syntax, range, config, &mut problems),
        None => FrontMatter::default(),
    };
    if is_hidden {
        review.visibility = Visibility::Restricted;
    }
    let has_fields = has_front_matter && !is_unread;
    title::fill(&mut review, has_fields, misspells_title, config.foreign, &mut problems);
    header::fill(&mut review, says_visibility || is_hidden, config, &mut problems);
    by_path(&mut review, config);
    if config.foreign {
        foreign::header::kind_in_title(&mut review, config, &mut problems);
    }
    infer::fill(&mut review, config, &mut problems);
    fill_from_keys(&mut review, &deferred);
    let mut written = None;
    if config.foreign {
        foreign::header::fill(&mut review, config, &mut problems);
        written = writing_day::read(&review);
        foreign::date::fill(&mut review, &deferred, written, None, &mut problems);
    }
    slips::conflict::report(&review, &mut problems);
    review.is_document |= config.foreign && foreign::document::is_document(&review);
    if review.is_document {
        return document(review, problems);
    }
    // A page of the library keeps every word where it stands.
    let unread = (config.foreign && foreign::document::may_tell_nothing(&review)).then(|| review.clone());
    let first_day = sections::fill(&mut review, config.foreign, &mut problems);
    if config.foreign {
        if let Some(first) = first_day {
            foreign::date::fill(&mut review, &deferred, written, Some(first), &mut problems);
        }
        keep_other_day(&mut review, &deferred);
    }
    review.written = written;
    review.named_until = deferred.latest.max(infer::date_in_path(&review.source));
    slips::near_section::report(&review, config.foreign, &mut problems);
    slips::spaced_links::report(&review, &mut problems);
    review.definitions = markdown::link_definitions(review.body());
    (review.happened, review.happened_at_length) = happened::happened(&review);
    if let Some(unread) = unread.filter(|_| foreign::document::tells_nothing(&review)) {
        return document(unread, problems);
    }
    review.impact_in_text = happened::impact(&review);
    review.lesson = lesson(&review);
    // Entries of the same moment stay in the order written.
    when::in_order(&mut review.timeline, Entry::moment);
    let zone = review.zone_of_timeline().clone();
    let day = |entry: &Entry| entry.moment().map(|at| zone.to_datetime(at).date()).or(entry.when.day());
    when::under_their_days(&mut review.timeline, day);
    ask_for_text(&review, &mut problems);
    if !config.foreign {
        settle(&mut problems, is_unread);
    }
    Warned::new(Some(review), problems)
}

/// A file that is no review. Only its text is shown, so that notes about its fields are not useful.
fn document(review: Review, mut problems: Vec<Diagnostic>) -> Warned<Option<Review>> {
    problems.retain(|problem| problem.level < Level::Note);
    Warned::new(Some(Review { is_document: true, ..review }), problems)
}

/// A day of the front matter that is not the date of the review is kept as a fact.
fn keep_other_day(review: &mut Review, deferred: &Deferred) {
    if let Some(post) = deferred.post.filter(|post| review.date != Some(*post))
        && !review.extra.iter().any(|(key, _)| key == "date")
    {
        review.extra.push(("date".to_owned(), post.to_string()));
    }
}

fn ask_for_text(review: &Review, problems: &mut Vec<Diagnostic>) {
    if !review.outline.has_words && review.summary.is_none() && review.timeline.is_empty() {
        let problem = Diagnostic::new(Code::EmptyReview, "this review holds no text");
        problems.push(
            problem.at(Place::file(&review.source)).hint("start it from `debrief new TITLE`, or leave the file out"),
        );
    } else {
        ask_for_summary(review, problems);
    }
}

/// Leaves out what only follows from another mistake: what was made up for front matter that cannot be read is no news.
fn settle(problems: &mut Vec<Diagnostic>, is_unread: bool) {
    let near = problems.iter().any(|problem| problem.code == Code::NearFrontMatter);
    if near || is_unread {
        let follows = [Code::NoSummary, Code::Inferred, Code::MissingTitle, Code::EmptyReview];
        problems.retain(|problem| !follows.contains(&problem.code));
    }
    if problems.iter().any(|problem| problem.code == Code::MergeConflict) {
        problems.retain(|problem| problem.code != Code::NearFrontMatter);
    }
    if problems.iter().any(|problem| problem.code == Code::MissingTitle) {
        problems.retain(|problem| problem.code != Code::NoSummary);
    }
    merge_alike(problems);
}

/// Fills empty fields with the library's defaults for the path of the file.
fn by_path(review: &mut Review, config: &Config) {
    if config.defaults.is_empty() {
        return;
    }
    let said = config.defaults_for(&review.source);
    for (field, said) in
        [(&mut review.teams, said.teams), (&mut review.services, said.services), (&mut review.tags, said.tags)]
    {
        if field.is_empty() {
            *field = said;
        }
    }
    review.environment = review.environment.take().or(said.environment);
}

/// Sets the day and the duration from keys of other tools, if the moments of the review do not give them.
fn fill_from_keys(review: &mut Review, deferred: &Deferred) {
    let moments = &review.moments;
    // The end alone does not tell the day on which it began.
    let stated = deferred.day.or(deferred.post);
    if moments.started.or(moments.detected).is_none() && (moments.resolved.is_none() || stated.is_some()) {
        review.date = stated.or(review.date);
        review.day_is_of_key = deferred.day.is_some();
    }
    if let Some(said) = deferred.duration.filter(|_| review.duration().is_none()) {
        review.said = Some(said);
    }
}

/// The first lesson as plain text. Computed once, because every list, feed and card shows it.
fn lesson(review: &Review) -> Option<String> {
    let first = review.learnings.items.first().or(review.surprises.items.first())?;
    let text = review.words_of(&first.text);
    (!text.is_empty()).then_some(text)
}

/// Asks for a summary if there is none, and says what is shown instead.
fn ask_for_summary(review: &Review, problems: &mut Vec<Diagnostic>) {
    if happened::has_summary(review) {
        return;
    }
    if let Some(short) = &review.summary {
        let short = one_line(short);
        let message = format!("`summary` is only `{short}`, which does not say what happened");
        let problem = Diagnostic::new(Code::NoSummary, message).at(review.place_of("summary"));
        problems.push(problem.hint("write what failed, and for whom, in a sentence or two"));
        return;
    }
    let message = match &review.happened {
        Some(said) => format!("this review has no summary; lists say: {said}"),
        None => "this review has no summary, so lists do not say what happened".to_owned(),
    };
    let problem = Diagnostic::new(Code::NoSummary, message).at(Place::file(&review.source));
    let hint = "write `summary:` with what failed, and for whom, in a sentence or two";
    problems.push(if foreign::document::is_document(review) {
        let path = &review.source;
        problem.hint(format!("{hint}; if it is no review, write `page: true` in its front matter, or `ignore: ['{path}']` in debrief.yaml"))
    } else {
        problem.hint(hint)
    });
}
