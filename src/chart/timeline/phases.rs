//! Which phase it was when: as given, else as the entries say, else as the moments suggest.

use super::model::{Band, Phase, Timeline};
use super::story::Story;

/// The bands in order of time; none is empty or runs backwards.
pub(in crate::chart) fn bands(timeline: &Timeline, story: &Story) -> Vec<Band> {
    let mut bands = if timeline.bands.is_empty() { derived(timeline, story) } else { timeline.bands.clone() };
    bands.retain(|band| band.from < band.to);
    bands.sort_by_key(|band| (band.from, band.phase, band.to));
    bands
}

fn derived(timeline: &Timeline, story: &Story) -> Vec<Band> {
    let told = from_entries(story);
    if told.len() > 1 { told } else { from_moments(timeline, story) }
}

/// A phase begins with its first entry and lasts until the first entry of a later phase; going back is not drawn, because
/// a responder who looks at the graph once more has not undone the repair.
fn from_entries(story: &Story) -> Vec<Band> {
    let end = story.end.at();
    let mut bands: Vec<Band> = Vec::new();
    for point in &story.points {
        let (Some(phase), at) = (point.entry.phase, point.entry.at) else { continue };
        match bands.last_mut() {
            None => bands.push(Band { phase, from: at.min(story.start), to: end }),
            Some(last) if phase > last.phase => {
                // What comes after the end begins with it: nothing lies between restoring service and learning from it.
                let from = if last.phase <= Phase::Remediation { at.min(end).max(last.from) } else { at };
                last.to = from;
                bands.push(Band { phase, from, to: end });
            }
            Some(_) => {}
        }
    }
    if let (Some(last), Some(point)) = (bands.last_mut(), story.points.last())
        && last.phase > Phase::Remediation
    {
        last.to = point.entry.at;
    }
    bands.retain(|band| band.from < band.to);
    bands
}

/// Detection until it was noticed, response until someone took it on, remediation until the end.
fn from_moments(timeline: &Timeline, story: &Story) -> Vec<Band> {
    let moments = &timeline.moments;
    let (start, end) = (story.start, story.end.at());
    let noticed = moments.detected.or(moments.acknowledged);
    let taken = moments.acknowledged.or(moments.detected);
    let (Some(noticed), Some(taken)) = (noticed, taken) else { return Vec::new() };
    let noticed = noticed.clamp(start, end.max(start));
    let taken = taken.clamp(noticed, end.max(noticed));
    vec![
        Band { phase: Phase::Detection, from: start, to: noticed },
        Band { phase: Phase::Response, from: noticed, to: taken },
        Band { phase: Phase::Remediation, from: taken, to: end },
    ]
}

#[cfg(test)]
mod tests {
    use super::super::model::{Band, Effect, Phase};
    use super::super::samples::{entry, minutes, timeline};
    use super::super::story::Story;
    use super::bands;

    fn spans(timeline: &super::Timeline) -> Vec<(Phase, i64, i64)> {
        let story = Story::of(timeline).unwrap();
        let from_noon = |at: jiff::Timestamp| (at.as_second() - minutes(0).as_second()) / 60;
        bands(timeline, &story).iter().map(|b| (b.phase, from_noon(b.from), from_noon(b.to))).collect()
    }

    #[test]
    fn moments_suggest_phases() {
        let mut t = timeline(0, 60);
        assert_eq!(spans(&t), []);
        t.moments.acknowledged = Some(minutes(15));
        assert_eq!(spans(&t), [(Phase::Detection, 0, 15), (Phase::Remediation, 15, 60)]);
        t.moments.detected = Some(minutes(5));
        assert_eq!(spans(&t), [(Phase::Detection, 0, 5), (Phase::Response, 5, 15), (Phase::Remediation, 15, 60)]);
        t.moments.acknowledged = Some(minutes(900));
        assert_eq!(spans(&t), [(Phase::Detection, 0, 5), (Phase::Response, 5, 60)], "contradictions stay inside");
    }

    #[test]
    fn entries_tell_phases_and_never_go_back() {
        let mut t = timeline(0, 60);
        let phases = [Phase::Detection, Phase::Response, Phase::Detection, Phase::Remediation, Phase::Analysis];
        t.entries = phases
            .iter()
            .zip([5, 10, 15, 30, 300])
            .map(|(phase, at)| super::super::model::Entry { phase: Some(*phase), ..entry(1, at, Effect::Neutral) })
            .collect();
        assert_eq!(
            spans(&t),
            [
                (Phase::Detection, 0, 10),
                (Phase::Response, 10, 30),
                (Phase::Remediation, 30, 60),
                (Phase::Analysis, 60, 300)
            ]
        );
    }

    #[test]
    fn given_bands_win_and_empty_ones_go() {
        let mut t = timeline(0, 60);
        t.moments.detected = Some(minutes(5));
        t.bands = vec![
            Band { phase: Phase::Response, from: minutes(20), to: minutes(50) },
            Band { phase: Phase::Detection, from: minutes(9), to: minutes(9) },
        ];
        assert_eq!(spans(&t), [(Phase::Response, 20, 50)]);
    }
}
