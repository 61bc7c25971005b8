//! Clean texts.
