//! Severities in the words of others, as steps of the scale that a library without settings has.

use site::config::Config;

/// Words by the number of the step.
const WORDS: [(usize, &[&str]); 5] = [
    (
        1,
        &[
            "critical",
            "down",
            "kritisch",
            "critique",
            "crítica",
            "crítico",
            "critico",
            "critica",
            "krytyczny",
            "krytyczna",
            "критический",
            "критическая",
            "kritiek",
            "严重",
            "致命的",
            "치명적",
            "심각",
        ],
    ),
    (
        2,
        &[
            "high",
            "major",
            "disrupted",
            "hoch",
            "élevée",
            "élevé",
            "majeure",
            "majeur",
            "alta",
            "alto",
            "wysoki",
            "wysoka",
            "высокий",
            "высокая",
            "hoog",
            "高",
            "높음",
        ],
    ),
    (
        3,
        &[
            "medium",
            "moderate",
            "minor",
            "mittel",
            "moyenne",
            "moyen",
            "media",
            "medio",
            "média",
            "médio",
            "średni",
            "średnia",
            "средний",
            "средняя",
            "gemiddeld",
            "中",
            "중간",
        ],
    ),
    (
        4,
        &[
            "low",
            "niedrig",
            "gering",
            "faible",
            "baja",
            "bajo",
            "baixa",
            "baixo",
            "bassa",
            "basso",
            "niski",
            "niska",
            "низкий",
            "низкая",
            "laag",
            "低",
            "낮음",
        ],
    ),
    (5, &["notice", "info"]),
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
    if let Some((step, _)) = WORDS.iter().find(|(_, words)| words.contains(&first)) {
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
