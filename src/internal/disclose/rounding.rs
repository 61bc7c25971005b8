//! Times as coarse as an author publishes them.

use jiff::Timestamp;

/// The moment, rounded down to a multiple of some minutes that are counted from midnight in UTC.
pub(super) fn rounded_down(at: Timestamp, minutes: i64) -> Timestamp {
    let seconds = at.as_second();
    Timestamp::from_second(seconds - seconds.rem_euclid(minutes * 60)).unwrap_or(at)
}
