//! Reading `redaction.yaml`.

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::{Person, Policy, Site, rules};
use crate::{Hidden, hidden, name_of_hidden};
use base::diagnostics::{Code, Diagnostic, Place, merge_alike};
use base::links::is_mailbox;
use base::yaml::{Document, Fields, Node};
use site::config::{read_language, read_zone};
use site::source::SourceFile;

/// All keys. Each has an example in `src/debrief/commands/init/library/redaction.yaml`, which a test compares with this
/// list.
const KEYS: [&str; 16] = [
    "site",
    "roles",
    "people",
    "hosts",
    "customers",
    "codenames",
    "vendors",
    "domains",
    "public_domains",
    "public_mailboxes",
    "ticket_prefixes",
    "public_services",
    "public_tags",
    "approvers",
    "first_names",
    "rules",
];

const SITE_KEYS: [&str; 7] = ["title", "description", "organisation", "base_url", "contact", "language", "timezone"];

impl Policy {
    /// Every known key.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        KEYS.into_iter()
    }

    /// Reads the file and reports every mistake. `None` if there is no file, or if it is not a policy at all.
    pub fn read(file: Option<&SourceFile>, problems: &mut Vec<Diagnostic>) -> Option<Self> {
        let file = file?;
        let start = if file.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let document = match Document::parse(&file.path, &file.text, start..file.text.len()) {
            Ok(document) => document,
            Err(problem) => {
                problems.push(*problem);
                return None;
            }
        };
        if document.is_empty() {
            return Some(Self::default());
        }
        let root = document.root();
        let mut file_problems = Vec::new();
        let fields = root.fields(&KEYS, &mut file_problems);
        let mut policy = Self::default();
        if let Some(fields) = &fields {
            policy.fill(fields, &mut file_problems);
            let place = fields.has("allow").then(|| fields.key_place("allow"));
            if let Some(problem) = file_problems.iter_mut().find(|problem| place.is_some() && problem.place == place) {
                let hint = "the policy lets nothing through; a review does, with `allow:` under its `public:`";
                problem.hint = Some(hint.to_owned());
            }
        }
        merge_alike(&mut file_problems);
        problems.extend(file_problems);
        fields?;
        hidden_characters(&file.path, &file.text, problems);
        Some(policy)
    }

    fn fill(&mut self, fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) {
        if let Some(node) = fields.get("site") {
            self.site = site(&node, problems);
        }
        self.roles = fields.get("roles").map(|node| words(&node, problems)).unwrap_or_default();
        if let Some(node) = fields.get("people") {
            self.people = node.items().iter().filter_map(|item| person(item, &self.roles, problems)).collect();
        }
        let is_machine = |text: &str| text.parse::<IpAddr>().is_ok() || !text.contains(['/', '@', ':']);
        self.hosts =
            list("hosts", fields, is_machine, "names of machines, without `https://`, a port or a path", problems);
        let mut names = |key| list(key, fields, |name| !name.contains('*'), "names in full, without `*`", problems);
        (self.customers, self.codenames, self.vendors) = (names("customers"), names("codenames"), names("vendors"));
        self.domains = hosts("domains", fields, problems);
        self.public_domains = hosts("public_domains", fields, problems);
        self.public_mailboxes = mailboxes(fields, problems);
        self.ticket_prefixes = prefixes(fields, problems);
        self.public_services = fields.get("public_services").map(|node| words(&node, problems)).unwrap_or_default();
        self.public_tags = fields.names("public_tags", problems);
        self.approvers = fields.names("approvers", problems);
        let ways = [("review", false), ("block", true)];
        self.first_names_block = fields.choice("first_names", &ways, problems).unwrap_or(false);
        if let Some(node) = fields.get("rules") {
            self.rules = rules::read(&node, problems);
        }
    }
}

/// Reports invisible characters, because texts of the policy are published unchanged: site texts, roles, names of
/// services and tags.
fn hidden_characters(path: &str, text: &str, problems: &mut Vec<Diagnostic>) {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    for Hidden { at, character } in hidden(text.get(start..).unwrap_or_default()).into_iter().take(20) {
        let place = Place::new(path, text, start + at..start + at + character.len_utf8());
        let message = format!("U+{:04X}, {}, stands in the policy", u32::from(character), name_of_hidden(character));
        let hint = "take it out; nobody sees it, and what stands beside it may match nothing";
        problems.push(Diagnostic::new(Code::HiddenCharacter, message).at(place).hint(hint));
    }
}

fn site(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> Site {
    let mut site = Site::default();
    let Some(fields) = node.fields(&SITE_KEYS, problems) else { return site };
    site.title = fields.text("title", problems).unwrap_or(site.title);
    site.description = fields.text("description", problems).unwrap_or_default();
    site.organisation = fields.text("organisation", problems).unwrap_or_default();
    site.language = fields.get("language").and_then(|node| read_language(&node, problems)).unwrap_or(site.language);
    site.places = fields.entries().map(|(key, node)| (key.to_owned(), node.place())).collect();
    site.base_url = fields
        .get("base_url")
        .and_then(|node| checked(&node, is_address, "an address that begins with `https://` or `http://`", problems))
        .map(|url| if url.ends_with('/') { url } else { format!("{url}/") });
    let reachable = |text: &str| is_mailbox(text) || is_address(text);
    site.contact = fields
        .get("contact")
        .and_then(|node| checked(&node, reachable, "a mailbox, or an address that begins with `https://`", problems));
    let zone = fields.get("timezone").and_then(|node| Some((node.text(problems)?, read_zone(&node, problems)?)));
    site.timezone = zone.map(|(name, _)| name.trim().to_owned());
    site
}

/// A mapping from key to text.
fn words(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> BTreeMap<String, String> {
    let Some(fields) = node.any_fields(problems) else { return BTreeMap::new() };
    let pairs = fields.entries().filter_map(|(key, _)| Some((key.to_owned(), fields.required(key, problems)?)));
    pairs.collect()
}

fn person(node: &Node<'_>, roles: &BTreeMap<String, String>, problems: &mut Vec<Diagnostic>) -> Option<Person> {
    if !node.is_mapping() {
        problems.push(node.wrong_type("keys of a person").hint("write `- {name: Jane Oduya}`"));
        return None;
    }
    if let Some((name, role)) = by_name(node) {
        let role = role.map(|role| format!(", role: {role}")).unwrap_or_default();
        problems.push(node.wrong_type("a list of people").hint(format!("write each as `- {{name: {name}{role}}}`")));
        return None;
    }
    let fields = node.fields(&["name", "handles", "role"], problems)?;
    let Some(name) = fields.text("name", problems) else {
        problems.extend(fields.missing("name").map(|said| said.hint("add the full name, such as `name: Jane Oduya`")));
        return None;
    };
    let handles = fields.texts("handles", problems);
    let role = fields.text("role", problems);
    if let Some(unknown) = role.as_ref().filter(|role| !roles.contains_key(*role))
        && let Some(node) = fields.get("role")
    {
        let problem = node.problem(Code::UnknownValue, format!("`roles` holds no `{unknown}`"));
        let problem = problem.hint(format!("say what stands for it: `roles: {{{unknown}: a {unknown}}}`"));
        problems.push(problem.did_you_mean(unknown, roles.keys().map(String::as_str)));
    }
    Some(Person { name, handles, role })
}

/// The first name and its value, if names stand as keys: `people: {Jane Oduya: first-responder}`.
fn by_name(node: &Node<'_>) -> Option<(String, Option<String>)> {
    let fields = node.any_fields(&mut Vec::new())?;
    let (name, value) = fields.entries().next().filter(|(name, _)| name.contains(' '))?;
    Some((name.to_owned(), value.as_text()))
}

/// Names of hosts, in lower case.
fn hosts<'n>(key: &'n str, fields: &Fields<'n>, problems: &mut Vec<Diagnostic>) -> Vec<String> {
    // `*` alone would protect nothing.
    let is_host = |text: &str| !text.contains(['/', '@', ':', ' ']) && text.contains(char::is_alphanumeric);
    let takes = "names of hosts, such as `example.com`, without `https://` and without a path";
    list(key, fields, is_host, takes, problems).into_iter().map(|host| host.to_lowercase()).collect()
}

fn mailboxes(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<String> {
    list("public_mailboxes", fields, is_mailbox, "mail addresses, such as `support@example.com`", problems)
}

fn prefixes(fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<String> {
    let is_prefix = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(|c| c.is_ascii_alphanumeric())
    };
    list("ticket_prefixes", fields, is_prefix, "letters and digits, such as the `OPS` of `OPS-123`", problems)
}

fn list<'n>(
    key: &'n str,
    fields: &Fields<'n>,
    good: impl Fn(&str) -> bool,
    takes: &str,
    problems: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let Some(node) = fields.get(key) else { return Vec::new() };
    if let Some(names) = node.comma_list(problems) {
        let (fit, others): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| good(name));
        if !others.is_empty() {
            problems.push(node.wrong_type(takes).hint(format!("this is none: `{}`", others.join("`, `"))));
        }
        return fit;
    }
    if node.refuses_mapping(problems) {
        return Vec::new();
    }
    node.items().iter().filter_map(|item| checked(item, &good, takes, problems)).collect()
}

fn checked(
    node: &Node<'_>,
    good: impl Fn(&str) -> bool,
    takes: &str,
    problems: &mut Vec<Diagnostic>,
) -> Option<String> {
    let text = node.text(problems)?;
    if good(&text) {
        return Some(text);
    }
    // The message shows an example of a valid value. To take the line out would protect nothing.
    problems.push(node.wrong_form(takes).hint("write it in that form"));
    None
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, Policy, SourceFile};

    fn read(text: &str) -> (Option<Policy>, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let file = SourceFile { path: "redaction.yaml".to_owned(), text: text.to_owned() };
        let policy = Policy::read(Some(&file), &mut problems);
        (policy, problems)
    }

    #[test]
    fn everything_is_read() {
        let (policy, problems) = read(
            "site: {title: What went wrong, base_url: 'https://status.example.com/pm'}\n\
             roles: {dba: a database engineer}\npeople:\n  - {name: Jane Oduya, handles: [joduya], role: dba}\n\
             hosts: [db-prod-07]\ndomains: [Corp.Example]\npublic_services: {checkout: Checkout}\n\
             rules:\n  - {id: agent, pattern: 'agent-[0-9]{4}', examples: [agent-1234], counter_examples: [agent-12]}\n",
        );
        assert!(problems.is_empty(), "{problems:?}");
        let policy = policy.unwrap();
        assert_eq!(policy.site.base_url.as_deref(), Some("https://status.example.com/pm/"));
        assert_eq!((policy.site.title.as_str(), policy.site.language.as_str()), ("What went wrong", "en"));
        assert_eq!(policy.people[0].handles, ["joduya"]);
        assert_eq!(policy.domains, ["corp.example"]);
        assert_eq!(policy.public_services["checkout"], "Checkout");
        assert_eq!(policy.rules[0].id, "agent");
    }

    #[test]
    fn no_file_is_no_policy_and_an_empty_one_is_empty() {
        assert!(Policy::read(None, &mut Vec::new()).is_none());
        assert!(read("# nothing yet\n").0.is_some());
        assert!(read("a: [").0.is_none());
    }

    #[test]
    fn every_mistake_is_told() {
        let (_, problems) = read(
            "vendor: [x]\npeople:\n  - {name: A B, role: dbo}\n  - {handles: [x]}\nroles: {dba: an engineer}\n\
             public_domains: ['https://example.com']\npublic_mailboxes: [support]\nticket_prefixes: ['OPS-']\n\
             site: {contact: us, titel: x}\n",
        );
        let messages: Vec<_> = problems.iter().map(|p| p.message.as_str()).collect();
        assert_eq!(problems.len(), 8, "{messages:#?}");
        assert!(messages.contains(&"`roles` holds no `dbo`"));
        assert!(problems.iter().any(|p| p.hint.as_deref() == Some("did you mean `vendors`?")));
    }
}
