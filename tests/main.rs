//! All integration tests as one binary, so that it is linked only once.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a test makes files, and says what it left out"
)]

mod adopt;
mod browser;
mod building;
mod checking;
mod colours;
mod commands;
mod controls;
mod corpus;
mod determinism;
mod digests;
mod disks;
mod drills;
mod edits;
mod errors;
mod foreign;
mod harness;
mod history;
mod hostile;
mod imports;
mod judges;
mod key;
mod known_items;
mod leaks;
mod lists;
mod long;
mod mistakes;
mod moved;
mod phases;
mod reading;
mod recipes;
mod repository;
mod search;
mod selection;
mod sites;
mod sources;
mod timelines;
mod unread_history;
mod upgrading;
mod walls;
