//! Writes numbers with one decimal at most, without `-0`, and 0 for NaN and infinities.
//!
//! A plot has hundreds of numbers, and tenths as integers are faster to write than floats.

/// Appends a coordinate or a length.
pub(crate) fn push_number(out: &mut String, value: f64) {
    let tenths = tenths(value);
    if tenths < 0 {
        out.push('-');
    }
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    out.push_str(itoa::Buffer::new().format(whole));
    if tenth > 0 {
        out.push('.');
        out.push_str(itoa::Buffer::new().format(tenth));
    }
}

/// Appends a count.
pub(crate) fn push_whole(out: &mut String, n: usize) {
    out.push_str(itoa::Buffer::new().format(n));
}

/// A coordinate in tenths, as it is written: two equal results are the same in the drawing.
pub(crate) fn tenths(value: f64) -> i64 {
    /// Larger than any drawing.
    const LIMIT: f64 = 1e12;
    let tenths = if value.is_finite() { (value * 10.0).round_ties_even().clamp(-LIMIT, LIMIT) } else { 0.0 };
    #[expect(clippy::cast_possible_truncation, reason = "whole, and within the limit")]
    let tenths = tenths as i64;
    tenths
}

/// A count as `f64`.
#[must_use]
pub(crate) fn real(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::push_number;

    #[test]
    fn numbers_are_short_and_always_numbers() {
        for (value, text) in [
            (1.0, "1"),
            (1.25, "1.2"),
            (-0.01, "0"),
            (-0.3, "-0.3"),
            (-3.46, "-3.5"),
            (719.96, "720"),
            (f64::NAN, "0"),
            (f64::INFINITY, "0"),
            (1_002_003.4, "1002003.4"),
            (f64::MAX, "100000000000"),
            (1_000_200.3, "1000200.3"),
            (0.05, "0"),
            (0.15, "0.2"),
            (-0.25, "-0.2"),
        ] {
            let mut out = String::new();
            push_number(&mut out, value);
            assert_eq!(out, text);
        }
    }
}
