//! Puts the approval into the text of a review and changes nothing else of it.

/// The text with `approval` (`approval: {...}`) as a key of `public:`, in the place of an earlier one.
///
/// # Errors
/// When `public:` is no block of lines.
pub(super) fn with(text: &str, approval: &str) -> Result<String, String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let start = lines.iter().position(|line| line.trim_end() == "public:" || line.starts_with("public: #"));
    let start = start.ok_or("`public:` cannot be changed: it stands on one line with its keys")?;
    let inside = |line: &&str| line.trim().is_empty() || line.starts_with([' ', '\t']) || line.starts_with('#');
    let end = start + 1 + lines[start + 1..].iter().take_while(|line| inside(line)).count();
    let is_key = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let first = lines[start + 1..end].iter().find(|line| is_key(line)).ok_or("`public:` holds no keys")?;
    let indent = &first[..first.len() - first.trim_start().len()];
    let deeper = |line: &str| line.trim().is_empty() || line.len() - line.trim_start().len() > indent.len();
    let find =
        |key: &str| (start + 1..end).find(|n| lines[*n].strip_prefix(indent).is_some_and(|line| line.starts_with(key)));
    let ending = if lines[start].ends_with("\r\n") { "\r\n" } else { "\n" };
    let new = format!("{indent}{approval}{ending}");
    let (from, to) = match (find("approval:"), find("publish:")) {
        (Some(old), _) => {
            let mut to = old + 1;
            while to < end && deeper(lines[to]) && !lines[to].trim().is_empty() {
                to += 1;
            }
            (old, to)
        }
        (None, Some(publish)) => (publish + 1, publish + 1),
        (None, None) => (start + 1, start + 1),
    };
    Ok(lines[..from].concat() + &new + &lines[to..].concat())
}

#[cfg(test)]
mod tests {
    use super::with;

    #[test]
    fn the_approval_stands_behind_publish_or_where_the_old_one_stood() {
        let text = "---\ntitle: A\npublic:\n  publish: true\n  slug: a\nextra: {}\n---\nbody\n";
        let once = with(text, "approval: {by: X}").unwrap();
        assert_eq!(once, text.replace("  publish: true\n", "  publish: true\n  approval: {by: X}\n"));
        assert_eq!(with(&once, "approval: {by: Y}").unwrap(), once.replace('X', "Y"));
        let block = text.replace("  slug: a\n", "  approval:\n    by: X\n    on: 2026-01-01\n  slug: a\n");
        assert_eq!(with(&block, "approval: {by: Y}").unwrap(), text.replace("  slug", "  approval: {by: Y}\n  slug"));
    }

    #[test]
    fn line_ends_stay_what_they_are() {
        let text = "---\r\npublic:\r\n    publish: true\r\n---\r\n";
        assert_eq!(
            with(text, "approval: {}").unwrap(),
            "---\r\npublic:\r\n    publish: true\r\n    approval: {}\r\n---\r\n"
        );
    }

    #[test]
    fn a_block_on_one_line_is_refused() {
        assert!(with("---\npublic: {publish: true}\n---\n", "approval: {}").is_err());
    }
}
