//! Places in a row, as English words.

/// Those that are written as words; the others are figures.
const WORDS: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// `third`, `11th`, `22nd`: the `n`th place, counted from 1.
#[must_use]
pub fn ordinal(n: usize) -> String {
    if let Some(word) = n.checked_sub(1).and_then(|place| WORDS.get(place)) {
        return (*word).to_owned();
    }
    let ending = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

#[cfg(test)]
mod tests {
    use super::ordinal;

    #[test]
    fn places_are_words_to_the_tenth_and_then_figures() {
        assert_eq!([1, 2, 10].map(ordinal), ["first", "second", "tenth"]);
        assert_eq!(
            [0, 11, 12, 13, 21, 22, 23, 24, 111].map(ordinal).join(" "),
            "0th 11th 12th 13th 21st 22nd 23rd 24th 111th"
        );
    }
}
