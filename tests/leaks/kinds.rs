//! The kinds of faults that were seen in the public edition, and the tests that would notice each. Rows B: what may be published
//! was refused. Rows L: what must not be published was. Rows S: what a terminal, a feed or a message said. A test below this
//! module is named after its row; the others are where the rest of the same thing is tested.
//!
//! | row | kind | tests |
//! |---|---|---|
//! | B1 | a library without `site.base_url`, any slug | `first::one_postmortem_of_any_address_is_published_with_and_without_base_url` |
//! | B2 | terms against the shipped theme | `kinds::passes::b2_words_of_our_own_theme_are_no_finding`, `first::words_of_our_own_pages_stop_nothing` |
//! | B3 | short terms across word gaps | `kinds::passes::b3_a_short_name_does_not_match_across_words` |
//! | B4 | a waiver that cannot work | `kinds::passes::b4_a_waiver_passes_in_the_search_too`, `people::a_waiver_passes_wherever_its_value_does` |
//! | B5 | a `redact` fence in a quote, list item or alert | `fences::b5_a_fence_keeps_its_content_inside_wherever_it_stands` |
//! | B6 | versions, addresses of documentation, examples | `kinds::passes::b6_versions_and_examples_pass` |
//! | L1 | characters that nobody sees | `kinds::stays::l1_characters_that_nobody_sees_hide_no_shape` |
//! | L2 | halves, initials, other spellings of a person | `kinds::stays::l2_people_in_other_forms`, `people::every_form_of_a_listed_name_is_held_back` |
//! | L3 | what the library knows | `people::library::what_the_library_knows_does_not_leave` |
//! | L4 | secrets as one pastes them | `kinds::stays::l4_secrets_as_people_paste_them` |
//! | L5 | parts of names of companies and projects | `kinds::stays::l5_parts_of_names` |
//! | L6 | other ways to write tickets and addresses | `kinds::stays::l6_tickets_and_addresses_written_otherwise` |
//! | L7 | colours under alpha 0 | `kinds::stays::l7_a_colour_that_nobody_sees_does_not_leave` |
//! | L8 | seen by readers, outside the approval | `bound::a_change_of_anything_that_readers_see_leaves_the_approval_stale_and_is_named`, `kinds::stays::l8_the_day_of_an_approval_is_part_of_it` |
//! | L9 | the record of the policy thrown away | `record::a_record_that_is_missing_or_cannot_be_read_stops_a_build_until_it_is_accepted` |
//! | L10 | who approves | `approvers::the_owner_cannot_approve_however_the_name_is_written`, `approvers::without_an_owner_nobody_of_its_people_approves` |
//! | L11 | a user's theme | `themes::a_theme_that_runs_scripts_asks_others_or_loosens_the_policy_is_refused` |
//! | S1 | a terminal that can be lied to | `controls::messages_show_what_would_steer_the_terminal`, `controls::a_name_of_two_lines_forges_no_message`, `kinds::said::s1_redact_approve_and_digest_print_no_control_character` |
//! | S2 | feeds that are not XML | `controls::pages_and_feeds_hold_no_character_that_their_format_forbids`, `kinds::said::s2_feeds_of_both_editions_are_xml` |
//! | S3 | messages that name no way out | `kinds::said::s3_every_finding_names_a_way_out` |

mod passes;
mod said;
mod stays;

use super::judge::{Verdict, judge};
use super::kit::{PublicTest, Review};

/// Judges each text as the summary of a postmortem of its own.
fn judged(test: &mut PublicTest, texts: &[String]) -> Vec<Verdict> {
    let reviews: Vec<Review> =
        texts.iter().enumerate().map(|(n, text)| test.review(&format!("case-{n}")).summary(text)).collect();
    judge(test, &reviews)
}

#[track_caller]
fn all_held(test: &mut PublicTest, texts: &[String]) {
    let verdicts = judged(test, texts);
    let missed: Vec<_> = texts.iter().zip(&verdicts).filter(|(_, verdict)| !verdict.is_held()).collect();
    assert!(missed.is_empty(), "{} of {}: {missed:#?}", missed.len(), texts.len());
}

#[track_caller]
fn all_published(test: &mut PublicTest, texts: &[String]) {
    let verdicts = judged(test, texts);
    let held: Vec<_> = texts.iter().zip(&verdicts).filter(|(_, verdict)| !verdict.is_published()).collect();
    assert!(held.is_empty(), "{} of {}: {held:#?}", held.len(), texts.len());
}

fn sentences(forms: &[&str]) -> Vec<String> {
    forms.iter().map(|form| format!("Then {form} was seen.")).collect()
}

/// Every row of the table names tests that exist.
#[test]
fn every_row_has_its_tests() {
    let sources = [
        ("approvers", include_str!("approvers.rs")),
        ("bound", include_str!("bound.rs")),
        ("controls", include_str!("../controls.rs")),
        ("fences", include_str!("fences.rs")),
        ("first", include_str!("first.rs")),
        ("kinds::passes", include_str!("kinds/passes.rs")),
        ("kinds::said", include_str!("kinds/said.rs")),
        ("kinds::stays", include_str!("kinds/stays.rs")),
        ("people", include_str!("people.rs")),
        ("people::library", include_str!("people/library.rs")),
        ("record", include_str!("record.rs")),
        ("themes", include_str!("themes.rs")),
    ];
    let own = include_str!("kinds.rs");
    let rows: Vec<_> = own.lines().filter_map(|line| line.strip_prefix("//! | ")).skip(1).collect();
    let named: Vec<_> = rows.iter().filter_map(|row| row.split(" | ").next()).collect();
    let wanted: Vec<String> = [("B", 6), ("L", 11), ("S", 3)]
        .iter()
        .flat_map(|(letter, count)| (1..=*count).map(move |n| format!("{letter}{n}")))
        .collect();
    assert_eq!(named, wanted);
    for row in rows {
        let tests = row.rsplit(" | ").next().unwrap_or_default().split('`').skip(1).step_by(2);
        for test in tests {
            let (module, name) = test.rsplit_once("::").unwrap_or_else(|| panic!("{test}"));
            let (_, source) = sources.iter().find(|(known, _)| *known == module).unwrap_or_else(|| panic!("{test}"));
            assert!(source.contains(&format!("#[test]\nfn {name}(")), "{test}");
        }
    }
}
