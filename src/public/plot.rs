//! The input of the chart: the published moments, in UTC.

use jiff::tz::TimeZone;

use super::postmortem::{Moment, Passage};
use base::phases::{Measure, Moments, Times};
use chart::Effect;
use clearance::Cleared;
use markdown::plain_text;

pub(crate) fn plotted(title: &Cleared, span: Option<Passage>, timeline: &[Moment]) -> chart::Timeline {
    let entry = |(n, moment): (usize, &Moment)| chart::Entry {
        at: moment.at,
        number: n + 1,
        effect: effect(moment.effect),
        label: plain_text(moment.what.as_str()),
    };
    chart::Timeline {
        title: title.as_str().to_owned(),
        zone: TimeZone::UTC,
        times: Times {
            measure: Measure::Length,
            moments: Moments { started: span.map(|s| s.from), resolved: span.map(|s| s.to), ..Moments::default() },
            ..Times::default()
        },
        entries: timeline.iter().enumerate().map(entry).collect(),
        first_outside: None,
        first_inside: None,
    }
}

fn effect(name: &str) -> Effect {
    match name {
        "positive" => Effect::Positive,
        "negative" => Effect::Negative,
        "neutral" => Effect::Neutral,
        _ => Effect::Unstated,
    }
}
