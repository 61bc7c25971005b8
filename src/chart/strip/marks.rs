//! A mark for each review: its shape shows the severity, a filled mark is an incident. Marks at the same place are drawn
//! once.

use std::collections::BTreeSet;

use super::{Axis, HEIGHT, Mark, Sheet, rank};
use crate::svg::{Tag, tenths};
use site::config::Role;

pub(super) fn draw(marks: &[Mark], axis: Axis, sheet: Sheet, out: &mut String) {
    for (x, role, filled) in apart(marks, axis, sheet) {
        mark(x, role, filled, out);
    }
}

/// The marks without those at the same place, the most severe last, so that they are drawn on top.
fn apart(marks: &[Mark], axis: Axis, sheet: Sheet) -> Vec<(f64, Option<Role>, bool)> {
    let mut seen = BTreeSet::new();
    let mut apart: Vec<_> = marks
        .iter()
        .map(|mark| (sheet.x(axis.at(mark.day)), mark.role, mark.filled))
        .filter(|(x, role, filled)| seen.insert((tenths(*x) / 10, rank(*role), *filled)))
        .collect();
    apart.sort_by(|a, b| rank(b.1).cmp(&rank(a.1)).then_with(|| a.0.total_cmp(&b.0)));
    apart
}

fn mark(x: f64, role: Option<Role>, filled: bool, out: &mut String) {
    let y = HEIGHT / 2.0;
    let class = class(role, filled);
    let corners: &[(f64, f64)] = match role {
        Some(Role::Low) => return Tag::new("circle", out).class(class).at("cx", x).at("cy", y).at("r", 3.6).empty(),
        None => return Tag::new("circle", out).class(class).at("cx", x).at("cy", y).at("r", 2.0).empty(),
        Some(Role::Critical) => &[(0.0, -5.0), (5.0, 0.0), (0.0, 5.0), (-5.0, 0.0)],
        Some(Role::Major) => &[(0.0, -4.6), (4.6, 3.8), (-4.6, 3.8)],
        Some(Role::Minor) => &[(-3.5, -3.5), (3.5, -3.5), (3.5, 3.5), (-3.5, 3.5)],
        Some(Role::Info) => &[(-4.5, -1.4), (4.5, -1.4), (4.5, 1.4), (-4.5, 1.4)],
    };
    Tag::new("path", out)
        .class(class)
        .d(|d| {
            for (n, (dx, dy)) in corners.iter().enumerate() {
                let to = (x + dx, y + dy);
                if n == 0 { d.move_to(to) } else { d.line_to(to) }
            }
            d.close();
        })
        .empty();
}

fn class(role: Option<Role>, filled: bool) -> &'static str {
    match (role, filled) {
        (Some(Role::Critical), true) => "strip-mark sev-critical",
        (Some(Role::Critical), false) => "strip-mark strip-hollow sev-critical",
        (Some(Role::Major), true) => "strip-mark sev-major",
        (Some(Role::Major), false) => "strip-mark strip-hollow sev-major",
        (Some(Role::Minor), true) => "strip-mark sev-minor",
        (Some(Role::Minor), false) => "strip-mark strip-hollow sev-minor",
        (Some(Role::Low), true) => "strip-mark sev-low",
        (Some(Role::Low), false) => "strip-mark strip-hollow sev-low",
        (Some(Role::Info), true) => "strip-mark sev-info",
        (Some(Role::Info), false) => "strip-mark strip-hollow sev-info",
        (None, true) => "strip-mark",
        (None, false) => "strip-mark strip-hollow",
    }
}
