//! `debrief theme [FILE]`: the shipped theme, to start one of your own from.
//!
//! A file of the same path below the folder that `theme:` names takes the place of the shipped one.

use site::theme::Theme;

use crate::cli::{Exit, Terminal};

/// Lists the files, with the blocks of each template; or prints one (`debrief theme templates/internal/home.html`).
pub fn theme(file: Option<&str>, terminal: &Terminal) -> Exit {
    let files = Theme::shipped_files();
    let Some(name) = file else {
        let lines: String = files.iter().map(|(path, bytes)| line(path, bytes)).collect();
        return terminal.print(&lines).err().unwrap_or(Exit::Ok);
    };
    let Some(bytes) = files.get(name) else {
        let near = base::text::nearest(name, files.keys().copied());
        let hint = near.map_or_else(
            || "`debrief theme` lists them".to_owned(),
            |near| format!("did you mean `{near}`? `debrief theme` lists all"),
        );
        terminal.fail(&format!("the theme has no file `{name}`"), Some(&hint));
        return Exit::Usage;
    };
    terminal.print_bytes(bytes).err().unwrap_or(Exit::Ok)
}

/// `templates/shared/base.html  blocks: styles, search, main`.
fn line(path: &str, bytes: &[u8]) -> String {
    let text = if path.starts_with("templates/") { std::str::from_utf8(bytes).unwrap_or_default() } else { "" };
    let blocks = text.split("{% block ").skip(1).filter_map(|rest| rest.split_whitespace().next());
    match blocks.collect::<Vec<_>>() {
        blocks if blocks.is_empty() => format!("{path}\n"),
        blocks => format!("{path}  blocks: {}\n", blocks.join(", ")),
    }
}
