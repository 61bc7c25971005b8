//! The specification of the page: what Markdown becomes, what hostile Markdown cannot, and what never fails.

mod commonmark;
mod corpus;
mod hostile;
mod page;
mod property;
mod safety;
mod speed;
