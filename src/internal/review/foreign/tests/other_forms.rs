//! Less common forms of days, zones, lists and titles.

use crate::review::testing::{foreign, times};
use crate::review::{ActionStatus, Review};

fn read(text: &str) -> Review {
    foreign("a.md", text)
}

#[test]
fn a_key_of_another_tool_gives_the_zone_and_the_day() {
    let list = "## Timeline\n\n- 19:40 it fell\n- 22:05 it ran\n";
    let toml = format!(
        "+++\ntitle = \"Halt\"\ndate = 2022-07-01\n[extra]\nincident_start = \"2022-06-28 19:40\"\nzone = \"Asia/Kolkata\"\n+++\n\n{list}"
    );
    assert_eq!(times(&read(&toml)), ["2022-06-28T14:10:00Z", "2022-06-28T16:35:00Z"]);
    let cloud = toml.replace("Asia/Kolkata", "eu-west-1b");
    assert_eq!(times(&read(&cloud)), ["2022-06-28T19:40", "2022-06-28T22:05"], "a zone of a cloud");
    let day = format!("---\ntitle: Halt\nincident_date: 2022-06-28\n---\n\n{list}");
    assert_eq!(times(&read(&day)), ["2022-06-28T19:40", "2022-06-28T22:05"]);
}

#[test]
fn times_count_from_a_moment_that_a_sentence_names_t() {
    let text = |start: &str| {
        format!(
            "# Halt\n\n{start} it fell.\n\n## How it went\n\n| Moment | Event |\n|---|---|\n| T-25m | a node joins |\n| T | it falls |\n| T+1h10m | seen |\n"
        )
    };
    let said = text("On Thursday, 16 September 2021, at 07:20 UTC (we call this moment **T**),");
    assert_eq!(times(&read(&said)), ["2021-09-16T06:55:00Z", "2021-09-16T07:20:00Z", "2021-09-16T08:30:00Z"]);
    let without_zone = text("On Thursday, 16 September 2021, at 07:20 (T),");
    assert!(times(&read(&without_zone)).iter().all(String::is_empty));
}

#[test]
fn a_list_whose_items_all_begin_with_clocks_is_a_timeline() {
    let text = |list: &str| format!("# Halt on 5 March 2026\n\nTimes are UTC.\n\n## The long day\n\n{list}");
    let all = text("- 10:00 it fell\n- 10:20 seen\n- 11:00 it ran\n");
    assert_eq!(times(&read(&all)), ["2026-03-05T10:00:00Z", "2026-03-05T10:20:00Z", "2026-03-05T11:00:00Z"]);
    for list in [
        "- 10:00 it fell\n- nobody saw it\n- 11:00 it ran\n",
        "(all times p.m.)\n\n- 1:00 it fell\n- 1:20 seen\n- 2:00 it ran\n",
    ] {
        assert!(read(&text(list)).timeline.is_empty(), "{list}");
    }
}

#[test]
fn bullets_that_are_none_for_markdown_and_dots_between_hours_and_minutes_are_read() {
    let text =
        "# Halt\n\n- 発生:2024年12月3日(火)13時20分頃\n\n## 経緯(JST)\n\n・13:20頃 公開\n・13:32 警告\n・14:10 判明\n";
    assert_eq!(times(&read(text)), ["2024-12-03T04:20:00Z", "2024-12-03T04:32:00Z", "2024-12-03T05:10:00Z"]);
    let text = "# Fermo\n\nGiorno: 3-4 settembre 2024\n\n## Cronologia (ora italiana)\n\nMartedì 3 settembre\n\n- ore 17.30 inizio\n- ore 18.10 riavvio\n\nMercoledì 4 settembre\n\n- ore 7.15 fine\n";
    assert_eq!(times(&read(text)), ["2024-09-03T15:30:00Z", "2024-09-03T16:10:00Z", "2024-09-04T05:15:00Z"]);
}

#[test]
fn the_day_of_a_memo_is_that_of_writing() {
    let memo =
        |re: &str| format!("**MEMORANDUM**\n\nTO: Deans\nFROM: Network\nDATE: October 2, 2023\nRE: {re}\n\nIt fell.\n");
    let review = read(&memo("Library outage of September 26"));
    assert_eq!((review.title.as_str(), review.date), ("Library outage of September 26", "2023-09-26".parse().ok()));
}

#[test]
fn a_heading_names_the_start_and_another_line_the_day_of_filing() {
    let text = "# Halt\n\nOpened by @x on Apr 9, 2025\n\n### Started at\n\n2025-04-07 10:00 UTC\n\n### What happened\n\nIt fell.\n";
    assert_eq!(read(text).date, "2025-04-07".parse().ok());
}

#[test]
fn a_title_may_begin_with_the_kind_of_its_text() {
    for title in ["Root Cause Analysis: log-in fails", "Incident log, July 2023"] {
        let review = read(&format!("# {title}\n\nDocument owner: Live Operations\n\n## Summary\n\nIt fell.\n"));
        assert_eq!((review.title.as_str(), review.factors.len()), (title, 0), "{title}");
    }
    assert_ne!(read("# Root cause analysis\n\nThe disk was full.\n").title, "Root cause analysis");
}

#[test]
fn a_row_or_a_factor_that_is_struck_through_is_not_said() {
    let text = "# Halt on 5 March 2026\n\n## Timeline (UTC)\n\n- ~~09:20 a new filter~~ (that was the day before)\n- 10:00 it fell\n- 11:00 it ran\n\n## Contributing factors\n\n1. ~~The manual is wrong.~~ The manual is old.\n2. ~~The network.~~\n";
    let review = read(text);
    assert!(review.timeline.iter().all(|entry| entry.moment().is_some() || entry.what.contains("~~09:20")));
    assert_eq!(review.timeline.iter().filter(|entry| entry.moment().is_some()).count(), 2);
    let other = text.replace("~~09:20 a new filter~~ (that was the day before)", "~~09:20~~ 09:30 a new filter");
    assert_eq!(times(&read(&other))[0], "2026-03-05T09:30:00Z");
    let factors: Vec<_> = review.factors.iter().map(|factor| factor.text.as_str()).collect();
    assert_eq!(factors, ["The manual is old."]);
}

#[test]
fn a_column_of_any_name_holds_the_states_where_each_row_has_one() {
    use ActionStatus::{Done, InProgress, Open, WontDo};
    let table = |last: &str| {
        format!(
            "# Halt\n\n## Suites à donner\n\n| Action | Où en est-on ? |\n|---|---|\n| Ajouter les cœurs | fait |\n| Négocier le support | en cours |\n| Revenir | {last} |\n"
        )
    };
    let states = |text: &str| read(text).actions.iter().map(|action| action.status).collect::<Vec<_>>();
    assert_eq!(states(&table("abandonné")), [Done, InProgress, WontDo]);
    assert_eq!(states(&table("Kerviel")), [Open, Open, Open], "a column of names");
}

#[test]
fn no_fact_of_one_incident_stands_for_a_file_of_several() {
    let part = |day: &str| {
        format!(
            "## {day} July: the shop failed\n\n- Priority: P2\n- Duration: 2 h\n- What happened: nobody could pay.\n\n"
        )
    };
    let review = read(&format!("# Incident log, July 2023\n\n{}{}", part("3"), part("14")));
    assert_eq!((review.happened, review.said), (None, None));
    assert!(read(&format!("# Shop\n\n{}", part("3"))).said.is_some());
}

#[test]
fn no_lead_begins_in_the_middle_of_a_paragraph_that_tells_of_the_incident() {
    for (text, wanted) in [
        (
            "# Halt\n\n## Summary\n\nOn Monday, 11 June 2018, a job removed 2.1 million pictures. The job failed later.\n",
            "On Monday, 11 June 2018, a job removed 2.1 million pictures. The job failed later.",
        ),
        (
            "# Halt\n\nBetween 10:02 and 10:49, 63 people could not pay.\n\n## Who was affected\n\nAll.\n",
            "Between 10:02 and 10:49, 63 people could not pay.",
        ),
    ] {
        assert_eq!(read(text).happened.as_deref(), Some(wanted), "{text}");
    }
    assert_eq!(read("# Halt\n\nTo be written before the meeting.\n").happened, None);
}
