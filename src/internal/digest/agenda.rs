//! The meeting: when it is, what is done in it and for how long, who leads and who presents.

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime};

use super::{Digest, Fresh, Week};
use crate::config::Meeting;
use crate::internal::library::Library;

/// The blocks of a meeting of an hour, in minutes: see [`Agenda::items`].
const HOUR: [usize; 4] = [5, 35, 10, 10];

/// How a meeting goes.
#[derive(Debug, Clone, Default)]
pub(in crate::internal) struct Agenda {
    pub(in crate::internal) name: String,
    pub(in crate::internal) items: Vec<Item>,
    pub(in crate::internal) occasion: Option<Occasion>,
    pub(in crate::internal) next: Option<Occasion>,
    pub(in crate::internal) facilitator: Option<String>,
    /// Who tells which review.
    pub(in crate::internal) presenters: Vec<Presenter>,
    pub(in crate::internal) link: Option<String>,
}

/// A block of the agenda.
#[derive(Debug, Clone)]
pub(in crate::internal) struct Item {
    /// `14:05`.
    pub(in crate::internal) at: String,
    pub(in crate::internal) minutes: usize,
    pub(in crate::internal) what: &'static str,
    pub(in crate::internal) how: &'static str,
}

/// One meeting of the series, in the library's zone.
#[derive(Debug, Clone, Copy)]
pub(in crate::internal) struct Occasion {
    pub(in crate::internal) start: DateTime,
    pub(in crate::internal) end: DateTime,
}

/// A review and who tells it.
#[derive(Debug, Clone)]
pub(in crate::internal) struct Presenter {
    pub(in crate::internal) review: usize,
    pub(in crate::internal) names: Vec<String>,
}

/// Minutes for each part of the page; together they are the meeting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub(in crate::internal) struct Minutes {
    pub(in crate::internal) lesson: usize,
    pub(in crate::internal) new: usize,
    pub(in crate::internal) near: usize,
    pub(in crate::internal) revised: usize,
    pub(in crate::internal) well: usize,
    pub(in crate::internal) patterns: usize,
    pub(in crate::internal) actions: usize,
    pub(in crate::internal) archive: usize,
    pub(in crate::internal) agenda: usize,
    pub(in crate::internal) questions: usize,
}

/// The meeting of a week.
pub(in crate::internal) fn occasion(meeting: &Meeting, day: Date) -> Occasion {
    let start = day.to_datetime(meeting.time);
    Occasion { start, end: start.saturating_add(i64::from(meeting.length).minutes()) }
}

/// The agenda of a week's meeting; `told` are the reviews that are gone through, in their order.
pub(super) fn agenda<'f>(library: &Library, week: Week, told: impl Iterator<Item = &'f Fresh>) -> Agenda {
    let config = &library.config;
    let meeting = &config.meeting;
    let this = occasion(meeting, week.day(meeting.weekday, config.week_start));
    let turn = week.ordinal().checked_rem(meeting.facilitators.len());
    let owner = |fresh: &Fresh| {
        let names = library.reviews[fresh.review].people.owner.clone();
        (!names.is_empty()).then_some(Presenter { review: fresh.review, names })
    };
    Agenda {
        name: meeting.name.clone(),
        items: items(meeting, this.start),
        occasion: Some(this),
        next: Some(occasion(meeting, week.plus(1).day(meeting.weekday, config.week_start))),
        facilitator: turn.and_then(|turn| meeting.facilitators.get(turn).cloned()),
        presenters: told.filter_map(owner).collect(),
        link: meeting.link.clone(),
    }
}

fn items(meeting: &Meeting, start: DateTime) -> Vec<Item> {
    let words = [
        ("Ground rules", "Everybody did what made sense with what they knew. We ask how, and what, and listen."),
        ("Timeline and lessons", "Those who were there tell it; the rest of us ask what it looked like from inside."),
        ("Does this apply to us?", "Each team names one place where it could happen, and how it would notice."),
        ("Actions", "Thanks for what is done, a word on what is due, a decision on what is late."),
    ];
    let mut at = start;
    let minutes = share(meeting.length as usize, &HOUR);
    let item = |((what, how), minutes): ((&'static str, &'static str), usize)| {
        let begins = at.strftime("%H:%M").to_string();
        at = at.saturating_add(i64::try_from(minutes).unwrap_or(0).minutes());
        Item { at: begins, minutes, what, how }
    };
    words.into_iter().zip(minutes).map(item).collect()
}

/// Parts a whole by weights, without a remainder: what rounding leaves goes to the largest rests, the earlier first.
pub(super) fn share(whole: usize, weights: &[usize]) -> Vec<usize> {
    let sum = weights.iter().sum::<usize>().max(1);
    let mut parts: Vec<_> = weights.iter().map(|weight| whole * weight / sum).collect();
    let mut order: Vec<_> = (0..weights.len()).filter(|i| weights[*i] > 0).collect();
    order.sort_by_key(|i| std::cmp::Reverse(whole * weights[*i] % sum));
    let left = whole.saturating_sub(parts.iter().sum());
    order.into_iter().take(left).for_each(|i| parts[i] += 1);
    parts
}

/// The time box of each part of a page. The stories get most, each in proportion to how many there are; a part without
/// anything in it gets none.
pub(super) fn minutes(digest: &Digest, meeting: &Meeting) -> Minutes {
    let blocks = share(meeting.length as usize, &HOUR);
    let some = |n: usize| usize::from(n > 0);
    let stories = [
        if digest.lesson.is_some() { 6 } else { 0 },
        2 * (digest.new.len() + digest.late.len()).min(6),
        2 * digest.signals.len().min(6),
        some(digest.revised.len()),
        some(digest.saved.len()),
    ];
    let archive = digest.archive.years.len() + usize::from(digest.archive.pick.is_some());
    let stories = share(blocks[1], &stories);
    let apply = share(blocks[2], &[2 * some(digest.patterns.len()), some(archive), 4]);
    Minutes {
        lesson: stories[0],
        new: stories[1],
        near: stories[2],
        revised: stories[3],
        well: stories[4],
        patterns: apply[0],
        archive: apply[1],
        questions: apply[2],
        actions: blocks[3],
        agenda: blocks[0],
    }
}

#[cfg(test)]
mod tests {
    use super::{HOUR, share};

    #[test]
    fn an_hour_is_as_the_guide_has_it_and_other_lengths_keep_the_shares() {
        assert_eq!(share(60, &HOUR), [5, 35, 10, 10]);
        assert_eq!(share(30, &HOUR), [3, 17, 5, 5]);
        assert_eq!(share(90, &HOUR), [8, 52, 15, 15]);
        for length in 15..=240 {
            assert_eq!(share(length, &HOUR).iter().sum::<usize>(), length);
        }
        assert_eq!(share(35, &[0, 0, 0]), [0, 0, 0]);
        assert_eq!(share(10, &[0, 1, 2]), [0, 3, 7]);
    }
}
