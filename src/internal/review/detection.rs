//! Who noticed an incident first: `detection:`, a word, a sentence or `{source, note}`.

use super::keys;
use base::diagnostics::Diagnostic;
use base::yaml::Fields;

/// Who noticed the incident first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detection {
    pub source: Option<DetectionSource>,
    /// Markdown.
    pub note: Option<String>,
}

/// Who noticed first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DetectionSource {
    Monitoring,
    Customer,
    Staff,
    Other,
}

impl DetectionSource {
    pub const ALL: [(&'static str, Self); 4] = [
        ("monitoring", Self::Monitoring),
        ("customer", Self::Customer),
        ("staff", Self::Staff),
        ("other", Self::Other),
    ];

    pub fn words(self) -> &'static str {
        match self {
            Self::Monitoring => "Monitoring told us",
            Self::Customer => "Customers told us",
            Self::Staff => "A colleague noticed",
            Self::Other => "Found by other means",
        }
    }
}

/// Reads `detection:`.
pub(super) fn read(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Option<Detection> {
    let node = fields.get("detection")?;
    if !node.is_mapping() {
        let text = node.text(problems)?;
        let source = DetectionSource::ALL.into_iter().find(|(key, _)| *key == text.to_lowercase()).map(|(_, s)| s);
        return Some(Detection { source, note: if source.is_some() { None } else { Some(text) } });
    }
    let fields = node.fields(&keys::DETECTION, problems)?;
    let source = fields.choice("source", &DetectionSource::ALL, problems);
    Some(Detection { source, note: fields.text("note", problems) })
}
