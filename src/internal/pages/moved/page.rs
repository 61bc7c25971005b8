//! The page at an old address, which leads to the review's current address.

use super::MovedPage;
use crate::pages::at::{About, At};
use crate::pages::route::text_path;
use crate::pages::shell::PageView;
use base::links::shown;

pub fn page(at: At<'_>, place: usize) -> (PageView, MovedPage) {
    let library = at.library();
    let text = library.text(place);
    let path = text_path(text);
    let whole = library.config.base_url.as_deref();
    let whole = whole.map(|base| format!("{}/{}", base.trim_end_matches('/'), base::links::relative("", shown(&path))));
    let href = at.to(&path);
    let page = MovedPage { title: text.title.clone(), canonical: whole.unwrap_or_else(|| href.clone()), href };
    let about = About {
        title: text.title.clone(),
        description: String::new(),
        class: "moved",
        breadcrumbs: Vec::new(),
        feeds: Vec::new(),
    };
    (at.page(about), page)
}
