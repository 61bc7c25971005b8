//! Reviews as tools export them and as people send them: mails, forms, tickets, chats, pages of a status site.

use crate::review::testing::foreign as read;
use crate::review::{ActionStatus, Review, Status};

fn day(review: &Review) -> Option<String> {
    review.date.map(|day| day.to_string())
}

/// The time and the text of each entry.
fn entries(review: &Review) -> Vec<(String, &str)> {
    let when = |entry: &crate::review::Entry| {
        entry.moment().map_or_else(|| entry.when.machine().unwrap_or_default(), |at| at.to_string())
    };
    review.timeline.iter().map(|entry| (when(entry), entry.what.as_str())).collect()
}

#[test]
fn the_date_of_a_mail_or_memo_is_the_day_of_writing() {
    let mail = |day: &str, text: &str| {
        format!("Objet : Compte rendu d'incident\nDe : Production\nDate : {day}\n\nBonjour,\n\n{text}\n")
    };
    let told = mail(
        "18/11/2024",
        "Le jeudi 14 novembre 2024, l'espace client a été indisponible.\n\n- 9h05 : il tombe\n- 9h40 : il revient\n- 9h50 : fin",
    );
    let review = read("a.md", &told);
    assert_eq!((day(&review).as_deref(), review.timeline.len()), (Some("2024-11-14"), 3));
    assert!(
        review.timeline.iter().all(|entry| entry.when.machine().is_none_or(|when| !when.starts_with("2024-11-18")))
    );
    assert_eq!(day(&read("a.md", &mail("18/11/2024", "L'espace client a été indisponible."))), None);
    let memo = "# Служебная записка\n\nКому: всем\nОт кого: ИТ\nДата: 20.02.2024\nТема: Остановка склада\n\n16 февраля 2024 года склад не работал.\n";
    assert_eq!(day(&read("a.md", memo)).as_deref(), Some("2024-02-16"));
    let plain = "# Halt\n\nDe : Production\nDate : 18/11/2024\n\nIt fell.\n";
    assert_eq!(day(&read("a.md", plain)).as_deref(), Some("2024-11-18"), "no mail");
}

#[test]
fn a_row_of_a_form_has_several_labels() {
    let form = "# Report\n\n| **Service** | Portal | **Priority** | P2 |\n|---|---|---|---|\n| **Start of incident** | 02-Dec-2024 09:14 UTC | **End of incident** | 02-Dec-2024 12:47 UTC |\n\nNobody could log in.\n";
    let review = read("a.md", form);
    assert_eq!((day(&review).as_deref(), review.severity.as_deref()), (Some("2024-12-02"), Some("sev3")));
    assert_eq!(review.duration(), Some(12_780));
    let ticket = "# Readers offline\n\n| Field | Value |\n|---|---|\n| State | Closed |\n\nNobody got in.\n";
    assert_eq!(read("a.md", ticket).status, Status::Closed);
    let data = "# Halt\n\n| Fan | Oslo | Severity | high |\n|---|---|---|---|\n| Belt | Bergen | Severity | low |\n\nIt fell.\n";
    assert_eq!(read("a.md", data).severity, None, "no form");
    let line = "# Invoices\n\n**Type:** Incident  **Priority:** Highest  **Status:** Closed\n\nNone were sent.\n";
    let review = read("a.md", line);
    assert_eq!((review.severity.as_deref(), review.status), (Some("sev1"), Status::Closed));
}

#[test]
fn updates_of_a_status_page_say_when_they_were_posted() {
    let text = "# Errors\n\nIncident Report for Kestrel\n\n**Resolved**\n\nIt has been resolved.\n\nPosted Aug 19, 2024 - 16:42 UTC\n\n**Investigating**\n\nWe see errors.\n\nPosted 4 days ago. Aug 19, 2024 - 14:12 UTC\n";
    let wanted = [
        ("2024-08-19T14:12:00Z".to_owned(), "Investigating: We see errors."),
        ("2024-08-19T16:42:00Z".to_owned(), "Resolved: It has been resolved."),
    ];
    assert_eq!(entries(&read("a.md", text)), wanted);
    let later = text.replace("**Resolved**", "**Postmortem**");
    assert_eq!(entries(&read("a.md", &later)), [], "one is left");
}

#[test]
fn messages_of_a_chat_are_a_timeline() {
    let text = "# Labels are blank, 16 May 2024\n\n**rosa** 9:41 AM\nlabels come out blank\n\n**hub-oncall** APP  9:44 AM\n\npulling it back\nnow\n\nPiotr [10:20 AM]:\nlabels are back\n";
    let wanted = [
        ("2024-05-16T09:41".to_owned(), "labels come out blank"),
        ("2024-05-16T09:44".to_owned(), "pulling it back\nnow"),
        ("2024-05-16T10:20".to_owned(), "labels are back"),
    ];
    assert_eq!(entries(&read("a.md", text)), wanted);
    assert_eq!(read("a.md", text).timeline[0].who.as_deref(), Some("rosa"));
    let labels = "# Halt\n\nStarted 10:00\nit fell\n\nDetected 10:05\nby us\n\nResolved 11:00\nby Ana\n";
    assert_eq!(entries(&read("a.md", labels)), []);
    let told = "# Halt, 16 May 2024\n\nAlert fired 10:00\nit fell\n\nDeploy started 10:05\nby us\n\nRollback complete 11:00\nby Ana\n";
    assert_eq!(entries(&read("a.md", told)), [], "nobody has such a name");
    let days = "# Halt, 16 May 2024\n\nMonday 10:00\nit fell\n\nDienstag 10:05\nby us\n\nFriday 11:00\nby Ana\n";
    assert_eq!(entries(&read("a.md", days)), [], "days are nobody");
}

#[test]
fn a_message_may_end_with_a_clock() {
    let text =
        "# Halt, 16 May 2024\n\n**Ana** [09:58]\nDeployed 10:00\n\n**bo** [10:03]\nit fell\n\n**Ana** [10:05]\nback\n";
    let said: Vec<_> = read("a.md", text).timeline.into_iter().map(|entry| entry.what).collect();
    assert_eq!(said, ["Deployed 10:00", "it fell", "back"]);
}

#[test]
fn comments_of_a_ticket_are_a_timeline() {
    let text = "# Invoices not sent\n\n## Comments\n\n**Maria Lopez** added a comment - 07/Mar/24 7:05 AM\nHalf of them.\n\n**Wen Zhao** added a comment - 07/Mar/24 8:31 AM\nThe disk is full.\n\n**Wen Zhao** added a comment - 07/Mar/24 1:18 PM\nAll sent.\n";
    let wanted = [
        ("2024-03-07T07:05".to_owned(), "Half of them."),
        ("2024-03-07T08:31".to_owned(), "The disk is full."),
        ("2024-03-07T13:18".to_owned(), "All sent."),
    ];
    assert_eq!(entries(&read("a.md", text)), wanted);
    let issue = text.replace("added a comment - 07/Mar/24", "commented on Mar 7, 2024,");
    assert_eq!(entries(&read("a.md", &issue)), wanted);
    let text = "# Readers offline\n\n## Work notes\n\n2024-05-14 10:30:05 - Ana Silva (Work notes)\nIt runs.\n\n2024-05-14 09:18:41 - Ana Silva (Work notes)\nVendor called.\n\n2024-05-14 08:05:59 - Service Desk (Work notes)\nAssigned.\n";
    assert_eq!(entries(&read("a.md", text)).len(), 3);
}

#[test]
fn what_a_form_holds_in_its_places_is_no_fact() {
    let text = "# Postmortem: [Title of incident]\n\nDate: 2023-07-21\n\n## Root causes\n\n- [Cause 1]\n- The wrong column\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n| _e.g. add a test_ | @name | YYYY-MM-DD |\n| Test the column | Nils | 2023-07-28 |\n";
    let review = read("webhooks.md", text);
    assert_eq!((review.title.as_str(), review.factors.len(), review.actions.len()), ("webhooks", 1, 1));
}

#[test]
fn policies_and_rotas_are_no_reviews() {
    for title in ["Incident severity policy", "On-call rota, week 41 of 2024", "Release notes"] {
        let text = format!("# {title}\n\n## Example timeline\n\n- 10:00 alert\n- 10:05 declared\n- 10:10 over\n");
        assert!(read("a.md", &text).is_document, "{title}");
    }
    let told = "# Protokoll der Nachbesprechung: Anzeigen ausgefallen\n\n**Ursachen**\n\n- Der Dienst\n\n**Beschlüsse**\n\n- Dienste prüfen\n";
    assert!(!read("a.md", told).is_document, "a bold line names the causes");
    assert!(!read("a.md", "# Outage caused by a retention policy\n\nIt fell.\n").is_document);
}

#[test]
fn a_long_period_is_not_the_day_of_an_incident() {
    for last in ["2024-05-31", "2024-05-08"] {
        let text = format!("# Outages\n\nPeriod: 2024-05-01 – {last}\n\nThey fell.\n");
        assert_eq!(day(&read("a.md", &text)), None, "{last}");
    }
    assert_eq!(
        day(&read("a.md", "# Outage\n\nPeriod: 2024-05-01 – 2024-05-02\n\nIt fell.\n")).as_deref(),
        Some("2024-05-01")
    );
}

#[test]
fn crosses_beside_ticks_say_that_a_task_is_open_in_lists_as_in_tables() {
    let states = |items: &str| {
        let review = read("a.md", &format!("# Halt\n\n## Action items\n\n{items}"));
        review.actions.iter().map(|action| action.status).collect::<Vec<_>>()
    };
    let (done, open, dropped) = (ActionStatus::Done, ActionStatus::Open, ActionStatus::WontDo);
    assert_eq!(states("- ✅ Add a fan\n- ❌ Add a belt\n- ~~Add a lamp~~ ❌\n"), [done, open, dropped]);
    assert_eq!(states("- ✅ Add a fan\n- 🚧 Add a belt\n- ❌ Add a lamp\n"), [done, ActionStatus::InProgress, dropped]);
    assert_eq!(states("- Move it (A. Silva) - completed 14/4/2023\n- Move it (Bo)\n"), [done, open]);
}
