//! Folders of reviews that were written for another tool: a mistake in one of them does not stop the build.
//!
//! A folder is a library of ours if it has a `debrief.yaml` or a `redaction.yaml`; there every mistake counts.

use base::diagnostics::{Code, Diagnostic, Level};

/// Turns errors about a single file, link or field into warnings.
pub(crate) fn lower(problems: &mut [Diagnostic]) {
    for problem in problems.iter_mut().filter(|problem| problem.level == Level::Error && is_of_a_file(problem.code)) {
        problem.level = Level::Warning;
    }
}

/// Whether an error concerns a single file, so that the rest of the site is complete without it.
fn is_of_a_file(code: Code) -> bool {
    matches!(
        code,
        Code::UnreadableFile
            | Code::InvalidUtf8
            | Code::BadSymlink
            | Code::UnclosedFrontMatter
            | Code::NearFrontMatter
            | Code::InvalidYaml
            | Code::MergeConflict
            | Code::InvalidToml
            | Code::WrongType
            | Code::UnknownKey
            | Code::UnknownValue
            | Code::InvalidTime
            | Code::UnknownZone
            | Code::TimeOrder
            | Code::OldAddress
            | Code::MissingTitle
            | Code::UnknownSeverity
            | Code::UnknownKind
            | Code::UnknownReview
            | Code::BrokenLink
            | Code::BrokenAnchor
            | Code::BrokenImage
            | Code::ActiveAttachment
            | Code::PublicField
            | Code::PublicSection
            | Code::PublicMark
    )
}
