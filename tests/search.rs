//! The search on the command line.

use serde_json::Value;

use crate::harness::{SiteTest, TODAY};

fn library() -> SiteTest {
    SiteTest::new()
        .file(
            "pool.md",
            "---\ntitle: The pool ran dry\nseverity: sev1\nservices: [farebox]\nteams: [pricing]\ntimes: {started: 2026-01-10T08:00Z, detected: 2026-01-10T08:10Z, resolved: 2026-01-10T09:00Z}\n\
             summary: Nobody could pay for an hour.\ntimeline:\n  - {at: \"08:00\", what: ERR_POOL_TIMEOUT on db-07, impact: negative}\n  \
             - {at: \"08:40\", what: The pool is raised to 200, impact: positive}\n---\nConnections were exhausted.\n",
        )
        .file("drill.md", "---\ntitle: A drill\nkind: drill\nsummary: We practised a timeout of the pool.\n---\nQuorum was lost.\n")
}

#[test]
fn search_says_what_it_found_and_how_it_ended() {
    let test = library();
    let run = test.run(&["search", "pool", "err_pool_timeout", "--library", "library"]).ok();
    assert_eq!(
        run.stdout,
        "2 results, 1 with all words\n\nThe pool ran dry\n  reviews/pool/index.html\n  SEV1, 2026-01-10\n  Nobody could pay for an hour.\n  \
         matches pool, err_pool_timeout\n  helped: The pool is raised to 200\n  ask pricing\n\nA drill\n  reviews/drill/index.html\n  \
         We practised a timeout of the pool.\n  matches pool\n"
    );
    // A filter that excludes is not an option, and options may follow it.
    let run = test.run(&["search", "pool", "-kind:drill", "--library", "library", "--limit", "1"]).ok();
    assert!(run.stdout.starts_with("1 result\n\nThe pool ran dry\n"), "{}", run.stdout);
    assert!(run.stderr.is_empty(), "{}", run.stderr);
    let run = test.run(&["search", "zzzzqqqq", "--library", "library"]).code(1);
    assert_eq!(run.stdout, "Nothing matches. Try fewer words, a piece of the error text, or the name of a service.\n");
    let run = test.run(&["search", "\"quorum was lost\"", "--library", "library"]).ok();
    assert!(run.stdout.starts_with("1 result\n\nA drill\n"), "{}", run.stdout);
    test.run(&["search"]).code(2);
    test.run(&["search", "pool", "--limit", "0"]).code(2);
}

#[test]
fn similar_takes_a_file_or_standard_input_and_names_the_lines_that_match() {
    let test = library();
    let paste = "2026-05-01T10:00:00Z INFO starting\nERROR ERR_POOL_TIMEOUT waited=30000ms db-07\n";
    std::fs::write(test.root().join("paste.txt"), paste).expect("written");
    let by_file = test.run(&["similar", "paste.txt", "--library", "library", "--format", "json"]).ok().stdout;
    for args in [&["similar", "-"][..], &["similar"]] {
        let args = [args, &["--library", "library", "--format", "json"]].concat();
        assert_eq!(test.run_with_input(&args, paste.as_bytes()).ok().stdout, by_file);
    }
    let answer: Value = serde_json::from_str(&by_file).expect("JSON");
    let first = &answer["results"][0];
    assert_eq!(first["id"], "pool");
    assert_eq!(first["helped"], serde_json::json!(["The pool is raised to 200"]));
    let matched: Vec<_> = first["matched"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert!(matched.contains(&"line 2: err_pool_timeout"), "{matched:?}");
    let drill =
        answer["results"].as_array().expect("a list").iter().find(|result| result["id"] == "drill").expect("it");
    assert_eq!(drill.get("date"), None, "nobody says when it was");
    test.run_with_input(&["similar", "--library", "library"], b"").code(1);
    test.run(&["similar", "no-such-file", "--library", "library"]).code(4).says("no-such-file");
}

#[test]
fn a_built_site_answers_as_its_library_does() {
    // Of the same day, and by its address before the other: that of `pool` goes on with `/`.
    let text = "---\ntitle: A second pool\ntimes: {started: 2026-01-10T08:30Z}\nsummary: Spare connections were used.\n---\nNobody noticed.\n";
    let test = library().file("pool-two.md", text).build();
    for query in ["pool timeout", "farebox", "", "quorum", "spare", "err_pool_timeout"] {
        let of = |place: [&str; 2]| test.run(&["search", query, "--format", "json", place[0], place[1]]).ok().stdout;
        assert_eq!(of(["--site", "site/internal"]), of(["--library", "library"]), "{query}");
    }
    test.run(&["search", "pool", "--site", "library"])
        .code(2)
        .says("`search/manifest.js` is missing")
        .says("debrief build");
    let manifest = test.site().join("search/manifest.js");
    std::fs::write(&manifest, "debriefSearch.file(\"manifest\",\"AAAA\");\n").expect("written");
    test.run(&["search", "pool", "--site", "site/internal"]).code(2);
}

#[test]
fn a_library_with_nothing_or_with_mistakes_is_searched_as_far_as_it_can_be() {
    let test = SiteTest::new();
    let run = test.run(&["search", "pool", "--library", "library"]).code(1);
    assert!(run.stdout.starts_with("Nothing matches."), "{}", run.stdout);
    test.run(&["search", "pool", "--library", "nowhere"]).code(2).says("there is no file or folder `nowhere`");
    let test = library().file("broken.md", "---\ntitle: [\n---\npool\n");
    let run = test.run(&["search", "pool", "--library", "library"]).ok().says("`debrief check` says what");
    assert!(run.stdout.starts_with("2 results\n"), "{}", run.stdout);
    test.run(&["check", "library", "--as-of", TODAY]).code(1);
}

/// No query makes the program fail, and no control character for terminals is printed.
#[test]
fn whatever_is_typed_is_only_looked_for() {
    let test = library().file("bell.md", "---\ntitle: \"A \\e[31mpool\"\n---\nx\n");
    let long = "pool ".repeat(5_000);
    let queries = [
        "\"",
        "\"\"",
        ":",
        "-",
        "severity:",
        "severity:\"",
        "after:",
        "after:9999-99-99",
        "after:99999",
        "-after:2026",
        "severity:,,",
        "🔥",
        "é:\"é",
        "service:\u{1b}[31m",
        "\u{202e}pool",
        &long,
        "pool\npool",
        "' OR 1=1 --",
        "../../etc",
    ];
    for query in queries {
        let run = test.run(&["search", "--library", "library", "--", query]);
        assert!(matches!(run.code, Some(0 | 1)), "{query:?}: {:?} {}", run.code, run.stderr);
        assert!(!run.stdout.contains(['\u{1b}', '\u{202e}']), "{query:?}: {}", run.stdout);
    }
}

#[test]
fn a_library_says_which_words_are_the_same_and_gives_terms_of_its_own() {
    let with = |settings: &str| library().file("debrief.yaml", &format!("title: T\nsearch:\n{settings}"));
    let found = |test: &SiteTest, query: &str| {
        let run = test.run(&["search", query, "--library", "library", "--format", "json"]);
        let answer: Value = serde_json::from_str(&run.stdout).expect("JSON");
        let ids = answer["results"].as_array().expect("a list").iter();
        (ids.map(|r| r["id"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>(), answer["notes"].to_string())
    };
    let test = with("  synonyms: [[tarpon, pool], [money, pay]]\n");
    let (ids, notes) = found(&test, "tarpon");
    assert_eq!(ids, ["pool", "drill"]);
    assert!(notes.contains("Also looked for: pool"), "{notes}");
    // The shipped synonyms remain unless they are turned off.
    assert_eq!(found(&test, "used up").0, ["pool"]);
    for off in ["off", "false", "\"off\""] {
        assert_eq!(found(&with(&format!("  synonyms: {off}\n")), "used up").0, [""; 0], "{off}");
    }
    let test = with("  expansion: terms.yaml\n").file("terms.yaml", "drill: [flamingo, tidal bore]\npool: flamingo\n");
    assert_eq!(found(&test, "flamingo").0, ["pool", "drill"]);
    assert_eq!(found(&test, "tidal bore").0, ["drill"]);
    let test = test.build();
    assert_eq!(found(&test, "flamingo").0, ["pool", "drill"]);
    assert!(!test.text("reviews/drill/index.html").contains("flamingo"));
    // Words of another language are not stemmed.
    let german = "---\ntitle: Störung\n---\nDie Leitungen waren an was gestört.\n";
    let test = with("  language: other\n").file("de.md", german);
    assert_eq!(found(&test, "was").0, ["de", "drill"], "`was` is a word like others");
    assert_eq!(found(&with("  language: en\n").file("de.md", german), "was").0, [""; 0]);
}

#[test]
fn the_plain_index_is_written_where_somebody_asks_for_it() {
    let test = library().file("debrief.yaml", "search: {emit_elasticlunr: true}\n").build();
    let index: Value = serde_json::from_str(&test.text("search/elasticlunr.json")).expect("JSON");
    assert_eq!(index["fields"], serde_json::json!(["title", "learnings", "meta", "body", "expansion"]));
    let run = test.run(&["search", "pool", "--site", "site/internal"]).ok();
    assert!(run.stdout.starts_with("2 results"), "{}", run.stdout);
    library().build().no_file("search/elasticlunr.json");
}

#[test]
fn every_wrong_setting_of_the_search_is_told_with_its_place() {
    let said = |yaml: &str| {
        let test =
            library().file("debrief.yaml", &format!("search:\n{yaml}")).file("terms.yaml", "pool: x\nnobody: y\n");
        let run = test.check();
        assert_eq!(run.code, Some(1), "{yaml}: {}", run.stderr);
        run.stderr
    };
    for (yaml, wanted, place) in [
        ("  synonyms: on\n", "takes `off`, or a list of groups", "debrief.yaml:2:13"),
        ("  synonyms: [db]\n", "`search.synonyms[0]` takes a list", "debrief.yaml:2:14"),
        ("  synonyms: [[db]]\n", "takes 2 to 20 ways", "debrief.yaml:2:14"),
        ("  synonyms: [[db, \"!\"]]\n", "holds no word", "debrief.yaml:2:19"),
        ("  language: klingon\n", "write one of da, de, en,", "debrief.yaml:2:13"),
        ("  emit_elasticlunr: maybe\n", "true or false", "debrief.yaml:2:21"),
        ("  expansion: none.yaml\n", "holds no such file", "debrief.yaml:2:14"),
        ("  expansion: [a, b]\n", "search.expansion", "debrief.yaml:2:14"),
        ("  expansion: terms.yaml\n", "no review has the id `nobody`", "terms.yaml:2:1"),
        ("  synonym: off\n", "unknown key `synonym` in `search`", "debrief.yaml:2:3"),
    ] {
        let stderr = said(yaml);
        assert!(stderr.contains(wanted) && stderr.contains(place), "{yaml}: {stderr}");
    }
    let test =
        library().file("debrief.yaml", "search: {expansion: terms.yaml}\n").file("terms.yaml", "pool: [1, {a: b}]\n");
    let run = test.check();
    assert!(run.code == Some(1) && run.stderr.contains("terms.yaml:1:"), "{}", run.stderr);
}

#[test]
fn a_query_of_common_words_says_why_nothing_is_found() {
    let test = library();
    let run = test.run(&["search", "that was the", "--library", "library"]).code(1);
    assert!(run.stdout.starts_with("Words this common stand in every text"), "{}", run.stdout);
}
