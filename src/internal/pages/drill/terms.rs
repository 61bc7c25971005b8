//! Distinctive words of a text that may identify a cause.

use std::collections::BTreeSet;

use super::common::is_common;

/// Shorter words are ignored.
const SHORTEST: usize = 3;

/// The words of a normalised text that can tell a cause, without the endings that a sentence gives them. Of Han and Hangul, which are
/// written without spaces or with endings, every two neighbours are a word; Hiragana tells nothing alone.
pub(super) fn telling_of(normalised: &str) -> BTreeSet<String> {
    let mut all = Vec::new();
    for word in normalised.split(|c: char| !c.is_alphanumeric()) {
        if word.is_ascii() {
            all.extend(telling_word(word));
            continue;
        }
        let letters: Vec<char> = word.chars().collect();
        for run in letters.chunk_by(|one, next| Script::of(*one) == Script::of(*next)) {
            match run.first().map(|c| Script::of(*c)) {
                Some(Script::Hiragana) | None => {}
                Some(Script::Characters) => all.extend(run.windows(2).map(|two| two.iter().collect::<String>())),
                Some(Script::Letters) => all.extend(telling_word(&run.iter().collect::<String>())),
            }
        }
    }
    all.into_iter().collect()
}

/// A word of letters without its ending, if it can tell a cause.
fn telling_word(word: &str) -> Option<String> {
    let is_number = || word.chars().all(|c| c.is_ascii_digit());
    (word.chars().count() >= SHORTEST && !is_common(word) && !is_number()).then(|| stem(word))
}

/// What a letter is written in, as far as it decides what a word is.
#[derive(PartialEq, Eq)]
enum Script {
    /// Those of endings and particles.
    Hiragana,
    /// Han and Hangul.
    Characters,
    Letters,
}

impl Script {
    fn of(c: char) -> Self {
        match c {
            '\u{3040}'..='\u{309f}' => Self::Hiragana,
            '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' => Self::Characters,
            _ => Self::Letters,
        }
    }
}

/// Stems a word: `retries`, `retried`, `retrying` and `retry` are the same.
fn stem(word: &str) -> String {
    let long = |rest: &&str| rest.chars().count() >= SHORTEST;
    let cut = |ending: &str| word.strip_suffix(ending).filter(long);
    if let Some(rest) = cut("ies").or_else(|| cut("ied")) {
        return format!("{rest}y");
    }
    let word = cut("ing").or_else(|| cut("ed")).or_else(|| cut("s")).unwrap_or(word);
    word.strip_suffix('e').filter(long).unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::said::telling;

    #[test]
    fn common_words_tell_nothing_and_endings_do_not_matter() {
        let all = |text| telling(text).into_iter().collect::<Vec<_>>().join(" ");
        assert_eq!(all("The *stale* cache was on"), "cach stal");
        assert_eq!(all("Runbook out of date"), "");
        assert_eq!(all("Der Dienst wurde durch das Zertifikat gestört"), "dienst gestört zertifikat");
        assert_eq!(all("DNS retries"), all("it retried the dns"));
        assert_eq!(all("The app asks again"), all("App retries"));
        assert_eq!(all("原因は証明書の期限切れだった"), "expir 原因 明書 証明");
        assert_eq!(all("サーバーの証明書を更新した"), "サーバー 明書 更新 証明");
    }
}
