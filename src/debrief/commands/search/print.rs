//! Prints the results of a search, as text and as JSON.

use search::{Answer, Hit};
use serde::Serialize;

use crate::cli::{Exit, FindArgs, FindFormat, Terminal};
use base::text::count;

/// An answer as JSON; missing facts of a review are left out.
#[derive(Serialize)]
struct Report<'a> {
    schema: u32,
    /// How many match all words, and how many match some.
    all: usize,
    some: usize,
    /// How the words were interpreted, and filters that are invalid.
    notes: Vec<&'a str>,
    results: Vec<Found<'a>>,
}

#[derive(Serialize)]
struct Found<'a> {
    id: &'a str,
    title: &'a str,
    url: &'a str,
    score: f64,
    #[serde(skip_serializing_if = "str::is_empty")]
    date: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    severity: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    happened: &'a str,
    matched: &'a [String],
    helped: &'a [String],
    ask: &'a [String],
}

/// Printed if there were search words but no results.
const NOTHING: &str = "Nothing matches. Try fewer words, a piece of the error text, or the name of a service.";

/// Prints an answer. The exit code says whether there are results.
pub(super) fn print(answer: &Answer, args: &FindArgs, terminal: &Terminal) -> Result<(), Exit> {
    match args.format {
        FindFormat::Json => terminal.print_json(&as_json(answer))?,
        FindFormat::Human => terminal.print(&in_words(answer))?,
    }
    if answer.hits.is_empty() { Err(Exit::Mistakes) } else { Ok(()) }
}

fn as_json(answer: &Answer) -> String {
    let report = Report {
        schema: 1,
        all: answer.all,
        some: answer.some,
        notes: answer.problems.iter().chain(&answer.notes).map(String::as_str).chain(answer.nothing).collect(),
        results: answer.hits.iter().map(found).collect(),
    };
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

fn found(hit: &Hit) -> Found<'_> {
    Found {
        id: hit.url.trim_end_matches("/index.html").rsplit('/').next().unwrap_or_default(),
        title: &hit.title,
        url: &hit.url,
        score: (hit.score * 1000.0).round() / 1000.0,
        date: &hit.date,
        severity: &hit.severity,
        happened: &hit.happened,
        matched: &hit.matched,
        helped: &hit.helped,
        ask: &hit.ask,
    }
}

fn in_words(answer: &Answer) -> String {
    let mut lines: Vec<String> = answer.problems.iter().chain(&answer.notes).cloned().collect();
    if answer.hits.is_empty() {
        lines.push(answer.nothing.unwrap_or(NOTHING).to_owned());
    } else {
        lines.push(counted(answer));
    }
    for hit in &answer.hits {
        let facts = [hit.severity.as_str(), &hit.date].into_iter().filter(|fact| !fact.is_empty());
        let facts: Vec<&str> = facts.collect();
        lines.extend([String::new(), hit.title.clone()]);
        let mut add = |line: String| lines.push(format!("  {line}"));
        add(hit.url.clone());
        [facts.join(", "), hit.happened.clone()].into_iter().filter(|line| !line.is_empty()).for_each(&mut add);
        if !hit.matched.is_empty() {
            add(format!("matches {}", hit.matched.join(", ")));
        }
        hit.helped.iter().for_each(|step| add(format!("helped: {step}")));
        if !hit.ask.is_empty() && !hit.helped.is_empty() {
            add(format!("ask {}", hit.ask.join(", ")));
        }
    }
    lines.join("\n") + "\n"
}

/// How many match, and how many of them match everything that was asked for.
fn counted(answer: &Answer) -> String {
    let all = answer.all + answer.some;
    let shown =
        if answer.hits.len() < all { format!("; the first {} are shown", answer.hits.len()) } else { String::new() };
    let words = if answer.some > 0 { format!(", {} with all words", answer.all) } else { String::new() };
    format!("{}{words}{shown}", count(all, "result", "results"))
}
