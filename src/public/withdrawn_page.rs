//! The page at the address of a withdrawn postmortem: when and why it was withdrawn. Nothing else of it is shown, and
//! lists, search and the sitemap do not link to it.

use super::Postmortem;
use super::address::Address;
use super::at::{About, At, date, gist};
use super::linked_data;
use super::listing::browse;
use super::made::Words;
use super::postmortem_page::LONG;
use super::views::{Layout, WithdrawnPage};

pub(crate) fn page(at: At<'_>, postmortem: &Postmortem) -> Option<(Layout, WithdrawnPage)> {
    let reason = postmortem.withdrawn.as_ref()?;
    let page = WithdrawnPage {
        title: postmortem.title.clone(),
        long: postmortem.title.as_str().chars().count() > LONG,
        date: date(postmortem.date),
        on: date(postmortem.approved),
        reason: at.blocks(postmortem, reason, "withdrawn-"),
        json: at.to(&Address::Json(postmortem.slug.clone())),
        browse: browse(at),
    };
    let about = About {
        title: Words::from("Withdrawn: ").and(&postmortem.title),
        description: gist(postmortem),
        class: "withdrawn",
        breadcrumbs: vec![at.home_crumb()],
        listed: false,
        data: linked_data::article(at, postmortem),
        image: None,
    };
    Some((at.layout(about), page))
}
