//! The whole specification, as one binary: it links once, whatever the number of modules.
