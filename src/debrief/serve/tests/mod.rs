//! The preview from outside: real sockets on loopback, real files, real waits (long timeouts, which only a failure uses up).
#![expect(clippy::disallowed_methods, reason = "tests save files as an editor would")]

mod files;
mod http;
mod live;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream, ToSocketAddrs};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::TempDir;

use super::*;

/// How long anything may take before a test fails.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long nothing may happen for a test to conclude that nothing will.
const QUIET: Duration = Duration::from_millis(400);

/// A site of given files; a text that begins with `!` is a page that cannot be rendered.
struct Pages(BTreeMap<String, String>);

impl Preview for Pages {
    fn get(&self, path: &OutPath) -> Answer {
        match self.0.get(path.as_str()).map(|text| (text, text.strip_prefix('!'))) {
            None => Answer::Missing,
            Some((_, Some(problem))) => Answer::Failed(problem.to_owned()),
            Some((text, None)) => Answer::File(text.clone().into_bytes()),
        }
    }
}

/// A server of this machine at any free port, which watches nothing.
fn options() -> Options {
    Options {
        host: Ipv4Addr::LOCALHOST.into(),
        port: Port::Exactly(0),
        watch: vec![],
        ignore: vec![],
        browser: Browser::Leave,
    }
}

/// A served folder: each `.html` file in it is a page, and a file `broken` fails the build with its text.
struct Scene {
    folder: TempDir,
    running: Running,
    events: Mutex<Receiver<Event>>,
}

impl Scene {
    fn begin(files: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().unwrap();
        let library = folder.path().join("library");
        fs::create_dir(&library).unwrap();
        for (name, text) in files {
            save(&library.join(name), text);
        }
        let (sender, events) = channel();
        let options = Options { watch: vec![library.clone()], ignore: vec![library.join("site")], ..options() };
        let running = start(&options, move || read_pages(&library), move |event| drop(sender.send(event))).unwrap();
        let scene = Self { folder, running, events: Mutex::new(events) };
        assert!(matches!(scene.next(), Event::Rebuilt { .. } | Event::Failed { .. }));
        assert!(matches!(scene.next(), Event::Ready { url } if url == scene.running.url()));
        scene
    }

    fn library(&self) -> PathBuf {
        self.folder.path().join("library")
    }

    fn save(&self, name: &str, text: &str) {
        save(&self.library().join(name), text);
    }

    fn next(&self) -> Event {
        self.events.lock().unwrap().recv_timeout(PATIENCE).unwrap()
    }

    /// Waits for a successful build, skipping those that saw a half-done change.
    fn rebuilt(&self) {
        while !matches!(self.next(), Event::Rebuilt { .. }) {}
    }

    /// The next event, if there is one before it has been quiet for a while.
    fn soon(&self) -> Option<Event> {
        self.events.lock().unwrap().recv_timeout(QUIET).ok()
    }

    fn assert_quiet(&self) {
        assert_eq!(self.soon(), None);
    }

    fn address(&self) -> &str {
        self.running.url().trim_start_matches("http://").trim_end_matches('/')
    }

    /// Sends a request verbatim; returns the whole response.
    fn raw(&self, request: &str) -> String {
        exchange(self.address(), request)
    }

    fn get(&self, path: &str) -> String {
        self.raw(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address()))
    }

    /// Opens the event stream.
    fn listen(&self) -> Stream {
        let mut socket = TcpStream::connect(self.address()).unwrap();
        socket.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(socket, "GET /__debrief/events HTTP/1.1\r\nHost: {}\r\n\r\n", self.address()).unwrap();
        Stream(BufReader::new(socket))
    }
}

struct Stream(BufReader<TcpStream>);

impl Stream {
    /// The next state in the stream.
    fn state(&mut self) -> serde_json::Value {
        let mut line = String::new();
        loop {
            line.clear();
            assert_ne!(self.0.read_line(&mut line).unwrap(), 0, "the stream ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }
}

fn exchange(address: impl ToSocketAddrs, request: &str) -> String {
    let mut socket = TcpStream::connect(address).unwrap();
    socket.set_read_timeout(Some(PATIENCE)).unwrap();
    socket.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").unwrap().1
}

fn save(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn read_pages(library: &Path) -> Rebuilt {
    if let Ok(problem) = fs::read_to_string(library.join("broken")) {
        return Err(problem);
    }
    let mut pages = BTreeMap::new();
    for entry in walkdir::WalkDir::new(library) {
        let entry = entry.map_err(|error| error.to_string())?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(library).unwrap().to_string_lossy().into_owned();
            pages.insert(name, fs::read_to_string(entry.path()).map_err(|error| error.to_string())?);
        }
    }
    Ok(Arc::new(Pages(pages)))
}
