//! Whether a text is a task: an order, a promise, a ticket.

use super::states::is_deed;
use markdown::plain_text;

/// Verbs that orders begin with.
const VERBS: [&str; 113] = [
    "add",
    "adjust",
    "adopt",
    "alert",
    "allow",
    "analyze",
    "ask",
    "assign",
    "audit",
    "automate",
    "avoid",
    "backfill",
    "block",
    "build",
    "change",
    "check",
    "clarify",
    "clean",
    "commit",
    "communicate",
    "complete",
    "conduct",
    "configure",
    "consider",
    "continue",
    "create",
    "decide",
    "define",
    "delete",
    "deploy",
    "deprecate",
    "design",
    "develop",
    "disable",
    "discuss",
    "document",
    "drop",
    "educate",
    "enable",
    "enforce",
    "ensure",
    "establish",
    "evaluate",
    "expand",
    "explore",
    "extend",
    "figure",
    "file",
    "find",
    "fix",
    "follow",
    "formalize",
    "get",
    "harden",
    "hire",
    "hold",
    "identify",
    "implement",
    "improve",
    "include",
    "increase",
    "install",
    "introduce",
    "investigate",
    "keep",
    "limit",
    "log",
    "look",
    "make",
    "migrate",
    "monitor",
    "move",
    "notify",
    "patch",
    "prevent",
    "provide",
    "publish",
    "purge",
    "raise",
    "reach",
    "reduce",
    "refactor",
    "remove",
    "rename",
    "replace",
    "require",
    "research",
    "restrict",
    "review",
    "revisit",
    "rewrite",
    "rotate",
    "routinely",
    "run",
    "schedule",
    "separate",
    "set",
    "setup",
    "share",
    "switch",
    "test",
    "track",
    "train",
    "try",
    "tune",
    "turn",
    "update",
    "upgrade",
    "use",
    "validate",
    "verify",
    "work",
    "write",
];

/// Phrases that promises and duties begin with.
const PROMISES: [&str; 16] = [
    "we will",
    "we'll",
    "we’ll",
    "we are going to",
    "we're going to",
    "we need to",
    "we should",
    "we must",
    "we plan to",
    "need to",
    "should",
    "must",
    "do not",
    "don't",
    "todo",
    "to do",
];

/// Whether a text is a task.
pub(super) fn is_task(text: &str) -> bool {
    let plain = plain_text(text).to_lowercase();
    let plain = plain.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '#');
    if PROMISES.iter().any(|words| plain.strip_prefix(words).is_some_and(|rest| rest.starts_with([' ', ':']))) {
        return true;
    }
    is_ticket(plain) || is_deed(plain) || begins_with_verb(plain)
}

/// Whether a text is an order: it begins with a verb for one.
pub(super) fn is_order(text: &str) -> bool {
    begins_with_verb(plain_text(text).to_lowercase().trim_start())
}

fn begins_with_verb(plain: &str) -> bool {
    let first: String = plain.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
    let is_verb = |word: &str| VERBS.contains(&word);
    let stem = first.strip_suffix("ing").unwrap_or_default();
    let doubled = stem.len() > 2 && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2];
    let is_gerund = stem.len() > 1
        && (is_verb(stem)
            || is_verb(&format!("{stem}e"))
            || (doubled && stem.is_ascii() && is_verb(&stem[..stem.len() - 1])));
    is_verb(&first) || is_gerund
}

/// Whether a text is only a ticket: `#2127`, `PROJ-12`.
fn is_ticket(text: &str) -> bool {
    let text = text.trim();
    let number = text.strip_prefix('#').or_else(|| text.split_once('-').map(|(_, number)| number));
    number.is_some_and(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::is_task;

    #[test]
    fn orders_promises_and_tickets_are_tasks() {
        for text in [
            "Add a check",
            "**Improve** the alert",
            "Adding comprehensive tests",
            "Running the drill each month",
            "We will build out a test network",
            "Purge all logs; completed",
            "#2127",
            "OPS-12",
        ] {
            assert!(is_task(text), "{text}");
        }
        for text in ["The disk was full", "Nobody looked", "`schema_upgrade` had no test", "String theory", "", "ing"] {
            assert!(!is_task(text), "{text}");
        }
    }
}
