//! The values under `public:` that have a form of their own: lists, the approval, why it was withdrawn.

use jiff::civil::Date;

use super::public_block::{Approval, Listed, SECTIONS};
use super::times;
use base::diagnostics::{Code, Diagnostic};
use base::text::one_line;
use base::yaml::{Fields, Node};
use clearance::Waiver;
use public::{Revised, revisable, revisable_names};

/// Rounding to five minutes still tells readers what happened, but not who was at work.
const USUAL_PRECISION: i64 = 5;

pub(super) fn sections(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<&'static str> {
    let Some(node) = fields.get("sections") else { return Vec::new() };
    let mut named = Vec::new();
    for item in node.items() {
        let Some(text) = item.text(problems) else { continue };
        let wanted = if text == "proximate-cause" { "contributing-factors" } else { text.as_str() };
        match SECTIONS.iter().find(|name| **name == wanted) {
            Some(name) if named.contains(name) => {
                problems.push(item.problem(Code::PublicSection, format!("the section `{text}` is named twice")));
            }
            Some(name) => named.push(*name),
            None => {
                let problem = item.problem(Code::PublicSection, format!("no section `{text}` can be published"));
                problems.push(problem.did_you_mean(&text, SECTIONS));
            }
        }
    }
    SECTIONS.into_iter().filter(|name| named.contains(name)).collect()
}

pub(super) fn assets(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Listed> {
    let Some(node) = fields.get("assets") else { return Vec::new() };
    let mut read = |item: &Node<'_>| {
        let fields = item.fields(&["src", "alt"], problems)?;
        let src = fields.required("src", problems);
        let alt = fields.required("alt", problems);
        Some(Listed { src: src?, alt: one_line(&alt?) })
    };
    node.items().iter().filter_map(&mut read).collect()
}

/// `5m`, `1h`, or a number of minutes.
pub(super) fn precision(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> i64 {
    let Some(node) = fields.get("time_precision") else { return USUAL_PRECISION };
    let Some(text) = node.text(problems) else { return USUAL_PRECISION };
    let (number, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    let minutes = match (number.parse::<i64>(), unit.trim()) {
        (Ok(n), "m" | "min" | "") => Some(n),
        (Ok(n), "h") => n.checked_mul(60),
        _ => None,
    };
    if let Some(minutes) = minutes.filter(|minutes| (1..=1440).contains(minutes)) {
        return minutes;
    }
    problems.push(node.wrong_form("minutes or hours, at most a day").hint("write `5m` or `1h`"));
    USUAL_PRECISION
}

pub(super) fn allow(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Waiver> {
    let Some(node) = fields.get("allow") else { return Vec::new() };
    let mut read = |item: &Node<'_>| {
        let fields = item.fields(&["rule", "value", "reason"], problems)?;
        let mut text = |key| fields.required(key, problems);
        let (rule, value, reason) = (text("rule"), text("value"), text("reason"));
        Some(Waiver { rule: rule?, value: value?, reason: reason? })
    };
    node.items().iter().filter_map(&mut read).collect()
}

/// Why it was withdrawn, which readers see: `true` is no reason.
pub(super) fn withdrawn(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Option<String> {
    let node = fields.get("withdrawn")?;
    let Some(is_withdrawn) = node.boolean(&mut Vec::new()) else { return node.text(problems) };
    problems.push(node.wrong_type("the reason, as a text").hint(if is_withdrawn {
        "write why, for the readers of the public page: `withdrawn: Its numbers were wrong.`"
    } else {
        "take it out: only what was withdrawn has it"
    }));
    None
}

pub(super) fn approval(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Option<Approval> {
    let node = fields.get("approval")?;
    let keys = ["by", "on", "digest"];
    let fields = node.fields(&keys, problems)?;
    let mut missing = Vec::new();
    if !keys.iter().all(|key| fields.required_value(key, &mut missing).is_some()) {
        let hint = "take `approval` out: `debrief approve` writes it, with the digest of what is approved";
        problems.extend(missing.into_iter().map(|problem| problem.hint(hint)));
        return None;
    }
    let by = fields.required("by", problems);
    let on = times::required_date(&fields, "on", problems);
    let digest = fields.required("digest", problems);
    Some(Approval { by: by?, on: on?, digest: digest? })
}

pub(super) fn changes(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<(Date, String)> {
    let Some(node) = fields.get("changes") else { return Vec::new() };
    let mut read = |item: &Node<'_>| {
        let fields = item.fields(&["on", "note"], problems)?;
        let on = times::required_date(&fields, "on", problems);
        let note = fields.required("note", problems);
        Some((on?, note?))
    };
    node.items().iter().filter_map(&mut read).collect()
}

/// Only names of fields that changed, so that no free text can be published here.
pub(super) fn revised(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Revised> {
    let Some(node) = fields.get("revised") else { return Vec::new() };
    let mut read = |item: &Node<'_>| {
        let fields = item.fields(&["on", "fields"], problems)?;
        let on = times::required_date(&fields, "on", problems);
        let mut named = Vec::new();
        for name in fields.get("fields").iter().flat_map(Node::items) {
            let Some(text) = name.text(problems) else { continue };
            if let Some(known) = revisable(&text) {
                named.push(known);
            } else {
                let problem = name.problem(Code::PublicField, format!("`{text}` is nothing that can change"));
                problems.push(problem.did_you_mean(&text, revisable_names().collect::<Vec<_>>()));
            }
        }
        Some(Revised { on: on?, fields: named })
    };
    let mut revised: Vec<Revised> = node.items().iter().filter_map(&mut read).collect();
    revised.sort_by_key(|revised| std::cmp::Reverse(revised.on));
    revised
}
