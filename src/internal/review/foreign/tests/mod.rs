//! Documents of others as they are written, each with the facts that a human reader sees in it and nothing more.

mod days_and_zones;
mod exports;
mod habits;
mod labels;
mod other_forms;
mod prose;
mod strange;
mod wild;
mod wild_keys;
