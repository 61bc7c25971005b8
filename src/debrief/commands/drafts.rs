//! What commands say of reviews in draft.

/// `2 in draft: left out; --drafts shows them, ...`.
pub(super) fn drafts(count: usize, what: &str) -> String {
    let them = if count == 1 { "it" } else { "them" };
    format!("{count} in draft: {what}; `--drafts` shows {them}, `status: reviewed` publishes {them}")
}
