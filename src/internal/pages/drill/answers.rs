//! What players may ask for, with the true answers: by topic, for the facilitator.

use super::cited::{code, quotation};
use super::form::Form;
use super::hindsight::looks_back;
use super::logs::{Place, place};
use super::passages::{Passage, passages};
use super::played::Played;
use super::reachable::reachable;
use super::said::{Said, telling};
use super::script::Script;
use super::sentences::sentences;
use super::since::Known;
use super::texts::Texts;
use super::{DrillAnswer, DrillAnswers};
use crate::digest::{affected, yes_or_no};
use crate::review::{Actor, Review, counts_people, may_say, says, says_in, tells_of_failure, words_of_plain};
use base::text::escape_html;
use chart::Effect;
use jiff::Timestamp;
use markdown::plain_text;

/// The topic of everything that fits no other. No topic is cut, so that everything in the review can be found in the notes.
const OTHERS: &str = "What else the review tells";

/// The topic of everything that gives the answer away, or may do so.
const TELLING: &str = "What may give the answer away: only to whoever asks for exactly this";

/// The topic of what people did before the first sign.
const CHANGED: &str = "What people did before: to whoever asks what was changed";

/// In place of a moment that the record does not say.
const ASKED: &str = "to whoever runs exactly this, for the record does not say when:";

/// In place of a moment.
const AT_THE_END: &str = "at the reveal:";

/// The topics that have answers, in the order in which players tend to ask.
pub(super) fn answers(
    review: &Review,
    script: &Script<'_>,
    alert: Option<&str>,
    texts: &Texts<'_>,
) -> Vec<DrillAnswers> {
    let before = |is_change: bool| {
        let before = script.before.iter().filter(|entry| !says_how_many(script, entry));
        let wanted = before.filter(move |entry| is_change == is_deed(entry));
        wanted.map(|entry| {
            let told = texts.entry(entry, false);
            DrillAnswer { code: told.code, ..DrillAnswer::timed(texts.clock(entry), told.what_html) }
        })
    };
    let (evidence, tells) = evidence(script, texts);
    let mut parts = Parts::of(review, script, texts);
    let (came_in, note) = came_in(review, script, texts);
    let (mut harmed, sums) = (harmed(review, script, texts), sums(review, script, texts));
    let (tell, sums): (Vec<_>, Vec<_>) = sums.into_iter().partition(|(tells, _)| *tells);
    harmed.extend(sums.into_iter().map(|(_, sum)| sum));
    let telling = before(false)
        .chain(tells)
        .chain(note)
        .chain(tell.into_iter().map(|(_, sum)| sum))
        .chain(std::mem::take(&mut parts.telling))
        .collect();
    let topics = [
        ("How it came in", came_in),
        ("Who is affected, and how much", harmed),
        ("What they would see", evidence),
        ("Dashboards, alerts and runbooks that the review names", named(review, script, alert, texts)),
        ("Logs, commands and code", parts.code),
        ("What was said or written", parts.quotes),
        ("Who can be reached", reachable(review, script, texts)),
        (OTHERS, parts.others),
        (CHANGED, before(true).collect()),
        (TELLING, telling),
    ];
    let topics = topics.into_iter().filter(|(_, answers)| !answers.is_empty()).enumerate();
    topics.map(|(n, (topic, answers))| DrillAnswers { id: format!("answers-{}", n + 1), topic, answers }).collect()
}

fn at_the_end(html: String) -> DrillAnswer {
    DrillAnswer { known: Known::End, ..DrillAnswer::timed(AT_THE_END.to_owned(), html) }
}

/// Parts of the body.
#[derive(Default)]
struct Parts {
    code: Vec<DrillAnswer>,
    quotes: Vec<DrillAnswer>,
    others: Vec<DrillAnswer>,
    /// What names the cause, or is known only at the end.
    telling: Vec<DrillAnswer>,
}

impl Parts {
    fn of(review: &Review, script: &Script<'_>, texts: &Texts<'_>) -> Self {
        let mut parts = Self::default();
        // From the first entry that is held as a whole on, a passage speaks of what nobody who plays may know.
        let held = script.steps.iter().flat_map(|step| &step.held).filter(|entry| !entry.is_part());
        let until = held.map(|entry| entry.at).min();
        let first = script.first_sign().map(|first| first.to_zoned(review.zone_of_timeline().clone()).time());
        let mut logs: Vec<(Place, DrillAnswer, bool)> = Vec::new();
        for table in passages(review, script).chunk_by(|_, next| next.form == Form::Row) {
            if table.iter().any(|passage| passage.form == Form::Row) {
                parts.table(table, script, texts, until);
                continue;
            }
            for passage in table {
                let (tells, clock) = judged(passage, script, texts, until);
                let (topic, answer) = match passage.form {
                    Form::Cited => match (code(&passage.said.text), quotation(&passage.said.text)) {
                        (Some(lines), _) => {
                            let code = Some(texts.verbatim(&lines));
                            let answer =
                                DrillAnswer { code, clock, known: passage.known, ..DrillAnswer::plain(String::new()) };
                            logs.push((place(passage.known, &lines, first), answer, tells));
                            continue;
                        }
                        (None, Some(turns)) => {
                            let said: Vec<_> = turns.iter().map(|turn| texts.html(turn)).collect();
                            (&mut parts.quotes, DrillAnswer::plain(said.join("<br>")))
                        }
                        (None, None) => continue,
                    },
                    Form::Said => {
                        (&mut parts.quotes, DrillAnswer::plain(escape_html(&texts.verbatim(&passage.said.text))))
                    }
                    _ => (&mut parts.others, DrillAnswer::plain(texts.html(&passage.said.text))),
                };
                let topic = if tells { &mut parts.telling } else { topic };
                topic.push(DrillAnswer { clock, known: passage.known, ..answer });
            }
        }
        // A log is found by its clock, wherever the review quotes it.
        logs.sort_by_key(|(place, ..)| *place);
        for (_, answer, tells) in logs {
            if tells { &mut parts.telling } else { &mut parts.code }.push(answer);
        }
        parts
    }

    /// The rows of a table that are known from the same moment on are one answer, under the header.
    fn table(&mut self, table: &[Passage<'_>], script: &Script<'_>, texts: &Texts<'_>, until: Option<Timestamp>) {
        let (header, rows) = table.split_at(usize::from(table.first().is_some_and(|row| row.form == Form::Header)));
        let rows: Vec<_> = rows.iter().map(|row| (judged(row, script, texts, until), row)).collect();
        for together in rows.chunk_by(|(a, _), (b, _)| a == b) {
            let lines = header.iter().chain(together.iter().map(|(_, row)| *row));
            let html = lines.map(|row| texts.html(&row.said.text)).collect::<Vec<_>>().join("<br>");
            let Some(((tells, clock), row)) = together.first() else { continue };
            let topic = if *tells { &mut self.telling } else { &mut self.others };
            topic.push(DrillAnswer { clock: clock.clone(), known: row.known, ..DrillAnswer::plain(html) });
        }
    }
}

/// Whether a passage may give the answer away, and from when on it may be told.
fn judged(
    passage: &Passage<'_>,
    script: &Script<'_>,
    texts: &Texts<'_>,
    until: Option<Timestamp>,
) -> (bool, Option<String>) {
    let tells = || script.held().tells_or_mends(&passage.said);
    match passage.known {
        Known::Always if !tells() => (false, None),
        Known::From(since) => (until.is_some_and(|until| since >= until) || tells(), Some(texts.from(since))),
        Known::Asked => (true, Some(ASKED.to_owned())),
        Known::Always | Known::End => (true, Some(AT_THE_END.to_owned())),
    }
}

/// What the entries that are shown have beside them, and what those show that are held.
fn evidence<'r>(script: &Script<'r>, texts: &Texts<'_>) -> (Vec<DrillAnswer>, Vec<DrillAnswer>) {
    let of = |entry: &Played<'r>| {
        let evidence = entry.other_evidence()?;
        let answer = DrillAnswer {
            known: Known::From(entry.at),
            ..DrillAnswer::timed(texts.clock(entry), texts.html(evidence))
        };
        Some((evidence, answer))
    };
    let shown = script.steps.iter().flat_map(|step| &step.entries).filter_map(of);
    let shown = shown.map(|(evidence, answer)| (script.held().tells(&Said::of(evidence)), answer));
    let held = script.steps.iter().flat_map(|step| &step.held).filter(|entry| !entry.is_part()).filter_map(of);
    let held = held.map(|(_, answer)| (true, answer));
    let (telling, shown): (Vec<_>, Vec<_>) = shown.chain(held).partition(|(tells, _)| *tells);
    let answers = |all: Vec<(bool, DrillAnswer)>| all.into_iter().map(|(_, answer)| answer).collect();
    (answers(shown), answers(telling))
}

/// Who or what noticed, and what is noted of it; a note that tells the cause is apart.
fn came_in(review: &Review, script: &Script<'_>, texts: &Texts<'_>) -> (Vec<DrillAnswer>, Option<DrillAnswer>) {
    let Some(detection) = &review.detection else { return (Vec::new(), None) };
    let source = detection.source.map(|source| DrillAnswer::plain(source.words().to_owned()));
    let note = detection.note.as_ref();
    let (telling, note): (Vec<_>, Vec<_>) = note.into_iter().partition(|note| {
        let said = Said::of(note.as_str());
        script.held().tells(&said) || looks_back(&said)
    });
    let note = note.into_iter().map(|note| DrillAnswer::plain(texts.html(note)));
    (source.into_iter().chain(note).collect(), telling.into_iter().map(|note| at_the_end(texts.html(note))).next())
}

/// Whether an entry is something that people did, of which somebody would know who asks what was changed.
fn is_deed(entry: &Played<'_>) -> bool {
    let is_change = || says("changes something", entry.what) && !tells_of_failure(entry.what);
    entry.actor == Some(Actor::Human) || entry.actor.is_none() && (entry.who.is_some() || is_change())
}

/// Whether an entry says how many people there are, and nothing of the cause.
fn says_how_many(script: &Script<'_>, entry: &Played<'_>) -> bool {
    let said = Said::of(entry.what);
    counts_people(said.plain()) && !script.held().tells(&said)
}

/// What was counted when it was over, of the impact and the summary, and whether it tells the cause.
fn sums(review: &Review, script: &Script<'_>, texts: &Texts<'_>) -> Vec<(bool, DrillAnswer)> {
    let impact = affected(review, None);
    let is_new = |sentence: &&str| {
        let plain = plain_text(sentence);
        counts_people(&plain) && impact.as_deref().is_none_or(|impact| !impact.contains(plain.trim_end_matches('.')))
    };
    let summary = review.summary.as_deref().into_iter().flat_map(sentences).filter(is_new).map(str::to_owned);
    let sums = impact.iter().cloned().chain(summary);
    sums.map(|text| (script.held().tells(&Said::of(text.as_str())), at_the_end(escape_html(&texts.words(&text)))))
        .collect()
}

/// What the entries say of harm and of how many people there are, each from its moment on: the sums are known when it is over. What
/// people did that made it worse says nothing of who was affected.
fn harmed(review: &Review, script: &Script<'_>, texts: &Texts<'_>) -> Vec<DrillAnswer> {
    let customers = review.impact.customers.as_deref().and_then(yes_or_no);
    let customers = customers.map(|any| if any { "Customers are affected." } else { "No customers are affected." });
    let before = script.before.iter().filter(|entry| says_how_many(script, entry));
    let before = before.map(|entry| DrillAnswer::timed(texts.clock(entry), texts.html(entry.what)));
    // What one says to another, and that somebody is called, is no harm.
    let is_seen = |entry: &Played<'_>| {
        !matches!(entry.actor, Some(Actor::Human | Actor::Conversation)) && !says("calls in", entry.what)
    };
    let is_harm =
        |entry: &&Played<'_>| entry.effect == Effect::Negative && is_seen(entry) || says_how_many(script, entry);
    let entries = script.steps.iter().flat_map(|step| &step.entries).filter(is_harm).map(|entry| DrillAnswer {
        known: Known::From(entry.at),
        ..DrillAnswer::timed(texts.clock(entry), texts.html(entry.what))
    });
    customers.map(|words| DrillAnswer::plain(words.to_owned())).into_iter().chain(before).chain(entries).collect()
}

/// What there was to look at before anything happened: the alert in its own words, and names of dashboards and runbooks.
fn named(review: &Review, script: &Script<'_>, alert: Option<&str>, texts: &Texts<'_>) -> Vec<DrillAnswer> {
    let links = review.outline.links.iter().map(|link| (link.text.as_str(), link.target.as_str()));
    let links = links.chain(review.links.iter().map(|link| (link.label.as_str(), link.url.as_str())));
    // An address is no Markdown.
    let is_looked_at = |label: &str, url: &str| says("looked at", label) || says_in("looked at", &words_of_plain(url));
    let links = links.filter(|(label, url)| is_looked_at(label, url));
    let links = links.map(|(label, url)| (texts.words(label), is_picture(url)));
    let mut names: Vec<(String, bool)> = Vec::new();
    for name in links.filter(|(name, _)| !name.is_empty()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    // Nobody can tell from a picture when it was made.
    let name = |(name, is_picture): &(String, bool)| {
        let html = escape_html(name);
        if *is_picture { at_the_end(html) } else { DrillAnswer::plain(html) }
    };
    let alert = alert.map(|alert| DrillAnswer::plain(format!("The alert: {}", texts.html(alert))));
    alert.into_iter().chain(runbooks(review, script, texts)).chain(names.iter().map(name)).collect()
}

/// What runbooks say, as the text quotes it: from the start on, or, where it has a word of the cause, from the entry on that has
/// all of its words.
fn runbooks(review: &Review, script: &Script<'_>, texts: &Texts<'_>) -> Vec<DrillAnswer> {
    // Most reviews quote none, and to read each sentence takes long.
    let may_quote = |text: &&str| may_say("runbook says", text);
    let quoting = Some(review.body()).filter(may_quote).into_iter().flat_map(sentences).filter(may_quote);
    let said = quoting.map(Said::of).filter(|said| said.says("runbook says") && !looks_back(said));
    let answer = |said: Said<'_>| {
        let words = said.telling();
        let mut shown = script.steps.iter().flat_map(|step| &step.entries);
        let has_all = |what: &str| !words.is_empty() && words.is_subset(&telling(what));
        let told = || shown.find(|entry| has_all(entry.what)).map(|entry| entry.at);
        let (known, clock) = match script.held().tells_or_mends(&said).then(told) {
            None => (Known::Always, None),
            Some(Some(since)) => (Known::From(since), Some(texts.from(since))),
            Some(None) => (Known::End, Some(AT_THE_END.to_owned())),
        };
        DrillAnswer { clock, known, ..DrillAnswer::plain(texts.html(&said.text)) }
    };
    said.map(answer).collect()
}

/// Whether an address is that of a picture.
fn is_picture(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default().to_lowercase();
    [".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg"].iter().any(|ending| path.ends_with(ending))
}
