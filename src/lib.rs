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
//! A module imports only from its own floor or below (`tests/floors.rs` holds this table):
//! 4 `cli`, `commands`, `serve` · 3 `internal` · 1 one craft each · 0 `diagnostics`, `text`, `clock`.

pub mod chart;
pub mod cli;
pub mod clock;
pub mod commands;
pub mod config;
pub mod diagnostics;
pub mod feed;
pub mod internal;
pub mod links;
pub mod markdown;
pub mod output;
pub mod search;
pub mod serve;
pub mod source;
pub mod text;
pub mod theme;
pub mod yaml;
