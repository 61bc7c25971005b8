//! The card and the texts of one document, loaded only for the results that are shown.

use serde::{Deserialize, Serialize};

use super::catalogue::{Card, Document, Section};

/// The file of one document. Fields without a value are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Fragment {
    pub(crate) title: String,
    pub(crate) url: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) date: String,
    #[serde(rename = "dateWords", skip_serializing_if = "String::is_empty")]
    pub(crate) date_words: String,
    /// Key, label, role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) severity: Option<(String, String, String)>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) kind: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) services: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) happened: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(crate) lesson: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) helped: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) ask: Vec<String>,
    /// Anchor, heading, text.
    pub(crate) sections: Vec<(String, String, String)>,
}

impl From<Document> for Fragment {
    fn from(Document { title, url, sections, card, .. }: Document) -> Self {
        let Card { date, date_words, severity, kind, services, happened, lesson, helped, ask } = card;
        let sections = sections.into_iter().map(|Section { anchor, heading, text }| (anchor, heading, text)).collect();
        Self { title, url, date, date_words, severity, kind, services, happened, lesson, helped, ask, sections }
    }
}

impl Fragment {
    /// All its texts, in which phrases are looked for.
    pub(crate) fn text(&self) -> String {
        let sections = self.sections.iter().flat_map(|(_, heading, text)| [heading, text]);
        let texts: Vec<&str> = [&self.title, &self.lesson].into_iter().chain(sections).map(String::as_str).collect();
        texts.join("\n")
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::super::catalogue::{Card, Document, Section};
    use super::Fragment;

    #[test]
    fn a_document_comes_back_with_what_it_has() {
        let document = Document {
            title: "Pool <exhausted>".into(),
            url: "reviews/pool/index.html".into(),
            sections: vec![Section { anchor: "a".into(), heading: "A".into(), text: "isn't it".into() }],
            card: Card { severity: Some(("sev1".into(), "SEV 1".into(), "critical".into())), ..Card::default() },
            ..Document::default()
        };
        let fragment = Fragment::from(document);
        let bytes = fragment.bytes();
        assert_eq!(
            String::from_utf8(bytes.clone()).unwrap(),
            "{\"title\":\"Pool <exhausted>\",\"url\":\"reviews/pool/index.html\",\"severity\":[\"sev1\",\"SEV 1\",\"critical\"],\
             \"sections\":[[\"a\",\"A\",\"isn't it\"]]}"
        );
        assert_eq!(Fragment::read(&bytes), Some(fragment));
        assert_eq!(Fragment::read(b"{\"secret\":1}"), None);
    }
}
