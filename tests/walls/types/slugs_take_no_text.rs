// E0308: an address is made of cleared text
use clearance::Slug;
use crate::Postmortem;

pub fn of(text: &str) -> Option<Slug> {
    Slug::of(text) //~
}

pub fn exactly(text: String) -> Option<Slug> {
    Slug::exactly(text) //~
}

pub fn moved(postmortem: Postmortem, slug: &str) -> Postmortem {
    Postmortem {
        slug: slug.to_owned(), //~
        ..postmortem
    }
}
