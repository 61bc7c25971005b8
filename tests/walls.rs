//! Type safety of the public edition: code that would leak something internal does not compile.
//!
//! Each file of `tests/walls/*/` is a module of the crate `public`, so that it may use everything that is private to it. Its
//! first line gives the compiler's answer: an error code, `error` if the answer has none, or `compiles`. A line that ends in
//! `//~` must be refused with this code, and no other line may be. A folder is compiled at once: `rules` stops the compiler
//! early, and an `impl` of `seal` would affect `types`.

mod compiler;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::sources::sources;
use compiler::Crate;

#[test]
fn the_public_wing_cannot_name_a_review_or_make_a_cleared_text() {
    refuses("types");
}

#[test]
fn nobody_makes_a_type_publishable_by_hand() {
    refuses("seal");
}

#[test]
fn nobody_makes_a_foreign_type_publishable() {
    refuses("foreign");
}

#[test]
fn a_type_whose_fields_cannot_be_checked_is_not_declared() {
    refuses("rules");
}

/// Without this, the other modules could be refused for any reason.
#[test]
fn what_may_leave_compiles() {
    refuses("good");
}

/// Compiles a folder of modules and compares the refused lines.
fn refuses(folder: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/walls").join(folder);
    let (mut modules, mut expected) = (BTreeMap::new(), BTreeSet::new());
    for entry in fs::read_dir(&folder).expect("a folder") {
        let path = entry.expect("entry").path();
        let name = format!("wall_{}", path.file_stem().and_then(|stem| stem.to_str()).expect("a name"));
        let text = fs::read_to_string(&path).expect("text");
        let answer = text.strip_prefix("// ").and_then(|text| text.split_once(": ")).expect("`// CODE: why`").0;
        let marked = text.lines().enumerate().filter(|(_, line)| line.ends_with("//~"));
        let marked: Vec<_> = marked.map(|(n, _)| format!("{name}.rs:{}: {answer}", n + 1)).collect();
        assert_eq!(marked.is_empty(), answer == "compiles", "{name}: the first line and the marks differ");
        expected.extend(marked);
        modules.insert(name, text);
    }
    assert!(!modules.is_empty());
    let mut messages = String::new();
    let mut found = BTreeSet::new();
    for refusal in Crate::with(&modules).compile() {
        let name = refusal.file.file_name().unwrap_or_default().to_string_lossy();
        let found_here = format!("{name}:{}: {}", refusal.line, refusal.code);
        messages.push_str(&format!("{found_here}: {}\n", refusal.message));
        found.insert(found_here);
    }
    let passed: Vec<_> = expected.difference(&found).collect();
    let refused: Vec<_> = found.difference(&expected).collect();
    assert!(
        passed.is_empty() && refused.is_empty(),
        "in {}\nnot refused, or with another code: {passed:#?}\nrefused, and should not be: {refused:#?}\n{messages}",
        folder.display(),
    );
}

/// Words that may occur in `src` only in certain places. The compiler allows these in the whole crate, or does not know that
/// they matter.
const PLACES: [(&str, &[&str]); 7] = [
    ("Cleared::passed", &["clearance/"]),
    // A scanner that knows nothing clears everything.
    ("Scanner::new", &["clearance/", "internal/disclose/"]),
    // `made` contains what is computed from cleared texts, numbers and words of the program.
    ("Sealed", &["clearance/publishable.rs", "public/made/"]),
    ("sealed::", &["clearance/publishable.rs", "clearance/lib.rs", "public/made/"]),
    ("sealed;", &["clearance/lib.rs"]),
    ("Publishable for", &["clearance/publishable.rs", "public/made/"]),
    // Makes `&'static str`, which is publishable, from any text.
    ("leak(", &[]),
];

#[test]
fn what_opens_a_wall_stands_where_it_may() {
    let mut wrong = Vec::new();
    for (words, places) in PLACES {
        let mut seen = false;
        for (path, n, _) in code().into_iter().filter(|(.., line)| line.contains(words)) {
            seen = true;
            if !places.iter().any(|place| path.starts_with(place)) {
                wrong.push(format!("{path}:{n}: `{words}` stands only in {places:?}"));
            }
        }
        assert!(seen || places.is_empty(), "`{words}` stands nowhere: has it another name?");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_public_wing_never_mentions_the_internal_one() {
    let public: Vec<_> = code().into_iter().filter(|(path, ..)| path.starts_with("public/")).collect();
    assert!(!public.is_empty());
    let words = |line: &str| line.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == "internal");
    let wrong: Vec<_> =
        public.iter().filter(|(.., line)| words(line)).map(|(path, n, _)| format!("{path}:{n}")).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The lines of `src` that are neither comments nor tests: file, number, text. Tests are at the end of a file, which clippy
/// ensures.
fn code() -> Vec<(String, usize, String)> {
    let mut code = Vec::new();
    let sources = sources().into_iter().filter(|(path, _)| !path.ends_with("tests.rs") && !path.contains("/tests/"));
    for (path, text) in sources {
        let lines = text.lines().take_while(|line| *line != "mod tests {").enumerate();
        let lines = lines.filter(|(_, line)| !line.trim_start().starts_with("//"));
        code.extend(lines.map(|(n, line)| (path.clone(), n + 1, line.to_owned())));
    }
    code
}
