//! What is not published because nobody said that it may be.

use std::fs::File;
use std::time::{Duration, SystemTime};

use super::kit::{APPROVED, PublicTest};
use crate::harness::TODAY;

#[test]
fn d01_a_review_without_public_is_nowhere() {
    let mut test = PublicTest::new();
    let [open, closed] = ["open", "closed"].map(|slug| test.review(slug));
    let [service, tag, word] = [0; 3].map(|_| test.dice.word());
    let config =
        format!("services: {{checkout: Takes money, {service}: Secret}}\ntags: {{database: Rows, {tag}: Secret}}\n");
    test.put("debrief.yaml", &config);
    test.approved(&open);
    let text =
        closed.unpublished().replace("[checkout]", &format!("[{service}]")).replace("[database]", &format!("[{tag}]"));
    test.put(&closed.file, &text.replace(&closed.summary, &word));
    test.publish().ok();
    let stem = closed.file.trim_end_matches(".md");
    let tokens = [stem, &closed.title, &closed.owner, &service, &tag, &word];
    test.nowhere(&tokens);
    test.inside(&tokens);
}

#[test]
fn d04_the_name_of_a_file_is_no_address() {
    let mut test = PublicTest::new();
    let mut review = test.review("outage-of-march");
    review.file = format!("2026-03-{}-outage.md", test.customer.to_lowercase());
    test.write(&review);
    test.edit(&review.file, "  slug: outage-of-march\n", "");
    test.refused(1).says("`public.slug` is missing");
    test.approved(&review);
    test.publish().ok();
    let customer = test.customer.clone();
    test.nowhere(&[&customer]);
    test.inside(&[&customer]);
}

#[test]
fn d05_the_internal_title_stays_inside() {
    let mut test = PublicTest::new();
    let mut review = test.review("latency");
    review.title = format!("{} meltdown of {}", test.codename, test.dice.word());
    test.approved(&review);
    test.publish().ok();
    test.nowhere(&[&test.codename, &review.title]);
    assert!(test.page("latency").contains("Elevated checkout latency"));
    test.inside(&[&test.codename, &review.title]);
}

#[test]
fn d07_an_edit_of_what_stays_inside_changes_no_byte() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    test.publish().ok();
    let before = test.tree();
    let more = test.dice.words(20);
    test.edit(&review.file, &review.inside, &format!("{}\n\n{more}", review.inside));
    let title = test.dice.words(5);
    test.edit(&review.file, &review.title, &title);
    test.publish().ok();
    assert!(test.tree() == before);
    // An edit of what readers see does need a new approval.
    test.edit(&review.file, "made larger", "made smaller");
    test.refused(1).says("[approval]");
    test.approve(&review).ok();
    test.publish().ok();
    assert!(test.tree() != before);
}

#[test]
fn d12_counts_are_of_postmortems_alone() {
    let mut test = PublicTest::new();
    for slug in ["one", "two"] {
        let review = test.review(slug);
        test.approved(&review);
    }
    test.publish().ok();
    let before = test.tree();
    for n in 0..17 {
        let review = test.review(&format!("inside-{n}"));
        test.put(&review.file, &review.unpublished());
    }
    test.publish().ok();
    assert!(test.tree() == before, "seventeen internal reviews can be told");
    let page = |path: &str| String::from_utf8_lossy(&before[path]).into_owned();
    for path in ["services/index.html", "services/checkout/index.html", "years/2026/index.html"] {
        let text = page(path);
        assert!(text.contains("2 postmortems") || text.contains(">2<"), "{path}:\n{text}");
    }
    test.site.build_with(&["--edition", "internal"]).ok();
    assert!(test.site.text("tags/database/index.html").contains("19"), "inside there are nineteen");
}

#[test]
fn d13_neighbours_that_are_not_public_are_not_named() {
    let mut test = PublicTest::new();
    let hidden = test.review("hidden");
    let id = hidden.file.trim_end_matches(".md").to_owned();
    let review = test.review("shown");
    let review = review.front(&format!("related: [{id}]\nrecurrence_of: {id}")).inside(&format!("See [[{id}]]."));
    test.approved(&review);
    let link = format!("It happened again: [[{}]].", review.file.trim_end_matches(".md"));
    test.put(&hidden.file, &hidden.clone().inside(&link).unpublished());
    test.publish().ok();
    test.nowhere(&[&id, &hidden.title]);
    test.inside(&[&id, &hidden.title]);
}

#[test]
fn d15_an_internal_alias_stays_inside() {
    let mut test = PublicTest::new();
    let (alias, label) = (test.dice.word(), test.dice.words(2));
    let config = format!(
        "services: {{checkout: {{label: {label}, description: Also called {alias}}}}}\ntags: {{database: Rows}}\n"
    );
    test.put("debrief.yaml", &config);
    let review = test.review("latency").front(&format!("id: {alias}-{alias}"));
    test.approved(&review);
    test.publish().ok();
    test.nowhere(&[&alias, &label]);
    test.inside(&[&alias, &label]);
}

#[test]
fn d16_the_only_date_of_a_change_is_that_of_the_approval() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    test.publish().ok();
    let before = test.tree();
    let file = File::options().write(true).open(test.site.library().join(&review.file)).expect("the review");
    file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_900_000_000)).expect("touched");
    let later = ["build", "library", "--edition", "public", "--as-of", "2027-05-09"];
    test.site.run(&later).ok();
    assert!(test.tree() == before, "the day of the build or of the file can be told");
    let dated = |name: &str| {
        let (path, bytes) = before.iter().find(|(path, _)| path.ends_with(name)).unwrap_or_else(|| panic!("no {name}"));
        let text = String::from_utf8_lossy(bytes).into_owned();
        assert!(text.contains(APPROVED), "{path} lacks the day of the approval:\n{text}");
        assert!(!text.contains(TODAY), "{path} tells when it was built");
    };
    dated("sitemap.xml");
    dated("atom.xml");
}

#[test]
fn a_postmortem_for_a_later_day_is_not_named_by_others() {
    let mut test = PublicTest::new();
    let [open, waiting] = ["open", "waiting"].map(|slug| test.review(slug));
    let word = test.dice.word();
    let mut waiting = waiting.public("not_before: 2027-01-01");
    waiting.heading = format!("The {word} of spring");
    test.approved(&waiting);
    test.approved(&open);
    test.publish().ok().says("1 waiting for its day");
    test.nowhere(&[&word, "postmortems/waiting"]);
    // A link to it cannot lead anywhere yet, and would reveal its title.
    let id = waiting.file.trim_end_matches(".md");
    let linking = open.clone().summary(&format!("It happened again: [[{id}]]."));
    test.write(&linking);
    test.approve(&linking);
    test.refused(1);
    test.approved(&open);
    let later = ["build", "library", "--edition", "public", "--as-of", "2027-01-01"];
    test.site.run(&later).ok();
    assert!(test.page("waiting").contains(&word));
}

#[test]
fn a_leak_leaves_the_internal_site_as_it_was_too() {
    let mut test = PublicTest::new();
    let review = test.review("latency");
    test.approved(&review);
    let both = ["build", "library", "--as-of", TODAY];
    test.site.run(&both).ok();
    let before = (test.tree(), test.site.tree());
    assert!(!before.0.is_empty() && !before.1.is_empty());
    let bad = test.review("bad").summary(&format!("Then {} came.", test.person.full()));
    test.write(&bad);
    test.site.run(&both).code(3);
    assert!((test.tree(), test.site.tree()) == before);
}

#[test]
fn a_waiver_is_reported_without_its_value() {
    let mut test = PublicTest::new();
    let review = test.review("latency").summary("The resolver at 52.18.7.1 answered.");
    test.write(&review);
    test.approve(&review).code(3);
    let review = review.public("allow: [{rule: ipv4, value: 52.18.7.1, reason: the resolver that we name}]");
    test.approved(&review);
    test.publish().ok();
    assert!(test.page("latency").contains("52.18.7.1"));
    let report = test.report().to_string();
    assert!(report.contains("the resolver that we name") && !report.contains("52.18.7.1"), "{report}");
    // A waiver applies to that value only.
    test.edit(&review.file, "at 52.18.7.1", "at 52.18.7.2");
    test.refused(3);
}
