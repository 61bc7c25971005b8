//! Pasted secrets in every place of a text and in every disguise. The context, the place and the spelling are three
//! tables, and all combinations are tested.

use std::sync::LazyLock;

use data_encoding::BASE64;
use rayon::prelude::*;

use super::super::{Policy, Scanner, Taint};
use super::{blocking, origin};

/// Texts with a secret; `SECRET` is replaced by the value.
static FORMS: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("pasted_forms.txt").lines().collect());

/// A place in a text.
type Place = (&'static str, fn(&str) -> String);

const PLACES: &[Place] = &[
    ("a line", |v| format!("It ran as follows:\n\n{v}\n\nand failed.\n")),
    ("a list", |v| format!("- first\n- {v}\n- last\n")),
    ("a list in a list", |v| format!("1. first\n\n   - {v}\n")),
    ("a task", |v| format!("- [x] {v}\n")),
    ("a quote", |v| format!("> {v}\n")),
    ("an alert", |v| format!("> [!NOTE]\n> {v}\n")),
    ("a table", |v| format!("| when | what |\n|---|---|\n| 14:05 | {v} |\n")),
    ("a table, as code", |v| format!("| when | what |\n|---|---|\n| 14:05 | `{v}` |\n")),
    ("code", |v| format!("We ran `{v}` by hand.\n")),
    ("a code block", |v| format!("```sh\n{v}\n```\n")),
    ("a code block in a list", |v| format!("- first\n\n  ```\n  {v}\n  ```\n")),
    ("an indented block", |v| format!("It ran:\n\n    {v}\n")),
    ("a session", |v| format!("```console\n$ {v}\nok\n```\n")),
    ("a log", |v| format!("```\n2026-03-02T14:05:09Z INFO [main] {v}\n```\n")),
    ("a difference", |v| format!("```diff\n-  {v}\n+  gone\n```\n")),
    ("a heading", |v| format!("### {v}\n")),
    ("a footnote", |v| format!("It failed[^1].\n\n[^1]: {v}\n")),
    ("bold", |v| format!("**{v}**\n")),
    ("the text of a link", |v| format!("[{v}](https://example.com/)\n")),
    ("the title of a link", |v| format!("[x](https://example.com/ '{}')\n", v.replace('\'', "\\'"))),
    ("alternative text", |v| format!("![{v}](/assets/pictures/x.png)\n")),
    ("a comment", |v| format!("x <!-- {v} --> y\n")),
    ("an attribute", |v| format!("<p data-x='{}'>x</p>\n", v.replace('\'', "&#39;"))),
];

/// Spellings of the value.
const SPELLINGS: &[Place] = &[
    ("a space without width", |v| inside(v, "\u{200b}")),
    ("a soft hyphen", |v| inside(v, "\u{ad}")),
    ("a joiner of words", |v| inside(v, "\u{2060}")),
    ("a joiner", |v| inside(v, "\u{200d}")),
    ("a byte order mark", |v| inside(v, "\u{feff}")),
    ("a mark of direction", |v| inside(v, "\u{200e}")),
    ("percent", |v| v.bytes().map(|b| format!("%{b:02X}")).collect::<Vec<_>>().concat()),
    ("decimal references", |v| v.chars().map(|c| format!("&#{};", u32::from(c))).collect::<Vec<_>>().concat()),
    ("hexadecimal references", |v| v.chars().map(|c| format!("&#x{:X};", u32::from(c))).collect::<Vec<_>>().concat()),
    ("escapes", |v| v.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect::<Vec<_>>().concat()),
    ("wide letters", |v| v.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c)).collect()),
];

fn inside(value: &str, sign: &str) -> String {
    let (head, tail) = value.split_at(value.len() / 2);
    format!("{head}{sign}{tail}")
}

static SCANNER: LazyLock<Scanner> = LazyLock::new(|| {
    let policy = Policy { public_domains: vec!["example.com".into()], ..Policy::default() };
    Scanner::new(&policy, Taint::new())
});

fn is_stopped(text: &str) -> bool {
    !blocking(&SCANNER.look(text, &origin("a.md"), &[])).is_empty()
}

const PASSWORD: &str = "Tr0ub4dor3x";

/// A token of an issuer, assembled here so that no secret scanner reports this file.
fn token() -> String {
    format!("{}{}", "ghp_", "a1B2c3D4e5F6".repeat(3))
}

fn report(missed: &[String], all: usize) {
    assert!(missed.is_empty(), "{} of {all}:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn every_form_is_stopped_in_every_place() {
    let all = FORMS.iter().flat_map(|form| PLACES.iter().map(move |place| (form, place)));
    let all: Vec<_> = all.collect();
    let missed = all.par_iter().filter_map(|(form, (place, put))| {
        (!is_stopped(&put(&form.replace("SECRET", PASSWORD)))).then(|| format!("{place}: {form}"))
    });
    report(&missed.collect::<Vec<_>>(), all.len());
}

#[test]
fn every_form_is_stopped_in_every_spelling_of_the_value() {
    let all: Vec<_> = FORMS.iter().flat_map(|form| SPELLINGS.iter().map(move |spelling| (form, spelling))).collect();
    let missed = all.par_iter().filter_map(|(form, (spelling, write))| {
        let text = format!("```\n{}\n```\n", form.replace("SECRET", &write(PASSWORD)));
        (!is_stopped(&text)).then(|| format!("{spelling}: {form}"))
    });
    report(&missed.collect::<Vec<_>>(), all.len());
}

/// A token is found whatever is around it.
#[test]
fn tokens_are_stopped_in_every_place_and_spelling() {
    let all: Vec<_> = PLACES.iter().flat_map(|place| SPELLINGS.iter().map(move |spelling| (place, spelling))).collect();
    let missed = all.par_iter().filter_map(|((place, put), (spelling, write))| {
        (!is_stopped(&put(&write(&token())))).then(|| format!("{place}, {spelling}"))
    });
    report(&missed.collect::<Vec<_>>(), all.len());
}

#[test]
fn every_form_is_stopped_when_all_of_it_is_encoded() {
    let spellings: [Place; 3] = [
        ("percent", |v| v.bytes().map(|b| format!("%{b:02X}")).collect::<Vec<_>>().concat()),
        ("references", |v| v.chars().map(|c| format!("&#{};", u32::from(c))).collect::<Vec<_>>().concat()),
        ("base64", |v| BASE64.encode(v.as_bytes())),
    ];
    let (mut missed, mut all) = (Vec::new(), 0);
    for form in FORMS.iter() {
        for (spelling, write) in spellings {
            all += 1;
            if !is_stopped(&format!("x {} y\n", write(&form.replace("SECRET", PASSWORD)))) {
                missed.push(format!("{spelling}: {form}"));
            }
        }
    }
    report(&missed, all);
}

/// A token is found wherever a line break splits it.
#[test]
fn tokens_are_stopped_when_lines_break_them() {
    let breaks = ["\n", "\\\n", " \\\n  ", "\n    ", "\r\n", "\n> ", "\" \\\n  \"", "' +\n  '", "\n# "];
    let mut missed = Vec::new();
    let token = token();
    for sign in breaks {
        for at in [12, 20, 30] {
            let (head, tail) = token.split_at(at);
            for text in [format!("```\ntoken {head}{sign}{tail}\n```\n"), format!("> key: {head}{sign}{tail} x\n")] {
                if !is_stopped(&text) {
                    missed.push(format!("{sign:?} at {at}: {text:?}"));
                }
            }
        }
    }
    report(&missed, breaks.len() * 6);
}

#[test]
fn what_stands_for_a_secret_passes_in_every_form_and_place() {
    // Inside HTML `<password>` would be an element, so these places are left out.
    let places = PLACES.iter().filter(|(place, _)| !["a comment", "an attribute"].contains(place));
    let everywhere = places.flat_map(|place| FORMS.iter().map(move |form| ("<password>", form, place)));
    let others = ["${SECRET_VALUE}", "********", "REDACTED", "changeme", "$DB_PASSWORD", "[hidden]", "..."];
    let others = others.iter().flat_map(|placeholder| FORMS.iter().map(move |form| (*placeholder, form)));
    let others = others.flat_map(|(placeholder, form)| {
        PLACES
            .iter()
            .filter(|(place, _)| ["a line", "a table", "bold"].contains(place))
            .map(move |p| (placeholder, form, p))
    });
    let all: Vec<_> = everywhere.chain(others).collect();
    let held = all.par_iter().filter_map(|(placeholder, form, (place, put))| {
        let found = SCANNER.look(&put(&form.replace("SECRET", placeholder)), &origin("a.md"), &[]);
        let blocked = blocking(&found);
        let first = blocked.first()?;
        Some(format!("{place}: {form}: {placeholder}: {} {:?}", first.rule, first.value.reveal()))
    });
    report(&held.collect::<Vec<_>>(), all.len());
}
