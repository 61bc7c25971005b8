//! The axis below the plot: start and end with their names, round times between them, dates where the day changes.
//!
//! Start and end are placed first; a tick label that would touch them is left out.

use jiff::Timestamp;

use super::model::Timeline;
use super::place::{Anchor, Rect, Space};
use super::scale::Scale;
use super::sheet::Sheet;
use super::story::{End, Story};
use super::ticks::ticks;
use crate::clockface;
use crate::measure::{BOLD, width};
use crate::svg::{label, line};

/// The least distance between labels.
const AIR: f64 = 4.0;

/// A labelled moment on the axis.
struct Stop {
    at: Timestamp,
    x: f64,
    /// The middle of its label.
    text_x: f64,
    row: f64,
    /// Whether the label already is a day.
    is_day: bool,
}

/// Draws the axis and returns the height of its labels.
pub(super) fn draw(timeline: &Timeline, story: &Story, scale: &Scale, sheet: &Sheet, out: &mut String) -> f64 {
    let zone = &timeline.zone;
    let base = sheet.height;
    let row_y = |row: f64| base + 8.0 + sheet.size * 0.9 + row * sheet.line();
    let mut space = Space::new(Rect { left: -AIR, top: f64::MIN, right: sheet.width + AIR, bottom: f64::MAX });
    let spot =
        |x: f64, row: f64, wide: f64| Rect::of_text(x, row_y(row), wide, sheet.size, Anchor::Middle).with_air(AIR);
    let mut stops: Vec<Stop> = Vec::new();

    line("tl-baseline", (sheet.left, base), (sheet.right, base), out);
    for (at, words) in named(timeline, story) {
        let x = scale.x(at);
        let wide = width(&words, sheet.size) * BOLD;
        let inside = |x: f64| x.clamp(wide / 2.0, sheet.width - wide / 2.0);
        // First directly below, then beside, then in a lower row.
        let shift = wide / 2.0;
        let order = [(x, 0.0), (x + shift, 0.0), (x - shift, 0.0), (x, 2.0), (x + shift, 2.0), (x - shift, 2.0)];
        let Some((text_x, row)) =
            order.into_iter().map(|(x, row)| (inside(x), row)).find(|(x, row)| space.is_free(&spot(*x, *row, wide)))
        else {
            continue;
        };
        space.take(spot(text_x, row, wide));
        label("tl-end-label", (text_x, row_y(row)), "middle", &words, out);
        let leader = ((x, base + 6.0), (x, row_y(row) - sheet.size));
        let room = Rect::of_line(leader.0, leader.1, 1.0);
        if row > 0.0 && space.is_free(&room) {
            space.take(room);
            line("tl-hair", leader.0, leader.1, out);
        }
        line("tl-end", (x, base - 5.0), (x, base + 6.0), out);
        stops.push(Stop { at, x, text_x, row, is_day: false });
    }

    let mut round = ticks(scale, zone, sheet.tick_room);
    round.sort_by_key(|tick| (!tick.after_break, tick.at));
    for tick in round {
        let x = scale.x(tick.at);
        let is_day = tick.time.is_none();
        let words = tick.time.unwrap_or_else(|| clockface::day(zone.to_datetime(tick.at).date()));
        let wide = width(&words, sheet.size);
        if stops.iter().any(|stop| stop.at == tick.at) || !space.try_take(spot(x, 0.0, wide)) {
            continue;
        }
        label("tl-tick", (x, row_y(0.0)), "middle", &words, out);
        line("tl-tick-line", (x, base), (x, base + 4.0), out);
        stops.push(Stop { at: tick.at, x, text_x: x, row: 0.0, is_day });
    }

    stops.sort_by(|a, b| a.at.cmp(&b.at).then(a.x.total_cmp(&b.x)));
    let mut last_day = None;
    for stop in &stops {
        let date = zone.to_datetime(stop.at).date();
        let day = (date.month(), date.day());
        if last_day == Some(day) || (stop.is_day && last_day.is_some()) {
            last_day = Some(day);
            continue;
        }
        let words = if last_day.is_none() { clockface::day_and_year(date) } else { clockface::day(date) };
        let wide = width(&words, sheet.size);
        let x = stop.text_x.clamp(wide / 2.0, sheet.width - wide / 2.0);
        if space.try_take(spot(x, stop.row + 1.0, wide)) {
            label("tl-day", (x, row_y(stop.row + 1.0)), "middle", &words, out);
            last_day = Some(day);
        }
    }
    let rows = stops.iter().fold(2.0, |rows: f64, stop| rows.max(stop.row + 2.0));
    8.0 + rows * sheet.line()
}

/// Start, end and mitigation, as far as they are known, with the words they are shown by.
fn named(timeline: &Timeline, story: &Story) -> Vec<(Timestamp, String)> {
    let named = |name: &str, at: Timestamp| (at, [name, &clockface::time(at, &timeline.zone)].concat());
    let start = if timeline.times.moments.started.is_some() { "start " } else { "first record " };
    let end = match story.end {
        End::Resolved(_) => "end ",
        End::Mitigated(_) => "mitigated ",
        End::Open(_) => "last record ",
    };
    let end_at = story.end.at();
    if end_at == story.start {
        return vec![named("start and end ", end_at)];
    }
    let mut out = vec![named(start, story.start), named(end, end_at)];
    let mitigated = timeline.times.moments.mitigated.filter(|at| *at > story.start && *at < end_at);
    out.extend(mitigated.map(|at| named("mitigated ", at)));
    out
}
