// E0432: the crate `public` does not list `internal`, so that nothing of it has a name there
use internal::Reviews; //~

pub fn count(reviews: &Reviews) -> usize {
    reviews.len()
}
