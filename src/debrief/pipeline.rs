//! The stages of both editions, from a folder to a planned site.

use std::path::PathBuf;

use crate::foreign;
use crate::paths::tidy;
use base::clock::Clock;
use base::diagnostics::{Diagnostic, Warned, any_error, sort};
use clearance::Policy;
use internal::{Reviews, Show, Site};
use site::config::Config;
use site::history::{Kept, Reading};
use site::source::Sources;
use site::theme::Theme;

/// What to build a site from.
#[derive(Debug, Clone)]
pub struct Request {
    /// The folder with the reviews.
    pub library: PathBuf,
    /// Folders in it that are not part of it, such as the one that the site is written to.
    pub skip: Vec<PathBuf>,
    /// The day to use as today.
    pub clock: Clock,
    /// Whether to show drafts, and how to report broken links.
    pub show: Show,
    /// Overrides `base_url` of the configuration.
    pub base_url: Option<String>,
    /// The git history from the last read; for callers that read the library repeatedly.
    pub kept: Option<Kept>,
}

/// What both editions are made from: the library as read and parsed.
#[derive(Debug)]
pub struct Manuscript {
    /// The files.
    pub sources: Sources,
    /// The settings.
    pub config: Config,
    /// What may be published; `None` if the library has no `redaction.yaml`, or one that cannot be understood.
    pub policy: Option<Policy>,
    /// Today, in the library's time zone.
    pub clock: Clock,
    /// The reviews.
    pub reviews: Reviews,
    /// Every mistake so far.
    pub problems: Vec<Diagnostic>,
}

/// The first two stages. `on_stage` is called with the name of each stage as it ends.
pub fn read(request: &Request, on_stage: &mut dyn FnMut(&'static str)) -> Manuscript {
    read_found(request, site::source::walk(&request.library, &request.skip), on_stage)
}

/// The same for files that have been found already.
pub fn read_found(request: &Request, found: Warned<Sources>, on_stage: &mut dyn FnMut(&'static str)) -> Manuscript {
    let Warned { value: mut sources, diagnostics: mut problems } = found;
    let mut config = Config::of(sources.config.as_ref(), sources.foreign, &mut problems);
    config.read_named(&sources, &mut problems);
    config.report_unmatched(&sources, &mut problems);
    sources.leave_out(|path| config.is_ignored(path));
    config.base_url = request.base_url.clone().or(config.base_url);
    // The internal edition needs no policy, but a mistake in it should be reported before the day of a publication.
    let policy = Policy::read(sources.policy.as_ref(), &mut problems);
    let clock = request.clock.or_on(config.as_of).in_zone(&config.zone());
    let history = if config.git_history {
        Reading::begin(&sources.root, request.kept.clone(), clock.today)
    } else {
        Reading::none()
    };
    on_stage("walk");
    let reviews = internal::parse(&mut sources, &config).report_to(&mut problems);
    sources.history = history.finish(&mut problems);
    let is_there = reviews.paths();
    sources.history.look_for_missing(&sources.root, |path| is_there.contains(path) || sources.files.contains(path));
    on_stage("parse");
    if config.foreign {
        foreign::lower(&mut problems);
    }
    Manuscript { sources, config, policy, clock, reviews, problems }
}

/// The next two stages for the internal edition; the caller reports the mistakes from reading.
pub fn internal_edition(
    manuscript: Manuscript,
    request: &Request,
    on_stage: &mut dyn FnMut(&'static str),
) -> Warned<Option<Site>> {
    let Manuscript { sources, config, clock, reviews, .. } = manuscript;
    let Warned { value: theme, diagnostics: mut problems } = theme_of(&config, request, site::theme::Edition::Internal);
    on_stage("theme");
    let foreign = config.foreign;
    let show = Show { allow_broken_links: request.show.allow_broken_links || foreign, ..request.show };
    let library = internal::assemble(reviews, config, clock, &sources, show).report_to(&mut problems);
    on_stage("assemble");
    let site = theme.map(|theme| internal::plan(library, theme, sources).report_to(&mut problems));
    on_stage("plan");
    if foreign {
        foreign::lower(&mut problems);
    }
    Warned::new(site.filter(|_| !any_error(&problems)), problems)
}

/// The first four stages for the internal edition. All mistakes of every stage are returned, in order; there is a site only if
/// none of them is an error.
pub fn load(request: &Request, on_stage: &mut dyn FnMut(&'static str)) -> Warned<Option<Site>> {
    let mut manuscript = read(request, on_stage);
    let mut problems = std::mem::take(&mut manuscript.problems);
    let site = internal_edition(manuscript, request, on_stage).report_to(&mut problems);
    sort(&mut problems);
    Warned::new(site.filter(|_| !any_error(&problems)), problems)
}

/// The library's theme for an edition, and every mistake in it.
pub fn theme_of(config: &Config, request: &Request, edition: site::theme::Edition) -> Warned<Option<Theme>> {
    // Without `./`, so that messages name its files in the usual way.
    let folder = config.theme.folder.as_ref().map(|folder| tidy(&request.library.join(&folder.path)));
    match Theme::with_look(folder.as_deref(), &config.theme, &request.library, edition) {
        Ok(theme) => theme.map(Some),
        Err(diagnostics) => Warned::new(None, diagnostics),
    }
}
