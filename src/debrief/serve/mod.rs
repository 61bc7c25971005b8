//! Live preview: serves a site from memory on loopback and rebuilds it when a file changes.
//!
//! In: the folders to watch and a function that builds the site. Out: pages over HTTP, and events for the caller. Nothing is
//! written to disk. Each page is rendered when it is requested, so that an edit is shown as fast in a large library as in a
//! small one.
//!
//! ```text
//! watch  -> rebuild -> shown   one rebuild for each save; after a failed one, the last good site stays
//! server -> request -> route -> respond   one short-lived thread for each request, so that a slow client delays nobody
//! reload                       what the server adds to pages, and the event stream that tells the browser of a new build
//! ```
//!
//! Refused: every address except loopback unless another was requested, every `Host` other than our own (against DNS
//! rebinding), every method except GET and HEAD, every path that no site could have, a request that is too long or too slow,
//! and more connections at once than one person's browsers open.

mod head;
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

/// A built site whose files are rendered on request.
pub trait Preview: Send + Sync {
    /// One file. `404.html` is requested if nothing else is found.
    fn get(&self, path: &OutPath) -> Answer;

    /// Whether there is such a file; used to distinguish folders from pages, so it should not render.
    fn has(&self, path: &OutPath) -> bool {
        !matches!(self.get(path), Answer::Missing)
    }
}

/// The file of a site at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The bytes of the file.
    File(Vec<u8>),
    /// No such file.
    Missing,
    /// The file could not be rendered; plain text for the author.
    Failed(String),
}

/// The result of a rebuild: the new site, or the diagnostics as plain text.
pub type Rebuilt = Result<Arc<dyn Preview>, String>;

/// The settings of the server.
#[derive(Debug, Clone)]
pub struct Options {
    /// The address to listen on; loopback is this machine's own.
    pub host: IpAddr,
    /// The port to listen on.
    pub port: Port,
    /// Folders or files that the site is built from.
    pub watch: Vec<PathBuf>,
    /// Folders below these that are not watched (the output folder).
    pub ignore: Vec<PathBuf>,
    /// Whether to open a browser.
    pub browser: Browser,
}

/// A port, and whether another one may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Port {
    /// Only this one; 0 lets the system choose.
    Exactly(u16),
    /// This one, or the next free one.
    From(u16),
}

impl Default for Port {
    fn default() -> Self {
        Self::From(4000)
    }
}

/// Whether to open a browser once the site is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Browser {
    /// Open the home page.
    Open,
    /// Only print the address.
    #[default]
    Leave,
}

/// Something that happened while serving, for the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The server answers; reported once, after the first build, whether it succeeded or failed.
    Ready {
        /// The address of the home page.
        url: String,
    },
    /// A build succeeded.
    Rebuilt {
        /// How long it took.
        took: Duration,
    },
    /// A build failed; the last good site stays.
    Failed {
        /// The diagnostics.
        problem: String,
    },
    /// Something does not work, but serving continues: a folder that cannot be watched, a browser that does not open.
    Trouble {
        /// One line.
        message: String,
    },
}

/// Why the preview cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Another program uses the port.
    #[error("port {port} is in use by another program")]
    Busy {
        /// The port; the last one tried if there were several.
        port: u16,
    },
    /// The system refuses to listen.
    #[error("cannot listen on port {port}: {source}")]
    Listen {
        /// The port.
        port: u16,
        /// The error of the system.
        source: io::Error,
    },
    /// Listening ended.
    #[error("the preview server stopped: {0}")]
    Stopped(io::Error),
    /// The system cannot create a thread.
    #[error("cannot start the preview server: {0}")]
    Thread(io::Error),
}

impl ServeError {
    /// What the user can do about it, if anything.
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
/// If nothing can be served at all; a failed build is not such an error.
pub fn serve(
    options: &Options,
    rebuild: impl Fn() -> Rebuilt + Send + Sync + 'static,
    announce: impl Fn(Event) + Send + Sync + 'static,
) -> Result<(), ServeError> {
    start(options, rebuild, announce)?.wait()
}
