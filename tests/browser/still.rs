//! Pages whose scripts come late: nothing moves.

use super::browser;
use super::cdp::file_url;
use crate::harness::{SiteTest, sample};

#[test]
fn search_and_home_stay_where_they_are_when_scripts_come_late() {
    let Some(browser) = browser() else { return };
    let test = SiteTest::of(&sample()).build();
    let mut tab = browser.tab();
    let mut moved = Vec::new();
    for width in [1280, 390] {
        tab.size(width);
        for page in ["index.html?", "search/index.html?q=pool", "search/index.html?", "search/index.html?q=zzzzqqqq"] {
            let (path, query) = page.split_once('?').unwrap_or((page, ""));
            let shift = tab.shift(&format!("{}?{query}", file_url(&test.site().join(path))));
            if shift > 0.02 {
                moved.push(format!("{page} at {width}: {shift:.3}"));
            }
        }
    }
    assert!(moved.is_empty(), "{moved:#?}");
}
