//! Pages of the folder that are not reviews, such as a README.

mod page;
mod view;

pub use page::{all, page};
pub use view::DocumentPage;
