//! Recall: a name in every form through every channel of an approved text. A pair counts if it would be published with a policy
//! that does not know the name; each of these must be refused.

use std::collections::BTreeMap;

use image::ImageFormat;

use super::forms::forms;
use super::judge::{Verdict, judge};
use super::kit::{PublicTest, Review, quoted};
use super::pictures::picture;

type Put = fn(Review, &str) -> Review;

/// The ways in which a text can leave the library.
const CHANNELS: [(&str, Put); 20] = [
    ("paragraph", |r, x| r.summary(&format!("Then {x} looked."))),
    ("public title", |r, x| Review { heading: format!("Latency and {x}"), ..r }),
    ("text of its own", |r, x| {
        Review { resolution: String::new(), ..r }
            .sections("summary, customer-impact")
            .public(&format!("customer-impact: {}", quoted(&format!("It hurt {x} most."))))
    }),
    ("timeline entry", |r, x| {
        let what = quoted(&format!("Then {x} looked."));
        r.sections("summary, timeline")
            .front(&format!("timeline: [{{at: '2026-03-02T09:31:00Z', what: {what}, public: true}}]"))
    }),
    ("text of a timeline entry", |r, x| {
        let what = quoted(&format!("Then {x} looked."));
        r.sections("summary, timeline")
            .front(&format!("timeline: [{{at: '2026-03-02T09:31:00Z', what: Seen, public: {what}}}]"))
    }),
    ("action", |r, x| {
        r.sections("summary, countermeasures")
            .front(&format!("actions: [{{title: {}}}]", quoted(&format!("Ask {x} to look"))))
    }),
    ("learning", |r, x| {
        r.sections("summary, learnings").front(&format!("learnings: [{}]", quoted(&format!("Ask {x} to look"))))
    }),
    ("factor", |r, x| {
        r.sections("summary, contributing-factors")
            .front(&format!("contributing_factors: [{}]", quoted(&format!("It was {x} who looked"))))
    }),
    ("change note", |r, x| {
        r.public(&format!("changes: [{{on: 2026-03-07, note: {}}}]", quoted(&format!("Corrected what {x} saw"))))
    }),
    ("alternative text", |r, x| {
        let alt = quoted(&format!("The graph of {x} rises"));
        r.public(&format!("assets: [{{src: graph.png, alt: {alt}}}]")).summary("It was slow.\n\n![it](graph.png)")
    }),
    ("code block", |r, x| r.summary(&format!("It said:\n\n```\nerror: {x} failed\n```"))),
    ("inline code", |r, x| r.summary(&format!("It said `{}` then.", x.replace('\n', " ")))),
    ("table", |r, x| r.summary(&format!("| who | what |\n|---|---|\n| {} | looked |", x.replace('\n', " ")))),
    ("list", |r, x| r.summary(&format!("- One\n- Then {} looked", x.replace('\n', "\n  ")))),
    ("quotation", |r, x| r.summary(&format!("> Then {} looked", x.replace('\n', "\n> ")))),
    ("heading", |r, x| r.summary(&format!("It was slow.\n\n### What {} saw\n\nLittle.", x.replace('\n', " ")))),
    ("link text", |r, x| r.summary(&format!("See [what {x} saw](https://example.com/x)."))),
    ("link address", |r, x| {
        r.summary(&format!("See [this](https://example.com/find?q={}).", x.replace([' ', '\n'], "%20")))
    }),
    ("link title", |r, x| {
        r.summary(&format!("See [this](https://example.com/x \"{}\").", x.replace(['\n', '"'], " ")))
    }),
    ("footnote", |r, x| r.summary(&format!("It was slow.[^1]\n\n[^1]: As {} saw.", x.replace('\n', " ")))),
];

#[test]
fn every_canary_that_would_be_published_is_held_back() {
    let mut test = PublicTest::new();
    test.site.put("graph.png", &picture(21, ImageFormat::Png));
    let all = forms(&test.person);
    assert!(CHANNELS.len() >= 12 && all.len() >= 20);
    let mut pairs = Vec::new();
    for (form, text) in &all {
        for (channel, put) in CHANNELS {
            let review = test.review(&format!("canary-{}", pairs.len()));
            pairs.push((*form, channel, put(review, text)));
        }
    }
    let reviews: Vec<_> = pairs.iter().map(|(.., review)| review.clone()).collect();
    let armed = judge(&test, &reviews);
    test.disarm();
    let disarmed = judge(&test, &reviews);
    let (mut counted, mut held, mut missed) = (0, 0, Vec::new());
    let mut otherwise: BTreeMap<String, usize> = BTreeMap::new();
    for (((form, channel, _), with), without) in pairs.iter().zip(&armed).zip(&disarmed) {
        if !without.is_published() {
            let why = match without {
                Verdict::Mistake(codes) => format!("a mistake anyway ({})", codes.join(", ")),
                _ => "held back by another rule".to_owned(),
            };
            *otherwise.entry(why).or_default() += 1;
            assert!(!with.is_published(), "{form} in {channel}");
            continue;
        }
        counted += 1;
        if with.is_published() { missed.push(format!("{form} in {channel}")) } else { held += 1 }
    }
    println!(
        "canaries: {} forms, {} channels, {counted} pairs that would be published, {held} held back; besides {otherwise:?}",
        all.len(),
        CHANNELS.len()
    );
    assert!(counted >= 240, "{otherwise:?}");
    assert!(missed.is_empty(), "{} of {counted} missed: {missed:#?}", missed.len());
}
