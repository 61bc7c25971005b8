//! GitHub's alerts: block quotes that begin with `[!NOTE]` and the like.

use pulldown_cmark::BlockQuoteKind;

/// The opening of an alert, with its title in words: colour alone tells nobody.
pub(super) fn open(kind: BlockQuoteKind) -> String {
    let (class, title) = match kind {
        BlockQuoteKind::Note => ("note", "Note"),
        BlockQuoteKind::Tip => ("tip", "Tip"),
        BlockQuoteKind::Important => ("important", "Important"),
        BlockQuoteKind::Warning => ("warning", "Warning"),
        BlockQuoteKind::Caution => ("caution", "Caution"),
    };
    // `note`, not `aside`: a complementary landmark may not stand inside an article's content.
    format!("\n<div class=\"alert alert-{class}\" role=\"note\">\n<p class=\"alert-title\">{title}</p>\n")
}

/// What [`open`] opened.
pub(super) const CLOSE: &str = "</div>\n";
