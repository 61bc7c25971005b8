//! The title of a review: from its front matter, from its first heading, or from its file's name.

use super::languages::words::without_id;
use super::{Fact, Origin, Review, foreign};
use base::diagnostics::{Code, Diagnostic, Place};
use markdown::Heading;
use site::source::without_ending;

/// The title of the front matter, or else the first heading, which is then left out of the body. A file without either is named
/// after its file, which is reported unless a key was reported as a misspelt `title`.
pub(super) fn fill(
    review: &mut Review,
    has_front_matter: bool,
    misspells_title: bool,
    is_foreign: bool,
    problems: &mut Vec<Diagnostic>,
) {
    if is_foreign && foreign::header::is_unfilled(&review.title) {
        review.title.clear();
    }
    let names_none = |text: &str| is_foreign && foreign::header::is_no_title(text);
    // Above a first heading that is not of the first level, a label such as `Subject:` says it.
    let has_lead = |h: &Heading| !names_none(&h.text) && (h.level == 1 || !foreign::header::has_title_above(review, h));
    if is_foreign && review.title.is_empty() && !review.outline.headings.first().is_some_and(has_lead) {
        let below = foreign::header::titled(review)
            .map(|heading| (heading.text.trim().to_owned(), Origin::named(heading.span.start)));
        if let Some((title, origin)) = below.or_else(|| foreign::header::title(review)) {
            review.title = title;
            review.origins.push((Fact::Title, origin));
        }
    }
    let lead = review.outline.headings.first().filter(|h| !h.text.trim().is_empty() && !names_none(&h.text));
    let at_top = lead.is_some_and(|h| review.body()[..h.span.start].trim().is_empty());
    if let Some(heading) = lead {
        let said = review.title.is_empty();
        if said {
            let text = heading.text.trim();
            if is_foreign { without_id(text) } else { text }.clone_into(&mut review.title);
            review.origins.push((Fact::Title, Origin::implied(heading.span.start)));
        }
        // One of a lower level is no heading of a section where nothing stands directly below it.
        let is_alone = || review.body().get(heading.own.clone()).is_some_and(|own| own.trim().is_empty());
        if at_top && (heading.level == 1 || is_alone()) && (said || review.title == heading.text.trim()) {
            review.omitted.push(heading.span.clone());
        }
    }
    if !review.title.is_empty() {
        return;
    }
    let is_said = misspells_title || problems.iter().any(|problem| problem.code == Code::MissingTitle);
    if has_front_matter && !is_said {
        problems.push(
            Diagnostic::new(Code::MissingTitle, "this review has no title")
                .at(Place::file(&review.source))
                .hint("write `title: ...` in the front matter, or begin the text with `# ...`"),
        );
    }
    review.title_is_stated = false;
    let file = review.source.rsplit('/').next().unwrap_or(&review.source);
    review.title = without_ending(file).replace(['-', '_'], " ");
    if is_foreign {
        review.title = without_day(&review.title);
    }
    if !has_front_matter && review.outline.has_words {
        let message = format!("the title `{}` was made from the file's name", review.title);
        let problem = Diagnostic::new(Code::Inferred, message).at(Place::file(&review.source));
        problems.push(problem.hint("begin the text with `# ...`"));
    }
}

/// A file's name without a leading date, if that leaves any words.
fn without_day(name: &str) -> String {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | '_' | '-'));
    let of_day = name.chars().filter(char::is_ascii_digit).count() >= 8;
    if of_day && rest.chars().any(char::is_alphabetic) { rest.to_owned() } else { name.to_owned() }
}
