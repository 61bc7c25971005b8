// E0277: no text becomes `Cleared` by conversion, by default or by parsing
use clearance::{Cleared, Slug};

pub fn into(text: &str) -> Cleared {
    text.into() //~
}

pub fn parse(text: &str) -> Option<Cleared> {
    text.parse().ok() //~
}

pub fn read(text: &str) -> Option<Cleared> {
    serde_json::from_str(text).ok() //~
}

pub fn read_slug(text: &str) -> Option<Slug> {
    serde_json::from_str(text).ok() //~
}

pub fn joined(parts: Vec<char>) -> Cleared {
    parts.into_iter().collect() //~
}

pub fn nothing() -> Cleared {
    Default::default() //~
}
