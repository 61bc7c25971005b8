//! Clocks and days as documents of strangers have them: which are sure, and which are not.

use crate::review::testing::{foreign, parsed};
use base::diagnostics::Code;
use site::config::Config;

/// The time of each entry: its moment, or what is sure of it.
fn times(text: &str) -> Vec<String> {
    let review = foreign("a.md", text);
    let machine = |entry: &crate::review::Entry| {
        entry.moment().map_or_else(|| entry.when.machine().unwrap_or_default(), |at| at.to_string())
    };
    review.timeline.iter().map(machine).collect()
}

fn day(text: &str) -> Option<String> {
    foreign("a.md", text).date.map(|day| day.to_string())
}

fn rows(heading: &str, clocks: &[&str]) -> String {
    let rows: Vec<_> = clocks.iter().map(|clock| format!("- {clock} it changed")).collect();
    format!("# Halt of 7 June 2024\n\n## Timeline {heading}\n\n{}\n", rows.join("\n"))
}

#[test]
fn a_step_back_is_the_next_day_only_from_an_evening_to_a_morning() {
    assert_eq!(
        times(&rows("(UTC)", &["21:20", "22:30", "23:10", "06:40"])),
        ["2024-06-07T21:20:00Z", "2024-06-07T22:30:00Z", "2024-06-07T23:10:00Z", "2024-06-08T06:40:00Z"]
    );
    for clocks in [["14:10", "09:55", "15:20", "16:40"], ["00:40", "23:20", "22:10", "21:00"]] {
        let found = times(&rows("(UTC)", &clocks));
        assert!(found.iter().all(|time| !time.contains('Z')), "{found:?}");
    }
}

#[test]
fn words_of_doubt_beside_a_zone_leave_it_open() {
    for heading in ["(not UTC)", "(local, add 7 for UTC)", "(UTC?)", "(2 h ahead of UTC)", "(UTC to be confirmed)"] {
        assert_eq!(times(&rows(heading, &["10:00"])), ["2024-06-07T10:00"], "{heading}");
    }
    for sentence in ["The vendor's log is in UTC, ours is not.", "It moved from UTC to local time that night."] {
        let text = rows("", &["10:00"]).replace("- 10:00", &format!("{sentence}\n\n- 10:00"));
        assert_eq!(times(&text), ["2024-06-07T10:00"], "{sentence}");
    }
    let text = rows("", &["10:00"]).replace("- 10:00", "We begin on the 7th. All times are UTC.\n\n- 10:00");
    assert_eq!(times(&text), ["2024-06-07T10:00:00Z"]);
}

#[test]
fn of_several_columns_of_times_the_actual_one_counts() {
    let table = |header: &str| {
        format!(
            "# Halt of 7 June 2024\n\n## Timeline\n\n| {header} | Step |\n|---|---|---|\n| 10:00 | 10:20 | it fell |\n| 11:00 | 11:30 | it ran |\n"
        )
    };
    assert_eq!(times(&table("Planned (UTC) | Actual (UTC)")), ["2024-06-07T10:20:00Z", "2024-06-07T11:30:00Z"]);
    assert_eq!(times(&table("Actual (UTC) | Target (UTC)")), ["2024-06-07T10:00:00Z", "2024-06-07T11:00:00Z"]);
    assert_eq!(times(&table("Reported | Seen by us")), ["", ""], "either may be meant");
}

#[test]
fn each_of_several_incidents_has_the_day_of_its_own_label() {
    let incident = |n: usize, day: &str, clock: &str| {
        format!("## Halt {n}\n\nDate: {day}\nSeverity: SEV{n}\n\n### Timeline (UTC)\n\n- {clock} it fell\n\n")
    };
    let text =
        format!("# Incident log\n\n{}{}", incident(1, "2024-08-28", "14:00"), incident(2, "2024-09-11", "08:05"));
    assert_eq!(times(&text), ["2024-08-28T14:00:00Z", "2024-09-11T08:05:00Z"]);
    assert_eq!(foreign("a.md", &text).severity, None, "they differ");
}

#[test]
fn a_timeline_too_many_is_left_out_with_a_note() {
    let incident = |n: usize| {
        format!("## Halt on 2024-{:02}-{:02}\n\n### Timeline (UTC)\n\n- 10:00 it fell\n\n", n / 28 + 1, n % 28 + 1)
    };
    let text = format!("# Halts\n\n{}", (0..51).map(incident).collect::<Vec<_>>().concat());
    let (review, problems) = parsed("a.md", &text, &Config::foreign());
    let notes = || problems.iter().filter(|problem| problem.code == Code::UnreadTimeline);
    assert_eq!(review.timeline.len(), 50);
    assert!(notes().any(|note| note.message.contains("only the first 50")), "{problems:?}");
    assert_eq!(notes().count(), 1);
}

#[test]
fn of_a_range_of_days_the_first_is_the_day() {
    for written in [
        "7–8 June 2024",
        "7.–8. Juni 2024",
        "07./08.06.2024",
        "June 7-9, 2024",
        "7–8 czerwca 2024",
        "du 7 au 9 juin 2024",
    ] {
        assert_eq!(
            day(&format!("# Halt\n\nIt fell, {written}, for all.\n\n## Timeline of {written}\n\n- 10:00 It fell\n"))
                .as_deref(),
            Some("2024-06-07"),
            "{written}"
        );
    }
    let labels = "# Halt\n\n**Start:** 10/03/2024 11:30 UTC\n\n**End:** 13/03/2024 03:30 UTC\n";
    assert_eq!(day(labels).as_deref(), Some("2024-03-10"));
}
