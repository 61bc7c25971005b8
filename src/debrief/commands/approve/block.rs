//! Inserts the approval into the text of a review and changes nothing else.

/// The text with `line` (`approval: {...}`) under `key` of `public:`: in place of an earlier one, else after `approval:`, else
/// after `publish:`.
///
/// # Errors
/// If `public:` is not a block of several lines.
pub(super) fn with(text: &str, key: &str, line: &str) -> Result<String, String> {
    let block = Block::of(text)?;
    let Block { lines, end, indent, .. } = &block;
    let ending = if lines[block.start].ends_with("\r\n") { "\r\n" } else { "\n" };
    let new = format!("{indent}{line}{ending}");
    let behind = || block.key("approval").map(|n| block.after(n)).or(block.key("publish").map(|n| n + 1));
    let (from, to) = match block.key(key) {
        Some(old) => (old, block.after(old)),
        None => behind().map_or((block.start + 1, block.start + 1), |n| (n, n)),
    };
    debug_assert!(to <= *end);
    Ok(lines[..from].concat() + &new + &lines[to..].concat())
}

/// Whether `public:` has the key.
pub(super) fn has(text: &str, key: &str) -> bool {
    Block::of(text).is_ok_and(|block| block.key(key).is_some())
}

/// The lines of a text, and the position of `public:` in them.
struct Block<'t> {
    lines: Vec<&'t str>,
    /// The index of the line `public:`.
    start: usize,
    /// The index after its last line.
    end: usize,
    /// The indentation of its keys.
    indent: &'t str,
}

impl<'t> Block<'t> {
    fn of(text: &'t str) -> Result<Self, String> {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        // The text below may show how front matter is written.
        let fence = lines.iter().skip(1).position(|line| matches!(line.trim_end(), "---" | "..."));
        let front = &lines[..fence.map_or(lines.len(), |below_first| below_first + 1)];
        let start = front.iter().position(|line| line.trim_end() == "public:" || line.starts_with("public: #"));
        let start = start.ok_or("`public:` cannot be changed: it stands on one line with its keys")?;
        let inside = |line: &&str| line.trim().is_empty() || line.starts_with([' ', '\t']) || line.starts_with('#');
        let end = start + 1 + lines[start + 1..].iter().take_while(|line| inside(line)).count();
        let is_key = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
        let first = lines[start + 1..end].iter().copied().find(|line| is_key(line)).ok_or("`public:` holds no keys")?;
        let indent = &first[..first.len() - first.trim_start().len()];
        Ok(Self { lines, start, end, indent })
    }

    /// The index of the line of a key.
    fn key(&self, key: &str) -> Option<usize> {
        let is_it = |line: &str| line.strip_prefix(self.indent)?.strip_prefix(key)?.strip_prefix(':').map(|_| ());
        (self.start + 1..self.end).find(|n| is_it(self.lines[*n]).is_some())
    }

    /// The index after the last line of the key at `line`.
    fn after(&self, line: usize) -> usize {
        let deeper = |line: &str| !line.trim().is_empty() && line.len() - line.trim_start().len() > self.indent.len();
        line + 1 + self.lines[line + 1..self.end].iter().take_while(|line| deeper(line)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::{has, with};

    #[test]
    fn the_approval_stands_after_publish_or_where_the_old_one_stood() {
        let text = "---\ntitle: A\npublic:\n  publish: true\n  slug: a\nextra: {}\n---\nbody\n";
        let once = with(text, "approval", "approval: {by: X}").unwrap();
        assert_eq!(once, text.replace("  publish: true\n", "  publish: true\n  approval: {by: X}\n"));
        assert_eq!(with(&once, "approval", "approval: {by: Y}").unwrap(), once.replace('X', "Y"));
        let block = text.replace("  slug: a\n", "  approval:\n    by: X\n    on: 2026-01-01\n  slug: a\n");
        assert_eq!(
            with(&block, "approval", "approval: {by: Y}").unwrap(),
            text.replace("  slug", "  approval: {by: Y}\n  slug")
        );
    }

    #[test]
    fn another_key_stands_after_the_approval() {
        let text = "---\npublic:\n  publish: true\n  approval:\n    by: X\n  slug: a\n---\n";
        assert!(!has(text, "revised"));
        let once = with(text, "revised", "revised: [1]").unwrap();
        assert_eq!(once, text.replace("    by: X\n", "    by: X\n  revised: [1]\n"));
        assert!(has(&once, "revised") && !has(&once, "revise"));
        assert_eq!(with(&once, "revised", "revised: [2]").unwrap(), once.replace("[1]", "[2]"));
    }

    #[test]
    fn line_ends_stay_what_they_are() {
        let text = "---\r\npublic:\r\n    publish: true\r\n---\r\n";
        assert_eq!(
            with(text, "approval", "approval: {}").unwrap(),
            "---\r\npublic:\r\n    publish: true\r\n    approval: {}\r\n---\r\n"
        );
    }

    #[test]
    fn a_block_on_one_line_is_refused() {
        assert!(with("---\npublic: {publish: true}\n---\n", "approval", "approval: {}").is_err());
        let shown_below = "---\npublic: {publish: true}\n---\n\nWrite:\n\npublic:\n  publish: true\n";
        assert!(with(shown_below, "approval", "approval: {}").is_err());
    }
}
