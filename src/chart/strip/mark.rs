//! One mark of a strip. Its shape shows the severity; a filled mark is an incident.

use jiff::civil::Date;
use site::config::Role;

use super::sheet::HEIGHT;
use crate::svg::Tag;

/// One review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// When it was.
    pub day: Date,
    /// The role of its severity, if it has one.
    pub role: Option<Role>,
    /// Whether it is an incident; near misses and exercises are drawn hollow.
    pub filled: bool,
}

/// How a severity looks.
enum Shape {
    /// A disc with this radius.
    Disc(f64),
    /// A polygon with these corners, from its middle.
    Polygon(&'static [(f64, f64)]),
}

impl Mark {
    /// The rank of its severity, from 0, the worst; marks without one come last.
    pub(super) fn rank(self) -> usize {
        match self.role {
            Some(Role::Critical) => 0,
            Some(Role::Major) => 1,
            Some(Role::Minor) => 2,
            Some(Role::Low) => 3,
            Some(Role::Info) => 4,
            None => 5,
        }
    }

    fn shape(self) -> Shape {
        match self.role {
            Some(Role::Critical) => Shape::Polygon(&[(0.0, -5.0), (5.0, 0.0), (0.0, 5.0), (-5.0, 0.0)]),
            Some(Role::Major) => Shape::Polygon(&[(0.0, -4.6), (4.6, 3.8), (-4.6, 3.8)]),
            Some(Role::Minor) => Shape::Polygon(&[(-3.5, -3.5), (3.5, -3.5), (3.5, 3.5), (-3.5, 3.5)]),
            Some(Role::Low) => Shape::Disc(3.6),
            Some(Role::Info) => Shape::Polygon(&[(-4.5, -1.4), (4.5, -1.4), (4.5, 1.4), (-4.5, 1.4)]),
            None => Shape::Disc(2.0),
        }
    }

    fn class(self) -> String {
        let hollow = if self.filled { "" } else { " strip-hollow" };
        let severity = self.role.map(|role| format!(" sev-{}", role.as_str())).unwrap_or_default();
        format!("strip-mark{hollow}{severity}")
    }

    /// Draws the mark at a place.
    pub(super) fn draw(self, x: f64, out: &mut String) {
        let y = HEIGHT / 2.0;
        match self.shape() {
            Shape::Disc(radius) => {
                Tag::new("circle", out).with("class", &self.class()).at("cx", x).at("cy", y).at("r", radius).empty();
            }
            Shape::Polygon(corners) => Tag::new("path", out)
                .with("class", &self.class())
                .d(|d| {
                    for (n, (dx, dy)) in corners.iter().enumerate() {
                        let to = (x + dx, y + dy);
                        if n == 0 { d.move_to(to) } else { d.line_to(to) }
                    }
                    d.close();
                })
                .empty(),
        }
    }
}
