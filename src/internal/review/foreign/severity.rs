//! Severities in the words of others, as steps of the scale that a library without settings has.

use site::config::Config;

/// Words by the number of the step.
const WORDS: [(&str, usize); 34] = [
    ("critical", 1),
    ("down", 1),
    ("kritisch", 1),
    ("critique", 1),
    ("crítica", 1),
    ("crítico", 1),
    ("critico", 1),
    ("critica", 1),
    ("krytyczny", 1),
    ("критический", 1),
    ("critiek", 1),
    ("严重", 1),
    ("치명적", 1),
    ("high", 2),
    ("major", 2),
    ("disrupted", 2),
    ("hoch", 2),
    ("élevée", 2),
    ("alta", 2),
    ("wysoki", 2),
    ("высокий", 2),
    ("hoog", 2),
    ("高", 2),
    ("medium", 3),
    ("moderate", 3),
    ("minor", 3),
    ("mittel", 3),
    ("moyenne", 3),
    ("media", 3),
    ("средний", 3),
    ("中", 3),
    ("low", 4),
    ("notice", 5),
    ("info", 5),
];

/// The step that a text begins with. A form that lists several to choose from says none.
pub(in crate::review) fn mapped(text: &str, config: &Config) -> Option<String> {
    let plain = markdown::plain_text(text).to_lowercase();
    let words: Vec<_> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let (step, next) = step(&words)?;
    let lead = plain.split(['(', ',', '.', '–', '—', '\n']).next().unwrap_or(&plain);
    if lead.contains(['/', '|']) && words.get(next..).and_then(self::step).is_some() {
        return None;
    }
    config.severities.get(step.checked_sub(1)?).map(|severity| severity.key.clone())
}

/// The step that words begin with, and how many words say it.
fn step(words: &[&str]) -> Option<(usize, usize)> {
    let first = *words.first()?;
    if let Some((_, step)) = WORDS.iter().find(|(word, _)| *word == first) {
        return Some((*step, 1));
    }
    let letters = first.trim_end_matches(|c: char| c.is_ascii_digit());
    if !matches!(letters, "sev" | "severity" | "s" | "p" | "priority") {
        return None;
    }
    let (digits, used) = if letters == first { (*words.get(1)?, 2) } else { (&first[letters.len()..], 1) };
    let number: usize = digits.parse().ok()?;
    // The worst is 0 in some scales and 1 in others; every other number means the step that bears it.
    (number <= 5).then_some((number.max(1), used))
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
            ("SEV-3", Some("sev3")),
            ("Severity 2", Some("sev2")),
            ("disrupted", Some("sev2")),
            ("Moderate", Some("sev3")),
            ("High/Medium/Low", None),
            ("Not critical", None),
            ("Purple", None),
            ("2", None),
        ] {
            assert_eq!(mapped(text, &config).as_deref(), key, "{text}");
        }
    }
}
