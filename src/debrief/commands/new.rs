//! `debrief new TITLE`: creates a review from the template.

use std::path::Path;

use jiff::tz::TimeZone;

use super::library::Library;
use super::{request, template};
use crate::cli::{Exit, NewArgs, Terminal};
use crate::paths::{of_day, stem_of, tidy};
use base::text::{nearest, shown};
use site::config::canonical_kind;
use site::output::{self, Created};

/// Runs the command. No existing file is overwritten.
///
/// # Errors
/// The exit code of the command; what is wrong has been reported.
pub fn new(args: &NewArgs, terminal: &Terminal) -> Result<(), Exit> {
    let found = Library::to_write_to(args.library.as_deref(), terminal)?;
    let library = found.root.as_path();
    let given = request::clock(args.as_of, terminal)?;
    let config = request::settings(library, terminal)?;
    let clock = given.in_zone(&config.zone());
    let kind = canonical_kind(&args.kind);
    let Some(measure) = config.kind(&kind).map(|kind| kind.measure) else {
        return Err(unknown(terminal, "kind", &args.kind, config.kinds.iter().map(|kind| kind.key.as_str())));
    };
    let severity = args.severity.as_deref().map(str::to_lowercase);
    if let Some(key) = severity.as_deref().filter(|key| config.severity(key).is_none()) {
        return Err(unknown(terminal, "severity", key, config.severities.iter().map(|s| s.key.as_str())));
    }
    let stem = stem_of(&args.title);
    if stem.is_empty() {
        terminal.fail("the title holds no letter or digit to name a file by", None);
        return Err(Exit::Usage);
    }
    let id = format!("{}-{stem}", clock.today);
    let path = library.join(of_day(clock.today, &stem));
    let scale: Vec<_> = config.severities.iter().map(|severity| severity.key.clone()).collect();
    let owner = site::history::user(library);
    let text = template::review(&template::Draft {
        title: &args.title,
        id: &id,
        kind: &kind,
        measure,
        severity: severity.as_deref(),
        scale: &scale,
        zone: config.timezone.as_ref().and_then(TimeZone::iana_name),
        owner: owner.as_deref(),
        day: clock.today,
    });
    match output::create(&path, text.as_bytes()) {
        Ok(Created::New) => {
            if let Err(exit) = terminal.print(&format!("{}\n", shown(&tidy(&path)))) {
                output::take_back(&path);
                return Err(exit);
            }
            let at = if library == Path::new(".") { String::new() } else { format!(" {}", shown(library)) };
            terminal.say(&format!("A draft: `debrief serve{at}` shows it, `status: reviewed` publishes it."));
            Ok(())
        }
        Ok(Created::Existed) => {
            terminal.fail(&format!("{} exists already", shown(&path)), Some("give the review another title"));
            Err(Exit::Usage)
        }
        Err(error) => {
            terminal.fail(&format!("cannot write {}: {}", shown(&path), output::reason(&error)), None);
            Err(Exit::Failed)
        }
    }
}

fn unknown<'a>(terminal: &Terminal, what: &str, name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Exit {
    let hint = match nearest(name, known.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known here: {}", known.collect::<Vec<_>>().join(", ")),
    };
    terminal.fail(&format!("there is no {what} `{name}`"), Some(&hint));
    Exit::Usage
}
