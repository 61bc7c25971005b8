//! Did you mean ...?

/// The candidate that `name` is most likely a misspelling of, if one is near enough to be worth naming.
///
/// Near is at most a third of the letters edited (Damerau-Levenshtein), case and `-`/`_` aside; ties go to the first.
#[must_use]
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |s: &str| s.to_lowercase().replace(['-', ' '], "_");
    let name = plain(name);
    let limit = (name.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|c| (strsim::damerau_levenshtein(&name, &plain(c)), c))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, c)| c)
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
}
