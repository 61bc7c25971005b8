//! Code and quotations of a review, as they are told.

/// The lines between two fences. A fence inside of longer ones is one of the lines.
pub(super) fn code(source: &str) -> Option<String> {
    let mut lines = source.lines();
    let open = lines.next()?.trim_start();
    let mark = open.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let info = open.trim_start_matches(mark);
    let length = open.len() - info.len();
    // What is marked for redaction is no answer.
    if length < 3 || info.trim() == "redact" {
        return None;
    }
    let closes = |line: &str| line.trim().len() >= length && line.trim().chars().all(|c| c == mark);
    let lines: Vec<_> = lines.take_while(|line| !closes(line)).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// What is quoted, each speaker on a line of their own; none of a note or a warning of the author.
pub(super) fn quotation(source: &str) -> Option<Vec<String>> {
    let turns = source.starts_with('>').then(|| turns(source))?;
    (!turns.first().is_some_and(|line| line.starts_with("[!"))).then_some(turns)
}

/// A line that begins in bold, or after an empty one, begins a turn.
fn turns(source: &str) -> Vec<String> {
    let mut turns: Vec<String> = Vec::new();
    let mut is_new = true;
    for line in source.lines().map(|line| line.trim_start_matches(['>', ' ']).trim_end()) {
        if line.is_empty() {
            is_new = true;
            continue;
        }
        match turns.last_mut().filter(|_| !is_new && !line.starts_with("**")) {
            Some(turn) => {
                turn.push(' ');
                turn.push_str(line);
            }
            None => turns.push(line.to_owned()),
        }
        is_new = false;
    }
    turns
}

#[cfg(test)]
mod tests {
    use super::{code, quotation};

    #[test]
    fn each_speaker_of_a_quotation_has_a_line() {
        let turns = quotation("> **a:** it is\n> my loop\n> **b:** thanks\n>\n> Later.").unwrap();
        assert_eq!(turns, ["**a:** it is my loop", "**b:** thanks", "Later."]);
        assert_eq!(quotation("> [!NOTE]\n> said"), None);
        assert_eq!(quotation("said"), None);
    }

    #[test]
    fn code_stands_between_fences_and_marks_stay_out() {
        assert_eq!(code("```log\na\nb\n```").as_deref(), Some("a\nb"));
        assert_eq!(code("~~~\na"), Some("a".to_owned()));
        assert_eq!(code("``` redact\na\n```"), None);
        assert_eq!(code("````md\n```\na\n```\n````").as_deref(), Some("```\na\n```"));
        assert_eq!(code("> quoted"), None);
    }
}
