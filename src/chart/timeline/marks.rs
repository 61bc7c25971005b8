//! The mark of each entry; its shape shows the direction of the path.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::captions::Caption;
use super::model::Effect;
use super::place::Rect;
use super::scale::Scale;
use super::sheet::Sheet;
use super::story::Story;
use crate::clockface;
use crate::frame::{Frame, Width};
use crate::measure::width;
use crate::svg::{Data, Tag, real, words_at};
use base::text::push_escaped;

/// The mark of an entry.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) radius: f64,
    pub(super) effect: Effect,
}

impl Mark {
    /// Its bounding box.
    pub(super) fn rect(&self) -> Rect {
        let Self { x, y, radius, .. } = *self;
        Rect { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
    }
}

/// The marks in the order of the story. Entries of one moment at one level are placed side by side as far as there is
/// room before the next moment, so that none hides another.
pub(super) fn marks(story: &Story, scale: &Scale, sheet: &Sheet) -> Vec<Mark> {
    let radius = radius(story.points.len(), sheet);
    let mut out: Vec<Mark> = Vec::with_capacity(story.points.len());
    let mut rest = story.points.as_slice();
    while let Some(first) = rest.first() {
        let at = first.entry.at;
        let same = |p: &&super::story::Point| p.entry.at == at && (p.after - first.after).abs() < 1e-9;
        let group = rest.iter().take_while(same).count().max(1);
        let x = scale.x(at);
        let next = rest.iter().find(|p| p.entry.at > at).map_or(sheet.right, |p| scale.x(p.entry.at));
        let apart = ((next - x) / real(group)).min(radius * 1.9).max(0.0);
        let (here, later) = rest.split_at(group);
        out.extend(here.iter().enumerate().map(|(index, point)| Mark {
            x: x + apart * real(index),
            y: sheet.y(point.after),
            radius,
            effect: point.entry.effect,
        }));
        rest = later;
    }
    out
}

/// The radius of marks: smaller if there are many, down to a size that can still be distinguished.
fn radius(count: usize, sheet: &Sheet) -> f64 {
    match real(count) / sheet.width * 640.0 {
        n if n <= 30.0 => 4.5,
        n if n <= 80.0 => 3.8,
        n if n <= 200.0 => 3.0,
        _ => 2.5,
    }
}

/// Whether a mark shows its entry's text while it is hovered over or focused. That is not possible on a phone.
pub(super) fn shows_text(frame: &Frame) -> bool {
    frame.rows.is_some() && frame.width == Width::Column
}

/// Draws the marks in the order of time, which is the order in which the keyboard and a screen reader reach them. Their
/// texts are placed at `text_at`.
pub(super) fn draw(
    marks: &[Mark],
    story: &Story,
    captions: &[Caption],
    zone: &TimeZone,
    (frame, sheet, text_at): (&Frame, &Sheet, (f64, f64)),
    out: &mut String,
) {
    let in_turn = marks.iter().zip(&story.points).zip(captions).zip(1..);
    for (((mark, point), caption), step) in in_turn {
        frame.open_link(&caption.number, out);
        let tag = frame.step(shape(mark, out), step);
        match frame.width {
            Width::Column | Width::Slide => tag.around(|out| {
                Tag::new("title", out).around(|out| {
                    push_lead(caption, point.entry.at, zone, out);
                    push_escaped(out, caption.words.text());
                });
            }),
            // Touch screens show no tooltips, and they would double the markup.
            Width::Phone => tag.empty(),
        }
        if shows_text(frame) {
            let mut lead = String::with_capacity(16);
            push_lead(caption, point.entry.at, zone, &mut lead);
            let room = sheet.width - text_at.0 - width(&lead, sheet.size);
            words_at("tl-told", text_at, "start", out).with("aria-hidden", "true").around(|out| {
                out.push_str(&lead);
                if let Some(cut) = caption.words.cut(sheet.size, room) {
                    push_escaped(out, cut.kept);
                    out.push_str(cut.end);
                }
            });
        }
        frame.close_link(out);
    }
}

/// `3 · 07:15 · `.
fn push_lead(caption: &Caption, at: Timestamp, zone: &TimeZone, out: &mut String) {
    out.push_str(&caption.number);
    out.push_str(" \u{b7} ");
    clockface::push_time(out, at, zone);
    out.push_str(" \u{b7} ");
}

/// One mark, to be finished by the caller: a triangle in the direction of the path, a disc if it stayed level, a square
/// if its author does not say.
pub(super) fn shape<'o>(mark: &Mark, out: &'o mut String) -> Tag<'o> {
    let Mark { x, y, radius, effect } = *mark;
    match effect {
        Effect::Positive => triangle(mark, 1.0, out).class("tl-mark tl-positive"),
        Effect::Negative => triangle(mark, -1.0, out).class("tl-mark tl-negative"),
        Effect::Neutral => {
            Tag::new("circle", out).class("tl-mark tl-neutral").at("cx", x).at("cy", y).at("r", radius * 0.85)
        }
        Effect::Unstated => {
            let half = radius * 0.8;
            let square = |d: &mut Data| {
                d.move_to((x - half, y - half));
                d.h_by(half * 2.0);
                d.line_by((0.0, half * 2.0));
                d.h_by(half * -2.0);
                d.close();
            };
            Tag::new("path", out).d(square).class("tl-mark tl-unstated")
        }
    }
}

fn triangle<'o>(mark: &Mark, way: f64, out: &'o mut String) -> Tag<'o> {
    let (half, tip) = (mark.radius * 1.1, mark.radius * 1.1 * way);
    Tag::new("path", out).d(|d| {
        d.move_to((mark.x - half, mark.y - tip * 0.8));
        d.h_by(half * 2.0);
        d.line_to((mark.x, mark.y + tip));
        d.close();
    })
}
