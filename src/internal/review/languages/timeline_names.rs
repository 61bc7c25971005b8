//! Whether a heading is that of a timeline, in twelve languages.

use super::names::is_within;

/// Whether a heading, as words without marks, is that of a timeline.
pub(in crate::review) fn is_heading(words: &str) -> bool {
    // The names are asked for first: most headings have none.
    is_within("timeline", words) && !is_within("work to come", words)
}

#[cfg(test)]
mod tests {
    use super::is_heading;

    #[test]
    fn headings_of_timelines_are_known_in_twelve_languages() {
        for heading in [
            "issue timeline utc",
            "outage timeline all times cet",
            "chronology of the incident",
            "タイムライン",
            "障害の時系列",
            "时间线",
            "事件时间轴",
            "타임라인",
            "zeitlicher ablauf",
            "chronologie des événements",
            "cronología de eventos",
            "linha do tempo",
            "cronologia degli eventi",
            "oś czasu",
            "хронология событий",
            "tijdlijn",
        ] {
            assert!(is_heading(heading), "{heading}");
        }
        for heading in ["follow up timeline", "summary", "timelines_db is down", "action timeline", "経", ""] {
            assert!(!is_heading(heading), "{heading}");
        }
    }
}
