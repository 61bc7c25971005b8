// E0423: only the scanner writes `Cleared(..)`
use clearance::{Cleared, Slug};

pub fn pass(text: String) -> Cleared {
    Cleared(text) //~
}

pub fn address(text: Cleared) -> Slug {
    Slug(text) //~
}
