//! `debrief theme [FILE]`: prints the shipped theme, as a start for a theme of your own.
//!
//! A file with the same path in the folder that `theme:` names replaces the shipped one.

use std::collections::BTreeSet;
use std::path::Path;

use site::theme::Theme;

use crate::cli::{Exit, Terminal};

/// Lists the files with the blocks of each template, or prints one file (`debrief theme templates/internal/home.html`).
///
/// # Errors
/// The exit code of the command; what is wrong has been reported.
pub fn theme(file: Option<&str>, terminal: &Terminal) -> Result<(), Exit> {
    let files = Theme::shipped_files();
    let Some(name) = file else {
        let lines: String = files.iter().map(|(path, bytes)| entry(path, bytes, terminal)).collect();
        return terminal.print(&lines);
    };
    let Some(bytes) = Theme::to_start_from(name) else {
        let near = base::text::nearest(name, files.keys().copied());
        let hint = near.map_or_else(
            || "`debrief theme` lists them".to_owned(),
            |near| format!("did you mean `{near}`? `debrief theme` lists all"),
        );
        terminal.fail(&format!("the theme has no file `{name}`"), Some(&hint));
        return Err(Exit::Usage);
    };
    terminal.print_bytes(&bytes)
}

/// The entry of a file: `templates/shared/base.html  blocks: styles, search, main`, followed by the names that a template uses,
/// or the variables that a style sheet sets.
fn entry(path: &str, bytes: &[u8], terminal: &Terminal) -> String {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let is_template = path.starts_with("templates/");
    let blocks = text.split("{% block ").skip(1).filter_map(|rest| rest.split_whitespace().next());
    let blocks: Vec<_> = blocks.filter(|_| is_template).collect();
    let mut line = path.to_owned();
    if !blocks.is_empty() {
        line.push_str(&format!("  blocks: {}", blocks.join(", ")));
    }
    line = terminal.fitted_result(&line, 4) + "\n";
    let (what, words) = if is_template { ("names", names(text)) } else { ("variables", variables(path, text)) };
    if !words.is_empty() {
        let (head, words) = (format!("  {what}: "), words.into_iter().collect::<Vec<_>>().join(", "));
        let words = terminal.fitted_result(&words, head.len());
        line.push_str(&format!("{head}{words}\n"));
    }
    line
}

/// The fields that a template uses: dotted names in its tags, except those that a loop or a component defines.
fn names(text: &str) -> BTreeSet<&str> {
    let mut all = BTreeSet::new();
    let mut own = BTreeSet::new();
    let tags = |opens: &'static str, closes: &'static str| {
        text.split(opens).skip(1).filter_map(move |rest| rest.split(closes).next())
    };
    for tag in tags("{{", "}}").chain(tags("{%", "%}")) {
        // Skip text in quotes.
        let unquoted: Vec<_> = tag.split('"').step_by(2).collect();
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
        let words: Vec<_> = unquoted.iter().flat_map(|part| part.split(|c: char| !is_name(c))).collect();
        all.extend(words.iter().copied().filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase())));
        match words.iter().find(|word| !word.is_empty()) {
            Some(&"for") => own.extend(words.iter().copied().take_while(|word| *word != "in")),
            Some(&"component" | &"set") => own.extend(words.iter().copied().filter(|word| !word.contains('.'))),
            _ => {}
        }
    }
    let first = |word: &str| word.split('.').next().unwrap_or_default().to_owned();
    all.retain(|word| word.contains('.') && !word.ends_with('.') && !own.contains(first(word).as_str()));
    all.retain(|word| !word.starts_with("loop."));
    all
}

/// The variables that a style sheet sets, `--accent`.
fn variables<'t>(path: &str, text: &'t str) -> BTreeSet<&'t str> {
    let lines =
        text.lines().filter(|_| Path::new(path).extension().is_some_and(|end| end == "css")).map(str::trim_start);
    lines.filter_map(|line| line.strip_prefix("--").and(line.split_once(':')).map(|(name, _)| name)).collect()
}
