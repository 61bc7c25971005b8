//! How the minutes of a meeting are divided among its blocks and among the stories.
//!
//! In: the digest of a week. Out: a time box for each part of its page, and for each presented story. Stories without time are
//! only listed, and a part without content gets no time.

use super::{Choice, Digest, Fresh};
use site::config::Meeting;

/// The blocks of a meeting of an hour, in minutes: ground rules, stories, what applies to us, actions.
const HOUR: [usize; 4] = [5, 35, 10, 10];
/// The least time for a presented story; the lesson of the week gets twice as much.
const STORY: usize = 5;
/// As many sentences about what went well take a minute.
const WELL: usize = 4;
/// The blocks of a week without a new story: one from the archive takes less time, and the rest goes to what applies to us.
const QUIET: [usize; 4] = [5, 20, 25, 10];
/// The blocks of a week without any story: the hour goes to what nearly went wrong.
const NOTHING: [usize; 4] = [5, 0, 45, 10];

/// Minutes for each part of the page; together they make up the meeting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Minutes {
    pub lesson: usize,
    pub late: usize,
    pub new: usize,
    pub near: usize,
    pub revised: usize,
    pub well: usize,
    pub patterns: usize,
    pub actions: usize,
    pub archive: usize,
    pub agenda: usize,
    pub questions: usize,
}

/// Gives each story its minutes; `order` are the stories except the first, by weight. Returns the minutes of the blocks and of
/// the parts.
pub(super) fn share_out(digest: &mut Digest, meeting: &Meeting, order: &[usize]) -> ([usize; 4], Minutes) {
    let some = |is: bool| usize::from(is);
    let is_quiet = digest.lesson.as_ref().is_some_and(|lesson| lesson.choice == Choice::Archive);
    let mut hour = match digest.lesson {
        None => NOTHING,
        Some(_) if is_quiet => QUIET,
        Some(_) => HOUR,
    };
    if digest.actions.is_empty() {
        // Without actions, the stories get their time, if there are any; the ground rules stay as short as they are.
        hour[if digest.lesson.is_some() { 1 } else { 2 }] += std::mem::take(&mut hour[3]);
    }
    let blocks = share(meeting.length as usize, &hour);
    let blocks = [blocks[0], blocks[1], blocks[2], blocks[3]];
    // Revisions and what went well take a little of the time for stories, if there is enough of it.
    let aside = |wanted: usize| wanted.min(blocks[1] / 8);
    let revised = aside(2 * some(!digest.revised.is_empty()));
    let well = aside(digest.saved.len().div_ceil(WELL).min(3));
    let time = blocks[1] - revised - well;
    let room = (time / STORY).saturating_sub(2).min(order.len());
    let presented = &order[..room];
    let mut parts = vec![2];
    parts.extend(presented.iter().map(|_| 1));
    let shares = share(time, &parts);
    let of = |review: usize| presented.iter().position(|i| *i == review).and_then(|n| shares.get(n + 1)).copied();
    let give = |stories: &mut [Fresh]| -> usize {
        let each = stories.iter_mut().map(|fresh| {
            fresh.story.minutes = of(fresh.review).unwrap_or(0);
            fresh.story.minutes
        });
        each.sum()
    };
    let lesson = if digest.lesson.is_some() { shares.first().copied().unwrap_or(0) } else { 0 };
    if let Some(featured) = &mut digest.lesson {
        featured.fresh.story.minutes = lesson;
    }
    let (late, new, near) = (give(&mut digest.late), give(&mut digest.new), give(&mut digest.signals));
    // A minute for each old story, if there is enough time.
    let archive = (digest.archive.years.len() + some(digest.archive.pick.is_some())).min(blocks[2] / 3);
    let apply = share(blocks[2] - archive, &[some(!digest.patterns.is_empty()), 2]);
    let minutes = Minutes {
        lesson,
        late,
        new,
        near,
        revised,
        well,
        patterns: apply[0],
        archive,
        questions: apply[1],
        actions: blocks[3],
        agenda: blocks[0],
    };
    (blocks, minutes)
}

/// Divides a whole by weights, without a remainder: what rounding leaves goes to the largest remainders, the earlier ones
/// first.
pub(super) fn share(whole: usize, weights: &[usize]) -> Vec<usize> {
    let sum = weights.iter().sum::<usize>().max(1);
    let mut parts: Vec<_> = weights.iter().map(|weight| whole * weight / sum).collect();
    let mut order: Vec<_> = (0..weights.len()).filter(|i| weights[*i] > 0).collect();
    order.sort_by_key(|i| std::cmp::Reverse(whole * weights[*i] % sum));
    let left = whole.saturating_sub(parts.iter().sum());
    order.into_iter().take(left).for_each(|i| parts[i] += 1);
    parts
}

#[cfg(test)]
mod tests {
    use super::{HOUR, share};

    #[test]
    fn other_lengths_keep_the_shares_of_an_hour() {
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
