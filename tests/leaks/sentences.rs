//! What docs/publishing.md says about the gate outside its tables: each sentence stands there word for word, and is tried out.

use clearance::{Origin, Person, Policy, Scanner, Taint, Tier, Waiver, Why};
use data_encoding::BASE64;

use super::judge::judge;
use super::kit::PublicTest;
use super::people::{LISTS, staged};

const MANUAL: &str = include_str!("../../docs/publishing.md");

/// Asserts that the manual has a sentence, whatever its line ends.
#[track_caller]
fn says(sentence: &str) {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words(MANUAL).contains(&words(sentence)), "docs/publishing.md does not say: {sentence}");
}

fn at() -> Origin {
    Origin { path: "a.md".to_owned(), line: 1, column: 1 }
}

fn blocks(scanner: &Scanner, text: &str) -> bool {
    scanner.look(text, &at(), &[]).iter().any(|finding| finding.tier == Tier::Block)
}

/// The rest of this paragraph is held by `people::library::what_the_library_knows_does_not_leave`.
#[test]
fn titles_count_if_they_are_long_and_names_in_prose_are_not_known() {
    says(
        "Internal titles and file names count from four words and sixteen letters on, unless a text that is to be published \
         has the same words: the approver reads those.",
    );
    let scanner = |title: &str, approved: &str| {
        let mut taint = Taint::new();
        taint.term(title, Why::Title, at());
        taint.approved(approved);
        Scanner::new(&Policy::default(), taint)
    };
    let text = |title: &str| format!("It was {title} then.");
    for (title, stops) in [
        ("quagga pool exhausted tonight", true),
        ("quagga-pool-exhausted-tonight", true),
        ("quagga pool exhausted", false),
        ("a quag is it", false),
    ] {
        assert_eq!(blocks(&scanner(title, "nothing"), &text(title)), stops, "{title}");
        assert!(!blocks(&scanner(title, &format!("The {title}.")), &text(title)), "{title}");
    }
    says("Names in other internal prose are not known.");
    let mut test = PublicTest::new();
    let (known, unknown) = (test.dice.name().full(), test.dice.name().full());
    let beside =
        test.review("beside").inside(&format!("By chance, {unknown} saw it first.\n\n## Responders\n\n- {known}\n"));
    test.put(&beside.file, &beside.unpublished());
    let reviews: Vec<_> = [("known", &known), ("unknown", &unknown)]
        .map(|(slug, name)| test.review(slug).summary(&format!("Then {name} looked again.")))
        .to_vec();
    let verdicts = judge(&test, &reviews);
    assert!(verdicts[0].is_held() && verdicts[1].is_published(), "{verdicts:?}");
}

#[test]
fn a_name_that_is_a_common_word_counts_in_the_form_of_a_name() {
    says(
        "A name that is a common word (`Box`, `Mark`) blocks an edition only in a form of a name: capitalised, with `@`, in \
         full.",
    );
    let policy = Policy {
        people: vec![Person { name: "Mark Sandoval-Reyes".into(), handles: vec!["mark".into()], role: None }],
        customers: vec!["Box".into()],
        ..Policy::default()
    };
    let scanner = Scanner::new(&policy, Taint::new());
    for (text, stops) in [
        ("We will mark the box.", false),
        ("The BOX of it", true),
        ("Box was told.", true),
        ("ask @mark about it", true),
        ("Mark Sandoval-Reyes", true),
        ("mark sandoval-reyes", true),
    ] {
        assert_eq!(blocks(&scanner, text), stops, "{text}");
    }
    // In finished pages: `first::words_of_our_own_pages_stop_nothing`.
    says(
        "In finished pages it is not searched for, because our own pages may contain the word; every text was scanned before.",
    );
}

#[test]
fn what_is_allowed_passes_in_every_writing_and_an_idle_entry_is_a_warning() {
    says("A value in `allow` passes in any case and encoding; an unused entry is a warning.");
    let policy = Policy { vendors: vec!["Quaggafrobnicator".into()], ..Policy::default() };
    let scanner = Scanner::new(&policy, Taint::new());
    let allow = |value: &str| Waiver { rule: "vendor".into(), value: value.into(), reason: "they agreed".into() };
    for written in [
        "Quaggafrobnicator".to_owned(),
        "QUAGGAFROBNICATOR".to_owned(),
        "quagga-frobnicator".to_owned(),
        "Quagga%66robnicator".to_owned(),
        "Quagga&shy;frobnicator".to_owned(),
        "Quagga&#102;robnicator".to_owned(),
        BASE64.encode(b"It was Quaggafrobnicator"),
    ] {
        let text = format!("Then {written} was told.");
        assert!(blocks(&scanner, &text), "{text}");
        assert_eq!(scanner.look(&text, &at(), &[allow("Quaggafrobnicator")]), [], "{text}");
        assert!(!scanner.look(&text, &at(), &[allow("Quagga")]).is_empty(), "{text}");
    }
    let mut test = staged(LISTS);
    let review = test.review("quill").public("allow: [{rule: vendor, value: Quillpay, reason: they agreed}]");
    test.approved(&review);
    test.publish().ok().says("warning[unused-waiver]");
}

/// The limit of a text with too many encodings is held by `encodings.rs` and `seen.rs` of the crate `clearance`.
#[test]
fn texts_inside_texts_are_read_five_deep() {
    says("Each encoded text inside a text is scanned once, up to five encodings deep.");
    says(
        "A text that decodes to more than twenty-four times its own length (and more than four megabytes) is blocked as \
         `encodings`, which `allow` cannot change.",
    );
    let policy = Policy { codenames: vec!["Quaggafrobnicator".into()], ..Policy::default() };
    let scanner = Scanner::new(&policy, Taint::new());
    let mut text = "It was Quaggafrobnicator, and nothing else.".to_owned();
    for depth in 0..=6 {
        // Each decoding of base64 is one step, and so is the reading of the code as text.
        assert!(blocks(&scanner, &format!("`{text}`")) || depth >= 5, "{depth} deep");
        assert!(depth < 6 || !blocks(&scanner, &format!("`{text}`")), "{depth} deep");
        text = BASE64.encode(text.as_bytes());
    }
}

/// What no gate can find, as the manual says.
#[test]
fn what_the_manual_says_it_cannot_do_passes() {
    says("\"The largest dairy on the second island\" identifies a customer without a listed name.");
    says("Text written backwards, ROT13 and the digits of a ticket alone pass the gate.");
    let policy = Policy {
        people: vec![Person { name: "Mei Chen".into(), handles: Vec::new(), role: None }],
        customers: vec!["Ostra Creamery".into()],
        ticket_prefixes: vec!["INFRA".into()],
        ..Policy::default()
    };
    let scanner = Scanner::new(&policy, Taint::new());
    for (known, hidden) in [
        ("Ostra Creamery", "The largest dairy on the second island"),
        ("Mei Chen", "nehC ieM"),
        ("Mei Chen", "Zrv Pura"),
        ("INFRA-4812", "4812"),
    ] {
        assert!(blocks(&scanner, &format!("Then {known} was told.")), "{known}");
        assert!(!blocks(&scanner, &format!("Then {hidden} was told.")), "{hidden}");
    }
}
