//! `redaction.yaml`: what may be published, and what must not.

mod person;
mod read;
mod record;
mod rules;

use std::collections::BTreeMap;

use base::diagnostics::Place;

pub use record::{PolicyRecord, changed_theme, loosened};

pub use site::source::POLICY_FILE;

/// The policy of a library.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    /// What the public site says of itself.
    pub site: Site,
    /// All replacements: key and phrase.
    pub roles: BTreeMap<String, String>,
    /// People who are never named.
    pub people: Vec<Person>,
    /// Names of machines; `*.corp.example` matches all names below a domain.
    pub hosts: Vec<String>,
    /// Customers.
    pub customers: Vec<String>,
    /// Names of projects.
    pub codenames: Vec<String>,
    /// Suppliers.
    pub vendors: Vec<String>,
    /// Internal domains, as written; [`Policy::domain_names`] has them without `*.` and `.`.
    pub domains: Vec<String>,
    /// Hosts that public links may have.
    pub public_domains: Vec<String>,
    /// Mail addresses that may be published.
    pub public_mailboxes: Vec<String>,
    /// `OPS` of `OPS-123`.
    pub ticket_prefixes: Vec<String>,
    /// The public name for the internal key of a service.
    pub public_services: BTreeMap<String, String>,
    /// The public vocabulary of tags.
    pub public_tags: Vec<String>,
    /// Who may approve.
    pub approvers: Vec<String>,
    /// Whether a given name alone blocks publication; otherwise it is only reported.
    pub first_names_block: bool,
    /// Own rules.
    pub rules: Vec<Rule>,
}

/// What the public site says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Its name, in the header of every page.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// The public name of the organisation.
    pub organisation: String,
    /// Its address, with a final `/`; feeds and sitemap need it.
    pub base_url: Option<String>,
    /// The places of these texts in the policy, by key.
    pub places: BTreeMap<String, Place>,
    /// A public mail address, or an address on a public domain.
    pub contact: Option<String>,
    /// BCP 47.
    pub language: String,
    /// The time zone of its readers, by its IANA name; times are shown in it as well as in UTC.
    pub timezone: Option<String>,
}

/// A person, with the replacement for the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Full name.
    pub name: String,
    /// Account names.
    pub handles: Vec<String>,
    /// The role that replaces the name.
    pub role: Option<String>,
}

/// A rule of the organisation's own.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Its name in findings and waivers.
    pub id: String,
    /// What it looks for.
    pub pattern: regex::Regex,
}

impl Policy {
    /// The internal domains. `*.corp.example` and `.corp.example` in the list say the same as `corp.example`.
    pub fn domain_names(&self) -> impl Iterator<Item = &str> {
        let names = self.domains.iter().map(|domain| domain.trim_start_matches(['*', '.']));
        names.filter(|name| !name.is_empty())
    }
}

impl Default for Site {
    fn default() -> Self {
        Self {
            title: "Postmortems".to_owned(),
            description: String::new(),
            organisation: String::new(),
            base_url: None,
            places: BTreeMap::new(),
            contact: None,
            language: "en".to_owned(),
            timezone: None,
        }
    }
}
