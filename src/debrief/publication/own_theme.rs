//! Searches a library's own theme for what must not leave, so that a finding names the file in which it is written and not
//! every page that shows it.
//!
//! In: the settings and the theme of the public edition. Out: findings in the texts of the settings and in files. Words in
//! templates are found in the pages, because only there they stand without the syntax of templates; their findings get the
//! place in the template.

use base::diagnostics::Place;
use clearance::{File, Finding, Origin, THEME, Tier};
use internal::disclose::Disclosure;
use site::FileKind;
use site::config::Config;
use site::source::CONFIG_FILE;
use site::theme::{OwnFile, Theme};

/// What would be published with the theme and must not be.
pub(super) fn findings(disclosure: &Disclosure, config: &Config, theme: &Theme) -> Vec<Finding> {
    let look = &config.theme.public;
    let texts = look.texts.iter().flat_map(|(text, place)| {
        let begins = Origin { path: CONFIG_FILE.to_owned(), line: place.line, column: place.column };
        disclosure.scanner.look(text, &begins, &disclosure.waivers)
    });
    // An exact copy of a shipped file is known, whatever is in it.
    let shipped = Theme::shipped_files();
    let is_copy = |file: &&OwnFile| shipped.get(file.name.as_str()).is_some_and(|bytes| **bytes == *file.bytes);
    let files: Vec<_> = theme.own_assets().filter(|file| !is_copy(file)).collect();
    let shown: Vec<_> = files.iter().map(|file| File { path: &file.name, bytes: &file.bytes }).collect();
    let mut found = disclosure.scanner.gate(&shown, &disclosure.waivers);
    for finding in &mut found {
        let Some(file) = files.iter().find(|file| file.name == finding.at.path) else { continue };
        finding.at.path.clone_from(&file.shown);
        THEME.clone_into(&mut finding.view);
        if file.is_put_together() {
            // Its lines are those of no file that a person wrote.
            let path = look.css.as_ref().map_or(CONFIG_FILE, |css| css.path.as_str());
            finding.at = Origin { path: path.to_owned(), line: 1, column: 1 };
        }
    }
    texts.chain(found).filter(|finding| finding.tier == Tier::Block).collect()
}

/// Gives each finding in a page whose value stands in a template of the library its place there; each is then told once.
pub(super) fn place_in_templates(theme: &Theme, findings: &mut Vec<Finding>) {
    for finding in findings.iter_mut().filter(|finding| FileKind::of(&finding.at.path) == FileKind::Html) {
        let value = finding.value.reveal();
        let place = theme.own_templates().find_map(|file| {
            let text = std::str::from_utf8(&file.bytes).ok()?;
            // `Jan` is not in `January`.
            let is_whole = |at: usize| {
                let (before, after) = (text[..at].chars().next_back(), text[at + value.len()..].chars().next());
                ![before, after].into_iter().flatten().any(char::is_alphanumeric)
            };
            let mut places = text.match_indices(value).map(|(at, _)| at);
            let at = places.find(|at| is_whole(*at)).filter(|_| !value.is_empty())?;
            Some(Place::new(&file.shown, text, at..at + value.len()))
        });
        if let Some(Place { path, line, column, .. }) = place {
            finding.at = Origin { path, line, column };
            THEME.clone_into(&mut finding.view);
        }
    }
    findings.sort();
    findings.dedup();
}
