//! `debrief check`: reports every mistake of both editions, and what was read from texts; writes nothing.

use std::collections::BTreeSet;

use super::drafts::drafts;
use super::selection::Selection;
use super::{library, own_templates, request, understanding};
use crate::cli::{CheckArgs, CheckFormat, Edition, Exit, Terminal};
use crate::publication::{self, is_blocked};
use base::diagnostics::{
    Code, Diagnostic, Level, Place, any_error, render_github, render_json, render_sarif, render_short, settle, sort,
};
use base::text::count;
use clearance::{Finding, POLICY_FILE, Tier};
use internal::disclose::Unapproved;
use site::source::CONFIG_FILE;

/// Runs the command. Drafts are checked too, because that is when a check helps most.
///
/// # Errors
/// The exit code of the command; what is wrong has been reported.
pub fn check(args: &CheckArgs, terminal: &Terminal) -> Result<(), Exit> {
    let selection = match Selection::of(&args.paths, args.library.as_ref()) {
        Ok(selection) => selection,
        Err(problem) => {
            terminal.fail(&problem.message, Some(&problem.hint));
            return Err(Exit::Usage);
        }
    };
    let request = request::request(&args.read, &selection.library, &[], true, terminal)?;
    let mut manuscript = crate::read(&request, &mut |_| {});
    let mut problems = std::mem::take(&mut manuscript.problems);
    let is_reported =
        |path: &str| problems.iter().any(|problem| problem.place.as_ref().is_some_and(|at| at.path == path));
    let is_read = |path: &str| manuscript.reviews.holds(path) || is_reported(path);
    selection.unread(is_read).for_each(|path| say_unread(path, &selection, terminal));
    let has_no_review = selection.has_no_review(|path| manuscript.reviews.holds(path));
    // A library with settings has its facts in fields, and each mistake is reported; in other folders facts are read from the
    // text.
    let foreign = manuscript.config.foreign;
    let mut understood = if foreign { manuscript.reviews.understood() } else { Vec::new() };
    understood.retain(|file| selection.holds(&file.path));
    let documents = manuscript.reviews.documents();
    let public = match args.edition {
        Some(Edition::Internal) => None,
        edition => {
            let asked = edition == Some(Edition::Public);
            publication::prepare(&manuscript, &request, Unapproved::Refuse, asked, &mut |_| {})
        }
    };
    let site = crate::internal_edition(manuscript, &request, &mut |_| {}).report_to(&mut problems);
    problems.extend(own_templates::internal(site.as_ref().filter(|_| args.edition != Some(Edition::Public))));
    let mut findings = own_templates::public(public.as_ref(), &mut problems);
    findings.extend(public.iter().flat_map(|public| public.disclosure.findings.clone()));
    findings.sort();
    let mut diagnostics = public.map(|public| public.problems).unwrap_or_default();
    if args.edition.is_none() {
        note_approvals(&mut diagnostics, &problems);
    }
    problems.extend(diagnostics);
    problems.retain(|problem| problem.place.as_ref().is_none_or(|place| selection.holds(&place.path)));
    findings.retain(|finding| selection.holds(&finding.at.path));
    settle(&mut problems);
    selection.library.show_from_here(&mut problems);
    selection.library.findings_from_here(&mut findings);
    let mistaken = any_error(&problems);
    let warned = problems.iter().any(|d| d.level == Level::Warning);
    if args.format != CheckFormat::Human {
        problems.extend(findings.iter().map(held_back));
        terminal.heeding_warnings(args.strict).keep_heeded(&mut problems);
        sort(&mut problems);
        problems.dedup();
    }
    let printed = match args.format {
        CheckFormat::Json => {
            for file in &mut understood {
                file.path = selection.library.named_here(&file.path);
            }
            terminal.print_json(&render_json(&problems, &understood))
        }
        CheckFormat::Sarif => {
            selection.library.place_all(&mut problems);
            library::paths::show_from_repository(&mut problems);
            terminal.print_json(&render_sarif(&problems, env!("CARGO_PKG_VERSION")))
        }
        CheckFormat::Short => terminal.print(&render_short(&problems)),
        CheckFormat::Github => {
            library::paths::show_from_repository(&mut problems);
            terminal.print(&render_github(&problems))
        }
        CheckFormat::Human => {
            let terminal = terminal.heeding_warnings(args.strict);
            terminal.diagnostics(&problems, Level::Note);
            terminal.findings(&findings, false);
            understanding::print(&understood, documents, &terminal);
            if let Some(site) = site.as_ref().filter(|_| !mistaken && !is_blocked(&findings)) {
                terminal.say(&what_was_checked(&selection, site.reviews(), has_no_review));
                if site.drafts_shown() > 0 {
                    terminal.say(&drafts(site.drafts_shown(), "checked, and left out of what `build` writes"));
                }
            }
            Ok(())
        }
    };
    printed?;
    // A finding is an error among the diagnostics, but not a mistake: it has its own exit code.
    if mistaken || (args.strict && warned) {
        Err(Exit::Mistakes)
    } else if is_blocked(&findings) {
        Err(Exit::Leak)
    } else {
        Ok(())
    }
}

/// The last line of a check that found no mistake.
fn what_was_checked(selection: &Selection, reviews: usize, has_no_review: bool) -> String {
    let all = count(reviews, "review", "reviews");
    if has_no_review {
        "Checked no review: `debrief check` without a name checks the whole library.".to_owned()
    } else if selection.is_part() {
        format!("Checked what was named in a library of {all}: the library can be built.")
    } else {
        format!("Checked {all}: the library can be built.")
    }
}

/// Makes notes of missing approvals: they do not concern the author of a review, only a public build requires them. What is mistaken
/// cannot be approved yet, and has none.
fn note_approvals(diagnostics: &mut Vec<Diagnostic>, others: &[Diagnostic]) {
    let at = |problem: &Diagnostic| problem.place.as_ref().map(|place| place.path.clone());
    let is_wrong = |problem: &&Diagnostic| problem.level == Level::Error && problem.code != Code::Approval;
    let wrong: BTreeSet<_> = others.iter().chain(&*diagnostics).filter(is_wrong).map(at).collect();
    diagnostics.retain(|problem| problem.code != Code::Approval || !wrong.contains(&at(problem)));
    for problem in diagnostics.iter_mut().filter(|problem| problem.code == Code::Approval) {
        problem.level = Level::Note;
    }
}

/// Says why a file that was named is not checked.
fn say_unread(path: &str, selection: &Selection, terminal: &Terminal) {
    let here = selection.library.named_here(path);
    terminal.say(&match path {
        CONFIG_FILE => format!("note: {here} holds the settings of the library and is no review"),
        POLICY_FILE => format!("note: {here} holds the policy of the public edition and is no review"),
        _ => format!("note: {here} is no review and is not read"),
    });
}

/// A finding as a diagnostic. It reveals no more of the value than the terminal does: there is no excerpt, because the line
/// contains the value, and the review is named by its file, because an id or title might contain it.
fn held_back(finding: &Finding) -> Diagnostic {
    let Finding { tier, at, rule, view, masked, known_from, .. } = finding;
    let (level, does) = match tier {
        Tier::Block => (Code::Leak.level(), "holds back"),
        Tier::Review => (Level::Note, "asks for a look at"),
    };
    let known = known_from.as_ref().map(|from| format!("known from {}; ", from.shown()));
    let way_out = finding.way_out().map_or_else(
        || {
            format!(
                "`debrief redact {}` shows the value, with the mark to write; what readers may see is named in `allow:` under `public:`, with `rule: {rule}`",
                at.path
            )
        },
        str::to_owned,
    );
    Diagnostic::new(Code::Leak, format!("the rule `{rule}` {does} {masked} ({view})"))
        .with_level(level)
        .at(Place::hidden(&at.path, at.line, at.column))
        .hint(known.unwrap_or_default() + &way_out)
}
