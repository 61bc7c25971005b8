//! What may get into an approved text by mistake, and the check that refuses it. Each form is shown to be published if the
//! policy does not protect it.

use super::dice::Dice;
use super::forms::forms;
use super::judge::{Verdict, judge, waived};
use super::kit::{PublicTest, Review};
use super::secrets;
use super::views::squashed;

/// A published library, and a review for each text; the first one is also tested with the program.
fn staged(texts: &[(&str, String)]) -> (PublicTest, Vec<Review>) {
    let mut test = PublicTest::new();
    let old = test.review("old");
    test.approved(&old);
    test.publish().ok();
    let reviews = reviews(&mut test, texts);
    (test, reviews)
}

fn reviews(test: &mut PublicTest, texts: &[(&str, String)]) -> Vec<Review> {
    texts.iter().enumerate().map(|(n, (_, text))| test.review(&format!("case-{n}")).summary(text)).collect()
}

/// The program refuses the first text with exit code 3, leaves the old site, and does not print the value.
#[track_caller]
fn refused_by_the_program(test: &PublicTest, review: &Review, secret: &str) {
    test.write(review);
    let approval = test.approve(review);
    let run = test.refused(3);
    for said in [&run.stderr, &run.stdout] {
        assert!(!squashed(said).contains(&squashed(secret)), "the value is printed: {said}");
    }
    // A text that is refused before any page is rendered also prevents the approval.
    assert!(matches!(approval.code, Some(0 | 3)), "{}", approval.stderr);
    std::fs::remove_file(test.site.library().join(&review.file)).expect("removed");
}

#[track_caller]
fn all_held(texts: &[(&str, String)], verdicts: &[Verdict]) {
    let missed: Vec<_> = texts.iter().zip(verdicts).filter(|(_, verdict)| !verdict.is_held()).collect();
    assert!(missed.is_empty(), "not held back: {missed:#?}");
}

/// Texts that name the person of the policy: refused, and published with a policy that does not know the name.
#[track_caller]
fn named(texts: impl Fn(&PublicTest) -> Vec<(&'static str, String)>) {
    named_as(|test| test.person.surname.clone(), texts);
}

/// The same for another value of the policy.
#[track_caller]
fn named_as(secret: impl Fn(&PublicTest) -> String, texts: impl Fn(&PublicTest) -> Vec<(&'static str, String)>) {
    let mut test = PublicTest::new();
    let old = test.review("old");
    test.approved(&old);
    test.publish().ok();
    let texts = texts(&test);
    let reviews = reviews(&mut test, &texts);
    refused_by_the_program(&test, &reviews[0], &secret(&test));
    all_held(&texts, &judge(&test, &reviews));
    test.disarm();
    for ((label, _), verdict) in texts.iter().zip(judge(&test, &reviews)) {
        // An invisible character is a mistake by itself, in any text.
        let unseen = matches!(&verdict, Verdict::Mistake(codes) if codes.iter().all(|code| code == "hidden-character"));
        assert!(verdict.is_published() || unseen, "{label} is held back without its defence: {verdict:?}");
    }
}

/// Texts that a detector knows: refused; with a waiver, published and readable.
#[track_caller]
fn detected(texts: impl Fn(&PublicTest, &mut Dice) -> Vec<(&'static str, String, String)>) {
    let mut dice = Dice::new();
    let all = texts(&PublicTest::new(), &mut dice);
    let plain: Vec<_> = all.iter().map(|(label, text, _)| (*label, text.clone())).collect();
    let (test, reviews) = staged(&plain);
    refused_by_the_program(&test, &reviews[0], &all[0].2);
    all_held(&plain, &judge(&test, &reviews));
    for ((label, _, token), review) in all.iter().zip(&reviews) {
        let page = waived(&test, review);
        assert!(page.contains(token), "{label}: the page lacks {token}:\n{page}");
    }
}

fn some(test: &PublicTest, wanted: &[&str]) -> Vec<(&'static str, String)> {
    let all = forms(&test.person);
    assert!(wanted.iter().all(|name| all.iter().any(|(label, _)| label == name)), "a form is unknown");
    let chosen = all.into_iter().filter(|(label, _)| wanted.contains(label));
    chosen.map(|(label, form)| (label, format!("Then {form} looked again."))).collect()
}

#[test]
fn d27_marked_once_and_tainted_everywhere() {
    let mut test = PublicTest::new();
    let (old, marking) = (test.review("old"), test.review("marking"));
    test.approved(&old);
    test.publish().ok();
    let word = test.dice.name().surname;
    test.put(
        &marking.file,
        &marking.clone().inside(&format!("Then [{word}](redact:first-responder) came.")).unpublished(),
    );
    let review = test.review("bare").summary(&format!("Then {word} came."));
    refused_by_the_program(&test, &review, &word);
    assert!(judge(&test, std::slice::from_ref(&review))[0].is_held());
    test.put(&marking.file, &marking.unpublished());
    assert!(matches!(&judge(&test, &[review])[0], Verdict::Published(page) if page.contains(&word)));
}

#[test]
fn d28_names_as_people_and_tools_write_them() {
    let wanted =
        ["upper case", "lower case", "surname first", "dotted", "snake", "kebab", "reversed", "camel", "surname alone"];
    named(|test| {
        let mut texts = some(test, &wanted);
        texts.push(("handle", format!("Then @{} looked again.", test.handle)));
        texts.push((
            "path",
            format!("It is [here](https://example.com/{}/).", test.person.full().to_lowercase().replace(' ', "-")),
        ));
        texts.push(("customer", format!("Then {} called.", test.customer)));
        texts.push(("codename", format!("The project {} began.", test.codename.to_lowercase())));
        texts
    });
}

#[test]
fn d29_invisible_characters_inside_a_name() {
    let wanted =
        ["zero width", "soft hyphen", "&shy;", "no-break space", "&nbsp;", "word joiner", "bidi", "variation selector"];
    named(|test| some(test, &wanted));
}

#[test]
fn d30_letters_of_other_alphabets() {
    named(|test| some(test, &["fullwidth", "Cyrillic", "mathematical bold", "combining marks"]));
}

#[test]
fn d31_names_cut_by_markup() {
    named(|test| some(test, &["emphasis inside", "decimal reference", "hexadecimal reference", "reference twice"]));
}

#[test]
fn d32_hosts_as_texts_bend_them() {
    let texts = |test: &PublicTest| {
        let host = &test.host;
        let texts = [
            ("plain", host.clone()),
            ("en dashes", host.replace('-', "\u{2013}")),
            ("no-break hyphens", host.replace('-', "\u{2011}")),
            ("spaces", host.replace('-', " ")),
            ("wrapped", host.replacen('-', "-\n", 1)),
            ("upper case", host.to_uppercase()),
            ("in code", format!("`{host}`")),
            ("below a domain", format!("{host}.example.com")),
        ];
        texts.map(|(label, host)| (label, format!("Then {host} was slow."))).to_vec()
    };
    named_as(|test| test.host.clone(), texts);
}

#[test]
fn d33_names_in_addresses_and_escapes() {
    named(|test| {
        let mut texts = some(
            test,
            &["JSON escape", "JavaScript escape", "CSS escape", "percent", "percent twice", "percent thrice"],
        );
        let query = test.person.full().replace(' ', "%2520");
        texts.push(("query", format!("It is [here](https://example.com/find?q={query}).")));
        let full = test.person.full();
        let escaped = format!("\\u{:04x}{}", u32::from(full.as_bytes()[0]), &full[1..]);
        texts.push(("JSON block", format!("It said:\n\n```json\n{{\"who\": \"{escaped}\"}}\n```")));
        texts
    });
}

#[test]
fn d34_names_in_base64_and_hexadecimal() {
    let wanted = ["base64", "base64 of a record", "base64url", "base64 twice", "hexadecimal", "upper hexadecimal"];
    named(|test| {
        let all = forms(&test.person).into_iter().filter(|(label, _)| wanted.contains(label));
        all.map(|(label, form)| (label, format!("It said:\n\n```\n{form}\n```"))).collect()
    });
}

#[test]
fn d35_addresses_of_networks() {
    detected(|test, dice| {
        let mail = format!("{}@{}", dice.word(), test.domain);
        let ten = format!("10.{}.2.{}", 1 + dice.below(200), 1 + dice.below(200));
        let six = format!("fd00::{}:1", dice.of("123456789abcdef", 3));
        let mac = format!(
            "00:1a:2b:{}:{}:{}",
            dice.of("123456789abcdef", 2),
            dice.of("123456789abcdef", 2),
            dice.of("123456789abcdef", 2)
        );
        let service = format!("{}.svc.cluster.local", dice.word());
        let all = [("mail", mail), ("IPv4", ten), ("IPv6", six), ("MAC", mac), ("service", service)];
        all.map(|(label, value)| (label, format!("It was `{value}` that answered."), value)).to_vec()
    });
}

#[test]
fn d36_chat_tickets_and_clouds() {
    detected(|_, dice| {
        let account = dice.digits(12);
        let all = [
            (
                "permalink",
                format!(
                    "https://ninefold.slack.com/archives/C{}/p{}",
                    dice.of("ABCDEFGHJK0123456789", 9),
                    dice.digits(16)
                ),
            ),
            ("mention", format!("<@U{}>", dice.of("ABCDEFGHJK0123456789", 9))),
            ("ticket", format!("OPS-{}", dice.digits(4))),
            ("ARN", format!("arn:aws:iam::{account}:role/{}", dice.word())),
            ("account", format!("aws_account_id = {account}")),
        ];
        all.map(|(label, value)| {
            let shown = value.replace('<', "&lt;").replace('>', "&gt;");
            (label, format!("It said `{value}` then."), shown)
        })
        .to_vec()
    });
}

#[test]
fn d37_keys_and_tokens() {
    detected(|_, dice| {
        let key = secrets::pem(dice);
        let body = key.lines().nth(1).expect("a line").to_owned();
        let mut all: Vec<_> = [
            ("cloud key", secrets::cloud_key(dice)),
            ("forge token", secrets::forge_token(dice)),
            ("JWT", secrets::jwt(dice)),
            ("database", secrets::database_url(dice)),
        ]
        .map(|(label, value)| (label, format!("It said `{value}` then."), value))
        .to_vec();
        all.push(("PEM", format!("It said:\n\n```\n{key}\n```"), body));
        all
    });
}

#[test]
fn d38_numbers_of_people() {
    detected(|_, dice| {
        let all = [
            ("card", secrets::card(dice)),
            ("IBAN", secrets::iban(dice)),
            ("social security", secrets::social_security(dice)),
            ("phone", format!("+44 20 7{} {}", dice.digits(3), dice.digits(4))),
        ];
        all.map(|(label, value)| (label, format!("It was {value} then."), value)).to_vec()
    });
}
