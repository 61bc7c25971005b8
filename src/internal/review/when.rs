//! When something happened, as far as its review says it surely.

use jiff::Timestamp;
use jiff::civil::{Date, Time};

/// When an entry happened, as far as that is sure.
///
/// Only a [`When::Moment`] is ever measured, plotted, told in UTC or compared with other moments. Everything else is shown beside
/// its text as its author wrote it: a day without a clock is no midnight, and a clock without a zone is no moment. What is less
/// than these is [`When::Unsure`], and nothing is made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Day, clock and zone are sure.
    Moment(Timestamp),
    /// A day without a clock.
    Day(Date),
    /// A clock of 24 hours, whose zone or whose day is not sure.
    Clock {
        /// The day on that clock, where it is sure.
        day: Option<Date>,
        time: Time,
        /// Whether only the day is missing.
        zone_is_sure: bool,
    },
    /// Nothing of it is sure, or nothing was written.
    Unsure,
}

impl When {
    /// The moment, where there is one.
    #[must_use]
    pub fn moment(self) -> Option<Timestamp> {
        match self {
            Self::Moment(at) => Some(at),
            _ => None,
        }
    }

    /// The day as written, of what is no moment: it may be another in UTC.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Clock { day, .. } => day,
            Self::Moment(_) | Self::Unsure => None,
        }
    }

    /// The value of an HTML `time`: what is not sure is not in it.
    #[must_use]
    pub fn machine(self) -> Option<String> {
        match self {
            Self::Day(day) => Some(day.to_string()),
            Self::Clock { day, time, .. } => {
                let day = day.map(|day| format!("{day}T")).unwrap_or_default();
                Some(format!("{day}{:02}:{:02}", time.hour(), time.minute()))
            }
            Self::Moment(_) | Self::Unsure => None,
        }
    }
}

/// Puts what has moments in the order of time. What has none stays behind what it was written behind; a list whose newest entry
/// stands first is turned round as a whole.
pub(super) fn in_order<T>(entries: &mut Vec<T>, moment: impl Fn(&T) -> Option<Timestamp>) {
    if entries.iter().all(|entry| moment(entry).is_some()) {
        entries.sort_by_key(|entry| moment(entry));
        return;
    }
    let known: Vec<_> = entries.iter().filter_map(&moment).collect();
    if known.len() > 1 && known.windows(2).all(|pair| pair[0] >= pair[1]) && known.first() != known.last() {
        entries.reverse();
        return;
    }
    let mut groups: Vec<(Option<Timestamp>, Vec<T>)> = Vec::new();
    for entry in entries.drain(..) {
        match (moment(&entry), groups.last_mut()) {
            (None, Some((_, group))) => group.push(entry),
            (at, _) => groups.push((at, vec![entry])),
        }
    }
    groups.sort_by_key(|(at, _)| *at);
    entries.extend(groups.into_iter().flat_map(|(_, group)| group));
}

#[cfg(test)]
mod tests {
    use super::{When, in_order};
    use jiff::Timestamp;
    use jiff::civil::{date, time};

    fn ordered(minutes: &[i64]) -> Vec<i64> {
        // A negative number is an entry without a moment.
        let mut entries = minutes.to_vec();
        in_order(&mut entries, |n| Timestamp::from_second(*n).ok().filter(|_| *n >= 0));
        entries
    }

    #[test]
    fn entries_without_a_moment_stay_between_their_neighbours() {
        assert_eq!(ordered(&[1, -1, 2, 3]), [1, -1, 2, 3]);
        assert_eq!(ordered(&[3, -1, 2, -2, 1]), [1, -2, 2, -1, 3]);
        assert_eq!(ordered(&[-1, 2, -2, 1, 3]), [-1, 1, 2, -2, 3]);
        assert_eq!(ordered(&[-2, -1]), [-2, -1]);
        assert_eq!(ordered(&[2, 1, 3]), [1, 2, 3]);
    }

    #[test]
    fn only_what_is_sure_is_told_to_machines() {
        let clock = |day| When::Clock { day, time: time(9, 5, 0, 0), zone_is_sure: false };
        assert_eq!(clock(Some(date(2026, 3, 4))).machine().as_deref(), Some("2026-03-04T09:05"));
        assert_eq!(clock(None).machine().as_deref(), Some("09:05"));
        assert_eq!(When::Day(date(2026, 3, 4)).machine().as_deref(), Some("2026-03-04"));
        assert_eq!((When::Unsure.machine(), clock(None).moment()), (None, None));
    }
}
