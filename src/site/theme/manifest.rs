//! `theme.yaml` of a user's theme: the version of the contract that it was written for.
//!
//! Two keys, each on a line of its own: `api: 1` and `name: Ours`. A theme without the file is assumed to be current.

use super::folder::UserFile;
use base::diagnostics::{Code, Diagnostic, Place};

/// The version of the contract between pages and templates: names and meaning of the fields.
pub const API: u32 = 1;

/// The file's name.
pub(super) const FILE: &str = "theme.yaml";

const KEYS: [&str; 2] = ["api", "name"];

/// Checks the `theme.yaml` among `files`, if there is one.
pub(super) fn check(files: &[UserFile]) -> Vec<Diagnostic> {
    let Some(file) = files.iter().find(|file| file.name == FILE) else { return Vec::new() };
    let Ok(text) = std::str::from_utf8(&file.bytes) else {
        return vec![Diagnostic::new(Code::InvalidUtf8, "`theme.yaml` is not UTF-8").at(Place::file(&file.shown))];
    };
    let mut problems = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        problems.extend(
            check_line(line)
                .map(|(diagnostic, from, to)| diagnostic.at(Place::new(&file.shown, text, start + from..start + to))),
        );
        start += line.len();
    }
    problems
}

/// A mistake of one line, with its bytes in the line.
fn check_line(line: &str) -> Option<(Diagnostic, usize, usize)> {
    let line = line.trim_start_matches('\u{feff}').trim_end();
    if line.is_empty() || line.starts_with('#') || line == "---" {
        return None;
    }
    let Some((key, value)) = line.split_once(':') else {
        let message = "expected `key: value`";
        return Some((Diagnostic::new(Code::InvalidYaml, message), 0, line.len()));
    };
    let bare = value.split(" #").next().unwrap_or(value).trim().trim_matches(['"', '\'']);
    match key {
        "name" => None,
        "api" if bare == API.to_string() => None,
        "api" => {
            let message = format!("this theme is written for contract `{bare}`, and this program has {API}");
            let hint = format!("bring its templates up to date, then write `api: {API}`");
            Some((Diagnostic::new(Code::Template, message).hint(hint), key.len() + 1, line.len()))
        }
        _ => {
            let message = format!("unknown key `{key}`");
            Some((Diagnostic::new(Code::UnknownKey, message).did_you_mean(key, KEYS), 0, key.len()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{UserFile, check};

    fn told(text: &str) -> Vec<String> {
        let file = UserFile { name: "theme.yaml".into(), shown: "ours/theme.yaml".into(), bytes: text.into() };
        let place = |d: &base::diagnostics::Diagnostic| d.place.as_ref().map(|p| (p.line, p.column));
        check(&[file]).iter().map(|d| format!("{} {:?}", d.message, place(d))).collect()
    }

    #[test]
    fn the_contract_of_today_is_accepted() {
        assert!(told("# ours\napi: 1 # for now\nname: \"Field: notes\"\n").is_empty());
        assert!(check(&[]).is_empty());
    }

    #[test]
    fn another_contract_is_refused_in_its_place() {
        let expected = "this theme is written for contract `2`, and this program has 1 Some((2, 5))";
        assert_eq!(told("name: Ours\napi: 2\n"), [expected]);
    }

    #[test]
    fn a_misspelt_key_is_named() {
        assert_eq!(told("nmae: Ours\n"), ["unknown key `nmae` Some((1, 1))"]);
        assert_eq!(told("api 1\n"), ["expected `key: value` Some((1, 1))"]);
    }
}
