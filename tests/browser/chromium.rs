//! A headless Chromium of its own for the tests.

use std::io::{BufRead as _, BufReader};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use super::cdp::{PATIENCE, Tab};

/// A browser with an empty profile; it ends with the value.
pub struct Browser {
    child: Child,
    address: String,
    _profile: TempDir,
}

/// Where Chromium is, if it is anywhere.
pub fn chromium() -> Option<String> {
    let named = std::env::var("CHROMIUM").ok();
    let known = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map(str::to_owned);
    let works = |name: &String| {
        let version = Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        version.is_ok_and(|status| status.success())
    };
    named.into_iter().chain(known).find(works)
}

impl Browser {
    pub fn start(program: &str) -> Self {
        let profile = TempDir::new().expect("a profile");
        let mut command = Command::new(program);
        command.args(["--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--remote-debugging-port=0"]);
        command.args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-sandbox",
        ]);
        command.args(["--disable-dev-shm-usage", "--hide-scrollbars"]);
        command.arg(format!("--user-data-dir={}", profile.path().display())).arg("about:blank");
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("Chromium starts");
        let mut lines = BufReader::new(child.stderr.take().expect("stderr")).lines();
        let address = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split("DevTools listening on ").nth(1).map(str::to_owned))
            .expect("Chromium says where it listens");
        // What it says later is read and thrown away, so that it never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address, _profile: profile }
    }

    /// A new tab.
    pub fn tab(&self) -> Tab {
        let mut tab = self.connect();
        let target = tab.call("Target.createTarget", json!({"url": "about:blank"}));
        tab.attach(&target["targetId"]);
        tab
    }

    /// A window that a page opened, by how its address ends; waits for it.
    pub fn opened(&self, end: &str) -> Tab {
        let mut tab = self.connect();
        let until = Instant::now() + PATIENCE;
        loop {
            let targets = tab.call("Target.getTargets", json!({}));
            let found = targets["targetInfos"].as_array().into_iter().flatten();
            let mut found = found.filter(|target| target["url"].as_str().is_some_and(|url| url.ends_with(end)));
            if let Some(target) = found.next() {
                tab.attach(&target["targetId"]);
                return tab;
            }
            assert!(Instant::now() < until, "no window at {end}");
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    fn connect(&self) -> Tab {
        let stream = TcpStream::connect(self.address.trim_start_matches("ws://").split('/').next().expect("a host"));
        let stream = stream.expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        let (socket, _) = tungstenite::client(self.address.as_str(), stream).expect("a socket");
        Tab::new(socket)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
