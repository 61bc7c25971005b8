//! Strip, plot, table, cards, drill kits and exports give the same facts about one review, whatever its times are.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::harness::{SiteTest, sample};

/// The text between two others.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    Some(text.split_once(start)?.1.split_once(end)?.0)
}

/// All texts between two others.
fn all<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).filter_map(|rest| Some(rest.split_once(end)?.0)).collect()
}

/// The facts on one page, from its markup.
struct Page {
    /// The text of the bar: `detection 5 min, response 35 min`.
    bar: Option<String>,
    has_plot: bool,
    /// The same for the plot.
    plot: Option<String>,
    /// The names of the bands in the plot.
    bands: BTreeSet<String>,
    /// Time and note of each figure, by key.
    figures: BTreeMap<String, (String, String)>,
    /// The brackets in the plot: `5 min to detect`.
    brackets: Vec<String>,
    rows: usize,
}

impl Page {
    fn read(html: &str) -> Self {
        let phases = |text: &str| {
            between(text, "Phases: ", "<").map(|words| words.split('.').next().unwrap_or(words).to_owned())
        };
        let plot = between(html, "<desc id=\"plot.desc\">", "/desc>");
        let wide = between(html, "<desc id=\"plot.desc\">", "</svg>").unwrap_or_default();
        let figures = all(html, "<div class=\"metric metric-", "</dd>").into_iter().map(|figure| {
            let (key, rest) = figure.split_once('"').expect("a key");
            let value = between(rest, "\">", "</time>").expect("a time");
            let note = between(rest, "class=\"note\">", "</span>").expect("a note");
            (key.to_owned(), (value.to_owned(), note.to_owned()))
        });
        Self {
            bar: between(html, "<title id=\"phases.title\">", "/title>").and_then(phases),
            has_plot: plot.is_some(),
            plot: plot.and_then(phases),
            bands: all(wide, "class=\"tl-phase\"", "</text>").iter().map(|s| last(s)).collect(),
            figures: figures.collect(),
            brackets: all(wide, "class=\"tl-span\"", "</text>").iter().map(|s| last(s)).collect(),
            rows: html.matches("<tr id=\"entry.").count(),
        }
    }

    /// All contradictions on the page.
    fn disagreements(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        if self.has_plot {
            if self.plot != self.bar {
                wrong.push(format!("the bar says {:?}, the plot {:?}", self.bar, self.plot));
            }
            let named = |name: &String| self.bar.as_ref().is_some_and(|bar| bar.contains(&name.to_lowercase()));
            let parts = self.bar.as_ref().map_or(0, |bar| bar.split(", ").count());
            if !self.bands.iter().all(named) || self.bands.len() != parts {
                wrong.push(format!("the bar says {:?}, the bands are {:?}", self.bar, self.bands));
            }
            if self.rows < 2 {
                wrong.push(format!("{} entries are plotted", self.rows));
            }
        }
        for bracket in &self.brackets {
            let told = self.figures.iter().any(|(key, (value, _))| {
                let brief = match key.as_str() {
                    "detect" | "acknowledge" | "recover" => format!("{value} to {key}"),
                    "mitigation" => format!("{value} to mitigate"),
                    "length" => format!("{value} in all"),
                    other => format!("{value} of {other}"),
                };
                *bracket == brief
            });
            if !told {
                wrong.push(format!("no figure says {bracket:?}: {:?}", self.figures));
            }
        }
        wrong
    }

    fn headline(&self) -> Option<&str> {
        let keys = ["harm", "mitigation", "exposure", "exercise", "length"];
        keys.iter().find_map(|key| self.figures.get(*key)).map(|(value, _)| value.as_str())
    }
}

fn last(text: &str) -> String {
    text.rsplit('>').next().unwrap_or_default().to_owned()
}

/// Checks every review of a site and returns how many there were.
#[track_caller]
fn agree(test: &SiteTest) -> usize {
    let mut wrong = Vec::new();
    let kits: BTreeSet<String> = test.tree().into_keys().filter(|path| path.ends_with("/drill/index.html")).collect();
    let records = test.records();
    for record in &records {
        let id = record["id"].as_str().expect("an id");
        let page = test.text(&format!("reviews/{id}/index.html"));
        let read = Page::read(&page);
        wrong.extend(read.disagreements().into_iter().map(|one| format!("{id}: {one}")));
        if page.contains("disruption</text>") {
            wrong.push(format!("{id}: a plot speaks of a full disruption"));
        }
        let seconds = record["duration_seconds"].as_i64();
        let words = seconds.map(base::text::duration);
        if words.as_deref() != read.headline() {
            wrong.push(format!("{id}: the export says {words:?}, the page {:?}", read.headline()));
        }
        if record["kind"] != "incident" && read.figures.contains_key("recover") {
            wrong.push(format!("{id}: a {} has a time to recover", record["kind"]));
        }
        let kit = format!("reviews/{id}/drill/index.html");
        if kits.contains(&kit)
            && let Some(found) = between(&test.text(&kit), "<h1", "</h1>")
                .and_then(|heading| heading.split(", ").find_map(|part| part.strip_suffix(" to detection")))
            && read.figures.get("detect").map(|(value, _)| value.as_str()) != Some(found)
        {
            wrong.push(format!("{id}: the drill kit says {found} to detection"));
        }
    }
    let index = test.text("reviews/index.html");
    for cell in all(&index, "<td class=\"c-duration\" data-value=\"", "</td>") {
        let (seconds, words) = cell.split_once("\">").expect("a cell");
        let told = seconds.parse().map(base::text::duration).unwrap_or_default();
        let (time, measure) = words
            .strip_prefix("<span class=\"nb\">")
            .and_then(|words| words.split_once("</span> "))
            .unwrap_or((words, ""));
        if told != time || !time.is_empty() && measure.is_empty() {
            wrong.push(format!("a row says {words} of {seconds} s"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    records.len()
}

#[test]
fn no_page_of_the_sample_library_has_two_charts_that_disagree() {
    let test = SiteTest::of(&sample()).build();
    assert!(agree(&test) > 40);
}

#[test]
fn all_outputs_agree_for_any_moments() {
    let mut test = SiteTest::new();
    let kinds = ["incident", "near_miss", "game_day", "drill"];
    let moments =
        [("started", 0), ("detected", 7), ("acknowledged", 9), ("identified", 31), ("mitigated", 52), ("resolved", 95)];
    for case in 0..128_usize {
        let mut text = format!("---\ntitle: Case {case}\nkind: {}\nservices: [lamp]\ntimes:\n", kinds[case % 4]);
        for (_, (name, minute)) in moments.iter().enumerate().filter(|(n, _)| case >> n & 1 == 1) {
            let _ = writeln!(text, "  {name}: 2026-03-02T{:02}:{:02}Z", 9 + minute / 60, minute % 60);
        }
        if case % 64 == 0 {
            text.push_str("  started: 2026-03-02T09:00Z\n");
        }
        text.push_str("timeline:\n");
        // With and without an entry in remediation; with only one entry there is nothing to plot.
        let phase = if case >= 64 { "phase: remediation, " } else { "" };
        text.push_str("  - {at: 2026-03-02T09:03Z, impact: negative, what: Dark}\n");
        if case % 5 > 0 {
            let _ = writeln!(text, "  - {{at: 2026-03-02T09:40Z, {phase}impact: positive, what: Lit}}");
            let _ = writeln!(text, "  - {{at: 2026-03-02T09:45Z, what: Watched}}");
        }
        text.push_str("---\n\nIt was dark.\n");
        test = test.file(&format!("case-{case:03}.md"), &text);
    }
    assert_eq!(agree(&test.build()), 128);
}

#[test]
fn a_near_miss_has_an_exposure_and_an_incident_harm() {
    let of = |kind: &str| {
        let text = format!(
            "---\ntitle: A\nkind: {kind}\ntimes: {{started: 2026-03-02T09:00Z, detected: 2026-03-02T09:10Z, \
             acknowledged: 2026-03-02T09:12Z, mitigated: 2026-03-02T09:30Z, resolved: 2026-03-02T12:00Z}}\n---\n\nText.\n"
        );
        let page = SiteTest::new().file("a.md", &text).build().text("reviews/a/index.html");
        Page::read(&page)
            .figures
            .into_iter()
            .map(|(key, (value, note))| format!("{key} {value} {note}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        of("incident"),
        [
            "acknowledge 2 min from detection to acknowledgement",
            "detect 10 min from start to detection",
            "harm 30 min from start to mitigation",
            "recover 3 h from start to resolution",
        ]
    );
    assert_eq!(of("near_miss")[2], "exposure 30 min from start to mitigation");
    assert_eq!(of("drill")[2], "exercise 3 h from start to resolution");
    assert!(of("drill").len() == 3 && of("near_miss").len() == 3, "neither recovers");
}

#[test]
fn the_clock_of_the_place_comes_first_and_days_end_at_its_midnight() {
    let text = "---\ntitle: A\ntimezone: America/Denver\ntimes: {started: 2026-03-02T16:30, resolved: 2026-03-03T00:20}\n\
        timeline:\n  - {at: \"16:30\", what: One}\n  - {at: \"17:30\", what: Two}\n  - {at: \"00:20\", what: Three}\n---\n\nText.\n";
    let page = SiteTest::new().file("a.md", text).build().text("reviews/a/index.html");
    let days = all(&page, "<tr class=\"day\"><th scope=\"rowgroup\" colspan=\"3\">", "</th>");
    assert_eq!(days, ["2 March 2026", "3 March 2026"], "23:30 UTC is followed by 00:30 UTC of the same evening");
    for wanted in [
        "<time datetime=\"2026-03-02T23:30:00Z\">16:30</time></a> <span class=\"local\">23:30 UTC</span>",
        "17:30</time></a> <span class=\"since\">+1 h</span> <span class=\"local\">3 March, 00:30 UTC</span>",
        "<th scope=\"col\">Denver</th>",
        "Times in Denver (UTC-7), UTC beneath.",
        "2 March 2026, 16:30 Denver</time> <span class=\"local\">(23:30 UTC)</span>",
        "times in Denver (UTC-7)",
    ] {
        assert!(page.contains(wanted), "{wanted}");
    }
}

#[test]
fn marks_and_rows_lead_to_each_other() {
    let text = "---\ntitle: A\ntimes: {started: 2026-03-02T09:00Z, resolved: 2026-03-02T10:00Z}\ntimeline:\n  \
        - {at: 2026-03-02T09:10Z, impact: negative, what: One}\n  - {at: 2026-03-02T09:30Z, what: Two}\n---\n\nText.\n";
    let page = SiteTest::new().file("a.md", text).build().text("reviews/a/index.html");
    for n in 1..=2 {
        for wanted in [
            format!("id=\"plot.{n}\" href=\"#entry.{n}\""),
            format!("id=\"plot.phone.{n}\" href=\"#entry.{n}\""),
            format!("<tr id=\"entry.{n}\""),
            format!("href=\"#plot.{n}\""),
            format!("href=\"#plot.phone.{n}\""),
            format!("href=\"#entry.{n}\" title=\"Link to this entry\""),
        ] {
            assert_eq!(page.matches(&wanted).count(), 1, "{wanted}");
        }
    }
}

#[test]
fn what_nobody_wrote_is_not_stated() {
    let page =
        SiteTest::new().file("a.md", "# The lamp was out\n\nIt was dark.\n").build().text("reviews/a/index.html");
    for wanted in ["<dt>Status</dt><dd><span class=\"none\">not stated</span>", "<span>date not stated</span>"] {
        assert!(page.contains(wanted), "{wanted}");
    }
    assert!(!page.contains("Reviewed"), "nobody said so");
}

#[test]
fn there_is_no_harm_if_no_customer_was_affected() {
    let text = "---\ntitle: A\nkind: incident\nimpact: {customers: false}\ntimes: {started: 2026-03-02T09:00Z, \
        mitigated: 2026-03-02T09:30Z, resolved: 2026-03-02T10:00Z}\n---\n\nText.\n";
    let page = SiteTest::new().file("a.md", text).build().text("reviews/a/index.html");
    let figures = Page::read(&page).figures;
    assert_eq!(figures.keys().collect::<Vec<_>>(), ["mitigation", "recover"]);
    assert!(!page.contains("Time of harm"));
}
