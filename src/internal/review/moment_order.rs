//! The order of the moments of an incident.
//!
//! In: the moments and where they are written. Out: an error for what is out of order, on the moment that is most likely
//! mistyped.

use jiff::Timestamp;

use base::diagnostics::{Code, Diagnostic};
use base::phases::Moments;
use base::yaml::Fields;

type Moment = (&'static str, Timestamp);

/// Whether a moment may follow one that stands before it in the list: it is no earlier, or harm ended before anybody knew what to
/// do.
fn may_follow((name, at): &Moment, (other, earlier): &Moment) -> bool {
    at >= earlier || (*name, *other) == ("mitigated", "identified")
}

/// Reports a moment that is before one that must precede it. If all others are in order without one, that one is reported,
/// once, and returned: it is most likely mistyped.
pub(super) fn check(moments: &Moments, times: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Option<&'static str> {
    let known: Vec<Moment> = moments.in_order().into_iter().filter_map(|(name, at)| Some((name, at?))).collect();
    let in_order = |without: Option<usize>| {
        let left: Vec<_> =
            known.iter().enumerate().filter(|(n, _)| Some(*n) != without).map(|(_, left)| left).collect();
        left.iter().enumerate().all(|(n, moment)| left[..n].iter().all(|earlier| may_follow(moment, earlier)))
    };
    if in_order(None) {
        return None;
    }
    // Of two that are only exchanged, the later one is named.
    if let Some(odd) = (0..known.len()).rev().find(|n| in_order(Some(*n))) {
        let moment = &known[odd];
        let before =
            known[..odd].iter().rev().find(|earlier| !may_follow(moment, earlier)).map(|other| ("before", other));
        let after = || known[odd + 1..].iter().find(|later| !may_follow(later, moment)).map(|other| ("after", other));
        let (side, other) = before.or_else(after)?;
        report(times, moment.0, side, other.0, problems);
        return Some(moment.0);
    }
    for (n, moment) in known.iter().enumerate() {
        let earlier = known[..n].iter().filter(|earlier| !may_follow(moment, earlier)).max_by_key(|(_, at)| *at);
        if let Some((before, _)) = earlier {
            report(times, moment.0, "before", before, problems);
        }
    }
    None
}

fn report<'n>(times: &Fields<'n>, name: &'n str, side: &str, other: &str, problems: &mut Vec<Diagnostic>) {
    let Some(node) = times.get(name) else { return };
    let message = format!("`times.{name}` stands {side} `times.{other}`");
    let hint = format!("{name} cannot come {side} {other}: check the day, the offset and the order");
    problems.push(node.problem(Code::TimeOrder, message).hint(hint));
}
