//! The review that a file begins as: the default of every field, before its front matter and its text are read.

use std::sync::OnceLock;

use jiff::tz::TimeZone;

use super::ids::default_id;
use super::split::Split;
use super::{Impact, People, Points, Review, Status, Visibility};
use base::phases::{Measure, Moments};
use markdown::Document;
use site::config::INCIDENT;
use site::source::SourceFile;

/// The default of every field; only the file, the id, the outline and the blocks are those of `file`.
pub(super) fn blank(file: SourceFile, split: &Split) -> Review {
    let Document { outline, blocks } = Document::read(&file.text[split.body..]);
    Review {
        id: default_id(&file.path),
        aliases: Vec::new(),
        source: file.path,
        is_document: false,
        body_start: split.body,
        text: file.text,
        outline,
        blocks,
        omitted: Vec::new(),
        title: String::new(),
        title_is_stated: true,
        summary: None,
        happened: None,
        happened_at_length: None,
        impact_in_text: None,
        lesson: None,
        kind: INCIDENT.to_owned(),
        status: Status::Unstated,
        severity: None,
        scheduled: false,
        environment: None,
        services: Vec::new(),
        systems: Vec::new(),
        teams: Vec::new(),
        tags: Vec::new(),
        zone: TimeZone::UTC,
        zone_is_stated: false,
        day_is_of_key: false,
        tells_several: false,
        is_of_updates: false,
        zone_written: None,
        measure: Measure::default(),
        moments: Moments::default(),
        said: None,
        date: None,
        detection: None,
        impact: Impact::default(),
        timeline: Vec::new(),
        timeline_blocks: Vec::new(),
        timeline_heading: None,
        timeline_section: None,
        definitions: String::new(),
        factors: Vec::new(),
        factors_from_body: false,
        surprises: Points::default(),
        learnings: Points::default(),
        went_well: Points::default(),
        got_lucky: Points::default(),
        open_questions: Points::default(),
        actions: Vec::new(),
        actions_from_body: false,
        no_action_reason: None,
        wont_do: Vec::new(),
        people: People::default(),
        new_to: None,
        links: Vec::new(),
        related: Vec::new(),
        recurrence_of: None,
        named_until: None,
        written: None,
        published: None,
        revisions: Vec::new(),
        rehearsed: Vec::new(),
        visibility: Visibility::Org,
        public: None,
        extra: Vec::new(),
        origins: Vec::new(),
        mentioned: OnceLock::new(),
        labels: OnceLock::new(),
    }
}
