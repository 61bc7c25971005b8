//! HTML made from cleared texts.

use serde::Serialize;

use clearance::{Cleared, Publishable, sealed::Sealed};
use markdown::{LinkKind, Options, Resolved, inline_html, to_html};

use super::super::postmortem::{Moment, Passage};

/// Safe HTML: a template may print it as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(crate) struct Html(String);

impl Sealed for Html {}
impl Publishable for Html {}

/// Resolves the links of a text.
pub(crate) type Links<'l> = &'l dyn Fn(&str, LinkKind) -> Option<Resolved>;

impl Html {
    /// A text of any length, whose headings begin below those of the page's sections and whose ids begin with `ids`.
    pub(crate) fn blocks(text: &Cleared, ids: &str, links: Links<'_>) -> Self {
        Self(
            to_html(text.as_str(), &Options { links, ids: Some(ids), base_heading: 3, ..Options::default() })
                .trim()
                .to_owned(),
        )
    }

    /// A text of a line or a few.
    pub(crate) fn inline(text: &Cleared, ids: &str, links: Links<'_>) -> Self {
        Self(inline_html(text.as_str(), &Options { links, ids: Some(ids), base_heading: 4, ..Options::default() }))
    }

    /// The timeline as a picture; `None` if it has no times.
    pub(crate) fn plot(title: &Cleared, span: Option<Passage>, timeline: &[Moment]) -> Option<Self> {
        let plotted = super::super::plot::plotted(title, span, timeline);
        chart::figure(&plotted, "plot", None).map(Self)
    }

    /// A view as JSON that can be embedded in a `<script>` without ending it.
    pub(crate) fn data<V: Publishable + Serialize>(view: &V) -> Option<Self> {
        let json = serde_json::to_string(view).ok()?;
        // In JSON these characters are inside strings only, where an escape means the same.
        let json = json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
        Some(Self(json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")))
    }
}
