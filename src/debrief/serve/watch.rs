//! Waits for the library to change, once for each save, in whatever way an editor saves.
//!
//! The system reports events; relevant ones are collected until it is quiet. A folder that disappears and comes back (after
//! checking out another branch) is watched again, and one that cannot be watched is read from time to time.

use base::text::shown;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{EventKind, ModifyKind, RenameMode};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use super::notice::Notice;
use super::snapshot::Snapshot;

/// A save has ended when nothing has happened for this long.
const QUIET: Duration = Duration::from_millis(40);
/// And after this long in any case.
const LONGEST: Duration = Duration::from_millis(500);
/// How often the roots themselves are checked.
const ROUND: Duration = Duration::from_millis(500);

/// What arrives at the watch.
pub(super) enum Signal {
    Files(notify::Result<notify::Event>),
    Stop,
}

/// Watches some folders; [`Watch::next_change`] waits.
pub(super) struct Watch<T> {
    notice: Notice,
    roots: Vec<(PathBuf, Held)>,
    watcher: Option<RecommendedWatcher>,
    signals: Receiver<Signal>,
    last_round: Instant,
    after_overflow: Option<Vec<Snapshot>>,
    announce: T,
}

/// How a root is watched.
#[derive(PartialEq)]
enum Held {
    Missing,
    Watched(Identity),
    Polled(Snapshot),
}

/// Distinguishes a folder from a later one with the same name.
type Identity = (u64, u64);

/// The meaning of a signal.
enum Meaning {
    Stop,
    Change,
    Nothing,
}

impl<T: Fn(String)> Watch<T> {
    /// Starts watching; `announce` is called if something cannot be watched. Sending [`Signal::Stop`] stops it.
    pub(super) fn begin(notice: Notice, announce: T) -> (Self, Sender<Signal>) {
        let (sender, signals) = channel();
        let to_us = sender.clone();
        // After the watch has been dropped, events are discarded.
        let watcher = notify::recommended_watcher(move |event| drop(to_us.send(Signal::Files(event))));
        let watcher = watcher.map_err(|error| announce(format!("cannot watch files: {}", say(&error)))).ok();
        let roots = notice.roots.iter().map(|root| (root.clone(), Held::Missing)).collect();
        let mut watch =
            Self { notice, roots, watcher, signals, last_round: Instant::now(), after_overflow: None, announce };
        watch.round();
        (watch, sender)
    }

    /// Waits for the next change to be complete; `false` when told to stop.
    pub(super) fn next_change(&mut self) -> bool {
        loop {
            let meaning = match self.signals.recv_timeout(ROUND) {
                Ok(signal) => self.read(signal),
                Err(RecvTimeoutError::Timeout) => Meaning::Nothing,
                Err(RecvTimeoutError::Disconnected) => Meaning::Stop,
            };
            match meaning {
                Meaning::Stop => return false,
                Meaning::Change => return self.settle(),
                Meaning::Nothing if self.last_round.elapsed() >= ROUND && self.round() => return self.settle(),
                Meaning::Nothing => {}
            }
        }
    }

    fn settle(&mut self) -> bool {
        let first = Instant::now();
        let mut last = first;
        loop {
            let until = (last + QUIET).min(first + LONGEST);
            match self.signals.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(signal) => match self.read(signal) {
                    Meaning::Stop => return false,
                    Meaning::Change => last = Instant::now(),
                    Meaning::Nothing => {}
                },
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
            if first.elapsed() >= LONGEST {
                return true;
            }
        }
    }

    fn read(&mut self, signal: Signal) -> Meaning {
        let event = match signal {
            Signal::Stop => return Meaning::Stop,
            Signal::Files(Ok(event)) => event,
            Signal::Files(Err(error)) => {
                (self.announce)(format!("cannot watch every file, so looking now and then instead: {}", say(&error)));
                self.poll_all();
                return Meaning::Nothing;
            }
        };
        if event.need_rescan() {
            return self.overflow();
        }
        if matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(RenameMode::From))) {
            let is_gone = |at: &usize| self.roots.get(*at).is_some_and(|(root, _)| event.paths.contains(root));
            let gone: Vec<_> = (0..self.roots.len()).filter(is_gone).collect();
            for at in gone {
                self.let_go(at);
            }
        }
        if self.notice.event(&event) { Meaning::Change } else { Meaning::Nothing }
    }

    /// The system dropped events, perhaps about our own reading: only a folder whose snapshot differs has changed.
    fn overflow(&mut self) -> Meaning {
        let now: Vec<_> = self.roots.iter().map(|(root, _)| Snapshot::take(root, &self.notice)).collect();
        if self.after_overflow.as_ref() == Some(&now) {
            return Meaning::Nothing;
        }
        self.after_overflow = Some(now);
        Meaning::Change
    }

    /// Checks whether the roots are still the ones that are watched; returns whether any changed.
    fn round(&mut self) -> bool {
        self.last_round = Instant::now();
        let mut changed = false;
        for at in 0..self.roots.len() {
            changed |= self.look_at(at);
        }
        changed
    }

    fn look_at(&mut self, at: usize) -> bool {
        let Some((root, held)) = self.roots.get(at) else { return false };
        let root = root.clone();
        let Some(identity) = identity(&root) else {
            let was_there = *held != Held::Missing;
            self.let_go(at);
            return was_there;
        };
        let now = match held {
            Held::Watched(same) if *same == identity => return false,
            Held::Polled(_) => Held::Polled(Snapshot::take(&root, &self.notice)),
            Held::Missing | Held::Watched(_) => {
                self.let_go(at);
                self.hold(&root, identity)
            }
        };
        let Some((_, held)) = self.roots.get_mut(at) else { return false };
        let changed = *held != now;
        *held = now;
        changed
    }

    fn hold(&mut self, root: &Path, identity: Identity) -> Held {
        let Some(watcher) = &mut self.watcher else { return Held::Polled(Snapshot::take(root, &self.notice)) };
        match watcher.watch(root, RecursiveMode::Recursive) {
            Ok(()) => Held::Watched(identity),
            Err(error) => {
                let (root_shown, why) = (shown(root), say(&error));
                (self.announce)(format!("cannot watch `{root_shown}`, so looking now and then instead: {why}"));
                Held::Polled(Snapshot::take(root, &self.notice))
            }
        }
    }

    fn let_go(&mut self, at: usize) {
        let Some((root, held)) = self.roots.get_mut(at) else { return };
        if let (Held::Watched(_), Some(watcher)) = (&held, &mut self.watcher) {
            // The watch on a folder that is gone has ended already.
            let _ = watcher.unwatch(root);
        }
        *held = Held::Missing;
    }

    fn poll_all(&mut self) {
        self.watcher = None;
        for (root, held) in &mut self.roots {
            if *held != Held::Missing {
                *held = Held::Polled(Snapshot::take(root, &self.notice));
            }
        }
    }
}

/// The reason without the paths, which the sentence already has.
fn say(error: &notify::Error) -> String {
    match &error.kind {
        notify::ErrorKind::MaxFilesWatch => "the system's limit of watched files is reached".to_owned(),
        notify::ErrorKind::Io(error) => error.to_string(),
        _ => error.to_string(),
    }
}

#[cfg(unix)]
fn identity(root: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    root.metadata().ok().map(|m| (m.dev(), m.ino()))
}

#[cfg(not(unix))]
fn identity(root: &Path) -> Option<Identity> {
    root.metadata().ok().map(|_| (0, 0))
}

#[cfg(test)]
mod tests {
    use std::thread;

    use notify::event::CreateKind;

    use super::*;

    fn watch() -> (Watch<impl Fn(String)>, Sender<Signal>) {
        let notice = Notice { roots: vec!["/nowhere/library".into()], ignore: vec![], messages: vec![] };
        Watch::begin(notice, drop)
    }

    fn save(name: &str) -> Signal {
        let event = notify::Event::new(EventKind::Create(CreateKind::File));
        Signal::Files(Ok(event.add_path(Path::new("/nowhere/library").join(name))))
    }

    #[test]
    fn simultaneous_events_are_one_change() {
        let (mut watch, signals) = watch();
        for n in 0..1000 {
            signals.send(save(&format!("{n}.md"))).unwrap();
        }
        assert!(watch.next_change());
        signals.send(save("x.md~")).unwrap();
        signals.send(Signal::Stop).unwrap();
        assert!(!watch.next_change(), "nothing was left");
    }

    #[test]
    fn continuous_changes_do_not_delay_a_build_forever() {
        let (mut watch, signals) = watch();
        thread::spawn(move || while signals.send(save("log.md")).is_ok() {});
        assert!(watch.next_change());
        assert!(watch.next_change());
    }

    #[test]
    fn after_dropped_events_the_folder_is_compared() {
        let (mut watch, signals) = watch();
        let overflow = || {
            let event = notify::Event::new(EventKind::Other).set_flag(notify::event::Flag::Rescan);
            signals.send(Signal::Files(Ok(event))).unwrap();
        };
        overflow();
        assert!(watch.next_change(), "it may have changed since it was last read");
        overflow();
        signals.send(Signal::Stop).unwrap();
        assert!(!watch.next_change(), "it looks as before: that was our own reading");
    }
}
