//! Marks: text that its author marks for redaction in the public edition. The internal edition shows it with its
//! replacement.

use super::write;

/// The info string of a marked block.
pub(super) const FENCE: &str = "redact";

/// The attribute of a mark that names its role; absent if the text is removed.
pub const MARK_ROLE: &str = "data-role";

/// True for the info string of a marked block.
pub(super) fn is_mark(info: &str) -> bool {
    info.split_whitespace().next() == Some(FENCE)
}

/// The role that a link's target names, if it is a mark. Case is ignored, because a missed mark is a leak.
pub(super) fn role(target: &str) -> Option<&str> {
    let scheme = target.get(..FENCE.len() + 1)?;
    scheme.eq_ignore_ascii_case("redact:").then(|| target[scheme.len()..].trim())
}

/// The opening tag around marked text.
pub(super) fn open(role: &str) -> String {
    let mut out = "<mark class=\"redact\"".to_owned();
    let title = match role {
        "omit" | "" => "left out of the public edition".to_owned(),
        role => {
            write::attr(&mut out, MARK_ROLE, role);
            format!("becomes: {role} in the public edition")
        }
    };
    write::attr(&mut out, "title", &title);
    out.push('>');
    out
}

#[cfg(test)]
mod tests {
    use super::{is_mark, open, role};

    #[test]
    fn a_mark_names_its_role() {
        assert_eq!(role("redact:first-responder"), Some("first-responder"));
        assert_eq!(role("Redact:omit"), Some("omit"));
        assert_eq!(role("redacted:x"), None);
        assert_eq!(role("rédact"), None);
    }

    #[test]
    fn only_the_exact_fence_marks() {
        assert!(is_mark("redact") && is_mark(" redact  note"));
        assert!(!is_mark("redacted") && !is_mark(""));
    }

    #[test]
    fn the_title_says_what_becomes_of_it() {
        assert_eq!(open("omit"), "<mark class=\"redact\" title=\"left out of the public edition\">");
        let title = "title=\"becomes: a&quot;b in the public edition\"";
        assert_eq!(open("a\"b"), format!("<mark class=\"redact\" data-role=\"a&quot;b\" {title}>"));
    }
}
