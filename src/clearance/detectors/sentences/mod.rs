//! Passwords and tokens in sentences: after a word for them and a dash, an arrow, a bracket or a line end.

/// Quotes and Markdown syntax before a value.
macro_rules! open {
    () => {
        "[\"'`*_\u{201c}\u{201e}\u{2018}\u{ab}\u{300c}(\\[]{0,4}"
    };
}

/// The value, up to white space, a quote or a separator.
macro_rules! value {
    () => {
        "([^\\s\"'`\u{201c}\u{201d}\u{2019}\u{ab}\u{bb}\u{300d}<>|,;]{6,64})"
    };
}

mod chosen;
mod codes;
mod logins;
mod passwords;
mod tokens;

use super::Row;

/// The rows of each of these.
pub(super) const TABLES: [&[Row]; 5] = [passwords::ROWS, chosen::ROWS, tokens::ROWS, logins::ROWS, codes::ROWS];
