//! Causes and tasks that stand in prose, and days that the title and the timeline tell differently.

use crate::review::ActionStatus;
use crate::review::testing::foreign as read_at;

fn factors(text: &str) -> Vec<String> {
    read_at("a.md", text).factors.into_iter().map(|factor| factor.text).collect()
}

fn actions(text: &str) -> Vec<(String, ActionStatus)> {
    read_at("a.md", text).actions.into_iter().map(|action| (action.title, action.status)).collect()
}

#[test]
fn a_sentence_may_announce_the_causes_in_the_list_below_it() {
    let causes = "The belt stood. These faults were the root cause of the halt:\n\n* 1. The motor was hot.\n* 2. The fan was off.\n";
    let after = "\nWith both, a belt would:\n\n- Slow down\n- Stop\n";
    let wanted = ["- The motor was hot.", "- The fan was off."].map(|item| item.trim_start_matches("- ").to_owned());
    assert_eq!(factors(&format!("# Halt\n\n## Summary\n\n{causes}{after}")), wanted);
    assert_eq!(
        factors("# Halt\n\n## In the end\n\nThis was caused by two factors:\n\n1. Heat\n2. Dust\n"),
        ["Heat", "Dust"]
    );
    let elsewhere = "## Root cause\n\n- A worn belt\n";
    assert_eq!(factors(&format!("# Halt\n\n## Summary\n\n{causes}\n{elsewhere}")), ["A worn belt"]);
    for text in [
        "# Halt\n\n## Summary\n\nWe looked for the root cause in these places:\n\n- Motor\n- Fan\n",
        "# Halt\n\n## Impact\n\nThese were the root cause of later ones:\n\nNobody knew.\n\n- Orders late\n",
        "# Halt\n\n## What went wrong\n\nThese were the root cause:\n\n- Orders late\n",
    ] {
        assert_eq!(factors(text), [""; 0], "{text}");
    }
}

#[test]
fn lines_of_orders_are_actions_and_prose_is_none() {
    let open = |titles: &[&str]| titles.iter().map(|t| ((*t).to_owned(), ActionStatus::Open)).collect::<Vec<_>>();
    let text = "# Halt\n\n## Action items\n\nAdd a fan.\nHire a technician\nwho knows fans.\n";
    assert_eq!(actions(text), [], "the second line goes on");
    let text = "# Halt\n\n## Action items\n\nAdd a fan.\nHire a technician.\n";
    assert_eq!(actions(text), open(&["Add a fan.", "Hire a technician."]));
    let text = "# Halt\n\n## Action items\n\n### Belt\n\nReplace the belt (#12)\n\n### Crew\n\n1. Train the crew\n";
    assert_eq!(actions(text), open(&["Replace the belt (#12)", "Train the crew"]));
    for text in [
        "# Halt\n\n## Action items\n\nReplace the belt.\n",
        "# Halt\n\n## Action items\n\n### Belt\n\nThe belt will be looked at.\n",
        "# Halt\n\n## Remediation\n\n### Belt\n\nReplace the belt.\n",
    ] {
        assert_eq!(actions(text), [], "{text}");
    }
}

#[test]
fn the_timeline_may_show_that_the_day_in_the_title_is_another() {
    let day = |path: &str, text: &str| read_at(path, text).date.map(|day| day.to_string()).unwrap_or_default();
    let rows = |first: &str| {
        format!(
            "## Timeline\n\n- {first} 12:45 UTC: dust\n- {first} 14:00 UTC: more\n- 2026-03-05 03:30 UTC: halt\n- 2026-03-05 09:00 UTC: it runs\n"
        )
    };
    let titled = |title: &str, rows: &str| format!("# {title}\n\n{rows}");
    let earlier = titled("Halt of March 5 2026", &rows("2026-03-04"));
    assert_eq!(day("2026-03-05-halt.md", &earlier), "2026-03-05", "the first rows may be of a cause");
    let misprinted = titled("Halt of January 27 2026", &rows("2026-03-04"));
    assert_eq!(day("2026-03-04-halt.md", &misprinted), "2026-03-04", "the file and the timeline agree");
    assert_eq!(day("halt.md", &misprinted), "2026-01-27");
    let one_clock =
        "## Timeline\n\n- 2025-12-21: one\n- 2026-02-02: two\n- 2026-03-02: three\n- 2026-03-07 08:30 UTC: fix\n";
    assert_eq!(day("halt.md", &titled("Halt", one_clock)), "", "one clock of many days is not the beginning");
}

#[test]
fn a_link_of_a_word_or_two_gives_way_to_the_account_below_it() {
    let entries = |text: &str| {
        let entries = read_at("2026-03-05-halt.md", text).timeline;
        entries.into_iter().map(|entry| entry.what).collect::<Vec<_>>()
    };
    let text = "# Halt\n\n## Timeline\n\n### 10:00 UTC\n\n[Chat link](https://chat.example/1)\n\nThe belt stands.\n\n### 10:30 UTC\n\n[roll back to the old belt](https://chat.example/2)\n\nIt took long.\n";
    assert_eq!(entries(text), ["The belt stands.", "[roll back to the old belt](https://chat.example/2)"]);
}
