//! Names as authors write them: every form of a listed person, of a company and of a machine. Each is refused, and published if
//! the name is not known.

mod library;

use clearance::{Origin, Policy, Scanner, Taint, Tier};
use site::source::SourceFile;

use super::judge::{Verdict, judge};
use super::kit::{PublicTest, Review};

/// The policy for these tests.
pub const LISTS: &str = "people:\n  - {name: Hanneke Wouters-Diallo, handles: [hwdiallo]}\n  - {name: Mei Chen}\n  - {name: Sam Baker}\n  \
    - {name: Jürgen Großmann}\n  - {name: 李小龙}\n  - {name: 田中美咲}\n  - {name: Åse Bjørnsæter}\n  - {name: Łukasz Wałęsny}\n  - {name: Jan van der Zwaagh}\n\
    hosts: [vault-zrh-03, '*.burrow.internal']\ncustomers: [Tundra Freight, Apex, Nordlicht GmbH]\ncodenames: [OSPREY-9]\nvendors: [Quillpay]\n";

/// Forms that prevent a publication.
const BLOCKED: [(&str, &[&str]); 15] = [
    (
        "with a title",
        &[
            "Ms Diallo",
            "Mr Baker",
            "Dr. Chen",
            "Frau Chen",
            "Engineer Baker",
            "our engineer Baker",
            "mr. baker",
            "MR BAKER",
            "Herr Großmann",
            "Prof. Baker",
        ],
    ),
    (
        "half of a double name",
        &["Hanneke Wouters", "Hanneke Diallo", "Wouters", "Diallo", "wouters-diallo", "Diallo, Hanneke"],
    ),
    (
        "initials",
        &[
            "M. Chen",
            "M Chen",
            "S. Baker",
            "H. Wouters",
            "H. M. Wouters",
            "Sam J. Baker",
            "h.wouters",
            "m.chen",
            "Sam B.",
            "Samuel Baker",
        ],
    ),
    ("initials after", &["Chen, M.", "Chen M.", "Baker, S.", "Wouters, H."]),
    ("accounts", &["mchen", "sbaker", "hwouters", "hwdiallo", "mei.chen", "sam_baker", "@chenm", "sbaker2", "mchen01"]),
    ("possessive", &["Diallo's", "Mei Chen's", "Sam Bakers", "Großmanns", "Sam Baker\u{2019}s"]),
    (
        "mail spelling",
        &[
            "Grossmann",
            "Juergen Grossmann",
            "Jurgen Grossmann",
            "JUERGEN GROSSMANN",
            "Aase Bjoernsaeter",
            "Ase Bjornsaeter",
            "Lukasz Walesny",
        ],
    ),
    ("particles", &["van der Zwaagh", "Van Der Zwaagh", "Zwaagh", "J. van der Zwaagh"]),
    (
        "Chinese",
        &[
            "李小龍",
            "李小龙",
            "李 小龙",
            "Li Xiaolong",
            "Xiaolong Li",
            "LI Xiao-Long",
            "xiaolong.li",
            "李先生",
            "小龙 李",
        ],
    ),
    ("Japanese", &["田中美咲", "田中さん", "田中様", "美咲 田中"]),
    ("declined", &["Wałęsnego", "Łukaszem Wałęsnym", "Walesnemu", "u Łukasza Wałęsnego"]),
    (
        "one letter wrong",
        &[
            "Hanneke Wouters-Dialo",
            "Haneke Wouters-Diallo",
            "Jürgen Grosmann",
            "Grossman",
            "Jurgen Grossmannn",
            "Sam Bakar",
            "Hanneke Woutesr",
            "Großman",
        ],
    ),
    (
        "companies",
        &["Nordlicht", "nordlicht", "NORDLICHT GmbH", "Tundra", "tundra-freight", "Apex", "APEX", "Quillpay"],
    ),
    ("projects", &["OSPREY", "Osprey", "osprey-9", "osprey_9", "OSPREY-10"]),
    (
        "machines",
        &["vault-zrh-03", "vault-zrh-04", "VAULT-ZRH-11", "vault zrh 03", "vault_zrh_4", "vault-zrh-xx", "vault-zrh-*"],
    ),
];

/// What passes: words that are also names, and names that are also words, one on each line.
const CLEAN: &str = include_str!("clean_names.txt");

pub fn staged(lists: &str) -> PublicTest {
    let test = PublicTest::new();
    let policy = test.read("redaction.yaml");
    let (head, rest) = policy.split_once("people:").expect("people");
    let (_, tail) = rest.split_once("domains:").expect("domains");
    test.put("redaction.yaml", &format!("{head}{lists}domains:{tail}"));
    test
}

fn reviews(test: &mut PublicTest, texts: &[String]) -> Vec<Review> {
    texts.iter().enumerate().map(|(n, text)| test.review(&format!("case-{n}")).summary(text)).collect()
}

#[test]
fn every_form_of_a_listed_name_is_held_back() {
    let mut test = staged(LISTS);
    let forms: Vec<(&str, &str)> =
        BLOCKED.iter().flat_map(|(kind, forms)| forms.iter().map(move |form| (*kind, *form))).collect();
    let texts: Vec<_> = forms.iter().map(|(_, form)| format!("Then {form} looked again.")).collect();
    let reviews = reviews(&mut test, &texts);
    let verdicts = judge(&test, &reviews);
    let missed: Vec<_> = forms.iter().zip(&verdicts).filter(|(_, verdict)| !verdict.is_held()).collect();
    for (kind, all) in BLOCKED {
        let held = forms.iter().zip(&verdicts).filter(|((k, _), v)| *k == kind && v.is_held()).count();
        println!("{kind}: {held} of {}", all.len());
    }
    assert!(missed.is_empty(), "{missed:#?}");
    let other = staged("people: []\nhosts: []\ncustomers: []\ncodenames: []\nvendors: []\n");
    for ((kind, form), verdict) in forms.iter().zip(judge(&other, &reviews)) {
        assert!(verdict.is_published(), "{kind}: {form} is held back without its defence: {verdict:?}");
    }
}

#[test]
fn words_that_are_no_names_pass() {
    let mut test = staged(LISTS);
    let texts: Vec<_> = CLEAN.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let reviews = reviews(&mut test, &texts);
    let verdicts = judge(&test, &reviews);
    let blocked: Vec<_> = texts.iter().zip(verdicts).filter(|(_, verdict)| !verdict.is_published()).collect();
    println!("lines with words that are names blocked: {} of {}", blocked.len(), texts.len());
    assert!(texts.len() >= 60 && blocked.is_empty(), "{blocked:#?}");
}

/// The table in docs/publishing.md: which forms of these names are found, and which are not.
#[test]
fn the_table_of_the_manual_is_true() {
    let yaml = format!("{LISTS}roles: {{}}\n");
    let file = SourceFile { path: "redaction.yaml".to_owned(), text: yaml };
    let policy = Policy::read(Some(&file), &mut Vec::new()).expect("a policy");
    let scanner = Scanner::new(&policy, Taint::new());
    let at = Origin { path: "a.md".to_owned(), line: 1, column: 1 };
    let manual = include_str!("../../docs/publishing.md");
    let table = manual.split("<!-- names -->").nth(1).expect("a table between two marks");
    let mut rows = 0;
    for row in table.lines().filter(|line| line.contains('`')) {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [form, examples, said] = cells.as_slice() else { panic!("{row}") };
        for example in examples.split('`').skip(1).step_by(2) {
            rows += 1;
            let found = scanner.look(&format!("Then {example} looked again."), &at, &[]);
            let seen = match found.iter().map(|finding| finding.tier).min() {
                Some(Tier::Block) => "stops",
                Some(Tier::Review) => "is shown",
                None => "passes",
            };
            assert_eq!(seen, *said, "{form}: {example}");
        }
    }
    assert!(rows > 40, "{rows}");
}

#[test]
fn a_given_name_alone_is_shown_and_stops_nothing_unless_the_policy_says_so() {
    let mut test = staged(LISTS);
    let review = test.review("first").summary("Then Hanneke looked, and so did Jürgen. Will Sam?");
    assert!(judge(&test, std::slice::from_ref(&review)).remove(0).is_published());
    test.write(&review);
    let said = test.site.run(&["redact", &review.file, "--library", "library"]).ok();
    assert!(said.stderr.contains("look[person]: Hanneke"), "{}", said.stderr);
    test.approve(&review).ok();
    test.publish().ok();
    let report = test.report().to_string();
    assert!(report.contains("\"rule\":\"person\"") && report.contains("review"), "{report}");
    let policy = test.read("redaction.yaml");
    test.put("redaction.yaml", &format!("{policy}first_names: block\n"));
    assert!(judge(&test, &[review]).remove(0).is_held());
}

/// A value that is allowed by a waiver passes wherever it occurs.
#[test]
fn a_waiver_passes_wherever_its_value_does() {
    let mut test = staged(LISTS);
    let review = test
        .review("quill")
        .summary("Quillpay was told, QUILLPAY answered; `quillpay` is in [a link](https://example.com/quillpay).")
        .public("allow: [{rule: vendor, value: Quillpay, reason: they agreed}]");
    let verdict = judge(&test, &[review]).remove(0);
    assert!(matches!(&verdict, Verdict::Published(page) if page.contains("QUILLPAY")), "{verdict:?}");
}
