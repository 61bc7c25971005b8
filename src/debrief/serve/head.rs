//! The status line and the headers of a response.

use std::io::{self, Write};

/// Headers of every response. The content security policy is that of the published pages plus the event stream; the resource
/// policy keeps a page on another site from including the (internal) library as a script or a picture.
const HEADERS: [(&str, &str); 6] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; \
         connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
];

/// The media type of the event stream.
pub(super) const EVENTS: &str = "text/event-stream; charset=utf-8";

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        302 => "Found",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        503 => "Service Unavailable",
        _ => "Internal Server Error",
    }
}

/// The status line and headers of a response, without the empty line that ends them.
pub(super) fn write_head<'a>(
    to: &mut impl Write,
    status: u16,
    kind: &'a str,
    extra: impl Iterator<Item = (&'a str, &'a str)>,
) -> io::Result<()> {
    write!(to, "HTTP/1.1 {status} {}\r\n", reason(status))?;
    let own = [("Connection", "close"), ("Content-Type", kind)];
    HEADERS.into_iter().chain(own).chain(extra).try_for_each(|(name, value)| write!(to, "{name}: {value}\r\n"))
}
