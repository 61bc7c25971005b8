//! The output folders of the editions and of the report.

use base::text::shown;
use std::path::PathBuf;

use super::super::library::{Library, holds_markdown};
use crate::cli::{BuildArgs, Edition};
use crate::paths::resolved;
use site::output::Target;

/// For one edition, its own folder; for both, folders in a common one.
pub(super) struct Folders {
    pub(super) internal: PathBuf,
    pub(super) public: PathBuf,
    pub(super) report: PathBuf,
}

impl Folders {
    /// The folders that the arguments give.
    pub(super) fn of(args: &BuildArgs, library: &Library) -> Self {
        let home = library.home();
        let given = |usual: &str| args.out.clone().unwrap_or_else(|| home.join(usual));
        let (internal, public) = match args.edition {
            Some(Edition::Internal) => (given("site/internal"), home.join("site/public")),
            Some(Edition::Public) => (home.join("site/internal"), given("site/public")),
            Some(Edition::All) | None => (given("site").join("internal"), given("site").join("public")),
        };
        let beside = public.parent().map_or_else(|| PathBuf::from("report"), |parent| parent.join("report"));
        Self { report: args.report.clone().unwrap_or(beside), internal, public }
    }

    /// The error if a site would be built into a folder that holds reviews; without it they would only be passed over. A site that was
    /// built before may hold Markdown too: an attached file, or one of a theme.
    pub(super) fn over_reviews(&self, edition: Option<Edition>) -> Option<(String, &'static str)> {
        let internal = (edition != Some(Edition::Public) && !Target::is_site(&self.internal)).then_some(&self.internal);
        let public =
            (edition != Some(Edition::Internal) && !Target::is_bare_site(&self.public)).then_some(&self.public);
        let folder = internal.into_iter().chain(public).find(|folder| holds_markdown(folder))?;
        let message =
            format!("cannot build into `{}`: it holds Markdown, and is no site that debrief built", shown(folder));
        Some((message, "choose a folder for the site alone with --out"))
    }

    /// The error if the report would be in the public site, or the other way round: message and hint.
    pub(super) fn clash(&self, edition: Option<Edition>) -> Option<(String, &'static str)> {
        if edition == Some(Edition::Internal) {
            return None;
        }
        let (public, report) = (resolved(&self.public), resolved(&self.report));
        let overlap = public.starts_with(&report) || report.starts_with(&public);
        let hint = "the report is for those who may read the reviews: give it a folder beside the site";
        overlap.then(|| (format!("the report in `{}` would stand in the public site", shown(&self.report)), hint))
    }
}
