//! Where words go: results to standard output, everything else to standard error, in colour only where one looks.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use super::Exit;
use base::diagnostics::{Diagnostic, Level, limited, render_human, summary};
use base::text::{visible, visible_json, visible_name};
use clearance::{Finding, Origin, Tier};

/// The two streams of a command.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    quiet: bool,
    colour: bool,
    interactive: bool,
}

impl Terminal {
    /// Colour where standard error is a terminal, unless `NO_COLOR` is set (<https://no-color.org>).
    #[must_use]
    pub fn new(quiet: bool) -> Self {
        let interactive = io::stderr().is_terminal();
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self { quiet, colour: interactive && !no_colour, interactive }
    }

    /// Whether a progress bar would be seen.
    #[must_use]
    pub fn shows_progress(&self) -> bool {
        self.interactive && !self.quiet
    }

    /// A line for people; silent under `--quiet`.
    pub fn say(&self, line: &str) {
        if !self.quiet {
            Self::problem_line(line);
        }
    }

    /// A result for people, on standard output. A reader that has gone away is no failure.
    ///
    /// # Errors
    /// When it cannot be written, which has been said.
    pub fn print(&self, text: &str) -> Result<(), Exit> {
        self.print_bytes(visible(text).as_bytes())
    }

    /// The same for JSON.
    ///
    /// # Errors
    /// As [`Terminal::print`].
    pub fn print_json(&self, json: &str) -> Result<(), Exit> {
        self.print_bytes(visible_json(json).as_bytes())
    }

    /// The same for bytes that are not for a terminal.
    ///
    /// # Errors
    /// As [`Terminal::print`].
    pub fn print_bytes(&self, bytes: &[u8]) -> Result<(), Exit> {
        let mut out = io::stdout().lock();
        match out.write_all(bytes).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                self.fail(&format!("the output cannot be written: {error}"), None);
                Err(Exit::Failed)
            }
            _ => Ok(()),
        }
    }

    /// What failed and, where there is one, the way out.
    pub fn fail(&self, message: &str, hint: Option<&str>) {
        Self::problem_line(&format!("error: {message}"));
        if let Some(hint) = hint {
            Self::problem_line(&format!("  help: {hint}"));
        }
    }

    /// Every diagnostic that is at least as bad as `least`, then how many there were.
    pub fn diagnostics(&self, diagnostics: &[Diagnostic], least: Level) {
        let text = self.in_words(diagnostics, least);
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// Every finding; the value itself only where somebody asked for it.
    pub fn findings(&self, findings: &[Finding], reveal: bool) {
        for finding in findings {
            Self::problem_line(&in_words(finding, reveal));
        }
        let blocked = findings.iter().filter(|finding| finding.tier == Tier::Block).count();
        if blocked > 0 {
            Self::problem_line(&format!(
                "{} would have left the organisation",
                base::text::count(blocked, "value", "values")
            ));
        }
    }

    /// A question with a `y` or `yes` for an answer; no without a terminal to ask on.
    #[must_use]
    pub fn agrees(&self, question: &str) -> bool {
        if !self.can_ask() {
            return false;
        }
        let _ = write!(io::stderr().lock(), "{} [y/N] ", visible(question));
        let mut answer = String::new();
        let read = io::stdin().lock().read_line(&mut answer);
        read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
    }

    /// Whether somebody is there to answer.
    #[must_use]
    pub fn can_ask(&self) -> bool {
        self.interactive && io::stdin().is_terminal()
    }

    /// The same as text.
    #[must_use]
    pub fn in_words(&self, diagnostics: &[Diagnostic], least: Level) -> String {
        let shown: Vec<_> = diagnostics.iter().filter(|d| d.level <= least).cloned().collect();
        let mut text = String::new();
        let limited = limited(&shown);
        for diagnostic in limited.shown {
            text.push_str(&render_human(diagnostic, self.colour));
            text.push_str("\n\n");
        }
        for (path, more) in limited.more {
            text.push_str(&format!("... and {more} more in {}\n\n", visible_name(path)));
        }
        if !shown.is_empty() {
            text.push_str(&summary(&shown));
            text.push('\n');
        }
        text
    }

    fn problem_line(line: &str) {
        let _ = writeln!(io::stderr().lock(), "{}", visible(line));
    }
}

/// A finding as two or three lines, in the form of a diagnostic.
fn in_words(finding: &Finding, reveal: bool) -> String {
    let level = if finding.tier == Tier::Block { "leak" } else { "look" };
    let Origin { path, line, column } = &finding.at;
    let value = if reveal { finding.value.reveal() } else { finding.masked.as_str() };
    let known = finding.known_from.as_ref();
    let known = known.map(|from| format!("\n  known from {}:{}:{}", from.path, from.line, from.column));
    let looks = finding.looks_like().map(|what| format!("\n  looks like {what}"));
    let own = finding.looks_like().map(|_| {
        let rule = &finding.rule;
        format!("mark it `[...](redact:omit)`, word it otherwise, or let it through: `allow: [{{rule: {rule}, value: ..., reason: ...}}]` under `public:`")
    });
    let way_out = finding.way_out().map(str::to_owned).or(own).map(|way| format!("\n  help: {way}"));
    format!(
        "{level}[{}]: {value}\n --> {path}:{line}:{column} ({}){}{}{}",
        finding.rule,
        finding.view,
        looks.unwrap_or_default(),
        known.unwrap_or_default(),
        way_out.unwrap_or_default()
    )
}

impl Terminal {
    /// The same terminal without colour, for text that goes elsewhere.
    #[must_use]
    pub fn plain(self) -> Self {
        Self { colour: false, ..self }
    }
}
