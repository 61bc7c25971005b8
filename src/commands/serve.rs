//! `debrief serve`: the site on this machine, rebuilt as files change.

use std::path::PathBuf;
use std::sync::Arc;

use super::request;
use crate::cli::{Exit, ServeArgs, Terminal};
use crate::diagnostics::Level;
use crate::internal::{Failure, Site};
use crate::output::OutPath;
use crate::serve::{self, Answer, Browser, Event, Options, Port, Preview};

/// Runs the command until the process ends. Drafts are shown: this is where they are written.
pub fn serve(args: &ServeArgs, terminal: &Terminal) -> Exit {
    let request = match request::request(&args.library, None, true, terminal) {
        Ok(request) => request,
        Err(exit) => return exit,
    };
    let options = Options {
        port: args.port.map_or(Port::default(), Port::Exactly),
        watch: vec![request.library.clone()],
        ignore: vec![PathBuf::from("site"), request.library.join("site")],
        browser: if args.open { Browser::Open } else { Browser::Leave },
    };
    let terminal = *terminal;
    let rebuild = move || {
        let (site, problems) = crate::load(&request, &mut |_| {});
        let words = terminal.plain().in_words(&problems, Level::Warning);
        match site {
            Some(site) => {
                terminal.diagnostics(&problems, Level::Warning);
                Ok(Arc::new(Live(site)) as Arc<dyn Preview>)
            }
            None => Err(words),
        }
    };
    match serve::serve(&options, rebuild, move |event| announce(&event, &terminal)) {
        Ok(()) => Exit::Ok,
        Err(error) => {
            terminal.fail(&error.to_string(), error.hint());
            Exit::Failed
        }
    }
}

fn announce(event: &Event, terminal: &Terminal) {
    match event {
        Event::Ready { url } => terminal.say(&format!("The library is at {url} (stop with Ctrl-C)")),
        Event::Rebuilt { took } => terminal.say(&format!("Built in {:.0} ms", took.as_secs_f64() * 1000.0)),
        Event::Failed { problem } => terminal.say(&format!("{problem}\nThe last good site stays.")),
        Event::Trouble { message } => terminal.say(&format!("warning: {message}")),
    }
}

/// A site whose pages are rendered as the browser asks for them.
struct Live(Site);

impl Preview for Live {
    fn get(&self, path: &OutPath) -> Answer {
        match self.0.render(path) {
            Ok(bytes) => Answer::File(bytes),
            Err(Failure::Missing) => Answer::Missing,
            Err(Failure::Problem(problem)) => Answer::Failed(crate::diagnostics::render_human(&problem, false)),
        }
    }

    fn has(&self, path: &OutPath) -> bool {
        self.0.has(path)
    }
}
