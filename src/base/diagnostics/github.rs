//! Diagnostics as GitHub's workflow commands, which GitHub shows at the lines of a pull request.
//!
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>

use super::{Diagnostic, Level};

/// One command for each diagnostic, each with a line end.
#[must_use]
pub fn render_github(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(command).collect()
}

fn command(diagnostic: &Diagnostic) -> String {
    let name = match diagnostic.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let mut properties = Vec::new();
    if let Some(place) = &diagnostic.place {
        properties.push(format!("file={}", property(&place.path)));
        properties.push(format!("line={},col={}", place.line, place.column));
    }
    properties.push(format!("title={}", property(diagnostic.code.as_str())));
    format!("::{name} {}::{}\n", properties.join(","), data(&diagnostic.message_and_hint()))
}

/// Escapes the message of a command, which ends at the end of its line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command, which also ends at a comma or a colon.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Diagnostic, Place};
    use super::render_github;

    #[test]
    fn nothing_of_a_file_ends_a_command_or_begins_another() {
        let place = Place::new("a,b:c\n::error::d.md", "x: 1\n", 0..1);
        let all = [
            Diagnostic::new(Code::UnknownKey, "100 % of `x`\n::set-output::y").at(place).hint("did you mean `z`?"),
            Diagnostic::new(Code::NoSummary, "no summary"),
        ];
        assert_eq!(
            render_github(&all),
            "::error file=a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ad.md,line=1,col=1,title=unknown-key::100 %25 of `x`%0A::set-output::y%0Ahelp: did \
             you mean `z`?\n::notice title=no-summary::no summary\n"
        );
    }
}
