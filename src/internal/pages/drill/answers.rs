//! What players may ask for, with the true answers: by topic, for the facilitator.

use super::held::Held;
use super::script::Script;
use super::since::Since;
use super::texts::Texts;
use super::{DrillAnswer, DrillAnswers};
use crate::digest::affected;
use crate::review::Review;
use base::text::escape_html;
use markdown::{Block, Row, blocks_in, plain_text};

/// Most answers of a topic in the notes.
const EACH: usize = 12;

/// The topic of everything that fits no other. It is never cut, so that everything in the review can be found in the notes.
const OTHERS: &str = "What else the review tells";

/// The topic of everything that gives the answer away, or may do so. It is never cut either.
const TELLING: &str = "What may give the answer away: only to whoever asks for exactly this";

/// Headings that begin with one of these announce the cause.
const SOLVED: [&str; 9] = [
    "cause",
    "root cause",
    "what it was",
    "the fix",
    "resolution",
    "solution",
    "explanation",
    "what went wrong",
    "trigger",
];

/// Words that begin with one of these name something to look at.
const LOOKED_AT: [&str; 11] =
    ["dashboard", "graph", "alert", "monitor", "metric", "runbook", "log ", "logs", "paged", "pager", "page said"];

/// The topics that have answers, in the order in which players tend to ask.
pub(super) fn answers(review: &Review, script: &Script<'_>, texts: &Texts<'_>) -> Vec<DrillAnswers> {
    let before = script.before.iter().map(|entry| timed(texts.clock(entry), texts.html(&entry.what)));
    let entries = || script.steps.iter().flat_map(|step| step.entries.iter().chain(&step.held));
    let evidence = entries().filter_map(|entry| Some(timed(texts.clock(entry), texts.html(entry.evidence.as_ref()?))));
    let first = script.steps.first().and_then(|step| step.entries.first());
    let held = Held::of(review, first.map(|entry| **entry));
    let mut parts = Parts::of(review, script, texts, &held);
    let (telling, named): (Vec<_>, Vec<_>) = named(review).partition(|text| held.tells(text));
    parts.telling.extend(telling.iter().map(|text| plain(texts.html(text))));
    parts.named.extend(named.iter().map(|text| plain(texts.html(text))));
    let topics = [
        ("How it came in", came_in(review, texts)),
        ("Who is affected, and how much", harmed(review, texts)),
        ("What they would see", evidence.collect()),
        ("Dashboards, alerts and runbooks that the review names", parts.named),
        ("Logs, commands and code", parts.code),
        ("What was said or written", parts.quotes),
        ("Who can be reached", reachable(script, texts)),
        (OTHERS, parts.others),
        (TELLING, before.chain(parts.telling).collect()),
    ];
    let topics = topics.into_iter().filter(|(_, answers)| !answers.is_empty());
    let most = |topic: &str| if [OTHERS, TELLING].contains(&topic) { usize::MAX } else { EACH };
    topics
        .map(|(topic, answers)| DrillAnswers { topic, answers: answers.into_iter().take(most(topic)).collect() })
        .collect()
}

fn timed(clock: String, html: String) -> DrillAnswer {
    DrillAnswer { clock: Some(clock), html, code: None }
}

fn plain(html: String) -> DrillAnswer {
    DrillAnswer { clock: None, html, code: None }
}

/// Parts of the body.
#[derive(Default)]
struct Parts {
    named: Vec<DrillAnswer>,
    code: Vec<DrillAnswer>,
    quotes: Vec<DrillAnswer>,
    others: Vec<DrillAnswer>,
    /// What names the cause, or is under a heading that announces it.
    telling: Vec<DrillAnswer>,
}

impl Parts {
    fn of(review: &Review, script: &Script<'_>, texts: &Texts<'_>, held: &Held) -> Self {
        let mut parts = Self::default();
        let body = review.body();
        let told = |at: usize| review.omitted.iter().chain(&review.timeline_blocks).any(|range| range.contains(&at));
        let mut since = Since::of(review, script);
        // A passage about the time from the first held entry on tells something that players must not know.
        let until = script.steps.iter().flat_map(|step| &step.held).map(|entry| entry.at).min();
        // The level of the heading that announces the cause: everything under it belongs to it, including lower headings.
        let mut solved: Option<u8> = None;
        for block in blocks_in(body, 0..body.len()) {
            let mut passage = |source: &str| {
                let since = since.next(source);
                let late = since.zip(until).is_some_and(|(since, until)| since >= until);
                let tells = late || solved.is_some() || held.tells(source);
                (tells, since.map(|since| texts.from(since)))
            };
            match block {
                Block::Heading { level, span } => {
                    if solved.is_none_or(|above| level <= above) {
                        solved = solves(&body[span]).then_some(level);
                    }
                    since.begin();
                }
                Block::Paragraph { span } if !told(span.start) => {
                    let source = &body[span];
                    let (tells, from) = passage(source);
                    let topic = match (tells, is_named(source)) {
                        (true, _) => &mut parts.telling,
                        (false, true) => &mut parts.named,
                        (false, false) => &mut parts.others,
                    };
                    topic.push(DrillAnswer { clock: from, ..plain(texts.html(source)) });
                }
                Block::List { span, items, .. } if !told(span.start) => {
                    for item in &items {
                        parts.other(passage(&item.source), texts.html(&item.source));
                    }
                }
                Block::Table { span, rows, .. } if !told(span.start) => {
                    let cells =
                        |row: &Row| row.cells.iter().map(|cell| cell.source.as_str()).collect::<Vec<_>>().join(" | ");
                    for row in rows.iter().map(cells) {
                        parts.other(passage(&row), texts.html(&row));
                    }
                }
                Block::Other { span } if !told(span.start) => {
                    parts.cited(&body[span.clone()], texts, passage(&body[span]));
                }
                _ => {}
            }
        }
        parts
    }

    fn other(&mut self, (tells, clock): (bool, Option<String>), html: String) {
        let topic = if tells { &mut self.telling } else { &mut self.others };
        topic.push(DrillAnswer { clock, ..plain(html) });
    }

    /// Code and quotations.
    fn cited(&mut self, source: &str, texts: &Texts<'_>, (tells, clock): (bool, Option<String>)) {
        if let Some(code) = fenced(source) {
            let topic = if tells { &mut self.telling } else { &mut self.code };
            topic.push(DrillAnswer { clock, html: String::new(), code: Some(texts.verbatim(&code)) });
        } else if source.starts_with('>') {
            let turns = turns(source);
            if !turns.first().is_some_and(|line| line.starts_with("[!")) {
                let topic = if tells { &mut self.telling } else { &mut self.quotes };
                let said: Vec<_> = turns.iter().map(|turn| texts.html(turn)).collect();
                topic.push(DrillAnswer { clock, ..plain(said.join("<br>")) });
            }
        }
    }
}

/// The text of a quotation, split by speaker: a line that begins in bold, or follows an empty line, begins a new turn.
fn turns(source: &str) -> Vec<String> {
    let mut turns: Vec<String> = Vec::new();
    let mut is_new = true;
    for line in source.lines().map(|line| line.trim_start_matches(['>', ' ']).trim_end()) {
        if line.is_empty() {
            is_new = true;
            continue;
        }
        match turns.last_mut().filter(|_| !is_new && !line.starts_with("**")) {
            Some(turn) => {
                turn.push(' ');
                turn.push_str(line);
            }
            None => turns.push(line.to_owned()),
        }
        is_new = false;
    }
    turns
}

/// Whether a heading announces the cause.
fn solves(heading: &str) -> bool {
    let words = plain_text(heading.trim_start_matches('#')).trim().to_lowercase();
    SOLVED.iter().any(|beginning| {
        words
            .strip_prefix(beginning)
            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic) || rest.starts_with('s'))
    })
}

/// The lines inside a code fence.
fn fenced(source: &str) -> Option<String> {
    let mut lines = source.lines();
    let open = lines.next()?;
    let mark = open.chars().next().filter(|c| matches!(c, '`' | '~')).filter(|_| open.len() >= 3)?;
    // A fence that is marked for redaction is not an answer.
    if open.trim_start_matches(mark).trim() == "redact" {
        return None;
    }
    let lines: Vec<_> = lines.take_while(|line| !line.trim_start().starts_with(&mark.to_string().repeat(3))).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Who or what noticed the incident, and the note about it.
fn came_in(review: &Review, texts: &Texts<'_>) -> Vec<DrillAnswer> {
    let Some(detection) = &review.detection else { return Vec::new() };
    let source = detection.source.map(|source| plain(source.words().to_owned()));
    source.into_iter().chain(detection.note.as_ref().map(|note| plain(texts.html(note)))).collect()
}

fn harmed(review: &Review, texts: &Texts<'_>) -> Vec<DrillAnswer> {
    affected(review, None).map(|text| plain(escape_html(&texts.words(&text)))).into_iter().collect()
}

/// Points of the front matter that name something to look at.
fn named(review: &Review) -> impl Iterator<Item = &String> {
    let lists = [&review.surprises, &review.went_well].into_iter().flat_map(|points| &points.items);
    lists.map(|point| &point.text).filter(|text| is_named(text))
}

fn is_named(text: &str) -> bool {
    let text = plain_text(text).to_lowercase();
    LOOKED_AT.iter().any(|word| text.match_indices(word).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric)))
}

/// Each role, from the moment of its first entry.
fn reachable(script: &Script<'_>, texts: &Texts<'_>) -> Vec<DrillAnswer> {
    let mut seen: Vec<String> = Vec::new();
    let mut answers = Vec::new();
    for entry in script.steps.iter().flat_map(|step| step.entries.iter().chain(&step.held)) {
        let Some(who) = &entry.who else { continue };
        let role = texts.words(who);
        if !seen.contains(&role) {
            answers.push(timed(texts.clock(entry), escape_html(&role)));
            seen.push(role);
        }
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::{fenced, is_named, solves, turns};

    #[test]
    fn each_speaker_of_a_quotation_has_a_line() {
        assert_eq!(
            turns("> **a:** it is\n> my loop\n> **b:** thanks\n>\n> Later."),
            ["**a:** it is my loop", "**b:** thanks", "Later."]
        );
    }

    #[test]
    fn code_stands_between_fences_and_marks_stay_out() {
        assert_eq!(fenced("```log\na\nb\n```").as_deref(), Some("a\nb"));
        assert_eq!(fenced("~~~\na"), Some("a".to_owned()));
        assert_eq!(fenced("``` redact\na\n```"), None);
        assert_eq!(fenced("> quoted"), None);
    }

    #[test]
    fn what_can_be_looked_at_is_found_by_its_word() {
        assert!(is_named("The **dashboard** was green.") && is_named("No alert fired.") && !is_named("The catalogue"));
    }

    #[test]
    fn a_heading_can_announce_the_cause() {
        for heading in ["## What it was", "# Root causes", "### Resolution: a new disk", "## Cause"] {
            assert!(solves(heading), "{heading}");
        }
        for heading in ["## What happened", "## Causeway", "## The fixture", "## Timeline"] {
            assert!(!solves(heading), "{heading}");
        }
    }
}
