// E0432: the crate `public` does not list `internal`, so that none of its types can be named there
use internal::Reviews; //~

pub fn count(reviews: &Reviews) -> usize {
    reviews.len()
}
