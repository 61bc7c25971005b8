//! Findings: the place and the rule, never the value itself.

use serde::Serialize;

use super::POLICY_FILE;
use site::source::CONFIG_FILE;

/// The view of a file of the library's own theme, searched before it is part of a site.
pub const THEME: &str = "file of the theme";

/// Where a text is from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Origin {
    /// A file of the library, or a path of the finished site.
    pub path: String,
    /// Counts from 1.
    pub line: usize,
    /// Counts characters from 1.
    pub column: usize,
}

impl Origin {
    /// The place for messages; values from the policy have no line.
    #[must_use]
    pub fn shown(&self) -> String {
        let Self { path, line, column } = self;
        if self.is_whole_file() { path.clone() } else { format!("{path}:{line}:{column}") }
    }

    /// Whether only the file is known, not the line.
    fn is_whole_file(&self) -> bool {
        (self.line, self.column) == (1, 1)
    }
}

/// The effect of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// It blocks publication.
    Block,
    /// It is listed in the report, for a person to check.
    Review,
}

/// One match of a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// Its effect.
    pub tier: Tier,
    /// Where the text is: the source for [`Scanner::clear`](super::Scanner::clear), the output for the gate.
    pub at: Origin,
    /// The id of the rule: `person`, `host`, `ipv4`, an own rule's id, ...
    pub rule: String,
    /// The view of the bytes in which it was found: `text`, `attribute`, `base64`, `search terms`, ...
    pub view: String,
    /// The first letter and the length class, `J…(4+)`: enough to find the value, not to reveal it.
    pub masked: String,
    /// Where the value is known from, if it is a known one: a review or the policy.
    pub known_from: Option<Origin>,
    /// The value itself, shown only with `--reveal`; never serialised.
    #[serde(skip)]
    pub value: Secret,
}

impl Finding {
    /// What the value looks like, for the author; `None` if it is listed in the library.
    #[must_use]
    pub fn looks_like(&self) -> Option<&'static str> {
        super::detectors::looks_like(&self.rule)
    }

    /// Whether it is in a text that an author wrote and can mark.
    #[must_use]
    pub fn is_written(&self) -> bool {
        self.at.path.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("md"))
    }

    /// A hint for findings that are not about a value in a text: in the search, in a file of the theme, or too many
    /// encodings.
    #[must_use]
    pub fn way_out(&self) -> Option<&'static str> {
        if self.rule == "search-term" {
            return Some(
                "no text of that postmortem gives this word: build anew with the shipped theme; if it stays, debrief is at fault",
            );
        }
        if self.rule == super::seen::RULE {
            return Some(
                "what could not be read cannot be published: write the text with fewer encodings, or cut it into shorter ones",
            );
        }
        if [CONFIG_FILE, POLICY_FILE].contains(&self.at.path.rsplit('/').next().unwrap_or_default()) {
            return Some("word it otherwise: no mark can stand in the settings");
        }
        let is_asset = self.at.path.starts_with("assets/") && !self.at.path.starts_with("assets/pictures/");
        (is_asset || self.view == THEME)
            .then_some("the file is one of your own theme: take the value out of it there, or leave the file out")
    }
}

/// A value that is not printed by `Debug`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Secret(pub(super) String);

impl Secret {
    /// The value, for `--reveal`.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("(not shown)")
    }
}
