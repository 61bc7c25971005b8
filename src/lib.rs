//! Debrief turns a folder of post-incident reviews into a published learning library.
//!
//! The program is six stages, each a function; the types between them are the design:
//!
//! ```text
//! walk      library folder   -> Sources          the only reader of the folder; sorted; unreadable = error
//! parse     Sources          -> Reviews          every mistake, never only the first
//! assemble  Reviews          -> Library          indexes, related reviews, actions; all ordered
//! plan      Library          -> Site             every page as (path, route); nothing rendered yet
//! render    &Site, path      -> bytes            pure; one page on demand, or all of them in parallel
//! commit    pages            -> folder           staged, checked, swapped in whole; the only writer
//! ```
//!
//! A module imports only from its own floor or below (`tests/floors.rs` holds this table):
//! 4 `cli`, `commands`, `serve` · 3 `internal` · 1 one craft each · 0 `diagnostics`, `text`, `clock`.

pub mod chart;
pub mod cli;
pub mod clock;
pub mod commands;
pub mod config;
pub mod diagnostics;
pub mod internal;
pub mod links;
pub mod markdown;
pub mod output;
pub mod search;
pub mod serve;
pub mod source;
pub mod text;
pub mod theme;
pub mod yaml;

use std::path::PathBuf;

use clock::Clock;
use config::Config;
use diagnostics::{Diagnostic, any_error, sort};
use internal::{Show, Site};
use theme::Theme;

/// What to make a site from.
#[derive(Debug, Clone)]
pub struct Request {
    /// The folder with the reviews.
    pub library: PathBuf,
    /// Folders in it that are no part of it, such as the one that the site is written to.
    pub skip: Vec<PathBuf>,
    /// What is taken for today.
    pub clock: Clock,
    /// Drafts, broken links.
    pub show: Show,
    /// Overrides `base_url` of the configuration.
    pub base_url: Option<String>,
}

/// The first four stages. Every mistake of every stage is told, in order; there is a site only when none is an error.
/// `passed` is called with the name of each stage as it ends.
pub fn load(request: &Request, passed: &mut dyn FnMut(&'static str)) -> (Option<Site>, Vec<Diagnostic>) {
    let (mut sources, mut problems) = source::walk(&request.library, &request.skip);
    let mut config = Config::read(sources.config.as_ref(), &mut problems);
    config.base_url = request.base_url.clone().or(config.base_url);
    let clock = request.clock.in_zone(&config.zone());
    passed("walk");
    let (reviews, told) = internal::parse(&mut sources, &config);
    problems.extend(told);
    passed("parse");
    let theme = match Theme::load(config.theme.as_ref().map(|folder| request.library.join(folder)).as_deref()) {
        Ok((theme, told)) => {
            problems.extend(told);
            Some(theme)
        }
        Err(told) => {
            problems.extend(told);
            None
        }
    };
    passed("theme");
    let (library, told) = internal::assemble(reviews, config, clock, &sources, request.show);
    problems.extend(told);
    passed("assemble");
    let planned = theme.map(|theme| internal::plan(library, theme, sources));
    let site = planned.map(|(site, told)| {
        problems.extend(told);
        site
    });
    passed("plan");
    sort(&mut problems);
    (site.filter(|_| !any_error(&problems)), problems)
}
