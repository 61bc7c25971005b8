//! Weekly digests: what belongs to which week, and each format to the byte. `BLESS=1` writes `tests/digests/expected` anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::{Run, SiteTest, TODAY, blessing, program, sample, tree};

const FORMATS: [&str; 6] = ["html", "eml", "text", "md", "slack", "ics"];
/// The Friday of the week that the goldens show.
const FRIDAY: &str = "2026-11-20";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/digests")
}

fn fixture() -> SiteTest {
    SiteTest::of(&folder().join("library"))
}

fn digest(test: &SiteTest, args: &[&str]) -> Run {
    test.run(&[&["digest", "library"], args].concat())
}

fn review(title: &str, published: &str, more: &str) -> String {
    format!("---\ntitle: {title}\npublished: {published}\nlearnings: [Lesson of {title}.]\n{more}---\nText.\n")
}

/// What a page says between its header and its footer.
fn main_of(page: &str) -> &str {
    let start = page.find("<main").expect("a main part");
    &page[start..page.find("</main>").expect("its end")]
}

/// The titles of the reviews of a part of a week's page.
fn part<'p>(page: &'p str, key: &str) -> &'p str {
    let start = page.find(&format!("data-part=\"{key}\"")).unwrap_or_else(|| panic!("no part {key}:\n{page}"));
    let rest = &page[start..];
    &rest[..rest.find("</section>").expect("its end")]
}

#[test]
fn every_format_is_as_expected_to_the_byte() {
    let test = fixture();
    let mut made = BTreeMap::new();
    for format in FORMATS {
        let run = digest(&test, &["--as-of", FRIDAY, "--week", "2026-W47", "--format", format]).ok();
        assert!(!run.stdout.contains("Kestrel"), "{format} holds what nobody may see");
        made.insert(format!("2026-W47.{format}"), run.stdout.into_bytes());
    }
    test.run(&["build", "library", "--as-of", FRIDAY]).ok();
    for path in [
        "digests/index.html",
        "digests/2026-11/index.html",
        "digests/2026-Q4/index.html",
        "digests/atom.xml",
        "digests/feed.json",
    ] {
        made.insert(path.replace('/', "-"), test.text(path).into_bytes());
    }
    let expected = folder().join("expected");
    if blessing() {
        let _ = fs::remove_dir_all(&expected);
        fs::create_dir_all(&expected).expect("a folder");
        for (name, bytes) in &made {
            fs::write(expected.join(name), bytes).expect("written");
        }
    }
    let wanted = tree(&expected);
    let wrong: Vec<_> = wanted.keys().chain(made.keys()).filter(|name| wanted.get(*name) != made.get(*name)).collect();
    assert!(wrong.is_empty(), "these differ, are missing, or were not expected: {wrong:#?}");
    assert_eq!(test.text("digests/2026-W47/index.html").as_bytes(), made["2026-W47.html"], "the page is the site's");
}

#[test]
fn a_week_has_its_parts_in_order_with_time_for_each() {
    let test = SiteTest::of(&sample()).build();
    let page = test.text("digests/2026-W47/index.html");
    let keys = ["lesson", "new", "near", "revised", "well", "patterns", "actions", "archive", "agenda", "questions"];
    let at: Vec<_> = keys.map(|key| page.find(&format!("data-part=\"{key}\"")).expect(key)).into();
    assert!(at.is_sorted(), "{at:?}");
    let minutes: usize = page
        .split("data-minutes=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().and_then(|n| n.parse::<usize>().ok()).expect("minutes"))
        .sum();
    assert_eq!(minutes, 60);
    assert!(page.contains("<button type=\"button\" class=\"present\" data-present hidden>Present</button>"));
    let home = test.text("index.html");
    assert!(home.contains("href=\"this-week/index.html\"") && home.contains("Smoke alarm in the battery room"));
}

#[test]
fn what_belongs_to_a_week_is_in_it_once() {
    let test = fixture();
    let page = digest(&test, &["--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    assert!(
        page.contains(
            "3 new reviews: 2 incidents, 1 near miss; 1 review revised; 2 actions closed; 1 decided against."
        )
    );
    assert!(page.contains("1 restricted review is not listed.") && !page.contains("Kestrel"));
    // Published and revised in one week: new, with the note, and not among the revised.
    assert!(part(&page, "lesson").contains("The lamp &amp; the &lt;b&gt;bucket&lt;/b&gt;"));
    assert!(part(&page, "lesson").contains("Added what she told us."));
    assert!(!part(&page, "revised").contains("The lamp") && part(&page, "revised").contains("The rows have numbers."));
    // Without `published:` the end decides, and the page says so.
    assert!(part(&page, "new").contains("A bell, dusted"));
    assert!(part(&page, "new").contains("no date of publication; placed by the day it was over"));
    assert!(
        part(&page, "new").contains("Published after last week’s meeting")
            && part(&page, "new").contains("After the meeting")
    );
    assert!(part(&page, "near").contains("Friday at ten to five"));
    assert!(
        part(&page, "patterns").contains("Stale cache") && part(&page, "patterns").contains("2 reviews in 90 days")
    );
    assert!(!part(&page, "patterns").contains("Manual step"), "once is no pattern");
    let actions = part(&page, "actions");
    let at = |words: &str| actions.find(words).unwrap_or_else(|| panic!("no {words}:\n{actions}"));
    let order = [
        "Closed this week",
        "Number the rows",
        "Due next",
        "monthly",
        "Overdue",
        "Write the list",
        "Buy a bell",
        "A second lamp",
    ];
    assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])));
    // Done before the review came out, it is told with it.
    assert!(at("Dark after 60 s") < at("Due next"));
    assert!(part(&page, "archive").contains("This week in 2025") && part(&page, "archive").contains("An old lamp"));
    assert!(part(&page, "archive").contains("A cold day"));
    assert!(part(&page, "agenda").contains("<dt>Learning hour</dt><dd>Thursday 19 November 2026, 09:30 to 10:15 (Europe/Berlin), <a href=\"https://meet.harbour.example/hour\">"));
    assert!(part(&page, "agenda").contains("Thursday 26 November 2026") && part(&page, "agenda").contains("Ben, Dee"));
}

#[test]
fn questions_ask_how_and_what() {
    let test = SiteTest::of(&sample()).build();
    for (path, bytes) in test.tree().into_iter().filter(|(path, _)| path.starts_with("digests/2")) {
        let page = String::from_utf8(bytes).expect("UTF-8");
        let Some(list) = page.split("<ol class=\"questions\">").nth(1).and_then(|rest| rest.split("</ol>").next())
        else {
            continue;
        };
        for item in list.split("<li").skip(1) {
            let text = item.split('>').nth(1).unwrap_or_default().split('<').next().unwrap_or_default().to_lowercase();
            let own: String = text.split('“').map(|rest| rest.split('”').next_back().unwrap_or_default()).collect();
            let words: Vec<_> = own.split(|c: char| !c.is_alphanumeric()).collect();
            assert!(!words.iter().any(|word| matches!(*word, "who" | "why" | "whose" | "whom")), "{path}: {text}");
            assert!(text.trim_end().ends_with('?'), "{path}: {text}");
        }
    }
    let page = digest(&fixture(), &["--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    let questions = part(&page, "questions");
    for words in [
        "change for Fares and everyone,",
        "Where else does an answer pass through a cache?",
        "leaves open?",
        "“Stale cache” has come back",
        "What is “tide-table”, which is in no list of ours",
    ] {
        assert!(questions.contains(words), "{words}: {questions}");
    }
    assert!(!questions.contains("Why did nobody"));
}

#[test]
fn a_past_week_is_built_again_byte_for_byte_whatever_came_later() {
    let (then, now) = (fixture(), fixture());
    now.put(
        "later.md",
        review("Later", "2026-11-30", "services: [boards]\ncontributing_factors: [Stale cache]\n").as_bytes(),
    );
    now.put("2026-11-18-hidden.md", b"---\ntitle: Later\nvisibility: restricted\npublished: 2026-12-01\n---\nx\n");
    let path = "2026-10-01-four-minutes.md";
    let text = fs::read_to_string(now.library().join(path)).expect("a review");
    let text = text.replace("due: 2026-11-02, status: open", "due: 2026-11-02, status: done, closed: 2026-12-20");
    let text = text.replace("revisions: [", "revisions: [{on: 2026-12-24, note: Later still.}, ");
    now.put(path, text.as_bytes());
    for format in FORMATS {
        let old = digest(&then, &["--week", "2026-W47", "--as-of", "2026-11-22", "--format", format]).ok().stdout;
        for as_of in ["2026-11-22", "2026-12-31"] {
            let new = digest(&now, &["--week", "2026-W47", "--as-of", as_of, "--format", format]).ok().stdout;
            if format == "html" {
                // The frame counts the reviews of the library, and a later week may follow.
                let alone = |page: &str| {
                    let page = main_of(page).split("<nav class=\"siblings").next().unwrap_or_default();
                    page.lines().filter(|line| !line.contains("rel=\"next\"")).collect::<Vec<_>>().join("\n")
                };
                assert!(alone(&old) == alone(&new), "as of {as_of}");
            } else {
                assert_eq!(old, new, "{format} as of {as_of}");
            }
        }
    }
    assert!(
        digest(&now, &["--week", "2026-W48", "--as-of", "2026-11-29"]).ok().stdout.contains("Nothing new this week.")
    );
    assert!(digest(&now, &["--week", "2026-W49", "--as-of", "2026-12-31"]).ok().stdout.contains("Later"));
}

#[test]
fn the_clock_zone_and_locale_of_the_machine_change_no_byte() {
    let test = fixture();
    for format in FORMATS {
        let args = ["digest", "library", "--as-of", FRIDAY, "--format", format];
        let in_zone = |zone: &str, locale: &str| {
            let mut run = program();
            run.current_dir(test.root()).args(args).env("TZ", zone).env("LC_ALL", locale);
            run.output().expect("runs").stdout
        };
        assert!(in_zone("Pacific/Apia", "tr_TR.UTF-8") == in_zone("America/Denver", "C"), "{format}");
    }
}

#[test]
fn an_empty_library_and_an_empty_week_have_digests() {
    let test = SiteTest::new().file("debrief.yaml", "base_url: https://x.example/\n");
    for format in FORMATS {
        let run = digest(&test, &["--as-of", FRIDAY, "--format", format]).ok();
        assert!(!run.stdout.is_empty(), "{format}");
    }
    test.build_with(&[]).ok();
    assert!(test.text("this-week/index.html").contains("Nothing new this week."));
    let test = SiteTest::new().file("old.md", &review("Old", "2025-01-06", "")).build();
    let page = test.text("this-week/index.html");
    assert!(page.contains("Nothing new this week. The lesson is one of the archive, whose turn it is."));
    assert!(part(&page, "lesson").contains("Lesson of Old."));
    assert!(page.contains("Nothing was closed, nothing is due within a fortnight, and nothing is overdue."));
    // What came out after last week's meeting has been told by nobody yet: it goes before the archive.
    let test = test.file("late.md", &review("Late", "2026-11-13", ""));
    let page = digest(&test, &["--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    assert!(page.contains("The lesson is of a review that came out after last week’s meeting."));
    assert!(part(&page, "lesson").contains("Lesson of Late.") && !page.contains("data-part=\"new\""));
    let page = digest(&test, &["--week", "2026-W52", "--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    assert!(page.contains("This week has not begun."));
}

#[test]
fn a_week_of_forty_reviews_is_still_a_digest() {
    let mut test = SiteTest::new().file("debrief.yaml", "base_url: https://x.example/\n");
    for n in 0..40 {
        let more = format!(
            "went_well: [Well {n}.]\ncontributing_factors: [Stale cache]\nactions: [{{title: Do {n}, due: 2026-11-01}}]\n"
        );
        test = test.file(&format!("r{n:02}.md"), &review(&format!("R{n:02}"), "2026-11-17", &more));
    }
    let test = test.build();
    let page = test.text("this-week/index.html");
    assert!(page.contains("40 new reviews: 40 incidents."));
    assert_eq!(part(&page, "new").matches("<article").count(), 39);
    assert!(part(&page, "well").contains("28 more in the reviews of this week."));
    assert_eq!(part(&page, "actions").matches("<li").count(), 8);
    assert!(part(&page, "actions").contains("All 40"));
    let run = |format| digest(&test, &["--as-of", FRIDAY, "--format", format]).ok().stdout;
    assert!(run("text").contains("(27 more on the page)") && run("text").contains("(32 more of 40)"));
    let slack: serde_json::Value = serde_json::from_str(&run("slack")).expect("JSON");
    assert!(slack["blocks"].as_array().expect("blocks").len() <= 50);
}

#[test]
fn years_end_in_week_53_and_begin_in_week_1() {
    let test = SiteTest::new()
        .file("a.md", &review("Last", "2026-12-28", ""))
        .file("b.md", &review("Sunday", "2027-01-03", ""))
        .file("c.md", &review("First", "2027-01-04", ""));
    test.run(&["build", "library", "--as-of", "2027-01-08"]).ok();
    let last = test.text("digests/2026-W53/index.html");
    assert!(last.contains("28 December 2026 to 3 January 2027") && last.contains("Last") && last.contains("Sunday"));
    assert!(last.contains("href=\"../2027-W01/index.html\"") && last.contains("href=\"../2026-Q4/index.html\""));
    let first = test.text("digests/2027-W01/index.html");
    assert!(first.contains("4 to 10 January 2027") && first.contains("as of <time datetime=\"2027-01-08\">"));
    assert!(test.text("digests/2026-12/index.html").contains("2 new reviews: 2 incidents."));
    assert!(test.text("digests/2027-Q1/index.html").contains("1 new review: 1 incident."));
    let all = test.text("digests/index.html");
    assert!(all.find("id=\"y2027\"") < all.find("id=\"y2026\""));
    digest(&test, &["--week", "2027-W53"]).code(2).says("2027 has 52 weeks");
    digest(&test, &["--week", "last"]).code(2).says("write a week as 2026-W47");
}

#[test]
fn days_are_those_of_the_library_wherever_it_is() {
    // 2026-11-22T20:00Z: Sunday in Denver, Monday in Auckland.
    let late = "---\ntitle: Late\ntimes: {started: 2026-11-22T19:00Z, resolved: 2026-11-22T20:00Z}\n---\nText.\n";
    for (zone, week, days) in [
        ("Pacific/Auckland", "2026-W48", "23 to 29"),
        ("America/Denver", "2026-W47", "16 to 22"),
        ("UTC", "2026-W47", "16 to 22"),
    ] {
        let test = SiteTest::new().file("debrief.yaml", &format!("timezone: {zone}\n")).file("a.md", late);
        let mut run = program();
        run.current_dir(test.root()).args(["build", "library", "--quiet"]).env("SOURCE_DATE_EPOCH", "1795377600");
        assert!(run.status().expect("runs").success());
        let page = test.text("this-week/index.html");
        assert!(page.contains(&format!("data-week=\"{week}\"")) && page.contains(days), "{zone}");
        assert!(part(&page, "lesson").contains("Late"), "{zone}: the review ended in this very week");
    }
}

#[test]
fn a_week_that_begins_on_sunday_or_friday_has_its_own_days() {
    for (start, new) in [("monday", "B"), ("sunday", "A"), ("friday", "A")] {
        let test = SiteTest::new()
            .file("debrief.yaml", &format!("week_start: {start}\nmeeting: {{weekday: thursday}}\n"))
            .file("a.md", &review("A", if start == "friday" { "2026-11-13" } else { "2026-11-15" }, ""))
            .file("b.md", &review("B", "2026-11-22", ""));
        let text = digest(&test, &["--week", "2026-W47", "--as-of", "2026-11-30"]).ok().stdout;
        let other = if new == "A" { "Lesson of B." } else { "Lesson of A." };
        assert!(text.contains(&format!("Lesson of {new}.")), "{start}: {text}");
        assert!(start == "monday" || !text.contains(other), "{start}: {text}");
        assert!(text.contains("Thursday 19 November 2026"), "{start}: {text}");
    }
}

#[test]
fn what_leaves_the_site_needs_its_address() {
    let test = SiteTest::new().file("a.md", &review("A", "2026-11-17", ""));
    for format in ["eml", "slack", "ics"] {
        digest(&test, &["--as-of", FRIDAY, "--format", format])
            .code(2)
            .says("--base-url")
            .says("`base_url` in debrief.yaml");
        let run = digest(&test, &["--as-of", FRIDAY, "--format", format, "--base-url", "https://x.example/lib"]).ok();
        assert!(run.stdout.contains("https://x.example/lib/"), "{format}");
    }
    assert!(digest(&test, &["--as-of", FRIDAY]).ok().stdout.contains("\n  reviews/a/\n"));
    assert!(digest(&test, &["--as-of", FRIDAY, "--format", "md"]).ok().stdout.contains("[A](<reviews/a/>)"));
}

#[test]
fn a_file_that_is_named_is_written_and_written_over() {
    let test = fixture();
    for _ in 0..2 {
        let run = digest(&test, &["--as-of", FRIDAY, "--format", "eml", "--out", "mail/week.eml"]).ok();
        assert!(run.stdout.is_empty() && run.stderr.is_empty(), "{}", run.stderr);
    }
    let mail = fs::read_to_string(test.root().join("mail/week.eml")).expect("a mail");
    assert!(mail.lines().all(|line| line.len() <= 78) && mail.is_ascii());
    assert!(!mail.replace("\r\n", "").contains(['\r', '\n']), "every line ends in CR LF");
    digest(&test, &["--as-of", FRIDAY, "--out", "library"]).code(4).says("cannot write `library`");
}

#[test]
fn nothing_of_a_review_becomes_markup() {
    let hostile = "\"<script>x</script> | *a* [b](https://evil.example/) <!channel> ;, \\\\n BEGIN:VEVENT\"";
    let text = format!(
        "---\ntitle: {hostile}\npublished: 2026-11-17\nsurprises: [{hostile}]\nlearnings: [{hostile}]\ngot_lucky: [{hostile}]\n\
         actions: [{{title: {hostile}, owner: {hostile}, due: 2026-11-18}}]\npeople: {{owner: {hostile}}}\n---\nx\n"
    );
    let test = SiteTest::new()
        .file(
            "debrief.yaml",
            &format!("base_url: https://x.example/\ntitle: {hostile}\nmeeting: {{name: {hostile}}}\n"),
        )
        .file("a.md", &text);
    let run = |format| digest(&test, &["--as-of", FRIDAY, "--format", format]).ok().stdout;
    assert!(!run("html").contains("<script>x") && !run("html").contains("onload"));
    let mail = run("eml").replace("=\r\n", "");
    let mail = mail.split("text/html").nth(1).expect("an HTML part");
    assert!(!mail.contains("<script>x") && mail.contains("&lt;script&gt;x"));
    let slack: serde_json::Value = serde_json::from_str(&run("slack")).expect("JSON");
    for block in slack["blocks"].as_array().expect("blocks").iter().filter(|block| block["type"] == "section") {
        let text = block["text"]["text"].as_str().expect("text");
        assert!(!text.contains("<!") && !text.contains("<script"), "{text}");
    }
    assert!(!run("md").contains("\n<script") && run("md").contains("\\<script\\>"));
    let calendar = run("ics");
    assert_eq!(calendar.matches("\r\nBEGIN:VEVENT").count(), 2, "{calendar}");
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn this_week_is_a_stable_address_of_the_current_week() {
    let test = fixture();
    test.run(&["build", "library", "--as-of", FRIDAY]).ok();
    let this = test.text("this-week/index.html");
    assert!(this.contains("<link rel=\"canonical\" href=\"https://learning.harbour.example/digests/2026-W47/\">"));
    let week = test.text("digests/2026-W47/index.html");
    assert!(!week.contains("rel=\"canonical\""));
    let plain = |page: &str| main_of(page).replace("../", "").replace("digests/", "");
    let (this, week) = (plain(&this), plain(&week));
    let without_links =
        |page: &str| page.split("href=\"").map(|p| p.split_once('"').map_or(p, |(_, rest)| rest)).collect::<String>();
    assert_eq!(without_links(&this), without_links(&week));
    let atom = test.text("digests/atom.xml");
    assert!(atom.contains("<title>Week 47, 2026: The lamp &amp; the &lt;b&gt;bucket&lt;/b&gt;</title>"), "{atom}");
    assert!(atom.contains("<id>https://learning.harbour.example/digests/2026-W47/</id>"));
    assert!(!atom.contains("Kestrel"));
}

#[test]
fn the_meeting_of_a_library_is_read_strictly() {
    let test = SiteTest::new()
        .file("a.md", &review("A", "2026-11-17", ""))
        .file("debrief.yaml", "meeting: {weekday: thurday, time: 25 o'clock, length: 5, lenght: 50, link: here}\n");
    let run = test.build_with(&[]).code(1);
    for words in
        ["did you mean `thursday`?", "no time of day", "minutes from 15 to 240", "did you mean `length`?", "https://"]
    {
        assert!(run.stderr.contains(words), "{words}:\n{}", run.stderr);
    }
    let test = SiteTest::new().file("a.md", &review("A", "2026-11-17", "")).file(
        "debrief.yaml",
        "timezone: America/Denver\nmeeting: {weekday: tuesday, time: \"9:05\", length: 30, facilitators: [Ana]}\n",
    );
    let text = digest(&test, &["--as-of", TODAY]).ok().stdout;
    for words in
        ["Tuesday 17 November 2026, 09:05 to 09:35, America/Denver", "09:05 Ground rules (3 min)", "Facilitator: Ana"]
    {
        assert!(text.contains(words), "{words}:\n{text}");
    }
}
