//! What people write around an action: the group it stands in, what stands below it. Its state is in `states`.

use super::action_line::{from_text, says_done};
use super::announced::promises;
use super::groups::{is_group, names_group, states_action};
use super::owners::ends_with_somebody;
use super::runs::Run;
use super::tasks::{is_order, is_task};
use crate::review::action_words;
use crate::review::body_actions::{first_paragraph, of_table, with_crosses_settled};
use crate::review::text::label_line::is_label;
use crate::review::text::placeholders::is_nothing;
use crate::review::text::states::{state_labelled, without_cross};
use crate::review::{Action, ActionStatus, Origin};
use markdown::{Block, Item, plain_text};

/// The actions of a run of blocks. Below a heading or label that may mean something else, a list counts only if at least half
/// of it are tasks.
pub(super) fn of_run(run: &Run<'_>, body: &str) -> Vec<Action> {
    let mut actions = Vec::new();
    let table = run
        .blocks
        .iter()
        .any(|block| matches!(block, Block::Table { header, rows, .. } if !of_table(header, rows).is_empty()));
    let has_list = table || run.blocks.iter().any(|block| matches!(block, Block::List { .. }));
    let mut is_possible = run.is_possible;
    let numbered = has_bold_numbers(run);
    for block in &run.blocks {
        match block {
            Block::Paragraph { span } => {
                let text = body.get(span.clone()).unwrap_or_default().trim();
                is_possible |= text.ends_with([':', '：']) && !promises(text);
                if !run.is_possible && !has_list {
                    actions.extend(orders(text, span.start, run.below.is_some()));
                }
            }
            // A list beside a table of actions explains the table.
            Block::List { .. } if table => {}
            Block::List { ordered: false, .. } if numbered => {}
            Block::List { items, .. } => {
                let mut found = from_items(items);
                if is_possible {
                    found.retain(|action| !is_label(&action.title) || is_task(&action.title));
                }
                let is_owned = |action: &Action| is_task(&action.title) || ends_with_somebody(&action.title);
                let tasks = || found.iter().filter(|action| is_owned(action)).count();
                let ticked = || items.iter().any(|item| item.checked.is_some());
                let is_detail =
                    !found.is_empty() && found.iter().all(|action| action.title.starts_with(char::is_lowercase));
                if !is_possible || ticked() || (2 * tasks() >= found.len() && !is_detail) {
                    actions.extend(found);
                }
            }
            Block::Table { header, rows, .. } => {
                actions.extend(of_table(header, rows).into_iter().filter(|action| !is_nothing(&action.title)));
            }
            _ => {}
        }
    }
    if let Some(state) = run.state {
        for action in actions.iter_mut().filter(|action| action.status == ActionStatus::Open) {
            action.status = state;
        }
    }
    actions
}

/// The actions of a section without a list: lines that are orders all, or the order alone below a sub-heading.
fn orders(text: &str, at: usize, is_below: bool) -> Vec<Action> {
    let lines: Vec<_> = text.split_inclusive('\n').collect();
    let ends = |line: &str| plain_text(line).trim_end().ends_with(['.', '!']);
    let is_list = lines.len() > 1 && lines.iter().all(|line| is_order(line) && ends(line));
    let parts = if is_list { lines } else { vec![text] };
    if !is_list && (!is_below || !is_order(text)) {
        return Vec::new();
    }
    let mut start = at;
    let of_part = |part: &str| {
        let origin = Some(Origin::implied(start));
        start += part.len();
        from_text(&first_paragraph(part), None).map(|action| Action { origin, ..action })
    };
    parts.into_iter().filter_map(of_part).collect()
}

/// Whether actions are numbered and bold, each with its account below it: lists between them are of that account.
fn has_bold_numbers(run: &Run<'_>) -> bool {
    let is_bold = |items: &[Item]| items.iter().all(|item| item.source.trim_start().starts_with("**"));
    let numbered =
        run.blocks.iter().filter(|block| matches!(block, Block::List { ordered: true, items, .. } if is_bold(items)));
    let other =
        run.blocks.iter().any(|block| matches!(block, Block::List { ordered: true, items, .. } if !is_bold(items)));
    numbered.count() > 1 && !other
}

/// The actions of a list; an item that only names a group gives the actions inside it.
fn from_items(items: &[Item]) -> Vec<Action> {
    let mut actions = Vec::new();
    for item in items {
        let title = item.source.trim();
        // What a word or a line through it says beside the cross is surer.
        let is_open = |bare| from_text(bare, item.checked).is_some_and(|action| action.status == ActionStatus::Open);
        let is_crossed = without_cross(title).is_some_and(is_open);
        let states = item.children.iter().any(states_action);
        let names_others = || names_group(title) || is_group(title, item);
        if !item.children.is_empty() && item.checked.is_none() && !states && names_others() {
            actions.extend(from_items(&item.children).into_iter().map(|action| (false, action)));
        } else {
            let done_below = item.children.iter().any(|child| says_done(&child.source));
            let checked = if done_below { Some(true) } else { item.checked };
            let mut action = from_text(&first_paragraph(title), checked);
            // `Status: Done` as an item below it.
            let below = item.children.iter().rev().find_map(|child| state_labelled(&plain_text(&child.source)));
            if let (Some(action), Some(state)) = (action.as_mut(), below) {
                action.status = state;
            }
            let origin = Some(Origin::named(item.content.start));
            let below = item.children.iter().map(|child| child.source.as_str());
            let stated = |action| action_words::with_stated_below(Action { origin, ..action }, below);
            actions.extend(action.map(stated).map(|action| (is_crossed, action)));
        }
    }
    with_crosses_settled(actions)
}
