//! Benchmarks of the stages: `cargo bench`. Sizes are numbers of reviews of about 900 words, generated from a fixed seed.
//! Compare sizes and stages with each other, because absolute times depend on the machine. `debrief build LIBRARY --timings`
//! gives the same for your own library.
#![allow(missing_docs, clippy::expect_used, clippy::disallowed_methods, reason = "a benchmark makes its own library")]

use std::fmt::Write as _;
use std::path::Path;

use base::clock::Clock;
use base::diagnostics::Warned;
use clearance::{File, Origin, Policy, Scanner, Taint, Why};
use debrief::{Request, load};
use divan::Bencher;
use internal::{Show, Site};
use rayon::prelude::*;
use site::output::Site as _;
use tempfile::TempDir;

/// The same allocator as the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZES: [usize; 3] = [100, 1_000, 10_000];

const WORDS: [&str; 24] = [
    "timeout",
    "replica",
    "failover",
    "cache",
    "deploy",
    "queue",
    "certificate",
    "latency",
    "rollback",
    "checkout",
    "the",
    "of",
    "was",
    "and",
    "after",
    "before",
    "nobody",
    "noticed",
    "alert",
    "retry",
    "storm",
    "pool",
    "exhausted",
    "runbook",
];

fn main() {
    divan::main();
}

/// A random number generator that is the same on every machine (Knuth's MMIX constants).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % n
    }

    fn words(&mut self, n: usize) -> String {
        (0..n).map(|_| WORDS[self.below(WORDS.len())]).collect::<Vec<_>>().join(" ")
    }
}

fn review(n: usize) -> String {
    let mut numbers = Numbers(n as u64);
    let day = format!("20{:02}-{:02}-{:02}", 20 + n % 6, 1 + n % 12, 1 + n % 28);
    let mut text = format!(
        "---\ntitle: {}\nseverity: sev{}\nservices: [s{}, x{}]\ntags: [t{}]\n\
         times: {{started: {day}T09:00Z, detected: {day}T09:10Z, resolved: {day}T11:00Z}}\ntimeline:\n",
        numbers.words(6),
        1 + n % 5,
        n % 40,
        n % 23,
        n % 60,
    );
    for minute in 0..10 {
        writeln!(text, "  - {{at: \"09:{:02}\", what: {}}}", minute * 5, numbers.words(8)).expect("written");
    }
    writeln!(text, "contributing_factors: [{}]\n---", numbers.words(2)).expect("written");
    for section in 0..6 {
        writeln!(text, "\n## Part {section}\n\n{}.\n\n- {}", numbers.words(120), numbers.words(12)).expect("written");
    }
    text
}

fn library(reviews: usize) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for n in 0..reviews {
        std::fs::write(folder.path().join(format!("r{n}.md")), review(n)).expect("a review");
    }
    folder
}

fn site(folder: &Path) -> Site {
    let clock = Clock::fixed("2026-11-21".parse().expect("a day"));
    let request = Request {
        library: folder.to_path_buf(),
        skip: Vec::new(),
        clock,
        show: Show::default(),
        base_url: None,
        kept: None,
    };
    let Warned { value: site, diagnostics: problems } = load(&request, &mut |_| {});
    assert!(problems.is_empty(), "{problems:?}");
    site.expect("a site")
}

/// Walk, parse, assemble, plan.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn load_library(bencher: Bencher<'_, '_>, reviews: usize) {
    let folder = library(reviews);
    bencher.bench(|| site(folder.path()));
}

/// Every page except the search, on all cores; nothing is written.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn render_pages(bencher: Bencher<'_, '_>, reviews: usize) {
    let folder = library(reviews);
    let site = site(folder.path());
    let paths: Vec<_> = site.pages().cloned().collect();
    bencher.bench(|| paths.par_iter().map(|path| site.render(path).expect("a page").len()).sum::<usize>());
}

/// One page, as in the preview.
#[divan::bench(args = SIZES, sample_count = 50, sample_size = 1)]
fn render_one_page(bencher: Bencher<'_, '_>, reviews: usize) {
    let folder = library(reviews);
    let site = site(folder.path());
    let path = site::output::OutPath::new("reviews/r7/index.html").expect("a path");
    bencher.bench(|| site.render(&path).expect("a page").len());
}

/// The search index, from the documents to the files.
#[divan::bench(args = [100, 1_000], sample_count = 2, sample_size = 1)]
fn search_index(bencher: Bencher<'_, '_>, reviews: usize) {
    let folder = library(reviews);
    let path = site::output::OutPath::new("search/manifest.js").expect("a path");
    bencher.with_inputs(|| site(folder.path())).bench_values(|site| site.render(&path).expect("the index").len());
}

/// The gate on a site with pages of 30 kB, with 20,000 known values and five million words of unapproved text.
#[divan::bench(args = [100, 1_000], sample_count = 3, sample_size = 1)]
fn gate(bencher: Bencher<'_, '_>, pages: usize) {
    let origin = Origin { path: "r.md".to_owned(), line: 1, column: 1 };
    let mut numbers = Numbers(1);
    let mut taint = Taint::new();
    for n in 0..20_000 {
        let why = [Why::Person, Why::Host, Why::Handle, Why::Ticket][n % 4];
        taint.term(format!("q{} {}x{n}", numbers.words(1), numbers.words(1)), why, origin.clone());
    }
    for n in 0..5_000 {
        // The same words as on the pages in another order, with a unique word after each six: sequences that no page contains.
        let words: Vec<_> = (0..143).map(|_| format!("{} q{n}", numbers.words(6))).collect();
        taint.text(words.join(" "), origin.clone());
    }
    let scanner = Scanner::new(&Policy::default(), taint);
    let pages: Vec<_> = (0..pages).map(|n| (format!("postmortems/p{n}/index.html"), page(&mut numbers))).collect();
    let files: Vec<_> = pages.iter().map(|(path, html)| File { path, bytes: html.as_bytes() }).collect();
    bencher.bench(|| assert!(scanner.gate(&files, &[]).is_empty()));
}

/// Markup and text in about the same proportion as in a real page.
fn page(numbers: &mut Numbers) -> String {
    let mut html = String::from("<!doctype html><html lang=\"en\"><head><title>A page</title></head><body>");
    while html.len() < 30_000 {
        write!(
            html,
            "<section class=\"block block-wide\" id=\"s{}\"><h2><a href=\"#s{}\">{}</a></h2><p>{}, <strong>{}</strong> &amp; \
             <code>{}</code>.</p><ul><li><time datetime=\"2026-03-02T14:05:00Z\">14:05</time> {}</li></ul>\
             <svg viewBox=\"0 0 100 20\"><path d=\"M10.5 3.25h40v9.75z\"/></svg></section>",
            html.len(),
            html.len(),
            numbers.words(4),
            numbers.words(30),
            numbers.words(3),
            numbers.words(1),
            numbers.words(20),
        )
        .expect("written");
    }
    html + "</body></html>"
}
