//! The people of a review and its links: for the internal edition only.

use super::keys;
use super::languages::names;
use super::languages::words::words;
use base::diagnostics::Diagnostic;
use base::links::is_mailbox;
use base::yaml::{Fields, Node};

/// Who took part, by role.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People {
    pub owner: Vec<String>,
    /// Who was asked to present it in the meeting.
    pub presenter: Vec<String>,
    pub facilitator: Vec<String>,
    pub incident_commander: Vec<String>,
    pub responders: Vec<String>,
    pub participants: Vec<String>,
}

impl People {
    /// The roles that have names, in the order of the page.
    pub fn rows(&self) -> impl Iterator<Item = (&'static str, &[String])> {
        [
            ("Owner", &self.owner),
            ("Presenter", &self.presenter),
            ("Facilitator", &self.facilitator),
            ("Incident commander", &self.incident_commander),
            ("Responders", &self.responders),
            ("Participants", &self.participants),
        ]
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(role, names)| (role, names.as_slice()))
    }
}

/// Whether a heading announces names of people: *Responders*, *Attendees*.
pub fn is_about_people(heading: &str) -> bool {
    let heading = words(heading);
    names::is("people", &heading) || names::is("label people", &heading)
}

/// A link to related material: chat log, ticket, status page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkOut {
    pub label: String,
    /// An http(s) or mail address.
    pub url: String,
}

/// Reads `people:`, a mapping from role to a name or names; `presenter:` may also be a key of its own.
pub(super) fn read(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> People {
    let presenter = fields.texts("presenter", problems);
    let mut people = roles(fields, problems).unwrap_or_default();
    if people.presenter.is_empty() {
        people.presenter = presenter;
    }
    people
}

fn roles(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Option<People> {
    let node = fields.get("people")?;
    let fields = node.fields(&keys::PEOPLE, problems)?;
    Some(People {
        owner: fields.texts("owner", problems),
        presenter: fields.texts("presenter", problems),
        facilitator: fields.texts("facilitator", problems),
        incident_commander: fields.texts("incident_commander", problems),
        responders: fields.texts("responders", problems),
        participants: fields.texts("participants", problems),
    })
}

/// Reads `links:`, a list of addresses or `{label, url}`.
pub(super) fn links(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<LinkOut> {
    let Some(node) = fields.get("links") else { return Vec::new() };
    let by_label = node.any_fields(&mut Vec::new()).filter(|fields| !keys::LINK.iter().any(|key| fields.has(key)));
    if let Some((label, _)) = by_label.and_then(|fields| fields.entries().next()) {
        problems.push(node.wrong_type("a list").hint(format!("write each as `- {{label: {label}, url: ...}}`")));
        return Vec::new();
    }
    node.items().iter().filter_map(|item| link(item, problems)).collect()
}

fn link(item: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Option<LinkOut> {
    let (label, url) = if item.is_mapping() {
        let fields = item.fields(&keys::LINK, problems)?;
        let url = fields.required_value("url", problems)?;
        (fields.text("label", problems), url)
    } else {
        (None, *item)
    };
    let address = url.text(problems)?;
    let safe = ["https://", "http://", "mailto:"].iter().any(|scheme| address.to_lowercase().starts_with(scheme));
    if !safe {
        let wrong = url.wrong_form("an address that begins with `https://`, `http://` or `mailto:`");
        problems.push(if is_mailbox(&address) {
            wrong.hint(format!("write `mailto:{address}`"))
        } else {
            wrong.hint("write the whole address: `https://example.com/page`")
        });
        return None;
    }
    Some(LinkOut { label: label.unwrap_or_else(|| address.clone()), url: address })
}
