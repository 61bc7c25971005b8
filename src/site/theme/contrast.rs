//! Checks the contrast of a look's colours.
//!
//! In: the palette of the shipped style sheet and the colours that replace some of it. Out: a warning for each colour of the
//! settings with too little contrast on light pages or on dark ones, with the nearest shade that has enough everywhere. The
//! measure is the contrast ratio of WCAG 2.2, 1.4.3 and 1.4.11.

use std::collections::BTreeMap;

use super::{Edition, embedded};
use crate::config::{Colour, Look, Looks, rgb};
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

/// Reports unknown colour names and colours with too little contrast to others.
pub(super) fn check(looks: &Looks, edition: Edition) -> Vec<Diagnostic> {
    let (own, names) = (look(looks, edition), palette(edition));
    let mut problems = Vec::new();
    for (at, colour) in own.colours.iter().enumerate() {
        if !names.contains_key(colour.name.as_str()) {
            let message = format!("the theme has no colour `{}`", colour.name);
            let unknown = Diagnostic::new(Code::UnknownValue, message).at(colour.place.clone());
            problems.push(unknown.did_you_mean(&colour.name, names.keys().copied()));
        } else if own.colours.iter().skip(at + 1).all(|later| later.name != colour.name) {
            // One shade serves all pages that have this colour, of both editions.
            let users = [Edition::Internal, Edition::Public].map(|edition| (look(looks, edition), edition));
            let users = users.into_iter().filter(|(look, _)| look.colours.contains(colour));
            let palettes: Vec<_> =
                users.map(|(look, edition)| (look, with_own(palette(edition), &look.colours))).collect();
            problems.extend(unclear(colour, &palettes));
        }
    }
    problems
}

fn look(looks: &Looks, edition: Edition) -> &Look {
    match edition {
        Edition::Internal => &looks.internal,
        Edition::Public => &looks.public,
    }
}

type Palette = BTreeMap<&'static str, (Shade, Shade)>;

fn with_own(mut palette: Palette, colours: &[Colour]) -> Palette {
    for colour in colours {
        if let Some((light, dark)) = palette.get_mut(colour.name.as_str()) {
            *light = colour.light.unwrap_or(*light);
            *dark = colour.dark.unwrap_or(*dark);
        }
    }
    palette
}

/// A warning for light pages and one for dark ones, if the colour has too little contrast there to any that it stands on or
/// that stands on it. Of two colours of the settings the text is reported.
fn unclear(colour: &Colour, palettes: &[(&Look, Palette)]) -> Vec<Diagnostic> {
    let name = colour.name.as_str();
    let mut wrong = Vec::new();
    let mut right = [colour.light, colour.dark];
    for (page, side) in [("light", 0), ("dark", 1)] {
        let of = |palette: &Palette, name: &str| palette.get(name).map(|(light, dark)| [*light, *dark][side]);
        let mut others = Vec::new();
        for (look, palette) in palettes {
            let is_own = |name: &&&str| look.colours.iter().any(|colour| colour.name == **name);
            let against: Vec<_> = if GROUNDS.contains(&name) {
                INKS.iter().filter(|ink| !is_own(ink)).copied().collect()
            } else if INKS.contains(&name) {
                GROUNDS.to_vec()
            } else {
                Vec::new()
            };
            let shade = of(palette, name);
            others.extend(against.into_iter().filter_map(|other| Some((other, of(palette, other)?, shade?))));
        }
        let worst = others.iter().map(|(other, with, shade)| (ratio(*with, *shade), *other, *shade));
        let Some((least, other, shade)) = worst.min_by(|(one, ..), (two, ..)| one.total_cmp(two)) else { continue };
        if least >= TEXT {
            continue;
        }
        let (ink, ground) = if GROUNDS.contains(&name) { (other, name) } else { (name, other) };
        // Rounded down, so that it is never shown as sufficient.
        let least = (least * 10.0).floor() / 10.0;
        let message =
            format!("`{ink}` on `{ground}` has a contrast of {least:.1} on {page} pages, and texts need {TEXT}");
        let shades: Vec<_> = others.iter().map(|(_, with, _)| *with).collect();
        let near = clearer(shade, &shades);
        right[side] = near.or(right[side]);
        wrong.push((Diagnostic::new(Code::LowContrast, message).at(colour.place.clone()), near.is_some()));
    }
    let [light, dark] = right;
    let sides = [("light", light), ("dark", dark)];
    let sides =
        sides.iter().filter_map(|(side, shade)| shade.map(|[r, g, b]| format!("{side}: \"#{r:02x}{g:02x}{b:02x}\"")));
    let hint = format!(
        "the nearest shade that all texts can be read with is `{name}: {{{}}}`",
        sides.collect::<Vec<_>>().join(", ")
    );
    let none = format!("no shade of `{name}` goes with all others; change those too, or leave it out");
    let hinted =
        |(problem, has_shade): (Diagnostic, bool)| problem.hint(if has_shade { &hint } else { &none }.as_str());
    wrong.into_iter().map(hinted).collect()
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

/// `shade` moved towards black or white as little as possible to have enough contrast to all `others`.
fn clearer(shade: Shade, others: &[Shade]) -> Option<Shade> {
    let towards = |end: u8| {
        (1..=100_u16).find_map(|step| {
            let mixed = shade.map(|part| {
                let part = (u16::from(part) * (100 - step) + u16::from(end) * step) / 100;
                u8::try_from(part).unwrap_or(end)
            });
            others.iter().all(|other| ratio(mixed, *other) >= TEXT).then_some((step, mixed))
        })
    };
    [towards(0), towards(255)].into_iter().flatten().min_by_key(|(step, _)| *step).map(|(_, shade)| shade)
}

#[cfg(test)]
mod tests {
    use super::{Edition, GROUNDS, INKS, TEXT, check, palette, ratio};
    use crate::config::{Colour, Look, Looks, rgb};
    use base::diagnostics::{Diagnostic, Place};

    fn own(name: &str, light: &str) -> Colour {
        Colour { name: name.to_owned(), light: rgb(light), dark: None, place: Place::file("debrief.yaml") }
    }

    /// What is said of colours that both editions have.
    fn said(colours: &[Colour]) -> Vec<Diagnostic> {
        let look = Look { colours: colours.to_vec(), ..Look::default() };
        let looks = Looks { internal: look.clone(), public: look, ..Looks::default() };
        let problems = check(&looks, Edition::Internal);
        assert_eq!(check(&looks, Edition::Public), problems, "both editions say the same, which is shown once");
        problems
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
    fn each_pale_colour_is_one_warning_whose_shade_is_accepted() {
        assert_eq!(said(&[own("accent", "#0a5a70")]), []);
        let pale = Colour { dark: rgb("#5a2348"), ..own("accent", "#e7a8d2") };
        let problems = said(&[pale, own("muted", "#bbbbbb")]);
        assert_eq!(problems.len(), 3, "accent on light pages, accent on dark ones, muted: {problems:?}");
        assert!(problems[0].message.starts_with("`accent` on `paper"), "{problems:?}");
        let hint = problems[0].hint.clone().unwrap();
        let shade = |side: &str| rgb(&hint.split_once(&format!("{side}: \"")).unwrap().1[..7]);
        let better = Colour { light: shade("light"), dark: shade("dark"), ..own("accent", "#000000") };
        assert_eq!(said(&[better]), [], "{hint}");
        assert!(problems[2].hint.clone().unwrap().contains("`muted: {light: \"#"), "{problems:?}");
        assert_eq!(said(&[own("acent", "#000000")])[0].message, "the theme has no colour `acent`");
    }

    #[test]
    fn a_dark_ground_is_one_warning() {
        let problems = said(&[own("paper", "#333333")]);
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].message.contains("on `paper`"), "{problems:?}");
    }
}
