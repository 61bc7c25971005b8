//! Forms, channels and encodings, each form in several channels and encodings: what must not be published is refused in every
//! place, and what is clean is published in each of the same places.

use std::collections::BTreeMap;

use data_encoding::BASE64;
use image::ImageFormat;

use super::judge::{Verdict, judge};
use super::kit::{Review, quoted};
use super::people::{LISTS, staged};
use super::pictures::picture;

/// What must not be published, by row of the issue.
const HELD: [(&str, &[&str]); 5] = [
    (
        "shapes",
        &[
            "10.44.7.19",
            "someone@innercorp.net",
            "fd00:44:7::19",
            "nas.burrow.lan",
            "+44 20 7123 0958",
            "00:1b:44:11:3a:b7",
            "0044 20 7123 0958",
            "INC0012345",
        ],
    ),
    (
        "people",
        &[
            "Ms Diallo",
            "Hanneke Wouters",
            "M. Chen",
            "Chen, M.",
            "Mr Baker",
            "h.wouters",
            "Juergen Grossmann",
            "Haneke Wouters-Diallo",
            "Messrs Baker and Chen",
            "jvdzwaagh",
        ],
    ),
    (
        "secrets",
        &[
            "curl -u deploy:Tr0ub4dor3x https://example.com/",
            "export DB_PASSWORD=Tr0ub4dor3x",
            "mysql -pTr0ub4dor3x",
            "redis-cli -a Tr0ub4dor3x",
            "password: Tr0ub4dor3x",
            "x-api-key: 7f9c2ba4e88f827d",
            "Cookie: session=7f9c2ba4e88f827d",
            "AUTH Tr0ub4dor3x",
            "login admin / Tr0ub4dor3x",
            "Password – Tr0ub4dor3x",
            "openssl enc -k Tr0ub4dor3x",
            "Tr0ub4dor3x was the password",
            "the API key was Tr0ub4dor3x",
            "keytool -storepass Tr0ub4dor3x",
        ],
    ),
    ("parts of names", &["Nordlicht", "Tundra", "OSPREY", "Quillpay", "Quill Pay", "nord licht", "ospreys"]),
    (
        "other spellings",
        &[
            "OPS-4812",
            "ops:4812",
            "OPS ticket 4812",
            "10.44.7.x",
            "10[.]44[.]7[.]19",
            "10.44.7.[19]",
            "10 . 44 . 7 . 19",
            "vault-zrh-04",
            "ledger.prod.svc:80",
            "prod-db-2",
            "OPS-four-eight-one-two",
            "ticket 4812 in OPS",
            "4812 (OPS)",
        ],
    ),
];

/// What may be published.
const CLEAN: [&str; 12] = [
    "version 1.5.2.1",
    "192.0.2.17",
    "10.0.0.0/8",
    "fe80::1",
    "2606:4700:4700::1111",
    "4242 4242 4242 4242",
    "+1 555 0100",
    "DE89 3704 0044 0532 0130 00",
    "AKIAIOSFODNN7EXAMPLE",
    "the apex of it",
    "array[0][1]",
    "DB_PASSWORD=changeme",
];

type Put = fn(Review, &str) -> Review;

const CHANNELS: [(&str, Put); 14] = [
    ("title", |r, x| Review { heading: format!("Errors of {x} seen"), ..r }),
    ("summary", |r, x| r.summary(&format!("Then {x} was seen."))),
    ("body", |r, x| Review { resolution: format!("Then {x} was seen."), ..r }),
    ("timeline", |r, x| {
        let what = quoted(&format!("Then {x} was seen"));
        r.sections("summary, timeline")
            .front(&format!("timeline: [{{at: '2026-03-02T09:31:00Z', what: {what}, public: true}}]"))
    }),
    ("action", |r, x| {
        r.sections("summary, countermeasures")
            .front(&format!("actions: [{{title: {}}}]", quoted(&format!("Look at {x} again"))))
    }),
    ("learning", |r, x| {
        r.sections("summary, learnings").front(&format!("learnings: [{}]", quoted(&format!("Look at {x} again"))))
    }),
    ("field", |r, x| {
        Review { resolution: String::new(), ..r }
            .sections("summary, customer-impact")
            .public(&format!("customer-impact: {}", quoted(&format!("It hurt {x} most."))))
    }),
    ("alternative text", |r, x| {
        let alt = quoted(&format!("The graph of {x} rises"));
        r.public(&format!("assets: [{{src: graph.png, alt: {alt}}}]")).summary("It was slow.\n\n![it](graph.png)")
    }),
    ("link", |r, x| r.summary(&format!("See [what {x} was](https://example.com/x)."))),
    ("link title", |r, x| r.summary(&format!("See [it](https://example.com/x \"{}\").", x.replace('"', "'")))),
    ("code fence", |r, x| r.summary(&format!("It said:\n\n```\nerror at {x} then\n```"))),
    ("table", |r, x| r.summary(&format!("| when | what |\n|---|---|\n| then | {x} |"))),
    ("footnote", |r, x| r.summary(&format!("It was slow.[^1]\n\n[^1]: Then {x} was seen."))),
    ("heading", |r, x| r.summary(&format!("It was slow.\n\n### What {x} was\n\nLittle."))),
];

type Encode = fn(&str) -> Option<String>;

/// `None` if the encoded form is too short to be distinguished from chance, or is not a single value.
const ENCODINGS: [(&str, Encode); 7] = [
    ("plain", |t| Some(t.to_owned())),
    ("a character that nobody sees", |t| Some(middle(t, "\u{2060}"))),
    ("decimal references", |t| Some(t.chars().map(|c| format!("&#{};", u32::from(c))).collect::<Vec<_>>().concat())),
    ("percent", |t| Some(t.bytes().map(|b| format!("%{b:02X}")).collect::<Vec<_>>().concat())),
    ("escapes", |t| {
        t.is_ascii().then(|| t.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect::<Vec<_>>().concat())
    }),
    ("base64", |t| (t.len() >= 12).then(|| BASE64.encode(t.as_bytes()))),
    ("wide letters", |t| {
        Some(
            t.chars()
                .map(|c| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c) } else { c })
                .collect(),
        )
    }),
];

fn middle(text: &str, sign: &str) -> String {
    let at = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    format!("{}{sign}{}", &text[..at], &text[at..])
}

#[test]
fn every_form_is_held_back_in_every_channel_and_encoding() {
    let mut test = staged(LISTS);
    test.site.put("graph.png", &picture(21, ImageFormat::Png));
    let forms: Vec<(&str, &str)> =
        HELD.iter().flat_map(|(row, forms)| forms.iter().map(move |form| (*row, *form))).collect();
    let mut cases = Vec::new();
    // Every form in each encoding, arranged so that each encoding is in each channel; plain text in four more channels.
    for (n, (row, form)) in forms.iter().enumerate() {
        let encoded =
            ENCODINGS.iter().enumerate().filter_map(|(k, (name, encode))| Some((n + k * 3, *name, encode(form)?)));
        let more = (0..4).map(|k| (n + k * 3 + 1, "plain", (*form).to_owned()));
        for (place, encoding, text) in encoded.chain(more) {
            let (channel, put) = CHANNELS[place % CHANNELS.len()];
            let review = test.review(&format!("case-{}", cases.len()));
            cases.push((*row, format!("{form} in {channel}, {encoding}"), put(review, &text)));
        }
    }
    let held = cases.len();
    for (n, form) in CLEAN.iter().enumerate() {
        for k in 0..5 {
            let (channel, put) = CHANNELS[(n + k * 3) % CHANNELS.len()];
            let review = test.review(&format!("case-{}", cases.len()));
            cases.push(("clean", format!("{form} in {channel}"), put(review, form)));
        }
    }
    let reviews: Vec<_> = cases.iter().map(|(.., review)| review.clone()).collect();
    let verdicts = judge(&test, &reviews);
    let mut recall: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let (mut missed, mut blocked, mut by_the_gate) = (Vec::new(), Vec::new(), 0);
    for (n, ((row, case, _), verdict)) in cases.iter().zip(&verdicts).enumerate() {
        if n < held {
            let (stopped, all) = recall.entry(row).or_default();
            *all += 1;
            *stopped += usize::from(!verdict.is_published());
            by_the_gate += usize::from(verdict.is_held());
            if verdict.is_published() {
                missed.push(case);
            }
        } else if !verdict.is_published() {
            blocked.push((case, verdict));
        }
    }
    println!(
        "{recall:?}; {by_the_gate} of {held} by a finding; clean: {} of {} held back",
        blocked.len(),
        cases.len() - held
    );
    assert!(by_the_gate * 10 > held * 8, "{by_the_gate} of {held}");
    assert!(missed.is_empty(), "{} of {held}: {missed:#?}", missed.len());
    assert!(blocked.is_empty(), "{blocked:#?}");
}

/// The address of a postmortem is scanned, too.
#[test]
fn a_name_in_an_address_is_held_back() {
    let mut test = staged(LISTS);
    let slugs = [
        "hanneke-wouters-diallo",
        "mei-chen-outage",
        "vault-zrh-03",
        "ops-4812",
        "tundra-freight",
        "osprey-9",
        "10-44-7-19",
    ];
    let reviews: Vec<_> = slugs.iter().map(|slug| test.review(slug)).collect();
    for (slug, verdict) in slugs.iter().zip(judge(&test, &reviews)) {
        assert!(!matches!(verdict, Verdict::Published(_)), "{slug}");
    }
}
