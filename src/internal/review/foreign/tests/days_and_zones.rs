//! Days and zones of timelines that were once read wrongly: a time that is not certain is no moment.

use crate::review::testing::{foreign, parsed, times};
use base::diagnostics::Code;
use site::config::Config;

/// The times of a timeline of 7 June 2026.
fn of(heading: &str, list: &str) -> Vec<String> {
    times(&foreign("a.md", &format!("# Mail outage of 7 June 2026\n\n## Timeline{heading}\n\n{list}")))
}

fn date(text: &str) -> Option<String> {
    foreign("a.md", text).date.map(|day| day.to_string())
}

#[test]
fn a_zone_is_that_of_the_list_only_where_a_whole_phrase_says_so() {
    const LIST: &str = "- 10:00 it fell\n- 11:00 it ran\n";
    for (heading, intro) in [
        (" (UTC -3)", ""),
        ("", "Times are UTC–3.\n\n"),
        ("", "All times in UTC minus 3\n\n"),
        ("", "We met on Monday. Times: GMT - 3.\n\n"),
        ("", "We begin on the 7th. All times are UTC-3.\n\n"),
    ] {
        let found = of(heading, &format!("{intro}{LIST}"));
        assert_eq!(found, ["2026-06-07T13:00:00Z", "2026-06-07T14:00:00Z"], "{heading}{intro}");
    }
    for (heading, intro) in [
        (" (not UTC)", ""),
        (" (UTC?)", ""),
        (" (local, add 7 for UTC)", ""),
        (" (2 h ahead of UTC)", ""),
        (" (UTC to be confirmed)", ""),
        (" (UTC+25)", ""),
        (" (UTC-7 or -8)", ""),
        ("", "The vendor's log is in UTC, ours is not.\n\n"),
        ("", "See also the graph (in UTC).\n\n"),
        ("", "All times are local, add 7 for UTC.\n\n"),
        ("", "The server moved from UTC to local time that night.\n\n"),
    ] {
        let found = of(heading, &format!("{intro}{LIST}"));
        assert_eq!(found, ["2026-06-07T10:00", "2026-06-07T11:00"], "{heading}{intro}");
    }
}

#[test]
fn labels_state_the_zone_of_a_list_with_their_clocks() {
    let text = |labels: &str| {
        let list = "## Timeline\n\n- 4:12 PM it fell\n- 4:19 PM seen\n- 4:58 PM it ran\n";
        times(&foreign("a.md", &format!("# Buttons vanished\n\n{labels}\n\n{list}")))
    };
    let wanted = ["2022-02-09T21:12:00Z", "2022-02-09T21:19:00Z", "2022-02-09T21:58:00Z"];
    assert_eq!(text("Start time: February 9th, 2022 4:12 PM EST\nEnd time: February 9th, 2022 4:58 PM EST"), wanted);
    assert_eq!(text("Date: February 9th, 2022\nImpact started: February 9th, 2022 4:12:30 PM EST"), wanted);
    assert_eq!(text("Date: February 9th, 2022\nTimezone: UTC -5"), wanted);
    assert_eq!(text("Date: February 9th, 2022\nTime zone: America/New_York"), wanted);
    // No clock is the same: the list may have another zone.
    let local = ["2022-02-09T16:12", "2022-02-09T16:19", "2022-02-09T16:58"];
    assert_eq!(text("Date: February 9th, 2022\nStart time: February 9th, 2022 21:10 UTC"), local);
    // Code says nothing of the list.
    assert_eq!(text("Date: February 9th, 2022\n\n```\nStart time: February 9th, 2022 4:12 PM EST\n```"), local);
}

#[test]
fn times_count_from_a_start_that_a_sentence_states() {
    let text = "# Slow site on 2026-03-05\n\n## Timeline\n\nT0 is 16:10 UTC.\n\n- T+0 it fell\n- T+15 it ran\n";
    assert_eq!(times(&foreign("a.md", text)), ["2026-03-05T16:10:00Z", "2026-03-05T16:25:00Z"]);
}

#[test]
fn only_from_an_evening_to_a_morning_is_a_step_back_the_next_day() {
    let sure = of(" (UTC)", "- 20:10 it fell\n- 21:20 still\n- 06:40 it ran\n- 07:00 all well\n");
    assert_eq!(sure[2..], ["2026-06-08T06:40:00Z", "2026-06-08T07:00:00Z"]);
    for list in [
        // An earlier cause, in its place in the account.
        "- 14:10 it fell\n- 09:55 the deploy that did it\n- 15:20 still\n- 16:40 it ran\n",
        // The newest first, over midnight.
        "- 00:40 it ran\n- 23:20 still\n- 22:10 it fell\n",
        "- 00:40 it ran\n- 23:20 still\n- 22:10 it fell\n- 21:00 a change\n",
        "- 00:20 it ran\n- 23:50 a fix\n- 23:20 it fell\n",
        // The evening before, and the outage.
        "### Before\n\n- 22:00 a change\n- 23:10 a deploy\n\n### The outage\n\n- 14:00 it fell\n- 14:20 it ran\n",
        "### Before\n\n- 22:00 a change\n- 23:10 a deploy\n\n### The outage\n\n- 01:00 it fell\n- 01:20 it ran\n",
        "- 22:00 a change\n- 23:10 a deploy\n\n**The outage**\n\n- 01:00 it fell\n- 01:20 it ran\n",
    ] {
        let found = of(" (UTC)", list);
        assert!(!found.is_empty() && found.iter().all(|time| !time.contains('T')), "{found:?} of {list}");
    }
    // Headings and bold lines that are times themselves are rows.
    for list in [
        "### 23:50 It fell\n\nAll of it.\n\n### 00:10 It ran\n\nAll of it.\n",
        "**23:50 It fell**\n\n**00:10 It ran**\n",
    ] {
        assert_eq!(of(" (UTC)", list), ["2026-06-07T23:50:00Z", "2026-06-08T00:10:00Z"], "{list}");
    }
    // A heading with its day keeps it.
    let text = "### 7 June 2026\n\n- 14:10 it fell\n- 09:55 the deploy\n- 15:20 it ran\n";
    assert_eq!(of(" (UTC)", text)[0], "2026-06-07T14:10:00Z");
}

#[test]
fn days_may_be_counted() {
    let list =
        "**Day 1**\n\n- 22:10 it fell\n\n**Day 2**\n\n- 08:40 a call\n- 23:30 a patch\n\n**Day 4**\n\n- 09:10 it ran\n";
    let wanted = ["2026-06-07T22:10:00Z", "2026-06-08T08:40:00Z", "2026-06-08T23:30:00Z", "2026-06-10T09:10:00Z"];
    assert_eq!(of(" (UTC)", list), wanted);
    assert_eq!(of(" (UTC)", &list.replace("**Day", "### Tag").replace("**\n", "\n")), wanted);
    // Which day is the second of what?
    let late = of(" (UTC)", "- 22:10 it fell\n\n### Day 3\n\n- 23:00 it ran\n");
    assert_eq!(late, ["2026-06-07T22:10:00Z", "23:00"]);
}

#[test]
fn what_was_planned_did_not_happen() {
    let table = |header: &str| {
        let rows = "| 22:00 | 22:40 | Switch |\n| 22:30 | 23:20 | Check |\n";
        of("", &format!("| {header} | Step |\n|---|---|---|\n{rows}"))
    };
    let actual = ["2026-06-07T22:40:00Z", "2026-06-07T23:20:00Z"];
    for header in ["Planned (UTC) | Actual (UTC)", "Time, planned (UTC) | Time, actual (UTC)", "ETA | UTC"] {
        assert_eq!(table(header), actual, "{header}");
    }
    for header in ["Start (UTC) | End (UTC)", "Actual (UTC) | Target (UTC)"] {
        assert_eq!(table(header), ["2026-06-07T22:00:00Z", "2026-06-07T22:30:00Z"], "{header}");
    }
    // Which of the two has the day of the title?
    assert_eq!(table("Local time | UTC"), ["2026-06-07T22:00", "2026-06-07T22:30"]);
    assert_eq!(table("Reported | Seen by us"), ["", ""]);
    let only = of("", "| Planned (UTC) | Step |\n|---|---|\n| 22:00 | Switch |\n| 22:30 | Check |\n");
    assert!(only.iter().all(String::is_empty), "{only:?}");
}

#[test]
fn each_incident_of_a_log_has_its_own_day_and_zone() {
    let part = |day: &str, zone: &str, first: &str| {
        format!("## Halt {first}\n\nDate: {day}\n\n### Timeline{zone}\n\n- {first}:05 it fell\n- {first}:15 it ran\n\n")
    };
    let log = |zone: &str| {
        let text = format!("# Incident log\n\n{}{}", part("2024-08-28", zone, "14"), part("2024-09-11", zone, "08"));
        times(&foreign("a.md", &text))
    };
    assert_eq!(log(""), ["2024-08-28T14:05", "2024-08-28T14:15", "2024-09-11T08:05", "2024-09-11T08:15"]);
    let wanted = ["2024-08-28T12:05:00Z", "2024-08-28T12:15:00Z", "2024-09-11T06:05:00Z", "2024-09-11T06:15:00Z"];
    assert_eq!(log(" (UTC+2)"), wanted);
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
fn a_range_of_days_begins_on_its_first() {
    for text in [
        "# Outage 7–8 June 2024",
        "# Outage, June 7-8, 2024",
        "# Outage\n\nDate: 7 to 9 June 2024",
        "# Outage\n\nDate: 2024-06-07 / 2024-06-08",
        "# Ausfall vom 7.–8. Juni 2024",
        "# Outage\n\n**7–8 June 2024** · all times UTC",
        "# Outage 2024-06-07 to 2024-06-09",
    ] {
        assert_eq!(date(&format!("{text}\n\nMail failed.\n")).as_deref(), Some("2024-06-07"), "{text}");
    }
    for written in [
        "7–8 June 2024",
        "7.–8. Juni 2024",
        "07./08.06.2024",
        "June 7-9, 2024",
        "7–8 czerwca 2024",
        "du 7 au 9 juin 2024",
    ] {
        let text = format!("# Halt\n\nIt fell, {written}, for all.\n\n## Timeline of {written}\n\n- 10:00 It fell\n");
        assert_eq!(date(&text).as_deref(), Some("2024-06-07"), "{written}");
    }
}

#[test]
fn the_end_does_not_tell_the_day() {
    let text =
        |end: &str| format!("# Mail outage\n\n**Start:** 10/03/2024 11:30 UTC\n**End:** {end} UTC\n\nIt fell.\n");
    assert_eq!(date(&text("13/03/2024 03:30")).as_deref(), Some("2024-03-10"));
    assert_eq!(date(&text("2024-03-13 03:30")), None);
    assert_eq!(date("# Halt\n\nDate: 2024-06-01 (report), 2024-05-30 (incident)\n\nIt fell.\n"), None);
}

#[test]
fn an_offset_is_a_time_zone_of_front_matter() {
    for zone in ["GMT+2", "UTC+2", "UTC+02:00", "'+02:00'"] {
        let text = format!(
            "---\ntitle: Halt\ntimezone: {zone}\n---\n\n## Timeline of 7 June 2026\n\n- 10:00 it fell\n- 11:00 it ran\n"
        );
        assert_eq!(times(&foreign("a.md", &text)), ["2026-06-07T08:00:00Z", "2026-06-07T09:00:00Z"], "{zone}");
    }
}
