//! A library in which every field that stays inside contains a unique word.

use std::collections::BTreeMap;

use image::ImageFormat;

use super::kit::{APPROVER, PublicTest, Review};
use super::pictures::picture;
use super::views::Seen;

/// Words that must not be published, by field.
#[derive(Default)]
pub struct Marked {
    pub words: BTreeMap<String, String>,
}

impl Marked {
    fn word(&mut self, test: &mut PublicTest, field: &str) -> String {
        let word = test.dice.word();
        self.words.insert(field.to_owned(), word.clone());
        word
    }

    fn pair(&mut self, test: &mut PublicTest, field: &str) -> String {
        let pair = test.dice.name().full();
        self.words.insert(field.to_owned(), pair.clone());
        pair
    }
}

/// A review that publishes a summary, a timeline, measures and a picture, and has a marked word in everything else.
pub fn full(test: &mut PublicTest, slug: &str) -> (Review, Marked) {
    let mut marked = Marked::default();
    let mut review = test.review(slug);
    marked.words.insert("title".to_owned(), review.title.clone());
    marked.words.insert("file".to_owned(), review.file.replace(".md", ""));
    let owner = marked.pair(test, "people.owner");
    review.owner.clone_from(&owner);
    // `#field#` is a word, `@field@` a name.
    let front = "\
summary: They said #summary# then.
status: closed
environment: '#environment#'
systems: ['#systems#']
teams: ['#teams#']
detection: {source: monitoring, note: 'Seen by #detection.note#'}
impact: {customers: 'Some #impact.customers#', summary: 'It hurt #impact.summary#', sla: '#impact.sla#', support_cases: '#impact.support_cases#'}
timeline:
  - {at: '2026-03-02T09:20:00Z', phase: detection, kind: human, what: 'An alert: #timeline.what#', who: '@timeline.who@', evidence: 'A graph of #timeline.evidence#'}
  - {at: '2026-03-02T09:31:00Z', what: 'We saw it. [@marked@](redact:first-responder) woke.', who: '#timeline.handle#', public: true}
  - {at: '2026-03-02T09:43:00Z', what: 'Then #timeline.instead# broke', public: The pool was made larger.}
contributing_factors: [{text: 'A stale #contributing_factors.text#', category: '#contributing_factors.category#'}]
surprises: ['It was #surprises#']
learnings: [{text: 'Look at #learnings.text#', applies_to: ['#learnings.applies_to#']}]
went_well: ['The #went_well# held']
got_lucky: ['The #got_lucky# slept']
open_questions: ['Why #open_questions#?']
actions:
  - {id: '#actions.id#', title: Make the pool larger, owner: '@actions.owner@', priority: '#actions.priority#', improves: detection, due: 2026-09-01, ticket: 'https://tickets.#actions.ticket#.net/7'}
  - {title: 'Not #actions.declined#', status: wont_do, reason: 'Because #actions.reason#'}
wont_do: [{title: 'Never #wont_do.title#', reason: 'As #wont_do.reason# said'}]
links: [{label: 'Log of #links.label#', url: 'https://chat.#links.url#.net/x'}]
revisions: [{on: 2026-03-04, note: 'Mended #revisions.note#'}]
published: 2026-03-03
extra: {'#extra.key#': '#extra.value#'}
";
    let inside = "\
### About #body.heading#

<!-- #body.comment# -->

- A point about `#body.code#`[^1]

| a | b |
|---|---|
| #body.cell# | 2 |

```
#body.fence#
```

```redact
#body.redact#
```

> [the graph](https://graphs.#body.link#.net/d) and ![a #body.alt#](#body.picture#.png) and [a log](#body.attachment#.txt)

[^1]: Says #body.footnote#.

The first of thirty words nobody outside has any need of stood here beside #body.text# and so did these others.";
    let fill = |text: &str, marked: &mut Marked, test: &mut PublicTest| {
        let mut out = text.to_owned();
        for (sign, is_name) in [('#', false), ('@', true)] {
            let parts: Vec<_> = out.split(sign).map(str::to_owned).collect();
            out.clear();
            for (n, part) in parts.iter().enumerate() {
                let is_field = n % 2 == 1
                    && part.len() < 40
                    && part.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '.' | '_'));
                match (is_field, is_name) {
                    (true, true) => out.push_str(&marked.pair(test, part)),
                    (true, false) => out.push_str(&marked.word(test, part)),
                    (false, _) if n % 2 == 1 => out.push_str(&format!("{sign}{part}{sign}")),
                    (false, _) => out.push_str(part),
                }
            }
        }
        out
    };
    review.front = fill(front, &mut marked, test);
    let headings = inside.replacen("### ", "\u{1}", 1);
    review.inside = fill(&headings, &mut marked, test).replace('\u{1}', "### ");
    let [name, log] = ["body.picture", "body.attachment"].map(|field| marked.words[field].clone());
    test.site.put(&format!("{name}.png"), &picture(11, ImageFormat::Png));
    let words = marked.word(test, "attachment.content");
    test.put(&format!("{log}.txt"), &words);
    test.site.put("shown.png", &picture(12, ImageFormat::Png));
    review.sections = "summary, duration, severity, services-impacted, timeline, countermeasures".to_owned();
    review.public = "  summary: \"Payments took longer than they should.\\n\\n![it](shown.png)\"\n  assets: [{src: shown.png, alt: Latency rose fourfold}]\n".to_owned();
    (review, marked)
}

/// Configuration, and reviews that are not public: a draft, a restricted one, and an ordinary internal one.
pub fn surroundings(test: &mut PublicTest, marked: &mut Marked) {
    let mut word = |test: &mut PublicTest, field: &str| marked.word(test, field);
    let config = format!(
        "title: {}\ndescription: {}\nbase_url: https://{}.net/\nrepository: https://git.{}.net/x\n\
         services: {{checkout: {{label: {}, description: {}, team: {}}}, {}: Hidden}}\n\
         tags: {{database: {}, failover: Changing horses, {}: Hidden}}\n\
         kinds: [{{key: incident, label: {}, plural: {}, description: {}}}]\n",
        word(test, "config.title"),
        word(test, "config.description"),
        word(test, "config.base_url"),
        word(test, "config.repository"),
        word(test, "config.service.label"),
        word(test, "config.service.description"),
        word(test, "config.service.team"),
        word(test, "config.service.key"),
        word(test, "config.tag.description"),
        word(test, "config.tag.key"),
        word(test, "config.kind.label"),
        word(test, "config.kind.plural"),
        word(test, "config.kind.description"),
    );
    test.put("debrief.yaml", &config);
    for (field, line) in
        [("draft", "status: draft"), ("restricted", "visibility: restricted"), ("inside", "status: closed")]
    {
        let review = test.review(field);
        marked.words.insert(format!("{field}.title"), review.title.clone());
        marked.words.insert(format!("{field}.file"), review.file.replace(".md", ""));
        marked.words.insert(format!("{field}.owner"), review.owner.clone());
        let body = marked.word(test, &format!("{field}.body"));
        let wants = review.clone().front(line).summary(&body);
        // A restricted review is not published, even if it asks to be.
        let text = if field == "restricted" { wants.text() } else { wants.unpublished() };
        test.put(&review.file, &text);
    }
    for (field, word) in [
        ("policy.person", test.person.full()),
        ("policy.handle", test.handle.clone()),
        ("policy.host", test.host.clone()),
        ("policy.customer", test.customer.clone()),
        ("policy.codename", test.codename.clone()),
        ("policy.domain", test.domain.clone()),
        ("policy.approver", APPROVER.to_owned()),
    ] {
        marked.words.insert(field.to_owned(), word);
    }
}

#[test]
fn no_internal_field_is_published() {
    let mut test = PublicTest::new();
    let (review, mut marked) = full(&mut test, "latency");
    surroundings(&mut test, &mut marked);
    test.approved(&review);
    test.publish().ok();
    let tree = test.tree();
    let mut leaks = Vec::new();
    for (path, bytes) in &tree {
        let seen = Seen::of(path, bytes);
        let held = marked.words.iter().filter(|(_, word)| seen.holds(word));
        leaks.extend(held.map(|(field, word)| format!("{path} holds {field}: {word}")));
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
    println!("{} fields that stay inside, none in {} files", marked.words.len(), tree.len());
    assert!(marked.words.len() >= 65, "{}", marked.words.len());
    let page = test.page("latency");
    for words in [
        "Payments took longer",
        "The pool was made larger.",
        "Make the pool larger",
        "A first responder woke.",
        "Latency rose fourfold",
    ] {
        assert!(page.contains(words), "{words}:\n{page}");
    }
    assert!(page.contains("09:30") && !page.contains("09:31"), "times are rounded:\n{page}");
    // The internal edition shows all of them, except those that no edition shows.
    let unseen = [
        "policy.",
        "draft.",
        "restricted.",
        "body.comment",
        "config.repository",
        "config.base_url",
        "config.tag.key",
        "config.service.key",
    ];
    let shown: Vec<&str> = marked
        .words
        .iter()
        .filter(|(field, _)| !unseen.iter().any(|unseen| field.starts_with(unseen)))
        .map(|(_, word)| word.as_str())
        .collect();
    test.inside(&shown);
}
