//! Splits the body of a review by its headings and labels: what is below *Root cause*, below *What went well:* within
//! *Lessons*, and so on.
//!
//! In: a review. Out: its runs of blocks in order, each with its label. One pass over the body.

use std::cell::LazyCell;
use std::ops::Range;

use super::announced::{announces_causes, promises};
use super::groups::{names_a_horizon, state_of_group};
use super::inline;
use crate::review::languages::names;
use crate::review::languages::words::words;
use crate::review::text::headings::{Label, is_possible_actions, label, meaning};
use crate::review::text::label_line::is_label;
use crate::review::text::section::Section as Field;
use crate::review::{ActionStatus, Review};
use markdown::{Block, Heading, Item};

/// Consecutive blocks below a heading or a label.
#[derive(Debug)]
pub(super) struct Run<'r> {
    pub(super) label: Label,
    /// The sub-heading above it, if that names no field of its own.
    pub(super) below: Option<&'r Heading>,
    /// A line above it that names no field, and its offset: a group, or what the list below is about.
    pub(super) group: Option<(String, usize)>,
    /// The state that its heading or label gives to all actions in it: `Immediate actions (completed)`.
    pub(super) state: Option<ActionStatus>,
    /// Whether the heading may mean something else than tasks: *Remediation*, *Looking forward*.
    pub(super) is_possible: bool,
    pub(super) blocks: Vec<Block>,
}

/// The section of the heading above.
#[derive(Clone, Copy)]
struct Section<'r> {
    level: u8,
    label: Label,
    /// The state given by the section's own heading, for its sub-headings.
    own_state: Option<ActionStatus>,
    state: Option<ActionStatus>,
    is_possible: bool,
    below: Option<&'r Heading>,
}

/// The runs below headings and labels that name a field.
pub(super) fn of(review: &Review) -> Vec<Run<'_>> {
    let body = review.body();
    let mut runs: Vec<Run<'_>> = Vec::new();
    let mut section: Option<Section<'_>> = None;
    let headings = &review.outline.headings;
    // Whether a sentence has announced that the list below it names the causes.
    let mut is_announced = false;
    // Whether the run was opened by a label, and not by a heading: then the next label ends it.
    let mut is_labelled = false;
    let named = LazyCell::new(|| headings.iter().filter_map(|heading| meaning(&heading.text)).collect::<Vec<_>>());
    let has_heading = |field: Field| named.contains(&field);
    let blocks = review.blocks.all();
    for (n, block) in blocks.iter().cloned().enumerate() {
        match &block {
            Block::Heading { span, .. } => {
                let known = headings.binary_search_by_key(&span.start, |heading| heading.span.start);
                let Some(heading) = known.ok().and_then(|n| headings.get(n)) else {
                    // A heading without text ends the section above it.
                    section = None;
                    continue;
                };
                if headings.first() == Some(heading) && review.is_title(heading) {
                    continue;
                }
                section = section_at(heading, section, review);
                is_labelled = false;
                runs.extend(section.map(opened));
            }
            Block::Paragraph { span } => {
                let text = body.get(span.clone()).unwrap_or_default().trim();
                if section
                    .is_none_or(|section| !matches!(section.label, Label::Field(Field::Actions | Field::Timeline)))
                {
                    let named = inline::of_paragraph(text, span.start);
                    let fresh = named.into_iter().filter(|(field, _)| !has_heading(*field)).collect::<Vec<_>>();
                    if !fresh.is_empty() {
                        runs.extend(fresh.into_iter().map(|(field, span)| inline_run(field, span)));
                        runs.extend(section.map(opened));
                        continue;
                    }
                }
                let is_before_list = matches!(blocks.get(n + 1), Some(Block::List { .. }));
                let said = label_above(text);
                let may_name_causes = section.is_none_or(|section| section.label == Label::Field(Field::Summary));
                is_announced = said.is_none()
                    && may_name_causes
                    && is_before_list
                    && announces_causes(text)
                    && !has_heading(Field::Factors);
                if is_announced {
                    runs.push(announced(Field::Factors, false));
                    continue;
                }
                let last = runs.last_mut().filter(|_| section.is_some());
                match (said, last) {
                    (Some((label, state, is_possible)), _) => {
                        let state = state.or(section.and_then(|section| section.state));
                        // A label in a section of possible actions makes its list certain.
                        let of = Section { level: 6, label, own_state: None, state, is_possible, below: None };
                        section = Some(section.unwrap_or(of));
                        is_labelled = true;
                        runs.push(opened(of));
                    }
                    (None, Some(_)) if is_labelled && ends_labelled(text, is_before_list) => {
                        runs.push(Run { label: Label::Other, ..announced(Field::Factors, false) });
                    }
                    (None, Some(run)) if is_label(text) => {
                        let (label, below, is_possible) = (run.label, run.below, run.is_possible);
                        let state = state_of_group(text).or(section.and_then(|section| section.state));
                        let group = Some((text.to_owned(), span.start));
                        // A sentence may introduce anything.
                        let is_sentence =
                            !text.starts_with("**") && text.split_whitespace().count() > 4 && !promises(text);
                        let is_possible = is_possible || is_sentence;
                        runs.push(Run { label, below, group, state, is_possible, blocks: Vec::new() });
                    }
                    (None, Some(run)) if promises(text) && run.label != Label::Other => {
                        run.blocks.push(block);
                        runs.push(announced(Field::Actions, true));
                    }
                    (None, Some(run)) => run.blocks.push(block),
                    (None, None) => {}
                }
            }
            Block::List { .. } | Block::Table { .. } | Block::Other { .. } => {
                if section.is_none()
                    && let Block::List { items, .. } = &block
                {
                    let named =
                        items.iter().flat_map(|item| inline::of_paragraph(item.source.trim(), item.content.start));
                    let fresh = named.filter(|(field, _)| !has_heading(*field)).collect::<Vec<_>>();
                    runs.extend(fresh.into_iter().map(|(field, span)| inline_run(field, span)));
                }
                if let Some(run) = runs.last_mut().filter(|_| section.is_some() || is_announced) {
                    run.blocks.push(block);
                }
                // What stands below that list is of the section again.
                if std::mem::take(&mut is_announced) {
                    runs.extend(section.map(opened));
                }
            }
        }
    }
    runs
}

/// The run of a value after its label.
fn inline_run<'r>(field: Field, span: Range<usize>) -> Run<'r> {
    Run { blocks: vec![Block::Paragraph { span }], ..announced(field, false) }
}

fn opened(section: Section<'_>) -> Run<'_> {
    let Section { label, state, is_possible, below, .. } = section;
    Run { label, below, group: None, state, is_possible, blocks: Vec::new() }
}

/// The run of a list that a sentence above it announces.
fn announced<'r>(field: Field, is_possible: bool) -> Run<'r> {
    Run { label: Label::Field(field), below: None, group: None, state: None, is_possible, blocks: Vec::new() }
}

/// The section of a heading: its own field, or for a sub-heading that of the section it is in.
fn section_at<'r>(heading: &'r Heading, above: Option<Section<'r>>, review: &Review) -> Option<Section<'r>> {
    let state = state_of_group(&heading.text);
    let own =
        |label, is_possible| Section { level: heading.level, label, own_state: state, state, is_possible, below: None };
    if let Some(label) = label(&heading.text) {
        return Some(own(label, false));
    }
    if names::is("people or factors", &words(&heading.text)) && tells_sentences(review, heading) {
        return Some(own(Label::Field(Field::Factors), false));
    }
    if names::after("appendix", &words(&heading.text)).is_some() {
        return Some(own(Label::Other, false));
    }
    if is_possible_actions(&heading.text) {
        return Some(own(Label::Field(Field::Actions), true));
    }
    let above = above.filter(|above| heading.level > above.level)?;
    let is_possible = above.is_possible && !names_a_horizon(&heading.text);
    Some(Section { state: state.or(above.own_state), below: Some(heading), is_possible, ..above })
}

/// Whether the lists below a heading hold sentences, and not names of people.
fn tells_sentences(review: &Review, heading: &Heading) -> bool {
    const FEWEST_WORDS: usize = 5;
    let lists = review.blocks.within(&heading.own).iter();
    let mut items =
        lists.flat_map(|block| if let Block::List { items, .. } = block { items.as_slice() } else { &[] }).peekable();
    let is_sentence = |item: &Item| {
        let small = item.source.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
        item.source.split_whitespace().count() >= FEWEST_WORDS && small >= FEWEST_WORDS / 2
    };
    items.peek().is_some() && items.all(is_sentence)
}

/// Whether an unknown line ends what a label above it opened: it is bold as well, or a few words above a list. What only says when or
/// whether its actions are done goes on.
fn ends_labelled(text: &str, is_before_list: bool) -> bool {
    const MOST_WORDS: usize = 4;
    let is_bold = text.starts_with("**") && is_label(text);
    let is_bare = || {
        is_before_list
            && text.starts_with(char::is_uppercase)
            && text.split_whitespace().count() <= MOST_WORDS
            && !text.ends_with(['.', '!', '?'])
    };
    let says_when = || names_a_horizon(text) || names::is("horizon", &words(text));
    (is_bold || is_bare()) && !says_when() && state_of_group(text).is_none() && !promises(text)
}

/// The field that a line above a list names: the line is bold, ends with a colon, or is only the name of a field. The last value is
/// whether it may mean something else.
fn label_above(text: &str) -> Option<(Label, Option<ActionStatus>, bool)> {
    if text.contains('\n') {
        return None;
    }
    // `■ 再発防止策`, `【原因】`: where letters have no capitals a sign marks the line.
    let is_marked = || text.starts_with(['■', '□', '●', '◆', '◇', '▼', '▶', '【']);
    let begins = || text.chars().next().is_some_and(char::is_uppercase) || is_marked();
    let bare = || text.chars().count() < 40 && begins();
    let found = if is_label(text) || bare() { label(text).map(|label| (label, false)) } else { None };
    let possible = || {
        let is_actions = text.starts_with("**") && is_label(text) && is_possible_actions(text);
        is_actions.then_some((Label::Field(Field::Actions), true))
    };
    let (label, is_possible) = found.or_else(possible)?;
    Some((label, state_of_group(text), is_possible))
}
