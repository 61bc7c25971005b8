//! Output: results on standard output, everything else on standard error, in colour only on a terminal.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use clap::ValueEnum;

use super::Exit;
use base::diagnostics::{Diagnostic, Level, Look, folded, limited, render_human, summary, wrapped};
use base::text::{visible, visible_json, visible_name};
use clearance::{Finding, Origin, Tier};
use site::output::OutputError;

/// The colours of `error` and `help`.
const RED: &str = "\u{1b}[1m\u{1b}[91m";
const CYAN: &str = "\u{1b}[1m\u{1b}[96m";

/// When to write in colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Colour {
    #[expect(clippy::doc_markdown, reason = "this text is printed as help")]
    /// Where standard error is a terminal, unless NO_COLOR is set or TERM is dumb; also where CLICOLOR_FORCE is
    #[default]
    Auto,
    /// Everywhere
    Always,
    /// Nowhere
    Never,
}

/// The output streams of a command.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    quiet: bool,
    /// The least severe level that is shown under `--quiet`.
    heeds: Level,
    look: Look,
    interactive: bool,
}

impl Terminal {
    /// Colour as requested, or else by two conventions, of which `NO_COLOR` takes precedence: <https://no-color.org>,
    /// <https://bixense.com/clicolors>.
    #[must_use]
    pub fn new(quiet: bool, colour: Colour) -> Self {
        let interactive = io::stderr().is_terminal();
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let colour = match colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto if set("NO_COLOR").is_some() => false,
            Colour::Auto if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
            Colour::Auto if set("CLICOLOR").is_some_and(|value| value == "0") => false,
            Colour::Auto => interactive && set("TERM").is_none_or(|value| value != "dumb"),
        };
        let columns = |(terminal_size::Width(columns), _)| usize::from(columns).clamp(40, 200);
        let width = terminal_size::terminal_size_of(io::stderr()).map(columns);
        Self { quiet, heeds: Level::Error, look: Look { colour, width }, interactive }
    }

    /// The same terminal, with warnings shown under `--quiet` if `strict`.
    #[must_use]
    pub fn heeding_warnings(self, strict: bool) -> Self {
        Self { heeds: if strict { Level::Warning } else { self.heeds }, ..self }
    }

    /// The same terminal without colour, for text that is printed elsewhere.
    #[must_use]
    pub fn plain(self) -> Self {
        Self { look: Look::default(), ..self }
    }

    /// Whether a progress bar would be visible.
    #[must_use]
    pub fn shows_progress(&self) -> bool {
        self.interactive && !self.quiet
    }

    /// A line for people; silent under `--quiet`. Whatever it names, it stays one line.
    pub fn say(&self, line: &str) {
        if !self.quiet {
            self.problem_line(&visible_name(line));
        }
    }

    /// Prints a result on standard output. It is no error if the reader has closed the pipe.
    ///
    /// # Errors
    /// If it cannot be written, which has been reported.
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

    /// The same for bytes that are not text for a terminal.
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

    /// Prints a failure, with a hint if there is one.
    pub fn fail(&self, message: &str, hint: Option<&str>) {
        let line = |word: &str, painted: String, indent: usize, text: &str| {
            let margin = indent + word.len() + ": ".len();
            format!("{:indent$}{painted}: {}", "", self.fitted(&visible_name(text), margin))
        };
        let _ = writeln!(io::stderr().lock(), "{}", line("error", self.painted("error", RED), 0, message));
        if let Some(hint) = hint {
            let _ = writeln!(io::stderr().lock(), "{}", line("help", self.painted("help", CYAN), 2, hint));
        }
    }

    /// Reports that a file could not be written; returns the exit code for it.
    #[must_use]
    pub fn not_written(&self, error: &OutputError) -> Exit {
        self.fail(&error.to_string(), error.hint().as_deref());
        Exit::Failed
    }

    /// A line of a result, wrapped in the same way on a terminal: a program that reads it gets one line.
    #[must_use]
    pub fn fitted_result(&self, text: &str, margin: usize) -> String {
        if io::stdout().is_terminal() { self.fitted(text, margin) } else { text.to_owned() }
    }

    /// The text wrapped to the terminal's width after a margin; each line but the first is indented by the margin.
    fn fitted(&self, text: &str, margin: usize) -> String {
        let Some(width) = self.look.width else { return text.to_owned() };
        wrapped(text, width, margin).replace('\n', &format!("\n{:margin$}", ""))
    }

    fn painted(&self, word: &str, with: &str) -> String {
        if self.look.colour { format!("{with}{word}\u{1b}[0m") } else { word.to_owned() }
    }

    /// Prints every diagnostic of at least the level `least`, then how many there were; under `--quiet` only errors.
    pub fn diagnostics(&self, diagnostics: &[Diagnostic], least: Level) {
        let least = if self.quiet { least.min(self.heeds) } else { least };
        let text = self.in_words(diagnostics, least);
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// Removes the diagnostics that `--quiet` hides.
    pub fn keep_heeded(&self, diagnostics: &mut Vec<Diagnostic>) {
        if self.quiet {
            diagnostics.retain(|diagnostic| diagnostic.level <= self.heeds);
        }
    }

    /// Prints every finding; the value itself only with `reveal`.
    pub fn findings(&self, findings: &[Finding], reveal: bool) {
        for finding in findings {
            self.problem_line(&in_words(finding, reveal));
        }
        let blocked = findings.iter().filter(|finding| finding.tier == Tier::Block).count();
        if blocked > 0 {
            self.problem_line(&format!(
                "{} would have left the organisation",
                base::text::count(blocked, "value", "values")
            ));
        }
    }

    /// Asks a question that is answered with `y` or `yes`; `false` without a terminal.
    #[must_use]
    pub fn agrees(&self, question: &str) -> bool {
        if !self.can_ask() {
            return false;
        }
        let _ = write!(io::stderr().lock(), "{} [y/N] ", visible_name(question));
        let mut answer = String::new();
        let read = io::stdin().lock().read_line(&mut answer);
        read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes")
    }

    /// Whether there is a terminal to ask on.
    #[must_use]
    pub fn can_ask(&self) -> bool {
        self.interactive && io::stdin().is_terminal()
    }

    /// The text that [`Terminal::diagnostics`] prints.
    #[must_use]
    pub fn in_words(&self, diagnostics: &[Diagnostic], least: Level) -> String {
        let shown: Vec<_> = diagnostics.iter().filter(|d| d.level <= least).cloned().collect();
        let mut text = String::new();
        let limited = limited(&shown);
        let mut is_folded = false;
        for (diagnostic, more) in folded(limited.shown) {
            text.push_str(&render_human(diagnostic, self.look));
            if more > 0 {
                is_folded = true;
                text.push_str(&format!("\n  ... and {more} more like this"));
            }
            text.push_str("\n\n");
        }
        for (path, more) in limited.more {
            text.push_str(&format!("... and {more} more in {}\n\n", visible_name(path)));
        }
        if !shown.is_empty() {
            text.push_str(&summary(&shown));
            if is_folded {
                text.push_str("; `debrief check --format short` lists each on a line");
            }
            text.push('\n');
        }
        text
    }

    fn problem_line(&self, line: &str) {
        for line in visible(line).lines() {
            let text = line.trim_start();
            let indent = line.len() - text.len();
            let _ = writeln!(io::stderr().lock(), "{:indent$}{}", "", self.fitted(text, indent));
        }
    }
}

/// A finding as two or three lines, in the form of a diagnostic.
fn in_words(finding: &Finding, reveal: bool) -> String {
    let level = if finding.tier == Tier::Block { "leak" } else { "look" };
    let Origin { path, line, column } = &finding.at;
    // A line break in a name or a value could forge a line of output.
    let path = visible_name(path);
    let value = visible_name(if reveal { finding.value.reveal() } else { finding.masked.as_str() });
    let known = finding.known_from.as_ref();
    let in_library = known.is_some();
    let known = known.map(|from| format!("\n  known from {}", visible_name(&from.shown())));
    let looks = finding.looks_like().map(|what| format!("\n  looks like {what}"));
    let own = finding.looks_like().map(|_| {
        let rule = &finding.rule;
        format!("mark it `[...](redact:omit)`, word it otherwise, or let it through: `allow: [{{rule: {rule}, value: ..., reason: ...}}]` under `public:`")
    });
    let listed = (in_library && finding.is_written()).then(|| {
        let rule = &finding.rule;
        let known = if rule == "service" { "name it under `public_services` in redaction.yaml if readers may know it, " } else { "" };
        format!("{known}mark it `[...](redact:ROLE)` with a role of redaction.yaml, or `[...](redact:omit)`, word it otherwise, or let it through: `allow: [{{rule: {rule}, value: ..., reason: ...}}]` under `public:`")
    });
    let way_out = finding.way_out().map(str::to_owned).or(own).or(listed).map(|way| format!("\n  help: {way}"));
    format!(
        "{level}[{}]: {value}\n --> {path}:{line}:{column} ({}){}{}{}",
        finding.rule,
        finding.view,
        looks.unwrap_or_default(),
        known.unwrap_or_default(),
        way_out.unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::{Colour, Look, Terminal};

    #[test]
    fn long_lines_are_wrapped_with_a_hanging_indent() {
        let plain = Terminal::new(false, Colour::Never);
        let of = |width| Terminal { look: Look { width, ..Look::default() }, ..plain };
        let text = "name the folder that holds your reviews, or make one with `debrief init`";
        assert_eq!(of(None).fitted(text, 8), text);
        assert_eq!(of(Some(200)).fitted(text, 8), text);
        let narrow = of(Some(40)).fitted(text, 8);
        assert!(narrow.lines().skip(1).all(|line| line.starts_with("        ") && line.len() <= 40), "{narrow}");
        assert_eq!(narrow.split_whitespace().collect::<Vec<_>>(), text.split_whitespace().collect::<Vec<_>>());
        // Text without spaces is not broken.
        assert_eq!(of(Some(40)).fitted(&"x".repeat(90), 0), "x".repeat(90));
    }
}
