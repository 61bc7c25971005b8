//! Names in commands that a person is asked to type.

/// A name as a shell takes it: in single quotes where it has a sign that means something there.
#[must_use]
pub fn for_shell(name: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '-' | '+' | ',' | '@' | '%');
    if !name.is_empty() && name.chars().all(is_plain) && !name.starts_with('-') {
        return name.to_owned();
    }
    format!("'{}'", name.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::for_shell;

    #[test]
    fn what_means_something_in_a_shell_is_in_quotes() {
        for (name, typed) in [
            ("docs/reviews", "docs/reviews"),
            ("our reviews", "'our reviews'"),
            ("$HOME `x`", "'$HOME `x`'"),
            ("it's", "'it'\\''s'"),
            ("-x", "'-x'"),
            ("", "''"),
        ] {
            assert_eq!(for_shell(name), typed);
        }
    }
}
