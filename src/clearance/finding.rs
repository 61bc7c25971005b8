//! What would have leaked: where and by which rule, never the value itself.

use serde::Serialize;

/// Where a text came from, for a person who has to mend it.
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
    /// For a person: the policy knows its values as lists, so that no line of it is named.
    #[must_use]
    pub fn shown(&self) -> String {
        let Self { path, line, column } = self;
        if self.is_whole_file() { path.clone() } else { format!("{path}:{line}:{column}") }
    }

    /// Whether the file is all that is known of the place.
    fn is_whole_file(&self) -> bool {
        (self.line, self.column) == (1, 1)
    }
}

/// What a finding does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// Nothing is published.
    Block,
    /// It stands in the report, for a person to look at.
    Review,
}

/// One hit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// What it does.
    pub tier: Tier,
    /// Where the text is: the source for [`Scanner::clear`](super::Scanner::clear), the output for the gate.
    pub at: Origin,
    /// The id of the rule: `person`, `host`, `ipv4`, an own rule's id, ...
    pub rule: String,
    /// In which view of the bytes it was seen: `text`, `attribute`, `base64`, `search terms`, ...
    pub view: String,
    /// The first letter and the length class, `J…(4+)`: enough to find it, not enough to tell it.
    pub masked: String,
    /// Where the value is known from, when it is: the review that holds it, or the policy.
    pub known_from: Option<Origin>,
    /// The value itself, shown only under `--reveal`; never serialised.
    #[serde(skip)]
    pub value: Secret,
}

impl Finding {
    /// What the value looks like, for whoever wrote it and has to judge; none where a list of the library names it.
    #[must_use]
    pub fn looks_like(&self) -> Option<&'static str> {
        super::detectors::looks_like(&self.rule)
    }

    /// Whether it stands in a text that somebody wrote, where a mark can be set.
    #[must_use]
    pub fn is_written(&self) -> bool {
        self.at.path.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("md"))
    }

    /// What a person can do about a finding that is about no value of a text: in the search, in a file of the theme, or in more
    /// encodings than can be read.
    #[must_use]
    pub fn way_out(&self) -> Option<&'static str> {
        if self.rule == "search-term" {
            return Some(
                "no text of that postmortem gives this word: build anew with the shipped theme; if it stays, debrief is at fault",
            );
        }
        if self.rule == super::seen::RULE {
            return Some(
                "what could not be read cannot leave: write the text with fewer encodings, or cut it into shorter ones",
            );
        }
        let theme = self.at.path.starts_with("assets/") && !self.at.path.starts_with("assets/pictures/");
        theme.then_some("the file is one of your own theme: take the value out of it there, or leave the file out")
    }
}

/// A value that does not print itself.
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
