//! Weekly digests: what belongs to which week, and each format to the byte. `BLESS=1` writes `tests/digests/expected` anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::{Run, SiteTest, blessing, program, sample, tree, without_asset_version};

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
    let whole = made["2026-W47.html"].clone();
    let made: BTreeMap<_, _> = made.into_iter().map(|(name, bytes)| (name, without_asset_version(bytes))).collect();
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
    assert_eq!(test.text("digests/2026-W47/index.html").as_bytes(), whole, "the page is the site's");
}

#[test]
fn a_week_has_its_parts_in_order_with_time_for_each() {
    let test = SiteTest::of(&sample()).build();
    let page = test.text("digests/2026-W47/index.html");
    let keys = ["lesson", "new", "near", "revised", "well", "patterns", "actions", "archive", "agenda", "questions"];
    assert!(page.contains("13 to 19 November 2026"), "the week ends with its meeting");
    let at: Vec<_> = keys.map(|key| page.find(&format!("data-part=\"{key}\"")).expect(key)).into();
    assert!(at.is_sorted(), "{at:?}");
    let minutes: usize = page
        .split("data-minutes=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().and_then(|n| n.parse::<usize>().ok()).expect("minutes"))
        .sum();
    assert_eq!(minutes, 60);
    assert!(page.contains("<button type=\"button\" class=\"present\" data-present hidden>Present</button>"));
    assert!(test.text("index.html").contains("href=\"this-week/index.html\""));
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
    assert!(page.contains("1 review came out after the last meeting, on 12 November 2026, and is told now."));
    assert!(part(&page, "late").contains("After the meeting"), "with its minutes and its teller");
    assert!(
        part(&page, "late").contains("data-story-minutes=\"5\"")
            && part(&page, "late").contains("Nobody is named to tell it")
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
        "To decide today",
        "Write the list",
        "due 2 weeks ago",
        "Due next",
        "monthly",
        "Buy a bell",
        "A second lamp",
        "1 action is overdue in all",
    ];
    assert!(order.windows(2).all(|pair| at(pair[0]) < at(pair[1])));
    // Done before the review came out, it is told with it.
    assert!(at("Dark after 60 s") < at("Due next"));
    assert!(part(&page, "archive").contains("This week in 2025") && part(&page, "archive").contains("An old lamp"));
    assert!(part(&page, "archive").contains("A cold day"));
    assert!(part(&page, "agenda").contains("<dt>Learning hour</dt><dd>Thursday 19 November 2026, 09:30 to 10:15, Europe/Berlin, <a href=\"https://meet.harbour.example/hour\">"));
    assert!(part(&page, "agenda").contains("Thursday 26 November 2026"));
    // The owner was not asked yet, and says so; who tells leads no meeting.
    assert!(part(&page, "agenda").contains("to be asked: Ben, Dee"));
    assert!(part(&page, "agenda").contains("none found: everybody who leads in turn tells a review"));
}

#[test]
fn questions_ask_how_and_what() {
    let test = SiteTest::of(&sample()).build();
    for (path, bytes) in test.tree().into_iter().filter(|(path, _)| path.starts_with("digests/2")) {
        let page = String::from_utf8(bytes).expect("UTF-8");
        let lists = ["questions", "story-questions"].map(|class| format!("<ol class=\"{class}\">"));
        let lists = lists.iter().flat_map(|list| page.split(list.as_str()).skip(1));
        for item in lists.flat_map(|rest| rest.split("</ol>").next().unwrap_or_default().split("<li").skip(1)) {
            let Some(text) = item.split('>').nth(1).and_then(|rest| rest.split('<').next()) else { continue };
            let text = text.to_lowercase();
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
        "“Stale cache” has come back",
        "What is “tide-table”, which is in no list of ours",
        "Where do we have something like it",
    ] {
        assert!(questions.contains(words), "{words}: {questions}");
    }
    let lesson = part(&page, "lesson");
    for words in [
        "Where else does an answer pass through a cache?",
        "leaves open?",
        "It took 5 min until we knew. How would we know sooner, and recover sooner than after 18 h 29 min?",
        "How specifically will we improve",
        "How was it to respond",
        "how much of this was new to you, and how many of us knew all the moving pieces?",
    ] {
        assert!(lesson.contains(words), "{words}: {lesson}");
    }
    assert!(!page.contains("Why did nobody") && !page.contains("<li dir=\"auto\">How do we know sooner?"));
    for key in ["late", "near"] {
        assert!(part(&page, key).contains("How specifically will we improve"), "{key} has its own questions");
    }
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
    assert!(page.contains("Nothing new this week. The lesson is of a review of the archive."));
    assert!(part(&page, "lesson").contains("Lesson of Old."));
    assert!(!page.contains("data-part=\"actions\"") && !part(&page, "agenda").contains("Actions"), "none: no time");
    // What came out after last week's meeting has been told by nobody yet: it goes before the archive.
    let test = test
        .file("debrief.yaml", "week_start: monday\nmeeting: {weekday: thursday}\n")
        .file("late.md", &review("Late", "2026-11-13", ""));
    let page = digest(&test, &["--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    assert!(page.contains("The lesson is of a review that came out after the last meeting."));
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
    // The lesson and four more are told; the others are a line each.
    assert_eq!(part(&page, "new").matches("<article").count(), 4);
    assert_eq!(part(&page, "new").matches("class=\"why\"").count(), 35);
    assert_eq!(page.matches("data-story-minutes").count(), 5);
    assert!(part(&page, "well").contains("28 more in the reviews of this week."));
    assert_eq!(part(&page, "actions").matches("<li").count(), 3 + 8);
    assert!(part(&page, "actions").contains("<a href=\"../actions/index.html\">40 actions are overdue in all</a>"));
    let run = |format| digest(&test, &["--as-of", FRIDAY, "--format", format]).ok().stdout;
    assert!(run("text").contains("(27 more on the page)") && run("text").contains("40 actions are overdue in all"));
    let slack: serde_json::Value = serde_json::from_str(&run("slack")).expect("JSON");
    assert!(slack["blocks"].as_array().expect("blocks").len() < 12);
    assert!(run("eml").len() < 102_000 && run("eml").contains("34 more reviews"));
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
    // Months are those of the calendar: the third of January is no day of December.
    assert!(test.text("digests/2026-12/index.html").contains("1 review came out in it: 1 incident."));
    assert!(test.text("digests/2027-Q1/index.html").contains("2 reviews came out in it: 2 incidents."));
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
fn the_week_ends_with_the_meeting_unless_another_first_day_is_said() {
    for (weekday, name, days) in [
        ("thursday", "2026-W47", "13 to 19 November 2026"),
        ("sunday", "2026-W47", "16 to 22 November 2026"),
        ("monday", "2026-W47", "17 to 23 November 2026"),
    ] {
        let test = SiteTest::new().file("debrief.yaml", &format!("meeting: {{weekday: {weekday}}}\n"));
        let page = digest(&test, &["--week", name, "--as-of", "2026-12-31", "--format", "html"]).ok().stdout;
        assert!(page.contains(days), "{weekday}: {days}:\n{page}");
    }
    // Two hundred reviews, one a day: each is in the week of one meeting, or told late in the one that was held next.
    let skip = "skip: [2026-08-06, 2026-12-24 to 2027-01-01]";
    for week_start in ["", "week_start: monday\n", "week_start: wednesday\n"] {
        let mut test =
            SiteTest::new().file("debrief.yaml", &format!("{week_start}meeting: {{weekday: thursday, {skip}}}\n"));
        let days: Vec<jiff::civil::Date> =
            (0..200).map(|n| jiff::civil::date(2026, 7, 3) + jiff::Span::new().days(n)).collect();
        for (n, day) in days.iter().enumerate() {
            test = test.file(&format!("n{n:03}.md"), &review(&format!("N{n:03}"), &day.to_string(), ""));
        }
        test.run(&["build", "library", "--as-of", "2027-02-10"]).ok();
        let mut told = std::collections::BTreeSet::new();
        for (path, bytes) in test.tree().into_iter().filter(|(path, _)| path.contains("-W")) {
            let page = String::from_utf8(bytes).expect("UTF-8");
            if page.contains("is not held this week") {
                assert!(page.contains("The next is on Thursday"), "{path}");
                continue;
            }
            let heard =
                ["lesson", "late", "new"].into_iter().filter(|key| page.contains(&format!("data-part=\"{key}\"")));
            let heard: String = heard.map(|key| part(&page, key)).collect();
            told.extend((0..days.len()).filter(|n| heard.contains(&format!("reviews/n{n:03}/"))));
        }
        assert_eq!(told.len(), days.len(), "{week_start}: some were never told");
    }
}

#[test]
fn no_page_announces_a_meeting_that_is_not_held() {
    let test = SiteTest::new()
        .file(
            "debrief.yaml",
            "base_url: https://x.example/\nmeeting: {name: Learning hour, weekday: thursday, facilitators: [Ana], \
             skip: [2026-12-24 to 2027-01-01, 2027-01-14]}\n",
        )
        .file("a.md", &review("Before", "2026-12-17", "presenter: Ben\n"))
        .file("b.md", &review("During", "2026-12-22", "people: {owner: Cem}\n"));
    test.run(&["build", "library", "--as-of", "2026-12-23"]).ok();
    for path in ["index.html", "this-week/index.html", "digests/2026-W52/index.html"] {
        let page = test.text(path);
        assert!(!page.contains("24 December") || page.contains("18 to 24 December 2026"), "{path}");
        assert!(!page.contains("Thursday 24") && !page.contains("Thursday 31"), "{path}");
        assert!(page.contains("Thursday 7 January 2027"), "{path}");
    }
    let run = |as_of: &str, format: &str| digest(&test, &["--as-of", as_of, "--format", format]).ok().stdout;
    for format in ["text", "md", "slack", "eml"] {
        assert!(!run("2026-12-23", format).contains("Thursday 24"), "{format}");
        assert!(run("2026-12-23", format).replace("=\r\n", "").contains("7 January 2027"), "{format}");
    }
    // The next meeting tells what waited, with who tells it, and for how long.
    let page = run("2027-01-07", "html");
    assert!(page.contains("1 review came out after the last meeting, on 17 December 2026, and is told now."));
    assert!(part(&page, "lesson").contains("Lesson of During.") && part(&page, "agenda").contains("to be asked: Cem"));
    let unfolded = |text: String| text.replace("\r\n ", "");
    let calendar = unfolded(run("2026-12-17", "ics"));
    for day in ["20261224", "20261231", "20270114"] {
        assert!(calendar.contains(&format!("EXDATE:{day}T140000Z\r\n")), "{day}:\n{calendar}");
    }
    assert!(
        calendar.contains("RECURRENCE-ID:20261217T140000Z") && calendar.contains("Before (42 min): Ben"),
        "{calendar}"
    );
    let calendar = unfolded(run("2026-12-23", "ics"));
    assert!(calendar.contains("DTSTART:20270107T140000Z\r\n") && !calendar.contains("RECURRENCE-ID"), "{calendar}");
    assert!(!calendar.contains("EXDATE:20261224") && calendar.contains("EXDATE:20270114T140000Z"), "{calendar}");
    // Without `meeting:` no page makes one up.
    let test = SiteTest::new().file("a.md", &review("A", "2026-11-17", "")).build();
    for path in ["index.html", "this-week/index.html"] {
        assert!(!test.text(path).contains("Thursday") && !test.text(path).contains("14:00"), "{path}");
    }
    SiteTest::new()
        .file("a.md", &review("A", "2026-11-17", ""))
        .file("debrief.yaml", "meeting: {skip: [christmas, 2026-12-24 to 2026-12-20]}\n")
        .build_with(&[])
        .code(1)
        .says("`christmas`, which is no day")
        .says("2026-12-21 to 2027-01-03");
}

#[test]
fn what_came_back_says_so_and_what_was_changed() {
    let test = fixture();
    let of = |title: &str, day: &str, before: &str, actions: &str| {
        let before = if before.is_empty() { String::new() } else { format!("recurrence_of: {before}\n") };
        format!(
            "---\ntitle: {title}\ntimes: {{started: {day}T08:00Z, resolved: {day}T09:00Z}}\npublished: {day}\n{before}{actions}---\nx\n"
        )
    };
    let actions = "actions: [{title: Widen the *gate*, owner: Eve, closed: 2026-06-20}, {title: Count the sheep, due: 2026-07-01}]\n";
    test.put("gate-1.md", of("The gate", "2025-03-03", "", "").as_bytes());
    test.put("gate-2.md", of("The gate again", "2026-06-10", "gate-1", actions).as_bytes());
    test.put("gate-3.md", of("The gate, thrice", "2026-11-16", "gate-2", "learnings: [Look.]\n").as_bytes());
    let page = digest(&test, &["--as-of", FRIDAY, "--format", "html"]).ok().stdout;
    for words in ["<strong>Third time: March 2025, June 2026.</strong>", "Widen the <em>gate</em>", "Count the sheep"] {
        assert!(main_of(&page).contains(words), "{words}: {page}");
    }
    assert!(
        !page.contains("Fourth time")
            && !page.contains("Second time: March 2025.</strong> <a href=\"../reviews/gate-2/")
    );
    for format in ["text", "md", "eml", "slack"] {
        let text = digest(&test, &["--as-of", FRIDAY, "--format", format]).ok().stdout;
        let text = text.replace("=\r\n", "").replace("\n  ", " ");
        assert!(text.contains("hird time: March 2025, June 2026"), "{format}: {text}");
        assert!(!text.contains("Eve"), "{format} names a team and no person");
    }
    // A day on which the third had not happened knows of two.
    let then = digest(&test, &["--week", "2026-W24", "--as-of", FRIDAY, "--format", "text"]).ok().stdout;
    assert!(then.contains("Second time: March 2025") && !then.contains("Widen the *gate*"), "{then}");
}

#[test]
fn a_message_is_short_and_names_nobody() {
    let test = fixture();
    for (format, most) in [("eml", 102_000), ("slack", 12_000)] {
        let text = digest(&test, &["--as-of", FRIDAY, "--week", "2026-W47", "--format", format]).ok().stdout;
        assert!(text.len() < most, "{format}: {}", text.len());
        for name in ["Ana", "Ben", "Cem", "Dee", "Eve"] {
            assert!(!text.contains(name), "{format} names {name}: {text}");
        }
        let address = if format == "eml" { "href=3D\"https://" } else { "<https://" };
        let links = text.replace("=\r\n", "").matches(address).count();
        assert!(
            links == 3 || (format == "slack" && links == 4),
            "{format}: {links}: three links, the title is one of them"
        );
    }
    let text = digest(&test, &["--as-of", FRIDAY]).ok().stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("it was told *nothing has changed*"), "emphasis stays: {text}");
}

#[test]
fn a_day_in_the_past_is_built_as_it_was() {
    let test = SiteTest::new()
        .file("debrief.yaml", "meeting: {weekday: thursday}\n")
        .file(
            "early.md",
            "---\ntitle: Early\ntimes: {started: 2026-03-01T08:00Z, resolved: 2026-03-01T09:00Z}\npublished: 2026-03-05\n\
             services: [boards]\nrevisions: [{on: 2026-03-06, note: Soon.}, {on: 2026-09-01, note: Kestrel note.}]\n\
             related: [kestrel-review]\n\
             actions: [{title: Fix it, due: 2026-04-01, status: wont_do, closed: 2026-09-02, reason: Kestrel reason}]\n---\n\
             See [[kestrel-review]] and [that](kestrel.md).\n",
        )
        .file(
            "kestrel.md",
            "---\nid: kestrel-review\ntitle: Kestrel\ntimes: {started: 2026-02-01T08:00Z, resolved: 2026-02-01T09:00Z}\n\
             published: 2026-06-01\nservices: [boards, kestrel-service]\ntags: [kestrel-tag]\nrecurrence_of: early\n---\nKestrel.\n",
        )
        .file("secret.md", "---\ntitle: S\nvisibility: restricted\npublished: 2026-07-01\n---\nx\n");
    test.run(&["build", "library", "--as-of", "2026-04-15", "--strict"]).ok();
    for (path, bytes) in test.tree() {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!path.contains("kestrel") && !text.contains("kestrel"), "{path} knows what came later");
        assert!(
            path.rsplit('.').next() != Some("html") || !text.contains("restricted"),
            "{path} counts what came later"
        );
    }
    assert!(
        test.text("actions/index.html").contains("Fix it") && test.text("reviews/early/index.html").contains("Soon.")
    );
    test.run(&["build", "library", "--as-of", "2026-10-01"]).ok();
    assert!(test.text("reviews/kestrel-review/index.html").contains("Kestrel"));
    assert!(test.text("reviews/early/index.html").contains("Kestrel note."));
}

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

#[test]
fn the_meeting_is_led_by_nobody_who_tells_or_responded() {
    let of = |people: &str| {
        let test = SiteTest::new()
            .file("debrief.yaml", "meeting: {weekday: thursday, facilitators: [Ana, Ben]}\n")
            .file("a.md", &review("A", "2026-11-17", people));
        let text = digest(&test, &["--as-of", "2026-11-19"]).ok().stdout;
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(of("people: {owner: Ana}\n").contains("Facilitator: Ben"));
    assert!(of("people: {responders: [\"@ben\"]}\n").contains("Facilitator: Ana"));
    assert!(of("people: {owner: Ana, incident_commander: Ben}\n").contains("Facilitator: none found"));
    assert!(of("presenter: Cem\npeople: {owner: Ana}\n").contains("Told: A (42 min): Cem"));
    assert!(of("people: {owner: Ana, presenter: Cem}\n").contains("Told: A (42 min): Cem"));
    assert!(of("people: {owner: Ana}\n").contains("Told: A (42 min): to be asked: Ana"));
    assert!(of("new_to: 14 of 20\n").contains("New to: 14 of 20"));
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
    let text = digest(&test, &["--as-of", "2026-11-17"]).ok().stdout;
    for words in
        ["Tuesday 17 November 2026, 09:05 to 09:35, America/Denver", "09:05 Ground rules (3 min)", "Facilitator: Ana"]
    {
        assert!(text.contains(words), "{words}:\n{text}");
    }
}
