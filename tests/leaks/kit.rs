//! A library with a policy and reviews that ask to be published, and the real program run on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use super::dice::{Dice, Name};
use super::views::Seen;
use crate::harness::{Run, SiteTest, TODAY, tree};

/// The day of all approvals.
pub const APPROVED: &str = "2026-03-06";
pub const APPROVER: &str = "Comms lead";

/// A library in `library/`, published into `site/public` with a report in `site/report`.
pub struct PublicTest {
    pub site: SiteTest,
    pub dice: Dice,
    pub person: Name,
    pub handle: String,
    pub other: Name,
    pub host: String,
    pub customer: String,
    pub codename: String,
    pub domain: String,
}

impl PublicTest {
    /// A policy that protects random values, and no review.
    pub fn new() -> Self {
        let mut dice = Dice::new();
        let test = Self {
            person: dice.name(),
            handle: dice.word(),
            other: dice.name(),
            host: format!("db-{}-07", dice.word()),
            customer: dice.name().surname,
            codename: dice.word().to_uppercase(),
            domain: format!("corp.{}.net", dice.word()),
            site: SiteTest::new(),
            dice,
        };
        test.put(
            "debrief.yaml",
            "title: Inside\nservices: {checkout: Takes money}\ntags: {database: Where rows live, failover: Changing horses}\n",
        );
        test.put("redaction.yaml", &test.policy());
        test
    }

    fn policy(&self) -> String {
        format!(
            "site: {{title: What went wrong, description: Accounts of our incidents., organisation: Ninefold, base_url: 'https://status.example.com/', contact: support@example.com}}\n\
             roles: {{first-responder: a first responder, database-server: a database server, customer: a customer}}\n\
             people:\n  - {{name: {}, handles: [{}], role: first-responder}}\n  - {{name: {}, role: first-responder}}\n\
             hosts: [{}]\ncustomers: [{}]\ncodenames: [{}]\ndomains: [{}]\n\
             public_domains: [example.com, status.example.com]\npublic_mailboxes: [support@example.com]\nticket_prefixes: [OPS]\n\
             public_services: {{checkout: Checkout}}\npublic_tags: [database, failover]\napprovers: [{APPROVER}, Second reader]\n",
            self.person.full(),
            self.handle,
            self.other.full(),
            self.host,
            self.customer,
            self.codename,
            self.domain
        )
    }

    /// The same policy for other people, hosts, customers, projects and domains, so that the test's own are not protected.
    pub fn disarm(&mut self) {
        let mut other = Self::new();
        other.dice = Dice::new();
        self.put("redaction.yaml", &other.policy());
    }

    /// A review that can be published as it is.
    pub fn review(&mut self, slug: &str) -> Review {
        Review {
            file: format!("2026-03-02-{}-{}.md", self.dice.word(), self.dice.word()),
            // A title of four or more words cannot be a coincidence, so that the gate checks for it.
            title: self.dice.words(5),
            owner: self.dice.name().full(),
            front: String::new(),
            slug: slug.to_owned(),
            heading: "Elevated checkout latency".to_owned(),
            sections: "summary, resolution".to_owned(),
            public: String::new(),
            summary: "Payments took longer than they should.".to_owned(),
            resolution: "The pool was made larger.".to_owned(),
            inside: format!("Nobody outside should read of {}.", self.dice.words(12)),
        }
    }

    pub fn put(&self, path: &str, text: &str) {
        self.site.put(path, text.as_bytes());
    }

    pub fn write(&self, review: &Review) {
        self.put(&review.file, &review.text());
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.site.library().join(path)).expect("a file of the library")
    }

    #[track_caller]
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} lacks {from:?}:\n{text}");
        self.put(path, &text.replace(from, to));
    }

    pub fn approve(&self, review: &Review) -> Run {
        self.approve_by(review, APPROVER)
    }

    pub fn approve_by(&self, review: &Review, by: &str) -> Run {
        self.site.run(&["approve", &review.file, "--by", by, "--yes", "--as-of", APPROVED, "--library", "library"])
    }

    /// Writes and approves a review.
    #[track_caller]
    pub fn approved(&self, review: &Review) {
        self.write(review);
        self.approve(review).ok();
    }

    pub fn publish(&self) -> Run {
        self.publish_with(&[])
    }

    pub fn publish_with(&self, more: &[&str]) -> Run {
        self.site.run(&[&["build", "library", "--edition", "public", "--as-of", TODAY], more].concat())
    }

    pub fn folder(&self) -> PathBuf {
        self.site.root().join("site/public")
    }

    /// The published site; empty if there is none.
    pub fn tree(&self) -> BTreeMap<String, Vec<u8>> {
        if self.folder().exists() { tree(&self.folder()) } else { BTreeMap::new() }
    }

    pub fn page(&self, slug: &str) -> String {
        let path = format!("postmortems/{slug}/index.html");
        let bytes = self.tree().remove(&path).unwrap_or_else(|| panic!("there is no {path}"));
        String::from_utf8(bytes).expect("UTF-8")
    }

    pub fn report(&self) -> serde_json::Value {
        let text = fs::read_to_string(self.site.root().join("site/report/report.json")).expect("a report");
        serde_json::from_str(&text).expect("JSON")
    }

    /// Asserts that none of the tokens is in the published site, in any form.
    #[track_caller]
    pub fn nowhere(&self, tokens: &[&str]) {
        let tree = self.tree();
        assert!(!tree.is_empty(), "nothing was published");
        for (path, bytes) in &tree {
            let seen = Seen::of(path, bytes);
            for token in tokens {
                assert!(!seen.holds(token), "{path} holds {token:?}");
            }
        }
    }

    /// Asserts that the internal site of the same library has each of the tokens, so that the public one could have leaked
    /// them.
    #[track_caller]
    pub fn inside(&self, tokens: &[&str]) {
        self.site.build_with(&["--edition", "internal"]).ok();
        let seen: Vec<_> = self.site.tree().iter().map(|(path, bytes)| Seen::of(path, bytes)).collect();
        for token in tokens {
            assert!(seen.iter().any(|seen| seen.holds(token)), "{token:?} is not even inside");
        }
    }

    /// Asserts that publishing ends with this code and does not change the published site.
    #[track_caller]
    pub fn refused(&self, code: i32) -> Run {
        let before = self.tree();
        let run = self.publish().code(code);
        assert!(self.tree() == before, "the site changed");
        run
    }
}

/// A review that asks to be published.
#[derive(Clone)]
pub struct Review {
    pub file: String,
    pub title: String,
    pub owner: String,
    /// Further lines of front matter.
    pub front: String,
    pub slug: String,
    pub heading: String,
    pub sections: String,
    /// Further lines under `public:`.
    pub public: String,
    pub summary: String,
    pub resolution: String,
    pub inside: String,
}

impl Review {
    pub fn summary(self, summary: &str) -> Self {
        Self { summary: summary.to_owned(), ..self }
    }

    pub fn inside(self, more: &str) -> Self {
        Self { inside: format!("{}\n\n{more}", self.inside), ..self }
    }

    /// Adds a line of front matter.
    pub fn front(self, line: &str) -> Self {
        Self { front: format!("{}{line}\n", self.front), ..self }
    }

    /// Adds a line under `public:`.
    pub fn public(self, line: &str) -> Self {
        Self { public: format!("{}  {line}\n", self.public), ..self }
    }

    pub fn sections(self, sections: &str) -> Self {
        Self { sections: sections.to_owned(), ..self }
    }

    pub fn text(&self) -> String {
        let Self { title, owner, front, slug, sections, public, summary, resolution, inside, .. } = self;
        let heading = quoted(&self.heading);
        format!(
            "---\ntitle: {title}\nseverity: sev2\nservices: [checkout]\ntags: [database]\n\
             times: {{started: 2026-03-02T09:14:00Z, resolved: 2026-03-02T10:02:00Z}}\npeople: {{owner: {owner}}}\n{front}\
             public:\n  publish: true\n  slug: {slug}\n  title: {heading}\n  date: 2026-03-05\n  severity: sev2\n\
             \x20 services: [Checkout]\n  tags: [database]\n  sections: [{sections}]\n{public}---\n\n\
             ## Summary\n\n{summary}\n\n## Resolution\n\n{resolution}\n\n## What surprised us\n\n{inside}\n"
        )
    }

    /// The same without `public:`.
    pub fn unpublished(&self) -> String {
        let text = self.text();
        let (start, rest) = text.split_once("public:\n").expect("public");
        let (_, body) = rest.split_once("---\n").expect("a body");
        format!("{start}---\n{body}")
    }
}

/// A text as a YAML and JSON string.
pub fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("JSON")
}

#[test]
fn a_clean_library_is_published() {
    let mut test = PublicTest::new();
    let review = test.review("checkout-latency");
    test.approved(&review);
    test.publish().ok().says("Published 1 postmortem");
    let page = test.page("checkout-latency");
    for words in ["Elevated checkout latency", "Payments took longer", "The pool was made larger", "Checkout"] {
        assert!(page.contains(words), "{words}:\n{page}");
    }
    test.nowhere(&[&review.title, &review.owner, review.file.trim_end_matches(".md"), &test.host, &test.handle]);
}
