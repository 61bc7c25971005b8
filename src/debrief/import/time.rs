//! Times in the formats of APIs.

use jiff::Timestamp;

/// A moment; `None` without an offset.
pub(super) fn moment(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let whole = |text: &str| text.parse::<Timestamp>().ok();
    // `2026-03-05T10:00:00.000+0000`, and `2026-03-05 10:00:00 UTC`.
    let named = || whole(&format!("{}Z", text.strip_suffix(" UTC")?));
    let offset = || {
        let (head, tail) = text.split_at_checked(text.len().checked_sub(5)?)?;
        let is_offset = tail.starts_with(['+', '-']) && tail[1..].bytes().all(|byte| byte.is_ascii_digit());
        if is_offset { whole(&format!("{head}{}:{}", &tail[..3], &tail[3..])) } else { None }
    };
    whole(text).or_else(named).or_else(offset)
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn a_time_without_an_offset_is_no_moment() {
        for text in [
            "2026-03-05T10:00:00Z",
            "2026-03-05T12:00:00.000+0200",
            "2026-03-05 10:00:00 UTC",
            "2026-03-05T10:00:00+00:00",
        ] {
            assert_eq!(moment(text).map(|at| at.to_string()).as_deref(), Some("2026-03-05T10:00:00Z"), "{text}");
        }
        for text in ["", "2026-03-05", "2026-03-05T10:00:00", "05/Mar/26 10:00 AM", "é0000", "soon"] {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
