//! What a library may contain, and how its pages show it.

use std::fmt::Write as _;

use crate::harness::SiteTest;

#[test]
fn odd_files_are_fine() {
    let mut long =
        String::from("---\ntitle: Many\ntimes: {started: 2026-01-01T00:00Z, resolved: 2026-01-03T00:00Z}\ntimeline:\n");
    for n in 0..400 {
        writeln!(long, "  - {{at: 2026-01-0{}T{:02}:{:02}Z, what: step {n}}}", 1 + n / 200, n % 200 / 10, n % 10)
            .expect("written");
    }
    long.push_str("---\n");
    let title = "t".repeat(300);
    SiteTest::new()
        .file("empty.md", "")
        .bytes(
            "crlf.md",
            "\u{feff}---\r\ntitle: Windows\r\nservices: [Uhr]\r\n---\r\n\r\n## Teil\r\n\r\nText\r\n".as_bytes(),
        )
        .file("many.md", &long)
        .file("long.md", &format!("# {title}\n\nx\n"))
        .file("データ.md", "# データベースの障害 🔥\n\n本文\n")
        .file("rtl.md", "# انقطاع الخدمة\n\nنص\n")
        .file("huge.md", &format!("# Huge\n\n{}", "A line of words that says little.\n".repeat(150_000)))
        .build()
        .page("reviews/crlf/index.html", "<h2 id=\"teil\">Teil")
        .page("reviews/crlf/index.html", "<title>Windows")
        .page("services/uhr/index.html", "Windows")
        .page("reviews/many/index.html", "step 399")
        .page("reviews/many/index.html", "id=\"entry.400\"")
        .page("reviews/long/index.html", &title)
        .page("reviews/データ/index.html", "データベースの障害 🔥")
        .page(
            "reviews/index.html",
            "href=\"../reviews/%E3%83%87%E3%83%BC%E3%82%BF/index.html\""
                .replace("../reviews", ".")
                .trim_start_matches("href=\"./")
                .trim_end_matches('"'),
        )
        .page("reviews/rtl/index.html", "انقطاع الخدمة")
        .page("reviews/empty/index.html", "empty");
}

#[test]
fn sections_fill_fields_where_front_matter_is_silent() {
    SiteTest::new()
        .file(
            "2026-03-02-cache.md",
            "# Cache\n\n## Summary\n\nPrices were old.\n\n## Timeline (UTC)\n\n- 21:14 The failover begins\n- **21:31** A passenger \
             writes\n  - with a *picture*\n- 00:10 All is well\n\n## Lessons learned\n\n- A cache is a second source.\n\n## Action \
             items\n\n- [ ] Expire it at failover\n- [x] Tell the desk\n",
        )
        .build()
        .page("reviews/2026-03-02-cache/index.html", "<svg class=\"tl")
        .page("reviews/2026-03-02-cache/index.html", "3 March 2026")
        .page("reviews/2026-03-02-cache/index.html", "with a <em>picture</em>")
        .page("reviews/2026-03-02-cache/index.html", "Tell the desk")
        .page("actions/index.html", "Expire it at failover")
        .page("actions/index.html", "data-value=\"2\">Done</td>")
        .page("index.html", "A cache is a second source.");
}

#[test]
fn a_timeline_that_cannot_be_read_stays_as_it_was_written() {
    SiteTest::new()
        .file("2026-03-02-x.md", "# X\n\n## Timeline\n\n- 09:14 first\n- later on, second\n")
        .build()
        .page("reviews/2026-03-02-x/index.html", "later on, second")
        .page("reviews/2026-03-02-x/index.html", "09:14 first")
        .lacks("reviews/2026-03-02-x/index.html", "entry.1");
}

#[test]
fn a_table_keeps_the_columns_that_no_field_has() {
    SiteTest::new()
        .file(
            "2026-03-02-x.md",
            "# X\n\n## Timeline\n\nAll times CET.\n\n| Time | What | Who | Mood |\n|---|---|---|---|\n| 09:14 | first | Ana | calm |\n| 09:20 | \
             second | | |\n",
        )
        .build()
        .page("reviews/2026-03-02-x/index.html", "first (Mood: calm)")
        .page("reviews/2026-03-02-x/index.html", "Ana")
        .page("reviews/2026-03-02-x/index.html", "2026-03-02T08:14:00Z");
}

#[test]
fn reviews_are_alike_neither_by_function_words_nor_by_names() {
    let mut test = SiteTest::new();
    let review = |title: &str, text: &str| {
        format!("---\ntitle: {title}\npeople: {{responders: [Marit Tveitnes]}}\n---\n\n{text}\n")
    };
    for n in 0..30 {
        test =
            test.file(&format!("other-{n}.md"), &review(&format!("Other {n}"), &format!("Filler{n} stands alone{n}.")));
    }
    let alike = "That could have been worse: Marit went back again, because the lamprey thermocouple drifted.";
    let names = "Tveitnes could perhaps have told somebody, and Marit came back because nobody else would, but Edward. Thanks @mr0grog!";
    let test = test
        .file("a.md", &review("Freezing", alike))
        .file("b.md", &review("Boiling", alike))
        .file("c.md", &review("Talk", names))
        .file("d.md", &review("Silence", names))
        .build();
    let page = test.text("reviews/a/index.html");
    let reason = page.split("similar words: ").nth(1).expect("a reason").split('<').next().unwrap_or_default();
    let words: Vec<&str> = reason.split(", ").collect();
    let telling = ["drifted", "lamprey", "thermocouple"];
    assert!(words.iter().all(|word| telling.contains(word)), "{reason}");
    assert!(!test.text("reviews/c/index.html").contains("similar words"), "function words and names alone");
}

#[test]
fn reviews_are_alike_by_any_form_of_a_word_and_not_by_headings_or_by_what_is_said_already() {
    let review =
        |title: &str, text: &str, more: &str| format!("---\ntitle: {title}\n{more}---\n## Lay of the land\n\n{text}\n");
    let factor = "contributing_factors: [Lantern fuel]\n";
    let mut test = SiteTest::new()
        .file("a.md", &review("A", "The halyards chafed through on the capstan; the lantern went out.", factor))
        .file("b.md", &review("B", "A halyard was chafing on two capstans, by a lantern.", factor))
        .file("c.md", &review("C", "Nothing of the kind.", ""));
    // In a larger library, fewer words are common to an eighth of it.
    for n in 0..30 {
        test = test.file(&format!("other-{n}.md"), &format!("---\ntitle: Other {n}\n---\nWord{n} alone.\n"));
    }
    let test = test.build();
    let page = test.text("reviews/a/index.html");
    let why = page.split("class=\"why\">").nth(1).expect("a reason").split('<').next().unwrap_or_default();
    assert!(why.starts_with("same factor: Lantern fuel; similar words: "), "{why}");
    for word in ["halyards", "chafed", "capstan"] {
        assert!(why.contains(word), "{word}: {why}");
    }
    assert_eq!(why.matches("lantern").count(), 0, "{why}");
    assert!(!test.text("reviews/c/index.html").contains("similar words"), "a heading of a template alone");
}

#[test]
fn related_reviews_say_why() {
    let review = |title: &str, factor: &str| {
        format!("---\ntitle: {title}\nservices: [checkout]\ncontributing_factors: [{factor}]\n---\n\n{title}\n")
    };
    let mut test = SiteTest::new();
    for n in 0..8 {
        test = test.file(&format!("other{n}.md"), &format!("---\ntitle: Other {n}\nservices: [s{n}]\n---\n\nx\n"));
    }
    test.file("a.md", &review("One", "stale cache"))
        .file("b.md", &review("Two", "Stale cache"))
        .file("c.md", "---\ntitle: Three\nrelated: [a]\nrecurrence_of: b\n---\n\nSee [[b]].\n")
        .build()
        .page("reviews/a/index.html", "same factor: ")
        .page("reviews/a/index.html", "also checkout")
        .page("reviews/c/index.html", "named by the author")
        .page("reviews/c/index.html", "class=\"review-link\" href=\"../b/index.html\">Two</a>")
        .page("factors/stale-cache/index.html", "2 reviews");
}

#[test]
fn feeds_and_json_are_there_for_all_and_for_each() {
    let test = SiteTest::new()
        .file("debrief.yaml", "title: Lib\nbase_url: https://lib.example.com\n")
        .file(
            "a.md",
            "---\ntitle: A & B\nseverity: sev2\ntags: [dns]\nservices: [web]\npublished: 2026-02-01\n---\nx\n",
        )
        .build();
    for path in ["atom.xml", "tags/dns/atom.xml", "severity/sev2/atom.xml", "services/web/atom.xml"] {
        let feed = test.text(path);
        assert!(
            feed.contains("<title>A &amp; B</title>") && feed.contains("https://lib.example.com/reviews/a/"),
            "{feed}"
        );
        assert!(feed.contains("<updated>2026-02-01T00:00:00Z</updated>"), "{feed}");
    }
    let json: serde_json::Value = serde_json::from_str(&test.text("feed.json")).expect("JSON");
    assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(json["items"][0]["url"], "https://lib.example.com/reviews/a/");
    let reviews: serde_json::Value = serde_json::from_str(&test.text("reviews.json")).expect("JSON");
    assert_eq!((&reviews["schema"], &reviews["count"]), (&3.into(), &1.into()));
    assert_eq!(test.records()[0]["id"], "a");
}

#[test]
fn long_lists_come_in_pages() {
    let mut test = SiteTest::new();
    for n in 0..101 {
        test = test.file(&format!("r{n:03}.md"), &format!("---\ntitle: R{n}\nseverity: sev3\n---\nx\n"));
    }
    test.build()
        .page("reviews/index.html", "The newest 31 of 101 reviews")
        .page("reviews/index.html", "<a rel=\"next\" href=\"page-7/index.html\">Older reviews</a>")
        .page("reviews/page-3/index.html", "Reviews 21 to 30, counted from the oldest")
        .page("reviews/page-7/index.html", "<a rel=\"prev\" href=\"../index.html\">Newer reviews</a>")
        .page("reviews/page-3/index.html", "<a rel=\"next\" href=\"../page-2/index.html\">Older reviews</a>")
        .page("reviews/page-3/index.html", "<title>All reviews, page 3 ·")
        .page("severity/sev3/page-1/index.html", "R100")
        .no_file("severity/sev3/page-8/index.html");
}

#[cfg(unix)]
#[test]
fn links_within_the_library_are_followed_and_loops_are_not() {
    let test = SiteTest::new().file("2026/a.md", "# A\n\nx\n");
    std::os::unix::fs::symlink("a.md", test.library().join("2026/latest.md")).expect("a link");
    test.build_with(&[]).ok();
    assert!(test.text("reviews/latest/index.html").contains("<title>A"));
    std::os::unix::fs::symlink("..", test.library().join("2026/up")).expect("a link");
    test.build_with(&[]).code(1).says("is a link to a folder that holds it");
}

#[test]
fn an_empty_library_says_so() {
    let test = SiteTest::new();
    test.build_with(&[]).ok().says("warning[no-reviews]");
    // How to begin is a hint for the author, and printed on the terminal.
    assert!(!test.text("reviews/index.html").contains("debrief new"));
    assert!(test.text("tags/index.html").contains("No review has a tag yet."));
}

/// The values of an attribute on a page.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    page.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn no_heading_can_take_an_id_of_the_theme() {
    let headings = ["Q", "Main", "Site main", "Entry 1", "Plot title", "Phases title", "Search list", "Keys heading"];
    let sections = ["Timeline", "Lessons", "Actions", "Related", "People", "History", "Factors"];
    let body: Vec<_> = headings.iter().chain(&sections).map(|heading| format!("## {heading}\n\nText.\n")).collect();
    let text = format!(
        "---\ntitle: Ids\ntimes: {{started: 2026-03-02T09:00Z, detected: 2026-03-02T09:05Z, resolved: 2026-03-02T10:00Z}}\n\
         timeline:\n  - {{at: \"09:05\", what: Alert}}\n  - {{at: \"09:20\", what: Rollback}}\n  - {{at: \"10:00\", what: Over}}\n\
         actions:\n  - {{id: A1, title: Do it, owner: Ana}}\npeople: {{owner: Ana}}\nlearnings: [One.]\n\
         contributing_factors: [stale cache]\n---\n\n{}",
        body.join("\n")
    );
    let test = SiteTest::new().file("ids.md", &text).build();
    let page = test.text("reviews/ids/index.html");
    let ids = values(&page, "id");
    for id in ["q", "main", "entry-1", "plot-title", "timeline", "actions"] {
        assert!(ids.contains(&id), "the heading {id} has lost its id: {ids:?}");
    }
    for id in ["site.q", "site.main", "entry.1", "plot.title", "action.A1"] {
        assert!(ids.contains(&id), "the theme has no {id}: {ids:?}");
    }
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "an id stands twice: {ids:?}");
    let refers = ["for", "aria-labelledby", "aria-describedby"].map(|attribute| values(&page, attribute)).concat();
    let links: Vec<_> = values(&page, "href").into_iter().filter_map(|href| href.strip_prefix('#')).collect();
    for id in refers.iter().flat_map(|ids| ids.split(' ')).chain(links) {
        assert!(ids.contains(&id), "nothing has the id {id}");
    }
}

/// A Markdown sign at the start of a one-line field is plain text, wherever the field is shown.
#[test]
fn every_output_says_what_a_field_says() {
    let texts = ["> 500 ms is an outage", "2. second try", "# x marks it", "- x of it", "~~~ x", "[ref]: x", "---"];
    let shown = texts.map(|text| text.replace('>', "&gt;"));
    for (text, shown) in texts.into_iter().zip(shown) {
        let field = serde_json::to_string(text).expect("text");
        let review = format!(
            "---\ntitle: Signs\npublished: 2026-11-17\nsummary: {field}\nlearnings: [{field}]\nsurprises: [{field}]\n\
             contributing_factors: [{field}]\nactions: [{field}]\ntimes: {{started: 2026-11-16T09:00Z, resolved: 2026-11-16T10:00Z}}\n\
             timeline:\n  - {{at: \"09:05\", what: {field}}}\n  - {{at: \"09:20\", what: Over}}\n---\nWords.\n"
        );
        let test = SiteTest::new().file("a.md", &review).build();
        let record = &test.records()[0];
        for of in [&record["lesson"], &record["learnings"][0], &record["surprises"][0], &record["actions"][0]["title"]]
        {
            assert_eq!(of, text);
        }
        let feed: serde_json::Value = serde_json::from_str(&test.text("feed.json")).expect("JSON");
        assert!(feed["items"][0]["content_text"].as_str().expect("text").contains(text), "{feed}");
        for page in ["atom.xml", "index.html", "reviews/index.html", "actions/index.html", "this-week/index.html"] {
            assert!(test.text(page).contains(&shown), "{page} lacks {text}");
        }
        let page = test.text("reviews/a/index.html");
        // Summary, learning, surprise, factor, action, entry.
        assert!(page.matches(&shown).count() >= 6, "{text} in {page}");
    }
}
