//! Forms, channels and encodings: what must not be published is refused in every place, and what is clean is published in each of
//! the same places. With `--nocapture`, the test prints the table.

use data_encoding::BASE64;
use image::ImageFormat;

use super::judge::{Verdict, judge};
use super::kit::{PublicTest, Review, quoted};
use super::people::{LISTS, staged};
use super::pictures::picture;

/// What must not be published, by kind.
const HELD: [(&str, &[&str]); 7] = [
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
            "ours.slack.com/archives/C024BE91L/p17000",
            "arn:aws:s3:::our-bucket",
            "DE68 2105 0170 0012 3456 78",
            "/home/hwouters/ledger",
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
            "Aase Bjoernsaeter",
            "Lukasz Walesny",
            "Mei Chen's",
            "李小龍",
            "Li Xiaolong",
            "Haneke Wouters-Diallo",
            "Messrs Baker and Chen",
            "jvdzwaagh",
        ],
    ),
    ("the library", LIBRARY),
    (
        "secrets",
        &[
            "curl -u deploy:Tr0ub4dor3x https://example.com/",
            "export DB_PASSWORD=Tr0ub4dor3x",
            "PGPASSWORD=Tr0ub4dor3x psql",
            "tool --password=Tr0ub4dor3x",
            "mysql -pTr0ub4dor3x",
            "sshpass -p Tr0ub4dor3x ssh example.com",
            "redis-cli -a Tr0ub4dor3x",
            "password: Tr0ub4dor3x",
            "password: !!str Tr0ub4dor3x",
            "x-api-key: 7f9c2ba4e88f827d",
            "Cookie: session=7f9c2ba4e88f827d",
            "https://example.com/?client_secret=7f9c2ba4e88f827d",
            "AUTH Tr0ub4dor3x",
            "login admin / Tr0ub4dor3x",
            "Password – Tr0ub4dor3x",
            "openssl enc -k Tr0ub4dor3x",
            "Tr0ub4dor3x was the password",
            "the API key was Tr0ub4dor3x",
            "keytool -storepass Tr0ub4dor3x",
        ],
    ),
    ("secrets over lines", LINES),
    ("parts of names", &["Nordlicht", "Tundra", "OSPREY", "Quillpay", "Quill Pay", "nord licht", "ospreys"]),
    (
        "other spellings",
        &[
            "OPS-4812",
            "ops 4812",
            "ops:4812",
            "OPS ticket 4812",
            "10.44.7.x",
            "10-44-7-19",
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

/// What the review of [`beside`] tells of people, machines and tickets.
const LIBRARY: &[&str] = &[
    "Zebulon Quist",
    "Ottoline Vaszary",
    "Perpetua Lindgrove",
    "Ignatius Mbekwe",
    "Cornelia Ashdown",
    "ledger-q.burrow.internal",
    "pool-overview-zx",
    "INFRA-9173",
    "INFRA-4812",
];

/// Secrets that a line end divides.
const LINES: &[&str] = &[
    "token ghp_a1B2c3D4e5F6a1B2c3\nD4e5F6a1B2c3D4e5F6a1B2",
    "password:\n  Tr0ub4dor3x",
    "password: !plain >-\n  Tr0ub4dor3x",
    "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDq3xQ7mZ2pLw8K\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDq3xQ7mZ2pLw8K\nAgMBAAE=",
];

/// The places in which a line may end.
const OF_LINES: [&str; 3] = ["summary", "body", "code fence"];

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

/// A review that is not published, with people, a machine and tickets.
fn beside(test: &mut PublicTest) {
    let entries =
        ["Zebulon Quist (database)", "Ottoline Vaszary [dba]", "Perpetua Lindgrove via Slack", "Ana + Ignatius Mbekwe"]
            .map(|who| format!("{{at: '2026-03-02T09:31:00Z', what: Seen, who: {}}}", quoted(who)));
    let review = test
        .review("beside")
        .front(&format!("timeline: [{}]", entries.join(", ")))
        .front("links: [{label: INFRA-9173, url: 'https://ledger-q.burrow.internal/d/uid-77/pool-overview-zx'}]")
        .front("actions: [{title: Look at it, ticket: 'https://burrow.atlassian.net/browse/INFRA-4812'}]");
    test.put(&review.file, &review.unpublished());
    let config = test.read("debrief.yaml");
    test.put("debrief.yaml", &format!("{config}meeting: {{facilitators: [Cornelia Ashdown]}}\n"));
}

/// One form in one channel and one encoding.
struct Case {
    kind: &'static str,
    form: &'static str,
    channel: usize,
    encoding: usize,
    review: Review,
}

/// Every form in every channel and every encoding.
fn cases(test: &mut PublicTest) -> Vec<Case> {
    let mut cases = Vec::new();
    for (kind, form) in HELD.iter().flat_map(|(kind, forms)| forms.iter().map(move |form| (*kind, *form))) {
        for (channel, (name, put)) in CHANNELS.iter().enumerate() {
            if form.contains('\n') && !OF_LINES.contains(name) {
                continue;
            }
            for (encoding, (_, encode)) in ENCODINGS.iter().enumerate() {
                if let Some(text) = encode(form) {
                    let review = put(test.review(&format!("case-{}", cases.len())), &text);
                    cases.push(Case { kind, form, channel, encoding, review });
                }
            }
        }
    }
    cases
}

/// Rows below each other, columns beside each other; in a cell how many cases are held back, and of how many if not all are.
fn table<'c>(
    cases: impl Iterator<Item = (&'c Case, &'c Verdict)>,
    columns: &[&str],
    of: impl Fn(&Case) -> (String, usize),
) -> String {
    let mut rows: Vec<(String, Vec<(usize, usize)>)> = Vec::new();
    for (case, verdict) in cases {
        let (row, column) = of(case);
        if rows.last().is_none_or(|(last, _)| *last != row) {
            rows.push((row, vec![(0, 0); columns.len()]));
        }
        if let Some((stopped, all)) = rows.last_mut().and_then(|(_, cells)| cells.get_mut(column)) {
            *all += 1;
            *stopped += usize::from(!verdict.is_published());
        }
    }
    let cell = |(stopped, all): &(usize, usize)| match (stopped, all) {
        (_, 0) => String::new(),
        (stopped, all) if stopped == all => all.to_string(),
        (stopped, all) => format!("{stopped} of {all}"),
    };
    let mut out = format!("| | {} |\n|{}\n", columns.join(" | "), "---|".repeat(columns.len() + 1));
    for (row, cells) in rows {
        let cells = cells.iter().map(cell).collect::<Vec<_>>().join(" | ");
        out.push_str(&format!("| {} | {cells} |\n", row.replace('\n', "⏎")));
    }
    out
}

#[test]
fn every_form_is_held_back_in_every_channel_and_encoding() {
    let mut test = staged(LISTS);
    test.site.put("graph.png", &picture(21, ImageFormat::Png));
    beside(&mut test);
    let cases = cases(&mut test);
    let mut clean = Vec::new();
    for (n, form) in CLEAN.iter().enumerate() {
        for k in 0..5 {
            let (channel, put) = CHANNELS[(n + k * 3) % CHANNELS.len()];
            let review = test.review(&format!("clean-{}", clean.len()));
            clean.push((format!("{form} in {channel}"), put(review, form)));
        }
    }
    let reviews: Vec<_> =
        cases.iter().map(|case| &case.review).chain(clean.iter().map(|(_, review)| review)).cloned().collect();
    let verdicts = judge(&test, &reviews);
    let (of_cases, of_clean) = verdicts.split_at(cases.len());
    let judged = || cases.iter().zip(of_cases);
    let (channels, encodings) = (CHANNELS.map(|(name, _)| name), ENCODINGS.map(|(name, _)| name));
    println!("{}", table(judged(), &encodings, |case| (format!("{}: `{}`", case.kind, case.form), case.encoding)));
    println!("{}", table(judged(), &channels, |case| (case.kind.to_owned(), case.channel)));
    let by_the_gate = of_cases.iter().filter(|verdict| verdict.is_held()).count();
    let missed: Vec<_> = judged()
        .filter(|(_, verdict)| verdict.is_published())
        .map(|(case, _)| format!("{} in {}, {}", case.form, channels[case.channel], encodings[case.encoding]))
        .collect();
    let blocked: Vec<_> = clean.iter().zip(of_clean).filter(|(_, verdict)| !verdict.is_published()).collect();
    println!(
        "{} of {} held back, {by_the_gate} by a finding; clean: {} of {} held back",
        cases.len() - missed.len(),
        cases.len(),
        blocked.len(),
        clean.len()
    );
    assert!(by_the_gate * 10 > cases.len() * 8, "{by_the_gate} of {}", cases.len());
    assert!(missed.is_empty(), "{} of {}: {missed:#?}", missed.len(), cases.len());
    assert!(
        blocked.is_empty(),
        "{:#?}",
        blocked.iter().map(|((case, _), verdict)| (case, verdict)).collect::<Vec<_>>()
    );
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
