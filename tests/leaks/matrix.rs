//! Forms, channels and encodings: what must not be published is refused in every place, and what is clean is published in each of
//! the same places. With `--nocapture`, the test prints the table.

mod channels;
mod encodings;
pub mod held;

use image::ImageFormat;

use self::channels::{CHANNELS, OF_LINES};
use self::encodings::ENCODINGS;
use self::held::{HELD, beside};
use super::judge::{Verdict, judge};
use super::kit::{PublicTest, Review};
use super::people::{LISTS, staged};
use super::pictures::picture;

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
