//! `theme.yaml` of a user's theme: the version of the contract that it was written for.
//!
//! Two keys: `api: 1` and `name: Ours`. A theme without the file is assumed to be current.

use super::folder::UserFile;
use base::diagnostics::{Code, Diagnostic, Place};
use base::yaml::Document;

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
    let document = match Document::parse(&file.shown, text, 0..text.len()) {
        Ok(document) if document.is_empty() => return Vec::new(),
        Ok(document) => document,
        Err(problem) => return vec![*problem],
    };
    let (root, mut problems) = (document.root(), Vec::new());
    let Some(fields) = root.fields(&KEYS, &mut problems) else { return problems };
    fields.text("name", &mut problems);
    let Some(node) = fields.get("api") else { return problems };
    if let Some(api) = node.text(&mut problems).filter(|api| *api != API.to_string()) {
        let message = format!("this theme is written for contract `{api}`, and this program has {API}");
        let hint = format!("bring its templates up to date, then write `api: {API}`");
        problems.push(node.problem(Code::Template, message).hint(hint));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::{UserFile, check};

    fn problems(text: &str) -> Vec<String> {
        let file = UserFile { name: "theme.yaml".into(), shown: "ours/theme.yaml".into(), bytes: text.into() };
        let place = |d: &base::diagnostics::Diagnostic| d.place.as_ref().map(|p| (p.line, p.column));
        check(&[file]).iter().map(|d| format!("{} {:?}", d.message, place(d))).collect()
    }

    #[test]
    fn the_contract_of_today_is_accepted() {
        assert!(problems("# ours\napi: 1 # for now\nname: \"Field: notes\"\n").is_empty());
        assert!(check(&[]).is_empty());
    }

    #[test]
    fn another_contract_is_refused_in_its_place() {
        let expected = "this theme is written for contract `2`, and this program has 1 Some((2, 6))";
        assert_eq!(problems("name: Ours\napi: 2\n"), [expected]);
    }

    #[test]
    fn a_misspelt_key_is_named() {
        assert_eq!(problems("nmae: Ours\n"), ["unknown key `nmae` Some((1, 1))"]);
        assert_eq!(problems("api 1\n"), ["this takes a mapping (`key: value` lines), not a text Some((1, 1))"]);
        assert_eq!(problems("{api: \"1\", name: [a]}\n"), ["`name` takes a text, not a list Some((1, 18))"]);
    }
}
