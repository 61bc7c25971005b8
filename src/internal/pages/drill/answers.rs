//! What players may ask for, and the true answer: by topic, for the facilitator.

use super::super::views::{DrillAnswer, DrillAnswers};
use super::script::Script;
use super::texts::Texts;
use crate::digest::affected;
use crate::review::Review;
use base::text::escape_html;
use markdown::{Block, Row, blocks_in, plain_text};

/// As many answers of a topic stand in the notes.
const EACH: usize = 12;

/// The topic of all that has no other; it is never cut short, so that whatever the review tells can be found in the notes.
const OTHERS: &str = "What else the review tells";

/// Beginnings of words that name something to look at.
const LOOKED_AT: [&str; 8] = ["dashboard", "graph", "alert", "monitor", "metric", "runbook", "log ", "logs"];

/// Topics with something in them, in the order in which players tend to ask.
pub(super) fn answers(review: &Review, script: &Script<'_>, texts: &Texts<'_>) -> Vec<DrillAnswers> {
    let before = script.before.iter().map(|entry| timed(texts.clock(entry), texts.html(&entry.what)));
    let entries = || script.steps.iter().flat_map(|step| step.entries.iter().chain(&step.held));
    let evidence = entries().filter_map(|entry| Some(timed(texts.clock(entry), texts.html(entry.evidence.as_ref()?))));
    let mut parts = Parts::of(review, texts);
    parts.named.extend(named(review, texts));
    let topics = [
        ("How it came in", came_in(review, texts)),
        ("Who is affected, and how much", harmed(review, texts)),
        ("What changed before", before.collect()),
        ("What they would see", evidence.collect()),
        ("Dashboards, alerts and runbooks that the review names", parts.named),
        ("Logs, commands and code", parts.code),
        ("What was said or written", parts.quotes),
        ("Who can be reached", reachable(script, texts)),
        (OTHERS, parts.others),
    ];
    let topics = topics.into_iter().filter(|(_, answers)| !answers.is_empty());
    let most = |topic: &str| if topic == OTHERS { usize::MAX } else { EACH };
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
}

impl Parts {
    fn of(review: &Review, texts: &Texts<'_>) -> Self {
        let mut parts = Self::default();
        let body = review.body();
        let told = |at: usize| review.omitted.iter().chain(&review.timeline_blocks).any(|range| range.contains(&at));
        for block in blocks_in(body, 0..body.len()) {
            match block {
                Block::Paragraph { span } if !told(span.start) => {
                    let source = &body[span];
                    let topic = if is_named(source) { &mut parts.named } else { &mut parts.others };
                    topic.push(plain(texts.html(source)));
                }
                Block::List { span, items, .. } if !told(span.start) => {
                    parts.others.extend(items.iter().map(|item| plain(texts.html(&item.source))));
                }
                Block::Table { span, rows, .. } if !told(span.start) => {
                    let cells =
                        |row: &Row| row.cells.iter().map(|cell| cell.source.as_str()).collect::<Vec<_>>().join(" | ");
                    parts.others.extend(rows.iter().map(|row| plain(texts.html(&cells(row)))));
                }
                Block::Other { span } if !told(span.start) => parts.other(&body[span], texts),
                _ => {}
            }
        }
        parts
    }

    fn other(&mut self, source: &str, texts: &Texts<'_>) {
        if let Some(code) = fenced(source) {
            self.code.push(DrillAnswer { clock: None, html: String::new(), code: Some(texts.verbatim(&code)) });
        } else if source.starts_with('>') {
            let quote: Vec<_> = source.lines().map(|line| line.trim_start_matches(['>', ' '])).collect();
            if !quote.first().is_some_and(|line| line.starts_with("[!")) {
                self.quotes.push(plain(texts.html(&quote.join(" "))));
            }
        }
    }
}

/// The lines between two fences.
fn fenced(source: &str) -> Option<String> {
    let mut lines = source.lines();
    let open = lines.next()?;
    let mark = open.chars().next().filter(|c| matches!(c, '`' | '~')).filter(|_| open.len() >= 3)?;
    // What is marked for redaction is no answer.
    if open.trim_start_matches(mark).trim() == "redact" {
        return None;
    }
    let lines: Vec<_> = lines.take_while(|line| !line.trim_start().starts_with(&mark.to_string().repeat(3))).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Who or what noticed, and what is noted of it.
fn came_in(review: &Review, texts: &Texts<'_>) -> Vec<DrillAnswer> {
    let Some(detection) = &review.detection else { return Vec::new() };
    let source = detection.source.map(|source| plain(source.words().to_owned()));
    source.into_iter().chain(detection.note.as_ref().map(|note| plain(texts.html(note)))).collect()
}

fn harmed(review: &Review, texts: &Texts<'_>) -> Vec<DrillAnswer> {
    affected(review, None).map(|text| plain(escape_html(&texts.words(&text)))).into_iter().collect()
}

/// What front matter says of something to look at.
fn named(review: &Review, texts: &Texts<'_>) -> Vec<DrillAnswer> {
    let lists = [&review.surprises, &review.went_well].into_iter().flat_map(|points| &points.items);
    let all = lists.map(|point| &point.text);
    all.filter(|text| is_named(text)).map(|text| plain(texts.html(text))).collect()
}

fn is_named(text: &str) -> bool {
    let text = plain_text(text).to_lowercase();
    LOOKED_AT.iter().any(|word| text.match_indices(word).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric)))
}

/// Each role, from when the record has it at work.
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
    use super::{fenced, is_named};

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
}
