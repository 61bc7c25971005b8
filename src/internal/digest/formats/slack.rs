//! A message of blocks (<https://docs.slack.dev/reference/block-kit/blocks>), for `chat.postMessage` or a webhook.
//!
//! It stays under twelve blocks and 3,000 characters. Lines that do not fit are dropped from the end; the page has them.

use serde_json::{Value, json};

use super::message::Message;
use super::mrkdwn::escape;

/// Most characters of all texts together.
const WHOLE: usize = 2900;
/// Most characters of a header.
const HEADER: usize = 150;

pub(super) fn write(message: &Message) -> String {
    let header = cut(&message.title, HEADER);
    let mut blocks = vec![json!({"type": "header", "text": {"type": "plain_text", "text": header, "emoji": false}})];
    let lead = cut(&escape(&message.lead), 400);
    let lesson = message.lesson.as_ref().map(|(heading, title)| {
        // The second link leads to its review.
        format!("*{}*\n{}", escape(heading), escape(&cut(title, HEADER)))
    });
    let meeting = message.meeting.as_deref().map(|words| cut(&escape(words), 300));
    let links: Vec<_> = message.links.iter().map(|(label, url)| link(url, label)).collect();
    let links = links.join(" · ");
    let fixed = [Some(&header), Some(&lead), lesson.as_ref(), meeting.as_ref(), Some(&links)];
    let mut left = WHOLE.saturating_sub(fixed.into_iter().flatten().map(|text| text.chars().count()).sum());
    let mut fitting = Vec::new();
    for (label, words) in &message.lines {
        let line = format!("*{}:* {}", escape(label), words.slack());
        let length = line.chars().count() + 1;
        if length > left {
            break;
        }
        left -= length;
        fitting.push(line);
    }
    blocks.push(context(&lead));
    blocks.extend(lesson.map(|text| section(&text)));
    blocks.extend((!fitting.is_empty()).then(|| section(&fitting.join("\n"))));
    blocks.extend(meeting.map(|text| section(&text)));
    blocks.push(section(&links));
    let text = cut(&escape(&message.title), HEADER);
    format!("{:#}\n", json!({"text": text, "unfurl_links": false, "blocks": blocks}))
}

fn section(text: &str) -> Value {
    json!({"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": true}})
}

fn context(text: &str) -> Value {
    json!({"type": "context", "elements": [{"type": "mrkdwn", "text": text, "verbatim": true}]})
}

fn link(url: &str, text: &str) -> String {
    format!("<{}|{}>", url.replace('|', "%7C").replace('>', "%3E"), escape(text).replace('|', "¦"))
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
    use super::{cut, link, write};
    use crate::digest::formats::message::Message;

    #[test]
    fn a_message_is_short_whatever_it_holds() {
        let long = "<!channel> & ".repeat(400);
        let message = Message {
            title: long.clone(),
            lead: long.clone(),
            lesson: Some(("The lesson of the week", long.clone())),
            lines: (0..40).map(|_| ("Lesson", super::super::words::Words::from(long.clone()).within(420))).collect(),
            meeting: Some(long.clone()),
            links: vec![("A", "https://x.example/a|b>".to_owned()); 3],
        };
        let written: serde_json::Value = serde_json::from_str(&write(&message)).unwrap();
        let blocks = written["blocks"].as_array().unwrap();
        assert!(blocks.len() < 12, "{}", blocks.len());
        let text = |block: &serde_json::Value| {
            let text = block["text"]["text"].as_str().or(block["elements"][0]["text"].as_str());
            text.unwrap_or_default().to_owned()
        };
        let words: Vec<_> = blocks.iter().map(text).collect();
        assert!(words.iter().map(|text| text.chars().count()).sum::<usize>() < 3000);
        assert!(words[1..].iter().all(|text| !text.contains("<!") && !text.contains("a|b")), "{words:?}");
        assert!(words.iter().all(|text| !text.is_empty()));
    }

    #[test]
    fn nothing_is_cut_through() {
        assert_eq!(cut("abc &amp; d", 8), "abc…");
        assert_eq!(cut("abcdefgh", 8), "abcdefgh");
        assert_eq!(link("https://x/", "a|b<c"), "<https://x/|a¦b&lt;c>");
    }
}
