//! Zones as people write them.

use super::{Zone, leading, named, stated_in, words};

fn shown(text: &str) -> String {
    match stated_in(text) {
        None => "none".to_owned(),
        Some(Zone::Several(name)) => format!("several: {name}"),
        Some(Zone::One(zone)) => zone.to_offset("2026-01-01T00:00Z".parse().unwrap()).to_string(),
    }
}

#[test]
fn a_note_names_the_zone() {
    for (text, wanted) in [
        ("Timeline (all times UTC)", "+00"),
        ("All times in CEST", "+02"),
        ("Timeline, America/Denver", "-07"),
        ("Time (GMT+2)", "+02"),
        ("Time (UTC-07:00)", "-07"),
        ("UTC +5:30", "+05:30"),
        ("Times in PT (UTC-8)", "-08"),
        ("All times in PST (UTC-7)", "-07"),
        ("CET (UTC+2)", "+02"),
        ("CET and CEST", "several: CET and CEST"),
        ("PST (UTC)", "several: PST (UTC)"),
        ("JST", "+09"),
        ("All times CST.", "several: CST"),
        ("Timeline (Pacific Time)", "several: Pacific Time"),
        ("UTC / JST", "several: UTC / JST"),
        ("時刻はすべて日本時間です", "+09"),
        ("Timeline of EVERYTHING", "none"),
        ("Plan Z", "none"),
        ("Chronologie (heure de Paris)", "+01"),
        ("All times in UTC+1 (Zurich time)", "+01"),
        ("UTC+5 (Zurich time)", "several: UTC+5 (Zurich time)"),
        ("l'incident est clos", "none"),
        ("Timeline (UTC -3)", "-03"),
        ("Timeline (UTC – 3)", "-03"),
        ("Timeline (UTC–3)", "-03"),
        ("Timeline (GMT -5)", "-05"),
        ("Timeline (UTC/GMT -4)", "-04"),
        ("Timeline (UTC + 2)", "+02"),
        ("Timeline (UTC minus 3)", "-03"),
    ] {
        assert_eq!(shown(text), wanted, "{text}");
    }
}

#[test]
fn a_zone_is_shown_by_the_words_that_name_it() {
    for (text, wanted) in
        [("UTC", "UTC"), ("CST", "CST"), ("PST", "PST"), ("Europe/Berlin", "Europe/Berlin"), ("GMT+5:30", "UTC+05:30")]
    {
        assert_eq!(leading(text).map(|(zone, _)| words(&zone)).as_deref(), Some(wanted), "{text}");
    }
    assert_eq!(words(&Zone::Several("UTC and then JST".to_owned())), "");
}

#[test]
fn a_word_means_one_zone_or_none() {
    let january = "2026-01-01T00:00Z".parse().unwrap();
    for (word, wanted) in
        [("UTC+1", "+01"), ("+0530", "+05:30"), ("\u{2212}05:00", "-05"), ("PST", "-08"), ("Asia/Tokyo", "+09")]
    {
        assert_eq!(named(word).map(|zone| zone.to_offset(january).to_string()).as_deref(), Some(wanted), "{word}");
    }
    for word in ["BST", "CST", "UTCx", "+01:00x", "Mars/Base", ""] {
        assert_eq!(named(word), None, "{word}");
    }
}
