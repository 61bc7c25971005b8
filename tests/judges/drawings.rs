//! Drawings as `roxmltree` reads them: each is XML of its own, what it names is on its page, and every place and size is a number.

use super::html::Page;

/// How many drawings a page has.
#[track_caller]
pub fn drawings(path: &str, page: &Page, html: &str) -> usize {
    let mut count = 0;
    for part in html.split("<svg").skip(1) {
        let drawing = format!("<svg{}</svg>", part.split_once("</svg>").expect("an end").0);
        let document =
            roxmltree::Document::parse(&drawing).unwrap_or_else(|error| panic!("{path}: {error} in {drawing}"));
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            if let Some(wrong) = not_drawn(&node) {
                panic!("{path}: {wrong} in {drawing}");
            }
            for attribute in node.attributes() {
                let value = attribute.value();
                let named = value.split("url(#").skip(1).filter_map(|part| part.split_once(')')).map(|(id, _)| id);
                let direct = value.strip_prefix('#').filter(|_| attribute.name() == "href");
                for id in named.chain(direct) {
                    assert!(page.ids.iter().any(|known| known == id), "{path}: a drawing names {id:?}");
                }
            }
        }
        count += 1;
    }
    count
}

/// What of an element no renderer could draw: a size that is none, a place that is no number.
fn not_drawn(node: &roxmltree::Node<'_, '_>) -> Option<String> {
    // A path's letters part its numbers, as blanks and commas do.
    let numbers = |value: &str| -> Option<Vec<f64>> {
        if value.contains("NaN") || value.contains("inf") {
            return None;
        }
        let parts = value.split(|c: char| c == ',' || c.is_whitespace() || (c.is_ascii_alphabetic() && c != 'e'));
        let parts = parts.flat_map(|part| part.replace('-', " -").split(' ').map(str::to_owned).collect::<Vec<_>>());
        let parts = parts.filter(|part| !part.is_empty()).map(|part| part.parse().ok().filter(|n: &f64| n.is_finite()));
        parts.collect()
    };
    if node.tag_name().name() == "svg" {
        let view = node.attribute("viewBox").and_then(numbers).unwrap_or_default();
        if !matches!(view[..], [_, _, width, height] if width > 0.0 && height > 0.0) {
            return Some(format!("the viewBox {view:?}"));
        }
    }
    let drawn = ["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "d", "points"];
    let wrong = |attribute: &roxmltree::Attribute<'_, '_>| {
        let (name, value) = (attribute.name(), attribute.value());
        let negative = matches!(name, "width" | "height" | "r") && value.starts_with('-');
        drawn.contains(&name) && (negative || numbers(value).is_none_or(|all| all.is_empty()))
    };
    node.attributes()
        .find(|a| wrong(a))
        .map(|a| format!("{}={:?} of a {}", a.name(), a.value(), node.tag_name().name()))
}

#[test]
fn a_drawing_without_numbers_is_found() {
    for (svg, drawn) in [
        ("<svg viewBox='0 0 10 10'><path d='M0 15.5H440l-3-.5z'/><circle cx='1e3' cy='8' r='2'/></svg>", true),
        ("<svg viewBox='0 0 10 0'/>", false),
        ("<svg viewBox='0 0 NaN 10'/>", false),
        ("<svg/>", false),
        ("<svg viewBox='0 0 1 1'><path d='M0 inf'/></svg>", false),
        ("<svg viewBox='0 0 1 1'><circle cx='NaN'/></svg>", false),
        ("<svg viewBox='0 0 1 1'><rect width='-3'/></svg>", false),
    ] {
        let document = roxmltree::Document::parse(svg).expect("XML");
        let found = document.descendants().filter(roxmltree::Node::is_element).find_map(|node| not_drawn(&node));
        assert_eq!(found.is_none(), drawn, "{svg}: {found:?}");
    }
}
