//! Finds templates of a user's theme that are older than the shipped ones they were copied from.
//!
//! `debrief theme FILE` prints a template with a first line that identifies the original. In: a user's file. Out: a
//! note if that line does not match today's original, or if it is missing and blocks or components are missing.

use std::collections::BTreeSet;

use super::folder::UserFile;
use super::{embedded, fingerprint};
use base::diagnostics::{Code, Diagnostic, Place};

const OPENS: &str = "{#- debrief theme: ";
const CLOSES: &str = " -#}";
/// The most names of a kind in a note.
const NAMED: usize = 6;

/// The shipped template with its identifying comment, which renders nothing; any other file unchanged.
pub(super) fn marked(path: &str, bytes: &[u8]) -> Vec<u8> {
    if !path.starts_with("templates/") {
        return bytes.to_vec();
    }
    [format!("{OPENS}{}{CLOSES}\n", fingerprint_of(path, bytes)).as_bytes(), bytes].concat()
}

/// A note for a template that is older than the shipped one.
pub(super) fn check(file: &UserFile) -> Option<Diagnostic> {
    let (path, shipped) = embedded::files().into_iter().find(|(path, _)| *path == file.name)?;
    if !path.starts_with("templates/") {
        return None;
    }
    let (own, text) = (std::str::from_utf8(&file.bytes).ok()?, std::str::from_utf8(shipped).ok()?);
    let mark = own.strip_prefix(OPENS).and_then(|rest| rest.split_once(CLOSES)).map(|(mark, _)| mark);
    let lacks = lacks(text, own);
    if mark.is_none() && lacks.is_empty() || mark == Some(&fingerprint_of(path, shipped)) {
        return None;
    }
    let mut message = match mark {
        Some(_) => "the shipped template has changed since this one was copied from it".to_owned(),
        None => "the shipped template holds what this one does not".to_owned(),
    };
    if !lacks.is_empty() {
        message.push_str(&format!(": {}", lacks.join(" and ")));
    }
    let hint =
        format!("compare with `debrief theme {path}`, and take over its first line: then this is not said again");
    let place = Place::new(&file.shown, own, 0..own.lines().next().map_or(0, str::len));
    Some(Diagnostic::new(Code::ThemeBehind, message).at(place).hint(hint))
}

fn fingerprint_of(path: &str, bytes: &[u8]) -> String {
    fingerprint::of(std::iter::once((path, bytes)))
}

/// The blocks and components of `shipped` that `own` does not name.
fn lacks(shipped: &str, own: &str) -> Vec<String> {
    let (given, used) = (lacking(shipped, own, &["{% component "]), lacking(shipped, own, &["{{ <", "{% <"]));
    let kinds = [("block", lacking(shipped, own, &["{% block "])), ("component", &given | &used)];
    kinds.into_iter().filter_map(|(kind, names)| listed(kind, &names)).collect()
}

fn lacking<'t>(shipped: &'t str, own: &'t str, opens: &[&str]) -> BTreeSet<&'t str> {
    &names(shipped, opens) - &names(own, opens)
}

/// ``the blocks `a`, `b` ``; `None` if there are none.
fn listed(kind: &str, all: &BTreeSet<&str>) -> Option<String> {
    let named: Vec<_> = all.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    let more = if all.len() > NAMED { format!(" and {} more", all.len() - NAMED) } else { String::new() };
    let ending = if all.len() == 1 { "" } else { "s" };
    (!all.is_empty()).then(|| format!("the {kind}{ending} {}{more}", named.join(", ")))
}

/// The names after each of `opens`.
fn names<'t>(text: &'t str, opens: &[&str]) -> BTreeSet<&'t str> {
    let word = |rest: &'t str| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    let rests = opens.iter().flat_map(|open| text.split(open).skip(1));
    rests.map(word).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{check, marked, names};
    use crate::theme::Theme;
    use crate::theme::folder::UserFile;

    const HOME: &str = "templates/internal/home.html";

    fn message(text: &str) -> Option<String> {
        let file = UserFile { name: HOME.to_owned(), shown: HOME.to_owned(), bytes: text.as_bytes().to_vec() };
        check(&file).map(|note| note.message)
    }

    fn copy() -> String {
        String::from_utf8(Theme::to_start_from(HOME).unwrap()).unwrap()
    }

    #[test]
    fn a_copy_of_today_says_nothing_whatever_it_leaves_out() {
        assert_eq!(message(&copy()), None);
        let first = copy().lines().next().unwrap().to_owned();
        assert_eq!(message(&format!("{first}\n{{% extends \"shared/base.html\" %}}\n")), None);
    }

    #[test]
    fn a_copy_of_another_day_has_a_note_with_what_it_lacks() {
        let first = copy().lines().next().unwrap().to_owned();
        let older = copy().replace(&first, "{#- debrief theme: 00000000 -#}");
        assert_eq!(message(&older).unwrap(), "the shipped template has changed since this one was copied from it");
        let lacking = message(&older.replace("{% block styles", "{% block style")).unwrap();
        assert!(lacking.ends_with(": the block `styles`"), "{lacking}");
    }

    #[test]
    fn a_copy_without_a_mark_has_a_note_only_of_what_it_lacks() {
        let plain = String::from_utf8(Theme::shipped_files()[HOME].to_vec()).unwrap();
        assert_eq!(message(&plain), None);
        let lacking = message(&plain.replace("<search_form", "<own_form")).unwrap();
        assert_eq!(lacking, "the shipped template holds what this one does not: the component `search_form`");
    }

    #[test]
    fn a_style_sheet_is_printed_as_it_is() {
        assert_eq!(marked("assets/a.css", b"a{}"), b"a{}");
        let found: Vec<_> = names("{{ <a_b c /> }}{% <d> %}", &["{{ <", "{% <"]).into_iter().collect();
        assert_eq!(found, ["a_b", "d"]);
    }
}
