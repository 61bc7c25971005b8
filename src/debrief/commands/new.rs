//! `debrief new TITLE`: creates a review from the template.

use std::path::Path;

use jiff::tz::TimeZone;

use super::library::{Library, tidy};
use super::{request, template};
use crate::cli::{Exit, NewArgs, Terminal};
use base::text::{nearest, shown, slug};
use site::config::canonical_kind;
use site::output::{self, Created};

/// Runs the command. No existing file is overwritten.
pub fn new(args: &NewArgs, terminal: &Terminal) -> Exit {
    let found = match Library::to_write_to(args.library.as_deref(), terminal) {
        Ok(library) => library,
        Err(exit) => return exit,
    };
    let library = found.root.as_path();
    let given = match request::clock(args.as_of, terminal) {
        Ok(clock) => clock,
        Err(exit) => return exit,
    };
    let config = match request::settings(library, terminal) {
        Ok(config) => config,
        Err(exit) => return exit,
    };
    let clock = given.in_zone(&config.zone());
    let kind = canonical_kind(&args.kind);
    let Some(measure) = config.kind(&kind).map(|kind| kind.measure) else {
        return unknown(terminal, "kind", &args.kind, config.kinds.iter().map(|kind| kind.key.as_str()));
    };
    let severity = args.severity.as_deref().map(str::to_lowercase);
    if let Some(key) = severity.as_deref().filter(|key| config.severity(key).is_none()) {
        return unknown(terminal, "severity", key, config.severities.iter().map(|s| s.key.as_str()));
    }
    let name = slug(&args.title);
    if name.is_empty() {
        terminal.fail("the title holds no letter or digit to name a file by", None);
        return Exit::Usage;
    }
    let short: String = name.chars().take(80).collect();
    let id = format!("{}-{}", clock.today, short.trim_end_matches('-'));
    let path = library.join(clock.today.year().to_string()).join(format!("{id}.md"));
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
                return exit;
            }
            let at = if library == Path::new(".") { String::new() } else { format!(" {}", shown(library)) };
            terminal.say(&format!("A draft: `debrief serve{at}` shows it, `status: reviewed` publishes it."));
            Exit::Ok
        }
        Ok(Created::Stood) => {
            terminal.fail(&format!("{} exists already", shown(&path)), Some("give the review another title"));
            Exit::Usage
        }
        Err(error) => {
            terminal.fail(&format!("cannot write {}: {error}", shown(&path)), None);
            Exit::Failed
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
