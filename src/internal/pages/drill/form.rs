//! What a passage of a text looks like.

/// What a passage looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Words,
    /// An item of a list.
    Item,
    /// The first row of a table; those after it belong to it.
    Header,
    Row,
    /// Code between fences, or a quotation.
    Cited,
    /// A message of a chat, which begins with its clock.
    Said,
}
