//! Words that show that a sentence is about a failure.
//!
//! In: a sentence of prose. Out: whether it describes a failure, by the words of `names.txt`. Nothing is inferred from text in
//! another language.

use crate::review::languages::names;

/// Answers of servers that failed. Figures are no names.
const CODES: [&str; 5] = ["500", "502", "503", "504", "5xx"];

/// Words of Danish, Norwegian and Swedish, which `names.txt` does not have.
const NORDIC: [&str; 3] = ["nede", "feil", "fejl"];
/// Words of these languages that begin like this.
const NORDIC_BEGINNINGS: [&str; 2] = ["avbrott", "nedetid"];

/// Whether a sentence says that something failed.
pub fn tells_of_failure(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let words: String = lower.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let is_other = |word: &str| {
        CODES.contains(&word)
            || NORDIC.contains(&word)
            || NORDIC_BEGINNINGS.iter().any(|beginning| word.starts_with(beginning))
    };
    names::says_in("failure", &words) || words.split(' ').any(is_other)
}

#[cfg(test)]
mod tests {
    use super::tells_of_failure;

    #[test]
    fn failures_are_told_in_many_words() {
        for sentence in [
            "Checkout was down for an hour.",
            "Nobody could sign in.",
            "All requests returned 503.",
            "Der Login war zwei Stunden nicht erreichbar.",
            "Le paiement était en panne.",
            "決済システムに障害が発生した。",
            "로그인에 실패했습니다.",
            "Tjenesten var nede.",
            "El servidor fallaba.",
            "O servidor ficou parado.",
        ] {
            assert!(tells_of_failure(sentence), "{sentence}");
        }
        for sentence in [
            "Checkout is our oldest service.",
            "We moved to the downtown office.",
            "Bear with me.",
            "Its fallback answered.",
            "A paradox.",
            "Cortex holds it.",
        ] {
            assert!(!tells_of_failure(sentence), "{sentence}");
        }
    }
}
