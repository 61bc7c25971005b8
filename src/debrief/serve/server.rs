//! Listens on loopback: one thread accepts connections, and each is answered by its own thread.
//!
//! A preview has one reader; what matters is that no request waits for another: not for a video that is paused, and not for
//! event streams, which never end. There are limits on the number of connections, and on the time that each may take to send
//! its request or to receive the response.

use std::io::{self, BufWriter, ErrorKind, Read as _};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::Sender;
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use super::notice::Notice;
use super::request::{self, Method};
use super::respond::{refusal, reply, send, too_many};
use super::route::{Names, Route, route};
use super::shown::Shown;
use super::watch::{Signal, Watch};
use super::{Browser, Event, Options, Port, Rebuilt, ServeError, reload};

/// How many ports are tried before giving up.
const PORTS: u16 = 20;
/// Most connections at once; a browser opens six.
const CONNECTIONS: usize = 128;
/// Most event streams among them: one for each tab.
const STREAMS: usize = 64;
/// How long a request may take to arrive.
const TO_ASK: Duration = Duration::from_secs(5);
/// How long a client may read nothing of the response.
const TO_TAKE: Duration = Duration::from_secs(60);
/// How long, and how many bytes, the rest of a refused request is read, so that the response is not lost.
const TO_DRAIN: (Duration, usize) = (Duration::from_secs(1), 1 << 20);
/// How many times in a row accepting a connection may fail, and the pause after each failure.
const FAILURES: (usize, Duration) = (100, Duration::from_millis(50));

type Announce = Arc<dyn Fn(Event) + Send + Sync>;

/// A preview that is being served; it stops when this is dropped.
pub struct Running {
    url: String,
    shown: Arc<Shown>,
    addresses: Vec<SocketAddr>,
    open: Arc<Open>,
    doors: Vec<JoinHandle<io::Result<()>>>,
    watch: Sender<Signal>,
}

/// Builds the site, starts serving and watching, and returns once the site can be requested.
///
/// # Errors
/// If nothing can be served at all; a failed build is not such an error.
pub fn start(
    options: &Options,
    rebuild: impl Fn() -> Rebuilt + Send + Sync + 'static,
    announce: impl Fn(Event) + Send + Sync + 'static,
) -> Result<Running, ServeError> {
    let announce: Announce = Arc::new(announce);
    let (port, listeners) = bind(options.host, options.port)?;
    let names = if options.host.is_loopback() { Names::Here(port) } else { Names::Network };
    let shown_host = if options.host.is_unspecified() { Ipv4Addr::LOCALHOST.into() } else { options.host };
    let url = format!("http://{}/", SocketAddr::new(shown_host, port));
    let shown = Arc::new(Shown::default());

    // Start watching before building, so that no change is missed in between.
    let report = announce.clone();
    let notice = Notice::new(&options.watch, &options.ignore);
    let (mut watch, stop) = Watch::begin(notice, move |message| report(Event::Trouble { message }));
    let build = {
        let (shown, announce) = (shown.clone(), announce.clone());
        move || build(&rebuild, &shown, &announce)
    };
    build();
    let (addresses, open) = (Vec::new(), Arc::default());
    let mut running = Running { url: url.clone(), shown, addresses, open, doors: Vec::new(), watch: stop };
    for listener in listeners {
        running.open_door(listener, names)?;
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
    /// If listening ends before that.
    pub fn wait(mut self) -> Result<(), ServeError> {
        for door in std::mem::take(&mut self.doors) {
            match door.join() {
                Ok(result) => result.map_err(ServeError::Stopped)?,
                Err(_) => return Err(ServeError::Stopped(io::Error::other("a thread ended"))),
            }
        }
        Ok(())
    }

    fn open_door(&mut self, listener: TcpListener, names: Names) -> Result<(), ServeError> {
        self.addresses.extend(listener.local_addr());
        let (shown, open) = (self.shown.clone(), self.open.clone());
        self.doors.push(spawn("debrief-door", move || take_in(&listener, &shown, &open, names))?);
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.shown.close();
        let _ = self.watch.send(Signal::Stop);
        // Each accepting thread waits for a connection; this one makes it stop.
        for address in &self.addresses {
            drop(TcpStream::connect_timeout(address, Duration::from_secs(1)));
        }
    }
}

/// Listens on the address, and on both loopback addresses if there are two, because `localhost` may mean either.
fn bind(host: IpAddr, port: Port) -> Result<(u16, Vec<TcpListener>), ServeError> {
    let (first, last) = match port {
        Port::Exactly(port) => (port, port),
        Port::From(port) => (port, port.saturating_add(PORTS)),
    };
    for wanted in first..=last {
        let (four, port) = match listen(host, wanted) {
            Ok(bound) => bound,
            Err(error) if error.kind() == ErrorKind::AddrInUse => continue,
            Err(source) => return Err(ServeError::Listen { port: wanted, source }),
        };
        if host != IpAddr::from(Ipv4Addr::LOCALHOST) {
            return Ok((port, vec![four]));
        }
        match listen(Ipv6Addr::LOCALHOST.into(), port) {
            Ok((six, _)) => return Ok((port, vec![four, six])),
            // Some browsers would use the other program as `localhost`.
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

/// How many connections are open, and how many of them are event streams.
#[derive(Debug, Default)]
struct Open {
    connections: AtomicUsize,
    streams: AtomicUsize,
}

/// One counted connection; it is subtracted again when this is dropped.
struct Place<'c>(&'c AtomicUsize);

impl<'c> Place<'c> {
    /// A place, if fewer than `most` are taken.
    fn take(count: &'c AtomicUsize, most: usize) -> Option<Self> {
        let taken = count.fetch_add(1, Ordering::Relaxed);
        let place = Self(count);
        (taken < most).then_some(place)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

fn take_in(listener: &TcpListener, shown: &Arc<Shown>, open: &Arc<Open>, names: Names) -> io::Result<()> {
    let (most, pause) = FAILURES;
    let mut failures = 0;
    loop {
        let connection = listener.accept();
        if shown.is_closing() {
            return Ok(());
        }
        match connection {
            Ok((connection, _)) => {
                failures = 0;
                let (shown, open) = (shown.clone(), open.clone());
                // If there is no thread for it, the connection is closed, and the browser tries again.
                let _ = spawn("debrief-answer", move || answer(&connection, &shown, &open, names));
            }
            Err(error) => {
                failures += 1;
                if failures > most {
                    return Err(error);
                }
                std::thread::sleep(pause);
            }
        }
    }
}

/// Answers a connection. It is no error if the browser disconnects.
fn answer(connection: &TcpStream, shown: &Shown, open: &Open, names: Names) {
    let _ = connection.set_write_timeout(Some(TO_TAKE));
    let mut to = BufWriter::new(connection);
    let Some(_place) = Place::take(&open.connections, CONNECTIONS) else {
        let _ = send(&mut to, &too_many(), true);
        drain(connection);
        return;
    };
    let asked = match request::read(connection, TO_ASK) {
        Ok(asked) => asked,
        Err(refused) => {
            if let Some(reply) = refusal(refused) {
                let _ = send(&mut to, &reply, true);
                drain(connection);
            }
            return;
        }
    };
    let hosts: Vec<_> = asked.hosts.iter().map(String::as_str).collect();
    let route = route(asked.method, &asked.url, &hosts, names);
    if route == Route::Events && asked.method == Method::Get {
        // Ends when the browser disconnects.
        let _ = match Place::take(&open.streams, STREAMS) {
            Some(_place) => reload::stream(to, shown),
            None => send(&mut to, &too_many(), true),
        };
        return;
    }
    let _ = send(&mut to, &reply(route, shown), asked.method != Method::Head);
    if asked.method == Method::Other {
        drain(connection);
    }
}

/// Closes a connection on which more data may arrive; closing it at once would discard the response.
fn drain(mut connection: &TcpStream) {
    let (patience, most) = TO_DRAIN;
    let (until, mut seen) = (Instant::now() + patience, 0);
    let _ = connection.shutdown(Shutdown::Write);
    let mut piece = [0; 4096];
    while seen < most {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() || connection.set_read_timeout(Some(left)).is_err() {
            return;
        }
        match connection.read(&mut piece) {
            Ok(read) if read > 0 => seen += read,
            _ => return,
        }
    }
}

/// Builds once, and shows and announces the result. A build that panics counts as failed: the next edit may fix it.
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
