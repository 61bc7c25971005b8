//! The public edition: what must not be published is not. One test for each case of the design's table, D01 to D48, and the
//! measured ones. Names, hosts and secrets are random in each run; `DEBRIEF_SEED` repeats one.
#![allow(
    clippy::assigning_clones,
    clippy::case_sensitive_file_extension_comparisons,
    clippy::cast_possible_truncation,
    clippy::format_collect,
    clippy::needless_for_each,
    clippy::print_stdout,
    clippy::semicolon_if_nothing_returned,
    clippy::single_match_else,
    reason = "made-up values are small, faults are one line each, and a measurement is said"
)]

mod approvers;
mod bound;
mod canaries;
mod commands;
mod dice;
mod fences;
mod fields;
mod first;
mod forms;
mod held;
mod injected;
mod joining;
mod judge;
mod kinds;
mod kit;
mod matrix;
mod omitted;
mod passes;
mod people;
mod pictures;
mod readers;
mod record;
mod refused;
mod scrambled;
mod secrets;
mod sentences;
mod swap;
mod themes;
mod views;
