//! `debrief init DIR`: a library to start from.

use super::{request, template};
use crate::cli::{Exit, InitArgs, Terminal};
use base::phases::Measure;
use site::output::{self, Created};
use site::source::CONFIG_FILE;

/// Runs the command. A folder that is a library already is left alone.
pub fn init(args: &InitArgs, terminal: &Terminal) -> Exit {
    let clock = match request::clock(None, terminal) {
        Ok(clock) => clock,
        Err(exit) => return exit,
    };
    let first = args.dir.join(format!("{}-the-first-review.md", clock.today));
    let review = template::review("The first review", "incident", Measure::Harm, Some("sev3"), clock.today);
    for (path, text) in [(args.dir.join(CONFIG_FILE), template::CONFIG), (first.clone(), review.as_str())] {
        match output::create(&path, text.as_bytes()) {
            Ok(Created::New) => {}
            Ok(Created::Stood) => {
                let message = format!("{} exists already", path.display());
                terminal.fail(&message, Some("name a new folder, or start a review with `debrief new TITLE`"));
                return Exit::Usage;
            }
            Err(error) => {
                terminal.fail(&format!("cannot write {}: {error}", path.display()), None);
                return Exit::Failed;
            }
        }
    }
    terminal.say(&format!("A library stands in {}. Write into {}, then:", args.dir.display(), first.display()));
    terminal.say(&format!("  debrief serve {}", args.dir.display()));
    Exit::Ok
}
