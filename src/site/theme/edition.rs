//! Which files of a theme an edition uses.

/// An edition of the site. Each uses its own templates and assets only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edition {
    /// For everyone in the organisation.
    Internal,
    /// For everyone.
    Public,
}

/// Folders of templates that every edition has.
const SHARED: [&str; 2] = ["shared/", "feeds/"];

/// Assets that the public edition publishes, under these names and no others, whoever wrote them. A theme of the user's may
/// add files under `assets/public/`; whatever else its `assets/` hold stays inside.
const PUBLIC: [&str; 35] = [
    "chart.css",
    "debrief.css",
    "debrief.js",
    "dom.js",
    "highlight.css",
    "icon.svg",
    "print.css",
    "prose.css",
    "public.css",
    "search-page.css",
    "search.css",
    "search.js",
    "search/active.js",
    "search/address.js",
    "search/advice.js",
    "search/area.js",
    "search/box.js",
    "search/engine.js",
    "search/excerpt.js",
    "search/facets.js",
    "search/files.js",
    "search/groups.js",
    "search/highlight.js",
    "search/list.js",
    "search/moment.js",
    "search/near.js",
    "search/page.js",
    "search/paste.js",
    "search/phrases.js",
    "search/query.js",
    "search/result.js",
    "search/stemmer.js",
    "search/view.js",
    "search/words.js",
    "theme.js",
];

/// Assets of the public edition only.
const ONLY_PUBLIC: [&str; 1] = ["public.css"];

impl Edition {
    const ALL: [Self; 2] = [Self::Internal, Self::Public];

    /// The folder of its own templates, and of a user's own assets for the public edition.
    fn folder(self) -> &'static str {
        match self {
            Self::Internal => "internal/",
            Self::Public => "public/",
        }
    }

    /// Whether it renders a template.
    pub(super) fn has_template(self, name: &str) -> bool {
        SHARED.iter().chain([&self.folder()]).any(|folder| name.starts_with(folder))
    }

    /// Whether it uses a file of a theme, given by its path in the theme's folder.
    pub(super) fn takes(self, name: &str) -> bool {
        name.strip_prefix("templates/").is_some_and(|template| self.has_template(template))
            || name.strip_prefix("assets/").is_some_and(|asset| self.has_asset(asset))
    }

    /// Whether any edition renders a template.
    pub(super) fn any_has_template(name: &str) -> bool {
        Self::ALL.into_iter().any(|edition| edition.has_template(name))
    }

    /// Whether an asset is in the folder for the internal edition only.
    pub(super) fn stays_inside(path: &str) -> bool {
        path.starts_with(Self::Internal.folder())
    }

    /// The folder of its look below `assets/`.
    pub(super) fn look_folder(self) -> &'static str {
        match self {
            Self::Internal => "look/",
            Self::Public => "public/look/",
        }
    }

    /// Whether it publishes an asset, given by its path below `assets/`.
    pub(super) fn has_asset(self, path: &str) -> bool {
        let own = path.starts_with(Self::Public.folder());
        match self {
            Self::Internal => !own && !ONLY_PUBLIC.contains(&path),
            Self::Public => {
                own || PUBLIC.contains(&path) || path.ends_with(".LICENSE.txt") && path.starts_with("vendor/")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Edition, PUBLIC};

    #[test]
    fn every_public_asset_is_a_file_of_the_theme() {
        let files = super::super::embedded::files();
        for name in PUBLIC {
            assert!(files.iter().any(|(path, _)| path.strip_prefix("assets/") == Some(name)), "{name}");
        }
    }

    #[test]
    fn what_a_user_adds_is_public_only_where_it_says_so() {
        assert!(!Edition::Public.has_asset("fonts/own.woff2") && Edition::Internal.has_asset("fonts/own.woff2"));
        assert!(Edition::Public.has_asset("public/own.woff2") && !Edition::Internal.has_asset("public/own.woff2"));
        assert!(!Edition::Internal.has_asset("public.css"));
        assert!(!Edition::Public.has_template("internal/home.html") && Edition::any_has_template("internal/home.html"));
    }
}
