//! The colours of pictures have a contrast of 3:1 to every background (WCAG 2.2, 1.4.11), on light pages and on dark ones.

use std::collections::BTreeMap;
use std::path::Path;

type Shade = [u8; 3];

/// The backgrounds of pictures: the page, and the bands of the phases.
const GROUNDS: [&str; 6] = ["paper", "paper-2", "band-1", "band-2", "band-3", "band-4"];

/// Colours that are backgrounds themselves, or lines without a meaning.
const QUIET: [&str; 7] = ["paper", "hairline", "band-1", "band-2", "band-3", "band-4", "band-5"];

fn asset(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/assets").join(name);
    std::fs::read_to_string(path).expect("a style sheet")
}

fn shade(hex: &str) -> Shade {
    let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour");
    [part(1), part(3), part(5)]
}

/// Each colour of the theme: for light pages, and for dark ones.
fn palette(sheet: &str) -> BTreeMap<String, (Shade, Shade)> {
    let of = |line: &str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(")?;
        let (light, dark) = value.strip_suffix(");")?.split_once(", ")?;
        Some((name.to_owned(), (shade(light), shade(dark))))
    };
    sheet.lines().filter_map(of).collect()
}

fn ratio(one: Shade, other: Shade) -> f64 {
    let luminance = |shade: Shade| {
        let [r, g, b] = shade.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The colours that a style sheet draws with in rules that contain one of `classes`.
fn drawn(sheet: &str, classes: &[&str]) -> Vec<String> {
    let screen = sheet.split("@media (forced-colors").next().expect("a beginning");
    let mut found = Vec::new();
    for rule in screen.split('}').filter(|rule| classes.iter().any(|class| rule.contains(class))) {
        for property in ["fill: ", "stroke: ", "color: "] {
            for value in rule.split(property).skip(1) {
                let name = value.strip_prefix("var(--").map(|rest| rest.split([',', ')']).next().unwrap_or_default());
                found.extend(name.filter(|name| !QUIET.contains(name)).map(str::to_owned));
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The backgrounds with too little contrast to a colour, in words.
fn unclear(colours: &BTreeMap<String, (Shade, Shade)>, ink: &str, grounds: &[&str]) -> Vec<String> {
    let mut told = Vec::new();
    let of = |name: &str| *colours.get(name).unwrap_or_else(|| panic!("the theme has no colour {name}"));
    for ground in grounds {
        let ((light, dark), (on_light, on_dark)) = (of(ink), of(ground));
        for (scheme, ratio) in [("light", ratio(light, on_light)), ("dark", ratio(dark, on_dark))] {
            if ratio < 3.0 {
                told.push(format!("{ink} on {ground}, {scheme}: {ratio:.2}"));
            }
        }
    }
    told
}

#[test]
fn bands_plot_and_strips_have_enough_contrast() {
    for sheets in [vec!["debrief.css"], vec!["debrief.css", "public.css"]] {
        let colours = palette(&sheets.into_iter().map(asset).collect::<String>());
        let plot = drawn(&asset("chart.css"), &[".tl"]);
        assert!(plot.len() > 10, "{plot:?}");
        // The cap of a phase is on its own band, and on the page beside the plot and in the bar.
        let caps = |ink: &String| {
            ink.strip_prefix("phase-").map(|n| {
                ["paper", "paper-2"].map(str::to_owned).into_iter().chain([format!("band-{n}")]).collect::<Vec<_>>()
            })
        };
        let mut told = Vec::new();
        for ink in &plot {
            let grounds = caps(ink).unwrap_or_else(|| GROUNDS.map(str::to_owned).to_vec());
            told.extend(unclear(&colours, ink, &grounds.iter().map(String::as_str).collect::<Vec<_>>()));
        }
        let strip = drawn(&asset("lists.css"), &[".strip"]);
        assert!(strip.len() > 5, "{strip:?}");
        told.extend(strip.iter().flat_map(|ink| unclear(&colours, ink, &["paper", "paper-2"])));
        assert!(told.is_empty(), "{told:#?}");
    }
}

#[test]
fn the_contrast_ratio_is_that_of_the_standard() {
    assert!((ratio([0; 3], [255; 3]) - 21.0).abs() < 0.001);
    assert!((ratio(shade("#767676"), [255; 3]) - 4.54).abs() < 0.01);
}
