//! `check` of files and folders, in the library that contains them.

use crate::harness::SiteTest;

const GOOD: &str = "---\ntitle: Good\nsummary: It failed for all.\n---\n\nWhat happened, in words.\n";
const BAD: &str = "---\ntitle: Bad\nsevrity: sev1\nsummary: It failed for all.\n---\n\nSee [[good]].\n";

fn library() -> SiteTest {
    SiteTest::new()
        .file("debrief.yaml", "title: T\n")
        .file("2026/good.md", GOOD)
        .file("2026/bad.md", BAD)
        .file("2025/worse.md", &BAD.replace("sevrity", "tilte"))
}

#[test]
fn a_file_is_checked_in_its_library() {
    let test = library();
    test.run(&["check", "library/2026/good.md"]).ok().says("Checked");
    let run = test.run(&["check", "library/2026/bad.md"]).code(1).says("sevrity");
    assert!(!run.stderr.contains("tilte") && !run.stderr.contains("unknown-review"), "{}", run.stderr);
}

#[test]
fn a_file_that_is_not_a_review_is_not_reported_as_good() {
    let test = library().file("_notes.md", "Notes.\n");
    test.run(&["check", "library/_notes.md", "library/2026/good.md"]).ok().says("note: library/_notes.md is no review");
}

#[test]
fn several_files_and_folders_are_checked_at_once() {
    let test = library();
    test.run(&["check", "library/2026/good.md", "library/2025"]).code(1).says("tilte");
    let run = test.run(&["check", "library/2026", "library/2025/worse.md"]).code(1).says("tilte").says("sevrity");
    assert!(run.stderr.contains("2 errors"), "{}", run.stderr);
    test.run(&["check", "library"]).code(1).says("2 errors");
}

#[test]
fn missing_paths_and_paths_in_two_libraries_are_refused() {
    let test = library();
    test.put("../other/debrief.yaml", b"title: O\n");
    test.put("../other/a.md", GOOD.as_bytes());
    test.run(&["check", "library/2026/good.md", "other/a.md"]).code(2).says("different libraries");
    test.run(&["check", "library/gone.md"]).code(2).says("there is no file or folder `library/gone.md`");
}

/// Every command that reads a library, with the library as an argument.
const COMMANDS: [&[&str]; 10] = [
    &["build", "NAMED"],
    &["build", "--library", "NAMED"],
    &["serve", "NAMED"],
    &["check", "NAMED"],
    &["digest", "NAMED"],
    &["search", "word", "--library", "NAMED"],
    &["similar", "a.log", "--library", "NAMED"],
    &["new", "Title", "--library", "NAMED"],
    &["redact", "a", "--library", "NAMED"],
    &["approve", "a", "--by", "Ana", "--library", "NAMED"],
];

#[test]
fn an_unknown_folder_is_one_error_that_names_what_was_typed() {
    let test = library();
    test.put("../a.log", b"timeout\n");
    for command in COMMANDS {
        let typed: Vec<_> = command.iter().map(|arg| if *arg == "NAMED" { "libary" } else { arg }).collect();
        let run = test.run(&typed).code(2);
        assert_eq!(
            run.stderr, "error: there is no file or folder `libary`\n  help: did you mean `library`?\n",
            "{command:?}"
        );
        assert!(run.stdout.is_empty());
    }
    test.run(&["build", "nowhere"]).code(2).says("`nowhere`").says("debrief init");
}

#[test]
fn a_library_is_found_by_walking_up() {
    let good = library();
    std::fs::remove_file(good.library().join("2026/bad.md")).expect("removed");
    std::fs::remove_file(good.library().join("2025/worse.md")).expect("removed");
    // From inside the library, the site is written into the library, from any folder in it.
    for folder in ["library", "library/2026"] {
        good.run_in(folder, &["build"]).ok().says("Built 1 review into");
        assert!(good.library().join("site/internal/reviews/good/index.html").is_file(), "{folder}");
        std::fs::remove_dir_all(good.library().join("site")).expect("removed");
        good.run_in(folder, &["check"]).ok().says("Checked 1 review");
        good.run_in(folder, &["search", "happened"]).ok();
    }
    assert!(!good.library().join("2026/site").exists());
    // From outside, a file or folder in the library selects the library.
    for named in ["library", "./library/", "library/2026", "library/2026/good.md"] {
        good.run(&["build", named]).ok().says("Built 1 review into site/internal");
    }
    good.run(&["build", "library", "other"]).code(2);
    good.run(&["build", "library", "--library", "library"]).code(2);
}

#[test]
fn a_folder_of_markdown_is_worked_on_where_one_stands() {
    let test = SiteTest::foreign().file("a.md", "# One\n\nText.\n").file("deep/b.md", "# Two\n\nText.\n");
    test.run_in("library", &["build"]).ok().says("Built 2 reviews into site/internal");
    test.run_in("library", &["check"]).ok().says("Checked 2 reviews");
    // If there is no library, that is reported, with libraries in subfolders.
    std::fs::create_dir(test.root().join("empty")).expect("a folder");
    test.run_in("empty", &["build"]).code(2).says("there is no library in").says("debrief init");
    test.put("../empty/mine/debrief.yaml", b"");
    test.run_in("empty", &["build"]).code(2).says("such as `mine`");
    test.run_in("empty", &["new", "X", "--library", "."]).code(2).says("`.` is no library yet").says("debrief init .");
}

#[test]
fn places_can_be_opened_from_the_working_folder() {
    let test = library();
    test.check().code(1).says("--> library/2026/bad.md:3:1");
    test.run_in("library", &["check"]).code(1).says("--> 2026/bad.md:3:1");
    test.run_in("library/2025", &["check"]).code(1).says("--> ../2026/bad.md:3:1");
    test.run_in("library/2025", &["check", "worse.md"]).code(1).says("--> worse.md:3:1");
    test.build_with(&[]).code(1).says("--> library/2026/bad.md:3:1");
}

#[test]
fn thousands_of_mistakes_are_told_in_fifty() {
    let keys: Vec<_> = (0..20_000).map(|n| format!("strange_{n}: x\n")).collect();
    let keys = keys.concat();
    let test = SiteTest::new().file("a.md", &format!("---\ntitle: T\n{keys}---\n\nText of it.\n"));
    let run = test.check().code(1).says("... and 19951 more in library/a.md");
    assert_eq!(run.stderr.matches("error[unknown-key]").count(), 50, "{}", run.stderr);
    let json: serde_json::Value = serde_json::from_str(&test.check_json().stdout).expect("JSON");
    assert_eq!(json["errors"], 20_000);
    assert_eq!(json["more"][0]["diagnostics"], 19_951);
}

#[test]
fn a_field_of_thousands_of_names_is_refused() {
    let tags: Vec<_> = (0..100_000).map(|n| format!("t{n}")).collect();
    let test = SiteTest::new().file("a.md", &format!("---\ntitle: T\ntags: [{}]\n---\n\nText.\n", tags.join(", ")));
    test.check().code(1).says("`tags` holds 100000 items, and at most 1000 are read");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_by_its_kind() {
    let test = library();
    let pipe = test.library().join("pipe.md");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("runs").success());
    test.run(&["check", "library"]).code(1).says("`pipe.md` is a pipe, a socket or a device, and no file");
}

#[cfg(unix)]
#[test]
fn settings_that_are_a_pipe_are_refused_and_not_waited_for() {
    for name in ["debrief.yaml", "redaction.yaml"] {
        let test = library();
        let pipe = test.library().join(name);
        let _ = std::fs::remove_file(&pipe);
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("runs").success());
        for args in [&["check", "library"][..], &["build", "library"], &["build", "library", "--edition", "public"]] {
            test.run(args).code(1).says("is a pipe, a socket or a device, and no file");
        }
    }
}

#[cfg(unix)]
#[test]
fn files_of_a_theme_that_are_pipes_are_refused_and_not_waited_for() {
    for (settings, pipe, hint) in [
        ("theme: ./mine\n", "mine/assets/x.css", "move it out of the folder of the theme"),
        ("theme: {logo: brand/x.png}\n", "brand/x.png", "name a file"),
        ("theme: {css: brand/x.css}\n", "brand/x.css", "name a file"),
        ("theme: {fonts: {text: brand/x.woff2}}\n", "brand/x.woff2", "name a file"),
    ] {
        let test = library();
        test.put("debrief.yaml", format!("title: Ours\n{settings}").as_bytes());
        let pipe = test.library().join(pipe);
        std::fs::create_dir_all(pipe.parent().expect("a folder")).expect("made");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("runs").success());
        for command in ["check", "build"] {
            let run = test.run(&[command, "library"]).code(1).says("is a pipe, a socket or a device, and no file");
            run.says(hint);
        }
    }
}

#[test]
fn a_file_that_is_no_review_is_called_what_it_is() {
    let test = library();
    test.put("debrief.yaml", b"title: Ours\n");
    test.put("clean.py", b"print()\n");
    for (file, says) in
        [("library/debrief.yaml", "holds the settings"), ("library/clean.py", "is no review and is not read")]
    {
        let run = test.run(&["check", file]).code(0).says(says).says("Checked no review");
        assert!(!run.stderr.contains("can be built"), "{}", run.stderr);
    }
}
