//! The files of a new library.
//!
//! Settings and policy mention every key in an example; a test reads all of the examples.

use base::text::for_shell;
use base::yaml::quoted;
use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

/// A file to create.
pub(super) struct File {
    /// Relative to the library.
    pub(super) path: String,
    pub(super) text: String,
    /// Whether it is executable.
    pub(super) is_program: bool,
}

/// The settings; a test compares their keys with those that are read.
pub(super) const CONFIG: &str = include_str!("library/debrief.yaml");
/// The policy; likewise.
pub(super) const POLICY: &str = include_str!("library/redaction.yaml");
/// The line of the settings with the id of the example.
const GONE: &str = "gone: [2019-old-review]\n";
const README: &str = include_str!("library/README.md");
const REVIEW: &str = include_str!("library/review.md");
const HOOK: &str = include_str!("library/pre-commit");
const WORKFLOW: &str = include_str!("library/reviews.yml");
const IGNORED: &str = include_str!("library/gitignore");

/// The path of the workflow, from the root of the repository.
pub(super) const WORKFLOW_FILE: &str = ".github/workflows/reviews.yml";

/// The workflow of a library that is a folder of its repository.
fn workflow(below: Option<&str>) -> String {
    let Some(below) = below else { return WORKFLOW.to_owned() };
    let folder = format!("    defaults:\n      run:\n        working-directory: {}\n    steps:\n", quoted(below));
    let site = format!("path: {}\n", quoted(&format!("{below}/site/internal")));
    WORKFLOW.replace("    steps:\n", &folder).replace("path: site/internal\n", &site)
}

/// The guide for authors: git takes the folder of hooks from the root of the repository.
fn readme(below: Option<&str>) -> String {
    let Some(below) = below else { return README.to_owned() };
    let hooks = format!("core.hooksPath {}\n", for_shell(&format!("{below}/.githooks")));
    README.replace("core.hooksPath .githooks\n", &hooks)
}

/// All files; `below` is the way from the root of the repository to the library, if it is not the root. The dates of the example
/// review are close to `today`, so that its week and its action are current.
pub(super) fn of(today: Date, below: Option<&str>) -> [File; 7] {
    let day = |span: Span| today.saturating_add(span).to_string();
    let happened = day(-9.days());
    let review = REVIEW.replace("{day}", &happened);
    let review = review.replace("{published}", &day(-2.days())).replace("{due}", &day(21.days()));
    let year = happened.split('-').next().unwrap_or_default();
    let example = format!("{happened}-an-example");
    // Its text asks for the file to be deleted, which is no address lost.
    let config = CONFIG.replace(GONE, &format!("gone: [{example}]\n"));
    let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned(), is_program: false };
    [
        file("debrief.yaml", &config),
        file("redaction.yaml", POLICY),
        file("README.md", &readme(below)),
        file(&format!("{year}/{example}.md"), &review),
        file(WORKFLOW_FILE, &workflow(below)),
        File { is_program: true, ..file(".githooks/pre-commit", HOOK) },
        file(".gitignore", IGNORED),
    ]
}

#[cfg(test)]
mod tests {
    use super::{CONFIG, POLICY};
    use clearance::Policy;
    use site::config::Config;
    use site::source::SourceFile;

    /// The examples without their `#`; explanations remain comments.
    fn examples(text: &str) -> String {
        let line = |line: &str| match line.strip_prefix('#') {
            Some(rest) if !rest.starts_with(' ') || rest.starts_with("  ") => format!("{rest}\n"),
            _ => format!("{line}\n"),
        };
        text.lines().map(line).collect()
    }

    fn file(path: &str, text: String) -> SourceFile {
        SourceFile { path: path.to_owned(), text }
    }

    /// Keys at the start of a line.
    fn keys(text: &str) -> Vec<String> {
        let key = |line: &str| line.split_once(':').map(|(key, _)| key.to_owned());
        let lines = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        lines.filter_map(key).collect()
    }

    fn assert_all<'a>(known: impl IntoIterator<Item = &'a str>, text: &str) {
        let (mut known, mut named): (Vec<_>, _) = (known.into_iter().map(str::to_owned).collect(), keys(text));
        known.sort();
        named.sort();
        assert_eq!(named, known, "each key stands there once");
    }

    #[test]
    fn every_setting_is_there_by_example_and_can_be_read() {
        let text = examples(CONFIG);
        assert_all(Config::keys(), &text);
        let mut problems = Vec::new();
        let config = Config::read(Some(&file("debrief.yaml", text)), &mut problems);
        assert_eq!(problems, []);
        assert!(config.meeting.is_set && config.timezone.is_some() && config.kind("walkthrough").is_some());
        assert!(!config.services.is_empty() && !config.tags.is_empty() && config.schemes == ["slack", "ssh"]);
    }

    #[test]
    fn the_settings_as_they_are_written_change_nothing() {
        let mut problems = Vec::new();
        let config = Config::read(Some(&file("debrief.yaml", CONFIG.to_owned())), &mut problems);
        assert_eq!(problems, []);
        let keys = |config: &Config| config.severities.iter().map(|severity| severity.key.clone()).collect::<Vec<_>>();
        assert_eq!(keys(&config), keys(&Config::default()));
    }

    #[test]
    fn every_key_of_the_policy_is_there_by_example_and_can_be_read() {
        let text = examples(POLICY);
        assert_all(Policy::keys(), &text);
        let mut problems = Vec::new();
        let policy = Policy::read(Some(&file("redaction.yaml", text)), &mut problems).unwrap();
        assert_eq!(problems, []);
        assert_eq!((policy.people.len(), policy.rules.len()), (2, 1));
        assert!(Policy::read(Some(&file("redaction.yaml", POLICY.to_owned())), &mut problems).is_some());
        assert_eq!(problems, []);
    }
}
