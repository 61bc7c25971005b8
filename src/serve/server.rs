//! Listening on loopback: one thread takes requests in, each is answered by a thread of its own.
//!
//! A preview has one reader; what matters is that nothing waits for anything else: not a page for a film that is
//! paused half way, and nothing for the streams of news, which never end.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpListener, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use tiny_http::{Method, Request, Server};

use super::notice::Notice;
use super::respond::{reply, send};
use super::route::{Route, route};
use super::shown::Shown;
use super::watch::{Signal, Watch};
use super::{Browser, Event, Options, Port, Rebuilt, ServeError, reload};

/// How many ports are tried before giving up.
const PORTS: u16 = 20;
/// How long a connection can be left lying, soon after a request and at most; see [`nudge`].
const NUDGE_AFTER: (Duration, Duration) = (Duration::from_millis(30), Duration::from_secs(2));
/// How many of those a nudge frees.
const NUDGES: usize = 4;

type Announce = Arc<dyn Fn(Event) + Send + Sync>;

/// A preview that is being served; it ends when this is dropped.
pub struct Running {
    url: String,
    shown: Arc<Shown>,
    servers: Vec<Arc<Server>>,
    doors: Vec<JoinHandle<io::Result<()>>>,
    watch: Sender<Signal>,
}

/// Builds, begins to serve and to watch, and comes back once the site can be asked for.
///
/// # Errors
/// When nothing can be served at all; a failed build is no reason.
pub fn start(
    options: &Options,
    rebuild: impl Fn() -> Rebuilt + Send + Sync + 'static,
    announce: impl Fn(Event) + Send + Sync + 'static,
) -> Result<Running, ServeError> {
    let announce: Announce = Arc::new(announce);
    let (port, listeners) = bind(options.port)?;
    let url = format!("http://127.0.0.1:{port}/");
    let shown = Arc::new(Shown::default());

    // Watched before it is built, so that no change falls between the two.
    let tell = announce.clone();
    let notice = Notice::new(&options.watch, &options.ignore);
    let (mut watch, stop) = Watch::begin(notice, move |message| tell(Event::Trouble { message }));
    let build = {
        let (shown, announce) = (shown.clone(), announce.clone());
        move || build(&rebuild, &shown, &announce)
    };
    build();
    let mut running = Running { url: url.clone(), shown, servers: Vec::new(), doors: Vec::new(), watch: stop };
    for listener in listeners {
        running.open_door(listener, port)?;
    }
    spawn("debrief-watch", move || {
        while watch.next_change() {
            build();
        }
    })?;
    announce(Event::Ready { url: url.clone() });
    if options.browser == Browser::Open
        && let Err(error) = opener::open_browser(&url)
    {
        announce(Event::Trouble { message: format!("cannot open a browser: {error}") });
    }
    Ok(running)
}

impl Running {
    /// The address of the home page.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Serves until the process ends.
    ///
    /// # Errors
    /// When listening ends before that.
    pub fn wait(mut self) -> Result<(), ServeError> {
        for door in std::mem::take(&mut self.doors) {
            match door.join() {
                Ok(result) => result.map_err(ServeError::Stopped)?,
                Err(_) => return Err(ServeError::Stopped(io::Error::other("a thread ended"))),
            }
        }
        Ok(())
    }

    fn open_door(&mut self, listener: TcpListener, port: u16) -> Result<(), ServeError> {
        let server = Server::from_listener(listener, None);
        let server = Arc::new(server.map_err(|error| ServeError::Stopped(io::Error::other(error)))?);
        let (at_door, shown) = (server.clone(), self.shown.clone());
        self.doors.push(spawn("debrief-door", move || take_in(&at_door, &shown, port))?);
        self.servers.push(server);
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.shown.close();
        let _ = self.watch.send(Signal::Stop);
        self.servers.iter().for_each(|server| server.unblock());
    }
}

/// Listens on both loopback addresses where there are two, because `localhost` may mean either.
fn bind(port: Port) -> Result<(u16, Vec<TcpListener>), ServeError> {
    let (first, last) = match port {
        Port::Exactly(port) => (port, port),
        Port::From(port) => (port, port.saturating_add(PORTS)),
    };
    for wanted in first..=last {
        let (four, port) = match listen(Ipv4Addr::LOCALHOST.into(), wanted) {
            Ok(bound) => bound,
            Err(error) if error.kind() == ErrorKind::AddrInUse => continue,
            Err(source) => return Err(ServeError::Listen { port: wanted, source }),
        };
        match listen(Ipv6Addr::LOCALHOST.into(), port) {
            Ok((six, _)) => return Ok((port, vec![four, six])),
            // Another program is `localhost` there for some browsers.
            Err(error) if wanted < last && error.kind() == ErrorKind::AddrInUse => {}
            Err(_) => return Ok((port, vec![four])),
        }
    }
    Err(ServeError::Busy { port: last })
}

fn listen(address: IpAddr, port: u16) -> io::Result<(TcpListener, u16)> {
    let listener = TcpListener::bind((address, port))?;
    let port = listener.local_addr()?.port();
    Ok((listener, port))
}

fn take_in(server: &Server, shown: &Arc<Shown>, port: u16) -> io::Result<()> {
    let (soon, at_most) = NUDGE_AFTER;
    let mut patience = soon;
    loop {
        match server.recv_timeout(patience) {
            _ if shown.is_closing() => return Ok(()),
            Ok(None) => {
                nudge(server);
                patience = at_most.min(patience * 2);
            }
            Ok(Some(request)) => {
                patience = soon;
                let shown = shown.clone();
                // Without a thread the request is dropped, which answers it with a 500.
                let _ = spawn("debrief-answer", move || answer(request, &shown, port));
            }
            Err(error) => return Err(error),
        }
    }
}

/// Opens some connections and lets them go, each of which makes the server look once more into its queue of connections.
///
/// It hands a connection to a thread that waits, without regard to those it handed it before: of two that come at the
/// same time, as a browser's do, one can be left in the queue until another one ends - and a stream of news never does.
fn nudge(server: &Server) {
    if let Some(address) = server.server_addr().to_ip() {
        // When it cannot be reached there is nothing to hurry.
        drop([(); NUDGES].map(|()| TcpStream::connect_timeout(&address, NUDGE_AFTER.1)));
    }
}

fn answer(request: Request, shown: &Shown, port: u16) {
    let hosts = request.headers().iter().filter(|h| h.field.equiv("Host")).map(|h| h.value.as_str());
    let route = route(request.method(), request.url(), &hosts.collect::<Vec<_>>(), port);
    if route == Route::Events && *request.method() == Method::Get {
        // It ends when the browser goes away.
        let _ = reload::stream(request.into_writer(), shown);
        return;
    }
    // A browser that went away is no mistake of ours.
    let _ = send(request, &reply(route, shown));
}

/// One build, shown and told of. One that panics is one that failed: the next edit may mend it.
fn build(rebuild: &impl Fn() -> Rebuilt, shown: &Shown, announce: &Announce) {
    let began = Instant::now();
    let result = catch_unwind(AssertUnwindSafe(rebuild))
        .unwrap_or_else(|_| Err("the build ended in a defect of debrief itself; the terminal says more".to_owned()));
    let event = match &result {
        Ok(_) => Event::Rebuilt { took: began.elapsed() },
        Err(problem) => Event::Failed { problem: problem.clone() },
    };
    shown.update(result);
    announce(event);
}

fn spawn<R: Send + 'static>(name: &str, run: impl FnOnce() -> R + Send + 'static) -> Result<JoinHandle<R>, ServeError> {
    Builder::new().name(name.to_owned()).spawn(run).map_err(ServeError::Thread)
}
