//! Plain text of at most 72 columns, for terminals, tickets and the plain part of the e-mail.

use super::message::Message;
use super::outline::{Entry, Outline, Part};

/// Most columns of a line.
const WIDTH: usize = 72;

pub(super) fn write(outline: &Outline) -> String {
    let mut out = format!("{}\n{}\n", outline.title, "=".repeat(outline.title.chars().count().min(WIDTH)));
    for line in &outline.lead {
        wrap(line, "", "", &mut out);
    }
    out.push_str(&format!("{}\n", outline.page.1));
    for part in &outline.parts {
        write_part(part, &mut out);
    }
    out
}

/// The short message of an e-mail.
pub(super) fn write_message(message: &Message) -> String {
    let mut out = format!("{}\n{}\n", message.title, "=".repeat(message.title.chars().count().min(WIDTH)));
    wrap(&message.lead, "", "", &mut out);
    if let Some((heading, title)) = &message.lesson {
        write_heading(heading, &mut out);
        out.push('\n');
        wrap(title, "", "", &mut out);
    }
    for (label, words) in &message.lines {
        out.push('\n');
        wrap(&format!("{label}: {}", words.text()), "", "  ", &mut out);
    }
    if let Some(meeting) = &message.meeting {
        write_heading("When and where", &mut out);
        out.push('\n');
        wrap(meeting, "", "", &mut out);
    }
    write_heading("Read on", &mut out);
    for (label, url) in &message.links {
        out.push_str(&format!("\n{label}\n{url}\n"));
    }
    out
}

fn write_heading(heading: &str, out: &mut String) {
    out.push_str(&format!("\n\n{}\n{}\n", heading.to_uppercase(), "-".repeat(heading.chars().count())));
}

fn write_part(part: &Part, out: &mut String) {
    write_heading(&part.heading, out);
    for entry in &part.entries {
        out.push('\n');
        write_entry(entry, out);
    }
    if let Some(more) = &part.more {
        out.push_str(&format!("\n({more})\n"));
    }
}

fn write_entry(entry: &Entry, out: &mut String) {
    let indent = if entry.title.is_some() { "  " } else { "* " };
    if let Some(title) = &entry.title {
        wrap(title, "", "", out);
    }
    if !entry.facts.is_empty() {
        wrap(&entry.facts, "  ", "  ", out);
    }
    for (label, text) in &entry.lines {
        let text = text.text();
        let text = if label.is_empty() { text } else { format!("{label}: {text}") };
        wrap(&text, indent, "  ", out);
    }
    if let Some(url) = &entry.url {
        // An address is never broken, even if it is too long.
        out.push_str(&format!("  {url}\n"));
    }
}

/// Breaks a text at spaces; a word that is longer than a line gets its own line.
fn wrap(text: &str, first: &str, rest: &str, out: &mut String) {
    let mut line = first.to_owned();
    let mut empty = true;
    for word in text.split_whitespace() {
        let width = line.chars().count() + usize::from(!empty) + word.chars().count();
        if !empty && width > WIDTH {
            out.push_str(&line);
            out.push('\n');
            rest.clone_into(&mut line);
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    out.push_str(line.trim_end());
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_end_at_spaces_and_long_words_stay_whole() {
        let mut out = String::new();
        let long = "x".repeat(90);
        wrap(&format!("{} {long} end", "word ".repeat(20)), "* ", "  ", &mut out);
        for line in out.lines() {
            assert!(line.chars().count() <= 72 || line == format!("  {long}"), "{line}");
        }
        assert!(out.starts_with("* word word") && out.ends_with("\n  end\n"), "{out}");
    }
}
