//! What is taken as the description of a review, and what is not.

use super::super::testing::{foreign, parsed};
use site::config::Config;

fn of(text: &str) -> Option<String> {
    parsed("a.md", text, &Config::default()).0.happened
}

#[test]
fn the_summary_comes_first_then_the_impact_then_the_text() {
    let impact = "impact: {customers: 'Every fifth customer paid twice.', summary: 'Fares were charged twice.'}";
    for (text, wanted) in [
        (
            "---\ntitle: A\nsummary: Nobody could pay.\nimpact: {summary: Tills were down.}\n---\nAll was lost.\n",
            "Nobody could pay.",
        ),
        (&format!("---\ntitle: A\n{impact}\n---\nAll was lost.\n"), "Fares were charged twice."),
        ("---\ntitle: A\nimpact: {customers: 1204 families paid twice.}\n---\n", "1204 families paid twice."),
        ("---\ntitle: A\nimpact: {customers: true}\n---\nThe whole shop was down.\n", "The whole shop was down."),
        ("# A\n\n## Impact\n\n- All users saw errors.\n\n## Summary\n\nThe disk was full.\n", "The disk was full."),
        ("# A\n\n## Impact\n\n- All users saw errors.\n", "All users saw errors."),
        ("# A\n\n**Impact**: All users\nsaw errors.\n\nMore.\n", "All users saw errors."),
        (
            "# A\n\n## What happened?\n\nWe deployed. Then checkout failed for all. It hurt.\n",
            "We deployed. Then checkout failed for all. It hurt.",
        ),
        ("# A\n\n## Summary\n\nThe till was down. It was decided that:\n\n- we wait\n", "The till was down."),
        (
            "# A\n\n## Summary\n\nA node stopped answering blocks. That error surfaced as timeouts.\n",
            "A node stopped answering blocks. That error surfaced as timeouts.",
        ),
        (
            "# A\n\n## Summary\n\nOur packages were replaced by others.\n\nThe attack only reached one of them, which failed.\n",
            "Our packages were replaced by others. The attack only reached one of them, which failed.",
        ),
        ("# A\n\nOn Sept. 18th, 2026 two sites went down.\n", "On Sept. 18th, 2026 two sites went down."),
        (
            "# A\n\nWe would like to share more of the disruption on 9 May. The queue could not accept messages.\n",
            "The queue could not accept messages.",
        ),
        ("# A\n\nBear with me. Checkout was down for an hour.\n", "Checkout was down for an hour."),
        ("# A\n\n## An evening in May\n\nCheckout was down for an hour.\n", "Checkout was down for an hour."),
    ] {
        assert_eq!(of(text).as_deref(), Some(wanted), "{text}");
    }
}

#[test]
fn no_sentence_rather_than_a_wrong_one() {
    for text in [
        "# A\n",
        "# A\n\nAuthors: Ann, Bob\nDate: 2026-03-02\n",
        "# A\n\n## Summary\n\n_Briefly describe what failed and for whom._\n",
        "# A\n\n## Summary\n\n[What happened, in two sentences]\n",
        "# A\n\nThis page documents the outage of March.\n",
        "# A\n\nI wrote this on the train.\n",
        "# A\n\n> Everything was down.\n",
        "# A\n\n## Background\n\nIf a replica fails, another is promoted. Nodes fail often.\n",
        "# A\n\n## Lessons learned\n\nBackups fail silently.\n",
        "---\ntitle: A\nsummary: TBD\nimpact: {customers: no, summary: None}\n---\n",
    ] {
        assert_eq!(of(text), None, "{text}");
    }
}

#[test]
fn two_lines_at_most_and_whole_sentences_where_they_fit() {
    let long = format!("Nobody could pay. {}", "It went on and on, ".repeat(20));
    assert_eq!(of(&format!("---\ntitle: A\nsummary: '{long}'\n---\n")).as_deref(), Some("Nobody could pay."));
    let said = of(&format!("---\ntitle: A\nsummary: 'Nobody could pay {}'\n---\n", "at all ".repeat(90))).unwrap();
    assert!(said.chars().count() <= super::told::TWO_LINES + 1 && said.ends_with('…'), "{said}");
}

#[test]
fn a_first_sentence_of_three_lines_stays_whole() {
    let long = "On the busiest afternoon of our history a slow query became a storm, and for ninety-four minutes we could neither sell \
                a ticket nor tell 11,000 people which ship would take them all home.";
    assert_eq!(of(&format!("---\ntitle: A\nsummary: '{long} It ended.'\n---\n")).as_deref(), Some(long));
    assert_eq!(of(&format!("# A\n\n## Summary\n\n{long}\n")).as_deref(), Some(long));
}

#[test]
fn what_failed_comes_before_how_it_is_built_and_what_was_planned() {
    for (text, wanted) in [
        // The sentence before it is left out where both do not fit, and so is a word that only ties it to that one.
        (
            "# A\n\n## Details\n\nThe fees of the vaults A, B and C, which are those for two of the coins, were supposed to be reduced to \
             1 %, 0.5 % and 0.25 %. However, the fee was changed by mistake to 100 %.\n",
            "The fee was changed by mistake to 100 %.",
        ),
        (
            "# A\n\n## Summary\n\nOur bot sends a message to new members. If it fails to go through, all is well. When hundreds \
             joined, the bot's access was revoked.\n",
            "When hundreds joined, the bot's access was revoked.",
        ),
        // A sentence with numbers before it tells of the incident too, where both fit.
        (
            "# A\n\n## Summary\n\nOn 11 February the index was replaced by an old copy. Packages of those hours could not be installed \
             for 74 minutes.\n",
            "On 11 February the index was replaced by an old copy. Packages of those hours could not be installed for 74 minutes.",
        ),
        // An entry of a timeline says what was seen at one moment.
        (
            "# Outage\n\n## Notes\n\n- 16:20 pages fail\n- 17:00 all is well\n\n## More\n\n- All pages failed.\n",
            "All pages failed.",
        ),
        // The one that has most of the title.
        (
            "# Remote denial of service attack on nodes\n\n## Summary\n\nNodes connect by a protocol, and are disconnected or remain open.\n\n\
             A remote denial of service attack stopped a node before its resources were depleted.\n",
            "A remote denial of service attack stopped a node before its resources were depleted.",
        ),
        // A list tells it, and the paragraph below it what will be done.
        (
            "# A\n\nReasons:\n\n1. We upgraded.\n2. All nodes reported errors.\n\nWe will need to delete all previous data.\n",
            "All nodes reported errors.",
        ),
        // A notice whose last part, at the top, tells that it is over.
        (
            "# Outage of the cluster\n\n#### All systems are up\n\nJobs run again.\n\n#### Loss of power\n\nWe have an unplanned outage of the cluster.\n",
            "We have an unplanned outage of the cluster.",
        ),
    ] {
        assert_eq!(of(text).as_deref(), Some(wanted), "{text}");
    }
}

#[test]
fn a_file_of_several_incidents_has_what_its_own_summary_says() {
    let incidents = "## 3 March 2026: login\n\n**Severity:** high\n\n### Summary\n\nNobody could sign in.\n\n\
                     ## 9 March 2026: mail\n\n**Severity:** low\n\nNo mail was sent.\n";
    let said = |text: &str| foreign("a.md", text).happened;
    assert_eq!(said(&format!("# March\n\n{incidents}")), None);
    let summary = "## Summary\n\nTwo services failed.\n\n";
    assert_eq!(said(&format!("# March\n\n{summary}{incidents}")).as_deref(), Some("Two services failed."));
}

#[test]
fn a_link_that_is_defined_elsewhere_is_its_words() {
    let text = "# A\n\n## Summary\n\nAfter [the move][move] all requests failed.\n\n## More\n\n[move]: https://x.example/move\n";
    assert_eq!(of(text).as_deref(), Some("After the move all requests failed."));
}

#[test]
fn what_a_list_counts_is_who_was_affected() {
    let affected = |text: &str| parsed("a.md", text, &Config::default()).0.impact_in_text;
    let text = "# A\n\n## Impact\n\n- 40 orders were lost\n- 3 shops called us\n- 10:02 the alert fired\n";
    assert_eq!(affected(text).as_deref(), Some("40 orders were lost. 3 shops called us."));
    let text = "# A\n\n## Impact\n\nSearches were empty. It hit:\n\n- shoppers in two countries,\n- the *partner* feed, each hour;\n";
    let wanted = "Searches were empty. Shoppers in two countries. The partner feed, each hour.";
    assert_eq!(affected(text).as_deref(), Some(wanted));
    let text = "# A\n\n## Impact\n\n### Customers\n\nPrices were in the wrong currency.\n\n### Staff\n\nSupport answered 900 calls.\n";
    assert_eq!(affected(text).as_deref(), Some("Prices were in the wrong currency. Support answered 900 calls."));
    assert_eq!(of(text).as_deref(), Some("Prices were in the wrong currency."));
}
