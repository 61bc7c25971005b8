//! Severities in other tools' words, as steps of the default scale.

use crate::review::languages::names;
use site::config::Config;

/// The keys of `names.txt` for each step.
const STEPS: [&str; 5] = ["severity 1", "severity 2", "severity 3", "severity 4", "severity 5"];

/// The step at the start of a text. `None` for a form that lists several to choose from.
pub(in crate::review) fn mapped(text: &str, config: &Config) -> Option<String> {
    let plain = markdown::plain_text(text).to_lowercase();
    let words: Vec<_> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let (step, next) = step(&words)?;
    let lead = plain.split(['(', ',', '.', '–', '—', '\n']).next().unwrap_or(&plain);
    let other = || words.get(next..).and_then(self::step);
    if lead.contains(['/', '|']) && other().is_some() {
        return None;
    }
    // `SEV2 -> SEV1`: it was both.
    let is_range = ["->", "→", " to ", "=>"].iter().any(|mark| lead.contains(mark)) && {
        let mut rest = words.get(next..).unwrap_or_default();
        rest = rest.strip_prefix(&["to"]).unwrap_or(rest);
        self::step(rest).is_some_and(|(other, _)| other != step)
    };
    if is_range {
        return None;
    }
    // Priorities begin at 0 or at 1: in `P1 - Critical` the word says which step it is.
    let is_priority = words.first().is_some_and(|first| first.starts_with('p'));
    let is_word = |next: &&&str| next.chars().all(char::is_alphabetic);
    let said = words.get(next).filter(is_word).and_then(|word| self::step(&[*word])).filter(|_| is_priority);
    let step = said.map_or(step, |(said, _)| said);
    config.severities.get(step.checked_sub(1)?).map(|severity| severity.key.clone())
}

/// Whether a text is the placeholder or the list of choices of a form that nobody filled in: `SEV-X`, `SEV1-5`, `High/Medium/Low`.
pub(super) fn is_form(text: &str) -> bool {
    let plain = markdown::plain_text(text).to_lowercase();
    let words: Vec<_> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let choices = words.iter().filter(|word| step(std::slice::from_ref(*word)).is_some()).count();
    let is_open = words.iter().any(|word| matches!(*word, "x" | "n" | "sevx" | "sevn"));
    (is_open && words.len() <= 4 + choices) || (choices > 2 && plain.contains(['/', '|', ',']))
}

/// The step at the start of `words`, and how many of the words it takes.
fn step(words: &[&str]) -> Option<(usize, usize)> {
    let first = *words.first()?;
    // `1등급`, `2级`
    let first = ["등급", "级", "級"].iter().find_map(|unit| first.strip_suffix(unit)).unwrap_or(first);
    if let Some(step) = STEPS.iter().position(|kind| names::is(kind, first)) {
        return Some((step + 1, 1));
    }
    let letters = first.trim_end_matches(|c: char| c.is_ascii_digit());
    let counts_from_zero = matches!(letters, "p" | "priority");
    // A bare number is a step if nothing follows it, or a word for a step.
    let is_word = |word: &&str| STEPS.iter().any(|kind| names::is(kind, word));
    let is_number = letters.is_empty() && words.get(1).is_none_or(is_word);
    if !is_number && !counts_from_zero && !matches!(letters, "sev" | "severity" | "s" | "level") {
        return None;
    }
    let (digits, used) = if letters == first { (*words.get(1)?, 2) } else { (&first[letters.len()..], 1) };
    let number: usize = digits.parse().ok().filter(|number| *number <= 5)?;
    // Priorities nearly always start at P0; severities at 1, and a SEV-0 is also the worst.
    let step = if counts_from_zero { number + 1 } else { number.max(1) };
    (step <= STEPS.len()).then_some((step, used))
}

#[cfg(test)]
mod tests {
    use super::mapped;
    use site::config::Config;

    #[test]
    fn scales_of_others_are_mapped() {
        let config = Config::foreign();
        for (text, key) in [
            ("S2. Service degraded", Some("sev2")),
            ("**Critical** - all customers", Some("sev1")),
            ("P0", Some("sev1")),
            ("P1", Some("sev2")),
            ("Priority 3", Some("sev4")),
            ("P5", None),
            ("P1 - Critical", Some("sev1")),
            ("P3 (medium)", Some("sev3")),
            ("P2, nobody was hurt", Some("sev3")),
            ("SEV0", Some("sev1")),
            ("2", Some("sev2")),
            ("1 (critical)", Some("sev1")),
            ("7", None),
            ("10 of 12", None),
            ("SEV-3", Some("sev3")),
            ("1등급", Some("sev1")),
            ("2级", Some("sev2")),
            ("Severity 2", Some("sev2")),
            ("disrupted", Some("sev2")),
            ("Moderate", Some("sev3")),
            ("High/Medium/Low", None),
            ("SEV2 -> SEV1", None),
            ("P3 to P1", None),
            ("SEV-2 (was SEV-3)", Some("sev2")),
            ("High - Medium impact", Some("sev2")),
            ("SEV-X / SEV1-5", None),
            ("Not critical", None),
            ("Purple", None),
        ] {
            assert_eq!(mapped(text, &config).as_deref(), key, "{text}");
        }
    }
}
