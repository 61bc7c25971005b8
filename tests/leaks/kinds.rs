//! The kinds of faults that were seen in the public edition: which test holds each. A test here is named after its row; the
//! others are where the rest of the same thing is tested.
//!
//! | row | kind | tests |
//! |---|---|---|
//! | B1 | a library without `site.base_url`, any slug | `first::one_postmortem_of_any_address_is_published_with_and_without_base_url` |
//! | B2 | terms against the shipped theme | `kinds::b2_words_of_our_own_theme_are_no_finding`, `first::words_of_our_own_pages_stop_nothing` |
//! | B3 | short terms across word gaps | `kinds::b3_a_short_name_does_not_match_across_words` |
//! | B4 | a waiver that cannot work | `kinds::b4_a_waiver_passes_in_the_search_too`, `people::a_waiver_passes_wherever_its_value_does` |
//! | B5 | a `redact` fence in a quote, list item or alert | `fences::b5_a_fence_keeps_its_content_inside_wherever_it_stands` |
//! | B6 | versions, addresses of documentation, examples | `kinds::b6_versions_and_examples_pass` |
//! | L1 | characters that nobody sees | `kinds::l1_characters_that_nobody_sees_hide_no_shape` |
//! | L2 | halves, initials, other spellings of a person | `kinds::l2_people_in_other_forms`, `people::every_form_of_a_listed_name_is_held_back` |
//! | L3 | what the library knows | `people::what_the_library_knows_does_not_leave` |
//! | L4 | secrets as one pastes them | `kinds::l4_secrets_as_people_paste_them` |
//! | L5 | parts of names of companies and projects | `kinds::l5_parts_of_names` |
//! | L6 | other ways to write tickets and addresses | `kinds::l6_tickets_and_addresses_written_otherwise` |
//! | L7 | colours under alpha 0 | `kinds::l7_a_colour_that_nobody_sees_does_not_leave` |
//! | L8 | seen by readers, outside the approval | `bound::a_change_of_anything_that_readers_see_leaves_the_approval_stale_and_is_named`, `kinds::l8_the_day_of_an_approval_is_part_of_it` |
//! | L9 | the record of the policy thrown away | `record::a_record_that_is_missing_or_cannot_be_read_stops_a_build_until_it_is_accepted` |
//! | L10 | who approves | `approvers::the_owner_cannot_approve_however_the_name_is_written`, `approvers::without_an_owner_nobody_of_its_people_approves` |
//! | L11 | a user's theme | `themes::a_theme_that_runs_scripts_asks_others_or_loosens_the_policy_is_refused` |
//! | S1 | a terminal that can be lied to | `controls::messages_show_what_would_steer_the_terminal`, `controls::a_name_of_two_lines_forges_no_message`, `kinds::s1_redact_approve_and_digest_print_no_control_character` |
//! | S2 | feeds that are not XML | `controls::pages_and_feeds_hold_no_character_that_their_format_forbids`, `kinds::s2_feeds_of_both_editions_are_xml` |
//! | S3 | messages that name no way out | `kinds::s3_every_finding_names_a_way_out` |

use image::{ExtendedColorType, ImageEncoder as _, codecs::png::PngEncoder};

use super::judge::{Verdict, judge};
use super::kit::{PublicTest, Review};
use super::people::{LISTS, staged};

/// Judges each text as the summary of a postmortem of its own.
fn judged(test: &mut PublicTest, texts: &[String]) -> Vec<Verdict> {
    let reviews: Vec<Review> =
        texts.iter().enumerate().map(|(n, text)| test.review(&format!("case-{n}")).summary(text)).collect();
    judge(test, &reviews)
}

#[track_caller]
fn all_held(test: &mut PublicTest, texts: &[String]) {
    let verdicts = judged(test, texts);
    let missed: Vec<_> = texts.iter().zip(&verdicts).filter(|(_, verdict)| !verdict.is_held()).collect();
    assert!(missed.is_empty(), "{} of {}: {missed:#?}", missed.len(), texts.len());
}

#[track_caller]
fn all_published(test: &mut PublicTest, texts: &[String]) {
    let verdicts = judged(test, texts);
    let held: Vec<_> = texts.iter().zip(&verdicts).filter(|(_, verdict)| !verdict.is_published()).collect();
    assert!(held.is_empty(), "{} of {}: {held:#?}", held.len(), texts.len());
}

fn sentences(forms: &[&str]) -> Vec<String> {
    forms.iter().map(|form| format!("Then {form} was seen.")).collect()
}

/// Every row of the table names tests that exist.
#[test]
fn every_row_has_its_tests() {
    let sources = [
        ("approvers", include_str!("approvers.rs")),
        ("bound", include_str!("bound.rs")),
        ("controls", include_str!("../controls.rs")),
        ("fences", include_str!("fences.rs")),
        ("first", include_str!("first.rs")),
        ("kinds", include_str!("kinds.rs")),
        ("people", include_str!("people.rs")),
        ("record", include_str!("record.rs")),
        ("themes", include_str!("themes.rs")),
    ];
    let own = include_str!("kinds.rs");
    let rows: Vec<_> = own.lines().filter_map(|line| line.strip_prefix("//! | ")).skip(1).collect();
    let named: Vec<_> = rows.iter().filter_map(|row| row.split(" | ").next()).collect();
    let wanted: Vec<String> = [("B", 6), ("L", 11), ("S", 3)]
        .iter()
        .flat_map(|(letter, count)| (1..=*count).map(move |n| format!("{letter}{n}")))
        .collect();
    assert_eq!(named, wanted);
    for row in rows {
        let tests = row.rsplit(" | ").next().unwrap_or_default().split('`').skip(1).step_by(2);
        for test in tests {
            let (module, name) = test.split_once("::").unwrap_or_else(|| panic!("{test}"));
            let (_, source) = sources.iter().find(|(known, _)| *known == module).unwrap_or_else(|| panic!("{test}"));
            assert!(source.contains(&format!("#[test]\nfn {name}(")), "{test}");
        }
    }
}

#[test]
fn b2_words_of_our_own_theme_are_no_finding() {
    let lists = "people:\n  - {name: Zorvanax Quibbletrox, handles: [max, nav, span]}\nhosts: []\ncustomers: [Target]\n\
                 codenames: []\nvendors: [Lunr]\n";
    all_published(&mut staged(lists), &sentences(&["nothing else"]));
    all_held(&mut staged(lists), &sentences(&["@max", "Target", "Lunr"]));
}

#[test]
fn b3_a_short_name_does_not_match_across_words() {
    let mut test = PublicTest::new();
    let beside = test.review("beside").front(
        "timeline: [{at: '2026-03-02T09:31:00Z', what: Seen, who: Isa}, {at: '2026-03-02T09:32:00Z', what: Seen, who: theo}]",
    );
    test.put(&beside.file, &beside.unpublished());
    let texts = ["It is a cache.", "The o-ring broke.", "What is at the other end?"].map(str::to_owned);
    all_published(&mut test, &texts);
}

#[test]
fn b4_a_waiver_passes_in_the_search_too() {
    let mut test = staged("people: [{name: Jane Oduya}]\nhosts: []\ncustomers: []\ncodenames: []\nvendors: []\n");
    let review = test
        .review("oduya")
        .summary("Oduya wrote it.")
        .public("allow: [{rule: person, value: Oduya, reason: she agreed}]");
    let verdict = judge(&test, &[review]).remove(0);
    assert!(matches!(&verdict, Verdict::Published(page) if page.contains("Oduya wrote it.")), "{verdict:?}");
}

#[test]
fn b6_versions_and_examples_pass() {
    let forms = [
        "1.5.2.1",
        "AKIAIOSFODNN7EXAMPLE",
        "redis://localhost:6379/0",
        "10.0.0.0/8",
        "fe80::1",
        "2606:4700:4700::1111",
        "4242 4242 4242 4242",
        "+1 555 0100",
        "DE89 3704 0044 0532 0130 00",
        "the apex of the curve",
        "array[0][1]",
    ];
    all_published(&mut staged(LISTS), &sentences(&forms));
}

/// Characters without width, and one of each shape that a detector knows.
#[test]
fn l1_characters_that_nobody_sees_hide_no_shape() {
    let unseen = ['\u{200b}', '\u{2060}', '\u{ad}', '\u{200c}', '\u{feff}', '\u{200e}'];
    let shapes = [
        ("10.44", ".7.19"),
        ("someone@inner", "corp.net"),
        ("vault.inter", "nal"),
        ("ghp_a1B2c3D4e5F6a1B2c3", "D4e5F6a1B2c3D4e5F6a1"),
        ("+44 20 71", "23 0958"),
        ("OPS-", "4812"),
    ];
    let texts: Vec<_> = unseen
        .iter()
        .flat_map(|sign| shapes.map(|(head, tail)| format!("Then {head}{sign}{tail} was seen.")))
        .collect();
    all_held(&mut PublicTest::new(), &texts);
}

#[test]
fn l2_people_in_other_forms() {
    let forms = [
        "Ms Diallo",
        "Hanneke Wouters",
        "M. Chen",
        "Chen, M.",
        "Mr Baker",
        "h.wouters",
        "Grossmann",
        "Juergen Grossmann",
        "李小龍",
        "Li Xiaolong",
        "Haneke Wouters-Diallo",
    ];
    all_held(&mut staged(LISTS), &sentences(&forms));
    // A given name alone is shown, and stops nothing.
    all_published(&mut staged(LISTS), &sentences(&["Hanneke", "Jürgen", "Sam"]));
}

#[test]
fn l4_secrets_as_people_paste_them() {
    let token = format!("{}{}", "ghp_", "a1B2c3D4e5F6".repeat(3));
    let body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDq3xQ7mZ2pLw8K";
    let mut texts: Vec<String> = [
        "curl -u deploy:Tr0ub4dor3x https://example.com/",
        "export DB_PASSWORD=Tr0ub4dor3x",
        "PGPASSWORD=Tr0ub4dor3x psql",
        "tool --password=Tr0ub4dor3x",
        "mysql -pTr0ub4dor3x",
        "sshpass -p Tr0ub4dor3x ssh example.com",
        "redis-cli -a Tr0ub4dor3x",
        "password: Tr0ub4dor3x",
        "x-api-key: 7f9c2ba4e88f827d",
        "Cookie: session=7f9c2ba4e88f827d",
        "https://example.com/cb?client_secret=7f9c2ba4e88f827d",
    ]
    .iter()
    .map(|form| format!("It ran:\n\n```\n{form}\n```"))
    .collect();
    texts.push(format!("It ran:\n\n```\ntoken {}\n{}\n```", &token[..20], &token[20..]));
    texts.push(format!("It held:\n\n```\n{body}\n{body}\nAgMBAAE=\n```"));
    all_held(&mut PublicTest::new(), &texts);
}

#[test]
fn l5_parts_of_names() {
    all_held(&mut staged(LISTS), &sentences(&["Nordlicht", "Tundra", "OSPREY"]));
}

#[test]
fn l6_tickets_and_addresses_written_otherwise() {
    let forms =
        ["ops 4812", "OPS:4812", "10.44.7.x", "10[.]44[.]7[.]19", "10-44-7-19", "vault-zrh-04", "ledger.prod.svc"];
    all_held(&mut staged(LISTS), &sentences(&forms));
}

#[test]
fn l7_a_colour_that_nobody_sees_does_not_leave() {
    let mut test = PublicTest::new();
    let mut png = Vec::new();
    let pixels = [11, 77, 133, 0, 9, 9, 9, 255];
    PngEncoder::new(&mut png).write_image(&pixels, 2, 1, ExtendedColorType::Rgba8).expect("a picture");
    let review = test
        .review("graph")
        .public("assets: [{src: graph.png, alt: The graph}]")
        .summary("It was slow.\n\n![it](graph.png)");
    test.site.put("graph.png", &png);
    test.approved(&review);
    test.publish().ok();
    let (_, bytes) = test.tree().into_iter().find(|(path, _)| path.ends_with(".png")).expect("a picture");
    let picture = image::load_from_memory(&bytes).expect("a picture").to_rgba8();
    assert_eq!(picture.as_raw(), &[0, 0, 0, 0, 9, 9, 9, 255]);
}

#[test]
fn l8_the_day_of_an_approval_is_part_of_it() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    test.publish().ok();
    test.edit(&review.file, "on: 2026-03-06", "on: 2026-03-04");
    test.refused(1).says("error[approval]");
}

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
