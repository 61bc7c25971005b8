//! Every kind of diagnostic there is. `tests/errors/CODE/` holds a case for each.

/// How bad a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing is written.
    Error,
    /// The build goes on; `--strict` fails.
    Warning,
    /// For the author's information; never fails anything.
    Note,
}

impl Level {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

macro_rules! codes {
    ($($variant:ident $name:literal $level:ident $doc:literal;)*) => {
        /// The stable name of a kind of diagnostic.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $doc] $variant,)*
        }

        impl Code {
            /// Every code, in the order of this table.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The code as printed.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The level that this kind has unless a flag changes it.
            #[must_use]
            pub fn level(self) -> Level {
                match self { $(Self::$variant => Level::$level,)* }
            }

            /// One sentence that says what it means.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $doc,)* }
            }
        }
    };
}

codes! {
    UnreadableFile "unreadable-file" Error "A file or folder of the library could not be read.";
    InvalidUtf8 "invalid-utf8" Error "A text file holds bytes that are not UTF-8.";
    BadSymlink "bad-symlink" Error "A symbolic link leads out of the library, in a circle, or nowhere.";
    UnclosedFrontMatter "unclosed-front-matter" Error "Front matter starts with `---` or `+++` and never ends.";
    NearFrontMatter "near-front-matter" Error "Text that looks like front matter and is not where it would be read as such.";
    InvalidYaml "invalid-yaml" Error "The YAML cannot be parsed.";
    InvalidToml "invalid-toml" Error "The TOML cannot be parsed.";
    CutValue "cut-value" Warning "A value of front matter that ends before a ` #`, which YAML reads as a comment.";
    RepeatedKey "repeated-key" Warning "A key of front matter that is repeated.";
    WrongType "wrong-type" Error "A field holds a value of another kind than it takes.";
    UnknownKey "unknown-key" Error "A key that no field has.";
    UnknownValue "unknown-value" Error "A value outside the fixed list of its field.";
    InvalidTime "invalid-time" Error "A date or time that cannot be understood, or has no offset.";
    UnknownZone "unknown-zone" Error "A time zone that the IANA database does not know.";
    TimeOrder "time-order" Error "A time that is before one it must follow.";
    MissingTitle "missing-title" Error "A review has neither a title nor a first heading.";
    InvalidId "invalid-id" Error "An id that holds no letter or digit, or could not be an address.";
    DuplicateId "duplicate-id" Error "Two reviews have the same id.";
    OldAddress "old-address" Error "An old address that cannot lead to its review.";
    LostAddress "lost-address" Warning "An address that was published leads nowhere.";
    PathClash "path-clash" Error "Two pages would be written to one address.";
    UnknownSeverity "unknown-severity" Error "A severity that is not in the scale.";
    UnknownKind "unknown-kind" Error "A kind of review that the settings do not list.";
    UnknownReview "unknown-review" Error "A reference to a review that does not exist.";
    BrokenLink "broken-link" Error "A link to a file or review that does not exist.";
    BrokenAnchor "broken-anchor" Error "A link to a heading that does not exist.";
    BrokenImage "broken-image" Error "An image that does not exist.";
    ActiveAttachment "active-attachment" Error "An attached file that could run a script in a browser.";
    Template "template" Error "A template of the theme could not be parsed or rendered.";
    UnknownThemeFile "unknown-theme-file" Warning "A file of the theme that replaces no shipped file and that nothing uses.";
    LowContrast "low-contrast" Warning "A colour of the theme in which, or on which, text is hard to read.";
    SharedHost "shared-host" Error "Both editions would be served from one host.";
    ThemeStays "theme-stays" Warning "A file of the theme that the public edition does not use.";
    ThemeBehind "theme-behind" Note "A copied template whose shipped original has changed since, or has further parts.";
    PublicTheme "public-theme" Error "A theme that runs a script in a public page, loads something from another host, or loosens the content security policy.";
    UnknownTag "unknown-tag" Warning "A tag that the settings do not list.";
    UnknownService "unknown-service" Warning "A service that the settings do not list.";
    RootCause "root-cause" Warning "A single root cause was read as a contributing factor.";
    UnknownTeam "unknown-team" Warning "A team that the settings do not list.";
    MergeConflict "merge-conflict" Error "Lines of git in the text of a review where two versions of it were not joined.";
    Unclosed "unclosed" Note "Markdown that is read as text, or hides text, because a sign of it is missing or misplaced.";
    PolicyRule "policy-rule" Error "A rule of the policy that cannot be used, or that fails its own examples.";
    NearSection "near-section" Note "A heading that is nearly the name of a section that is read.";
    UnreadTimeline "unread-timeline" Note "A timeline section that could not be read as entries.";
    ShallowHistory "shallow-history" Warning "The repository was cloned without its past, so dates from git may be missing.";
    UnreadHistory "unread-history" Warning "The library is in git, and git cannot be asked about it, or about a part of it.";
    EmptyReview "empty-review" Warning "A review without any text.";
    NoReviews "no-reviews" Warning "The library holds no review.";
    EmptiedSite "emptied-site" Error "A build without reviews or postmortems would replace a site that has some.";
    NoPolicy "no-policy" Error "A public edition without a `redaction.yaml`.";
    PublicField "public-field" Error "A field of `public:` is missing, or holds what cannot be published.";
    PublicSection "public-section" Error "A section to be published has no source, two sources, or an unknown name.";
    PublicMark "public-mark" Error "A mark for redaction that is broken or names no role.";
    PublicMarkup "public-markup" Error "Raw HTML, an unknown fence or a reference to nothing in a text to be published.";
    HiddenCharacter "hidden-character" Error "An invisible character in a text to be published.";
    PublicLink "public-link" Error "A link in a text to be published whose target its readers cannot open.";
    PublicImage "public-image" Error "A picture in a text to be published that is not listed, or cannot be made safe.";
    SensitiveAction "sensitive-action" Error "A sensitive action of a review that is to be published is still open.";
    Leak "leak" Error "A text to be published holds a value that must not be; the value is not shown.";
    Approval "approval" Error "What would be published was not approved as it is now.";
    UnusedWaiver "unused-waiver" Warning "A value under `allow` that no rule finds in what would be published.";
    PolicyLoosened "policy-loosened" Error "The policy permits more than at the last publication or approval.";
    BadExport "bad-export" Error "A table of incidents to compare with that cannot be read.";
    Embargo "embargo" Note "A postmortem that waits for its day.";
    OddTime "odd-time" Note "A time that is possible but looks like a mistake.";
    UntouchedTemplate "untouched-template" Warning "A review with a finished status that still holds questions of the template.";
    NoSummary "no-summary" Note "A review without a summary of what failed, and for whom.";
    PhaseOrder "phase-order" Note "An entry is placed in a phase that the times of the review put elsewhere.";
    LeftOut "left-out" Note "A tag, an attribute or an address that is left out of the page; its words stay.";
    Inferred "inferred" Note "A fact was read from the text because the front matter does not state it.";
}
