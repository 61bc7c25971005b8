//! Small habits of tools and teams, each of which was once read wrongly or not at all.

use crate::review::testing::{foreign, times};
use crate::review::{ActionStatus, Review};

fn date(review: &Review) -> Option<String> {
    review.date.map(|day| day.to_string())
}

fn factors(review: &Review) -> Vec<&str> {
    review.factors.iter().map(|factor| factor.text.as_str()).collect()
}

#[test]
fn a_table_of_times_and_events_needs_no_heading() {
    let table = "| Time (UTC) | Who | What |\n|---|---|---|\n| 10:00 | Ana | It fell |\n| 10:05 | TBD | It ran |\n| 10:06 | - | Over |\n";
    let review = foreign("2026-03-05-a.md", &format!("# Lift\n\nIt stood.\n\n{table}"));
    assert_eq!(times(&review), ["2026-03-05T10:00:00Z", "2026-03-05T10:05:00Z", "2026-03-05T10:06:00Z"]);
    let who: Vec<_> = review.timeline.iter().map(|entry| (entry.who.as_deref(), entry.what.as_str())).collect();
    assert_eq!(who, [(Some("Ana"), "It fell"), (None, "It ran (Who: TBD)"), (None, "Over")]);
    for other in [
        "| Time | Requests |\n|---|---|\n| 10:00 | 5 |\n| 10:05 | 7 |\n",
        "| Who | What |\n|---|---|\n| Ana | Look |\n",
    ] {
        assert_eq!(times(&foreign("2026-03-05-a.md", &format!("# Lift\n\nIt stood.\n\n{other}"))), [""; 0], "{other}");
    }
}

#[test]
fn times_are_read_in_the_forms_that_people_write() {
    // Lines that begin with clocks need no heading.
    let lines = "Times are local.\n\n11:05am: they fell\n11:20am: a cable\n4:10pm: they ran\n";
    // A heading may begin with the number of its day.
    let days = "## Chronologie\n\n### 4. Mai 2026\n\n- 22:15 Halt\n\n### 5. Mai 2026\n\n- 00:20 Fahrt\n";
    // A day of the week may follow its day.
    let weekday = "## Timeline\n\n- [2026-03-05 Thu 08:15] it fell\n- [2026-03-05 Thu 09:00] it ran\n";
    // Times may count from a moment at the top.
    let counted = "Date: 5 March 2026, T0 = 19:30 UTC\n\n## Timeline\n\n- T-10m build\n- T+0 fall\n- T+1h05m over\n";
    for (file, text, wanted) in [
        ("2026-03-05-a.md", lines, ["2026-03-05T11:05", "2026-03-05T11:20", "2026-03-05T16:10"].as_slice()),
        ("a.md", days, ["2026-05-04T22:15", "2026-05-05T00:20"].as_slice()),
        ("a.md", weekday, ["2026-03-05T08:15", "2026-03-05T09:00"].as_slice()),
        ("a.md", counted, ["2026-03-05T19:20:00Z", "2026-03-05T19:30:00Z", "2026-03-05T20:35:00Z"].as_slice()),
    ] {
        assert_eq!(times(&foreign(file, &format!("# T\n\n{text}"))), wanted, "{text}");
    }
}

#[test]
fn a_day_above_the_timeline_is_its_day() {
    let part = |day: &str| format!("## {day}: halt\n\n### Timeline\n\n- 09:00 UTC it fell\n- 09:30 UTC it ran\n\n");
    let review = foreign("a.md", &format!("# Week 10\n\n{}{}", part("2026-03-02"), part("2026-03-05")));
    assert_eq!(
        times(&review),
        ["2026-03-02T09:00:00Z", "2026-03-02T09:30:00Z", "2026-03-05T09:00:00Z", "2026-03-05T09:30:00Z"]
    );
    // Without days of their own, the second may be the first once more.
    let text = "# T\n\n## A\n\n### Timeline\n\n- 09:00 it fell\n\n## B\n\n### Timeline\n\n- 09:01 it fell\n";
    assert_eq!(foreign("a.md", text).timeline.len(), 1);
    let own = "---\ntitle: T\ntimeline:\n  - at: 2026-03-02T09:00Z\n    what: it fell\n---\n\n";
    assert_eq!(foreign("a.md", &format!("{own}{}", part("2026-03-02"))).timeline.len(), 1);
}

#[test]
fn incidents_of_different_severity_in_a_file_have_none() {
    let part = |severity: &str| format!("## Halt\n\n**Severity:** {severity}\n\nIt stood.\n\n");
    assert_eq!(foreign("a.md", &format!("# Week\n\n{}{}", part("low"), part("high"))).severity, None);
    assert_eq!(foreign("a.md", &format!("# Week\n\n{}{}", part("low"), part("low"))).severity.as_deref(), Some("sev4"));
}

#[test]
fn days_that_may_be_of_either_order_give_no_date() {
    let review = foreign("a.md", "# T\n\n## Timeline\n\n- 3/4/2026 22:40 last position\n- 4/4/2026 00:20 fuse found\n");
    assert_eq!(date(&review), None);
}

#[test]
fn updates_may_have_their_state_and_time_on_lines_of_their_own() {
    let text =
        "# Errors\n\n**Resolved**\nIt runs.\nJun 4, 11:32 PDT\n\n**Investigating**\nIt fell.\nJun 4, 09:47 PDT\n";
    assert_eq!(times(&foreign("2026-06-04-a.md", text)), ["2026-06-04T16:47:00Z", "2026-06-04T18:32:00Z"]);
}

#[test]
fn a_mail_is_named_by_its_subject_and_dated_by_its_text() {
    let text = "Subject: The mirror on Sunday\nFrom: Ana\nDate: Tue, 12 May 2026 10:14:33 +0200\n\nIt fell on Sunday, 10 May 2026.\n\nAna\n--\nmirror team\n";
    let review = foreign("a.md", text);
    assert_eq!((review.title.as_str(), date(&review).as_deref()), ("The mirror on Sunday", Some("2026-05-10")));
}

#[test]
fn a_cause_may_stand_after_its_label_or_in_a_table() {
    let review = foreign("a.md", "# T\n\n**Date:** 2026-03-05\n\n**Root cause:** the fan stood\n\n**Status:** over\n");
    assert_eq!(factors(&review), ["the fan stood"]);
    let table = "| Factor | Description |\n|---|---|\n| Retry | It asked again |\n| Wait | 30 s |\n";
    assert_eq!(factors(&foreign("a.md", &format!("# T\n\n## Contributing factors\n\n{table}"))), ["Retry", "Wait"]);
    let other = table.replace("Factor", "Part");
    assert_eq!(factors(&foreign("a.md", &format!("# T\n\n## Contributing factors\n\n{other}"))), [""; 0]);
}

#[test]
fn an_answer_to_a_question_of_a_form_is_no_lesson() {
    let review = foreign("a.md", "# T\n\n## Lessons learned\n\n**Did our alarm work?**\n\nNo. A customer wrote.\n");
    assert_eq!(review.learnings.items, []);
}

#[test]
fn states_of_actions_are_read_in_the_words_of_people() {
    use ActionStatus::{Done, Open, WontDo};
    for (item, state) in [
        ("~~Lay a cable~~ (verworfen, zu teuer)", WontDo),
        ("~~Switch it~~ - we decided against it", WontDo),
        ("Abandonné : doubler les files", WontDo),
        ("DONE lock the account", Done),
        ("CANCELLED close the port", WontDo),
        ("Fatto: ricreare l'indice", Done),
        ("Wir haben die Grenze erhöht", Done),
        ("NOTE the port", Open),
        ("Cancelled orders are counted", Open),
    ] {
        let review = foreign("a.md", &format!("# T\n\n## Action items\n\n- {item}\n- Add a fan\n"));
        assert_eq!(review.actions[0].status, state, "{item}");
    }
    for (cell, state) in
        [("Verworfen", WontDo), ("Fait", Done), ("à faire", Open), ("выполнено", Done), ("見送り", WontDo)]
    {
        let review =
            foreign("a.md", &format!("# T\n\n## Actions\n\n| Action | Status |\n|---|---|\n| Add a fan | {cell} |\n"));
        assert_eq!(review.actions[0].status, state, "{cell}");
    }
}

#[test]
fn owners_are_people() {
    let owner = |cell: &str| {
        let review =
            foreign("a.md", &format!("# T\n\n## Actions\n\n| Action | Wie |\n|---|---|\n| Add a fan | {cell} |\n"));
        review.actions[0].owner.clone()
    };
    for cell in [
        "Unassigned",
        "offen",
        "à définir",
        "Da assegnare",
        "brak",
        "не назначен",
        "待定",
        "미정",
        "n.v.t.",
        "-",
        "N/A",
    ] {
        assert_eq!(owner(cell), None, "{cell}");
    }
    assert_eq!(owner("Femke de Boer").as_deref(), Some("Femke de Boer"));
    let said = |item: &str| foreign("a.md", &format!("# T\n\n## Actions\n\n- {item}\n")).actions[0].owner.clone();
    assert_eq!(said("Add a fan - assigned to Beatriz Lima").as_deref(), Some("Beatriz Lima"));
    assert_eq!(said("Lüfter prüfen (Wer: Nadja)").as_deref(), Some("Nadja"));
    assert_eq!(said("Добавить вентилятор. Ответственный: Олег").as_deref(), Some("Олег"));
}

#[test]
fn a_ticket_may_carry_its_state() {
    let table = "| Action | Owner | Bug |\n|---|---|---|\n| Add a fan | Ana | OPS-1 **DONE** |\n| Add a belt | Bo | OPS-2 **TODO** |\n";
    let review = foreign("a.md", &format!("# T\n\n## Action items\n\n{table}"));
    let states: Vec<_> = review.actions.iter().map(|action| (action.status, action.ticket.as_deref())).collect();
    assert_eq!(states, [(ActionStatus::Done, Some("OPS-1")), (ActionStatus::Open, Some("OPS-2"))]);
}

#[test]
fn texts_of_other_kinds_are_no_reviews() {
    for text in [
        "# Postmortem: <short name of it>\n\n## Timeline\n\n- HH:MM\n",
        "# Incident FAQ\n\n## What goes into the timeline?\n\nFacts.\n",
        "# Runbook: fail over\n\n## Steps\n\n1. Announce it.\n",
        "# Platform weekly\n\n## Agenda\n\n- 10:00 News\n\n## Actions\n\n- Ana: book a room\n",
    ] {
        assert!(foreign("a.md", text).is_document, "{text}");
    }
    for text in [
        "# Runbook missing\n\n## Summary\n\nThe runbook was gone.\n",
        "# The guide rail\n\nDate: 5 March 2026\n\nIt fell.\n",
        "# The lift stood for 40 minutes\n\nDate: 5 March 2026\n\nIt fell.\n",
        "# Manual restart of the lift\n\nDate: 5 March 2026\n\nIt fell.\n",
        "# Halt\n\n## Agenda\n\nOne.\n\n## Timeline\n\n- 10:00 it fell\n",
        "# Crash in <Vec as Drop>\n\nIt fell on 5 March 2026.\n",
    ] {
        assert!(!foreign("a.md", text).is_document, "{text}");
    }
}

#[test]
fn a_title_states_the_kind_and_a_tool_of_that_name_none() {
    for (title, kind) in [
        ("Near miss: arm moved while the cell was open", "near_miss"),
        ("Game day 3: loss of a region", "game_day"),
        ("Beinaheunfall: Arm bewegt sich", "near_miss"),
        ("訓練：地域の喪失", "drill"),
        ("Drill bit broke", "incident"),
        ("Exercise tracker down", "incident"),
        ("Near miss", "incident"),
    ] {
        assert_eq!(foreign("a.md", &format!("# {title}\n\nDate: 2024-03-05\n\nIt moved.\n")).kind, kind, "{title}");
    }
}

#[test]
fn a_ticked_box_is_the_severity_whatever_its_sign() {
    for line in
        ["Severity: ☐ low ☐ medium ☑ high", "Severity: [ ] low [ ] medium [x] high", "Criticité : ☐ faible ☑ élevée"]
    {
        let review = foreign("a.md", &format!("# Halt\n\n{line}\n\nIt stopped.\n"));
        assert_eq!(review.severity.as_deref(), Some("sev2"), "{line}");
    }
}

#[test]
fn a_state_stands_below_an_action_or_in_a_column_of_any_name() {
    use ActionStatus::{Done, InProgress, Open, WontDo};
    let list = "# Halt\n\n## Action items\n\n1. Make the key\n    - Owner: Ebele\n    - Status: Done\n2. Add an alarm\n    - Status: in progress, see #3\n3. Write it up\n    - Due: 2025-03-31\n";
    let states = |text: &str| foreign("a.md", text).actions.iter().map(|action| action.status).collect::<Vec<_>>();
    assert_eq!(states(list), [Done, InProgress, Open]);
    let table = "# Halt\n\n## Maßnahmen\n\n| Was | Wer | Sachstand |\n|---|---|---|\n| Meldung | Thoms | umgesetzt am 3.4.2024 |\n| Liste | Raabe | läuft |\n| Tausch | Raabe | abgelehnt, zu teuer |\n| Schild | Raabe | 🚧 |\n";
    assert_eq!(states(table), [Done, InProgress, WontDo, InProgress]);
    let results = "# Halt\n\n## Actions\n\n| Action | Result |\n|---|---|\n| Export names | implemented |\n| Buy printers | not pursued (cost) |\n| Agree on it | under way |\n";
    assert_eq!(states(results), [Done, WontDo, InProgress]);
    let cells = "# Halt\n\n## Recommendations\n\n| Priority | Measure |\n|---|---|\n| High | Replace it. Lead: Wanjiru. Completed. |\n| Low | Draw a plan. Lead: Beat. Not started. |\n";
    assert_eq!(states(cells), [Done, Open]);
    let groups = "# Halt\n\n## To-dos\n\nSchon umgesetzt:\n\n* Ordner ausgenommen\n\nNoch zu tun:\n\n* Platte kaufen\n\nBewusst nicht:\n\n* Mail auslagern\n";
    assert_eq!(states(groups), [Done, Open, WontDo]);
}

#[test]
fn clocks_without_a_colon_are_read_where_a_whole_list_begins_with_them() {
    let text = "# Halt\n\n## Timeline\n\n- 2322 Screens freeze\n- 2340 Paper charts\n- 2355 Vendor joins\n";
    assert_eq!(times(&foreign("2026-03-05-a.md", text)), ["2026-03-05T23:22", "2026-03-05T23:40", "2026-03-05T23:55"]);
    let text = "# Halt\n\n## Timeline\n\n- 2322 screens freeze\n- 140 screens run\n- 1250 screens run\n";
    assert_eq!(times(&foreign("2026-03-05-a.md", text)), [""; 3]);
}

#[test]
fn what_is_pasted_as_the_code_of_a_wiki_is_no_timeline() {
    let text = "# Queue down\n\nIt fell.\n\n{code}\n10:00:01 queued\n10:00:02 no consumer\n10:00:03 lost\n{code}\n";
    assert_eq!(times(&foreign("2026-03-05-a.md", text)), [""; 0]);
}

#[test]
fn the_day_of_the_first_sentence_about_a_failure_is_that_of_the_incident() {
    let day = |text: &str| date(&foreign("a.md", text));
    let cause = "The filter asked a list that was gone since 31 October 2026.";
    let text = format!("# Mail\n\nFor two hours of 5 November 2026 mail was delayed.\n\n{cause}\n");
    assert_eq!(day(&text).as_deref(), Some("2026-11-05"));
    let header = "Lift stopped\n:revdate: 2026-11-09\n\nThe lift stood for five hours on 2026-11-05.\n";
    assert_eq!(day(header).as_deref(), Some("2026-11-05"));
    let text = "# 消息队列\n\n北京时间2026年8月21日上午9点47分，消息队列服务出现异常。\n\n日志级别在8月20日被误设。\n";
    assert_eq!(day(text).as_deref(), Some("2026-08-21"));
}

#[test]
fn owners_and_days_stand_after_dashes_and_brackets() {
    let list = "- Resume it — Bruno Santos — high — due Mar 12, 2026\n- Check it (Wanja) by 15 March 2026\n- Show how old it is @ana\n- Talk about it with @bo\n\
                - Tell support (Lena) what was lost on 8 March 2026\n- Add a fan (Ana, see the runbook, due 15 March 2026)\n";
    let review = foreign("2026-03-05-a.md", &format!("# Halt\n\nIt fell.\n\n## Action items\n\n{list}"));
    let of = |action: &crate::review::Action| (action.owner.clone(), action.due.map(|day| day.to_string()));
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        review.actions.iter().map(of).collect::<Vec<_>>(),
        [
            (some("Bruno Santos"), some("2026-03-12")),
            (some("Wanja"), some("2026-03-15")),
            (some("@ana"), None),
            (None, None),
            (None, None),
            (None, None)
        ]
    );
}

#[test]
fn a_table_of_who_and_when_has_its_actions_in_the_first_column() {
    let table = "| Name | Assignee | Due | Status |\n|---|---|---|---|\n| Rename hosts | Ana | 2026-04-01 | Done |\n";
    let review = foreign("2026-03-05-a.md", &format!("# Halt\n\nIt fell.\n\n## Follow-ups\n\n{table}"));
    let action = &review.actions[0];
    assert_eq!((action.title.as_str(), action.owner.as_deref()), ("Rename hosts", Some("Ana")));
    assert_eq!(action.status, ActionStatus::Done);
}

#[test]
fn a_cause_may_stand_after_its_label_in_plain_letters() {
    let of = |line: &str| {
        let review = foreign("2026-03-05-a.md", &format!("# Queue down\n\nEs stand.\n\n{line}\n"));
        factors(&review).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(of("Причина: авария на подстанции.\nСрок: май"), ["авария на подстанции."]);
    assert_eq!(of("Cause: Network\nOwner: Ana"), [""; 0], "a kind, and no account");
}
