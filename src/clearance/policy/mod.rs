//! `redaction.yaml`: what may leave, and what must not.

mod person;
mod read;
mod record;
mod rules;

use std::collections::BTreeMap;

use base::diagnostics::Place;

pub use record::{PolicyRecord, loosened};

pub use site::source::POLICY_FILE;

/// The policy of a library.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    /// What the public site says of itself.
    pub site: Site,
    /// The whole vocabulary of replacements: key and phrase.
    pub roles: BTreeMap<String, String>,
    /// Who is never named.
    pub people: Vec<Person>,
    /// Names of machines; `*.corp.example` stands for all below a domain.
    pub hosts: Vec<String>,
    /// Customers.
    pub customers: Vec<String>,
    /// Names of projects.
    pub codenames: Vec<String>,
    /// Suppliers.
    pub vendors: Vec<String>,
    /// Our own internal domains.
    pub domains: Vec<String>,
    /// Hosts that a public link may name.
    pub public_domains: Vec<String>,
    /// Mailboxes that may be written.
    pub public_mailboxes: Vec<String>,
    /// `OPS` of `OPS-123`.
    pub ticket_prefixes: Vec<String>,
    /// Internal key of a service, and its public name.
    pub public_services: BTreeMap<String, String>,
    /// The public vocabulary of tags.
    pub public_tags: Vec<String>,
    /// Who may approve.
    pub approvers: Vec<String>,
    /// Whether a given name alone stops a publication; otherwise it is only shown.
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
    /// Whose it is, as readers know it.
    pub organisation: String,
    /// Where it will stand, with a final `/`; feeds and sitemap need it.
    pub base_url: Option<String>,
    /// Where the policy says so.
    pub base_url_at: Option<Place>,
    /// A public mailbox, or an address on a public domain.
    pub contact: Option<String>,
    /// BCP 47.
    pub language: String,
    /// The time zone of its readers, by its IANA name; times stand in it beside UTC.
    pub timezone: Option<String>,
}

/// A person, with what becomes of the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Full name.
    pub name: String,
    /// Names of accounts.
    pub handles: Vec<String>,
    /// The role that stands for the person.
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

impl Default for Site {
    fn default() -> Self {
        Self {
            title: "Postmortems".to_owned(),
            description: String::new(),
            organisation: String::new(),
            base_url: None,
            base_url_at: None,
            contact: None,
            language: "en".to_owned(),
            timezone: None,
        }
    }
}
