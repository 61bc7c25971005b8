//! Turns a route into a response: status, headers and bytes.

use std::io::{self, Write};

use super::head::{EVENTS, write_head};
use super::reload::{SCRIPT, STYLE, add_base, add_script};
use super::request::Refused;
use super::route::{OWN, Route};
use super::shown::{News, Shown};
use super::{Answer, Preview};
use base::text::escape_html;
use site::output::OutPath;

const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// A complete response.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    pub(super) bytes: Vec<u8>,
    extra: Option<(&'static str, String)>,
}

impl Reply {
    fn new(status: u16, kind: &'static str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { status, kind, bytes: bytes.into(), extra: None }
    }
}

/// The response to a route; [`Route::Events`] is a stream and has none here.
pub(super) fn reply(route: Route, shown: &Shown) -> Reply {
    let plain = |status, text: &str| Reply::new(status, TEXT, text);
    match route {
        Route::Script => return Reply::new(200, "text/javascript; charset=utf-8", SCRIPT),
        Route::Style => return Reply::new(200, "text/css; charset=utf-8", STYLE),
        Route::Events => return Reply::new(200, EVENTS, ""),
        Route::WrongMethod => {
            let refusal = plain(405, "a preview can only be read\n");
            return Reply { extra: Some(("Allow", "GET, HEAD".to_owned())), ..refusal };
        }
        Route::WrongHost => {
            return plain(
                421,
                "this preview answers to localhost, and with --host to addresses and names without a dot\n",
            );
        }
        Route::BadAddress => return plain(400, "this is no address of a page\n"),
        Route::File(_) | Route::FileOrFolder { .. } | Route::Nowhere => {}
    }
    let (site, news) = shown.look();
    let mut reply = match site {
        Some(site) => from_site(route, site.as_ref()),
        None => never_built(&news),
    };
    if reply.kind == HTML {
        add_script(&mut reply.bytes, &news);
    }
    reply
}

fn from_site(route: Route, site: &dyn Preview) -> Reply {
    match route {
        Route::File(path) => file(&path, site),
        Route::FileOrFolder { file: path, page, address } => {
            if !site.has(&path) && site.has(&page) {
                return Reply { extra: Some(("Location", address)), ..Reply::new(302, TEXT, "") };
            }
            file(&path, site)
        }
        _ => not_found(site),
    }
}

fn file(path: &OutPath, site: &dyn Preview) -> Reply {
    match site.get(path) {
        Answer::File(bytes) => Reply::new(200, content_type(path.as_str()), bytes),
        Answer::Failed(problem) => own_page(500, "This page could not be made", &problem),
        Answer::Missing => not_found(site),
    }
}

/// The site's own 404 page, if it has one.
fn not_found(site: &dyn Preview) -> Reply {
    let page = OutPath::new("404.html").map_or(Answer::Missing, |path| site.get(&path));
    match page {
        Answer::File(mut bytes) => {
            add_base(&mut bytes);
            Reply::new(404, HTML, bytes)
        }
        _ => own_page(404, "There is no such page", "The library has nothing at this address."),
    }
}

/// The page shown until the first successful build.
fn never_built(news: &News) -> Reply {
    let problem = news.problem.as_deref().unwrap_or("It is being built.");
    own_page(503, "The library does not build yet", problem)
}

fn own_page(status: u16, title: &str, text: &str) -> Reply {
    let live = if status == 503 { " data-debrief-problem" } else { "" };
    let (title, text) = (escape_html(title), escape_html(text));
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{OWN}reload.css\">\n</head>\n<body class=\"debrief-own\">\n<main>\n<h1>{title}</h1>\n\
         <pre role=\"status\" tabindex=\"0\"{live}>{text}</pre>\n</main>\n</body>\n</html>\n"
    );
    Reply::new(status, HTML, page)
}

/// The media type of a file by its extension.
fn content_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension.to_ascii_lowercase().as_str() {
        "html" | "htm" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json; charset=utf-8",
        "ndjson" => "application/x-ndjson; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "atom" => "application/atom+xml; charset=utf-8",
        "rss" => "application/rss+xml; charset=utf-8",
        "txt" | "md" | "log" | "eml" => TEXT,
        "csv" => "text/csv; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

/// The response to an invalid request; `None` if the client has disconnected.
pub(super) fn refusal(refused: Refused) -> Option<Reply> {
    let plain = |status, text: &str| Some(Reply::new(status, TEXT, text));
    match refused {
        Refused::TooLong => plain(431, "this request is longer than any browser's\n"),
        Refused::TooSlow => plain(408, "this request did not come in time\n"),
        Refused::Broken => plain(400, "this is no HTTP/1 request\n"),
        Refused::Gone => None,
    }
}

/// The response to a connection above the limit.
pub(super) fn too_many() -> Reply {
    Reply::new(503, TEXT, "too many connections at once: close some tabs\n")
}

/// Sends a reply. The connection is then closed: on loopback a new one costs nothing.
pub(super) fn send(mut to: impl Write, reply: &Reply, with_body: bool) -> io::Result<()> {
    let extra = reply.extra.iter().map(|(name, value)| (*name, value.as_str()));
    write_head(&mut to, reply.status, reply.kind, extra)?;
    write!(to, "Content-Length: {}\r\n\r\n", reply.bytes.len())?;
    if with_body {
        to.write_all(&reply.bytes)?;
    }
    to.flush()
}

#[cfg(test)]
mod tests {
    use super::content_type;

    #[test]
    fn media_types_go_by_extension() {
        assert_eq!(content_type("a.b/index.html"), "text/html; charset=utf-8");
        assert_eq!(content_type("PHOTO.JPG"), "image/jpeg");
        for bare in ["a.html/README", ".nojekyll", "x.tar.unknown"] {
            assert_eq!(content_type(bare), "application/octet-stream");
        }
    }
}
