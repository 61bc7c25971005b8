//! Random names and secrets, different in each run.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

/// `SplitMix64` (Steele, Lea, Flood 2014).
pub struct Dice {
    state: u64,
    /// The parts of names made so far.
    names: Vec<String>,
}

/// A person who does not exist.
#[derive(Clone)]
pub struct Name {
    pub given: String,
    pub surname: String,
}

impl Name {
    pub fn full(&self) -> String {
        format!("{} {}", self.given, self.surname)
    }
}

static TESTS: AtomicU64 = AtomicU64::new(1);

impl Dice {
    /// Prints its seed, which the test harness shows if the test fails.
    pub fn new() -> Self {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_nanos() as u64);
        let own = now ^ (u64::from(std::process::id()) << 40) ^ (TESTS.fetch_add(1, Ordering::Relaxed) << 32);
        let seed = std::env::var("DEBRIEF_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(own);
        eprintln!("DEBRIEF_SEED={seed}");
        Self { state: seed, names: Vec::new() }
    }

    pub fn number(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.number() % n as u64) as usize
    }

    pub fn of(&mut self, alphabet: &str, length: usize) -> String {
        let letters: Vec<_> = alphabet.chars().collect();
        (0..length).map(|_| letters[self.below(letters.len())]).collect()
    }

    pub fn digits(&mut self, length: usize) -> String {
        self.of("123456789", 1) + &self.of("0123456789", length - 1)
    }

    /// A word that is in no language, with letters of which many have a look-alike in another script.
    pub fn word(&mut self) -> String {
        (0..4).map(|_| self.of("bcdfgkmnprstvxz", 1) + &self.of("aeo", 1)).collect::<String>() + &self.of("kmrtvx", 1)
    }

    /// Such a word that differs from the last ones in three letters or more, because a name with a letter or two changed is
    /// found too.
    fn distinct_word(&mut self) -> String {
        const LAST: usize = 200;
        loop {
            let word = self.word();
            let letters_changed = |other: &String| word.chars().zip(other.chars()).filter(|(a, b)| a != b).count();
            if self.names.iter().rev().take(LAST).all(|other| letters_changed(other) > 2) {
                self.names.push(word.clone());
                return word;
            }
        }
    }

    pub fn words(&mut self, n: usize) -> String {
        (0..n).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    pub fn name(&mut self) -> Name {
        let mut capital = || {
            let word = self.distinct_word();
            word[..1].to_uppercase() + &word[1..]
        };
        Name { given: capital(), surname: capital() }
    }
}
