//! Folders of reviews that were written for something else: no mistake in one of them stops the site.
//!
//! A library says that it is one by a `debrief.yaml`, or by a `redaction.yaml`; there every mistake counts.

use base::diagnostics::{Code, Diagnostic, Level};

/// Makes warnings of errors that are of one file, link or field.
pub(crate) fn lower(problems: &mut [Diagnostic]) {
    for problem in problems.iter_mut().filter(|problem| problem.level == Level::Error && is_of_a_file(problem.code)) {
        problem.level = Level::Warning;
    }
}

/// Whether the rest of the site is whole without what is wrong.
fn is_of_a_file(code: Code) -> bool {
    matches!(
        code,
        Code::UnreadableFile
            | Code::InvalidUtf8
            | Code::BadSymlink
            | Code::UnclosedFrontMatter
            | Code::NearFrontMatter
            | Code::InvalidYaml
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
