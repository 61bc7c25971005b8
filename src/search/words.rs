//! Splits text into words and keeps identifiers whole.
//!
//! A run of letters, digits and single inner joiners gives the whole run (`err_pool_timeout`, `db-07`,
//! `/etc/haproxy/haproxy.cfg` without its first slash), each compound inside it (`haproxy.cfg`), and their parts (`err`,
//! `pool`, `timeout`; camel case divides too). Accents fold away; Chinese, Japanese and Korean run together, so they are
//! cut into pairs. A version gives its number without the `v`. The script `assets/search/words.js` does the same in the
//! browser, and browser tests compare both; `docs/search.md` describes the rules.

use unicode_normalization::UnicodeNormalization;

/// Longer runs are hashes and stack traces, which nobody searches for; only their parts are kept.
const LONGEST: usize = 64;

/// The place of a word in its run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// It is the whole run.
    Whole,
    /// It is inside the run and has parts itself.
    Compound,
    /// It is inside the run and has no parts.
    Leaf,
}

/// The words of a text in their order, in lower case, neither stopped nor stemmed.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    placed(text).into_iter().map(|(token, _)| token).collect()
}

/// The same, each with its place.
pub(crate) fn placed(text: &str) -> Vec<(String, Place)> {
    cut(&fold(text))
}

/// The words of a text, each folded and in its original spelling.
pub(crate) fn placed_as_written(text: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    // An isolated combining mark can split only one of the two versions; then the words of that line count as folded.
    for line in text.lines() {
        let folded = tokens(line);
        let written = if line.is_ascii() { Vec::new() } else { cut(&line.nfkc().collect::<Vec<_>>()) };
        if written.len() == folded.len() {
            out.extend(folded.into_iter().zip(written.into_iter().map(|(token, _)| token)));
        } else {
            out.extend(folded.into_iter().map(|token| (token.clone(), token)));
        }
    }
    out
}

/// A word folded, in lower case.
pub(crate) fn lower(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    fold(word).into_iter().flat_map(char::to_lowercase).collect()
}

fn cut(chars: &[char]) -> Vec<(String, Place)> {
    let mut out = Vec::new();
    let mut rest = chars;
    while let [first, tail @ ..] = rest {
        if is_cjk(*first) {
            let (run, after) = rest.split_at(rest.iter().take_while(|c| is_cjk(**c)).count());
            pairs(run, &mut out);
            rest = after;
        } else if is_word(*first) {
            let (run, after) = rest.split_at(run_length(rest));
            if is_plain(run) {
                push(run, Place::Whole, &mut out);
            } else {
                divide(&bare(run), &Level::ALL, Place::Whole, &mut out);
            }
            rest = after;
        } else {
            rest = tail;
        }
    }
    out
}

/// Normalises compatibility forms and removes Latin, Greek and Cyrillic accents: `Zoë` is `Zoe`, full width is ASCII.
pub(crate) fn fold(text: &str) -> Vec<char> {
    if text.is_ascii() {
        return text.chars().collect();
    }
    text.nfkd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).nfc().collect()
}

/// Whether a text ends with a word, which may be incomplete.
pub(crate) fn ends_in_word(text: &str) -> bool {
    fold(text).last().is_some_and(|c| is_word(*c) || is_cjk(*c))
}

pub(crate) fn is_word(c: char) -> bool {
    (c.is_alphanumeric() || c == '_') && !is_cjk(c)
}

/// Scripts written without spaces.
fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{309d}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}'
        | '\u{30fc}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ffff}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '.' | '/' | ':' | '@' | '+' | '#' | '&' | '\'' | '\u{2019}')
}

/// How many characters belong to the run at the start of `chars`; a joiner counts if a word follows it.
fn run_length(chars: &[char]) -> usize {
    let mut length = 0;
    loop {
        let rest = chars.get(length..).unwrap_or_default();
        match rest {
            [c, ..] if is_word(*c) => length += 1,
            [joiner, next, ..] if is_joiner(*joiner) && is_word(*next) => length += 1,
            _ => return length,
        }
    }
}

/// Whether a run is one word without parts, as most are: a letter, and small letters after it.
fn is_plain(run: &[char]) -> bool {
    matches!(run, [first, rest @ ..] if first.is_alphabetic() && rest.iter().all(|c| c.is_lowercase()))
}

/// A run without surrounding underscores and possessive endings: `_private_` is `private`, `team's` is `team`, `don't`
/// stays.
fn bare(mut run: &[char]) -> Vec<char> {
    while let ['_', inner @ ..] | [inner @ .., '_'] = run {
        run = inner;
    }
    if let [owner @ .., '\'' | '\u{2019}', 's' | 'S'] = run {
        run = owner;
    }
    run.iter().copied().filter(|c| !matches!(c, '\'' | '\u{2019}')).collect()
}

/// Pushes overlapping pairs of characters, or a single character.
fn pairs(run: &[char], out: &mut Vec<(String, Place)>) {
    match run {
        [one] => out.push((one.to_string(), Place::Whole)),
        run => out.extend(run.windows(2).map(|pair| (pair.iter().collect(), Place::Whole))),
    }
}

/// Where a run is divided, from the coarsest to the finest.
#[derive(Debug, Clone, Copy)]
enum Level {
    /// Paths, addresses, lists.
    Path,
    /// Host and file names, versions.
    Dotted,
    /// Hyphens, underscores, camel case.
    Inner,
}

impl Level {
    const ALL: [Self; 3] = [Self::Path, Self::Dotted, Self::Inner];

    fn divides(self, c: char) -> bool {
        match self {
            Self::Path => matches!(c, '/' | ':' | '@' | '+' | '#' | '&'),
            Self::Dotted => c == '.',
            Self::Inner => matches!(c, '-' | '_'),
        }
    }

    fn parts(self, run: &[char]) -> Vec<&[char]> {
        let parts = run.split(|c| self.divides(*c)).filter(|part| !part.is_empty());
        match self {
            Self::Path | Self::Dotted => parts.collect(),
            Self::Inner => parts.flat_map(humps).collect(),
        }
    }
}

/// `OutOfMemory` into `Out`, `Of`, `Memory`; `HTTPServer` into `HTTP`, `Server`.
fn humps(part: &[char]) -> Vec<&[char]> {
    let mut humps = Vec::new();
    let mut start = 0;
    for (at, window) in part.windows(2).enumerate() {
        let [before, here] = window else { continue };
        let after = part.get(at + 2).is_some_and(|c| c.is_lowercase());
        if here.is_uppercase() && (before.is_lowercase() || (before.is_uppercase() && after)) {
            humps.extend(part.get(start..=at));
            start = at + 1;
        }
    }
    humps.extend(part.get(start..));
    humps
}

/// Pushes a run if it has parts, then its parts by the finer levels; a run without parts is a word itself.
fn divide(run: &[char], levels: &[Level], place: Place, out: &mut Vec<(String, Place)>) {
    let Some((level, finer)) = levels.split_first() else {
        if place == Place::Whole || is_telling(run) {
            push(run, place, out);
        }
        return;
    };
    if let (Level::Dotted, ['v' | 'V', number @ ..]) = (level, run)
        && number.first().is_some_and(char::is_ascii_digit)
    {
        // A version is the same with and without its letter.
        push(run, if place == Place::Whole { place } else { Place::Compound }, out);
        if is_telling(number) {
            push(number, Place::Leaf, out);
        }
        return;
    }
    match level.parts(run).as_slice() {
        [] => {}
        [only] => divide(only, finer, place, out),
        parts => {
            push(run, if place == Place::Whole { place } else { Place::Compound }, out);
            for part in parts {
                divide(part, finer, Place::Leaf, out);
            }
        }
    }
}

/// Whether a token is the status of an HTTP answer that says an error, such as `503`: the one kind of number that says
/// what failed.
pub(crate) fn is_error_status(token: &str) -> bool {
    let three = token.len() == 3 && token.bytes().all(|byte| byte.is_ascii_digit());
    three && matches!(token.parse(), Ok(400..=431 | 451 | 499..=511 | 520..=530))
}

/// Whether a part is indexed: not a single letter or a number of at most two digits.
fn is_telling(part: &[char]) -> bool {
    part.len() > 1 && !(part.len() < 3 && part.iter().all(char::is_ascii_digit))
}

fn push(run: &[char], place: Place, out: &mut Vec<(String, Place)>) {
    if run.len() <= LONGEST {
        let mut word = String::with_capacity(run.len());
        for c in run {
            match c {
                'a'..='z' | '0'..='9' => word.push(*c),
                _ => word.extend(c.to_lowercase()),
            }
        }
        out.push((word, place));
    }
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn identifiers_stay_whole_and_give_their_parts() {
        assert_eq!(tokens("ERR_POOL_TIMEOUT"), ["err_pool_timeout", "err", "pool", "timeout"]);
        assert_eq!(tokens("db-07 5xx"), ["db-07", "db", "5xx"]);
        assert_eq!(tokens("us-east-1"), ["us-east-1", "us", "east"]);
        assert_eq!(tokens("maxWaitHTTPServer"), ["maxwaithttpserver", "max", "wait", "http", "server"]);
        assert_eq!(
            tokens("/etc/haproxy/haproxy.cfg"),
            ["etc/haproxy/haproxy.cfg", "etc", "haproxy", "haproxy.cfg", "haproxy", "cfg"]
        );
    }

    #[test]
    fn marks_around_a_word_are_no_part_of_it() {
        assert_eq!(tokens("(team's) _private_ don\u{2019}t, p99<200ms."), ["team", "private", "dont", "p99", "200ms"]);
        assert_eq!(tokens("a--b ... -_- __ _x_y"), ["a", "b", "x_y"]);
    }

    #[test]
    fn a_version_is_found_with_and_without_its_letter() {
        assert_eq!(tokens("v1.24.3 V2 1.24.3"), ["v1.24.3", "1.24.3", "v2", "1.24.3"]);
        assert_eq!(tokens("api/v1.2"), ["api/v1.2", "api", "v1.2", "1.2"]);
        assert_eq!(tokens("\u{1f525} :-) \u{2014}"), [""; 0]);
    }

    #[test]
    fn runs_too_long_to_type_give_their_parts_only() {
        let hash = "f".repeat(65);
        assert_eq!(tokens(&format!("sha:{hash}")), ["sha"]);
    }

    #[test]
    fn writing_without_spaces_is_cut_into_pairs() {
        assert_eq!(tokens("データ損失 db"), ["デー", "ータ", "タ損", "損失", "db"]);
        assert_eq!(tokens("東"), ["東"]);
    }
}
