//! One message for each mistake: leaves out diagnostics that only follow from another, or repeat it for the next item
//! of a list.

use std::collections::BTreeMap;

use super::{Code, Diagnostic, Level, any_error, sort};

/// The end of the message about a time without an offset, after the name of the time.
const NO_OFFSET: &str = "has no offset from UTC";
/// The end of the message about clock times without a day.
const NO_DAY: &str = "but no day is known";

/// Keeps the first of several diagnostics that say the same about several items of a list or several times, and adds
/// their number to it. Expects and keeps the order of the file.
pub fn merge_alike(problems: &mut Vec<Diagnostic>) {
    // Without a known zone and without a start, no time can be read: that is one mistake, not one for each time.
    let has_no_zone = problems.iter().any(|problem| problem.code == Code::UnknownZone);
    let starts = ["`times.started` ", "`times.detected` "];
    let is_start = |problem: &Diagnostic| starts.iter().any(|start| problem.message.starts_with(start));
    let has_no_start = problems.iter().any(|problem| problem.code == Code::InvalidTime && is_start(problem));
    problems.retain(|problem| {
        let follows = (has_no_zone && [NO_OFFSET, NO_DAY].iter().any(|said| problem.message.ends_with(said)))
            || (has_no_start && problem.message.ends_with(NO_DAY));
        !(problem.code == Code::InvalidTime && follows)
    });
    let mut kept: Vec<(Diagnostic, usize)> = Vec::new();
    let mut first: BTreeMap<(Code, String), usize> = BTreeMap::new();
    for problem in problems.drain(..) {
        let number = kind(&problem).map_or(kept.len(), |kind| *first.entry((problem.code, kind)).or_insert(kept.len()));
        match kept.get_mut(number) {
            Some((_, more)) => *more += 1,
            None => kept.push((problem, 0)),
        }
    }
    problems.extend(kept.into_iter().map(|(mut problem, more)| {
        if more > 0 {
            problem.message.push_str(&format!(", and {more} more like it"));
        }
        problem
    }));
}

/// The part of a message that is the same for every item or time; `None` if the message is about one place only.
fn kind(problem: &Diagnostic) -> Option<String> {
    if !matches!(problem.code, Code::WrongType | Code::UnknownKey | Code::InvalidTime) {
        return None;
    }
    if let Some(said) = [NO_OFFSET, NO_DAY].into_iter().find(|said| problem.message.ends_with(said)) {
        return Some(said.to_owned());
    }
    if problem.code == Code::InvalidTime {
        return None;
    }
    let mut kind = String::with_capacity(problem.message.len());
    let mut rest = problem.message.as_str();
    let mut is_item = false;
    while let Some((before, after)) = rest.split_once('[') {
        let digits = after.trim_start_matches(|c: char| c.is_ascii_digit());
        is_item |= digits.len() < after.len() && digits.starts_with(']');
        kind.push_str(before);
        kind.push('[');
        rest = digits;
    }
    kind.push_str(rest);
    is_item.then_some(kind)
}

/// Sorts diagnostics and removes repeated ones and those that only follow from another.
pub fn settle(problems: &mut Vec<Diagnostic>) {
    sort(problems);
    problems.dedup();
    // An error may be about a review that could not be read, so the warning that there are no reviews is dropped.
    if any_error(problems) {
        problems.retain(|problem| problem.code != Code::NoReviews || problem.level == Level::Error);
    }
    // A policy whose file has a wrong name is there, and needs its name alone.
    let is_misnamed = |problem: &Diagnostic| {
        problem.code == Code::UnreadableFile && problem.message.ends_with("its name is `redaction.yaml`")
    };
    if problems.iter().any(is_misnamed) {
        problems.retain(|problem| problem.code != Code::NoPolicy);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Diagnostic};
    use super::{merge_alike, settle};

    fn after(said: &[(Code, &str)]) -> Vec<String> {
        let mut problems: Vec<_> = said.iter().map(|(code, message)| Diagnostic::new(*code, *message)).collect();
        merge_alike(&mut problems);
        problems.into_iter().map(|problem| problem.message).collect()
    }

    #[test]
    fn the_same_of_several_items_is_said_once() {
        let merged = after(&[
            (Code::UnknownKey, "unknown key `time` in `timeline[0]`"),
            (Code::UnknownKey, "unknown key `event` in `timeline[0]`"),
            (Code::UnknownKey, "unknown key `time` in `timeline[12]`"),
            (Code::InvalidTime, "`times.started` has no offset from UTC"),
            (Code::InvalidTime, "`timeline[3].at` has no offset from UTC"),
            (Code::InvalidTime, "`timeline[3].at` is `09:75`, which is not a time"),
            (Code::InvalidTime, "`timeline[4].at` is `09:75`, which is not a time"),
            (Code::UnknownKey, "unknown key `a`"),
            (Code::UnknownKey, "unknown key `b`"),
        ]);
        assert_eq!(merged.len(), 7, "{merged:?}");
        assert_eq!(merged[0], "unknown key `time` in `timeline[0]`, and 1 more like it");
        assert_eq!(merged[2], "`times.started` has no offset from UTC, and 1 more like it");
    }

    #[test]
    fn a_library_with_a_mistake_is_not_said_to_be_empty() {
        let mut problems = vec![Diagnostic::new(Code::NoReviews, "x")];
        settle(&mut problems);
        assert_eq!(problems.len(), 1);
        problems.push(Diagnostic::new(Code::NoPolicy, "z"));
        problems
            .push(Diagnostic::new(Code::UnreadableFile, "`redaction.yml` is not read: its name is `redaction.yaml`"));
        settle(&mut problems);
        assert!(problems.iter().all(|problem| problem.code != Code::NoPolicy));
        problems.push(Diagnostic::new(Code::UnclosedFrontMatter, "y"));
        settle(&mut problems);
        assert!(problems.iter().all(|problem| problem.code != Code::NoReviews));
    }
}
