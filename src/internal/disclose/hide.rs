//! Replaces what is marked by other names: for the proof of non-interference.

use std::ops::Range;

use super::random::Random;
use super::roles::identity;
use clearance::Policy;
use markdown::{LinkKind, inspect, outline};

/// Replacement names for marked texts: the same name for the same person, so that the number of persons stays the same.
pub(super) struct Hide<'h> {
    pub(super) policy: &'h Policy,
    pub(super) seed: u64,
}

impl Hide<'_> {
    pub(super) fn marks(&self, text: &str) -> String {
        let inspection = inspect(text);
        let mut edits: Vec<(Range<usize>, String)> = Vec::new();
        for fence in inspection.fences.iter().filter(|fence| fence.closed && fence.name.eq_ignore_ascii_case("redact"))
        {
            let written = &text[fence.span.clone()];
            let before = last_line_prefix(written);
            edits.push((fence.span.clone(), format!("```redact\n{before}{}\n{before}```", self.name(written))));
        }
        for html in inspection.html.iter().filter(|html| html.comment) {
            let end = if text[html.span.clone()].ends_with('\n') { "\n" } else { "" };
            edits.push((html.span.clone(), format!("<!-- {} -->{end}", self.name(&text[html.span.clone()]))));
        }
        for link in outline(text).links.iter().filter(|link| link.kind == LinkKind::Redaction) {
            let who = self.name(&identity(self.policy, &link.text));
            edits.push((link.span.clone(), format!("[{who}]({})", link.target)));
        }
        edits.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        let (mut out, mut at) = (String::new(), 0);
        for (span, with) in edits.into_iter().filter(|(span, _)| span.end <= text.len()) {
            if span.start >= at {
                out.push_str(&text[at..span.start]);
                out.push_str(&with);
                at = span.end;
            }
        }
        out + &text[at..]
    }

    fn name(&self, of: &str) -> String {
        let mut hash = self.seed ^ 0xcbf2_9ce4_8422_2325;
        for byte in of.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Random(hash).words(2)
    }
}

/// The prefix of the last line of a closed fence. It keeps the lines of the fence in the quote, list item or footnote that
/// contains it.
fn last_line_prefix(fence: &str) -> &str {
    let last = fence.trim_end().lines().next_back().unwrap_or_default();
    last.find(['`', '~']).map_or("", |mark| &last[..mark])
}

#[cfg(test)]
mod tests {
    use super::Hide;
    use clearance::Policy;

    #[test]
    fn what_is_marked_changes_and_nothing_else() {
        let policy = Policy::default();
        let hide = Hide { policy: &policy, seed: 7 };
        let text = "a [Jane](redact:x) b [Jane](redact:x) <!-- c --> d [e](https://f.g)\n\n```redact\nh\n```\n";
        let hidden = hide.marks(text);
        assert!(!hidden.contains("Jane") && !hidden.contains(" c ") && !hidden.contains("\nh\n"), "{hidden}");
        assert!(hidden.starts_with("a [") && hidden.contains(" d [e](https://f.g)"));
        let names: Vec<_> = hidden.split('[').skip(1).take(2).map(|s| s.split(']').next().unwrap()).collect();
        assert_eq!(names[0], names[1]);
    }

    #[test]
    fn a_fence_stays_in_what_holds_it() {
        let policy = Policy::default();
        let hide = Hide { policy: &policy, seed: 7 };
        for (text, line) in [
            ("- a\n\n  ```redact\n  h\n  ```\n- b\n", "  "),
            ("> ~~~~redact\n> h\n> ~~~~\n> b\n", "> "),
            ("> - ```redact\n>   h\n>   ```\n", ">   "),
            ("a[^1]\n\n[^1]: b\n\n    ```redact\n    h\n    ```\n", "    "),
        ] {
            let hidden = hide.marks(text);
            let fence: Vec<_> = hidden.lines().skip_while(|at| !at.contains("```redact")).take(3).collect();
            assert!(fence.iter().skip(1).all(|at| at.starts_with(line)) && !hidden.contains(" h\n"), "{hidden}");
            assert_eq!(fence.last(), Some(&format!("{line}```").as_str()), "{hidden}");
        }
    }
}
