//! The facts that readers of a postmortem need: when it happened and was published, its severity, its state, what to
//! do; and the page of a withdrawn one.

use base::diagnostics::Warned;
use std::collections::BTreeMap;

use serde_json::Value;

use super::super::{Meaning, Postmortem, Standing, plan};
use super::clearing::cleared;
use super::fixtures::{self, full, masthead};
use super::{texts, theme};

/// The text files of a site with these postmortems.
fn made(postmortems: Vec<Postmortem>) -> BTreeMap<String, String> {
    let Warned { value: site, diagnostics: problems } =
        plan(postmortems, vec![fixtures::picture()], masthead(), theme());
    assert_eq!(problems, []);
    texts(&site)
}

/// The text of a postmortem's page, its JSON, and the data for search engines.
fn published(postmortem: Postmortem) -> (String, Value, Value) {
    let folder = format!("postmortems/{}", postmortem.slug.as_str());
    // It links to another one.
    let mut texts = made(vec![postmortem, fixtures::preliminary()]);
    let page = texts.remove(&format!("{folder}/index.html")).unwrap();
    let (_, data) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    let data = serde_json::from_str(data.split("</script>").next().unwrap()).unwrap();
    let document = serde_json::from_str(&texts[&format!("{folder}/postmortem.json")]).unwrap();
    let mut plain = String::new();
    for piece in page.split('<') {
        plain.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
        plain.push(' ');
    }
    (plain.split_whitespace().collect::<Vec<_>>().join(" "), document, data)
}

#[test]
fn days_state_severity_and_times_stand_on_the_page_and_in_its_data_alike() {
    let (page, document, data) = published(full());
    for words in [
        "Published 2 March 2026",
        "Day of the incident 2 March 2026",
        "State Monitoring It is mended, and we are watching it.",
        "Sev 2 Major functionality broken.",
        "Duration 1 h 25 min 2 March 2026, 07:00 to 08:25 UTC, rounded down 2 March 2026, 08:00 to 09:25 CET",
        "Times are UTC, rounded down; beneath them, those of Europe/Oslo.",
        "07:35 08:35 CET",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(document["incident"], "2026-03-02");
    assert_eq!(document["timezone"], "Europe/Oslo");
    assert_eq!(document["standing"], "monitoring");
    assert_eq!(document["severity"]["meaning"], "Major functionality broken.");
    assert_eq!(document["harm_seconds"], 5100);
    assert_eq!(data["temporalCoverage"], "2026-03-02T07:00:00Z/2026-03-02T08:25:00Z");
    assert_eq!((&data["datePublished"], &data["creativeWorkStatus"]), (&document["date"], &Value::from("Final")));
}

#[test]
fn the_day_of_the_incident_is_the_day_of_the_readers() {
    let mut late = full();
    late.span = None;
    late.lasted = None;
    late.timeline.truncate(1);
    late.timeline[0].at = "2026-03-01T23:30:00Z".parse().unwrap();
    let (page, document, data) = published(late.clone());
    assert!(page.contains("Day of the incident 2 March 2026"), "{page}");
    assert!(page.contains("23:30 00:30 CET (2 March)"), "{page}");
    assert_eq!((&document["incident"], &data["temporalCoverage"]), (&Value::from("2026-03-02"), &Value::Null));
    late.timeline.clear();
    let (page, document, _) = published(late);
    assert!(!page.contains("Day of the incident"), "a day that does not leave: {page}");
    assert_eq!(document["incident"], Value::Null);
}

#[test]
fn where_no_zone_is_named_or_utc_is_times_stand_once() {
    for zone in [None, Some("UTC"), Some("Etc/UTC")] {
        let site = super::super::Masthead { timezone: zone.map(cleared), ..masthead() };
        let Warned { value: site, .. } =
            plan(vec![full(), fixtures::preliminary()], vec![fixtures::picture()], site, theme());
        let page = &texts(&site)["postmortems/bookings-2026-03-02/index.html"];
        assert!(page.contains("All times are UTC, rounded down.") && !page.contains("class=\"local\""), "{zone:?}");
    }
}

#[test]
fn harm_that_was_shorter_than_the_times_says_so_everywhere() {
    let mut shorter = full();
    shorter.lasted = Some(960);
    let (page, document, _) = published(shorter.clone());
    assert!(page.contains("16 min between 2 March 2026, 07:00 and 08:25 UTC"), "{page}");
    assert_eq!((&document["harm_seconds"], &document["harm_ended"]), (&Value::from(960), &Value::Null));
    shorter.span = None;
    let (page, document, _) = published(shorter);
    assert!(page.contains("Duration 16 min"), "{page}");
    assert_eq!((&document["harm_seconds"], &document["started"]), (&Value::from(960), &Value::Null));
}

#[test]
fn each_state_and_the_scale_of_the_program_have_their_words() {
    for (standing, words) in [
        (Standing::Investigating, "State Investigating We are looking for what is wrong."),
        (Standing::Identified, "State Identified We know what is wrong and are mending it."),
        (Standing::Resolved, "State Resolved "),
    ] {
        let mut postmortem = full();
        postmortem.standing = Some(standing);
        postmortem.severity.as_mut().unwrap().meaning = Some(Meaning::shipped("Complete outage."));
        let (page, document, _) = published(postmortem);
        assert!(page.contains(words) && page.contains("Sev 2 Complete outage."), "{words}: {page}");
        assert_eq!(document["standing"], standing.as_str());
    }
}

#[test]
fn what_changed_between_versions_is_a_dated_list_beside_what_its_authors_say() {
    let (page, document, _) = published(full());
    assert!(
        page.contains(
            "20 March 2026 Added what we learned, and the dates of two measures. Changed: What we learned; What we are doing \
             5 March 2026 First published."
        ),
        "{page}"
    );
    assert_eq!(document["revised"][0]["on"], "2026-03-20");
    assert_eq!(document["revised"][0]["fields"], serde_json::json!(["learnings", "countermeasures"]));
}

#[test]
fn one_that_was_withdrawn_has_a_page_that_says_why_and_stands_in_no_list() {
    let texts = made(vec![fixtures::withdrawn(), fixtures::preliminary(), full()]);
    let page = &texts["postmortems/wrong-ship-2025-05-01/index.html"];
    for words in ["Withdrawn", "2 June 2025", "It told of another ship.", "noindex", "A sailing that another ship made"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(page.contains("href=\"../bookings-2026-03-02/index.html\""), "its links work: {page}");
    let document: Value = serde_json::from_str(&texts["postmortems/wrong-ship-2025-05-01/postmortem.json"]).unwrap();
    assert_eq!(document["withdrawn"]["on"], "2025-06-02");
    assert_eq!(document["sections"], serde_json::json!([]));
    let feed: Value = serde_json::from_str(&texts["feed.json"]).unwrap();
    let entries = feed["items"].as_array().unwrap();
    let entry = entries.iter().find(|item| item["url"].as_str().unwrap().contains("wrong-ship")).unwrap();
    assert_eq!(entry["title"], "Withdrawn: A sailing that another ship made");
    assert!(texts["atom.xml"].contains("Withdrawn: A sailing"));
    let lists = texts
        .iter()
        .filter(|(path, _)| !path.contains("wrong-ship") && !["atom.xml", "feed.json"].contains(&path.as_str()));
    for (path, text) in lists {
        assert!(!text.contains("wrong-ship") && !text.contains("another ship"), "{path} leads there");
    }
}
