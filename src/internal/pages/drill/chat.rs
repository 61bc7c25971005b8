//! A chat that stands in a text with its clocks: each message was known when it was written.
//!
//! In: the source of code or a quotation. Out: its messages, where every one begins with a clock and its speaker,
//! `12:26 <ana> who has a key`, or has them as its first line, `ana [4:06 PM]`. A log has clocks too, but says nothing of when
//! people read it.

use super::cited::code;
use super::clocks::clocks;

/// The fewest messages.
const FEWEST: usize = 2;

/// The messages as they stand; none where it is no chat.
pub(super) fn messages(source: &str) -> Option<Vec<String>> {
    let lines = code(source).or_else(|| {
        let quoted = source.starts_with('>').then(|| source.lines().map(|line| line.trim_start_matches(['>', ' '])));
        quoted.map(|lines| lines.collect::<Vec<_>>().join("\n"))
    })?;
    let is_headed = lines.lines().next().is_some_and(is_head);
    let begins_message = |line: &str| if is_headed { is_head(line) } else { begins(line) };
    let mut messages: Vec<String> = Vec::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        match messages.last_mut() {
            _ if begins_message(line) => messages.push(line.trim().to_owned()),
            // A message of several lines.
            Some(last) if is_headed || line.starts_with(char::is_whitespace) => {
                last.push(' ');
                last.push_str(line.trim());
            }
            _ => return None,
        }
    }
    // A quotation of one message is a message; one such line above a log may name a part of the system.
    (is_headed && source.starts_with('>') || messages.len() >= FEWEST).then_some(messages)
}

/// Whether a line begins with a clock and the name of a speaker.
fn begins(line: &str) -> bool {
    let line = line.trim_start_matches(['[', '(', '*']);
    let end = line.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(line.len());
    let (clock, rest) = line.split_at(end);
    let speaker = rest.trim_start_matches([']', ')', '*', ' ']);
    let is_speaker = speaker.starts_with('@') || speaker.starts_with('<') && speaker.contains('>');
    is_speaker && clocks(clock).next().is_some()
}

/// Whether a line is only a speaker and a clock in brackets.
fn is_head(line: &str) -> bool {
    let parts = line.trim().strip_suffix(']').and_then(|line| line.split_once(" ["));
    parts.is_some_and(|(speaker, clock)| {
        let is_clock = clock.len() < 9 && clock.starts_with(|c: char| c.is_ascii_digit());
        speaker.split_whitespace().count() < 4 && is_clock && clocks(clock).next().is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::messages;

    #[test]
    fn each_line_with_a_clock_and_a_speaker_is_a_message() {
        let chat = "```text\n12:26 <ana>  who has a key at 9:00\n             or a boat\n[12:27] <ben> me\n```";
        assert_eq!(messages(chat).unwrap(), ["12:26 <ana>  who has a key at 9:00 or a boat", "[12:27] <ben> me"]);
        assert_eq!(messages("> 12:26 @ana: hello\n> 12:27 @ben: yes").unwrap().len(), 2);
        assert_eq!(messages("> ana [4:06 PM]\nis it dark\nat yours?").unwrap(), ["ana [4:06 PM] is it dark at yours?"]);
        for log in [
            "```log\n10:04 gangway=up\n10:05 gangway=down\n```",
            "```\n12:26 <ana> hello\n```",
            "> **ana:** hello",
            "```\nworker [10:04:05]\nup\n```",
        ] {
            assert_eq!(messages(log), None, "{log}");
        }
    }
}
