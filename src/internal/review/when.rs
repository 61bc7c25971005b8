//! When something happened, as far as it is certain.

use jiff::Timestamp;
use jiff::civil::{Date, Time};

/// When an entry happened, as far as it is certain.
///
/// Only a [`When::Moment`] is ever measured, plotted, shown in UTC or compared with other moments. Everything else is shown
/// beside its text as its author wrote it: a day without a time is not midnight, and a time without a zone is not a moment.
/// Anything less is [`When::Unsure`], and is not interpreted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Day, time and zone are certain.
    Moment(Timestamp),
    /// A day without a time.
    Day(Date),
    /// A 24-hour time, whose zone or day is not certain.
    Clock {
        /// The day in that zone, if it is certain.
        day: Option<Date>,
        time: Time,
        /// Whether the zone is certain, so that only the day is missing.
        zone_is_sure: bool,
    },
    /// Nothing about it is certain, or nothing was written.
    Unsure,
}

impl When {
    /// The moment; `None` for all other variants.
    #[must_use]
    pub fn moment(self) -> Option<Timestamp> {
        match self {
            Self::Moment(at) => Some(at),
            _ => None,
        }
    }

    /// The day as written, for what is not a moment: in UTC it may be another day.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Day(day) => Some(day),
            Self::Clock { day, .. } => day,
            Self::Moment(_) | Self::Unsure => None,
        }
    }

    /// The value of an HTML `time` element; contains only what is certain.
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

/// Sorts entries by their moments. An entry without a moment stays after the entry that it was written after. If the newest
/// entry comes first, the whole list is reversed.
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

/// Moves each entry that has only a day after the others of that day, so that no day is shown twice. Entries are in the
/// order of their moments; one without a day stays after the entry before it.
pub(super) fn under_their_days<T>(entries: &mut Vec<T>, day: impl Fn(&T) -> Option<Date>) {
    let mut last = None;
    let dated = entries.drain(..).map(|entry| {
        last = day(&entry).or(last);
        (last, entry)
    });
    let mut dated: Vec<_> = dated.collect();
    dated.sort_by_key(|(day, _)| *day);
    entries.extend(dated.into_iter().map(|(_, entry)| entry));
}

#[cfg(test)]
mod tests {
    use super::{When, in_order, under_their_days};
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
    fn an_entry_with_a_day_only_stands_under_that_day() {
        let mut entries = vec![(2, "a"), (5, "b"), (0, "c"), (2, "d"), (3, "e"), (5, "f")];
        under_their_days(&mut entries, |(day, _)| (*day > 0).then(|| date(2026, 3, *day)));
        let words: Vec<&str> = entries.into_iter().map(|(_, word)| word).collect();
        assert_eq!(words, ["a", "d", "e", "b", "c", "f"]);
    }

    #[test]
    fn the_time_element_has_only_what_is_certain() {
        let clock = |day| When::Clock { day, time: time(9, 5, 0, 0), zone_is_sure: false };
        assert_eq!(clock(Some(date(2026, 3, 4))).machine().as_deref(), Some("2026-03-04T09:05"));
        assert_eq!(clock(None).machine().as_deref(), Some("09:05"));
        assert_eq!(When::Day(date(2026, 3, 4)).machine().as_deref(), Some("2026-03-04"));
        assert_eq!((When::Unsure.machine(), clock(None).moment()), (None, None));
    }
}
