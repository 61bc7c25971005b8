//! Tests of the whole: files are read back as they were written, and changed files are refused.

use std::collections::BTreeMap;

use super::{Card, Catalogue, Document, Facet, Files, Index, Label, START, Section, Settings, foreign};

pub(crate) fn catalogue(texts: &[&str]) -> Catalogue {
    let document = |(n, text): (usize, &&str)| Document {
        title: format!("Review {n}"),
        url: format!("reviews/{n:04}/index.html"),
        meta: "sev1 dns".into(),
        sections: vec![Section { anchor: "impact".into(), heading: "Impact".into(), text: (*text).into() }],
        card: Card { date: format!("2026-01-{:02}", n % 28 + 1), ..Card::default() },
        values: vec![("severity", "sev1".into()), ("tag", if n % 2 == 0 { "dns" } else { "cache" }.into())],
        ..Document::default()
    };
    let facets = vec![
        Facet::new("severity", "Severity", vec![Label::new("sev1", "SEV 1")]),
        Facet::new("tag", "Tag", Vec::new()),
        Facet::new("year", "Year", Vec::new()),
    ];
    Catalogue::new(texts.iter().enumerate().map(document).collect(), facets)
}

fn shown(files: &Files) -> BTreeMap<&str, &[u8]> {
    files.paths().filter_map(|path| Some((path, files.get(path)?))).collect()
}

#[test]
fn what_is_written_is_what_is_read() {
    let catalogue = catalogue(&["db-07 timed out", "the pool", "Zoë データ損失"]);
    let settings = Settings::default();
    let files = Files::of(&catalogue, &settings);
    assert_eq!(files, Files::of(&catalogue, &settings));
    let read = Index::read(|path| files.get(path)).unwrap();
    let made = Index::of(&catalogue, &settings);
    assert!(read == made);
    assert_eq!(foreign(&shown(&files), &catalogue), []);
}

#[test]
fn an_empty_library_has_files_too() {
    let files = Files::of(&Catalogue::default(), &Settings::default());
    assert_eq!(Index::read(|path| files.get(path)).unwrap().documents(), 0);
}

#[test]
fn one_more_review_leaves_most_files_alone() {
    let texts: Vec<String> =
        (0..400).map(|n| format!("pool word{n} other{} third{}", n * 7 % 400, n * 13 % 400)).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let all = Files::of(&catalogue(&texts), &Settings::default());
    let before = Files::of(&catalogue(&texts[..399]), &Settings::default());
    let kept = before.paths().filter(|path| all.get(path) == before.get(path)).count();
    assert!(kept * 100 > all.paths().count() * 90, "{kept} of {}", all.paths().count());
}

#[test]
fn whatever_the_files_hold_beside_their_catalogue_is_told() {
    let of = catalogue(&["the pool", "the dam"]);
    let strange = |texts: &[&str]| {
        let files = Files::of(&catalogue(texts), &Settings::default());
        let mut strange = foreign(&shown(&files), &of);
        strange.dedup_by_key(|foreign| foreign.value.clone());
        strange.into_iter().map(|foreign| format!("{}: {}", foreign.place, foreign.value)).collect::<Vec<_>>()
    };
    assert_eq!(strange(&["the pool", "the dam"]), [""; 0]);
    let found = strange(&["the pool", "the dam of KESTREL/x"]);
    for wanted in [
        "search terms of `reviews/0001/index.html`: kestrel",
        "search text of `reviews/0001/index.html`: Review 1",
        "search words: kestrel",
    ] {
        assert!(found.iter().any(|one| one == wanted), "{wanted}: {found:?}");
    }
    // A document that is not in the catalogue.
    assert!(strange(&["the pool", "the dam", "the pool"]).iter().any(|one| one.contains("no document")));
    // A file that does not belong, one that is missing, an invalid one.
    let files = Files::of(&of, &Settings::default());
    let mut with = shown(&files);
    with.insert("search/t/aaaaaaaaaaaa.js", b"kestrel");
    assert!(foreign(&with, &of)[0].place.contains("no file of the search"));
    let mut broken = shown(&files);
    broken.insert(START, b"kestrel");
    assert!(foreign(&broken, &of)[0].place.contains("cannot be read"));
    assert!(foreign(&BTreeMap::new(), &of)[0].place.contains("cannot be read"));
    let settings = Settings { synonyms: vec![vec!["dam".into(), "kestrel".into()]], ..Settings::default() };
    let files = Files::of(&of, &settings);
    assert!(foreign(&shown(&files), &of).iter().any(|one| one.value == "kestrel"));
}
