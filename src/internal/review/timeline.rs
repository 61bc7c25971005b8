//! Timeline entries in front matter.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::actions::PHASES;
use super::times::Near;
use super::{Origin, When, keys, points, times};
use base::diagnostics::{Code, Diagnostic};
use base::phases::{Contradiction, Moments, Phase, contradiction};
use base::yaml::{Fields, Node};
use chart::Effect;

/// One entry of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub when: When,
    /// The text shown for a time that is not a moment: the time of day and its zone in the author's words, and the day if it is
    /// not certain. Empty for entries of the front matter.
    pub stated: String,
    /// Whether its author says that the time is approximate: `~10:00`, `around 10:00`.
    pub is_about: bool,
    pub phase: Option<Phase>,
    pub actor: Option<Actor>,
    /// Whether it helped recovery, if its author says so.
    pub effect: Effect,
    /// Markdown.
    pub what: String,
    pub who: Option<String>,
    /// Markdown.
    pub evidence: Option<String>,
    /// What of it may be published.
    pub public: PublicText,
    /// Its index in `timeline:` as written: entries are sorted by time afterwards.
    pub item: usize,
    /// Where it was read; `None` for front matter.
    pub origin: Option<Origin>,
}

impl Entry {
    /// An entry with only its text.
    pub(super) fn of(what: String) -> Self {
        Self {
            when: When::Unsure,
            stated: String::new(),
            is_about: false,
            phase: None,
            actor: None,
            effect: Effect::Unstated,
            what,
            who: None,
            evidence: None,
            public: PublicText::Nothing,
            item: 0,
            origin: None,
        }
    }

    /// When it happened; `None` unless day, time and zone are certain.
    pub fn moment(&self) -> Option<Timestamp> {
        self.when.moment()
    }
}

/// What of an entry may be published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum PublicText {
    /// Nothing, the default.
    #[default]
    Nothing,
    /// `public: true`: what happened, with its marks replaced.
    What,
    /// `public: some text`: this Markdown instead.
    Instead(String),
}

/// Who or what acted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    Human,
    Automation,
    Conversation,
}

impl Actor {
    pub const ALL: [(&'static str, Self); 3] =
        [("human", Self::Human), ("automation", Self::Automation), ("conversation", Self::Conversation)];
}

/// The words for effects, as in front matter.
pub const EFFECTS: [(&str, Effect); 3] =
    [("positive", Effect::Positive), ("neutral", Effect::Neutral), ("negative", Effect::Negative)];

/// Reads `timeline:`, a list of mappings. A time without a day comes after the entry before it; for the first entry, it is the
/// one nearest to the start. With `asks_phases`, phases that contradict the moments are reported.
pub(super) fn read(
    fields: &Fields<'_>,
    moments: &Moments,
    zone: Option<&TimeZone>,
    asks_phases: bool,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Entry> {
    let Some(node) = fields.get("timeline") else { return Vec::new() };
    let mut near = moments.started.or(moments.detected).map(Near::Around);
    let mut entries = Vec::new();
    let is_entry =
        |node: &Node<'_>| node.any_fields(&mut Vec::new()).is_some_and(|fields| fields.has("at") || fields.has("what"));
    if node.is_mapping() && !is_entry(&node) {
        let hint = "begin each entry with a hyphen: `- {at: \"09:14\", what: The failover begins}`";
        problems.push(node.wrong_type("a list of entries").hint(hint));
        return entries;
    }
    for (n, item) in node.items().iter().enumerate() {
        if !item.is_mapping() {
            let hint = "write each entry as `- {at: \"09:14\", what: The failover begins}`";
            problems.push(item.wrong_type("an entry").hint(hint));
            continue;
        }
        let entry = entry(item, near, zone, problems);
        let asked = entry.as_ref().and_then(|entry| entry.phase.zip(entry.moment())).filter(|_| asks_phases);
        if let (Some((phase, at)), Some(fields)) = (asked, item.any_fields(&mut Vec::new())) {
            ask(&fields, phase, at, moments, problems);
        }
        if let Some(entry) = entry {
            near = entry.moment().map(Near::After).or(near);
            entries.push(Entry { item: n, ..entry });
        }
    }
    entries
}

fn entry(
    item: &Node<'_>,
    near: Option<Near>,
    zone: Option<&TimeZone>,
    problems: &mut Vec<Diagnostic>,
) -> Option<Entry> {
    let before = problems.len();
    let fields = item.fields(&keys::ENTRY, problems)?;
    // An unknown key has been reported already, and is probably the misspelt missing one.
    let is_misnamed = problems.len() > before;
    let before = problems.len();
    let at = fields.get("at").and_then(|node| times::entry_time(&node, zone, near, problems));
    if at.is_none() && problems.len() == before && !is_misnamed {
        points::required(item, &fields, "at", problems);
    }
    let what =
        if is_misnamed { fields.text("what", problems) } else { points::required(item, &fields, "what", problems) };
    let phase = fields.choice("phase", &PHASES, problems);
    let actor = fields.choice("kind", &Actor::ALL, problems);
    let effect = fields.choice("impact", &EFFECTS, problems).unwrap_or(Effect::Unstated);
    let who = fields.words("who", problems);
    let evidence = fields.text("evidence", problems);
    let public = fields.get("public").map(|node| public_text(&node, problems)).unwrap_or_default();
    Some(Entry { when: When::Moment(at?), phase, actor, effect, who, evidence, public, ..Entry::of(what?) })
}

/// Reports a phase that contradicts the moments: the table shows the author's phase, and the plot follows the moments.
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
