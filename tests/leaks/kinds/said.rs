//! Rows S: what a terminal, a feed or a message said.

use super::super::kit::PublicTest;
use super::super::people::{LISTS, staged};

/// ESC, C1, BEL, backspace, and a sign that turns the direction.
const STEERING: [char; 5] = ['\u{1b}', '\u{9b}', '\u{7}', '\u{8}', '\u{202e}'];

#[test]
fn s1_redact_approve_and_digest_print_no_control_character() {
    let mut test = PublicTest::new();
    let nasty: String = STEERING.iter().map(|sign| format!("a{sign}b")).collect();
    let escaped = "a\\u001bb\\u009bc\\ad\\be\\u202ef";
    let mut review = test.review("latency").front(&format!("surprises: [\"{escaped}\"]"));
    review.title = format!("\"{escaped}\"");
    review.summary = format!("It was {nasty}.");
    if cfg!(unix) {
        review.file = format!("2026-03-02-{nasty}.md");
    }
    test.put(&review.file, &review.text());
    for args in [
        &["redact", &review.file, "--library", "library"][..],
        &["approve", &review.file, "--by", "Comms lead", "--yes", "--library", "library"],
        &["check", "library", "--edition", "all"],
        &["build", "library", "--edition", "all"],
        &["digest", "library", "--week", "2026-W10"],
    ] {
        let run = test.site.run(args);
        for said in [&run.stdout, &run.stderr] {
            assert!(!said.contains(STEERING), "{args:?}: {said:?}");
        }
    }
}

/// Characters that XML does not have, in texts that both editions publish.
#[test]
fn s2_feeds_of_both_editions_are_xml() {
    let mut test = PublicTest::new();
    test.edit("debrief.yaml", "title: Inside", "base_url: https://inside.example/\ntitle: Inside");
    let review = test.review("latency");
    let title = format!("title: {}", review.title);
    test.approved(&review);
    test.publish().ok();
    let published = test.tree();
    // The title of the review is on internal pages alone; the public edition refuses such characters.
    test.edit(&review.file, &title, "title: \"a\\vb\\ac\\ed\\uFFFEe\"");
    test.site.build_with(&["--edition", "internal"]).ok();
    let feeds = published.into_iter().chain(test.site.tree()).filter(|(path, _)| path.ends_with("atom.xml"));
    let mut count = 0;
    for (path, bytes) in feeds {
        let text = String::from_utf8(bytes).expect("UTF-8");
        feed_rs::parser::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(!text.contains(['\u{b}', '\u{7}', '\u{1b}', '\u{fffe}']), "{path}");
        count += 1;
    }
    assert!(count >= 2, "{count}");
    test.edit(&review.file, "Payments took longer", "Payments\u{b} took\u{fffe} longer");
    test.refused(1).says("error[hidden-character]");
}

/// In a text, in a file of a theme: a finding says what to write or where to look.
#[test]
fn s3_every_finding_names_a_way_out() {
    let mut test = staged(LISTS);
    for form in ["Mei Chen", "10.44.7.19", "Nordlicht", "OPS-4812", "password: Tr0ub4dor3x"] {
        let review = test.review("latency").summary(&format!("Then {form} was seen."));
        test.write(&review);
        let run = test.site.run(&["redact", &review.file, "--library", "library"]).code(3);
        assert!(run.stderr.contains("help: "), "{form}: {}", run.stderr);
        std::fs::remove_file(test.site.library().join(&review.file)).expect("removed");
    }
    let review = test.review("clean");
    test.approved(&review);
    test.put("debrief.yaml", &format!("{}theme: ./look\n", test.read("debrief.yaml")));
    test.put("look/theme.yaml", "api: 1\n");
    test.put("look/assets/public/own.css", "a::after{content:'Nordlicht'}\n");
    test.refused(3).says("leave the file out");
}
