//! Left empty for now.
