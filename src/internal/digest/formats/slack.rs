//! A message of blocks (<https://docs.slack.dev/reference/block-kit/blocks>), for `chat.postMessage` or a webhook.
//!
//! Slack refuses a message with more than fifty blocks, a section of more than 3,000 characters or a header of more than 150;
//! what does not fit is on the page, and the message says so.

use serde_json::{Value, json};

use super::outline::{Entry, Outline, Part};

/// Blocks of a message, two kept for its end.
const BLOCKS: usize = 48;
/// Characters of a section.
const SECTION: usize = 3000;
/// Characters of a header.
const HEADER: usize = 150;
/// Entries that a part of a chat message has: it is read in passing.
const ENTRIES: usize = 5;

pub(super) fn write(outline: &Outline) -> String {
    let header = cut(&outline.title, HEADER);
    let mut blocks = vec![json!({"type": "header", "text": {"type": "plain_text", "text": header, "emoji": false}})];
    let lead = outline.lead.iter().map(|line| escape(line)).collect::<Vec<_>>().join("\n");
    blocks.push(context(&lead));
    let mut left_out = false;
    for part in &outline.parts {
        let room = BLOCKS.saturating_sub(blocks.len());
        let texts = sections(part);
        if texts.len() >= room {
            left_out = true;
            break;
        }
        blocks.push(json!({"type": "divider"}));
        blocks.extend(texts.iter().map(|text| section(text)));
    }
    let page =
        link(&outline.page, if left_out { "The rest is on the page of this week" } else { "The page of this week" });
    blocks.push(section(&page));
    let text = format!("{} {}", escape(&outline.title), outline.page);
    format!("{:#}\n", json!({"text": text, "unfurl_links": false, "blocks": blocks}))
}

/// A part as one section, or as several where one would not hold it.
fn sections(part: &Part) -> Vec<String> {
    let mut texts = vec![format!("*{}*", escape(&part.heading))];
    let rest = part.entries.len().saturating_sub(ENTRIES);
    let more = (rest > 0).then(|| format!("_{rest} more on the page_"));
    for text in part.entries.iter().take(ENTRIES).map(entry).chain(more) {
        match texts.last_mut() {
            Some(last) if last.chars().count() + text.chars().count() < SECTION => {
                last.push('\n');
                last.push_str(&text);
            }
            _ => texts.push(text),
        }
    }
    texts
}

fn entry(entry: &Entry) -> String {
    let mut lines = Vec::new();
    let title = entry.title.as_deref().map(|title| cut(title, 300));
    lines.extend(title.map(|title| entry.url.as_deref().map_or_else(|| bold(&title), |url| link(url, &title))));
    lines.extend((!entry.facts.is_empty()).then(|| format!("_{}_", emphasised(&entry.facts))));
    for (label, text) in &entry.lines {
        let text = escape(&cut(text, 600));
        lines.push(if label.is_empty() { format!("• {text}") } else { format!("• *{label}:* {text}") });
    }
    cut(&lines.join("\n"), SECTION)
}

fn section(text: &str) -> Value {
    json!({"type": "section", "text": {"type": "mrkdwn", "text": cut(text, SECTION), "verbatim": true}})
}

fn context(text: &str) -> Value {
    json!({"type": "context", "elements": [{"type": "mrkdwn", "text": cut(text, SECTION), "verbatim": true}]})
}

fn bold(text: &str) -> String {
    format!("*{}*", emphasised(text))
}

fn link(url: &str, text: &str) -> String {
    format!("<{}|{}>", url.replace('|', "%7C").replace('>', "%3E"), escape(text).replace('|', "¦"))
}

/// The three characters that Slack gives a meaning (<https://docs.slack.dev/messaging/formatting-message-text>).
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Inside emphasis its own marks would end it: a zero-width space parts them from words, and Slack leaves them alone.
fn emphasised(text: &str) -> String {
    escape(text).replace('_', "\u{200b}_\u{200b}").replace('*', "\u{200b}*\u{200b}")
}

/// At most so many characters, with an ellipsis where some are missing, and no half of an escape.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most - 1).collect();
    let whole = match kept.rfind(['&', '<']) {
        Some(at) if !kept[at..].contains([';', '>']) => &kept[..at],
        _ => &kept,
    };
    format!("{}…", whole.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{Entry, Outline, Part, cut, link, write};

    #[test]
    fn a_message_keeps_to_the_limits_and_says_what_is_missing() {
        let entry = |n: usize| Entry {
            title: Some(format!("<!channel> & {n}")),
            url: Some("https://x.example/a|b>".to_owned()),
            facts: "a*b_c".to_owned(),
            lines: vec![("Lesson", "word ".repeat(500))],
        };
        let part =
            |n: usize| Part { heading: format!("Part {n}"), entries: (0..40).map(entry).collect(), ..Part::default() };
        let outline = Outline {
            title: "T".repeat(400),
            lead: vec!["lead".to_owned()],
            parts: (0..40).map(part).collect(),
            page: "https://x.example/".to_owned(),
        };
        let message: serde_json::Value = serde_json::from_str(&write(&outline)).unwrap();
        let blocks = message["blocks"].as_array().unwrap();
        assert!(blocks.len() <= 50, "{}", blocks.len());
        for block in blocks {
            let most = if block["type"] == "header" { 150 } else { 3000 };
            let text = block["text"]["text"].as_str().unwrap_or_default();
            assert!(text.chars().count() <= most);
            assert!(!text.contains("<!") && !text.contains("a|b"), "{text}");
        }
        assert!(blocks.last().unwrap()["text"]["text"].as_str().unwrap().contains("The rest is on the page"));
    }

    #[test]
    fn nothing_is_cut_through() {
        assert_eq!(cut("abc &amp; d", 8), "abc…");
        assert_eq!(cut("abcdefgh", 8), "abcdefgh");
        assert_eq!(link("https://x/", "a|b<c"), "<https://x/|a¦b&lt;c>");
    }
}
