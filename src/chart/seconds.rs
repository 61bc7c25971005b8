//! The time between two moments, as a length.

use jiff::Timestamp;

/// Seconds from `from` to `to`.
pub(crate) fn seconds(from: Timestamp, to: Timestamp) -> f64 {
    to.duration_since(from).as_secs_f64()
}
