//! `fonts:` of `theme:`: the fonts of text, headings and code.
//!
//! In: `{text: brand/sans.woff2}`, or a list of several font files, `{file: ..., weight: 700, style: italic}` each.
//! Out: the fonts in the order of the settings. The files are not read here.

use super::named::Named;
use base::diagnostics::{Code, Diagnostic};
use base::yaml::Node;

/// What a font is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// Text.
    Text,
    /// Headings, lessons and summaries.
    Headings,
    /// Code.
    Code,
}

/// One file of a font.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Font {
    /// What it is used for.
    pub slot: Slot,
    /// Its file.
    pub file: Named,
    /// `700`, or `100 900` for a variable font; 400 if not given.
    pub weight: Option<String>,
    /// Whether it is the italic.
    pub italic: bool,
}

const SLOTS: [(&str, Slot); 3] = [("text", Slot::Text), ("headings", Slot::Headings), ("code", Slot::Code)];
const STYLES: [(&str, bool); 2] = [("normal", false), ("italic", true)];

pub(super) fn read(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Font> {
    let Some(fields) = node.fields(&SLOTS.map(|(name, _)| name), problems) else { return Vec::new() };
    let mut fonts = Vec::new();
    for (name, slot) in SLOTS {
        if let Some(node) = fields.get(name) {
            fonts.extend(node.items().iter().filter_map(|item| font(item, slot, problems)));
        }
    }
    fonts
}

fn font(node: &Node<'_>, slot: Slot, problems: &mut Vec<Diagnostic>) -> Option<Font> {
    if !node.is_mapping() {
        let file = Named::read(node, problems)?;
        return Some(Font { slot, file, weight: None, italic: false });
    }
    let fields = node.fields(&["file", "weight", "style"], problems)?;
    let weight = fields.get("weight").and_then(|node| weight(&node, problems));
    let italic = fields.choice("style", &STYLES, problems).unwrap_or(false);
    let Some(file) = fields.get("file") else {
        let problem = node.problem(Code::WrongType, format!("`{}` names no `file`", node.name()));
        problems.push(problem.hint("write `{file: brand/bold.woff2, weight: 700}`"));
        return None;
    };
    let file = Named::read(&file, problems)?;
    Some(Font { slot, file, weight, italic })
}

/// `700`, or `100 900` for a variable font. Source: CSS Fonts Level 4 (W3C), 2.2: from 1 to 1000.
fn weight(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<String> {
    let text = node.text(problems)?;
    let numbers: Option<Vec<u16>> = text.split(' ').map(|part| part.parse().ok()).collect();
    let fits = numbers.is_some_and(|n| matches!(n[..], [_] | [_, _]) && n.iter().all(|n| (1..=1000).contains(n)));
    if !fits {
        let problem = node.problem(Code::UnknownValue, format!("`{text}` is no weight of a font"));
        problems
            .push(problem.hint("write a number, `700`, or for a font that varies the least and the most, `100 900`"));
    }
    fits.then_some(text)
}
