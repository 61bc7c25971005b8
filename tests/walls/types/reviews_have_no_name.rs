// E0603: what a review holds is private to the internal wing
use crate::internal::library::Library; //~
use crate::internal::pages::render; //~
use crate::internal::review::Review; //~

pub fn title(review: &Review) -> &str {
    &review.title
}

pub fn all(library: &Library) -> usize {
    library.reviews.len()
}

pub fn page() -> usize {
    std::mem::size_of_val(&render::render)
}
