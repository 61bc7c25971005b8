//! GitHub's alerts: block quotes that begin with `[!NOTE]` and the like.

use pulldown_cmark::BlockQuoteKind;

/// The opening tags of an alert. The title says its kind in words, because colour alone is not accessible.
pub(super) fn open(kind: BlockQuoteKind) -> String {
    let (class, title) = match kind {
        BlockQuoteKind::Note => ("note", "Note"),
        BlockQuoteKind::Tip => ("tip", "Tip"),
        BlockQuoteKind::Important => ("important", "Important"),
        BlockQuoteKind::Warning => ("warning", "Warning"),
        BlockQuoteKind::Caution => ("caution", "Caution"),
    };
    // `note`, not `aside`: a complementary landmark must not be inside an article's content.
    format!("\n<div class=\"alert alert-{class}\" role=\"note\">\n<p class=\"alert-title\">{title}</p>\n")
}

/// Closes [`open`].
pub(super) const CLOSE: &str = "</div>\n";
