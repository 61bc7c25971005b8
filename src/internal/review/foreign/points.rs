//! Lessons, what went well, luck and factors from the runs below their headings and labels.

use super::runs::Run;
use crate::review::Origin;
use crate::review::labelled::lines::without_struck;
use crate::review::languages::names;
use crate::review::languages::timelines::is_character;
use crate::review::languages::words::words;
use crate::review::text::headings::{Label, label};
use crate::review::text::items::whole;
use crate::review::text::placeholders::is_nothing;
use crate::review::text::section::Section;
use base::text::sentences;
use markdown::{Block, Cell, Heading, Item, Row, plain_text};

/// A point with the field that it belongs to.
pub(super) type Read = (Section, String, Origin);

/// The points of a run: the items of its lists, or what its prose says first, unless the section `is_told` already.
pub(super) fn of_run(run: &Run<'_>, is_told: bool, body: &str, points: &mut Vec<Read>) {
    let Label::Field(section) = run.label else { return };
    if matches!(section, Section::Timeline | Section::Actions | Section::Summary) {
        return;
    }
    let mut found = Vec::new();
    if let Some(title) = run.below.filter(|heading| is_point(heading, &run.blocks)) {
        let text = strip_number(title.text.trim()).to_owned();
        found.push((Label::Field(section), text, Origin::implied(title.span.start)));
    } else if !is_story(run, body) {
        from_lists(run, body, &mut found);
    }
    // Below a sub-heading a line with a colon goes on with the prose above it.
    let goes_on = run.below.is_some() && run.group.as_ref().is_some_and(|(name, _)| !name.starts_with("**"));
    // An answer to a question of a form, such as whether an alarm was raised, is no lesson.
    let answers = section == Section::Learnings
        && run.group.as_ref().is_some_and(|(name, _)| name.trim_end_matches(['*', '_', ' ']).ends_with('?'));
    let may_tell = !is_told && !goes_on && !answers;
    if found.is_empty() && may_tell && run.below.is_none_or(|_| section == Section::Factors) {
        found.extend(prose(run, body).into_iter().map(|(text, origin)| (run.label, text, origin)));
    }
    let of_field = |(label, text, origin): (Label, String, Origin)| match label {
        Label::Field(section) => {
            // What is struck through is not said any more.
            let text = without_struck(&text).trim().to_owned();
            let is_open = section == Section::Factors && leaves_cause_open(&text);
            (!is_nothing(&text) && !is_open).then_some((section, text, origin))
        }
        Label::Other => None,
    };
    points.extend(found.into_iter().filter_map(of_field));
}

fn from_lists(run: &Run<'_>, body: &str, found: &mut Vec<(Label, String, Origin)>) {
    // If the line above a list names a cause, the items are details of that cause.
    if let Some((name, at)) = run.group.as_ref().filter(|(name, _)| is_named_cause(run.label, name)) {
        found.push((run.label, name.trim_end_matches([':', '：']).to_owned(), Origin::implied(*at)));
        return;
    }
    let lists = run.blocks.iter().filter(|block| matches!(block, Block::List { .. })).count();
    let mut above = "";
    for block in &run.blocks {
        match block {
            // A list after "for example" is part of the template if there is another list.
            Block::List { items, .. } if lists == 1 || !is_example(above) => {
                for item in items {
                    from_item(item, run.label, found);
                }
            }
            Block::Table { header, rows, .. } => from_table(header, rows, run.label, found),
            Block::Paragraph { span } => above = body.get(span.clone()).unwrap_or_default().trim(),
            _ => {}
        }
    }
}

/// The cells of the first column of a table, if its heading says that they are such points.
fn from_table(header: &[Cell], rows: &[Row], label: Label, found: &mut Vec<(Label, String, Origin)>) {
    let kind = match label {
        Label::Field(Section::Factors) => "column factor",
        Label::Field(Section::Learnings) => "column lesson",
        _ => return,
    };
    let Some(n) = header.iter().position(|cell| names::is(kind, &words(&cell.source))) else { return };
    let cells = rows.iter().filter_map(|row| row.cells.get(n)).filter(|cell| !cell.source.trim().is_empty());
    found.extend(cells.map(|cell| (label, cell.source.trim().to_owned(), Origin::named(cell.span.start))));
}

/// The points in the prose of a run: each paragraph that begins with a bold name, or else the first paragraph.
fn prose(run: &Run<'_>, body: &str) -> Vec<(String, Origin)> {
    let has_list = run.blocks.iter().any(|block| matches!(block, Block::List { .. }));
    let paragraphs = run.blocks.iter().filter_map(|block| match block {
        Block::Paragraph { span } => Some((body.get(span.clone())?.trim(), span.start)),
        _ => None,
    });
    let announces = |text: &str| has_list && text.ends_with([':', '：']) && !text.contains(". ");
    let all: Vec<_> =
        paragraphs.filter(|(text, _)| !announces(text) && !text.starts_with("![") && !is_form(text)).collect();
    // There may be an emoji before the name.
    let is_named = |(text, _): &&(&str, usize)| {
        text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '*').starts_with("**")
    };
    let named: Vec<_> = all.iter().filter(is_named).collect();
    let all_named = named.len() > 1 && all.first().as_ref().is_some_and(is_named);
    let chosen =
        if all_named { named.into_iter().copied().collect() } else { all.into_iter().take(1).collect::<Vec<_>>() };
    chosen.into_iter().map(|(text, at)| (text.to_owned(), Origin::implied(at))).collect()
}

/// Whether a list is part of a narrative: steps in a story are not causes, and lists in an essay are not lessons.
fn is_story(run: &Run<'_>, body: &str) -> bool {
    const SHORT: usize = 160;
    const LEAD: usize = 60;
    if run.below.is_some() && run.group.as_ref().is_some_and(|(name, _)| !name.starts_with("**")) {
        return true;
    }
    let Some(Block::Paragraph { span }) = run.blocks.first() else { return false };
    let text = body.get(span.clone()).unwrap_or_default().trim();
    if text.ends_with([':', '：']) && (run.below.is_none() || text.len() < LEAD) {
        return false;
    }
    let is_ordered = run.blocks.iter().any(|block| matches!(block, Block::List { ordered: true, .. }));
    run.below.is_some() || (text.len() > SHORT && is_ordered && run.label == Label::Field(Section::Factors))
}

/// Whether a sub-heading is itself a point, explained by the prose below it: it is numbered, or begins with a rank such as
/// `Primary:`.
fn is_point(heading: &Heading, blocks: &[Block]) -> bool {
    let text = heading.text.trim();
    let is_numbered = strip_number(text).len() < text.len();
    let ranked = text.split_once([':', '：']).is_some_and(|(rank, _)| names::is("rank", &words(rank)));
    let has_prose = matches!(blocks.first(), Some(Block::Paragraph { .. }));
    has_prose && (ranked || (is_numbered && text.split_whitespace().count() > 3))
}

/// A text without its leading number.
fn strip_number(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix(['.', ')']) {
        Some(after) if rest.len() < text.len() => after.trim_start(),
        _ => text,
    }
}

/// Whether a line above a list of details names a cause: it has more words than the name of a group.
fn is_named_cause(label: Label, name: &str) -> bool {
    label == Label::Field(Section::Factors) && name.starts_with("**") && plain_text(name).split_whitespace().count() > 2
}

/// Whether a sentence says of a cause only that it is not known: `The source is still unknown at this time.`
fn leaves_cause_open(text: &str) -> bool {
    let is_one = sentences(text).nth(1).is_none();
    is_one && names::says("cause or source", text) && names::says("not known yet", text)
}

/// Whether a paragraph introduces an example from a template.
fn is_example(text: &str) -> bool {
    let said = words(text);
    names::of("example").iter().any(|name| {
        let before = said.strip_suffix(name.as_str());
        // A single character ends other words as well: `用例`.
        let may_follow = name.starts_with(is_character) && name.chars().count() > 1;
        before.is_some_and(|before| before.is_empty() || before.ends_with(' ') || may_follow)
    })
}

/// Whether a paragraph is part of a template, or an empty answer to it.
fn is_form(text: &str) -> bool {
    const SHORT: usize = 40;
    let said = words(text);
    let denies = names::after("denies", &said).is_some();
    denies && said.chars().count() < SHORT
        || is_nothing(text)
        || is_example(text)
        || text.starts_with("<!--")
        || (text.starts_with("_(") && text.ends_with(")_"))
}

fn from_item(item: &Item, now: Label, points: &mut Vec<(Label, String, Origin)>) {
    if !item.children.is_empty()
        && let Some(said) = label(item.source.trim())
    {
        item.children.iter().for_each(|child| from_item(child, said, points));
        return;
    }
    // `* 1. It fell`: Markdown takes the number for that of a list inside.
    if let [only] = item.children.as_slice()
        && item.source.trim().is_empty()
    {
        return from_item(only, now, points);
    }
    // The questions of a form without an answer.
    if item.children.is_empty() && item.source.trim_end().ends_with('?') && label(item.source.trim()).is_some() {
        return;
    }
    points.push((now, whole(item).trim().to_owned(), Origin::named(item.content.start)));
}
