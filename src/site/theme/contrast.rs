//! Checks the contrast of a look's colours.
//!
//! In: the palette of the shipped style sheet and the colours that replace some of it. Out: a warning for each pair
//! with too little contrast, with the nearest shade that has enough. The measure is the contrast ratio of WCAG 2.2,
//! 1.4.3 and 1.4.11.

use std::collections::BTreeMap;

use super::{Edition, embedded};
use crate::config::{Colour, rgb};
use base::diagnostics::{Code, Diagnostic};

type Shade = [u8; 3];

/// Background colours of text.
const GROUNDS: [&str; 2] = ["paper", "paper-2"];
/// Text colours.
const INKS: [&str; 11] =
    ["ink", "muted", "accent", "good", "bad", "neutral", "critical", "major", "minor", "low", "info"];
/// The contrast ratio that text needs.
const TEXT: f64 = 4.5;

/// The shipped colours of an edition: name, on light pages, on dark ones. The public one has some of its own.
pub(super) fn palette(edition: Edition) -> BTreeMap<&'static str, (Shade, Shade)> {
    let sheets: &[&str] = match edition {
        Edition::Internal => &["assets/debrief.css"],
        Edition::Public => &["assets/debrief.css", "assets/public.css"],
    };
    let files: BTreeMap<_, _> = embedded::files().into_iter().collect();
    let texts = sheets.iter().filter_map(|path| std::str::from_utf8(files.get(path)?).ok());
    let line = |line: &'static str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(")?;
        let (light, dark) = value.strip_suffix(");")?.split_once(", ")?;
        Some((name, (rgb(light)?, rgb(dark)?)))
    };
    texts.flat_map(str::lines).filter_map(line).collect()
}

/// Reports unknown colour names and pairs with too little contrast.
pub(super) fn check(colours: &[Colour], edition: Edition) -> Vec<Diagnostic> {
    let mut palette = palette(edition);
    let mut problems = Vec::new();
    let names: Vec<_> = palette.keys().copied().collect();
    for colour in colours {
        let Some((light, dark)) = palette.get_mut(colour.name.as_str()) else {
            let message = format!("the theme has no colour `{}`", colour.name);
            let unknown = Diagnostic::new(Code::UnknownValue, message).at(colour.place.clone());
            problems.push(unknown.did_you_mean(&colour.name, names.iter().copied()));
            continue;
        };
        *light = colour.light.unwrap_or(*light);
        *dark = colour.dark.unwrap_or(*dark);
    }
    for ground in GROUNDS {
        for ink in INKS {
            let own = |colour: &&Colour| colour.name == ink || colour.name == ground;
            let (Some(colour), Some(on), Some(of)) =
                (colours.iter().rev().find(own), palette.get(ground), palette.get(ink))
            else {
                continue;
            };
            for (page, on, of) in [("light", on.0, of.0), ("dark", on.1, of.1)] {
                if ratio(on, of) >= TEXT {
                    continue;
                }
                let message = format!(
                    "`{ink}` on `{ground}` has a contrast of {:.1} on {page} pages, and texts need {TEXT}",
                    // Rounded down, so that it is never shown as sufficient.
                    (ratio(on, of) * 10.0).floor() / 10.0
                );
                let near = clearer(of, on)
                    .map(|[r, g, b]| format!("the nearest shade that does is `{ink}: #{r:02x}{g:02x}{b:02x}`"));
                let hint = near.unwrap_or_else(|| format!("no shade of `{ink}` can be read on it; change `{ground}`"));
                problems.push(Diagnostic::new(Code::LowContrast, message).at(colour.place.clone()).hint(hint));
            }
        }
    }
    problems
}

/// The contrast ratio, from 1 to 21.
fn ratio(one: Shade, other: Shade) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(shade: Shade) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [r, g, b] = shade.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// `shade` moved towards black or white as little as possible to have enough contrast on `ground`.
fn clearer(shade: Shade, ground: Shade) -> Option<Shade> {
    let towards = |end: u8| {
        (1..=100_u16).find_map(|step| {
            let mixed = shade.map(|part| {
                let part = (u16::from(part) * (100 - step) + u16::from(end) * step) / 100;
                u8::try_from(part).unwrap_or(end)
            });
            (ratio(mixed, ground) >= TEXT).then_some((step, mixed))
        })
    };
    [towards(0), towards(255)].into_iter().flatten().min_by_key(|(step, _)| *step).map(|(_, shade)| shade)
}

#[cfg(test)]
mod tests {
    use super::Edition;
    use super::{GROUNDS, INKS, TEXT, check, clearer, palette, ratio};
    use crate::config::{Colour, rgb};
    use base::diagnostics::Place;

    fn own(name: &str, light: &str) -> Colour {
        Colour { name: name.to_owned(), light: rgb(light), dark: None, place: Place::file("debrief.yaml") }
    }

    #[test]
    fn the_shipped_palette_can_be_read() {
        for edition in [Edition::Internal, Edition::Public] {
            let palette = palette(edition);
            for (ground, ink) in GROUNDS.iter().flat_map(|ground| INKS.iter().map(move |ink| (ground, ink))) {
                let (on, of) = (palette[ground], palette[ink]);
                assert!(ratio(on.0, of.0) >= TEXT && ratio(on.1, of.1) >= TEXT, "{edition:?}: {ink} on {ground}");
            }
        }
        assert_ne!(palette(Edition::Internal)["paper"], palette(Edition::Public)["paper"]);
        assert!((ratio([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn a_pale_colour_is_reported_with_the_shade_that_would_do() {
        assert_eq!(check(&[own("accent", "#0a5a70")], Edition::Internal), []);
        let problems = check(&[own("accent", "#66ccff")], Edition::Internal);
        assert_eq!(problems.len(), 2, "on paper and on paper-2, on light pages: {problems:?}");
        assert!(problems[0].message.starts_with("`accent` on `paper` has a contrast of 1."), "{problems:?}");
        let near = clearer(rgb("#66ccff").unwrap(), palette(Edition::Internal)["paper"].0).unwrap();
        assert!(ratio(near, palette(Edition::Internal)["paper"].0) >= TEXT);
        let problems = check(&[own("acent", "#000000")], Edition::Internal);
        assert_eq!(problems[0].message, "the theme has no colour `acent`");
    }

    #[test]
    fn a_dark_ground_is_reported_for_each_ink_of_the_theme() {
        assert!(check(&[own("paper", "#333333")], Edition::Public).len() >= 9);
    }
}
