//! Diagnostics on one line each, as compilers print them; editors can jump to these places.

use super::Diagnostic;
use crate::text::{visible, visible_name};

/// All diagnostics, each as a line such as `2026/a.md:3:1: error[unknown-key]: unknown key`.
#[must_use]
pub fn render_short(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(line).collect()
}

fn line(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.as_ref();
    let place = place.map(|at| format!("{}:{}:{}: ", visible_name(&at.path), at.line, at.column)).unwrap_or_default();
    let (level, code) = (diagnostic.level.as_str(), diagnostic.code.as_str());
    format!("{place}{level}[{code}]: {}\n", visible(&diagnostic.message).replace('\n', " "))
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Diagnostic, Place};
    use super::render_short;

    #[test]
    fn each_is_one_line() {
        let all = [
            Diagnostic::new(Code::UnknownKey, "unknown key `a\nb\u{1b}`").at(Place::new("x\ny.md", "a: 1\n", 0..1)),
            Diagnostic::new(Code::NoReviews, "none"),
        ];
        let said = render_short(&all);
        assert_eq!(said.lines().count(), 2, "{said}");
        assert!(
            said.contains(".md:1:1: error[unknown-key]: ") && said.ends_with("\nwarning[no-reviews]: none\n"),
            "{said}"
        );
    }
}
