//! The exact bytes of each format, and what a format may contain. `BLESS=1` rewrites `tests/digests/expected`.

use std::collections::BTreeMap;
use std::fs;

use super::{FORMATS, FRIDAY, digest, fixture, folder, review, slides};
use crate::harness::{SiteTest, blessing, program, tree, without_asset_version};

#[test]
fn every_format_is_as_expected_to_the_byte() {
    let test = fixture();
    let mut made = BTreeMap::new();
    for format in FORMATS {
        let run = digest(&test, &["--as-of", FRIDAY, "--week", "2026-W47", "--format", format]).ok();
        assert!(!run.stdout.contains("Kestrel"), "{format} holds what nobody may see");
        made.insert(format!("2026-W47.{format}"), run.stdout.into_bytes());
    }
    test.run(&["build", "library", "--as-of", FRIDAY]).ok();
    for path in [
        "digests/index.html",
        "digests/2026-11/index.html",
        "digests/2026-Q4/index.html",
        "digests/atom.xml",
        "digests/feed.json",
    ] {
        made.insert(path.replace('/', "-"), test.text(path).into_bytes());
    }
    let whole = made["2026-W47.html"].clone();
    let made: BTreeMap<_, _> = made.into_iter().map(|(name, bytes)| (name, without_asset_version(bytes))).collect();
    let expected = folder().join("expected");
    if blessing() {
        let _ = fs::remove_dir_all(&expected);
        fs::create_dir_all(&expected).expect("a folder");
        for (name, bytes) in &made {
            fs::write(expected.join(name), bytes).expect("written");
        }
    }
    let wanted = tree(&expected);
    let wrong: Vec<_> = wanted.keys().chain(made.keys()).filter(|name| wanted.get(*name) != made.get(*name)).collect();
    assert!(wrong.is_empty(), "these differ, are missing, or were not expected: {wrong:#?}");
    assert_eq!(test.text("digests/2026-W47/index.html").as_bytes(), whole, "the page is the site's");
}

#[test]
fn the_clock_zone_and_locale_of_the_machine_change_no_byte() {
    let test = fixture();
    for format in FORMATS {
        let args = ["digest", "library", "--as-of", FRIDAY, "--format", format];
        let in_zone = |zone: &str, locale: &str| {
            let mut run = program();
            run.current_dir(test.root()).args(args).env("TZ", zone).env("LC_ALL", locale);
            run.output().expect("runs").stdout
        };
        assert!(in_zone("Pacific/Apia", "tr_TR.UTF-8") == in_zone("America/Denver", "C"), "{format}");
    }
}

#[test]
fn a_message_is_short_and_names_nobody() {
    let test = fixture();
    for (format, most) in [("eml", 102_000), ("slack", 12_000)] {
        let text = digest(&test, &["--as-of", FRIDAY, "--week", "2026-W47", "--format", format]).ok().stdout;
        assert!(text.len() < most, "{format}: {}", text.len());
        for name in ["Ana", "Ben", "Cem", "Dee", "Eve"] {
            assert!(!text.contains(name), "{format} names {name}: {text}");
        }
        let address = if format == "eml" { "href=3D\"https://" } else { "<https://" };
        let links = text.replace("=\r\n", "").matches(address).count();
        assert_eq!(links, 3, "{format}: {text}");
    }
    let text = digest(&test, &["--as-of", FRIDAY]).ok().stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("it was told *nothing has changed*"), "emphasis stays: {text}");
}

#[test]
fn what_leaves_the_site_needs_its_address() {
    let test = SiteTest::new().file("a.md", &review("A", "2026-11-17", ""));
    for format in ["eml", "slack", "ics"] {
        digest(&test, &["--as-of", FRIDAY, "--format", format])
            .code(2)
            .says("--base-url")
            .says("`base_url` in debrief.yaml");
        let run = digest(&test, &["--as-of", FRIDAY, "--format", format, "--base-url", "https://x.example/lib"]).ok();
        assert!(run.stdout.contains("https://x.example/lib/"), "{format}");
    }
    assert!(digest(&test, &["--as-of", FRIDAY]).ok().stdout.contains("\n  reviews/a/\n"));
    assert!(digest(&test, &["--as-of", FRIDAY, "--format", "md"]).ok().stdout.contains("[A](<reviews/a/>)"));
}

#[test]
fn a_file_that_is_named_is_written_and_written_over() {
    let test = fixture();
    // The ending says the format, where no argument does.
    for format in [&["--format", "eml"][..], &[]] {
        let run = digest(&test, &[&["--as-of", FRIDAY, "--out", "mail/week.eml"], format].concat()).ok();
        assert!(run.stdout.is_empty() && run.stderr.is_empty(), "{}", run.stderr);
    }
    let mail = fs::read_to_string(test.root().join("mail/week.eml")).expect("a mail");
    assert!(mail.lines().all(|line| line.len() <= 78) && mail.is_ascii());
    assert!(!mail.replace("\r\n", "").contains(['\r', '\n']), "every line ends in CR LF");
    digest(&test, &["--as-of", FRIDAY, "--out", "library"]).code(4).says("cannot write `library`");
}

#[test]
fn nothing_of_a_review_becomes_markup() {
    let hostile = "\"<script>x</script> | *a* [b](https://evil.example/) <!channel> ;, \\\\n BEGIN:VEVENT\"";
    let text = format!(
        "---\ntitle: {hostile}\npublished: 2026-11-17\nsurprises: [{hostile}]\nlearnings: [{hostile}]\ngot_lucky: [{hostile}]\n\
         actions: [{{title: {hostile}, owner: {hostile}, due: 2026-11-18}}]\npeople: {{owner: {hostile}}}\n---\nx\n"
    );
    let test = SiteTest::new()
        .file(
            "debrief.yaml",
            &format!("base_url: https://x.example/\ntitle: {hostile}\nmeeting: {{name: {hostile}}}\n"),
        )
        .file("a.md", &text);
    let run = |format| digest(&test, &["--as-of", FRIDAY, "--format", format]).ok().stdout;
    assert!(!run("html").contains("<script>x") && !run("html").contains("onload"));
    let mail = run("eml").replace("=\r\n", "");
    let mail = mail.split("text/html").nth(1).expect("an HTML part");
    assert!(!mail.contains("<script>x") && mail.contains("&lt;script&gt;x"));
    let slack: serde_json::Value = serde_json::from_str(&run("slack")).expect("JSON");
    for block in slack["blocks"].as_array().expect("blocks").iter().filter(|block| block["type"] == "section") {
        let text = block["text"]["text"].as_str().expect("text");
        assert!(!text.contains("<!") && !text.contains("<script"), "{text}");
    }
    assert!(!run("md").contains("\n<script") && run("md").contains("\\<script\\>"));
    let calendar = run("ics");
    assert_eq!(calendar.matches("\r\nBEGIN:VEVENT").count(), 2, "{calendar}");
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn who_was_affected_and_how_long_it_lasted_are_said_in_whole() {
    let of = |fields: &str| {
        let test = SiteTest::new().file("a.md", &review("A", "2026-11-17", fields));
        let text = digest(&test, &["--as-of", FRIDAY]).ok().stdout;
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for (impact, said) in [
        ("{customers: true}", "Who was affected: Customers "),
        (
            "{customers: true, summary: 340 free journeys., support_cases: 5}",
            "Who was affected: 340 free journeys; 5 support cases ",
        ),
        ("{customers: true, support_cases: 1}", "Who was affected: Customers, with 1 support case "),
        (
            "{customers: false, summary: None; sign-in was left alone.}",
            "Who was affected: No customers. Sign-in was left alone. ",
        ),
        (
            "{customers: false, summary: Nonesuch stood still.}",
            "Who was affected: No customers. Nonesuch stood still. ",
        ),
        ("{customers: false}", "Who was affected: No customers. "),
        ("{customers: false, summary: One cup of coffee.}", "Who was affected: No customers. One cup of coffee. "),
        ("{customers: some islanders}", "Who was affected: Some islanders "),
    ] {
        let text = of(&format!("summary: It happened.\nimpact: {impact}\n"));
        assert!(text.contains(said), "{impact}: {text}");
    }
    let times = "times: {started: 2026-11-12T08:00Z, detected: 2026-11-12T08:30Z, mitigated: 2026-11-12T09:00Z, resolved: 2026-11-13T09:00Z}\n";
    assert!(of(times).contains("· 1 h of harm"), "{}", of(times));
    let near = of(&format!("kind: near_miss\n{times}"));
    assert!(!near.contains("of harm"), "{near}");
}

#[test]
fn a_story_without_a_lesson_says_so() {
    let test = SiteTest::new().file("a.md", "---\ntitle: A\npublished: 2026-11-17\n---\nText.\n");
    let of = |format: &str| digest(&test, &["--as-of", FRIDAY, "--format", format]).ok().stdout;
    assert!(of("text").contains("Lesson: The review names none."), "{}", of("text"));
    // On the page, and on the slide.
    for page in [of("html"), slides(&test, "2026-W47", FRIDAY)] {
        assert_eq!(page.matches("The review names no lesson.").count(), 1, "{page}");
    }
}

#[test]
fn a_message_says_how_many_points_it_leaves_out() {
    let points = "went_well: [One., Two., Three., Four., Five., Six., Seven.]\n";
    let test = SiteTest::new()
        .file("a.md", &review("A", "2026-11-17", points))
        .file("b.md", &review("B", "2026-11-17", points));
    for format in ["text", "md"] {
        let text = digest(&test, &["--as-of", "2026-11-19", "--format", format]).ok().stdout;
        assert!(text.contains("12 more in the new reviews"), "{format}: {text}");
    }
}
