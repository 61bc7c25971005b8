//! Updates of status pages, and texts that are none.

use super::super::testing::foreign;
use super::super::{Entry, Review};

fn read(text: &str) -> Review {
    foreign("2026-03-05-down.md", text)
}

/// The time and the text of each entry.
fn entries(text: &str) -> Vec<(String, String)> {
    let when =
        |entry: &Entry| entry.moment().map_or_else(|| entry.when.machine().unwrap_or_default(), |at| at.to_string());
    read(text).timeline.iter().map(|entry| (when(entry), entry.what.clone())).collect()
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(when, what)| ((*when).to_owned(), (*what).to_owned())).collect()
}

const TOP: &str = "---\ntitle: Racks down\ndate: 2026-03-05 8:00:00\nresolvedWhen: 2026-03-05 18:00:00\n---\n\n";

#[test]
fn sections_are_updates_with_days_or_clocks() {
    let text = "#### Update 2 on March 7 ####\n\nIt runs.\n\n- But slowly.\n\n#### Update as of Mar  6 ####\n\nIt stands.\n\n#### Outage started on March 5 ####\n\nIt fell.\n";
    let wanted = [("2026-03-05", "It fell."), ("2026-03-06", "It stands."), ("2026-03-07", "It runs.")];
    assert_eq!(entries(&format!("{TOP}{text}")), pairs(&wanted));
    let text = "## Update 17:30 Central Time: all runs\n\nIt ends.\n\n## Update 9:10 Central Time\n\nIt stands.\n\n## The racks fell\n\nThey fell.\n";
    let wanted = [("", "They fell."), ("2026-03-05T09:10", "It stands."), ("2026-03-05T17:30", "all runs: It ends.")];
    assert_eq!(entries(&format!("{TOP}{text}")), pairs(&wanted));
    let two_days = TOP.replace("05 18", "07 18");
    assert_eq!(entries(&format!("{two_days}{text}"))[1].0, "09:10", "the day is not sure");
}

#[test]
fn what_a_section_states_of_its_incident_is_no_update() {
    let text = "# Two outages\n\n## Outage 1: 5 March 2026\n\nSeverity: high\n\nIt fell.\n\n## Outage 2: 9 March 2026\n\nSeverity: low\n\nIt fell again.\n";
    assert_eq!(entries(text), pairs(&[("2026-03-05", "It fell."), ("2026-03-09", "It fell again.")]));
    let rows = "\n\n- 09:10 desk calls\n- 09:20 pool full\n- 09:55 restarted\n";
    let all = entries(&text.replace(" again.", &format!(" again.{rows}")).replace("fell.\n", &format!("fell.{rows}")));
    assert!(!all.is_empty() && all.iter().all(|(_, what)| !what.contains("It fell")), "{all:?}");
}

#[test]
fn paragraphs_are_updates_with_states() {
    let text = "**Resolved** - Mar 5, 16:20 UTC - It runs.\n\n**Investigating** - Mar 5, 15:00 UTC - It fell.\n";
    let wanted = [("2026-03-05T15:00:00Z", "Investigating: It fell."), ("2026-03-05T16:20:00Z", "Resolved: It runs.")];
    assert_eq!(entries(&format!("# Down\n\n{text}")), pairs(&wanted));
    let text = "**Resolved** - It runs.\nMar 5, 16:20 UTC\n\n**Monitoring** - It seems to.\nMar 5, 16:00 UTC\n";
    let wanted = [("2026-03-05T16:00:00Z", "Monitoring: It seems to."), ("2026-03-05T16:20:00Z", "Resolved: It runs.")];
    assert_eq!(entries(&format!("# Down\n\n{text}")), pairs(&wanted));
}

#[test]
fn updates_over_midnight_have_days_where_their_clocks_end_on_the_last() {
    let top = TOP.replace("05 18", "06 01");
    let text = "*Resolved 00:55 CET* - All runs.\n\n*Identified 23:10 CET* - A feed is down. {{< track \"x\" >}}\n\n*Investigating 22:40 CET* - It fails.\n";
    let wanted = [
        ("2026-03-05T21:40:00Z", "Investigating: It fails."),
        ("2026-03-05T22:10:00Z", "Identified: A feed is down."),
        ("2026-03-05T23:55:00Z", "Resolved: All runs."),
    ];
    assert_eq!(entries(&format!("{top}{text}")), pairs(&wanted));
    let text = "**March 5-6, 2026.** Eastern Standard Time.\n\n#### Update 2 (1:20 a.m.)\n\nIt runs.\n\n#### Update 1 (11:40 p.m.)\n\nIt fell.\n";
    let wanted = [("2026-03-06T04:40:00Z", "It fell."), ("2026-03-06T06:20:00Z", "It runs.")];
    assert_eq!(entries(&format!("---\ntitle: Down\n---\n\n{text}")), pairs(&wanted));
}

#[test]
fn times_of_updates_stand_in_calls_and_before_headings() {
    let text = "*Resolved* - It runs. {{< track \"2026-03-05 17:40:00\" >}}\n\n*Identified* - A feed fell. {{< track \"2026-03-05 15:30:00\" >}}\n";
    let wanted = [("2026-03-05T15:30", "Identified: A feed fell."), ("2026-03-05T17:40", "Resolved: It runs.")];
    assert_eq!(entries(&format!("{TOP}{text}")), pairs(&wanted));
    let text = "#### Update 14:05: Fixed ####\n\nIt runs.\n\n#### 13:20: Log-in fails ####\n\nIt fell.\n";
    let wanted = [("2026-03-05T13:20", "Log-in fails: It fell."), ("2026-03-05T14:05", "Fixed: It runs.")];
    assert_eq!(entries(&format!("{TOP}{text}")), pairs(&wanted));
}

#[test]
fn other_sections_and_paragraphs_are_no_updates() {
    for text in [
        "## Update on March 7\n\nIt runs.\n\n## Root cause\n\nThe fan.\n",
        "## Plans of March 7\n\nOne.\n\n## Plans of March 8\n\nTwo.\n",
        "## Update\n\nIt runs.\n\n## The racks fell\n\nThey fell.\n",
        "**Resolved** - Mar 5, 16:20 UTC - It runs.\n",
        "Resolved - it runs.\n\nMonitoring - it seems to.\n",
    ] {
        assert_eq!(entries(&format!("{TOP}{text}")), [], "{text}");
    }
}
