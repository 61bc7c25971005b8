//! A thousand postmortems.

use super::super::{Postmortem, Site, plan};
use super::clearing::slug;
use super::fixtures::{full, masthead, picture};
use super::{texts, theme};
use base::diagnostics::Warned;
use site::output::Site as _;

fn many(count: usize) -> Site {
    let one = |n: usize| {
        let mut postmortem: Postmortem = full();
        postmortem.slug = slug(&format!("case-{n}"));
        postmortem.aliases = Vec::new();
        postmortem.date = postmortem.date.checked_sub(jiff::Span::new().days(i64::try_from(n).unwrap())).unwrap();
        postmortem.sections.retain(|section| section.name != "learnings");
        postmortem
    };
    let Warned { value: site, diagnostics: problems } =
        plan((0..count).map(one).collect(), vec![picture()], masthead(), theme());
    assert_eq!(problems, []);
    site
}

#[test]
fn long_lists_come_in_pages() {
    let site = many(250);
    let texts = texts(&site);
    let third = &texts["page-3/index.html"];
    assert!(
        third.contains("Postmortems 21 to 30, counted from the oldest")
            && third.contains("href=\"../page-4/index.html\">Newer postmortems")
    );
    assert!(texts["index.html"].contains("The newest 30 of 250 postmortems"));
    assert!(texts["index.html"].contains("href=\"page-22/index.html\">Older postmortems"));
    assert!(!texts.contains_key("page-23/index.html"));
    assert!(texts["services/bookings/page-22/index.html"].contains("href=\"../index.html\">Newer postmortems"));
    assert!(texts["sitemap.xml"].contains("<loc>https://status.ninesounds.example/reports/page-2/</loc>"));
}

/// `cargo test --release -p public --lib -- --ignored --nocapture how_long` prints the time for a thousand postmortems.
#[test]
#[ignore = "a measurement"]
#[expect(clippy::print_stdout, reason = "it is what the measurement is for")]
fn how_long_a_thousand_take() {
    use rayon::prelude::*;
    let started = std::time::Instant::now();
    let site = many(1000);
    let planned = started.elapsed();
    let pages: Vec<_> = site.routes.keys().collect();
    let started = std::time::Instant::now();
    let bytes: usize = pages.par_iter().map(|path| site.render(path).unwrap().len()).sum();
    let rendered = started.elapsed();
    let started = std::time::Instant::now();
    let found: usize = site.paths().par_iter().map(|path| site.render(path).unwrap().len()).sum();
    let searched = started.elapsed();
    println!(
        "made, planned {planned:?}; {} files, {bytes} bytes in {rendered:?}; search {found} in {searched:?}",
        pages.len()
    );
}
