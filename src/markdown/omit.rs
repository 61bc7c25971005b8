//! Leaving out blocks that a page shows in another form.

use std::ops::Range;

/// The ranges to leave out, in order.
#[derive(Debug)]
pub(super) struct Omit(Vec<Range<usize>>);

impl Omit {
    /// Ranges of `source` in any order; they may touch and overlap.
    pub(super) fn new(ranges: &[Range<usize>]) -> Self {
        let mut sorted = ranges.to_vec();
        sorted.sort_by_key(|r| (r.start, r.end));
        let mut merged: Vec<Range<usize>> = Vec::new();
        for range in sorted {
            match merged.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        Self(merged)
    }

    /// True if the block at `span` lies within one of the ranges, except for white space at its end.
    pub(super) fn covers(&self, source: &str, span: &Range<usize>) -> bool {
        let before = self.0.partition_point(|r| r.start <= span.start);
        let Some(range) = before.checked_sub(1).and_then(|i| self.0.get(i)) else { return false };
        span.end <= range.end
            || range.end > span.start && source.get(range.end..span.end).is_some_and(|rest| rest.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::Omit;

    #[test]
    fn a_block_is_left_out_only_if_it_lies_within() {
        let source = "one\n\ntwo\n\nthree\n";
        let omit = Omit::new(std::slice::from_ref(&(5..8)));
        assert!(omit.covers(source, &(5..9)));
        assert!(!omit.covers(source, &(0..4)) && !omit.covers(source, &(5..15)));
    }

    #[test]
    fn ranges_that_touch_are_one() {
        let omit = Omit::new(&[4..9, 0..4]);
        assert!(omit.covers("abcdefghi", &(2..7)));
    }
}
