//! Mistakes: nothing is written, the old site stays, and the corrected review is published.

use super::kit::{APPROVED, PublicTest, Review};

/// Adds a review to a published library: refused with these words as it is, published after it is corrected.
#[track_caller]
fn refused(
    words: &[&str],
    wrong: impl Fn(Review, &PublicTest) -> Review,
    mended: impl Fn(Review, &PublicTest) -> Review,
) {
    let mut test = PublicTest::new();
    let old = test.review("old");
    test.approved(&old);
    test.publish().ok();
    let review = test.review("new");
    let bad = wrong(review.clone(), &test);
    test.write(&bad);
    assert_ne!(test.approve(&bad).code, Some(0), "it was approved:\n{}", bad.text());
    let run = test.refused(1);
    for word in words {
        assert!(run.stderr.contains(word), "nothing says {word:?}:\n{}\n{}", run.stderr, bad.text());
    }
    let good = mended(review, &test);
    test.approved(&good);
    test.publish().ok();
    test.page("new");
}

/// The same for a text in an approved section.
#[track_caller]
fn refused_text(words: &[&str], wrong: &str, mended: &str) {
    refused(words, |review, _| review.summary(wrong), |review, _| review.summary(mended));
}

/// The same for a replacement in the file.
#[track_caller]
fn refused_file(words: &[&str], from: &str, to: &str) {
    let mut test = PublicTest::new();
    let old = test.review("old");
    test.approved(&old);
    test.publish().ok();
    let review = test.review("new");
    test.approved(&review);
    test.edit(&review.file, from, to);
    let run = test.refused(1);
    for word in words {
        assert!(run.stderr.contains(word), "nothing says {word:?}:\n{}\n{}", run.stderr, test.read(&review.file));
    }
    test.approved(&review);
    test.publish().ok();
    test.page("new");
}

#[test]
fn d02_publish_is_true_or_it_is_a_mistake() {
    for value in ["\"false\"", "\"true\"", "1", "[true]"] {
        refused_file(&["error[wrong-type]", "publish"], "publish: true", &format!("publish: {value}"));
    }
}

#[test]
fn d03_keys_are_known_and_stand_once() {
    refused_file(&["error[unknown-key]", "did you mean `sections`?"], "  sections:", "  sectoins:");
    refused_file(&["error["], "  slug: new\n", "  slug: new\n  slug: newer\n");
    refused_file(&["error[public-field]", "anchor"], "title: \"Elevated", "title: &t \"Elevated");
}

#[test]
fn d06_one_letter_of_an_approved_section() {
    refused_file(&["error[approval]", "not what was approved"], "took longer", "took lenger");
    refused_file(&["error[approval]"], "title: \"Elevated", "title: \"elevated");
    refused_file(&["error[approval]"], "  tags: [database]\n  sections", "  tags: [failover]\n  sections");
}

#[test]
fn d08_who_approves_and_when() {
    refused_file(&["error[approval]", "not among the approvers"], "by: \"Comms lead\"", "by: \"Somebody\"");
    let mut test = PublicTest::new();
    // On a day before its approval it was not published, so that it waits.
    let waits = test.review("waits");
    test.approved(&waits);
    test.edit(&waits.file, &format!("on: {APPROVED}"), "on: 2031-01-01");
    test.publish().ok().says("1 waiting for its day");
    assert!(!test.folder().join("postmortems/waits").exists());
    let mut review = test.review("new");
    review.owner = "Comms lead".to_owned();
    test.write(&review);
    test.approve(&review).code(2).says("owns the review");
    test.approve_by(&review, "Second reader").ok();
    test.edit(&review.file, "by: \"Second reader\"", "by: \"Comms lead\"");
    test.refused(1).says("error[approval]").says("`Comms lead` owns the review");
    test.edit(&review.file, "by: \"Comms lead\"", "by: \"Second reader\"");
    test.publish().ok();
}

#[test]
fn d09_a_definition_in_an_internal_section() {
    let link = "See [the dashboard][dash].";
    refused(
        &["error[public-markup]", "[dash]"],
        |review, _| review.summary(link).inside("[dash]: https://example.com/inside"),
        |review, _| review.summary(&format!("{link}\n\n[dash]: https://example.com/outside")),
    );
    refused(
        &["error[public-markup]", "[^n]"],
        |review, _| review.summary("So it was.[^n]").inside("[^n]: A note."),
        |review, _| review.summary("So it was.[^n]\n\n[^n]: A note."),
    );
}

#[test]
fn d10_two_sections_of_one_meaning() {
    refused(
        &["error[public-section]", "two sections mean `summary`"],
        |review, _| review.inside("## Summary\n\nAnother one."),
        |review, _| review.inside("## What we summed up\n\nAnother one."),
    );
}

#[test]
fn d11_words_outside_the_public_vocabulary() {
    refused_file(
        &["error[public-field]", "public_tags"],
        "  tags: [database]\n  sections",
        "  tags: [ledger]\n  sections",
    );
    refused_file(&["error[public-field]", "public_services"], "services: [Checkout]", "services: [Ledger]");
}

#[test]
fn d14_a_link_to_what_is_not_public() {
    let mut test = PublicTest::new();
    let hidden = test.review("hidden");
    test.put(&hidden.file, &hidden.unpublished());
    let id = hidden.file.trim_end_matches(".md");
    let links =
        [format!("[[{id}]]"), format!("[before]({})", hidden.file), format!("[before](./{}#summary)", hidden.file)];
    for link in links {
        let review = test.review("new").summary(&format!("It happened before: {link}."));
        test.write(&review);
        assert_eq!(test.approve(&review).code, Some(1));
        test.refused(1).says("error[public-link]");
        // Once the other review is published, it can be linked to.
        test.approved(&hidden);
        if !link.contains('#') {
            test.approve(&review).ok();
            test.publish().ok();
            assert!(test.page("new").contains("../hidden/"), "{}", test.page("new"));
        }
        test.put(&hidden.file, &hidden.unpublished());
        std::fs::remove_file(test.site.library().join(&review.file)).expect("removed");
    }
}

#[test]
fn d24_marks_that_are_broken() {
    let mended = "Then [Ann](redact:first-responder) came.";
    for (wrong, word) in [
        ("Then [Ann](redact:first responder) came.", "error[public-mark]"),
        ("Then [Ann](redact:first-responders) came.", "did you mean `first-responder`?"),
        ("Then [Ann](redct:first-responder) came.", "did you mean `redact:`?"),
        ("Then `[Ann](redact:first-responder)` came.", "error[public-mark]"),
        ("Then <a href=\"redact:first-responder\">Ann</a> came.", "error[public-markup]"),
        ("Then [Ann][a] came.\n\n[b]: redact:first-responder", "error["),
        ("Then [Ann](redact:) came.", "error[public-mark]"),
    ] {
        refused_text(&[word], wrong, mended);
    }
}

#[test]
fn d25_fences_that_are_open_or_misspelt() {
    let mended = "It was so.\n\n```redact\nAnn\n```";
    refused_text(&["error[public-mark]", "never closed"], "It was so.\n\n```redact\nAnn", mended);
    refused_text(&["error[public-markup]", "did you mean `redact`?"], "It was so.\n\n```redcat\nAnn\n```", mended);
}

#[test]
fn d26_comments_go_and_other_html_is_refused() {
    let mut test = PublicTest::new();
    let (word, name) = (test.dice.word(), test.person.full());
    let review =
        test.review("latency").summary(&format!("It was <!-- {name} knows --> slow.\n\n<!-- {word} -->\n\nThen not."));
    test.approved(&review);
    test.publish().ok();
    test.nowhere(&[&word, &name]);
    assert!(test.page("latency").contains("It was slow."));
    for html in ["<script>alert(1)</script>", "<b>bold</b>", "<img src=x>", "<!-- x --><i>y</i>"] {
        refused_text(&["error[public-markup]", "raw HTML"], &format!("It was slow.\n\n{html}"), "It was slow.");
    }
}

#[test]
fn d39_links_to_where_readers_cannot_go() {
    for (link, word) in [
        ("https://elsewhere.org/x", "not public"),
        ("https://user:word@example.com/", "carries a user name"),
        ("ftp://example.com/", "a link with `ftp:`"),
        ("javascript:alert(1)", "a link with `javascript:`"),
        ("data:text/html,x", "a link with `data:`"),
        ("mailto:nobody@example.com", "mailbox is not public"),
        ("//example.com/x", "error[public-link]"),
        ("#what-surprised-us", "is not published with this section"),
    ] {
        refused_text(
            &["error[public-link]", word],
            &format!("See [this]({link})."),
            "See [this](https://example.com/x).",
        );
    }
}
