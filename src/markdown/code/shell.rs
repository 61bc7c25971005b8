//! Terminal sessions: commands are highlighted, their output is not.

use super::language::Language;
use super::lexer;
use super::spans::{Class, Spans};

/// Prompts before a command, longest first.
const PROMPTS: [&str; 4] = ["PS> ", "$ ", "# ", "> "];

/// Reads a session; a text with no prompt in it is a script.
pub(super) fn read(language: &Language, text: &str, out: &mut Spans) {
    if !text.lines().any(|line| line.starts_with("$ ")) {
        return lexer::read(language, text, out);
    }
    session(language, text, out);
}

/// Reads a session.
pub(super) fn session(language: &Language, text: &str, out: &mut Spans) {
    let mut rest = text;
    while !rest.is_empty() {
        let prompt = PROMPTS.iter().find(|prompt| rest.starts_with(**prompt)).map_or("", |prompt| prompt);
        let length = if prompt.is_empty() { rest.find('\n').map_or(rest.len(), |end| end + 1) } else { command(rest) };
        let (line, after) = rest.split_at(length);
        if prompt.is_empty() {
            out.push(line, Class::Plain);
        } else {
            out.push(prompt, Class::Comment);
            lexer::read(language, &line[prompt.len()..], out);
        }
        rest = after;
    }
}

/// The length of a command, including continuation lines after a backslash.
fn command(text: &str) -> usize {
    let mut length = 0;
    for line in text.split_inclusive('\n') {
        length += line.len();
        if !line.trim_end().ends_with('\\') {
            break;
        }
    }
    length
}
