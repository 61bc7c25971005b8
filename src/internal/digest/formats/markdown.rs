//! The digest as Markdown, for a wiki or a pull request. Plain text from the library is escaped, so that none of it becomes
//! markup.

use super::outline::{Entry, Outline};
use super::words::Words;

pub(super) fn write(outline: &Outline) -> String {
    let mut out = format!("# {}\n\n", escape(&outline.title));
    for line in &outline.lead {
        out.push_str(&format!("{}\n\n", escape(line)));
    }
    let (label, url) = &outline.page;
    out.push_str(&format!("[{label}](<{}>)\n", target(url)));
    for part in &outline.parts {
        out.push_str(&format!("\n## {}\n", escape(&part.heading)));
        for entry in &part.entries {
            write_entry(entry, &mut out);
        }
        if let Some(more) = &part.more {
            out.push_str(&format!("\n*{}*\n", escape(more)));
        }
    }
    out
}

fn write_entry(entry: &Entry, out: &mut String) {
    let Some(title) = &entry.title else {
        let lines = entry.lines.iter().map(|(label, text)| line(label, text));
        out.push_str(&format!("\n- {}\n", lines.collect::<Vec<_>>().join("\n  ")));
        return;
    };
    let title = escape(title);
    match &entry.url {
        Some(url) => out.push_str(&format!("\n### [{title}](<{}>)\n", target(url))),
        None => out.push_str(&format!("\n### {title}\n")),
    }
    if !entry.facts.is_empty() {
        out.push_str(&format!("\n{}\n", escape(&entry.facts)));
    }
    for (n, (label, text)) in entry.lines.iter().enumerate() {
        out.push_str(if n == 0 { "\n" } else { "" });
        out.push_str(&format!("- {}\n", line(label, text)));
    }
}

fn line(label: &str, words: &Words) -> String {
    let text = words.markdown(escape);
    if label.is_empty() { text } else { format!("**{label}:** {text}") }
}

/// An address between angle brackets.
fn target(url: &str) -> String {
    url.replace('<', "%3C").replace('>', "%3E").replace(['\n', '\r'], "")
}

/// Puts a backslash before every character that could begin markup; `CommonMark` allows this before any ASCII punctuation.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut digits = true;
    for (n, c) in text.chars().enumerate() {
        // At the start of a line, `1.`, `-` and `+` begin lists, and `#` a heading.
        let opens = (n == 0 && matches!(c, '-' | '+' | '#' | '=')) || (n > 0 && digits && matches!(c, '.' | ')'));
        digits &= c.is_ascii_digit();
        if opens || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '!') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;
    use markdown::{Options, inline_html, plain_text, to_html};

    #[test]
    fn plain_text_stays_plain() {
        for text in [
            "*not* _this_ [x](y) ![z](w) <b>&amp;</b> `c` ~~d~~ | e",
            "1. no list",
            "- no list",
            "# no heading",
            "2) no list",
            "a \\ b",
            "[[no-review]] https\\",
        ] {
            assert_eq!(plain_text(&escape(text)), text);
            let html = to_html(&escape(text), &Options::default());
            assert!(html.starts_with("<p>") && html.matches('<').count() == 2, "{html}");
            assert!(!inline_html(&escape(text), &Options::default()).contains('<'));
        }
    }
}
