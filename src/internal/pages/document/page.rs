//! A page of the folder that is not a review: its title and its text.

use super::DocumentPage;
use crate::pages::at::{About, At};
use crate::pages::pieces::Link;
use crate::pages::prose::Prose;
use crate::pages::route::text_path;
use crate::pages::shell::PageView;

pub fn page(at: At<'_>, i: usize) -> Option<(PageView, DocumentPage)> {
    let library = at.library();
    let document = library.documents.get(i)?;
    let page = DocumentPage {
        title: document.title.clone(),
        body_html: Prose::new(at, library.reviews.len() + i).body(),
        source: document.source.clone(),
    };
    let about = About {
        title: document.title.clone(),
        description: String::new(),
        class: "document",
        breadcrumbs: vec![at.home_crumb()],
        feeds: Vec::new(),
    };
    Some((at.page(about), page))
}

/// Links to all such pages, in the order of their files.
pub fn all(at: At<'_>) -> Vec<Link> {
    let documents = at.library().documents.iter().filter(|document| !document.id.is_empty());
    documents.map(|document| at.link(document.title.clone(), &text_path(document))).collect()
}
