//! The search, in a real browser.

use serde_json::{Value, json};

use super::{Served, browser, focus_search};
use crate::harness::sample;

#[test]
fn search_finds_by_keyboard_what_one_looks_for() {
    let Some(browser) = browser() else { return };
    let served = Served::start();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.open(&served.at("actions/"));
    focus_search(&mut tab);
    tab.type_text("ERR_POOL_TIMEOUT");
    tab.wait("document.querySelector('form.search [role=option]')");
    tab.press("ArrowDown");
    tab.press("Enter");
    tab.wait("location.pathname.includes('/reviews/')");
    assert_eq!(tab.eval("location.pathname.includes('2025-05-22-err-pool-timeout')"), json!(true));
    for (query, id) in [
        ("causeway barrier open", "2026-11-04-open-for-eleven-minutes"),
        ("gull mast", "2026-08-27-gerald"),
        ("insulin cool box", "2025-09-30-forty-doses"),
        ("qs-db-07", "2025-05-22-err-pool-timeout"),
        ("stale fares failover", "2025-03-14-stale-fares-after-failover"),
        ("school boat clock", "2024-03-31-the-school-boat-and-the-lost-hour"),
    ] {
        tab.open(&served.at(&format!("search/?q={}", query.replace(' ', "+"))));
        tab.wait("document.querySelector('.search-result') || /No |Nothing/.test(document.querySelector('.search-status').textContent)");
        let first = tab.eval(
            "[...document.querySelectorAll('.search-result .search-title a')].slice(0, 3).map(a => a.getAttribute('href')).join(' ')",
        );
        assert!(first.as_str().is_some_and(|hrefs| hrefs.contains(id)), "{query}: {first}");
    }
}

#[test]
fn facets_narrow_and_stand_in_the_address() {
    let Some(browser) = browser() else { return };
    let served = Served::start();
    let mut tab = browser.tab();
    tab.screen(1280, 1000);
    tab.open(&served.at("search/"));
    tab.wait("document.querySelectorAll('.search-result').length >= 5");
    tab.wait("[...document.querySelectorAll('.search-facet label')].some(l => l.textContent.includes('Near miss'))");
    tab.eval(
        "[...document.querySelectorAll('.search-facet label')].find(l => l.textContent.includes('Near miss')).click()",
    );
    tab.wait("location.search.includes('kind=near-miss')");
    tab.wait("document.querySelector('.search-status').textContent.startsWith('9 of ')");
    tab.wait("document.querySelectorAll('.search-result').length >= 5");
    tab.eval("history.back()");
    tab.wait("!location.search.includes('kind=')");
    tab.wait("!document.querySelector('.search-status').textContent.startsWith('9 of ')");
    tab.open(&served.at("search/?q=zzzzqqqq"));
    tab.wait("document.querySelector('.search-status').textContent.trim().length > 0");
    assert_eq!(tab.eval("document.querySelectorAll('.search-result').length"), json!(0));
}

#[test]
fn a_low_screen_loads_five_results_and_the_others_when_they_are_needed() {
    let Some(browser) = browser() else { return };
    let served = Served::start();
    let mut tab = browser.tab();
    tab.screen(390, 700);
    tab.open(&served.at("search/?q=the+boat+was+late"));
    tab.wait("document.querySelectorAll('.search-result').length === 5");
    let five = tab.eval(HREFS);
    let more = "document.querySelector('.search-more')";
    assert_eq!(tab.eval(&format!("{more}.textContent.startsWith('Show 5 more of ')")), json!(true));
    tab.eval("document.querySelectorAll('.search-title a')[4].focus(); scrollTo(0, document.body.scrollHeight)");
    tab.wait("document.querySelectorAll('.search-result').length === 10");
    let ten = tab.eval(HREFS);
    let (five, ten) = (five.as_str().unwrap_or_default(), ten.as_str().unwrap_or_default());
    assert!(ten.starts_with(&format!("{five} ")), "{five}\n{ten}");
    assert_eq!(
        tab.eval("[...document.querySelectorAll('.search-title a')].indexOf(document.activeElement)"),
        json!(4),
        "the results that were there are the same elements"
    );
    tab.eval(&format!("{more}.click()"));
    tab.wait("document.querySelectorAll('.search-result').length > 10");
    tab.wait("[...document.querySelectorAll('.search-title a')].indexOf(document.activeElement) === 10");
    let shown = "document.querySelectorAll('.search-result').length";
    let before = tab.eval(shown);
    tab.eval("scrollTo(0, document.body.scrollHeight)");
    tab.eval("new Promise((done) => setTimeout(done, 300))");
    assert_eq!(tab.eval(shown), before, "beyond ten only the button adds results");
    assert_eq!(tab.troubles(&served.url), Vec::<String>::new());
}

/// Waits for an answer; returns the reviews on the page, best first.
const HREFS: &str =
    "[...document.querySelectorAll('.search-result .search-title a')].map(a => a.getAttribute('href')).join(' ')";

#[test]
fn words_are_stemmed_alike_in_the_program_and_in_the_browser() {
    let Some(browser) = browser() else { return };
    let served = Served::start();
    let mut tab = browser.tab();
    tab.open(&served.at("search/?q=pool"));
    tab.wait("document.querySelector('.search-result') && debriefSearch.text.analyze");
    let mut texts: Vec<String> = [
        "ERR_POOL_TIMEOUT on db-07, 5xx rate",
        "java.lang.OutOfMemoryError at /etc/haproxy/haproxy.cfg:12",
        "connectionPoolMaxWait http_requests_total p99<200ms HTTPServer2x iOSApp",
        "Zoë's café, Überwachung und Łukasz; Muller ﬁre Ⅷ ½ ﬂ Å",
        "データベース 证书过期 x 한국어 𠀀𠀁 東",
        "us-east-1 IT team's DNS TLS",
        "timeout/retry foo—bar read,write",
        "the running connections were retried yes yyyy byes yesterday eyeing",
        "a_b.c-d@e:f",
        "😀 ab😀cd _x_ -- \u{200d}👩\u{200d}🚒",
        "v1.24.3 V2 v1 api/v1.2 av1.2 v.1 v1234",
        "İstanbul ΣΑΣ ǅ ß ẞ e\u{301} \u{301}e",
        "",
    ]
    .map(str::to_owned)
    .to_vec();
    for entry in walkdir::WalkDir::new(sample()).sort_by_file_name() {
        let path = entry.expect("an entry").into_path();
        if path.extension().is_some_and(|extension| extension == "md") {
            texts.extend(std::fs::read_to_string(path).expect("a text").lines().map(str::to_owned));
        }
    }
    assert!(texts.len() > 1000);
    for texts in texts.chunks(200) {
        let there = tab.eval(&format!("{}.map(text => debriefSearch.text.analyze(text))", json!(texts)));
        for (text, there) in texts.iter().zip(there.as_array().expect("a list")) {
            assert_eq!(*there, json!(search::analyze(text)), "{text}");
        }
    }
}

#[test]
fn a_paste_finds_its_like_and_stands_in_no_address() {
    let Some(browser) = browser() else { return };
    let served = Served::start();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.open(&served.at("index.html"));
    tab.wait("document.querySelector('main .search-paste')");
    tab.eval("document.querySelector('main .search-paste').click()");
    tab.wait("document.activeElement && document.activeElement.id === 'search.paste'");
    let paste = "2026-11-20T07:58:12Z WARN checkout retrying\n2026-11-20T07:58:13Z ERROR ERR_POOL_TIMEOUT waited=29871ms idle=0\n    at java.lang.Thread.run(Thread.java:829)";
    tab.eval(&format!(
        "(() => {{ const area = document.getElementById('search.paste'); area.value = {}; area.dispatchEvent(new Event('input')); }})()",
        json!(paste)
    ));
    tab.wait("document.querySelector('.search-lines')");
    let first = tab.eval(&format!("{HREFS}.split(' ')[0]"));
    assert!(first.as_str().is_some_and(|href| href.contains("2025-05-22-err-pool-timeout")), "{first}");
    let lines = tab.eval("document.querySelector('.search-lines').textContent");
    assert!(lines.as_str().is_some_and(|lines| lines.contains("line 2: err_pool_timeout")), "{lines}");
    assert_eq!(tab.eval("location.search"), json!(""));
    // Its words are marked on the page that a result opens, and are not in its address.
    tab.eval("document.querySelector('.search-title a').click()");
    tab.wait("location.pathname.includes('/reviews/') && window.CSS && CSS.highlights.has('debrief-search')");
    assert_eq!(tab.eval("location.search"), json!(""));
    let marked = tab.eval("[...CSS.highlights.get('debrief-search')].map(String).join(' ')");
    assert!(marked.as_str().is_some_and(|words| words.contains("ERR_POOL_TIMEOUT")), "{marked}");
    assert_eq!(tab.troubles(&served.url), Vec::<String>::new());
}

#[test]
fn typos_synonyms_phrases_and_exclusions_are_understood_and_shown() {
    let Some(browser) = browser() else { return };
    let served = Served::start();
    let mut tab = browser.tab();
    tab.size(1280);
    let mut ask = |query: &str| -> (String, String) {
        tab.open(&served.at(&format!("search/?q={}", query.replace(' ', "+").replace('"', "%22"))));
        tab.wait("document.querySelector('.search-status') && document.querySelector('.search-status').textContent.trim() && document.querySelector('.search-notes')");
        tab.wait("document.querySelector('.search-result') || document.querySelector('.search-notes p')");
        let text = |value: Value| value.as_str().unwrap_or_default().to_owned();
        (text(tab.eval(HREFS)), text(tab.eval("document.querySelector('.search-notes').textContent")))
    };
    let (found, said) = ask("timeuot pool");
    assert!(
        found.contains("err-pool-timeout") && said.contains("“timeout”") && said.contains("“timeuot”"),
        "{found} {said}"
    );
    let (_, said) = ask("rollback");
    assert!(said.contains("Also looked for: roll back"), "{said}");
    let (with, _) = ask("kind:drill");
    let (without, _) = ask("-kind:drill");
    assert!(!with.is_empty() && with.split(' ').all(|href| !without.contains(href)));
    let (found, said) = ask("severity:sev99");
    assert!(said.contains("No severity is called “sev99”") && !found.is_empty(), "{said}");
    let (found, said) = ask("zzzzqqqq");
    assert!(found.is_empty() && said.contains("Try fewer words"), "{said}");
    let (found, _) = ask("\u{1f525}");
    assert!(found.is_empty(), "a sign is no wildcard: {found}");
    // It is written `café closed the line`, and stands in one review alone.
    let (found, _) = ask("\"CAFE closed, the line stayed\"");
    assert!(found.contains("2026-05-19-ete-and-three-question-marks"), "{found}");
    assert_eq!(tab.eval("document.querySelector('.search-results').childElementCount"), json!(1), "with the phrase");
}
