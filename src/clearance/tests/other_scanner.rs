//! Compares the detectors with the rules of a public secret scanner, if its file is available (`rules/` beside
//! `DEBRIEF_CORPUS`). For each rule matching texts are generated, and each must be blocked unless `other_scanner.txt`
//! lists the rule, with the matches that pass and the reason.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test reads what is at hand, and says how much passes"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use regex::{Regex, RegexBuilder};
use regex_syntax::hir::{Class, Hir, HirKind};

use super::super::{Policy, Scanner, Taint};
use super::origin;

/// One rule on each line: its id, a pattern for the matches that pass, and the reason.
const PASSES: &str = include_str!("other_scanner.txt");

/// How many texts are generated for each rule.
const HITS: usize = 8;
/// How often generation is retried if the rule does not match, because its boundary conditions are not generated.
const TRIES: usize = 400;

#[derive(serde::Deserialize)]
struct Rule {
    id: String,
    regex: String,
    #[serde(default)]
    keywords: Vec<String>,
}

/// A deterministic random number generator.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % n.max(1) as u64).expect("small")
    }
}

/// Generates a text that a pattern matches. Optional parts are rare, as in pasted text; the content of a group is a
/// value.
fn make(hir: &Hir, value: bool, numbers: &mut Numbers, out: &mut String) {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => out.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => out.push(character(class, value, numbers)),
        HirKind::Capture(capture) => make(&capture.sub, true, numbers, out),
        HirKind::Concat(parts) => parts.iter().for_each(|part| make(part, value, numbers, out)),
        HirKind::Alternation(parts) => make(&parts[numbers.below(parts.len())], value, numbers, out),
        HirKind::Repetition(repetition) => {
            let least = repetition.min as usize;
            let most = repetition.max.map_or(least + 12, |max| max as usize).min(least + 12);
            let more =
                if least == 0 && numbers.below(3) > 0 { numbers.below(2) } else { numbers.below(most - least + 1) };
            for _ in 0..(least + more).min(most) {
                make(&repetition.sub, value, numbers, out);
            }
        }
    }
}

fn character(class: &Class, value: bool, numbers: &mut Numbers) -> char {
    let holds = |c: char| match class {
        Class::Unicode(class) => class.ranges().iter().any(|range| range.start() <= c && c <= range.end()),
        Class::Bytes(class) => class
            .ranges()
            .iter()
            .any(|range| u32::from(range.start()) <= u32::from(c) && u32::from(c) <= u32::from(range.end())),
    };
    let all: Vec<char> =
        (0..128_u8).map(char::from).filter(|c| (c.is_ascii_graphic() || *c == ' ') && holds(*c)).collect();
    // If any character is allowed, values consist of letters and digits, and between a name and its value there are
    // typical separators.
    let broad = all.len() > 40 && holds(' ');
    let quoted = !holds('"') || !holds('\'') || !holds('}');
    let few: Vec<char> = if value || quoted {
        all.iter().copied().filter(char::is_ascii_alphanumeric).collect()
    } else {
        " =_:".chars().filter(|c| holds(*c)).collect()
    };
    let from = if broad && !few.is_empty() { &few } else { &all };
    from.get(numbers.below(from.len())).copied().unwrap_or('\n')
}

#[test]
fn what_another_scanner_finds_is_stopped_or_explained() {
    let rules =
        std::env::var_os("DEBRIEF_CORPUS").map(|corpus| PathBuf::from(corpus).join("../rules/betterleaks.jsonl"));
    let Some(text) = rules.and_then(|path| fs::read_to_string(path).ok()) else { return };
    let explained: BTreeMap<&str, Regex> = PASSES.lines().map(explanation).collect();
    let scanner = Scanner::new(&Policy::default(), Taint::new());
    let passes = |hit: &str| scanner.clear(&format!("```\n{hit}\n```\n"), &origin("a.md"), &[]).is_ok();
    let (mut numbers, mut stopped, mut wrong) = (Numbers(7), 0, String::new());
    let rules: Vec<Rule> = text.lines().map(|line| serde_json::from_str(line).expect("a rule")).collect();
    for rule in &rules {
        let hits = hits(rule, &mut numbers);
        let passed: Vec<_> = hits.iter().filter(|hit| passes(hit)).collect();
        let unexplained = match explained.get(rule.id.as_str()) {
            // Matches that rarely pass need not be among these few.
            Some(pattern) if pattern.as_str() == "." && passed.is_empty() && !hits.is_empty() => {
                let _ = writeln!(wrong, "{}: is stopped, and stands in the list of those that pass", rule.id);
                continue;
            }
            Some(pattern) => passed.iter().filter(|hit| !pattern.is_match(hit)).collect::<Vec<_>>(),
            None if hits.is_empty() => {
                let _ = writeln!(wrong, "{}: no text could be made", rule.id);
                continue;
            }
            None => passed.iter().collect(),
        };
        stopped += usize::from(passed.is_empty() && !hits.is_empty());
        if let Some(first) = unexplained.first() {
            let _ = writeln!(wrong, "{}: {} of {} pass, {first:?}", rule.id, unexplained.len(), hits.len());
        }
    }
    println!(
        "of {} rules {stopped} are stopped, {} are explained, {} are neither",
        rules.len(),
        explained.len(),
        wrong.lines().count()
    );
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_explanation_has_a_pattern_and_a_reason() {
    for line in PASSES.lines() {
        let reason = line.rsplit(" | ").next().unwrap_or_default();
        assert!(explanation(line).1.as_str() != "" && reason.len() > 20, "{line}");
    }
}

fn explanation(line: &str) -> (&str, Regex) {
    let mut cells = line.splitn(3, " | ").map(str::trim);
    let (id, pattern) = (cells.next().expect("an id"), cells.next().expect("a pattern"));
    (id, Regex::new(pattern).expect(line))
}

/// Texts that a rule matches, each with one of the keywords that the rule requires.
fn hits(rule: &Rule, numbers: &mut Numbers) -> Vec<String> {
    let pattern = RegexBuilder::new(&rule.regex).size_limit(1 << 27).build();
    let (Ok(pattern), Ok(hir)) = (pattern, regex_syntax::parse(&rule.regex)) else { return Vec::new() };
    if rule.regex.is_empty() {
        return Vec::new();
    }
    let texts = (0..TRIES).map(|_| {
        let mut text = String::new();
        make(&hir, false, numbers, &mut text);
        text
    });
    let asked = |text: &String| rule.keywords.iter().any(|word| text.to_lowercase().contains(word.as_str()));
    let with_word = |text: String| match rule.keywords.first() {
        Some(word) if !asked(&text) => format!("{word}\n{text}"),
        _ => text,
    };
    texts.filter(|text| pattern.is_match(text)).map(with_word).take(HITS).collect()
}
