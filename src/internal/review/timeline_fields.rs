//! Reads the timeline of front matter.

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::actions::PHASES;
use super::clock_time::parse_clock;
use super::offsets::Clocks;
use super::timeline::{Actor, EFFECTS, Entry, PublicText, is_of_another_year};
use super::times::Near;
use super::{When, keys, times};
use base::diagnostics::{Code, Diagnostic};
use base::phases::{Contradiction, Moments, Phase, contradiction};
use base::yaml::{Fields, Node, quoted};
use chart::Effect;

/// What `timeline:` is read with.
pub(super) struct Reader<'r> {
    pub(super) moments: &'r Moments,
    /// The zone of times with a day and no offset.
    pub(super) zone: Option<&'r TimeZone>,
    pub(super) clocks: &'r Clocks,
    /// Whether phases that contradict the moments are reported.
    pub(super) asks_phases: bool,
}

impl Reader<'_> {
    /// Reads `timeline:`, a list of mappings. A time without a day comes after the entry before it; for the first entry, it is
    /// the one nearest to the start.
    pub(super) fn read(&self, fields: &Fields<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Entry> {
        let Some(node) = fields.get("timeline") else { return Vec::new() };
        let mut near = self.moments.started.or(self.moments.detected).map(Near::Around);
        let mut entries = Vec::new();
        let is_entry = |node: &Node<'_>| {
            node.any_fields(&mut Vec::new()).is_some_and(|fields| fields.has("at") || fields.has("what"))
        };
        if node.is_mapping() && !is_entry(&node) {
            let hint = "begin each entry with a hyphen: `- {at: \"09:14\", what: The failover begins}`";
            problems.push(node.wrong_type("a list of entries").hint(hint));
            return entries;
        }
        let (mut is_asked, mut is_odd) = (false, false);
        for (n, item) in node.items().iter().enumerate() {
            if !item.is_mapping() {
                let hint = "write each entry as `- {at: \"09:14\", what: The failover begins}`";
                problems.push(item.wrong_type("an entry").hint(hint));
                continue;
            }
            if let Some(written) = as_key(item) {
                problems.push(item.wrong_type("an entry").hint(format!("write it as `- {written}`")));
                continue;
            }
            let clock = clock_of(item);
            if clock.is_some() && *self.clocks == Clocks::Unknown {
                // One question for all of them.
                problems.extend(clock.filter(|_| !is_asked).and_then(|at| several_offsets(item, &at)));
                is_asked = true;
                continue;
            }
            let Some(entry) = self.entry(item, near, problems) else { continue };
            let went_over = clock.filter(|_| self.is_a_day_late(&entry, near));
            if let Some(at) = &went_over {
                problems.extend(day_late(item, at).filter(|_| !is_odd));
                is_odd = true;
            } else {
                self.ask_phase(item, &entry, problems);
                near = entry.moment().map(Near::After).or(near);
            }
            entries.push(Entry { item: n, ..entry });
        }
        entries
    }

    fn entry(&self, item: &Node<'_>, near: Option<Near>, problems: &mut Vec<Diagnostic>) -> Option<Entry> {
        let fields = item.fields(&keys::ENTRY, problems)?;
        let clocks = match self.clocks {
            Clocks::In(zone) => Some(zone),
            Clocks::Unknown => None,
        };
        let at = fields.required_value("at", problems);
        let at = at.and_then(|node| times::entry_time(&node, self.zone, clocks, near, problems));
        let what = fields.required("what", problems);
        let phase = fields.choice("phase", &PHASES, problems);
        let actor = fields.choice("kind", &Actor::ALL, problems);
        let effect = fields.choice("impact", &EFFECTS, problems).unwrap_or(Effect::Unstated);
        let who = fields.words("who", problems);
        let evidence = fields.text("evidence", problems);
        let public = fields.get("public").map(|node| public_text(&node, problems)).unwrap_or_default();
        Some(Entry { when: When::Moment(at?), phase, actor, effect, who, evidence, public, ..Entry::of(what?) })
    }

    /// Whether a clock time became the next day, after the end, although the day before it lies within the incident.
    fn is_a_day_late(&self, entry: &Entry, near: Option<Near>) -> bool {
        let (Some(Near::After(_)), Some(at)) = (near, entry.moment()) else { return false };
        let (Some(start), Some(end)) = (self.moments.started.or(self.moments.detected), self.moments.resolved) else {
            return false;
        };
        let same_day = at.checked_sub(24.hours()).ok();
        at > end && same_day.is_some_and(|at| (start..=end).contains(&at))
    }

    /// Reports a phase that contradicts the moments: the table shows the author's phase, and the plot follows the moments.
    fn ask_phase(&self, item: &Node<'_>, entry: &Entry, problems: &mut Vec<Diagnostic>) {
        // A wrong year is asked about by itself.
        let at = entry.moment().filter(|at| !is_of_another_year(self.moments, *at));
        let asked = entry.phase.zip(at).filter(|_| self.asks_phases);
        if let (Some((phase, at)), Some(fields)) = (asked, item.any_fields(&mut Vec::new())) {
            ask(&fields, phase, at, self.moments, problems);
        }
    }
}

/// `09:22: Support calls`, an entry whose time is written as a key, as it is to be written.
fn as_key(item: &Node<'_>) -> Option<String> {
    let fields = item.any_fields(&mut Vec::new())?;
    let (key, node) = fields.entries().next()?;
    let is_time = parse_clock(key).is_some() || times::parse_moment(key, Some(&TimeZone::UTC)).is_ok();
    let what = node.as_text().unwrap_or_else(|| "...".to_owned());
    is_time.then(|| format!("{{at: {}, what: {}}}", quoted(key), quoted(&what)))
}

/// The time of an entry, if it is a clock time without a day.
fn clock_of(item: &Node<'_>) -> Option<String> {
    let fields = item.any_fields(&mut Vec::new())?;
    let text = fields.get("at")?.as_text()?;
    parse_clock(&text).map(|_| text)
}

/// A problem of the `at` of an entry.
fn of_at(item: &Node<'_>, code: Code, message: &str) -> Option<Diagnostic> {
    let fields = item.any_fields(&mut Vec::new())?;
    let at = fields.get("at")?;
    Some(at.problem(code, format!("`{}` {message}", at.name())))
}

fn several_offsets(item: &Node<'_>, clock: &str) -> Option<Diagnostic> {
    let message = format!("is the clock time `{clock}`, and the times of this review have several offsets from UTC");
    let hint =
        "write its day and offset too, as in `2026-03-02T09:14-07:00`, or give the review a `timezone: America/Denver`";
    Some(of_at(item, Code::InvalidTime, &message)?.hint(hint))
}

fn day_late(item: &Node<'_>, clock: &str) -> Option<Diagnostic> {
    let message =
        format!("is the clock time `{clock}` after a later one, so that it is read as the next day, after the end");
    let hint = "move the entry up where it is of the same day, or write its day too, as in `2026-03-02T09:14Z`";
    Some(of_at(item, Code::OddTime, &message)?.hint(hint))
}

fn ask(fields: &Fields<'_>, phase: Phase, at: Timestamp, moments: &Moments, problems: &mut Vec<Diagnostic>) {
    let Some(Contradiction { moment, side }) = contradiction(phase, at, moments) else { return };
    let Some(node) = fields.get("phase") else { return };
    let name = phase.name().to_lowercase();
    let message = format!("an entry is placed in {name}, and lies {side} `times.{moment}`");
    let hint = format!("is the phase meant, or `times.{moment}`? the phases that pages draw follow the times");
    problems.push(node.problem(Code::PhaseOrder, message).hint(hint));
}

/// `true`, `false`, or a text; for anything else, nothing is published.
fn public_text(node: &Node<'_>, problems: &mut Vec<Diagnostic>) -> PublicText {
    if let Some(flag) = node.as_bool() {
        return if flag { PublicText::What } else { PublicText::Nothing };
    }
    match node.text(problems) {
        Some(text) if matches!(text.to_lowercase().as_str(), "true" | "false" | "yes" | "no" | "") => {
            problems.push(node.wrong_type("true, false, or a text of its own").hint("write `true` without quotes"));
            PublicText::Nothing
        }
        Some(text) => PublicText::Instead(text),
        None => PublicText::Nothing,
    }
}
