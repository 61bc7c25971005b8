//! Words that show that a sentence is about a failure.
//!
//! In: a sentence of prose. Out: whether it describes a failure, for the languages in this list. Nothing is inferred from text
//! in another language.

/// Words that begin like this.
const BEGINNINGS: [&str; 95] = [
    "abort",
    "accident",
    "attack",
    "blocked",
    "breach",
    "broke",
    "cannot",
    "compromis",
    "corrupt",
    "couldn",
    "crash",
    "defect",
    "degrad",
    "delay",
    "delet",
    "denied",
    "disappear",
    "disconnect",
    "disrupt",
    "downtime",
    "dropp",
    "duplicat",
    "erroneous",
    "error",
    "exceed",
    "exhaust",
    "expire",
    "expos",
    "fail",
    "fault",
    "flood",
    "froze",
    "inaccessible",
    "incorrect",
    "intermittent",
    "interrupt",
    "invalid",
    "latenc",
    "leak",
    "malicious",
    "misconfigur",
    "misdirect",
    "misrout",
    "missed",
    "missing",
    "mistake",
    "offline",
    "outage",
    "overbook",
    "overcharg",
    "overload",
    "overwrit",
    "phish",
    "refus",
    "reject",
    "slow",
    "stall",
    "starv",
    "stopp",
    "throttl",
    "timeout",
    "unavailab",
    "undelivered",
    "unexpected",
    "unreachable",
    "unresponsive",
    "vulnerab",
    "wrong",
    // Danish, Dutch, German, Norwegian, Swedish
    "avbrott",
    "nedetid",
    "onbereikbaar",
    "abgestürzt",
    "ausfall",
    "ausgefallen",
    "fehler",
    "störung",
    "unerreichbar",
    "verspät",
    // French, Italian, Portuguese, Spanish
    "indisponib",
    "indisponív",
    "erreur",
    "échou",
    "interrump",
    "interruzion",
    "atraso",
    "caída",
    "lenteur",
    "lentitud",
    "retras",
    "ritard",
    // Polish, Russian
    "awari",
    "niedostępn",
    "opóźni",
    "задерж",
    "vertraging",
];

/// Whole words.
const WORDS: [&str; 33] = [
    "bug", "bugs", "down", "drop", "filled", "hang", "hung", "locked", "lost", "shut", "stale", "stop", "stops",
    "stuck", "surge", "twice", "unable", "500", "502", "503", "504", "5xx", "nede", "feil", "fejl", "gestört", "panne",
    "guasto", "errore", "erro", "falha", "fallo", "сбой",
];

/// Several words, and words of scripts without spaces.
const PHRASES: [&str; 26] = [
    "could not",
    "did not",
    "does not",
    "no longer",
    "not able",
    "nobody could",
    "no one could",
    "none of the",
    "timed out",
    "took down",
    "went away",
    "ran out",
    "by mistake",
    "out of memory",
    "out of date",
    "not available",
    "nicht erreichbar",
    "nicht verfügbar",
    "hors service",
    "no pudieron",
    "недоступ",
    "障害",
    "停止",
    "故障",
    "中断",
    "失败",
];

/// Whether a sentence says that something failed.
pub(in crate::review) fn tells_of_failure(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let of_word = |word: &str| WORDS.contains(&word) || BEGINNINGS.iter().any(|beginning| word.starts_with(beginning));
    PHRASES.iter().any(|phrase| lower.contains(phrase)) || lower.split(|c: char| !c.is_alphanumeric()).any(of_word)
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
        ] {
            assert!(tells_of_failure(sentence), "{sentence}");
        }
        for sentence in ["Checkout is our oldest service.", "We moved to the downtown office.", "Bear with me."] {
            assert!(!tells_of_failure(sentence), "{sentence}");
        }
    }
}
