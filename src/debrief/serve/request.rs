//! Reads one request from a connection, with limits on size and time.
//!
//! In: a connection. Out: method, address and hosts. Refused: a head that is longer than [`LONGEST`], one that takes longer
//! than the given time, and anything that is not an HTTP/1 request. A body is never read, because a preview needs none.

use std::io::{ErrorKind, Read as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// Most bytes of a request line and all headers; browsers send a few hundred.
const LONGEST: usize = 16 * 1024;

/// The method of a request, as far as it matters to a preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    /// The file.
    Get,
    /// Only the headers for it.
    Head,
    /// Anything else.
    Other,
}

/// A request.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) method: Method,
    pub(super) url: String,
    /// Every `Host` header.
    pub(super) hosts: Vec<String>,
}

/// Why there is no request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// The head is too long.
    TooLong,
    /// The head did not arrive in time.
    TooSlow,
    /// It is not a valid request.
    Broken,
    /// The client disconnected, so that there is nobody to answer.
    Gone,
}

/// Reads the head of a request, which has to arrive completely within `patience`, even if it arrives in small pieces.
pub(super) fn read(mut from: &TcpStream, patience: Duration) -> Result<Asked, Refused> {
    let until = Instant::now() + patience;
    let mut head = Vec::new();
    let mut piece = [0; 2048];
    loop {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(Refused::TooSlow);
        }
        from.set_read_timeout(Some(left)).map_err(|_| Refused::Gone)?;
        let read = match from.read(&mut piece) {
            Ok(0) => return Err(if head.is_empty() { Refused::Gone } else { Refused::Broken }),
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                return Err(Refused::TooSlow);
            }
            Err(_) => return Err(Refused::Gone),
        };
        // The end may be split across two reads.
        let seen = head.len().saturating_sub(3);
        head.extend_from_slice(piece.get(..read).unwrap_or_default());
        let end = head[seen..].windows(4).position(|four| four == b"\r\n\r\n");
        if let Some(end) = end.filter(|end| seen + end <= LONGEST) {
            return parse(&head[..seen + end]).ok_or(Refused::Broken);
        }
        if head.len() > LONGEST {
            return Err(Refused::TooLong);
        }
    }
}

/// Parses the request line and the headers, without the empty line that ends them.
fn parse(head: &[u8]) -> Option<Asked> {
    let mut lines = std::str::from_utf8(head).ok()?.split("\r\n");
    let mut words = lines.next()?.split(' ');
    let (method, url, version) = (words.next()?, words.next()?, words.next()?);
    if !version.starts_with("HTTP/1.") || words.next().is_some() || url.is_empty() {
        return None;
    }
    let method = match method {
        "GET" => Method::Get,
        "HEAD" => Method::Head,
        "" => return None,
        _ => Method::Other,
    };
    let mut hosts = Vec::new();
    for line in lines {
        let (name, value) = line.split_once(':')?;
        // Other programs interpret a name with white space around it differently.
        if name.is_empty() || name.contains([' ', '\t']) {
            return None;
        }
        if name.eq_ignore_ascii_case("host") {
            hosts.push(value.trim().to_owned());
        }
    }
    Some(Asked { method, url: url.to_owned(), hosts })
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::net::{TcpListener, TcpStream};
    use std::time::{Duration, Instant};

    use super::{Asked, Method, Refused, parse, read};

    fn pair() -> (TcpStream, TcpStream) {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let client = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        (client, listener.accept().unwrap().0)
    }

    #[test]
    fn a_request_is_a_line_and_headers() {
        let asked = |method| Asked { method, url: "/a?b".into(), hosts: vec!["localhost:1".into(), "x".into()] };
        let hosts = "Host: localhost:1\r\nAccept: */*\r\nHOST:x";
        assert_eq!(parse(format!("GET /a?b HTTP/1.1\r\n{hosts}").as_bytes()), Some(asked(Method::Get)));
        assert_eq!(parse(format!("HEAD /a?b HTTP/1.0\r\n{hosts}").as_bytes()), Some(asked(Method::Head)));
        assert_eq!(parse(format!("BREW /a?b HTTP/1.1\r\n{hosts}").as_bytes()), Some(asked(Method::Other)));
        for broken in [
            "",
            "GET /",
            "GET  / HTTP/1.1",
            "GET / HTTP/1.1 x",
            "GET / HTTP/2",
            "GET / SSH-2.0",
            "GET / HTTP/1.1\r\nno colon",
            "GET / HTTP/1.1\r\nHost : localhost",
            "GET / HTTP/1.1\r\nHost: localhost\r\n folded: x",
        ] {
            assert_eq!(parse(broken.as_bytes()), None, "{broken}");
        }
        assert_eq!(parse(b"GET /\xff HTTP/1.1"), None);
    }

    #[test]
    fn an_end_split_across_two_reads_is_found() {
        let (mut client, server) = pair();
        let writer = std::thread::spawn(move || {
            for piece in ["GET / HTTP/1.1\r\nHost: a\r", "\n\r", "\nbody"] {
                client.write_all(piece.as_bytes()).unwrap();
                std::thread::sleep(Duration::from_millis(20));
            }
            client
        });
        assert_eq!(read(&server, Duration::from_secs(20)).unwrap().hosts, ["a"]);
        drop(writer.join().unwrap());
    }

    #[test]
    fn a_head_without_end_is_refused() {
        let (mut client, server) = pair();
        let writer = std::thread::spawn(move || {
            let _ = client.write_all(format!("GET / HTTP/1.1\r\nX: {}", "x".repeat(1_000_000)).as_bytes());
            client
        });
        assert_eq!(read(&server, Duration::from_secs(20)), Err(Refused::TooLong));
        drop(server);
        drop(writer.join().unwrap());
    }

    #[test]
    fn a_slow_head_has_the_same_time_limit_as_a_missing_one() {
        let (mut client, server) = pair();
        let writer = std::thread::spawn(move || {
            while client.write_all(b"x").is_ok() {
                std::thread::sleep(Duration::from_millis(5));
            }
        });
        let began = Instant::now();
        assert_eq!(read(&server, Duration::from_millis(150)), Err(Refused::TooSlow));
        assert!(began.elapsed() < Duration::from_secs(10));
        drop(server);
        writer.join().unwrap();
    }

    #[test]
    fn a_client_that_disconnects_gets_no_answer() {
        let (client, server) = pair();
        drop(client);
        assert_eq!(read(&server, Duration::from_secs(20)), Err(Refused::Gone));
    }
}
