//! Renders cleared Markdown as HTML, with links relative to a page.

use super::Postmortem;
use super::address::Address;
use super::at::At;
use super::made::{Href, Html};
use clearance::Cleared;
use markdown::{LinkKind, Resolved};

/// The path prefix of a picture in a text.
pub(crate) const PICTURES: &str = "/assets/pictures/";

/// The path of a picture in a text: `/assets/pictures/NAME`.
#[must_use]
pub fn picture_path(file: &str) -> String {
    format!("{PICTURES}{file}")
}

/// The path prefix of a link to a postmortem in a text.
pub(crate) const POSTMORTEMS: &str = "/postmortems/";

/// The slug and the rest of a link to a postmortem.
pub(crate) fn other(target: &str) -> Option<(&str, &str)> {
    let (slug, rest) = target.strip_prefix(POSTMORTEMS)?.split_once('/')?;
    let rest = rest.strip_prefix("index.html").unwrap_or(rest);
    (rest.is_empty() || rest.starts_with('#')).then_some((slug, rest))
}

impl At<'_> {
    /// A section's text.
    pub(crate) fn blocks(&self, of: &Postmortem, text: &Cleared, ids: &str) -> Html {
        Html::blocks(text, ids, &|target, kind| self.resolve(of, ids, target, kind))
    }

    /// A text of a line or a few.
    pub(crate) fn inline(&self, of: &Postmortem, text: &Cleared, ids: &str) -> Html {
        Html::inline(text, ids, &|target, kind| self.resolve(of, ids, target, kind))
    }

    fn resolve(&self, of: &Postmortem, ids: &str, target: &str, kind: LinkKind) -> Option<Resolved> {
        // An address with an unknown scheme is not written, so that only the text of the link is shown.
        let nowhere = || Some(Resolved { href: "hidden:".to_owned(), ..Resolved::default() });
        let to = |href: String| Some(Resolved { href, ..Resolved::default() });
        if kind == LinkKind::Image {
            let asset = target.strip_prefix(PICTURES).and_then(|n| of.assets.iter().find(|a| a.file.as_str() == n));
            return asset.map_or_else(nowhere, |asset| {
                Some(Resolved {
                    href: self.to(&Address::Picture(asset.file.clone())).as_str().to_owned(),
                    label: Some(asset.alt.as_str().to_owned()),
                    size: Some((asset.width, asset.height)),
                    class: None,
                })
            });
        }
        if let Some(anchor) = target.strip_prefix('#') {
            return to(format!("#{ids}{anchor}"));
        }
        if let Some((slug, rest)) = other(target) {
            let slug = self.site.indexes.slug(slug);
            return slug.map_or_else(nowhere, |slug| {
                to(format!("{}{rest}", self.to(&Address::Postmortem(slug.clone())).as_str()))
            });
        }
        let outward = ["https://", "http://", "mailto:"].iter().any(|scheme| target.starts_with(scheme));
        if outward { None } else { nowhere() }
    }

    pub(crate) fn to(&self, address: &Address) -> Href {
        match self.here {
            Address::Missing => Href::absolute(self.site.masthead.base_url.as_ref(), address),
            here => Href::between(here, address),
        }
    }
}
