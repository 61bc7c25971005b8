//! The search of the program and that of the browser find the same reviews in the same order.

use std::collections::BTreeMap;

use search::{Answer, Index};
use serde_json::json;

use super::browser;
use super::cdp::{Tab, file_url};
use crate::harness::{SiteTest, sample};

const QUERIES: [&str; 52] = [
    "",
    "pool",
    "timeout checkout",
    "ERR_POOL_TIMEOUT",
    "err_pool_timeout qs-db-07",
    "the certificate expired again",
    "was the of",
    "🔥",
    ".",
    "\"\"",
    "\"",
    "\"lost quorum",
    "\"the school boat\"",
    "\"for the boat\"",
    "\"boat for the\"",
    "\"\"school boat\" clock\"",
    "stale fares failover",
    "k8s",
    "db",
    "ran out of disk",
    "charged twice",
    "oom",
    "used up connections",
    "timeuot pool",
    "certifcate",
    "farebx",
    "databse replicaton",
    "ertificate",
    "severity:sev1",
    "severity:sev1 severity:sev2 timeout",
    "-kind:drill after:2025-01 before:2026-06",
    "kind:near-miss boat",
    "severity:sev99 pool",
    "severity: :sev1 tag:,, -pool",
    "after:yesterday boat",
    "-after:2026 boat",
    "service:\"quay side\" boat",
    "データベース",
    "証 한국어",
    "Zoë's Ⅷ ½ ﬁre",
    "us-east-1 v1.24.3 10.0.4.17",
    "constructor __proto__ toString hasOwnProperty",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "ΣΑΣ \"ΣΑΣ pool\"",
    "\u{202e}pool \u{0}x",
    "Open for eleven minutes",
    "haproxy.cfg:12 /etc/haproxy/haproxy.cfg connectionPoolMaxWait",
    "2026-11-20T07:58:12Z WARN checkout retrying\n2026-11-20T07:58:13Z ERROR ERR_POOL_TIMEOUT waited=29871ms idle=0\n    at java.lang.Thread.run(Thread.java:829)",
    "the ferry left the quay while the board at the terminal still said that it was delayed and nobdy had told the crew",
    "FIRING: DiskWillFillIn4Hours host=qs-db-02 (10.4.2.17:9100) 98.2% used\r\n\r\nFile \"/usr/lib/python3/site-packages/x.py\", line 12\n... 23 more\n at  node_modules/express fe80::1:2 3f2a9c81-0000-4000-8000-00805f9b34fb",
    "[08:14] are tickets slow for anyone else?\n[08:15] yes, the cert on the edge looks expired: x509: certificate has expired\n[08:16] データ also v1.24.3",
];

/// The addresses of all results in the browser, best first.
fn there(tab: &mut Tab, query: &str, open: bool) -> Vec<String> {
    let find = format!(
        "debriefSearch.engine.find({{query: {}, open: {open}}}).then(answer => Promise.all(answer.all.concat(answer.some)\
         .map(({{number}}) => debriefSearch.files.fragment(number).then(document => document.url)))\
         .then(urls => [String(answer.all.length)].concat(urls)))",
        json!(query)
    );
    let found = tab.eval(&find);
    found.as_array().expect("a list").iter().map(|one| one.as_str().unwrap_or_default().to_owned()).collect()
}

fn here(answer: Answer) -> Vec<String> {
    std::iter::once(answer.all.to_string()).chain(answer.hits.into_iter().map(|hit| hit.url)).collect()
}

/// The queries for which the program and the browser differ, and how many queries have results.
fn compare(test: &SiteTest, queries: &[&str]) -> (usize, Vec<String>) {
    let browser = browser().expect("asked before");
    let files: BTreeMap<String, Vec<u8>> = test.tree();
    let index = Index::read(|path| files.get(path).map(Vec::as_slice)).expect("an index");
    let mut tab = browser.tab();
    tab.open(&file_url(&test.site().join("search/index.html")));
    tab.wait("document.querySelector('.search-result')");
    // Prefixes of words, as while typing.
    let typed: Vec<&str> = queries.iter().flat_map(|query| [query.get(..5), query.get(..8)]).flatten().collect();
    let whole = queries.iter().map(|query| (*query, false));
    let mut wrong = Vec::new();
    let mut with_results = 0;
    for (query, open) in whole.chain(typed.into_iter().map(|query| (query, true))) {
        let answer = if open { index.search_typing(query, usize::MAX) } else { index.search(query, usize::MAX) };
        let (here, there) = (here(answer), there(&mut tab, query, open));
        with_results += usize::from(here.len() > 1);
        if here != there {
            let first = here.iter().zip(&there).position(|(a, b)| a != b);
            wrong.push(format!(
                "{query:?} (open: {open}): {} here, {} there, from {first:?} on",
                here.len(),
                there.len()
            ));
        }
    }
    (with_results, wrong)
}

#[test]
fn the_program_and_the_browser_find_the_same_in_the_same_order() {
    if browser().is_none() {
        return;
    }
    let (with_results, wrong) = compare(&SiteTest::of(&sample()).build(), &QUERIES);
    assert!(with_results > 40, "{with_results} queries find something");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

const GERMAN: [(&str, &str, &str); 5] = [
    (
        "pumpe",
        "Die Pumpen standen still",
        "Nach dem Ausfall der Leitungen meldete die Anlage Störungen. Der Dienst war nicht erreichbar.",
    ),
    (
        "kasse",
        "Störung an den Kassen",
        "Die Kasse buchte Zahlungen doppelt; ERR_POOL_TIMEOUT auf db-07. Wir haben die Leitung getauscht.",
    ),
    (
        "schiff",
        "Das Schiff fuhr zu früh",
        "Die Anzeigetafel meldete Verspätungen, und die Schiffe fuhren ab. Überlastung der Server.",
    ),
    (
        "wetter",
        "Die Wetterwarnung kam zu spät",
        "Die Warnungen wurden gelöscht. Kubernetes und die Datenbanken liefen weiter.",
    ),
    ("uebung", "Übung: Ausfall des Rechenzentrums", "Wir übten den Wechsel der Datenbank. Die Meldungen kamen an."),
];

const FRENCH: [(&str, &str, &str); 4] = [
    (
        "caisse",
        "Les caisses étaient arrêtées",
        "Les serveurs ont été arrêtés après une coupure. Le service n'était plus joignable.",
    ),
    (
        "ferry",
        "Le ferry est parti trop tôt",
        "L'affichage annonçait des retards et les bateaux partaient. Serveur surchargé, ERR_POOL_TIMEOUT sur db-07.",
    ),
    ("alerte", "L'alerte est arrivée trop tard", "Les alertes ont été supprimées ; la base de données était arrêtée."),
    ("exercice", "Exercice : coupure du centre", "Nous avons basculé les bases de données. Les messages arrivent."),
];

const QUERIES_OF_OTHERS: [&str; 24] = [
    "störung",
    "Störungen leitung",
    "stoerung",
    "die der das",
    "Kassen Zahlung",
    "verspätung schiffe",
    "uberlastungen",
    "meldung",
    "warnungn",
    "datenbank",
    "db",
    "kubernetes \"zu spät\"",
    "arrêté serveurs",
    "arretees",
    "alerte coupures",
    "retards bateau",
    "les des une",
    "données surchargés",
    "alertse",
    "err_pool_timeout",
    "zu der",
    "nous avons basculé les bases de données et les mesages arrivent après la coupure du service en fin de journée",
    "2026-11-20T07:58:12Z WARN Störungen der Leitungen\n2026-11-20T07:58:13Z ERROR ERR_POOL_TIMEOUT waited=29871ms db-07",
    "2026-11-20T07:58:12Z WARN serveurs arrêtés\n2026-11-20T07:58:13Z ERROR alertes supprimées, bases de données",
];

/// A library in a language; with `many`, it has enough words for several files.
fn library_in(language: &str, reviews: &[(&str, &str, &str)], many: bool) -> SiteTest {
    let settings = format!("title: T\nlanguage: {language}\n");
    let mut test = SiteTest::new().file("debrief.yaml", &settings);
    for (id, title, text) in reviews {
        test = test.file(&format!("{id}.md"), &format!("---\ntitle: \"{title}\"\n---\n## Verlauf\n\n{text}\n"));
    }
    if many {
        let parts =
            ["bak", "del", "fir", "gom", "hul", "kas", "lem", "mit", "nor", "puk", "ras", "seb", "tif", "wol", "zur"];
        let word = |n: usize| [n / 225 % 15, n / 15 % 15, n % 15, n / 3375 % 15].map(|part| parts[part]).concat();
        let words: Vec<String> = (0..40_000).map(|n| word(n) + ["", "en", "s", "ungen"][n % 4]).collect();
        for (n, words) in [&words[..], &words[..30_000]].into_iter().enumerate() {
            let lines: Vec<String> = words.chunks(50).map(|line| line.join(" ")).collect();
            test = test.file(&format!("many-{n}.md"), &format!("---\ntitle: Many {n}\n---\n{}\n", lines.join("\n\n")));
        }
    }
    test.build()
}

#[test]
fn reviews_in_german_and_french_are_found_by_other_forms_of_their_words_here_and_in_the_browser() {
    if browser().is_none() {
        return;
    }
    for (language, reviews) in [("de", &GERMAN[..]), ("fr-CA", &FRENCH[..])] {
        for many in [false, true] {
            let test = library_in(language, reviews, many);
            let files_of_words = test.tree().keys().filter(|path| path.starts_with("search/w/")).count();
            assert_eq!(files_of_words > 1, many, "{files_of_words} files of words");
            let (with_results, wrong) = compare(&test, &QUERIES_OF_OTHERS);
            assert!(with_results > 15, "{language} {many}: {with_results} queries find something");
            assert!(wrong.is_empty(), "{language} {many}: {wrong:#?}");
        }
    }
}

#[test]
fn a_word_in_another_form_than_any_review_has_is_marked_on_the_page_too() {
    let Some(browser) = browser() else { return };
    let test = library_in("de", &GERMAN, false);
    let mut tab = browser.tab();
    tab.open(&format!("{}?q=Schiffen", file_url(&test.site().join("search/index.html"))));
    tab.wait("document.querySelector('.search-result mark')");
    assert_eq!(tab.eval("document.querySelector('.search-result mark').textContent"), json!("Schiff"));
    tab.open(&format!("{}?q=Schiffen", file_url(&test.site().join("reviews/schiff/index.html"))));
    tab.wait("CSS.highlights.get('debrief-search') && CSS.highlights.get('debrief-search').size > 0");
}

#[test]
fn a_query_of_common_words_says_why_in_the_box_and_on_the_page() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.open(&file_url(&test.site().join("actions/index.html")));
    super::focus_search(&mut tab);
    tab.type_text("that was the");
    tab.wait("document.querySelector('.search-panel .search-message').textContent.includes('Words this common')");
    tab.open(&format!("{}?q=that+was+the", file_url(&test.site().join("search/index.html"))));
    tab.wait("document.querySelector('.search-notes').textContent.includes('Words this common')");
    assert_eq!(tab.eval("document.querySelectorAll('.search-result').length"), json!(0));
}

#[test]
fn a_synonym_of_which_one_word_is_indexed_is_marked() {
    let Some(browser) = browser() else { return };
    let text = "---\ntitle: The queue at the gate\n---\n## Story\n\nPassengers could not sign in.\n";
    let test = SiteTest::new().file("a.md", text).build();
    let mut tab = browser.tab();
    tab.open(&format!("{}?q=login", file_url(&test.site().join("search/index.html"))));
    tab.wait("document.querySelector('.search-result')");
    assert_eq!(tab.eval("document.querySelector('.search-result mark')?.textContent"), json!("sign"));
}
