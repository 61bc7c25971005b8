//! The HTML of the e-mail: one column, inline styles, no colours that a mail program in dark mode might invert badly.

use super::message::Message;
use base::text::escape_html;

const BODY: &str = "margin:0;padding:0;";
const COLUMN: &str = "max-width:640px;margin:0 auto;padding:24px 16px;font:16px/1.5 -apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Arial,sans-serif;";
const TITLE: &str = "font:700 16px/1.3 Arial,sans-serif;margin:0 0 4px;";
const HEADING: &str =
    "font:700 14px/1.4 Arial,sans-serif;margin:28px 0 0;padding:10px 0 0;border-top:1px solid #888888;";
const NAME: &str = "font:700 24px/1.25 Georgia,'Times New Roman',serif;margin:4px 0 12px;";
const LEAD: &str = "margin:0 0 6px;font-size:14px;";
const TEXT: &str = "margin:0 0 10px;";
const LINK: &str = "color:inherit;text-decoration:underline;";

pub(super) fn write(message: &Message, language: &str) -> String {
    let title = escape_html(&message.title);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n\
         <style>:root{{color-scheme:light dark}}</style>\n</head>\n<body style=\"{BODY}\">\n<div style=\"{COLUMN}\">\n",
        escape_html(language),
    );
    out.push_str(&format!("<h1 style=\"{TITLE}\">{title}</h1>\n"));
    out.push_str(&format!("<p style=\"{LEAD}\">{}</p>\n", escape_html(&message.lead)));
    if let Some((heading, title)) = &message.lesson {
        out.push_str(&format!("<h2 style=\"{HEADING}\">{}</h2>\n", escape_html(heading)));
        out.push_str(&format!("<p style=\"{NAME}\">{}</p>\n", escape_html(title)));
    }
    for (label, words) in &message.lines {
        out.push_str(&format!("<p style=\"{TEXT}\"><strong>{}:</strong> {}</p>\n", escape_html(label), words.html()));
    }
    if let Some(meeting) = &message.meeting {
        out.push_str(&format!("<h2 style=\"{HEADING}\">When and where</h2>\n"));
        out.push_str(&format!("<p style=\"{TEXT}\">{}</p>\n", escape_html(meeting)));
    }
    out.push_str(&format!("<h2 style=\"{HEADING}\">Read on</h2>\n"));
    for (label, url) in &message.links {
        let link = format!("<a href=\"{}\" style=\"{LINK}\">{}</a>", escape_html(url), escape_html(label));
        out.push_str(&format!("<p style=\"{TEXT}\">{link}</p>\n"));
    }
    out.push_str("</div>\n</body>\n</html>\n");
    out
}
