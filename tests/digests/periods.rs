//! Months and quarters: what happened in them, and what was published.

use crate::harness::SiteTest;

#[test]
fn months_hold_what_happened_in_them_and_what_came_out() {
    let of = |title: &str, day: &str, minutes: u32, published: &str, more: &str| {
        format!(
            "---\ntitle: {title}\ntimes: {{started: {day}T08:00Z, mitigated: {day}T08:{minutes:02}Z, resolved: {day}T23:00Z}}\n\
             published: {published}\n{more}---\nText.\n"
        )
    };
    let test = SiteTest::new()
        .file("a.md", &of("A", "2026-03-02", 10, "2026-05-04", "detection: {source: customer}\nimpact: {summary: Forty people waited.}\ncontributing_factors: [Stale cache]\nactions: [{title: One}, {title: Two, closed: 2026-05-20}]\n"))
        .file("b.md", &of("B", "2026-03-09", 20, "2026-03-12", "detection: {source: monitoring}\ncontributing_factors: [Stale cache]\n"))
        .file("c.md", &of("C", "2026-04-30", 30, "2026-05-01", "kind: near_miss\ncontributing_factors: [Stale cache]\n"))
        .build();
    let march = test.text("digests/2026-03/index.html");
    for words in [
        "2 reviews happened in it: 2 incidents.",
        "1 review came out in it: 1 incident.",
        "customers 1",
        "Forty people waited",
        "10 min to 20 min",
        "2 reviews</span>",
    ] {
        assert!(march.contains(words), "{words}: {march}");
    }
    let may = test.text("digests/2026-05/index.html");
    for words in [
        "No review happened in it.",
        "2 reviews came out in it: 1 incident, 1 near miss.",
        "2 opened by the reviews that came out, 1 closed",
    ] {
        assert!(may.contains(words), "{words}: {may}");
    }
    assert!(!may.contains("Seen again"), "nothing happened in May");
    assert!(test.text("digests/2026-04/index.html").contains("1 review happened in it: 1 near miss."));
    assert!(!test.text("digests/2026-04/index.html").contains("Time of harm"), "a near miss harmed nobody");
}
