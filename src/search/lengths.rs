//! The length of each document, because a match in a short text has more weight. Lengths are rounded to sixteen levels,
//! half a byte for each document; that is exact enough for ranking.

/// The lengths of documents.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Lengths {
    /// The length of each level, shortest first.
    pub(crate) levels: Vec<u32>,
    /// The average length of all documents.
    pub(crate) average: f64,
    /// The level of each document.
    pub(crate) codes: Vec<u8>,
}

impl Lengths {
    /// Sixteen levels with about the same number of documents each.
    #[expect(clippy::cast_precision_loss, reason = "lengths are far below 2^52")]
    pub(crate) fn of(lengths: &[u32]) -> Self {
        let mut sorted = lengths.to_vec();
        sorted.sort_unstable();
        let levels: Vec<u32> = (0..16).filter_map(|k| sorted.get((2 * k + 1) * sorted.len() / 32).copied()).collect();
        let nearest = |length: &u32| {
            let nearest = levels.iter().enumerate().min_by_key(|(_, level)| level.abs_diff(*length));
            nearest.and_then(|(code, _)| u8::try_from(code).ok()).unwrap_or(0)
        };
        let codes = lengths.iter().map(nearest).collect();
        let sum: u64 = lengths.iter().map(|length| u64::from(*length)).sum();
        // In whole hundredths, so that writing and reading does not change it.
        let average = (sum * 100 / (lengths.len().max(1) as u64)) as f64 / 100.0;
        Self { levels, average, codes }
    }

    /// Two codes in each byte, the first in the lower half.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.codes.chunks(2).map(|pair| pair.iter().rev().fold(0, |byte, code| byte << 4 | code)).collect()
    }

    /// The codes of `count` documents.
    pub(crate) fn read(bytes: &[u8], count: usize) -> Option<Vec<u8>> {
        if bytes.len() != count.div_ceil(2) {
            return None;
        }
        Some((0..count).filter_map(|n| bytes.get(n / 2).map(|byte| byte >> (n % 2 * 4) & 15)).collect())
    }

    /// The length of a document.
    pub(crate) fn at(&self, document: usize) -> f64 {
        let code = self.codes.get(document).copied().unwrap_or(0);
        self.levels.get(usize::from(code)).map_or(self.average, |level| f64::from(*level))
    }
}

#[cfg(test)]
mod tests {
    use super::Lengths;

    #[test]
    fn sixteen_levels_stand_for_all_lengths() {
        let lengths: Vec<u32> = (0..1001).map(|n| n * 3).collect();
        let coded = Lengths::of(&lengths);
        assert_eq!(coded.levels.len(), 16);
        assert!((coded.average - 1500.0).abs() < 1e-9);
        assert!(lengths.iter().enumerate().all(|(n, length)| (coded.at(n) - f64::from(*length)).abs() < 100.0));
        assert_eq!(Lengths::read(&coded.bytes(), 1001), Some(coded.codes.clone()));
        assert_eq!(Lengths::read(&coded.bytes(), 900), None);
        assert_eq!(Lengths::of(&[]), Lengths::default());
    }
}
