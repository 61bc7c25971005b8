//! Debrief turns a folder of post-incident reviews into a published learning library.
//!
//! The program is six stages, each a function; the types between them are the design:
//!
//! ```text
//! walk      library folder   -> Sources          the only reader of the folder; sorted; unreadable = error
//! parse     Sources          -> Reviews          every mistake, never only the first
//! assemble  Reviews          -> Library          indexes, related reviews, actions; all ordered
//! plan      Library          -> Site             every page as (path, route); nothing rendered yet
//! render    &Site, path      -> bytes            pure; one page on demand, or all of them in parallel
//! commit    pages            -> folder           staged, checked, swapped in whole; the only writer
//! ```
//!
//! The public edition branches off after `parse`, through `disclose`, the only way from the internal edition to the public one:
//!
//! ```text
//! disclose  Reviews, Policy  -> Postmortems      named fields, marks replaced, every text cleared, approved
//! plan      Postmortems      -> public Site      nothing but cleared text can be named there
//! prove     &Site            -> files            rendered twice, over two libraries; every byte past the gate
//! ```
//!
//! A crate names only the crates that its manifest lists; see docs/architecture.md.

pub mod cli;
pub mod commands;
mod csv;
mod foreign;
mod import;
mod paths;
mod pipeline;
pub mod publication;
mod render;
mod run;
pub mod serve;

use pipeline::theme_of;
pub use pipeline::{Manuscript, Request, internal_edition, load, read, read_found};
pub use run::run;
