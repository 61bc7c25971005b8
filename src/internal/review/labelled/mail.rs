//! Mails and memos: texts that begin with who wrote to whom.

use super::ranked::labelled;
use crate::review::Review;
use crate::review::languages::names;

/// Whether the text begins with the header of a mail or a memo: its date is that of writing.
pub(in crate::review) fn is_mail(review: &Review) -> bool {
    let has = |kind| labelled(review, names::of(kind), |_| true).is_some();
    has("label of a sender") && has("label of a subject")
}
