//! Whether two files are most likely one text, moved and edited.

use std::collections::HashMap;

/// Whether most lines of the longer text, by their length, are in the other one too: the share at which git still follows a file
/// that was moved.
pub(super) fn is_same_text(a: &str, b: &str) -> bool {
    let size = |text: &str| text.lines().map(str::len).sum::<usize>();
    let (shorter, longer) = (size(a).min(size(b)), size(a).max(size(b)));
    let is_most = |part: usize| part * 10 >= longer * 6;
    if !is_most(shorter) {
        return false;
    }
    let mut left: HashMap<&str, usize> = HashMap::new();
    for line in a.lines() {
        *left.entry(line).or_default() += 1;
    }
    let mut common = 0;
    for line in b.lines() {
        if let Some(count) = left.get_mut(line).filter(|count| **count > 0) {
            *count -= 1;
            common += line.len();
        }
    }
    is_most(common)
}

#[cfg(test)]
mod tests {
    use super::is_same_text;

    #[test]
    fn an_edited_text_is_the_same_and_another_is_not() {
        let text = "# Queue halt\n\nThe queue stood.\n\nThe queue stood.\n\nNobody could order from it.\n";
        assert!(is_same_text(text, text));
        assert!(is_same_text(text, &text.replace("# Queue halt", "# Queue stood still")));
        assert!(!is_same_text(text, "# Queue halt\n\nThe cache was cold, and every page took a minute.\n"));
        // One line of the other, however often, is no common text.
        assert!(!is_same_text(text, &"The queue stood.\n".repeat(9)));
        assert!(!is_same_text("", "# New\n"));
    }
}
