//! One facet: its values with their labels, and the documents of each.
//!
//! ```text
//! file  = length of the labels, labels as JSON [[key, label], …], value*
//! value = number of documents, difference from the document before …
//! ```

use super::bytes::{Reader, number, push_number};
use super::catalogue::{Catalogue, Facet, Label};

/// The documents of each value of a facet, in the order of its values.
pub(crate) type Members = Vec<Vec<u32>>;

/// The documents of each value of a facet.
pub(crate) fn members(catalogue: &Catalogue, facet: &Facet) -> Members {
    let places: std::collections::BTreeMap<&str, usize> =
        facet.values.iter().enumerate().map(|(place, value)| (value.key.as_str(), place)).collect();
    let mut members = vec![Vec::new(); facet.values.len()];
    for (n, document) in catalogue.documents().iter().enumerate() {
        for place in facet.keys_of(document).iter().filter_map(|key| places.get(key)) {
            if let Some(of) = members.get_mut(*place).filter(|of: &&mut Vec<u32>| of.last() != Some(&number(n))) {
                of.push(number(n));
            }
        }
    }
    members
}

/// The file of a facet.
pub(crate) fn bytes(values: &[Label], members: &Members) -> Vec<u8> {
    let labels: Vec<[&str; 2]> = values.iter().map(|value| [value.key.as_str(), value.label.as_str()]).collect();
    let labels = serde_json::to_vec(&labels).unwrap_or_default();
    let mut out = Vec::new();
    push_number(&mut out, number(labels.len()));
    out.extend(labels);
    for documents in members {
        push_number(&mut out, number(documents.len()));
        let mut last = 0;
        for document in documents {
            push_number(&mut out, document - last);
            last = *document;
        }
    }
    out
}

/// The labels and the documents of a file; `None` if it is invalid.
pub(crate) fn read(bytes: &[u8]) -> Option<(Vec<Label>, Members)> {
    let mut reader = Reader(bytes);
    let length = reader.number()? as usize;
    let labels: Vec<[String; 2]> = serde_json::from_slice(reader.take(length)?).ok()?;
    let mut members = Members::new();
    for _ in &labels {
        let mut documents = Vec::new();
        let mut last = 0_u32;
        for _ in 0..reader.number()? {
            last = last.checked_add(reader.number()?)?;
            documents.push(last);
        }
        members.push(documents);
    }
    let labels = labels.into_iter().map(|[key, label]| Label { key, label }).collect();
    reader.is_empty().then_some((labels, members))
}

#[cfg(test)]
mod tests {
    use super::super::catalogue::{Catalogue, Document, Facet, Label};
    use super::{bytes, members, read};

    #[test]
    fn a_facet_comes_back_with_its_documents() {
        let document = |url: &str, tags: &[&str]| Document {
            url: url.into(),
            values: tags.iter().map(|tag| ("tag", (*tag).to_owned())).collect(),
            ..Document::default()
        };
        let documents = vec![document("a", &["dns", "dns"]), document("b", &[]), document("c", &["dns", "cache"])];
        let catalogue = Catalogue::new(documents, vec![Facet::new("tag", "Tag", vec![Label::new("dns", "DNS")])]);
        let facet = &catalogue.facets()[0];
        let members = members(&catalogue, facet);
        assert_eq!(members, [vec![0, 2], vec![2]]);
        let file = bytes(&facet.values, &members);
        assert_eq!(read(&file), Some((facet.values.clone(), members)));
        assert_eq!(read(&file[..file.len() - 1]), None);
    }
}
