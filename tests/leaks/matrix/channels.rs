//! The places of a postmortem that a text can stand in.

use super::super::kit::{Review, quoted};

/// Puts a text into its place in a review.
pub type Put = fn(Review, &str) -> Review;

/// Each place with its name.
pub const CHANNELS: [(&str, Put); 14] = [
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

/// The places in which a line may end.
pub const OF_LINES: [&str; 3] = ["summary", "body", "code fence"];
