//! The tables of languages, by what they are used for.
//!
//! Words are those that a language reserves or that everyone knows; where two languages of one family differ, both sets
//! stand here, for a word that one of them does not know does no harm.

mod commands;
mod compiled;
mod data;
mod scripts;

pub(super) use commands::{BATCH, DOCKER, MAKE, POWERSHELL, SHELL};
pub(super) use compiled::{C, ELIXIR, ERLANG, GO, HASKELL, JAVA, RUST};
pub(super) use data::{BLOCKS, CSS, JSON, LOG, SQL};
pub(super) use scripts::{LISP, LUA, PERL, PHP, PYTHON, R, RUBY, SCRIPT};

use super::language::{Language, Quote, Reach};

const NONE: Language = Language::NONE;
const C_BLOCK: &[(&str, &str)] = &[("/*", "*/")];
const RAW_LINES: Quote = Quote::new("`", "`", Reach::Lines, false);
const TRIPLE: Quote = Quote::new("\"\"\"", "\"\"\"", Reach::Lines, true);
