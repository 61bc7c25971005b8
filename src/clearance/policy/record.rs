//! What a policy protects and permits, as sorted lines, so that a later build can report where it was loosened; and the files of
//! the theme, whose words readers see as well.

use std::collections::{BTreeMap, BTreeSet};

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::Policy;

/// The policy at the time of a publication or of an approval. The default is what releases that recorded no policy at an approval
/// wrote there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyRecord {
    /// One line for each thing that must not be published.
    pub protected: BTreeSet<String>,
    /// One line for each thing that may be published.
    pub permitted: BTreeSet<String>,
    /// One line for each waiver.
    pub waivers: BTreeSet<String>,
    /// The files of the user's theme with their SHA-256; `None` in records of releases that did not keep them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<BTreeMap<String, String>>,
    /// Whether anything was published.
    #[serde(default = "yes")]
    pub published: bool,
}

/// Releases that did not keep it wrote the record when they published.
fn yes() -> bool {
    true
}

impl PolicyRecord {
    /// The record of a policy, of the waivers in force, each as a line, and of the files of the theme.
    #[must_use]
    pub fn of<'a>(
        policy: &Policy,
        waivers: impl IntoIterator<Item = String>,
        theme: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    ) -> Self {
        let file = |(name, bytes): (&str, &[u8])| (name.to_owned(), HEXLOWER.encode(&Sha256::digest(bytes)));
        Self {
            protected: policy.entries(),
            permitted: policy.permissions(),
            waivers: waivers.into_iter().collect(),
            theme: Some(theme.into_iter().map(file).collect()),
            published: true,
        }
    }
}

/// What `now` permits and `before` did not, as lines for a report: removed protection and added permissions.
#[must_use]
pub fn loosened(before: &PolicyRecord, now: &PolicyRecord) -> Vec<String> {
    let gone = before.protected.difference(&now.protected).map(|line| format!("no longer protected - {line}"));
    let come = now.permitted.difference(&before.permitted).map(|line| format!("newly permitted - {line}"));
    let waived = now.waivers.difference(&before.waivers).map(|line| format!("newly waived - {line}"));
    gone.chain(come).chain(waived).collect()
}

/// The names of the files of the theme that are not as they were.
#[must_use]
pub fn changed_theme(before: &PolicyRecord, now: &PolicyRecord) -> Vec<String> {
    let (Some(before), Some(now)) = (&before.theme, &now.theme) else { return Vec::new() };
    let names: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
    let differ = names.into_iter().filter(|name| before.get(*name) != now.get(*name));
    differ.cloned().collect()
}

impl Policy {
    /// One line for each thing that is protected.
    #[must_use]
    pub fn entries(&self) -> BTreeSet<String> {
        let mut lines = BTreeSet::new();
        for person in &self.people {
            lines.insert(format!("people: {}", person.name));
            lines.extend(person.handles.iter().map(|handle| format!("handle: {handle}")));
        }
        let lists = [
            ("host", &self.hosts),
            ("customer", &self.customers),
            ("codename", &self.codenames),
            ("vendor", &self.vendors),
            ("domain", &self.domains),
            ("ticket_prefix", &self.ticket_prefixes),
        ];
        for (name, list) in lists {
            lines.extend(list.iter().map(|value| format!("{name}: {value}")));
        }
        lines.extend(self.first_names_block.then(|| "first_names: block".to_owned()));
        lines.extend(self.rules.iter().map(|rule| format!("rule: {} = {}", rule.id, rule.pattern)));
        lines
    }

    /// One line for each thing that is permitted.
    #[must_use]
    pub fn permissions(&self) -> BTreeSet<String> {
        let mut lines = BTreeSet::new();
        let lists = [
            ("public_domains", &self.public_domains),
            ("public_mailboxes", &self.public_mailboxes),
            ("public_tags", &self.public_tags),
            ("approvers", &self.approvers),
        ];
        for (name, list) in lists {
            lines.extend(list.iter().map(|value| format!("{name}: {value}")));
        }
        lines.extend(self.public_services.iter().map(|(key, name)| format!("public_services: {key} -> {name}")));
        lines.extend(self.roles.iter().map(|(key, phrase)| format!("roles: {key} -> {phrase}")));
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Person, Policy};
    use super::{PolicyRecord, changed_theme, loosened};

    #[test]
    fn less_protection_and_more_permission_is_told_and_nothing_else() {
        let person = |name: &str| Person { name: name.to_owned(), handles: vec!["x".to_owned()], role: None };
        let before = Policy {
            people: vec![person("Jane Oduya")],
            hosts: vec!["db-1".to_owned()],
            public_tags: vec!["database".to_owned()],
            ..Policy::default()
        };
        let mut now = before.clone();
        now.hosts = vec!["db-2".to_owned()];
        now.public_tags.clear();
        now.public_domains.push("example.com".to_owned());
        let before = PolicyRecord::of(&before, [], [("own.css", &b"a"[..])]);
        let now = PolicyRecord::of(&now, ["ipv4 1.1.1.1".to_owned()], [("own.css", &b"b"[..])]);
        assert_eq!(
            loosened(&before, &now),
            [
                "no longer protected - host: db-1",
                "newly permitted - public_domains: example.com",
                "newly waived - ipv4 1.1.1.1",
            ]
        );
        assert_eq!(changed_theme(&before, &now), ["own.css"]);
        assert_eq!(loosened(&PolicyRecord { published: false, ..before.clone() }, &now), loosened(&before, &now));
        assert!(changed_theme(&PolicyRecord { theme: None, ..now.clone() }, &now).is_empty(), "of an earlier release");
        assert!(loosened(&now, &now).is_empty());
        let json = serde_json::to_string(&now).unwrap();
        assert_eq!(serde_json::from_str::<PolicyRecord>(&json).unwrap(), now);
        let of_old = "{\"protected\": [], \"permitted\": [], \"waivers\": []}";
        assert!(serde_json::from_str::<PolicyRecord>(of_old).unwrap().published);
        let begun = serde_json::to_string(&PolicyRecord::default()).unwrap();
        assert!(!serde_json::from_str::<PolicyRecord>(&begun).unwrap().published);
    }
}
