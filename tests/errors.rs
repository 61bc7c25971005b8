//! `tests/errors/CODE/`: for each diagnostic code a library in `input/` and the output of `check` in `expected.txt`. With a
//! file `build` beside them, the output of `build`, and with `json`, the JSON of `check`. `BLESS=1` writes the current output.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use base::diagnostics::Code;

use crate::harness::{SiteTest, TODAY, blessing};

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors")
}

/// Creates what cannot be stored in a repository.
fn prepare(code: Code, test: &SiteTest) {
    match code {
        Code::InvalidUtf8 => test.put("latin.md", b"# Gr\xfc\xdfe\n"),
        Code::BadSymlink => link("../../elsewhere.md", &test.library().join("gone.md")),
        Code::UnreadHistory => crate::repository::broken(test.root(), &test.library()),
        Code::ShallowHistory => crate::repository::shallow(test.root(), &test.library()),
        Code::LostAddress => crate::moved::lost(test),
        Code::EmptiedSite => {
            test.put("a.md", b"# Lost\n\nThe only one.\n");
            test.run_in("library", &["build", "--as-of", TODAY]).ok();
            fs::remove_file(test.library().join("a.md")).expect("removed");
        }
        // It is an error only in a library with settings.
        Code::RepeatedKey => fs::remove_file(test.library().join("debrief.yaml")).expect("removed"),
        Code::UnreadableFile => unnameable(&test.library()),
        _ => {}
    }
}

#[cfg(unix)]
fn link(target: &str, at: &Path) {
    std::os::unix::fs::symlink(target, at).expect("a link");
}

#[cfg(unix)]
fn unnameable(folder: &Path) {
    use std::os::unix::ffi::OsStrExt as _;
    fs::write(folder.join(std::ffi::OsStr::from_bytes(b"caf\xe9.md")), "# Named in Latin-1").expect("a file");
}

#[test]
fn every_code_has_a_case_that_says_what_it_should() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        let case = cases().join(code.as_str());
        if !case.is_dir() {
            wrong.push(format!("{} has no case in tests/errors", code.as_str()));
            continue;
        }
        let test = SiteTest::new();
        if case.join("input").is_dir() {
            crate::harness::copy(&case.join("input"), &test.library());
        }
        prepare(*code, &test);
        let name = code.as_str();
        let (said, named) = if case.join("json").exists() {
            // A finding has its own format on a terminal, and a code only in JSON.
            (
                test.run_in("library", &["check", "--format", "json", "--as-of", TODAY]).stdout,
                format!("\"code\": \"{name}\""),
            )
        } else {
            // The file has further arguments for `build`.
            let build = fs::read_to_string(case.join("build")).ok();
            let run = match &build {
                Some(args) => {
                    let args: Vec<_> = args.split_whitespace().collect();
                    test.run_in("library", &[&["build", "--as-of", TODAY], &args[..]].concat())
                }
                None => test.run_in("library", &["check", "--as-of", TODAY]),
            };
            (run.stderr, format!("[{name}]"))
        };
        if !said.contains(&named) {
            wrong.push(format!("the case of {} does not say it:\n{said}", code.as_str()));
        }
        let expected = case.join("expected.txt");
        if blessing() {
            fs::write(&expected, &said).expect("written");
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        if said != wanted {
            wrong.push(format!("{}:\n--- expected\n{wanted}\n--- said\n{said}", code.as_str()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_case_is_of_a_code() {
    let codes: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str().to_owned()).collect();
    let folders =
        fs::read_dir(cases()).expect("cases").map(|e| e.expect("entry").file_name().into_string().expect("UTF-8"));
    let strange: Vec<_> = folders.filter(|name| !codes.contains(name)).collect();
    assert!(strange.is_empty(), "{strange:?} are no codes");
}

#[test]
fn one_run_names_the_mistakes_of_every_file() {
    let run = SiteTest::new()
        .file("a.md", "---\ntitle: A\nsevrity: sev1\nstatus: don\n---\n[x](gone.md)\n")
        .file("b.md", "---\ntitle: B\ntimes: {started: yesterday}\nkind: outage\n---\ntext\n")
        .build_with(&[])
        .code(1);
    for code in ["unknown-key", "unknown-value", "broken-link", "invalid-time", "unknown-kind"] {
        assert!(run.stderr.contains(code), "{code}:\n{}", run.stderr);
    }
    assert!(run.stderr.ends_with("5 errors\nNothing was written.\n"), "{}", run.stderr);
}
