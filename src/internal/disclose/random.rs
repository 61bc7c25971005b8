//! Random numbers and words, reproducible from a seed.

/// `SplitMix64` (Steele, Lea, Flood 2014), a pseudo-random number generator.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % (n.max(1) as u64)).unwrap_or_default()
    }

    pub(super) fn word(&mut self) -> String {
        let length = 7 + self.below(5);
        (0..length).map(|_| char::from(b"bcdfghjklmnpqrstvwxz"[self.below(20)])).collect()
    }

    pub(super) fn words(&mut self, n: usize) -> String {
        (0..n).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn paragraphs(&mut self, n: usize) -> String {
        (0..n).map(|_| self.words(30)).collect::<Vec<_>>().join("\n\n")
    }
}
