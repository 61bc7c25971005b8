//! Learnings, surprises, open questions, factors: short texts, some with what they apply to.

use super::{Origin, keys};
use base::diagnostics::Diagnostic;
use base::yaml::{Fields, Node};

/// A short text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Markdown of one or a few lines.
    pub text: String,
    /// Services, teams, or free text.
    pub applies_to: Vec<String>,
    /// Where it was read; `None` for front matter.
    pub origin: Option<Origin>,
}

impl Point {
    /// A point that was read from the text.
    pub(super) fn read(text: String, origin: Origin) -> Self {
        Self { text, applies_to: Vec::new(), origin: Some(origin) }
    }
}

/// Points, and whether the body already shows them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Points {
    pub items: Vec<Point>,
    /// Whether they were read from a section of the body, which the page shows anyway.
    pub from_body: bool,
}

/// A contributing factor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Factor {
    /// Markdown of one or a few lines.
    pub text: String,
    /// Its name in the index of factors, as plain text; `None` if the text is too long for a name.
    pub name: Option<String>,
    pub category: Option<String>,
    /// Where it was read; `None` for front matter.
    pub origin: Option<Origin>,
}

/// A longer text is a description, not a name that reviews could share.
const LONGEST_NAME: usize = 90;

impl Factor {
    pub(super) fn new(text: String, category: Option<String>) -> Self {
        let name = factor_name(&text);
        Self { text, name, category, origin: None }
    }

    /// A factor that was read from the text.
    pub(super) fn read(text: String, origin: Origin) -> Self {
        Self { origin: Some(origin), ..Self::new(text, None) }
    }
}

/// The name of a factor: `Stale cache` for `**Stale cache**: the TTL was ...` and for `Stale cache: the TTL was ...`.
fn factor_name(text: &str) -> Option<String> {
    let lead = text.strip_prefix("**").and_then(|rest| rest.split_once("**")).map(|(lead, _)| lead);
    let plain = markdown::plain_text(lead.unwrap_or(text));
    let first_line = plain.lines().next().unwrap_or_default();
    let clause = [": ", " - ", " – ", " — "].iter().filter_map(|s| first_line.find(s)).min();
    let name = match clause {
        Some(end) if first_line.len() > LONGEST_NAME || lead.is_none() => &first_line[..end],
        _ => first_line,
    };
    let name = name.trim().trim_end_matches(['.', ':']);
    let fits = !name.is_empty() && name.chars().count() <= LONGEST_NAME && !base::text::slug(name).is_empty();
    fits.then(|| name.to_owned())
}

/// A list of texts or `{text, applies_to}`.
pub(super) fn read<'n>(fields: &Fields<'n>, key: &'n str, problems: &mut Vec<Diagnostic>) -> Points {
    let Some(node) = fields.get(key) else { return Points::default() };
    let items = node.items_with(&keys::POINT, problems);
    let items = items.iter().filter_map(|item| point(item, problems)).collect();
    Points { items, from_body: false }
}

fn point(item: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<Point> {
    if !item.is_mapping() {
        return item.text(problems).filter(|t| !t.is_empty()).map(|text| Point {
            text,
            applies_to: Vec::new(),
            origin: None,
        });
    }
    let fields = item.fields(&keys::POINT, problems)?;
    let applies_to = fields.names("applies_to", problems);
    fields.required("text", problems).map(|text| Point { text, applies_to, origin: None })
}

/// A list of texts or `{text, category}`.
pub(super) fn factors<'n>(fields: &Fields<'n>, key: &'n str, problems: &mut Vec<Diagnostic>) -> Vec<Factor> {
    let Some(node) = fields.get(key) else { return Vec::new() };
    let items = node.items_with(&keys::FACTOR, problems);
    let mut factor = |item: &Node<'_>| {
        if !item.is_mapping() {
            return item.text(problems).filter(|t| !t.is_empty()).map(|text| Factor::new(text, None));
        }
        let fields = item.fields(&keys::FACTOR, problems)?;
        let category = fields.text("category", problems);
        fields.required("text", problems).map(|text| Factor::new(text, category))
    };
    items.iter().filter_map(&mut factor).collect()
}

#[cfg(test)]
mod tests {
    use super::factor_name;

    #[test]
    fn a_factor_is_filed_under_its_name() {
        for (text, name) in [
            ("Stale cache", Some("Stale cache")),
            ("stale cache: the TTL outlived the failover", Some("stale cache")),
            ("**Stale cache.** The TTL outlived it.", Some("Stale cache")),
            ("`retry` storm", Some("retry storm")),
            ("...", None),
        ] {
            assert_eq!(factor_name(text).as_deref(), name, "{text}");
        }
        assert_eq!(factor_name(&"long account ".repeat(20)), None);
    }
}
