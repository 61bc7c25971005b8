//! Live preview: a site in memory, shown on loopback, made anew when a file changes.
//!
//! In go the folders to watch and a function that builds the site; out come pages over HTTP and a word to whoever started
//! it. Nothing is written to disk. Each page is rendered when it is asked for, so an edit shows as fast in a large library
//! as in a small one.
//!
//! ```text
//! watch  -> rebuild -> shown   a save by any editor is one rebuild; a failed one leaves the last good site
//! server -> request -> route -> respond   one request, one short-lived thread: a reader that is slow holds up nobody
//! reload                       what the server adds to pages, and the stream that tells the browser of a new build
//! ```
//!
//! Refused: every address but this machine's own, unless another was asked for, every `Host` but our own (a page elsewhere that
//! has its name point here gets nothing), every method but GET and HEAD, every path that no site could hold, a request that is too long or too
//! slow, and more connections at once than a person's browsers open.

mod notice;
mod reload;
mod request;
mod respond;
mod route;
mod server;
mod shown;
mod snapshot;
#[cfg(test)]
mod tests;
mod watch;

use std::io;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use site::output::OutPath;

pub use server::{Running, start};

/// A built site whose files are made when they are asked for.
pub trait Preview: Send + Sync {
    /// One file. `404.html` is asked for where nothing else is found.
    fn get(&self, path: &OutPath) -> Answer;

    /// Whether there is such a file; asked to tell folders from pages, so it should not render.
    fn has(&self, path: &OutPath) -> bool {
        !matches!(self.get(path), Answer::Missing)
    }
}

/// What a site has under a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The bytes of the file.
    File(Vec<u8>),
    /// No such file.
    Missing,
    /// The file could not be made; plain text for the author.
    Failed(String),
}

/// What a rebuild gives: the new site, or the diagnostics as plain text.
pub type Rebuilt = Result<Arc<dyn Preview>, String>;

/// How to serve.
#[derive(Debug, Clone)]
pub struct Options {
    /// The address to listen on; loopback is this machine's own.
    pub host: IpAddr,
    /// The port to listen on.
    pub port: Port,
    /// Folders or files that the site is made from.
    pub watch: Vec<PathBuf>,
    /// Folders below those that are not (the output folder).
    pub ignore: Vec<PathBuf>,
    /// Whether to show the site at once.
    pub browser: Browser,
}

/// A port, and how much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Port {
    /// This one or none; 0 lets the system choose.
    Exactly(u16),
    /// This one or one of the next that is free.
    From(u16),
}

impl Default for Port {
    fn default() -> Self {
        Self::From(4000)
    }
}

/// Whether to open a browser when the site stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Browser {
    /// Open the home page.
    Open,
    /// Only say where it is.
    #[default]
    Leave,
}

/// What happens while serving, for the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The server answers; said once, after the first build, however that went.
    Ready {
        /// The address of the home page.
        url: String,
    },
    /// A build went well.
    Rebuilt {
        /// How long it took.
        took: Duration,
    },
    /// A build failed; the last good site stays.
    Failed {
        /// The diagnostics.
        problem: String,
    },
    /// Something is not as it should be, and serving goes on: a folder that cannot be watched, a browser that does not open.
    Trouble {
        /// One line.
        message: String,
    },
}

/// Why there is no preview.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Another program listens there.
    #[error("port {port} is in use by another program")]
    Busy {
        /// The port, the last one tried when several were.
        port: u16,
    },
    /// The system does not let us listen.
    #[error("cannot listen on port {port}: {source}")]
    Listen {
        /// The port.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// Listening ended.
    #[error("the preview server stopped: {0}")]
    Stopped(io::Error),
    /// The system has no thread for us.
    #[error("cannot start the preview server: {0}")]
    Thread(io::Error),
}

impl ServeError {
    /// The way out, where there is one that a person can take.
    #[must_use]
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            Self::Busy { .. } => Some("choose another with --port, or leave --port out to have a free one found"),
            Self::Listen { source, .. } if source.kind() == io::ErrorKind::PermissionDenied => {
                Some("ports below 1024 belong to the system: choose a higher one with --port")
            }
            _ => None,
        }
    }
}

/// Builds, serves and watches until the process ends.
///
/// `announce` is called from several threads, one call at a time for each.
///
/// # Errors
/// When nothing can be served at all; a failed build is no reason.
pub fn serve(
    options: &Options,
    rebuild: impl Fn() -> Rebuilt + Send + Sync + 'static,
    announce: impl Fn(Event) + Send + Sync + 'static,
) -> Result<(), ServeError> {
    start(options, rebuild, announce)?.wait()
}
