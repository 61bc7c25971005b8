//! The HTML of the e-mail: one column, styles on the elements, no colour that a dark mailbox would have to guess at.

use super::outline::{Entry, Outline, Part};
use crate::text::escape_html;

const BODY: &str = "margin:0;padding:0;";
const COLUMN: &str = "max-width:640px;margin:0 auto;padding:24px 16px;font:16px/1.5 -apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Arial,sans-serif;";
const TITLE: &str = "font:700 24px/1.25 Georgia,'Times New Roman',serif;margin:0 0 8px;";
const HEADING: &str =
    "font:700 14px/1.4 Arial,sans-serif;margin:32px 0 0;padding:10px 0 0;border-top:1px solid #888888;";
const NAME: &str = "font:700 18px/1.3 Georgia,'Times New Roman',serif;margin:16px 0 2px;";
const ITEM: &str = "margin:12px 0 0;";
const FACTS: &str = "font-size:13px;line-height:1.5;margin:0 0 4px;opacity:0.8;";
const TEXT: &str = "margin:0 0 6px;";
const LINK: &str = "color:inherit;text-decoration:underline;";
const LIST: &str = "margin:12px 0 0;padding:0 0 0 20px;";

pub(super) fn write(outline: &Outline, language: &str) -> String {
    let title = escape_html(&outline.title);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n\
         <style>:root{{color-scheme:light dark}}</style>\n</head>\n<body style=\"{BODY}\">\n<div style=\"{COLUMN}\">\n",
        escape_html(language),
    );
    out.push_str(&format!("<h1 style=\"{TITLE}\">{title}</h1>\n"));
    for line in &outline.lead {
        out.push_str(&format!("<p style=\"{TEXT}\">{}</p>\n", escape_html(line)));
    }
    out.push_str(&format!("<p style=\"{TEXT}\">{}</p>\n", link(&outline.page, "Open the page of this week")));
    for part in &outline.parts {
        write_part(part, &mut out);
    }
    out.push_str("</div>\n</body>\n</html>\n");
    out
}

fn write_part(part: &Part, out: &mut String) {
    out.push_str(&format!("<h2 style=\"{HEADING}\">{}</h2>\n", escape_html(&part.heading)));
    // Entries without a name of their own are one list.
    let list = part.entries.iter().all(|entry| entry.title.is_none());
    if list {
        out.push_str(&format!("<ul style=\"{LIST}\">\n"));
    }
    for entry in &part.entries {
        write_entry(entry, list, part.brief, out);
    }
    if list {
        out.push_str("</ul>\n");
    }
    if let Some(more) = &part.more {
        out.push_str(&format!("<p style=\"{FACTS}\">{}</p>\n", escape_html(more)));
    }
}

fn write_entry(entry: &Entry, list: bool, brief: bool, out: &mut String) {
    if let Some(title) = &entry.title {
        let title = entry.url.as_deref().map_or_else(|| escape_html(title), |url| link(url, title));
        out.push_str(&if brief {
            format!("<p style=\"{ITEM}\">{title}</p>\n")
        } else {
            format!("<h3 style=\"{NAME}\">{title}</h3>\n")
        });
    }
    if !entry.facts.is_empty() {
        out.push_str(&format!("<p style=\"{FACTS}\">{}</p>\n", escape_html(&entry.facts)));
    }
    let element = if list { "li" } else { "p" };
    for (label, text) in &entry.lines {
        let label = if label.is_empty() { String::new() } else { format!("<strong>{}:</strong> ", escape_html(label)) };
        out.push_str(&format!("<{element} style=\"{TEXT}\">{label}{}</{element}>\n", escape_html(text)));
    }
}

fn link(url: &str, text: &str) -> String {
    format!("<a href=\"{}\" style=\"{LINK}\">{}</a>", escape_html(url), escape_html(text))
}
