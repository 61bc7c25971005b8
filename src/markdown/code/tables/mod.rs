//! The tables of languages, by what they are used for.
//!
//! The words are reserved or well known in a language. Where two languages of a family differ, the table has the words
//! of both; extra words do no harm.

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
