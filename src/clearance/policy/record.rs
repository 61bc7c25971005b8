//! What a policy protects and permits, as sorted lines, so that a later build can report where it was loosened.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Policy;

/// The policy at the time of a publication.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyRecord {
    /// One line for each thing that must not be published.
    pub protected: BTreeSet<String>,
    /// One line for each thing that may be published.
    pub permitted: BTreeSet<String>,
    /// One line for each waiver.
    pub waivers: BTreeSet<String>,
}

impl PolicyRecord {
    /// The record of a policy and of the waivers in force, each as a line.
    #[must_use]
    pub fn of(policy: &Policy, waivers: impl IntoIterator<Item = String>) -> Self {
        Self { protected: policy.entries(), permitted: policy.permissions(), waivers: waivers.into_iter().collect() }
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
    use super::{PolicyRecord, loosened};

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
        let before = PolicyRecord::of(&before, []);
        let now = PolicyRecord::of(&now, ["ipv4 1.1.1.1".to_owned()]);
        assert_eq!(
            loosened(&before, &now),
            [
                "no longer protected - host: db-1",
                "newly permitted - public_domains: example.com",
                "newly waived - ipv4 1.1.1.1"
            ]
        );
        assert!(loosened(&now, &now).is_empty());
        let json = serde_json::to_string(&now).unwrap();
        assert_eq!(serde_json::from_str::<PolicyRecord>(&json).unwrap(), now);
    }
}
