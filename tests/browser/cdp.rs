//! A tab of a headless Chromium, driven through its `DevTools` protocol (<https://chromedevtools.github.io/devtools-protocol/>).
#![allow(clippy::needless_pass_by_value, reason = "parameters are made where they are passed")]

use std::net::TcpStream;
use std::ops::Not as _;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// One page.
pub struct Tab {
    socket: WebSocket<TcpStream>,
    session: Option<String>,
    last: u64,
    events: Vec<Value>,
}

impl Tab {
    pub(super) fn new(socket: WebSocket<TcpStream>) -> Self {
        Self { socket, session: None, last: 0, events: Vec::new() }
    }

    pub(super) fn attach(&mut self, target: &Value) {
        let attached = self.call("Target.attachToTarget", json!({"targetId": target, "flatten": true}));
        self.session = attached["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Network", "Log"] {
            self.call(&format!("{domain}.enable"), json!({}));
        }
    }

    #[track_caller]
    pub fn call(&mut self, method: &str, params: Value) -> Value {
        self.try_call(method, params).unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// The result of a call, or the browser's error.
    fn try_call(&mut self, method: &str, params: Value) -> Result<Value, Value> {
        self.last += 1;
        let mut request = json!({"id": self.last, "method": method, "params": params});
        if let Some(session) = &self.session {
            request["sessionId"] = json!(session);
        }
        self.socket.send(Message::text(request.to_string())).expect("sent");
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            let answer = self.read();
            if answer["id"] == json!(self.last) {
                return answer.get("error").map_or_else(|| Ok(answer["result"].clone()), |error| Err(error.clone()));
            }
            self.events.push(answer);
        }
        panic!("no answer to {method}");
    }

    fn read(&mut self) -> Value {
        loop {
            if let Message::Text(text) = self.socket.read().expect("a message") {
                return serde_json::from_str(&text).expect("JSON");
            }
        }
    }

    /// Opens an address and waits until it is loaded.
    pub fn open(&mut self, url: &str) {
        self.events.clear();
        self.call("Page.navigate", json!({"url": url}));
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /// Opens an address whose scripts arrive only after the first paint; returns the cumulative layout shift.
    pub fn shift(&mut self, url: &str) -> f64 {
        const OBSERVE: &str = "window.moved = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) \
            if (!entry.hadRecentInput) window.moved += entry.value; }).observe({type: 'layout-shift', buffered: true})";
        const STATE: &str = "[location.href !== 'about:blank' && performance.getEntriesByType('paint').length > 0, \
            document.readyState === 'complete']";
        let observer = self.call("Page.addScriptToEvaluateOnNewDocument", json!({"source": OBSERVE}));
        self.call("Page.navigate", json!({"url": "about:blank"}));
        self.call("Fetch.enable", json!({"patterns": [{"urlPattern": "*.js*"}]}));
        self.events.clear();
        self.call("Page.navigate", json!({"url": url}));
        let until = Instant::now() + PATIENCE;
        let (mut painted, mut quiet) = (None::<Instant>, None::<Instant>);
        while quiet.is_none_or(|since| since.elapsed() < Duration::from_millis(500)) {
            assert!(Instant::now() < until, "never quiet: {url}");
            std::thread::sleep(Duration::from_millis(30));
            let state = self.try_call("Runtime.evaluate", json!({"expression": STATE, "returnByValue": true}));
            let state = state.unwrap_or_default()["result"]["value"].clone();
            if state[0] == json!(true) {
                painted = painted.or_else(|| Some(Instant::now()));
            }
            let late = painted.is_some_and(|since| since.elapsed() > Duration::from_millis(150));
            for event in std::mem::take(&mut self.events) {
                let asked = event["params"]["request"]["url"].as_str().unwrap_or_default();
                if event["method"] != "Fetch.requestPaused" {
                    continue;
                }
                // The script that sets the colours delays the first paint on purpose.
                if late || asked.contains("theme.js") {
                    self.call("Fetch.continueRequest", json!({"requestId": event["params"]["requestId"]}));
                    quiet = None;
                } else {
                    self.events.push(event);
                }
            }
            if late && state[1] == json!(true) {
                quiet = quiet.or_else(|| Some(Instant::now()));
            }
        }
        self.call("Fetch.disable", json!({}));
        self.call("Page.removeScriptToEvaluateOnNewDocument", json!({"identifier": observer["identifier"]}));
        self.eval("window.moved").as_f64().unwrap_or_default()
    }

    /// The value of an expression; promises are awaited.
    pub fn eval(&mut self, expression: &str) -> Value {
        let params = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let result = self.call("Runtime.evaluate", params);
        assert!(result.get("exceptionDetails").is_none(), "{expression}: {result}");
        result["result"]["value"].clone()
    }

    /// Waits until an expression is true.
    #[track_caller]
    pub fn wait(&mut self, expression: &str) {
        let until = Instant::now() + PATIENCE;
        let wrapped = format!("(() => {{ try {{ return !!({expression}) }} catch {{ return false }} }})()");
        let params = json!({"expression": wrapped, "returnByValue": true});
        // While the next page is being loaded, nothing can answer.
        while self.try_call("Runtime.evaluate", params.clone()).is_ok_and(|r| r["result"]["value"] == json!(true)).not()
        {
            assert!(Instant::now() < until, "never true: {expression}");
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    pub fn size(&mut self, width: u32) {
        self.screen(width, 900);
    }

    pub fn screen(&mut self, width: u32, height: u32) {
        self.zoomed(width, height, 1);
    }

    /// A window of so many pixels of the page, each as many times as large on the screen.
    pub fn zoomed(&mut self, width: u32, height: u32, times: u32) {
        let mobile = width < 600;
        let params = json!({"width": width, "height": height, "deviceScaleFactor": times, "mobile": mobile});
        self.call("Emulation.setDeviceMetricsOverride", params);
    }

    pub fn scheme(&mut self, scheme: &str) {
        let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.call("Emulation.setEmulatedMedia", json!({"media": "", "features": features}));
    }

    /// Colours of the reader's own, on a light or a dark screen.
    pub fn forced(&mut self, scheme: &str) {
        let features =
            json!([{"name": "forced-colors", "value": "active"}, {"name": "prefers-color-scheme", "value": scheme}]);
        self.call("Emulation.setEmulatedMedia", json!({"media": "", "features": features}));
    }

    /// The page as it is printed.
    pub fn paper(&mut self) {
        self.call("Emulation.setEmulatedMedia", json!({"media": "print"}));
    }

    pub fn scripts(&mut self, on: bool) {
        self.call("Emulation.setScriptExecutionDisabled", json!({"value": !on}));
    }

    /// Presses a key by its name: `/`, `a`, `Enter`, `ArrowDown`, `Tab`, `Escape`.
    pub fn press(&mut self, key: &str) {
        let code = match key {
            "Enter" => 13,
            "Tab" => 9,
            "Escape" => 27,
            "ArrowDown" => 40,
            "ArrowUp" => 38,
            "ArrowLeft" => 37,
            "ArrowRight" => 39,
            "PageUp" => 33,
            "PageDown" => 34,
            "End" => 35,
            "Home" => 36,
            " " => 32,
            _ => 0,
        };
        let text = if key == "Enter" { "\r" } else { key };
        let mut down = json!({"type": "keyDown", "key": key, "windowsVirtualKeyCode": code});
        if key.chars().count() == 1 || key == "Enter" {
            down["text"] = json!(text);
        }
        self.call("Input.dispatchKeyEvent", down);
        self.call("Input.dispatchKeyEvent", json!({"type": "keyUp", "key": key, "windowsVirtualKeyCode": code}));
    }

    pub fn type_text(&mut self, text: &str) {
        self.call("Input.insertText", json!({"text": text}));
    }

    /// Everything that went wrong since the page was opened: errors, refused resources, requests outside `origin`.
    pub fn troubles(&mut self, origin: &str) -> Vec<String> {
        // Wait for one more answer, so that all earlier events have arrived.
        self.eval("1");
        let mut troubles = Vec::new();
        for event in &self.events {
            let params = &event["params"];
            match event["method"].as_str().unwrap_or_default() {
                "Page.javascriptDialogOpening" => troubles.push(format!("a dialog: {}", params["message"])),
                "Runtime.exceptionThrown" => troubles.push(params["exceptionDetails"].to_string()),
                "Log.entryAdded" if params["entry"]["level"] == "error" => troubles.push(params["entry"].to_string()),
                "Network.requestWillBeSent" => {
                    let url = params["request"]["url"].as_str().unwrap_or_default();
                    if !url.starts_with(origin) && !url.starts_with("about:") {
                        troubles.push(format!("a request to {url}"));
                    }
                }
                _ => {}
            }
        }
        troubles
    }

    /// The rules of axe-core that the page breaks.
    pub fn axe(&mut self, library: &str) -> Vec<String> {
        self.eval(&format!("{library};0"));
        let found = self.eval(
            "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => \
             v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.html.slice(0, 120)).join(' | ')))",
        );
        found.as_array().expect("a list").iter().map(|v| v.as_str().unwrap_or_default().to_owned()).collect()
    }
}

/// The address of a file.
pub fn file_url(path: &Path) -> String {
    format!("file://{}", path.display())
}
