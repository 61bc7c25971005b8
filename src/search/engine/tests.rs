//! Queries against a small library.

use super::super::tests::catalogue;
use super::super::{Card, Catalogue, Document, Facet, Index, Section, Settings};

fn index() -> Index {
    let document = |id: &str, title: &str, date: &str, text: &str, values: &[(&'static str, &str)]| Document {
        title: title.into(),
        url: format!("reviews/{id}/index.html"),
        meta: values.iter().map(|(_, value)| *value).collect::<Vec<_>>().join(" "),
        sections: vec![Section { anchor: "story".into(), heading: "Story".into(), text: text.into() }],
        card: Card { date: date.into(), helped: vec![format!("Step of {id}")], ..Card::default() },
        values: values.iter().map(|(facet, value)| (*facet, (*value).to_owned())).collect(),
        ..Document::default()
    };
    let documents = vec![
        document(
            "a",
            "The pool ran dry",
            "2025-03-01",
            "ERR_POOL_TIMEOUT on db-07, connections exhausted",
            &[("service", "farebox"), ("severity", "sev1")],
        ),
        document(
            "b",
            "Certificates expired",
            "2026-01-10",
            "The certificate of the edge expired and nobody was told",
            &[("service", "edge"), ("severity", "sev2")],
        ),
        document(
            "c",
            "Orders were charged twice",
            "2026-02-01",
            "A retry sent the order again after a timeout in Kubernetes",
            &[("service", "farebox"), ("severity", "sev2")],
        ),
        document(
            "d",
            "A drill",
            "2026-03-01",
            "We practised the failover of the database; quorum was lost",
            &[("kind", "drill")],
        ),
    ];
    let facets = vec![
        Facet::new("service", "Service", Vec::new()),
        Facet::new("severity", "Severity", Vec::new()),
        Facet::new("kind", "Kind", Vec::new()),
    ];
    Index::of(&Catalogue::new(documents, facets), &Settings::default())
}

fn ids(query: &str) -> Vec<String> {
    let answer = index().search(query, 10);
    answer.hits.into_iter().map(|hit| hit.url.replace("reviews/", "").replace("/index.html", "")).collect()
}

#[test]
fn words_identifiers_and_phrases_find_what_holds_them() {
    assert_eq!(ids("expired certificate"), ["b"]);
    assert_eq!(ids("err_pool_timeout"), ["a"]);
    assert_eq!(ids("pool timeout")[0], "a");
    assert_eq!(ids("\"quorum was lost\""), ["d"]);
    assert_eq!(index().search("\"lost quorum\"", 10).all, 0);
    // Of these only one word is indexed.
    assert_eq!(ids("\"of the database\"")[0], "d");
    assert_eq!(index().search("\"of the database\"", 10).all, 1);
    assert_eq!(index().search("\"in the database\"", 10).all, 0);
    assert_eq!(ids("zzzz"), [""; 0]);
    assert_eq!(ids("🔥"), [""; 0]);
}

/// The addresses of the results, how many have all words, and the notes.
fn among(texts: &[String], query: &str) -> (Vec<String>, usize, Vec<String>) {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let answer = Index::of(&catalogue(&texts), &Settings::default()).search(query, usize::MAX);
    (answer.hits.into_iter().map(|hit| hit.url).collect(), answer.all, answer.notes)
}

#[test]
fn a_phrase_is_found_in_the_last_of_many_documents_with_its_words() {
    let mut texts = vec!["ran pool dry. Ran dry pool".to_owned(); 60];
    texts[17] = format!(
        "The pool{} ran \u{201c}Dry\u{201d}. {}",
        " ".repeat(2),
        "Nobody was told of that for an hour. ".repeat(30)
    );
    let (found, all, notes) = among(&texts, "\"pool ran dry\"");
    assert_eq!((found[0].as_str(), found.len(), all, notes.len()), ("reviews/0017/index.html", 60, 1, 0));
    assert_eq!(among(&texts, "\"pool dry ran\"").1, 59);
}

#[test]
fn of_many_documents_with_a_phrase_the_best_are_read_and_the_others_counted() {
    let mut texts = vec!["The pool ran dry.".to_owned(); 9];
    // The pairs of the phrase, but not the phrase; it is the best for its words.
    texts[8] = "Pool ran, ran dry, pool ran, ran dry".to_owned();
    let (found, all, notes) = among(&texts, "\"pool ran dry\"");
    assert_eq!((found.len(), all), (9, 8));
    assert_eq!(found[8], "reviews/0008/index.html");
    assert!(notes[0].contains("in the 5 best"), "{notes:?}");
    assert_eq!(among(&texts[..5], "\"pool ran dry\"").2, [""; 0]);
}

#[test]
fn filters_narrow_and_what_they_cannot_find_is_said() {
    assert_eq!(ids("service:farebox"), ["c", "a"]);
    assert_eq!(ids("-kind:drill after:2026-01"), ["c", "b"]);
    assert_eq!(ids("before:2026"), ["a"]);
    assert_eq!(ids("timeout severity:SEV1"), ["a"]);
    let answer = index().search("severity:sev9 service:fareboxx", 10);
    assert!(answer.problems[1].contains("Did you mean service:farebox?"), "{:?}", answer.problems);
    let said = |query: &str| index().search(query, 10).problems;
    assert!(said("-severity:unknown timeout").is_empty(), "nothing has it");
    assert_eq!((said("-service:fareboxx").len(), said("severity:sev9").len()), (1, 1));
    for day in ["after:2026-13", "before:2026-00", "after:2026-02-32", "after:tomorrow"] {
        assert_eq!(said(day).len(), 1, "{day}");
    }
}

#[test]
fn slips_and_synonyms_are_said() {
    let answer = index().search("farebx", 10);
    assert_eq!(answer.hits.len(), 2);
    assert!(answer.notes[0].contains("“farebox”") && answer.notes[0].contains("“farebx”"), "{:?}", answer.notes);
    let answer = index().search("k8s", 10);
    assert_eq!(answer.hits[0].url, "reviews/c/index.html");
    assert!(answer.notes[0].contains("kubernetes"), "{:?}", answer.notes);
    assert_eq!(ids("switchover")[0], "d");
    assert_eq!(ids("double charge")[0], "c");
}

#[test]
fn a_paste_finds_its_like_and_says_which_line_did() {
    let paste = "2026-05-01T10:00:00Z INFO starting\n  at java.lang.Thread.run(Thread.java:829)\nERROR ERR_POOL_TIMEOUT waited=30000ms db-07";
    let answer = index().search(paste, 3);
    assert_eq!(answer.hits[0].url, "reviews/a/index.html");
    assert!(
        answer.hits[0].matched.iter().any(|line| line == "line 3: err_pool_timeout"),
        "{:?}",
        answer.hits[0].matched
    );
    assert_eq!(answer.hits[0].helped, ["Step of a"]);
    assert_eq!(index().similar("db-07", 3).hits[0].url, "reviews/a/index.html");
    assert!(index().similar("", 3).hits.is_empty());
}

#[test]
fn a_query_of_words_that_nobody_looks_for_says_so() {
    let answer = index().search("was it of the", 10);
    assert_eq!((answer.hits.len(), answer.nothing), (0, None), "`it` is looked for");
    let said = |query: &str| index().search(query, 10).nothing.unwrap_or_default();
    assert!(said("that was the").contains("common"));
    assert!(said("🔥 !").contains("no word"));
    assert_eq!(index().search("zzzz", 10).nothing, None);
    assert_eq!(index().search("kind:drill", 10).nothing, None);
}

#[test]
fn values_of_one_facet_are_ways_to_pass_it() {
    assert_eq!(ids("severity:sev1 severity:sev2"), ["c", "b", "a"]);
    assert_eq!(ids("severity:sev1,sev2 service:edge"), ["b"]);
}

#[test]
fn a_half_typed_word_finds_what_it_may_become_and_only_while_it_is_typed() {
    let typing = |query: &str| index().search_typing(query, 10).hits.into_iter().map(|hit| hit.url).collect::<Vec<_>>();
    assert_eq!(typing("quor"), ["reviews/d/index.html"]);
    assert_eq!(typing("err_pool_t"), ["reviews/a/index.html"]);
    assert_eq!(ids("quor"), [""; 0]);
    assert_eq!(typing("quor "), [""; 0]);
}

#[test]
fn a_query_without_words_browses_newest_first() {
    assert_eq!(ids(""), ["d", "c", "b", "a"]);
}

#[test]
fn a_rare_word_of_a_paste_outweighs_several_common_ones() {
    let mut texts = vec!["flux was replaced".to_owned()];
    texts.extend((0..5).map(|n| format!("server error found {n}")));
    assert_eq!(among(&texts, "server error found\nflux").0[0], among(&texts, "flux").0[0]);
}

#[test]
fn a_long_question_has_synonyms_and_lines_of_a_log_have_none() {
    let question = "since last night nobody can log in and the browser says the cert is too old";
    let answer = index().search(question, 10);
    assert!(answer.hits.iter().any(|hit| hit.title == "Certificates expired"), "{answer:?}");
    assert!(answer.notes.iter().any(|note| note.contains("certificate")), "{:?}", answer.notes);
    assert!(answer.hits.iter().flat_map(|hit| &hit.matched).all(|word| !word.contains("line")), "{answer:?}");
    let log = index().search(&format!("{question}\nexit 1"), 10);
    assert_eq!(log.notes, [""; 0]);
}

#[test]
fn a_typing_error_in_a_long_question_is_corrected_and_one_in_a_log_is_not() {
    let question = "nobody of the edge was told that the order was sent again after the failover, quoorum";
    let answer = index().search(question, 10);
    assert!(answer.hits.iter().any(|hit| hit.matched.contains(&"quoorum".to_owned())), "{answer:?}");
    assert_eq!(answer.notes, ["Results for “quorum”, because nothing here says “quoorum”."]);
    assert_eq!(index().search(&format!("{question}\nexit 1"), 10).notes, [""; 0]);
}

#[test]
fn a_word_with_a_synonym_is_no_typing_error() {
    let texts = ["the certificate was too old", "somebody moved the cart"].map(str::to_owned);
    let (urls, all, notes) = among(&texts, "cert");
    assert_eq!((urls.len(), all), (1, 1), "{urls:?}");
    assert_eq!(notes, ["Also looked for: certificate."]);
}

#[test]
fn of_a_long_line_few_words_that_no_document_has_are_kept() {
    let words = ('a'..='z').flat_map(|a| ('a'..='z').map(move |b| format!("zzqx{a}{b}")));
    let line = words.collect::<Vec<_>>().join(" ");
    let (groups, _) = super::paste::groups(&index(), &line);
    assert_eq!(groups.len(), 20);
}

#[test]
fn the_words_of_a_synonym_have_to_be_next_to_each_other() {
    let texts = ["the request timed out", "for a long time the lights were out"].map(str::to_owned);
    let (urls, all, notes) = among(&texts, "timeout");
    assert_eq!((urls.len(), all), (1, 1), "{urls:?}");
    assert!(urls[0].contains("0000"), "{urls:?}");
    assert_eq!(notes, ["Also looked for: timed out."]);
}

#[test]
fn words_that_a_sentence_needs_count_less_than_its_subject() {
    let texts = ["somebody said because", "the turbine was repaired"].map(str::to_owned);
    assert_eq!(among(&texts, "somebody because turbine").0[0], "reviews/0001/index.html");
    // A document without them has all words, and one with nothing but them none.
    let texts = ["somebody stopped the turbine, because", "the turbine", "because"].map(str::to_owned);
    let (shown, all, _) = among(&texts, "turbine because somebody");
    assert_eq!((shown.len(), all), (2, 2));
    assert_eq!(among(&texts, "because somebody").1, 1);
    let question = "somebody said that because of the rain nobody could have repaired the turbine any earlier";
    let (groups, _) = super::paste::groups(&index(), question);
    assert!(groups.iter().all(|group| group.label != "because"), "{groups:?}");
}

#[test]
fn a_word_that_many_reviews_have_needs_no_synonyms() {
    let texts = |many| {
        let mut texts = vec!["the certificate was too old".to_owned()];
        texts.extend((0..many).map(|n| format!("the cert of host {n}")));
        texts
    };
    assert_eq!(among(&texts(10), "cert").2, ["Also looked for: certificate."]);
    assert_eq!(among(&texts(11), "cert").2, [""; 0]);
}

#[test]
fn a_synonym_may_begin_with_a_weak_word() {
    let texts = ["it was an oomkilled pod".to_owned(), "the mill stood".to_owned()];
    assert_eq!(among(&texts, "out of memory").2, ["Also looked for: oomkilled."]);
}

#[test]
fn a_synonym_with_the_typed_word_in_it_finds_no_more() {
    assert_eq!(among(&["the connection pool was small".to_owned()], "pool").2, [""; 0]);
}

#[test]
fn synonyms_of_the_rarest_words_are_looked_for_and_not_too_many() {
    let set = |word: &str| (0..10).map(|n| format!("{word}x{n}")).collect::<Vec<_>>();
    let synonyms: Vec<_> = ["plover", "heron", "grebe"].into_iter().map(set).collect();
    let mut texts: Vec<_> = synonyms.iter().map(|set| set.join(" ")).collect();
    texts.push("ploverx0".to_owned());
    let texts: Vec<_> = texts.iter().map(String::as_str).collect();
    let settings = Settings { synonyms, ..Settings::default() };
    let notes = Index::of(&catalogue(&texts), &settings).search("ploverx0 heronx0 grebex0", 3).notes;
    assert_eq!(notes.len(), 1);
    assert_eq!(notes[0].matches(", ").count(), 16, "{notes:?}");
    assert!(!notes[0].contains("plover"), "{notes:?}");
}
