//! The known name nearest to a misspelt one, for "did you mean".

/// More letters than these are no slip in a long name either, and it would be compared with most others.
const MOST_EDITS: usize = 5;

/// The candidate that `name` is most likely a misspelling of, if one is near enough to be worth naming.
///
/// At most a third of the letters and [`MOST_EDITS`] may differ (Damerau-Levenshtein); case and `-`/`_` are ignored; of equally near
/// candidates the first wins.
#[must_use]
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |s: &str| s.to_lowercase().replace(['-', ' '], "_");
    let name = plain(name);
    let length = name.chars().count();
    let letters = counts(&name);
    let mut limit = (length / 3).clamp(1, MOST_EDITS);
    let mut best = None;
    for candidate in candidates {
        let plain = plain(candidate);
        // Most candidates differ enough in length or letters to be skipped before the slow comparison.
        if plain.chars().count().abs_diff(length) > limit || apart(&letters, &counts(&plain)) > 2 * limit {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&name, &plain);
        if distance <= limit {
            best = Some(candidate);
            let Some(less) = distance.checked_sub(1) else { break };
            limit = less;
        }
    }
    best
}

/// By how many letters two texts differ: left out, added, changed, or two that changed places.
#[must_use]
pub fn edits(a: &str, b: &str) -> usize {
    strsim::damerau_levenshtein(a, b)
}

/// How often each letter occurs in a text; letters whose codes end in the same five bits share an entry.
fn counts(text: &str) -> [u16; 32] {
    let mut counts = [0_u16; 32];
    for c in text.chars() {
        let count = &mut counts[c as usize % 32];
        *count = count.saturating_add(1);
    }
    counts
}

/// The sum of the differences in letter counts. One edit changes it by two at most: a letter removed and a letter
/// added.
fn apart(a: &[u16; 32], b: &[u16; 32]) -> usize {
    a.iter().zip(b).map(|(a, b)| usize::from(a.abs_diff(*b))).sum()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn only_near_names_are_offered() {
        let known = ["severity", "services", "summary"];
        assert_eq!(nearest("severty", known), Some("severity"));
        assert_eq!(nearest("Service", known), Some("services"));
        assert_eq!(nearest("owner", known), None);
        assert_eq!(nearest("x", known), None);
    }

    #[test]
    fn the_first_of_the_nearest_is_offered() {
        assert_eq!(nearest("fares", ["farms", "fares-api", "fires", "fare"]), Some("farms"));
        assert_eq!(nearest("Überlast", ["uberlast", "überlasst"]), Some("uberlast"));
    }

    proptest::proptest! {
        #[test]
        fn nothing_near_is_passed_over(name in "[a-cé_-]{1,9}", known in proptest::collection::vec("[a-cé_-]{0,9}", 0..9)) {
            let plain = |s: &str| s.to_lowercase().replace(['-', ' '], "_");
            let distance = |c: &&str| strsim::damerau_levenshtein(&plain(&name), &plain(c));
            let limit = (name.chars().count() / 3).max(1);
            let best = known.iter().map(String::as_str).min_by_key(distance).filter(|c| distance(c) <= limit);
            proptest::prop_assert_eq!(nearest(&name, known.iter().map(String::as_str)), best);
        }
    }
}
