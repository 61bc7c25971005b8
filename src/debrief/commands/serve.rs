//! `debrief serve`: serves the site on this machine and rebuilds it when files change.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

use super::library::Library;
use super::request;
use crate::Request;
use crate::cli::{Edition, Exit, ServeArgs, Terminal};
use crate::publication;
use crate::serve::{self, Answer, Browser, Event, Options, Port, Preview};
use base::diagnostics::{Level, Look, Warned, render_human};
use internal::Site;
use internal::disclose::Unapproved;
use site::history::Kept;
use site::output::{self, Failure, OutPath};

/// The warning for `--host`.
const WARNING: &str = "warning: whoever can reach this address can read every review, drafts too: there is no password and no encryption. Only for \
                       containers and trusted networks";

/// Runs the command until the process ends. Drafts are shown unless `--no-drafts` is given, because this is where they are
/// written.
///
/// # Errors
/// The exit code of the command; what is wrong has been reported.
pub fn serve(args: &ServeArgs, terminal: &Terminal) -> Result<(), Exit> {
    let library = args.library.find(terminal)?;
    let request = request::request(&args.library.read, &library, &[], !args.no_drafts, terminal)?;
    let request = Request { kept: Some(Kept::default()), ..request };
    if args.edition == Edition::All {
        terminal.say(
            "note: one edition is shown at a time, and this is the internal one; `--edition public` shows the other",
        );
    }
    if !args.host.is_loopback() {
        terminal.say(WARNING);
    }
    let options = Options {
        host: args.host,
        port: args.port.map_or(Port::default(), Port::Exactly),
        watch: vec![request.library.clone()],
        ignore: vec![PathBuf::from("site"), request.library.join("site")],
        browser: if args.open { Browser::Open } else { Browser::Leave },
    };
    let (terminal, edition) = (*terminal, args.edition);
    let rebuild = move || {
        let Warned { value: preview, diagnostics: mut problems } = match edition {
            Edition::Public => public(&request, &library, &terminal),
            Edition::Internal | Edition::All => internal(&request),
        };
        library.show_from_here(&mut problems);
        let words = terminal.plain().in_words(&problems, Level::Warning);
        match preview {
            Some(preview) => {
                terminal.diagnostics(&problems, Level::Warning);
                Ok(preview)
            }
            None => Err(words),
        }
    };
    serve::serve(&options, rebuild, move |event| announce(&event, &terminal)).map_err(|error| {
        terminal.fail(&error.to_string(), error.hint());
        Exit::Failed
    })
}

fn announce(event: &Event, terminal: &Terminal) {
    match event {
        Event::Ready { url } => terminal.say(&format!("The library is at {url} (stop with Ctrl-C)")),
        Event::Rebuilt { took } => terminal.say(&format!("Built in {:.0} ms", took.as_secs_f64() * 1000.0)),
        Event::Failed { problem } => {
            problem.lines().for_each(|line| terminal.say(line));
            terminal.say("The last good site stays.");
        }
        Event::Trouble { message } => terminal.say(&format!("warning: {message}")),
    }
}

type Built = Warned<Option<Arc<dyn Preview>>>;

fn internal(request: &Request) -> Built {
    let live = |site: Site| Arc::new(Live { below: below(site.base_url()), site }) as Arc<dyn Preview>;
    crate::load(request, &mut |_| {}).map(|site| site.map(live))
}

/// The public site as if everything were approved. Refused texts are not on it and are reported.
fn public(request: &Request, library: &Library, terminal: &Terminal) -> Built {
    let mut manuscript = crate::read(request, &mut |_| {});
    let mut problems = std::mem::take(&mut manuscript.problems);
    let prepared = publication::prepare(&manuscript, request, Unapproved::Show, true, &mut |_| {});
    let Some(prepared) = prepared else { return Warned::new(None, problems) };
    let mut findings = prepared.disclosure.findings.clone();
    library.findings_from_here(&mut findings);
    terminal.findings(&findings, false);
    problems.extend(prepared.problems);
    let below = below(manuscript.policy.as_ref().and_then(|policy| policy.site.base_url.as_deref()));
    Warned::new(prepared.site.map(|site| Arc::new(Live { site, below }) as Arc<dyn Preview>), problems)
}

/// The path of the base URL, as a prefix of paths: `incidents/`; empty at the root of a host.
fn below(base_url: Option<&str>) -> String {
    base::links::absolute(base_url, "").trim_start_matches('/').to_owned()
}

/// A site whose pages are rendered on request.
struct Live<S> {
    site: S,
    /// The path of the site below its host, which links on the 404 page begin with.
    below: String,
}

impl<S: output::Site> Live<S> {
    /// The path within the site of a path that begins with the base URL's.
    fn inside<'p>(&self, path: &'p OutPath) -> Cow<'p, OutPath> {
        let rest = path.as_str().strip_prefix(&self.below);
        let rest = rest.filter(|_| !self.below.is_empty() && !self.site.has(path));
        rest.and_then(|rest| OutPath::new(rest).ok()).map_or(Cow::Borrowed(path), Cow::Owned)
    }
}

impl<S: output::Site + Send> Preview for Live<S> {
    fn get(&self, path: &OutPath) -> Answer {
        match self.site.render(&self.inside(path)) {
            Ok(bytes) => Answer::File(bytes),
            Err(Failure::Missing) => Answer::Missing,
            Err(Failure::Problem(problem)) => Answer::Failed(render_human(&problem, Look::default())),
        }
    }

    fn has(&self, path: &OutPath) -> bool {
        self.site.has(&self.inside(path))
    }
}
