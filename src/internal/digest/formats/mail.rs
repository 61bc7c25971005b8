//! An e-mail as a file (RFC 5322): plain text and the same as HTML, for somebody to open, address and send.
//!
//! Every header depends only on the library, the week and the day, so that the same digest gives the same message.

use super::message::Message;
use super::mime::{header, mailbox, quoted_printable};
use super::name_of;
use super::{Address, mail_html, text};
use crate::digest::Digest;
use crate::library::Library;

pub(super) fn write(library: &Library, digest: &Digest, message: &Message, address: Address<'_>) -> String {
    let host = address.host();
    let name = name_of(library);
    let (week, day) = (digest.week, digest.as_of);
    // The day is part of the id: a mailbox that has Tuesday's digest would otherwise discard Thursday's.
    let id = format!("digest-{week}-{day}.{name}@{host}");
    let boundary = format!("=_digest_{week}_{name}");
    let subject = match &message.lesson {
        Some((_, title)) => format!("{} – {title}", message.title),
        None => message.title.clone(),
    };
    let mut out = String::new();
    out.push_str(&format!("Date: {}\r\n", day.strftime("%a, %d %b %Y 00:00:00 +0000")));
    out.push_str(&mailbox("From", &library.config.title, &format!("{name}@{host}")));
    out.push_str(&header("Subject", &subject));
    out.push_str(&format!("Message-ID:\r\n <{id}>\r\n"));
    // With this header, mail programs that support it open the file as a draft of the reader.
    out.push_str("X-Unsent: 1\r\n");
    out.push_str("Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n");
    out.push_str(&format!("Content-Type: multipart/alternative;\r\n boundary=\"{boundary}\"\r\n\r\n"));
    let html = mail_html::write(message, &library.config.language);
    for (kind, body) in [("text/plain", text::write_message(message)), ("text/html", html)] {
        out.push_str(&format!("--{boundary}\r\nContent-Type: {kind}; charset=utf-8\r\n"));
        out.push_str("Content-Transfer-Encoding: quoted-printable\r\n\r\n");
        out.push_str(&quoted_printable(&body));
    }
    out.push_str(&format!("--{boundary}--\r\n"));
    out
}
