//! Names of things in a text: of processes, systems, files, settings.

use std::collections::BTreeSet;

use super::said::Said;

/// Shorter words are no names.
const SHORTEST: usize = 3;

/// Names of things: `gw_sweep2`, `poolSize`, `MTU`, and everything in code. No times and no amounts.
pub(super) fn names(said: &Said<'_>) -> BTreeSet<String> {
    let code =
        said.text.split('`').skip(1).step_by(2).map(str::trim).filter(|code| code.chars().any(char::is_alphabetic));
    let code = code.filter(|code| code.chars().count() >= SHORTEST).map(str::to_lowercase);
    let words = said.plain().split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.')));
    let words = words.map(|word| word.trim_matches(['-', '.'])).filter(|word| is_name(word)).map(str::to_lowercase);
    code.chain(words).collect()
}

/// Names of things that nobody would use for another: `ExpressVPN`, `gw_sweep2`; in small letters, without marks.
pub(super) fn identifiers(said: &Said<'_>) -> BTreeSet<String> {
    let words = said.plain().split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-')));
    let words = words.filter(|word| is_name(word) && word.contains(char::is_lowercase) && !word.contains('-'));
    words.map(|word| word.to_lowercase().replace('_', "")).collect()
}

/// Which of these names a text without markup has in it, in one word or in two: one writes `Express VPN` and another `ExpressVPN`.
pub(super) fn named_in<'n>(plain: &str, names: &'n BTreeSet<String>) -> Vec<&'n str> {
    let plain = plain.to_lowercase().replace('_', "");
    let words: Vec<_> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_two = |name: &str| words.windows(2).any(|two| name.strip_prefix(two[0]) == Some(two[1]));
    names.iter().map(String::as_str).filter(|name| words.contains(name) || is_two(name)).collect()
}

fn is_name(word: &str) -> bool {
    if word.chars().count() < SHORTEST || word == "UTC" || word.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let any = |is: fn(char) -> bool| word.chars().any(is);
    let is_initials = word.chars().all(|c| c.is_ascii_uppercase());
    let in_humps = word.chars().zip(word.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    word.contains('_') || is_initials || in_humps || (any(char::is_alphabetic) && any(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::super::said::Said;
    use super::{named_in, names};

    #[test]
    fn a_name_is_found_in_one_word_and_in_two() {
        let names = ["expressvpn", "gwsweep2"].map(str::to_owned).into();
        assert_eq!(named_in("An Express VPN, GW_sweep2.", &names), ["expressvpn", "gwsweep2"]);
        assert!(named_in("Express the VPN", &names).is_empty());
    }

    #[test]
    fn names_are_of_things_and_no_amounts() {
        let all = |text: &str| names(&Said::of(text)).into_iter().collect::<Vec<_>>().join(" ");
        assert_eq!(
            all("A process called gw_sweep2 has 40s of poolSize, says `kill -9`."),
            "gw_sweep2 kill -9 poolsize"
        );
        assert_eq!(all("MTU of qs-core-2 is 9018 at 12:47 UTC, 99.9 % after 5m"), "mtu qs-core-2");
    }
}
