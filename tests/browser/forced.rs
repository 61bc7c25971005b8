//! Forced colours: the two or three colours of a reader's own take the place of ours, and every picture still says what it does.

use serde_json::json;

use super::{Served, browser};

/// Pages with every kind of picture.
const PICTURED: [&str; 4] = [
    "reviews/2026-01-15-the-switch-we-replaced-on-purpose/index.html",
    "services/index.html",
    "index.html",
    "digests/2026-W39/index.html",
];

/// Marks and lines that are drawn in a colour too near to the ground: neither their fill nor their line has three times its light,
/// or three times less.
const FAINT: &str = "(() => {
    const probe = document.createElement('i');
    document.body.append(probe);
    const rgb = text => (text.match(/[0-9.]+/g) || []).map(Number);
    const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    probe.style.forcedColorAdjust = 'none';
    probe.style.color = 'Canvas';
    const ground = light(rgb(getComputedStyle(probe).color));
    probe.remove();
    const far = text => {
        const parts = rgb(text);
        if (text === 'none' || parts.length < 3 || parts[3] === 0) return false;
        const one = light(parts);
        return (Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05) >= 3;
    };
    const drawn = '.strip-mark, span.glyph, svg.glyph *, .mark, .tl-mark, .tl-path, .tl-cap, .tl-diamond, .tl text, .tl-bracket, .tl-tear-edge, .tl-end';
    const all = [...document.querySelectorAll(drawn)].filter(e => e.checkVisibility({visibilityProperty: true}));
    const colours = e => { const s = getComputedStyle(e); return e.localName === 'span' ? [s.backgroundColor] : [s.fill, s.stroke]; };
    const faint = all.filter(e => !colours(e).some(far));
    return [all.length, [...new Set(faint.map(e => e.nodeName + '.' + (e.getAttribute('class') || '') + ' ' + colours(e).join(' ')))]];
})()";

#[test]
fn the_page_one_is_on_is_marked_and_nothing_else_is() {
    let Some(browser) = browser() else { return };
    let served = Served::start();
    let mut tab = browser.tab();
    tab.size(1280);
    tab.forced("light");
    tab.open(&served.at("reviews/index.html"));
    let marked = "(() => {
        const ground = getComputedStyle(document.body).backgroundColor.endsWith(', 0)')
            ? getComputedStyle(document.documentElement).backgroundColor : getComputedStyle(document.body).backgroundColor;
        return [...document.querySelectorAll('.site-nav a')]
            .filter(a => getComputedStyle(a).borderBottomColor !== ground || getComputedStyle(a).borderTopColor !== ground)
            .map(a => a.textContent);
    })()";
    assert_eq!(tab.eval(marked), json!(["Reviews"]));
}

#[test]
fn pictures_are_seen_in_forced_colours() {
    let Some(browser) = browser() else { return };
    let served = Served::start();
    let mut tab = browser.tab();
    tab.size(1280);
    let (mut drawn, mut wrong) = (0, Vec::new());
    for scheme in ["light", "dark"] {
        tab.forced(scheme);
        for page in PICTURED {
            tab.open(&served.at(page));
            assert_eq!(tab.eval("matchMedia('(forced-colors: active)').matches"), json!(true));
            let found = tab.eval(FAINT);
            drawn += found[0].as_u64().unwrap_or_default();
            wrong.extend(found[1].as_array().into_iter().flatten().map(|faint| format!("{page} ({scheme}): {faint}")));
        }
    }
    assert!(drawn > 500, "{drawn} marks");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
