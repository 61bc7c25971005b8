//! The lines that git leaves in a text where it could not join two versions.

/// What is wrong at the first of them.
pub const CONFLICT: &str = "git could not join two versions here";

/// The way out.
pub const CONFLICT_HINT: &str =
    "keep what is right of both, and take out the lines with `<<<<<<<`, `=======` and `>>>>>>>`";

/// Whether a line is the first of them.
#[must_use]
pub fn begins_conflict(line: &str) -> bool {
    line.starts_with("<<<<<<< ")
}
