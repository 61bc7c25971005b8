//! What the server adds to a site so that the browser reloads it: one script on each page, and an event stream.
//!
//! The stream sends the current state (which build is shown, and what is wrong), not what happened, so that a browser that was
//! disconnected misses nothing: on connecting, it compares the state with the build of its page.

use std::io::{self, Write};
use std::time::Duration;

use serde::Serialize;

use super::head::{EVENTS, write_head};
use super::route::OWN;
use super::shown::{News, Shown, Waited};

/// The script, served as a file because the pages' content security policy allows no inline script.
pub(super) const SCRIPT: &str = include_str!("reload.js");

/// The style of what the script shows, and of the server's own pages.
pub(super) const STYLE: &str = include_str!("reload.css");

/// How long the stream may be silent; also how soon a disconnected browser is noticed.
const HEARTBEAT: Duration = Duration::from_secs(10);

#[derive(Serialize)]
struct State<'a> {
    build: String,
    problem: Option<&'a str>,
}

/// An identifier of a build that also changes when the server is restarted.
fn build_name(news: &News) -> String {
    format!("{}-{}", std::process::id(), news.build)
}

/// Adds the script to a page: before the last `</body>`, or else at the end.
pub(super) fn add_script(page: &mut Vec<u8>, news: &News) {
    let tag = format!("<script src=\"{OWN}reload.js\" data-build=\"{}\" defer></script>", build_name(news));
    let at = rfind_tag(page, b"</body").unwrap_or(page.len());
    page.splice(at..at, tag.into_bytes());
}

/// Makes the relative links of a page that is shown at another depth (the 404 page) relative to the root.
pub(super) fn add_base(page: &mut Vec<u8>) {
    if rfind_tag(page, b"<base").is_some() {
        return;
    }
    let head = rfind_tag(page, b"<head>").map(|at| at + b"<head>".len());
    if let Some(at) = head {
        page.splice(at..at, *b"<base href=\"/\">");
    }
}

/// Where the last such tag begins, ignoring case.
fn rfind_tag(page: &[u8], tag: &[u8]) -> Option<usize> {
    page.windows(tag.len()).rposition(|window| window.eq_ignore_ascii_case(tag))
}

/// Sends states to one browser until it disconnects or the server ends.
pub(super) fn stream(mut to: impl Write, shown: &Shown) -> io::Result<()> {
    write_head(&mut to, 200, EVENTS, std::iter::empty())?;
    to.write_all(b"\r\nretry: 500\n\n")?;
    let mut seen: Option<News> = None;
    loop {
        match shown.wait(seen.as_ref(), HEARTBEAT) {
            Waited::News(news) => {
                let state = State { build: build_name(&news), problem: news.problem.as_deref() };
                write!(to, "event: state\ndata: {}\n\n", serde_json::to_string(&state)?)?;
                seen = Some(news);
            }
            Waited::Quiet => to.write_all(b":\n\n")?,
            Waited::Closing => return Ok(()),
        }
        to.flush()?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_script(page: &str) -> String {
        let mut bytes = page.as_bytes().to_vec();
        add_script(&mut bytes, &News::default());
        let text = String::from_utf8(bytes).unwrap();
        text.replace(&format!(" data-build=\"{}-0\" defer", std::process::id()), "")
    }

    #[test]
    fn the_script_stands_at_the_end_of_the_body() {
        const TAG: &str = "<script src=\"/__debrief/reload.js\"></script>";
        assert_eq!(with_script("<p>&lt;/body></BODY></html>"), format!("<p>&lt;/body>{TAG}</BODY></html>"));
        assert_eq!(with_script("<pre></body></pre><p></body>"), format!("<pre></body></pre><p>{TAG}</body>"));
        assert_eq!(with_script("no body"), format!("no body{TAG}"));
    }

    #[test]
    fn a_base_is_added_once_at_most() {
        let with_base = |page: &str| {
            let mut bytes = page.as_bytes().to_vec();
            add_base(&mut bytes);
            String::from_utf8(bytes).unwrap()
        };
        assert_eq!(with_base("<HEAD><title>"), "<HEAD><base href=\"/\"><title>");
        for page in ["<head><base href=\"/x/\">", "no head"] {
            assert_eq!(with_base(page), page);
        }
    }
}
