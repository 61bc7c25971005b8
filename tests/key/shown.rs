//! Compares what the program shows of a document with the key.

use serde_json::Value;

use super::known::{Action, Done, Entry, Known};
use super::tally::Tally;

/// Only letters and digits, in lower case: the form in which texts are compared.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a text begins with the words of the key, after at most a few other characters, such as a speaker's name.
fn begins(shown: &str, known: &str) -> bool {
    const PAST: usize = 40;
    let (shown, known) = (letters(shown), letters(known));
    if known.is_empty() || shown.is_empty() {
        return known == shown;
    }
    let short = shown.chars().count() >= 4 && known.starts_with(&shown);
    short || shown.find(&known).is_some_and(|at| at <= PAST)
}

/// Counts each fact of the key and each that is shown; `shown` is `None` if the program does not take the file for a review.
pub fn compare(known: &Known, shown: Option<&Value>, tally: &mut Tally) {
    let is_review = known.kind == "review";
    let Some(shown) = shown else {
        if is_review {
            tally.missed(known, "review", "a review");
        }
        return;
    };
    if is_review {
        tally.right(known, "review");
    } else {
        tally.wrong(known, "review", None, "a review");
    }
    let text = |name: &str| shown["review"][name].as_str();
    let title = text("title").filter(|_| shown["title_is_stated"].as_bool() == Some(true));
    let same_title = |a: &str, b: &str| {
        let (a, b) = (letters(a), letters(b));
        a.contains(&b) || b.contains(&a)
    };
    let is_same = known.title.as_deref().zip(title).is_some_and(|(known, title)| same_title(known, title));
    tally.one(known, "title", known.title.as_deref(), title, is_same);
    let date = text("date");
    tally.one(known, "date", known.date.as_deref(), date, known.date.as_deref() == date);
    severity(known, shown, tally);
    let entries = shown["timeline"].as_array().map(Vec::as_slice).unwrap_or_default();
    let found = |is: bool| is.then_some("a timeline");
    tally.one(known, "timeline", found(known.timeline), found(!entries.is_empty()), true);
    timeline(known, entries, tally);
    actions(known, &shown["actions"], tally);
    for (fact, key, items) in [
        ("factors", "factors", &known.factors),
        ("lessons", "learnings", &known.lessons),
        ("went well", "went_well", &known.well),
        ("got lucky", "got_lucky", &known.lucky),
    ] {
        let texts: Vec<_> = texts(&shown[key]);
        let items: Vec<_> = items.iter().map(String::as_str).collect();
        pair(known, fact, &items, &texts, tally);
    }
}

/// A step of the scale, or the author's words if no step matches.
fn severity(known: &Known, shown: &Value, tally: &mut Tally) {
    let step = shown["review"]["severity"].as_str();
    let words = shown["severity_as_written"].as_str();
    match (&known.severity, &known.scale) {
        (Some(written), None) => {
            let is_same = step.is_none() && words.is_some_and(|words| letters(words).contains(&letters(written)));
            tally.one(known, "severity", Some(written), step.or(words), is_same);
        }
        (_, scale) => {
            let scale = scale.as_deref();
            tally.one(known, "severity", scale, step.or(words), scale == step);
        }
    }
}

fn texts(items: &Value) -> Vec<&str> {
    items.as_array().into_iter().flatten().filter_map(|item| item["text"].as_str()).collect()
}

/// Matches texts with those of the key, each once; returns for each of the key the index of its text.
fn pair(known: &Known, fact: &'static str, key: &[&str], shown: &[&str], tally: &mut Tally) -> Vec<Option<usize>> {
    let mut free: Vec<_> = (0..shown.len()).collect();
    let mut pairs = Vec::new();
    for item in key {
        let at = free.iter().position(|n| begins(shown[*n], item));
        match at {
            Some(_) => tally.right(known, fact),
            None => tally.missed(known, fact, item),
        }
        pairs.push(at.map(|at| free.remove(at)));
    }
    for n in free {
        tally.wrong(known, fact, None, &shown[n].chars().take(60).collect::<String>());
    }
    pairs
}

fn actions(known: &Known, shown: &Value, tally: &mut Tally) {
    let shown = shown.as_array().map(Vec::as_slice).unwrap_or_default();
    let titles: Vec<_> = shown.iter().filter_map(|action| action["title"].as_str()).collect();
    let says: Vec<_> = known.actions.iter().map(|action| action.says.as_str()).collect();
    let pairs = pair(known, "actions", &says, &titles, tally);
    for (Action { says, done, owner }, at) in known.actions.iter().zip(pairs) {
        let Some(at) = at else { continue };
        if let Some(owner) = owner {
            let shown = shown[at]["owner"].as_str();
            let is_same = shown.is_some_and(|shown| letters(shown) == letters(owner));
            tally.one(known, "owners", Some(owner.as_str()).filter(|owner| !owner.is_empty()), shown, is_same);
        }
        let Some(done) = done else { continue };
        let status = shown[at]["status"].as_str().unwrap_or_default();
        let is_same = match done {
            Done::Said(true) => status == "done",
            Done::Said(false) => matches!(status, "open" | "in_progress"),
            Done::InWords(_) => status == "wont_do",
        };
        tally.one(known, "state of actions", Some(&format!("{says} {done:?}")), Some(status), is_same);
    }
}

/// Compares entries by their words; then the time of each match.
fn timeline(known: &Known, shown: &[Value], tally: &mut Tally) {
    let texts: Vec<_> = shown.iter().filter_map(|entry| entry["text"].as_str()).collect();
    let mut free: Vec<_> = (0..texts.len()).collect();
    let last = known.entries.len();
    for (n, entry) in known.entries.iter().enumerate() {
        let fits = |at: &usize| begins(texts[*at], &entry.says);
        // Among several with the same words, the one at the same time.
        let same = free.iter().position(|at| fits(at) && time_is(entry, &shown[*at]) == Some(true));
        let Some(at) = same.or_else(|| free.iter().position(fits)) else {
            tally.missed(known, "entries", &format!("{} {}", time(entry), entry.says));
            continue;
        };
        let at = free.remove(at);
        tally.right(known, "entries");
        let fact = if entry.at.is_some() || shown[at]["at"].is_string() { "instants" } else { "days and clocks" };
        let key = Some(time(entry)).filter(|time| !time.is_empty());
        let words = format!(
            "{} ({})",
            shown_time(&shown[at]).unwrap_or("nothing"),
            texts[at].chars().take(40).collect::<String>()
        );
        let said = shown_time(&shown[at]).map(|_| words.as_str());
        let is_less = fact == "instants" && !shown[at]["at"].is_string();
        if is_less {
            tally.missed(known, fact, &format!("{} {n} of {last}: {words}", time(entry)));
        } else {
            tally.one(known, fact, key.as_deref(), said, time_is(entry, &shown[at]) == Some(true));
        }
    }
    if !known.entries_cut {
        for at in free {
            tally.wrong(known, "entries", None, &texts[at].chars().take(60).collect::<String>());
        }
    }
}

/// The time in the key, in the program's format.
fn time(entry: &Entry) -> String {
    if let Some(at) = &entry.at {
        return at.clone();
    }
    match (&entry.day, &entry.clock) {
        (Some(day), Some(clock)) => format!("{day}T{clock}"),
        (day, clock) => day.clone().or(clock.clone()).unwrap_or_default(),
    }
}

fn shown_time(entry: &Value) -> Option<&str> {
    entry["at"].as_str().or_else(|| entry["local"].as_str())
}

/// Whether the time is that of the key, to the minute; `None` if none is shown.
fn time_is(entry: &Entry, shown: &Value) -> Option<bool> {
    let minute = |text: &str| text.trim_end_matches('Z').chars().take("2026-03-05T10:00".len()).collect::<String>();
    let is_moment = shown["at"].is_string();
    Some(minute(shown_time(shown)?) == minute(&time(entry)) && is_moment == entry.at.is_some())
}
