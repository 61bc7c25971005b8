//! The commands as a person would type them.

use std::path::Path;

use crate::harness::{SiteTest, TODAY, program, sample};

#[test]
fn init_makes_a_library_that_builds_as_it_is() {
    let test = SiteTest::foreign();
    let made = test.run(&["init", "mine"]).ok().says("cd mine").says("debrief serve");
    assert!(made.stdout.is_empty());
    test.run(&["init", "mine"]).code(2).says("is a library already");
    for args in [["build", "--strict"], ["check", "--strict"]] {
        let run = test.run_in("mine", &args).ok();
        assert!(!run.stderr.contains("warning") && !run.stderr.contains("note["), "{}", run.stderr);
    }
    // The guide for authors is not a review, and the example review has everything that a review can have.
    let tree = crate::harness::tree(&test.root().join("mine/site/internal"));
    let reviews: Vec<_> =
        tree.keys().filter(|path| path.starts_with("reviews/") && path.ends_with("an-example/index.html")).collect();
    assert_eq!(reviews.len(), 1);
    let page = String::from_utf8_lossy(&tree[reviews[0]]).into_owned();
    for part in ["Judgement at the time", "<svg", "Alert for each gateway by itself", "What went well"] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!tree.keys().any(|path| path.contains("readme")));
    // An existing file is kept, which is reported.
    test.put("README.md", b"# Ours\n");
    test.run(&["init", "library"]).ok().says("library/README.md is there already");
    assert_eq!(std::fs::read(test.library().join("README.md")).expect("a file"), b"# Ours\n");
}

#[test]
fn a_library_in_a_folder_of_a_repository_has_its_workflow_where_github_looks() {
    let test = SiteTest::foreign();
    std::fs::create_dir(test.root().join(".git")).expect("a repository");
    let run = test.run(&["init", "docs/reviews"]).ok().says(".github/workflows/reviews.yml");
    assert!(!test.root().join("docs/reviews/.github").exists(), "{}", run.stderr);
    let workflow = std::fs::read_to_string(test.root().join(".github/workflows/reviews.yml")).expect("a workflow");
    assert!(workflow.contains("        working-directory: \"docs/reviews\"\n"), "{workflow}");
    assert!(workflow.contains("          path: \"docs/reviews/site/internal\"\n"), "{workflow}");
    serde_yaml::from_str::<serde_yaml::Value>(&workflow).expect("it is YAML");
    // Its job runs in the folder, and GitHub takes paths from the root.
    test.put("../docs/reviews/2026/b.md", b"---\ntitle: B\nsevrity: x\n---\n\nText.\n");
    for folder in [".", "docs/reviews", "docs/reviews/2026"] {
        let library = if folder == "." { &["docs/reviews"][..] } else { &[] };
        let run = test.run_in(folder, &[&["check", "--format", "github"], library].concat()).code(1);
        assert!(run.stdout.contains("::error file=docs/reviews/2026/b.md,line=3,"), "{folder}: {}", run.stdout);
    }
    // At the root of a repository nothing changes.
    std::fs::create_dir_all(test.root().join("own/.git")).expect("a repository");
    test.run(&["init", "own"]).ok();
    assert!(test.root().join("own/.github/workflows/reviews.yml").exists());
}

#[test]
fn help_and_mistakes_in_arguments_are_in_colour_as_asked() {
    let test = SiteTest::new();
    for (args, coloured) in [
        (&["--color", "always", "--help"][..], true),
        (&["--color=never", "--help"], false),
        (&["--help", "--color", "always"], true),
        (&["--color", "always", "bild"], true),
        (&["--color", "never", "bild"], false),
        (&["--help"], false),
        (&["bild", "--", "--color=always"], false),
    ] {
        let run = test.run(args);
        let said = run.stdout + &run.stderr;
        assert_eq!(said.contains('\u{1b}'), coloured, "{args:?}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn the_hook_of_a_new_library_checks_what_is_committed() {
    use std::process::Command;
    let test = SiteTest::foreign();
    test.run(&["init", "mine"]).ok();
    let bin = Path::new(env!("CARGO_BIN_EXE_debrief")).parent().expect("a folder").display().to_string();
    let path = format!("{bin}:{}", std::env::var("PATH").expect("a path"));
    let git = |args: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(test.root().join("mine")).env("PATH", &path).env("HOME", test.root());
        command.args(["-c", "user.name=Ana Example", "-c", "user.email=ana@example.com"]).args(args);
        command.output().expect("git runs").status.success()
    };
    assert!(git(&["init", "-q"]) && git(&["config", "core.hooksPath", ".githooks"]));
    assert!(git(&["add", "-A"]) && git(&["commit", "-q", "-m", "A library"]), "what init wrote can be committed");
    std::fs::write(test.root().join("mine/a bad one.md"), "---\ntitle: A\nsevrity: x\n---\n\nText.\n").expect("a file");
    assert!(git(&["add", "-A"]) && !git(&["commit", "-q", "-m", "A mistake"]), "a mistake is not");
}

/// A library that was created on the test's current day.
fn init(test: &SiteTest) {
    let mut command = program();
    let command =
        command.current_dir(test.root()).args(["init", "mine", "--quiet"]).env("SOURCE_DATE_EPOCH", "1795219200");
    assert!(command.status().expect("runs").success());
}

#[test]
fn new_leaves_a_draft_and_says_how_to_see_it() {
    let test = SiteTest::foreign();
    test.run(&["new", "X", "--library", "nowhere"]).code(2).says("`nowhere`");
    init(&test);
    let new = ["new", "Stale \"fares\"", "--library", "mine", "--severity", "SEV2", "--as-of", TODAY];
    let made = test.run(&new).ok().says("`debrief serve mine` shows it").says("`status: reviewed` publishes it");
    assert_eq!(made.stdout, "mine/2026/2026-11-21-stale-fares.md\n");
    test.run(&["new", "Stale fares", "--library", "mine", "--as-of", TODAY]).code(2).says("exists already");
    // Each kind has the questions that fit it; luck, judgement at the time and how responding was are in all of them.
    for (kind, words) in [
        ("incident", "How responding was"),
        ("near_miss", "What stopped it"),
        ("game_day", "How taking part was"),
        ("drill", "What was tried"),
    ] {
        let made = test.run(&["new", &format!("A {kind}"), "--library", "mine", "--kind", kind, "--as-of", TODAY]).ok();
        let text = std::fs::read_to_string(test.root().join(made.stdout.trim())).expect("a review");
        for words in [words, "Where we got lucky", "Judgement at the time", "# one of sev1, sev2, sev3, sev4, sev5"] {
            assert!(text.contains(words), "{kind}: {words}:\n{text}");
        }
    }
    test.run(&["new", "X", "--library", "mine", "--kind", "near-mis"]).code(2).says("did you mean `near_miss`?");
    let line = "5 in draft: left out; `--drafts` shows them, `status: reviewed` publishes them\n";
    test.run(&["build", "mine", "--as-of", TODAY]).ok().says("Built 1 review into").says(line);
    assert!(!test.root().join("site/public").exists(), "a policy alone publishes nothing");
    test.run(&["check", "mine", "--as-of", TODAY]).ok().says("5 in draft");
    test.run(&["build", "mine", "--drafts", "--strict", "--as-of", TODAY]).ok().says("Built 6 reviews");
    let test = test.page("reviews/2026-11-21-stale-fares/index.html", "Stale &quot;fares&quot;");
    // An unchanged template with a finished status is reported, for every kind.
    for (path, bytes) in crate::harness::tree(&test.root().join("mine/2026")) {
        let text = String::from_utf8(bytes).expect("UTF-8").replace("status: draft", "status: reviewed");
        std::fs::write(test.root().join("mine/2026").join(path), text).expect("a file");
    }
    let said = test.run(&["check", "mine", "--as-of", TODAY, "--format", "short"]).ok().stdout;
    assert_eq!(said.matches("warning[untouched-template]").count(), 5, "{said}");
}

#[test]
fn new_fills_in_what_settings_and_git_know() {
    let test = SiteTest::new();
    test.put(
        "debrief.yaml",
        b"timezone: Europe/Berlin\nseverities: [{key: '1', label: One}, {key: low, label: Low}]\n",
    );
    let git = |args: &[&str]| {
        let run = std::process::Command::new("git").current_dir(test.library()).args(args).status();
        assert!(run.expect("git runs").success());
    };
    git(&["init", "-q"]);
    git(&["config", "user.name", "Ana \"A\" Example"]);
    let made = test.run_in("library", &["new", "Late", "--severity", "1", "--as-of", TODAY]).ok();
    assert_eq!(made.stdout, "2026/2026-11-21-late.md\n");
    let text = std::fs::read_to_string(test.library().join("2026/2026-11-21-late.md")).expect("a review");
    for line in [
        "id: 2026-11-21-late ",
        "started: 2026-11-21T00:00\n",
        "On the clock of Europe/Berlin",
        "people: {owner: \"Ana \\\"A\\\" Example\"}",
        "severity: \"1\"",
    ] {
        assert!(text.contains(line), "{line}:\n{text}");
    }
    test.run_in("library", &["build", "--drafts", "--strict", "--as-of", TODAY]).ok();
}

#[test]
fn check_speaks_json() {
    let run = SiteTest::new()
        .file("a.md", "---\ntitle: A\nsevrity: x\nsummary: Nobody could pay.\n---\nx\n")
        .run(&["check", "library", "--format", "json"]);
    let run = run.code(1);
    assert_eq!(
        run.stdout,
        "{\n  \"schema\": 2,\n  \"errors\": 1,\n  \"warnings\": 0,\n  \"diagnostics\": [\n    {\n      \"code\": \"unknown-key\",\n      \
         \"level\": \"error\",\n      \"message\": \"unknown key `sevrity`\",\n      \"path\": \"library/a.md\",\n      \"line\": 3,\n      \
         \"column\": 1,\n      \"hint\": \"did you mean `severity`?\"\n    }\n  ]\n}\n"
    );
}

#[test]
fn check_reports_findings_as_json_without_their_values() {
    let test = SiteTest::new();
    crate::harness::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors/leak/input"), &test.library());
    let (people, programs) = (test.check().code(3), test.check_json().code(3));
    assert_eq!(people.stderr.matches("leak[").count(), programs.stdout.matches("\"code\": \"leak\"").count());
    assert!(people.stderr.contains("leak[person]: J…(8+)\n"), "{}", people.stderr);
    assert!(people.stdout.is_empty() && !people.stderr.contains("[leak]"), "{}", people.stderr);
    assert!(programs.stderr.is_empty(), "{}", programs.stderr);
    for value in ["Oduya", "oduya", "Jane", "db-prod"] {
        assert!(!programs.stdout.contains(value), "{value}:\n{}", programs.stdout);
    }
    test.put("b.md", b"---\ntitle: B\nsevrity: x\n---\nx\n");
    test.check_json().code(1);
}

#[test]
fn the_sample_library_is_clean() {
    let test = SiteTest::of(&sample());
    test.build_with(&["--strict"]).ok();
    let sources = walkdir::WalkDir::new(test.library()).into_iter().map(|e| e.expect("entry"));
    let reviews = sources.filter(|e| {
        e.path().extension().is_some_and(|x| x == "md") && !e.file_name().to_string_lossy().starts_with('_')
    });
    assert!(reviews.count() >= 36);
}

#[test]
fn usage_is_told_and_coded() {
    let test = SiteTest::new();
    test.run(&["build", "--no-such-flag"]).code(2);
    test.run(&["build", "nowhere"]).code(2).says("there is no file or folder `nowhere`").says("debrief init");
    test.run(&["--help"]).ok();
    let script = test.run(&["completions", "bash"]).ok();
    assert!(script.stdout.contains("debrief"));
    let status = program().args(["build", "x"]).env("SOURCE_DATE_EPOCH", "soon").output().expect("runs").status;
    assert_eq!(status.code(), Some(2));
}

#[test]
fn every_command_has_a_page_of_the_manual() {
    let test = SiteTest::new();
    let whole = test.run(&["man"]).ok().stdout;
    for command in ["build", "serve", "check", "search", "similar", "new", "init", "completions", "man"] {
        assert!(whole.contains(&format!("debrief\\-{command}(1)")), "{command} in {whole}");
        let page = test.run(&["man", command]).ok().stdout;
        assert!(page.contains(&format!(".TH debrief-{command} 1")) && page.contains(".SH SYNOPSIS"), "{page}");
    }
    test.run(&["man", "biuld"]).code(2).says("did you mean `build`?");
}

#[test]
fn theme_lists_its_files_and_prints_one_to_be_changed() {
    let test = SiteTest::new().file("debrief.yaml", "theme: ./ours\n").file("a.md", "---\ntitle: A\n---\nx\n");
    let list = test.run(&["theme"]).ok().stdout;
    assert!(list.contains("\ntemplates/shared/base.html  blocks: styles, search, main\n"), "{list}");
    assert!(list.contains("\nassets/debrief.css\n") || list.starts_with("assets/"), "{list}");
    let after = |line: &str| list.split_once(line).expect("a file").1.lines().next().unwrap_or_default().to_owned();
    let names = after("\ntemplates/internal/404.html  blocks: main\n");
    assert_eq!(names, "  names: missing.browse, site.home, site.title", "what stands for a turn of a loop is none");
    assert!(after("assets/debrief.css\n").starts_with("  variables: --accent, "), "{list}");
    let home = test.run(&["theme", "templates/internal/home.html"]).ok().stdout;
    let (first, copy) = home.split_once('\n').expect("lines");
    assert!(first.starts_with("{#- debrief theme: ") && first.ends_with(" -#}"), "{first}");
    assert_eq!(
        copy.as_bytes(),
        std::fs::read(sample().with_file_name("themes/default/templates/internal/home.html")).expect("home")
    );
    test.put("ours/templates/internal/home.html", home.replace("Overdue actions", "Late actions").as_bytes());
    assert!(!test.check().ok().stderr.contains("theme-behind"));
    let test = test.build().page("index.html", "Late actions");
    assert!(test.text("index.html").starts_with("<!doctype html>"), "the first line leaves nothing");
    // A copy printed by an earlier version.
    test.put("ours/templates/internal/home.html", format!("{{#- debrief theme: 00000000 -#}}\n{copy}").as_bytes());
    test.check().ok().says("note[theme-behind]: the shipped template has changed");
    SiteTest::new()
        .run(&["theme", "templates/internal/hme.html"])
        .code(2)
        .says("did you mean `templates/internal/home.html`?");
}

#[test]
fn a_look_is_on_every_page_of_both_editions() {
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>";
    let test = SiteTest::of(&sample());
    let settings = std::fs::read_to_string(test.library().join("debrief.yaml")).expect("settings");
    let settings = settings.replace("theme: default\n", "");
    let look = |public: &str| {
        format!(
            "{settings}\ntheme:\n  logo: brand/mark.svg\n  footer: Kept by the harbour office\n  \
             links: [{{label: Wiki, url: \"https://wiki.ninesounds.example/\"}}]\n  \
             colours: {{accent: {{light: \"#7a1f5c\", dark: \"#f0a8d8\"}}}}\n  public: {public}\n"
        )
    };
    test.put("brand/mark.svg", logo.as_bytes());
    test.put("debrief.yaml", look("{footer: From our harbour, logo: 2025/img/cool-box.png}").as_bytes());
    test.build_with(&["--strict"]).ok();
    let outside = crate::harness::tree(&test.root().join("site/public"));
    let pages = |tree: &std::collections::BTreeMap<String, Vec<u8>>| -> Vec<String> {
        let pages = tree.iter().filter(|(path, _)| path.ends_with("html"));
        pages.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect()
    };
    for page in pages(&test.tree()) {
        assert!(page.contains("<p class=\"site-own\" dir=\"auto\">Kept by the harbour office</p>"), "{page}");
        assert!(
            page.contains("assets/look/logo.svg\" alt=\"\">") && page.contains("assets/look/look.css?v="),
            "{page}"
        );
        assert!(page.contains("<li><a href=\"https://wiki.ninesounds.example/\" dir=\"auto\">Wiki</a></li>"), "{page}");
    }
    let shown = pages(&outside);
    assert!(shown.len() > 20);
    for page in shown {
        assert!(page.contains("From our harbour") && page.contains("assets/public/look/logo.png"), "{page}");
        assert!(!page.contains("harbour office") && !page.contains("wiki."), "{page}");
    }
    assert!(outside["assets/public/look/look.css"].starts_with(b":root {\n  --accent: light-dark(#7a1f5c"));
    // The texts of the look are scanned like all others.
    test.put("debrief.yaml", look("{footer: Written by Marit Tveitnes}").as_bytes());
    test.build_with(&[]).code(3);
    assert_eq!(crate::harness::tree(&test.root().join("site/public")), outside);
}

#[test]
fn source_date_epoch_is_today() {
    let test = SiteTest::new()
        .file("a.md", "---\ntitle: A\npublished: 2020-01-01\nactions: [{title: Do, due: 2020-01-10}]\n---\nx\n");
    let build = |seconds: &str| {
        let mut command = program();
        command.current_dir(test.root()).args(["build", "library", "--quiet"]).env("SOURCE_DATE_EPOCH", seconds);
        assert!(command.status().expect("runs").success());
        test.text("actions/index.html")
    };
    assert!(build("1577836800").contains("due in 9 days"), "2020-01-01");
    assert!(build("1579651200").contains("12 days overdue"), "2020-01-22");
}
