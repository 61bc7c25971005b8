//! The only writer of sites. In: paths and bytes. Out: a folder with one complete site.
//!
//! ```text
//! Target::open(folder)   lock, clean up after a killed build, refuse files that are not ours
//!   .stage()             a new, empty folder beside it
//!   .write(path, bytes)  from many threads; unchanged files are not written again
//!   .commit()            unchanged files are linked into the new folder, and the folders are swapped
//! ```
//!
//! Guarantees, at whatever moment a build fails or is killed:
//!
//! - The target is the old site or the new one, never a mix. If two folders can exchange their names (Linux, macOS) it
//!   is never absent either; for other systems see `swap`. This does not cover a power cut, because nothing is synced
//!   to the disk.
//! - A target with anything that we did not write is refused and left untouched. A file in the manifest is overwritten
//!   by the next build even if somebody changed it.
//! - The next build removes what a killed build left beside the target.
//! - An unchanged file keeps its modification time; an unchanged site is not swapped at all.
//! - Modes of files and folders follow the umask of the last build, of unchanged files too.
//! - The same files give the same bytes, including the manifest.
//!
//! A program whose working folder *is* the target (a web server started inside it, a container that mounts exactly it)
//! keeps the old folder; it should use the folder above.

mod create;
mod error;
mod failure;
mod folders;
mod lock;
mod manifest;
mod modes;
mod new_file;
mod path;
mod place;
mod replace;
mod site;
mod stage;
mod survey;
mod swap;
mod target;
#[cfg(test)]
mod tests;

pub use create::{Created, create, overwrite, overwrite_all, take_back};
pub use error::{OutputError, reason};
pub use failure::Failure;
pub use path::{BadPath, OutPath};
pub use site::Site;
pub use stage::{Keep, Stage, Summary, Written};
pub use target::Target;
