//! Many marks of a strip.
//!
//! Filled marks of one severity are one path: a page with an element for each of thousands of reviews is large and slow. Hollow
//! ones stay apart, because each covers what is below it.

use super::svg::{Data, Tag};
use site::config::Role;

/// The first corner of a small mark relative to its middle, and the rest of its outline. The same shapes as those of large
/// marks, about half as large.
fn outline(role: Option<Role>) -> ((f64, f64), &'static str) {
    match role {
        Some(Role::Critical) => ((0.0, -2.8), "l2.8 2.8l-2.8 2.8l-2.8-2.8z"),
        Some(Role::Major) => ((0.0, -2.5), "l2.5 4.6h-5z"),
        Some(Role::Minor) => ((-1.9, -1.9), "h3.8v3.8h-3.8z"),
        Some(Role::Low) => ((-2.0, 0.0), "a2 2 0 1 1 4 0a2 2 0 1 1-4 0z"),
        Some(Role::Info) => ((-2.5, -0.8), "h5v1.6h-5z"),
        None => ((-1.1, 0.0), "a1.1 1.1 0 1 1 2.2 0a1.1 1.1 0 1 1-2.2 0z"),
    }
}

/// Draws marks of one severity at a height; each is its place from the left and whether it is filled. `class` is the class of
/// filled and of hollow marks.
pub(super) fn crowd(
    role: Option<Role>,
    y: f64,
    marks: &[(f64, bool)],
    class: impl Fn(bool) -> &'static str,
    out: &mut String,
) {
    let ((dx, dy), rest) = outline(role);
    let one = |d: &mut Data<'_>, x: f64| {
        d.move_to((x + dx, y + dy));
        d.again(rest);
    };
    if marks.iter().any(|(_, filled)| *filled) {
        let filled = marks.iter().filter(|(_, filled)| *filled);
        Tag::new("path", out).class(class(true)).d(|d| filled.for_each(|(x, _)| one(d, *x))).empty();
    }
    for (x, _) in marks.iter().filter(|(_, filled)| !*filled) {
        Tag::new("path", out).class(class(false)).d(|d| one(d, *x)).empty();
    }
}
