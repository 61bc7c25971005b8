//! The lines of a text, by the bytes at which they begin.

/// Where each line begins.
#[derive(Debug, Clone)]
pub struct Lines(Vec<usize>);

impl Lines {
    /// Finds the line starts of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect())
    }

    /// The number of the line that holds a byte, from 1.
    #[must_use]
    pub fn number(&self, at: usize) -> usize {
        self.0.partition_point(|start| *start <= at)
    }

    /// The byte at which a line begins; 0 for a line that does not exist.
    #[must_use]
    pub fn start(&self, number: usize) -> usize {
        number.checked_sub(1).and_then(|n| self.0.get(n)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn lines_are_counted_from_one() {
        let lines = Lines::of("a\nbc\n\nd");
        assert_eq!([0, 1, 2, 3, 4, 5, 6].map(|at| lines.number(at)), [1, 1, 2, 2, 2, 3, 4]);
        assert_eq!([0, 1, 2, 4, 9].map(|number| lines.start(number)), [0, 0, 2, 6, 0]);
    }
}
