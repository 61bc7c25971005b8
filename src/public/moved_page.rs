//! The page at a former address of a postmortem, which links to the current one. Lists, search, feeds and the sitemap
//! do not link to it.

use super::Postmortem;
use super::address::Address;
use super::at::{About, At};
use super::made::Words;
use super::views::{Layout, MovedPage};

pub(crate) fn page(at: At<'_>, postmortem: &Postmortem) -> (Layout, MovedPage) {
    let to = Address::Postmortem(postmortem.slug.clone());
    let page = MovedPage { title: postmortem.title.clone(), href: at.to(&to), canonical: at.address(&to) };
    let about = About {
        title: Words::from(&postmortem.title),
        description: Words::default(),
        class: "moved",
        breadcrumbs: Vec::new(),
        listed: false,
        data: None,
        image: None,
    };
    (at.layout(about), page)
}
