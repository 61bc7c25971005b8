//! Actions from a task list, a plain list or a table under *Action items*. The section itself stays in the body.

use super::actions::PHASES;
use super::labelled::lines::without_struck;
use super::languages::names;
use super::languages::words::words;
use super::text::placeholders::{is_nobody, is_nothing};
use super::text::{days, states};
use super::{Action, ActionStatus, Origin, Review, action_words};
use markdown::{Block, Cell, Heading, Item, Row, plain_text};

/// The actions under `heading`, including sub-headings.
pub(super) fn read(review: &Review, heading: &Heading) -> Vec<Action> {
    let mut actions = Vec::new();
    for block in review.blocks.within(&heading.content) {
        match block {
            Block::List { items, .. } => actions.extend(items.iter().filter_map(from_item)),
            Block::Table { header, rows, .. } => actions.extend(of_table(header, rows)),
            _ => {}
        }
    }
    actions
}

/// The actions of a table with a column for actions. Where none is named so, the first is it if another says who, and one more by when or
/// how far.
pub(super) fn of_table(header: &[Cell], rows: &[Row]) -> Vec<Action> {
    let mut columns: Vec<_> = header.iter().map(|cell| column(&cell.source)).collect();
    let has = |wanted| columns.contains(&wanted);
    if !has(Column::Title) {
        let is_of_actions = has(Column::Owner) && (has(Column::Due) || has(Column::Status));
        match columns.first_mut().filter(|first| **first == Column::Other && is_of_actions) {
            Some(first) => *first = Column::Title,
            None => return Vec::new(),
        }
    }
    // A column of any name is that of the states where each row has one in it, in words: signs may tick anything.
    if !columns.contains(&Column::Status) {
        let is_state = |row: &Row, n: usize| {
            let said = row.cells.get(n).map(|cell| plain_text(&cell.source)).unwrap_or_default();
            said.contains(char::is_alphabetic) && states::stated(&said).is_some()
        };
        let holds_states =
            |n: &usize| columns[*n] == Column::Other && rows.len() > 1 && rows.iter().all(|row| is_state(row, *n));
        if let Some(n) = (0..columns.len()).find(holds_states) {
            columns[n] = Column::Status;
        }
    }
    let at = columns.iter().position(|column| *column == Column::Status);
    let has_cross = |row: &Row| at.and_then(|at| row.cells.get(at)).is_some_and(|cell| states::is_cross(&cell.source));
    let read = |row: &Row| Some((has_cross(row), from_row(&columns, &row.cells)?));
    with_crosses_settled(rows.iter().filter_map(read).collect())
}

/// Actions, each with whether its state is a cross. A cross beside ticks alone says that something is not done yet.
pub(super) fn with_crosses_settled(mut actions: Vec<(bool, Action)>) -> Vec<Action> {
    if !actions.iter().any(|(_, action)| action.status == ActionStatus::InProgress) {
        for (is_crossed, action) in &mut actions {
            if *is_crossed && !is_struck(&action.title) {
                action.status = ActionStatus::Open;
            }
        }
    }
    actions.into_iter().map(|(_, action)| action).collect()
}

/// The first paragraph of an item as one line: an author breaks lines where the editor ends.
pub(super) fn first_paragraph(source: &str) -> String {
    let mut lines = source.trim().lines().map(str::trim).take_while(|line| !line.is_empty()).peekable();
    // A first line in bold is a title, and what follows is about it.
    if let Some(title) = lines.next_if(|line| is_bold(line)) {
        return title.to_owned();
    }
    lines.map(|line| line.trim_end_matches('\\')).collect::<Vec<_>>().join(" ")
}

fn is_bold(line: &str) -> bool {
    line.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")).is_some_and(|inner| !inner.contains("**"))
}

fn from_item(item: &Item) -> Option<Action> {
    let title = &first_paragraph(&item.source);
    let struck = is_struck(title);
    let status = match item.checked {
        _ if struck => ActionStatus::WontDo,
        Some(true) => ActionStatus::Done,
        _ => ActionStatus::Open,
    };
    let origin = Some(Origin::named(item.content.start));
    let action = || action_words::with_stated(Action::titled(title.to_owned(), status));
    (!plain_text(title).trim().is_empty()).then(|| Action { origin, ..action() })
}

fn is_struck(title: &str) -> bool {
    title.starts_with("~~") && title.ends_with("~~")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Id,
    Title,
    Owner,
    Priority,
    Improves,
    Due,
    Status,
    Closed,
    Ticket,
    Other,
}

/// The columns by the kind of their names in `names.txt`, in the order in which they count.
const COLUMNS: [(&str, Column); 12] = [
    ("column action", Column::Title),
    ("actions", Column::Title),
    // `By` is a day here; in a timeline it is a person.
    ("column due", Column::Due),
    ("assigned to", Column::Owner),
    ("column who", Column::Owner),
    ("label owner", Column::Owner),
    ("column priority", Column::Priority),
    ("label status", Column::Status),
    ("column result", Column::Status),
    ("column closed", Column::Closed),
    ("done", Column::Status),
    ("column ticket", Column::Ticket),
];

fn column(heading: &str) -> Column {
    match plain_text(heading).trim().to_lowercase().as_str() {
        "id" | "#" | "no" | "no." => return Column::Id,
        "team" => return Column::Owner,
        "improves" | "type" | "phase" => return Column::Improves,
        "state" => return Column::Status,
        _ => {}
    }
    let words = words(heading);
    COLUMNS.into_iter().find(|(kind, _)| names::is(kind, &words)).map_or(Column::Other, |(_, column)| column)
}

fn from_row(columns: &[Column], cells: &[Cell]) -> Option<Action> {
    let cell = |wanted: Column| {
        let at = columns.iter().position(|c| *c == wanted)?;
        cells.get(at).map(|cell| cell.source.trim()).filter(|text| !text.is_empty() && *text != "-")
    };
    let plain = |wanted| cell(wanted).map(|text| plain_text(text).trim().to_owned()).filter(|t| !t.is_empty());
    let mut action = Action::titled(cell(Column::Title)?.to_owned(), ActionStatus::Open);
    action.origin = cells.first().map(|cell| Origin::named(cell.span.start));
    action.closed = plain(Column::Closed).as_deref().and_then(days::read);
    let said = cell(Column::Status).map(|text| plain_text(&without_struck(text)));
    action.status = said.map_or(ActionStatus::Open, |text| status(text.trim()));
    let is_ticked = || plain(Column::Closed).is_some_and(|text| status(&text) == ActionStatus::Done);
    if action.status.is_open() && (action.closed.is_some() || is_ticked()) {
        action.status = ActionStatus::Done;
    }
    // `Replace it. Owner: Ana. Done.` in one cell.
    if !columns.contains(&Column::Status)
        && let Some(state) = states::state_in_sentences(&action.title)
    {
        action.status = state;
    }
    if action.status.is_open() && is_struck(&action.title) {
        action.status = ActionStatus::WontDo;
    }
    action.id = plain(Column::Id);
    action.owner = plain(Column::Owner).filter(|name| !is_nobody(name));
    action.priority = plain(Column::Priority);
    action.due = plain(Column::Due).as_deref().and_then(days::read);
    action.ticket = plain(Column::Ticket);
    // In a table without a column of states the ticket may have it: `OPS-12 **DONE**`.
    if !columns.contains(&Column::Status)
        && let Some((ticket, state)) = action.ticket.as_deref().and_then(with_state)
    {
        action.status = state;
        action.ticket = Some(ticket).filter(|ticket| !is_nothing(ticket));
    }
    let improves = plain(Column::Improves).map(|text| text.to_lowercase());
    action.improves = PHASES.iter().find(|(name, _)| Some(*name) == improves.as_deref()).map(|(_, phase)| *phase);
    Some(action)
}

/// A ticket and the state after it.
fn with_state(ticket: &str) -> Option<(String, ActionStatus)> {
    let (lead, last) = ticket.rsplit_once(' ').unwrap_or(("", ticket));
    let state = states::state(last)?;
    Some((lead.trim().to_owned(), state))
}

fn status(text: &str) -> ActionStatus {
    // `50 %`, but not `fixed, errors are down to 1%`.
    if let Some(percent) = text.split_once('%').and_then(|(number, _)| number.trim().parse::<u32>().ok()) {
        return match percent {
            0 => ActionStatus::Open,
            1..100 => ActionStatus::InProgress,
            _ => ActionStatus::Done,
        };
    }
    let said = || states::stated(text);
    match text.to_lowercase().trim() {
        "x" | "[x]" => ActionStatus::Done,
        _ if names::is("yes", &words(text)) => ActionStatus::Done,
        _ => said().unwrap_or(ActionStatus::Open),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::foreign;
    use super::{ActionStatus, status};

    #[test]
    fn a_cell_that_nobody_filled_in_names_no_owner() {
        let table = "| Action | Owner |\n|---|---|\n| Add a fan | Ana |\n| Add a belt | TBD |\n| Add a lamp | N/A |\n";
        let review = foreign("a.md", &format!("# T\n\n## Action items\n\n{table}"));
        let owners: Vec<_> = review.actions.iter().map(|action| action.owner.as_deref()).collect();
        assert_eq!(owners, [Some("Ana"), None, None]);
    }

    #[test]
    fn a_column_of_days_may_be_named_by() {
        let table = "| Action | Owner | By |\n|---|---|---|\n| Add a fan | Ana | 2026-04-01 |\n";
        let review = foreign("a.md", &format!("# T\n\n## Action items\n\n{table}"));
        let action = &review.actions[0];
        assert_eq!((action.owner.as_deref(), action.due), (Some("Ana"), "2026-04-01".parse().ok()));
    }

    #[test]
    fn a_cross_beside_work_in_progress_says_that_an_action_was_dropped() {
        let states = |signs: [&str; 3]| {
            let rows: Vec<_> = signs.iter().enumerate().map(|(n, sign)| format!("| Add fan {n} | {sign} |")).collect();
            let rows = rows.join("\n");
            let review = foreign("a.md", &format!("# T\n\n## Action items\n\n| What | Status |\n|---|---|\n{rows}\n"));
            review.actions.iter().map(|action| action.status).collect::<Vec<_>>()
        };
        assert_eq!(states(["✔", "🚧", "✘"]), [ActionStatus::Done, ActionStatus::InProgress, ActionStatus::WontDo]);
        assert_eq!(states(["✔", "✔", "✘"]), [ActionStatus::Done, ActionStatus::Done, ActionStatus::Open]);
        let struck = foreign(
            "a.md",
            "# T\n\n## Action items\n\n| What | Status |\n|---|---|\n| ~~Add fan~~ | ✘ |\n| Lay cable | ✔ |\n",
        );
        let states: Vec<_> = struck.actions.iter().map(|action| action.status).collect();
        assert_eq!(states, [ActionStatus::WontDo, ActionStatus::Done]);
    }

    #[test]
    fn states_are_read_in_the_words_of_trackers() {
        assert_eq!(status("Done"), ActionStatus::Done);
        assert_eq!(status("in-progress"), ActionStatus::InProgress);
        assert_eq!(status("Won't do"), ActionStatus::WontDo);
        assert_eq!(status("someday"), ActionStatus::Open);
        for (text, wanted) in [
            ("0%", ActionStatus::Open),
            ("50 % done", ActionStatus::InProgress),
            ("100%", ActionStatus::Done),
            ("Done, errors are down to 1%", ActionStatus::Done),
        ] {
            assert_eq!(status(text), wanted, "{text}");
        }
    }
}
