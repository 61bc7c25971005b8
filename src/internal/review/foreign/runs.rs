//! Splits the body of a review by its headings and labels: what is below *Root cause*, below *What went well:* within
//! *Lessons*, and so on.
//!
//! In: a review. Out: its runs of blocks in order, each with its label. One pass over the body.

use std::cell::OnceCell;
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
    let mut split = Split {
        review,
        runs: Vec::new(),
        section: None,
        is_announced: false,
        is_labelled: false,
        named: OnceCell::new(),
    };
    let blocks = review.blocks.all();
    for (n, block) in blocks.iter().enumerate() {
        match block {
            Block::Heading { span, .. } => split.heading(span.start),
            Block::Paragraph { span } => {
                let is_before_list = matches!(blocks.get(n + 1), Some(Block::List { .. }));
                split.paragraph(block, span, is_before_list);
            }
            Block::List { .. } | Block::Table { .. } | Block::Other { .. } => split.list(block),
        }
    }
    split.runs
}

/// A body that is split up to some block.
struct Split<'r> {
    review: &'r Review,
    runs: Vec<Run<'r>>,
    section: Option<Section<'r>>,
    /// Whether a sentence has announced that the list below it names the causes.
    is_announced: bool,
    /// Whether the run was opened by a label, and not by a heading: then the next label ends it.
    is_labelled: bool,
    /// The fields that headings name, once they are asked for.
    named: OnceCell<Vec<Field>>,
}

impl Split<'_> {
    fn heading(&mut self, start: usize) {
        let headings = &self.review.outline.headings;
        let known = headings.binary_search_by_key(&start, |heading| heading.span.start);
        let Some(heading) = known.ok().and_then(|n| headings.get(n)) else {
            // A heading without text ends the section above it.
            self.section = None;
            return;
        };
        if headings.first() == Some(heading) && self.review.is_title(heading) {
            return;
        }
        self.section = section_at(heading, self.section, self.review);
        self.is_labelled = false;
        self.open_section();
    }

    fn paragraph(&mut self, block: &Block, span: &Range<usize>, is_before_list: bool) {
        let text = self.review.body().get(span.clone()).unwrap_or_default().trim();
        let may_have_values =
            self.section.is_none_or(|section| !matches!(section.label, Label::Field(Field::Actions | Field::Timeline)));
        if may_have_values && self.take_values(inline::of_paragraph(text, span.start)) {
            self.open_section();
            return;
        }
        let said = label_above(text);
        let may_name_causes = self.section.is_none_or(|section| section.label == Label::Field(Field::Summary));
        self.is_announced = said.is_none()
            && may_name_causes
            && is_before_list
            && announces_causes(text)
            && !self.has_heading(Field::Factors);
        if self.is_announced {
            self.runs.push(announced(Field::Factors, false));
        } else if let Some((label, state, is_possible)) = said {
            let state = state.or(self.section.and_then(|section| section.state));
            // A label in a section of possible actions makes its list certain.
            let of = Section { level: 6, label, own_state: None, state, is_possible, below: None };
            self.section.get_or_insert(of);
            self.is_labelled = true;
            self.runs.push(opened(of));
        } else if self.section.is_some() {
            self.text(text, block, span.start, is_before_list);
        }
    }

    /// Takes a paragraph of the section that names no field.
    fn text(&mut self, text: &str, block: &Block, start: usize, is_before_list: bool) {
        let Some(run) = self.runs.last_mut() else { return };
        if self.is_labelled && ends_labelled(text, is_before_list) {
            self.runs.push(Run { label: Label::Other, ..announced(Field::Factors, false) });
        } else if is_label(text) {
            let (label, below) = (run.label, run.below);
            let state = state_of_group(text).or(self.section.and_then(|section| section.state));
            // A sentence may introduce anything.
            let is_sentence = !text.starts_with("**") && text.split_whitespace().count() > 4 && !promises(text);
            let is_possible = run.is_possible || is_sentence;
            let group = Some((text.to_owned(), start));
            self.runs.push(Run { label, below, group, state, is_possible, blocks: Vec::new() });
        } else {
            run.blocks.push(block.clone());
            if run.label != Label::Other && promises(text) {
                self.runs.push(announced(Field::Actions, true));
            }
        }
    }

    fn list(&mut self, block: &Block) {
        if self.section.is_none()
            && let Block::List { items, .. } = block
        {
            let named = items.iter().flat_map(|item| inline::of_paragraph(item.source.trim(), item.content.start));
            self.take_values(named.collect());
        }
        if let Some(run) = self.runs.last_mut().filter(|_| self.section.is_some() || self.is_announced) {
            run.blocks.push(block.clone());
        }
        // What stands below that list is of the section again.
        if std::mem::take(&mut self.is_announced) {
            self.open_section();
        }
    }

    fn open_section(&mut self) {
        self.runs.extend(self.section.map(opened));
    }

    /// Takes the values after labels whose fields no heading names. Returns whether there are any.
    fn take_values(&mut self, mut named: Vec<(Field, Range<usize>)>) -> bool {
        named.retain(|(field, _)| !self.has_heading(*field));
        let is_any = !named.is_empty();
        self.runs.extend(named.into_iter().map(|(field, span)| inline_run(field, span)));
        is_any
    }

    fn has_heading(&self, field: Field) -> bool {
        let headings = || self.review.outline.headings.iter().filter_map(|heading| meaning(&heading.text));
        self.named.get_or_init(|| headings().collect()).contains(&field)
    }
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
