//! The only writer of sites: in go paths and bytes, out comes a folder that is one whole site.
//!
//! ```text
//! Target::open(folder)   lock, put a killed build right, refuse what is not ours
//!   .stage()             a new folder beside it, from nothing
//!   .write(path, bytes)  from many threads; bytes that did not change are noted, not written
//!   .commit()            kept files join the new ones, and the two folders change places
//! ```
//!
//! What holds, at whatever moment a build fails or is killed:
//!
//! - The target is the old site or the new one, never a mix. Where two folders can exchange their names (Linux, macOS) it is
//!   never absent either; elsewhere see `swap`. A power cut is another matter: nothing is forced to the disk.
//! - A target that holds anything we did not write is refused and left untouched. A file that we wrote is ours whatever its
//!   bytes are now: the next build makes it right.
//! - What a killed build left beside the target is gone after the next one.
//! - A file whose bytes did not change keeps its time; a site of which nothing changed is not swapped at all.
//! - The same files give the same bytes, the list of files included.
//!
//! A program whose working folder *is* the target (a web server started inside it, a container that mounts exactly it) keeps the
//! folder that was swapped out; it should be given the folder above.

mod create;
mod error;
mod failure;
mod folders;
mod lock;
mod manifest;
mod path;
mod place;
mod replace;
mod stage;
mod survey;
mod swap;
mod target;
#[cfg(test)]
mod tests;

pub use create::{Created, create, overwrite, overwrite_all};
pub use error::OutputError;
pub use failure::Failure;
pub use path::{BadPath, OutPath};
pub use stage::{Keep, Stage, Summary, Written};
pub use target::Target;
