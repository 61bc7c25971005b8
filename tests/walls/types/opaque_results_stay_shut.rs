// E0616: the results of the stages can be named, and not opened
pub fn first(reviews: &crate::internal::Reviews) -> usize {
    reviews.0.len() //~
}

pub fn count(library: &crate::internal::LibraryOf) -> usize {
    library.0.reviews.len() //~
}
