//! Pages at old addresses.

mod page;
mod view;

pub use page::page;
pub use view::MovedPage;
