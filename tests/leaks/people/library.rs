//! What the library itself knows about people and places: refused as long as a review says it, published when none does.

use super::super::judge::judge;
use super::super::kit::{PublicTest, quoted};
use super::reviews;

/// Lines of `who:`; `NAME` is replaced by a different surname in each.
const WHO: [&str; 23] = [
    "NAME (database)",
    "dba (NAME)",
    "NAME [dba]",
    "NAME via Slack",
    "via NAME",
    "NAME + Ana",
    "Ana + NAME",
    "Ana -> NAME",
    "Ana \u{2192} NAME",
    "Ana and NAME",
    "NAME <somebody@inner.example>",
    "[NAME](https://people.burrow.internal/q)",
    "**NAME**, dba",
    "NAME - on call",
    "DBA: NAME",
    "\"NAME\"",
    "paged NAME",
    "woke NAME",
    "on call NAME",
    "Ana, later NAME",
    "Ana on behalf of NAME",
    "asked NAME about it",
    "unknown, maybe NAME",
];

#[test]
fn what_the_library_knows_does_not_leave() {
    let mut test = PublicTest::new();
    let inside = test.review("inside");
    let names: Vec<_> = WHO.iter().map(|_| test.dice.name().full()).collect();
    let lead = test.dice.name().full();
    let (responder, mailbox, looked) = (test.dice.name(), test.dice.name(), test.dice.name().full());
    let mail = format!("{}.{}", mailbox.given.to_lowercase(), mailbox.surname.to_lowercase());
    let entries: Vec<_> = WHO
        .iter()
        .zip(&names)
        .map(|(line, name)| {
            let who = quoted(&line.replace("NAME", name));
            format!("{{at: '2026-03-02T09:31:00Z', what: Seen, who: {who}}}")
        })
        .collect();
    let links = "links: [{label: INFRA-9173, url: 'https://ledger-q.burrow.internal/d/uid-77/pool-overview-zx'}]";
    let actions = "actions: [{title: Look at it, ticket: 'https://burrow.atlassian.net/browse/INFRA-4812'}]";
    let review = inside
        .front(&format!("timeline: [{}]", entries.join(", ")))
        .front(links)
        .front(actions)
        .inside(&format!(
            "See [the board](https://wall.burrow.internal/boards/zq-latency-7) and <https://zx1.burrow.internal/q>, \
             https://bare.burrow.internal/x. Ask {mail}@burrow.example, or quokkafish.burrow.internal.\n\n## Responders\n\n- {} (IC)\n\n\
             ## Action items\n\n- [ ] Look again (@zquistgd)\n\n## Timeline of it\n\n- 09:20 ({looked}) looked\n",
            responder.full()
        ));
    let mut texts: Vec<String> = names.clone();
    texts.extend([lead.clone(), responder.full(), mailbox.full(), mail.clone()]);
    texts.extend(["quokkafish", "@zquistgd"].map(str::to_owned));
    texts.extend(
        [
            "ledger-q.burrow.internal",
            "pool-overview-zx",
            "d/uid-77/pool-overview-zx",
            "INFRA-9173",
            "INFRA-4812",
            "infra 4812",
            "browse/INFRA-4812",
            "zq-latency-7",
        ]
        .map(str::to_owned),
    );
    let texts: Vec<_> = texts.iter().map(|text| format!("Then {text} looked again.")).collect();
    let reviews = reviews(&mut test, &texts);
    let before = test.read("debrief.yaml");
    test.put(&review.file, &review.unpublished());
    test.put("debrief.yaml", &format!("{before}meeting: {{facilitators: [{}]}}\n", quoted(&lead)));
    let verdicts = judge(&test, &reviews);
    let missed: Vec<_> = texts.iter().zip(&verdicts).filter(|(_, verdict)| !verdict.is_held()).collect();
    assert!(missed.is_empty(), "{missed:#?}");
    test.put(&review.file, "# Nothing\n\nIt was nothing.\n");
    test.put("debrief.yaml", &before);
    for (text, verdict) in
        texts.iter().zip(judge(&test, &reviews)).filter(|(text, _)| !text.contains("burrow.internal"))
    {
        assert!(verdict.is_published(), "{text} is held back without its defence: {verdict:?}");
    }
}

/// A mailbox that one review lets out is still somebody's name for the others.
#[test]
fn a_waiver_for_a_mailbox_lets_no_name_out_elsewhere() {
    let mut test = PublicTest::new();
    let name = test.dice.name();
    let mail = format!("{}.{}@burrow.example", name.given.to_lowercase(), name.surname.to_lowercase());
    let inside = test.review("inside").inside(&format!("Ask {mail}."));
    test.put(&inside.file, &inside.unpublished());
    let open = test
        .review("open")
        .summary(&format!("Write to {mail}."))
        .public(&format!("allow: [{{rule: email, value: {mail}, reason: they agreed}}]"));
    let other = test.review("other").summary(&format!("Then {} looked again.", name.full()));
    let verdicts = judge(&test, &[open, other]);
    assert!(verdicts[1].is_held(), "{:?}", verdicts[1]);
}
