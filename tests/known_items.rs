//! Whether the search finds a review that somebody knows of: a measurement, ignored by default.
//!
//! ```sh
//! cargo test --test spec known_items -- --ignored --nocapture
//! DEBRIEF_CORPUS=DIR cargo test --test spec known_items -- --ignored --nocapture
//! DEBRIEF_GENERATED=DIR cargo test --test spec known_items -- --ignored --nocapture
//! ```
//!
//! With `DEBRIEF_QUERIES=FOLDER`, all queries are also written there, for the other engines of `benches/search/find.mjs`.
//!
//! Queries of most classes are made from the reviews' own words, the same in each run. Pastes and paraphrases were written by
//! hand from the texts of the reviews, and are in `tests/known_items/`.

#![expect(clippy::print_stdout, reason = "the table is what this is run for")]

use base::diagnostics::Warned;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use base::clock::Clock;
use debrief::{Request, load};
use internal::Show;
use search::{Answer, Catalogue, Document, Index, Settings, analyze, written};
use serde_json::json;

use crate::harness::sample;

/// A class and its queries, each with the address of the intended review.
type Class<'q> = (&'static str, Vec<(&'q str, String)>);

/// How many results are examined.
const SHOWN: usize = 10;
/// How many queries to generate for each class.
const EACH: usize = 60;

fn catalogue(folder: &Path) -> (Catalogue, Settings) {
    let request = Request {
        library: folder.to_path_buf(),
        skip: Vec::new(),
        clock: Clock::fixed("2026-11-19".parse().expect("a day")),
        show: Show { drafts: true, allow_broken_links: true },
        base_url: None,
        kept: None,
    };
    let Warned { value: site, diagnostics: problems } = load(&request, &mut |_| {});
    let site = site.unwrap_or_else(|| panic!("{problems:?}"));
    (site.catalogue(), site.search_settings())
}

/// The rank of a review among the results, from 1.
fn place(answer: &Answer, url: &str) -> Option<usize> {
    answer.hits.iter().position(|hit| hit.url == url).map(|place| place + 1)
}

/// The share of queries with a hit in the first three, in hundredths, and the mean of 1/rank among the first ten, in
/// thousandths.
fn measure(index: &Index, (class, queries): &Class<'_>) -> (usize, usize) {
    let (mut found, mut sum) = (0, 0);
    for (url, query) in queries {
        let answer = match *class {
            "paste" => index.similar(query, SHOWN),
            "as-you-type" => index.search_typing(query, SHOWN),
            _ => index.search(query, SHOWN),
        };
        let place = place(&answer, url);
        found += usize::from(place.is_some_and(|place| place <= 3));
        sum += place.map_or(0, |place| 1000 / place);
        if matches!(*class, "paste" | "paraphrase") && place.is_none_or(|place| place > 3) {
            let first = answer.hits.first().map_or("nothing", |hit| hit.url.as_str());
            println!("  {class}: {url} at {place:?}, {first} first: {}", query.replace('\n', " / "));
        }
    }
    let count = queries.len().max(1);
    (found * 100 / count, sum / count)
}

/// The most distinctive words of a text, rarest first, without those in `but`.
fn telling<'t>(text: &'t [String], but: &BTreeSet<&String>, spread: &BTreeMap<String, usize>) -> Vec<&'t str> {
    let long =
        |word: &&String| word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_lowercase()) && !but.contains(word);
    let mut words: Vec<&String> = text.iter().filter(long).collect::<BTreeSet<_>>().into_iter().collect();
    words.sort_by_key(|word| (spread.get(*word).copied().unwrap_or(0), word.as_str()));
    words.into_iter().map(String::as_str).collect()
}

/// Every second one of the first words, three in all; `None` if there are fewer than six words.
fn some(words: &[&str]) -> Option<Vec<String>> {
    (words.len() > 5).then(|| words.iter().step_by(2).take(3).map(|word| (*word).to_owned()).collect())
}

fn inflected(word: &String) -> String {
    word.strip_suffix('s').map_or_else(|| format!("{word}s"), str::to_owned)
}

/// A word with two inner letters swapped.
fn mistyped(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = letters.len() / 2;
    letters.swap(at - 1, at);
    letters.into_iter().collect()
}

/// Queries made from a review's own words, by class.
fn made(document: &Document, spread: &BTreeMap<String, usize>) -> Vec<(&'static str, String)> {
    let body: Vec<&str> = document.sections.iter().map(|section| section.text.as_str()).collect();
    let body = body.join("\n");
    let (card, told) = (written(&format!("{}\n{}", document.title, document.learnings)), written(&body));
    let mut made = Vec::new();
    if let Some(words) = some(&telling(&card, &BTreeSet::new(), spread)) {
        made.push(("clean", words.join(" ")));
        made.push(("inflected", words.iter().map(inflected).collect::<Vec<_>>().join(" ")));
        let longest = words.iter().max_by_key(|word| word.len()).cloned().unwrap_or_default();
        made.push(("one typo", words.join(" ").replace(&longest, &mistyped(&longest))));
        let half = words.last().map_or(0, |word| (word.len() / 2).min(word.len() - 3));
        let typed = words.join(" ");
        made.push(("as-you-type", typed[..typed.len() - half].to_owned()));
    }
    let known: BTreeSet<&String> = card.iter().collect();
    made.extend(some(&telling(&told, &known, spread)).map(|words| ("outside title and lessons", words.join(" "))));
    let marks =
        |word: &&str| word.len() > 5 && word.contains(['_', '-']) && word.contains(|c: char| c.is_ascii_digit());
    let bare = |word: &'_ str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    made.extend(body.split_whitespace().find(marks).map(|word| ("identifiers", bare(word))));
    let line = body.lines().find(|line| line.split_whitespace().count() > 12 && !line.contains('"'));
    made.extend(line.map(|line| {
        let words: Vec<&str> = line.split_whitespace().skip(5).take(5).collect();
        ("quoted phrase", format!("\"{}\"", words.join(" ")))
    }));
    made
}

/// The blocks of a file of queries: class, the end of an id, query.
fn read(name: &str) -> Vec<(&'static str, String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/known_items").join(name);
    let text = std::fs::read_to_string(path).expect("queries");
    let block = |block: &str| {
        let (head, query) = block.split_once('\n')?;
        let (class, id) = head.split_once(' ')?;
        let class = ["paste", "paraphrase"].into_iter().find(|known| *known == class)?;
        Some((class, id.to_owned(), query.trim_end().to_owned()))
    };
    text.split("\n\n").filter_map(block).collect()
}

/// Writes all queries for other engines, if requested.
fn write(name: &str, classes: &[Class<'_>]) {
    let Some(folder) = std::env::var_os("DEBRIEF_QUERIES").map(PathBuf::from) else { return };
    let rows =
        classes.iter().flat_map(|(class, queries)| queries.iter().map(move |(url, query)| json!([class, url, query])));
    let text = serde_json::Value::from(rows.collect::<Vec<_>>()).to_string();
    std::fs::write(folder.join(name).with_extension("json"), text).expect("written");
}

fn bench(folder: &Path, queries: &str) -> BTreeMap<&'static str, (usize, usize)> {
    let (catalogue, settings) = catalogue(folder);
    let index = Index::of(&catalogue, &settings);
    let mut spread: BTreeMap<String, usize> = BTreeMap::new();
    for document in catalogue.documents() {
        let all: Vec<&str> = document.sections.iter().map(|section| section.text.as_str()).collect();
        let words: BTreeSet<String> = written(&format!("{} {}", document.title, all.join(" "))).into_iter().collect();
        for word in words {
            *spread.entry(word).or_default() += 1;
        }
    }
    let mut classes: Vec<Class<'_>> = Vec::new();
    let mut add = |class: &'static str, url, query| match classes.iter_mut().find(|(name, _)| *name == class) {
        Some((_, queries)) => queries.push((url, query)),
        None => classes.push((class, vec![(url, query)])),
    };
    let written = read(queries);
    for document in catalogue.documents() {
        for (class, query) in made(document, &spread) {
            if !analyze(&query).is_empty() {
                add(class, document.url.as_str(), query);
            }
        }
    }
    for (class, id, query) in &written {
        let document =
            catalogue.documents().iter().find(|document| document.url.ends_with(&format!("{id}/index.html")));
        let document = document.unwrap_or_else(|| panic!("no review is {id}"));
        add(class, document.url.as_str(), query.clone());
    }
    println!(
        "{} reviews\n\n| class | queries | success@3 | MRR@10 |\n|---|---:|---:|---:|",
        catalogue.documents().len()
    );
    for (_, queries) in &mut classes {
        let step = queries.len().div_ceil(EACH).max(1);
        *queries = std::mem::take(queries).into_iter().step_by(step).collect();
    }
    write(queries, &classes);
    let mut measured = BTreeMap::new();
    for (class, queries) in classes {
        let count = queries.len();
        let (success, mrr) = measure(&index, &(class, queries));
        println!("| {class} | {count} | {success} % | {}.{:03} |", mrr / 1000, mrr % 1000);
        measured.insert(class, (success, mrr));
    }
    measured
}

#[test]
#[ignore = "a measurement"]
fn reviews_of_the_sample_library_are_found() {
    let measured = bench(&sample(), "sample.txt");
    assert!(measured["paste"].0 >= 90 && measured["paraphrase"].0 >= 75, "{measured:?}");
}

#[test]
#[ignore = "a measurement"]
fn generated_reviews_are_found() {
    let Some(generated) = std::env::var_os("DEBRIEF_GENERATED").map(PathBuf::from) else {
        eprintln!("left out: generated reviews (DEBRIEF_GENERATED names no folder)");
        return;
    };
    let measured = bench(&generated, "generated.txt");
    assert!(measured["clean"].0 >= 90, "{measured:?}");
}

#[test]
#[ignore = "a measurement"]
fn reviews_of_others_are_found() {
    let Some(corpus) = std::env::var_os("DEBRIEF_CORPUS").map(PathBuf::from) else {
        eprintln!("left out: real reviews (DEBRIEF_CORPUS names no folder)");
        return;
    };
    let measured = bench(&corpus, "corpus.txt");
    assert!(measured["paste"].0 >= 90 && measured["paraphrase"].0 >= 75, "{measured:?}");
}
