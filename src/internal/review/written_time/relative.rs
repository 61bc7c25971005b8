//! A time relative to the start: `T+15`, `T+1:30`, `+10 minutes`.

const MINUTE: i64 = 60;
const HOUR: i64 = 3600;

/// Seconds after the start, and the rest of the text. Without `T`, a unit or hours and minutes are required.
pub(super) fn leading(text: &str) -> Option<(i64, &str)> {
    // `T - 5 min` is before the start, `T - paged` is the start itself.
    counted(text).or_else(|| start(text))
}

/// The start itself: `T0: paged`.
fn start(text: &str) -> Option<(i64, &str)> {
    let rest = ["T0", "T"].iter().find_map(|mark| text.strip_prefix(mark)).filter(|rest| is_parted(rest))?;
    Some((0, rest))
}

fn counted(text: &str) -> Option<(i64, &str)> {
    let counted = text.strip_prefix(['T', 't']).map(str::trim_start);
    let signed = counted.unwrap_or(text);
    let (sign, rest) = match signed.chars().next()? {
        '+' => (1, &signed[1..]),
        '-' if counted.is_some() => (-1, &signed[1..]),
        '−' if counted.is_some() => (-1, &signed['−'.len_utf8()..]),
        _ => return None,
    };
    let (first, after) = number(rest.trim_start_matches(' '))?;
    let (seconds, rest) = match after.strip_prefix(':').and_then(number) {
        Some((second, after)) if second < 60 => (first * HOUR + second * MINUTE, after),
        Some(_) => return None,
        None => match unit(after) {
            Some((unit, after)) => match number(after).and_then(|(second, rest)| Some((second, self::unit(rest)?))) {
                // `T+1h05m`
                Some((second, (less, rest))) if less < unit => (first * unit + second * less, rest),
                _ => (first * unit, after),
            },
            None if counted.is_some() => (first * MINUTE, after),
            None => return None,
        },
    };
    let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '/'));
    ends.then_some((sign * seconds, rest))
}

/// Whether what follows the sign of the start is nothing, or a mark that ends a time.
fn is_parted(rest: &str) -> bool {
    rest.trim().is_empty() || [":", " -", " –", " —", "|", "**"].iter().any(|mark| rest.starts_with(mark))
}

fn number(text: &str) -> Option<(i64, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    Some((text.get(..end).filter(|digits| (1..=4).contains(&digits.len()))?.parse().ok()?, &text[end..]))
}

fn unit(text: &str) -> Option<(i64, &str)> {
    let spaced = text.trim_start_matches(' ');
    let end = spaced.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(spaced.len());
    let seconds = match &spaced[..end] {
        "s" | "sec" | "secs" | "second" | "seconds" => 1,
        "m" | "min" | "mins" | "minute" | "minutes" => MINUTE,
        "h" | "hr" | "hrs" | "hour" | "hours" => HOUR,
        _ => return None,
    };
    Some((seconds, &spaced[end..]))
}

#[cfg(test)]
mod tests {
    use super::leading;

    #[test]
    fn minutes_are_counted_from_the_start() {
        for (text, seconds) in [
            ("T+15 paged", 900),
            ("T+1:30 paged", 5400),
            ("T + 5 min: paged", 300),
            ("T-10m paged", -600),
            ("T+0", 0),
            ("T", 0),
            ("T0: paged", 0),
            ("T – paged", 0),
            ("T - paged", 0),
            ("T - 5 min: paged", -300),
            ("T+1h05m - paged", 3900),
            ("+10 minutes paged", 600),
            ("+2h - paged", 7200),
            ("+00:05 paged", 300),
        ] {
            assert_eq!(leading(text).map(|(seconds, _)| seconds), Some(seconds), "{text}");
        }
        for text in ["+10 paged", "+5% more", "-10 minutes", "T cells", "T+x", "+1 for this", "T+5%", "Tue+5"] {
            assert_eq!(leading(text), None, "{text}");
        }
    }
}
