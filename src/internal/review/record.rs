//! The record of one incident, near miss, game day or drill: every fact that its file states.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::labelled::ranked::{self, Label};
use super::mentioned::Mentioned;
use super::{
    Action, Declined, Detection, Entry, Fact, Factor, Impact, LinkOut, Origin, People, Points, Public, Revision,
    Status, Visibility,
};
use base::phases::{Figure, Measure, Moments, Phase, Said, Times};
use base::text::one_line;
use markdown::{Blocks, Heading, Outline};

/// One review.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing of the file on its own")]
pub struct Review {
    /// The slug; its permanent address.
    pub id: String,
    /// Its former addresses, as written.
    pub aliases: Vec<String>,
    /// The file, relative to the library.
    pub source: String,
    /// The whole file.
    pub text: String,
    /// Whether it is a page of a folder and not a review: a README, a template, a list of links.
    pub is_document: bool,
    /// Where the body begins in `text`.
    pub body_start: usize,
    /// The structure of the body; its spans are relative to the body.
    pub outline: Outline,
    /// The lists, tables and paragraphs of the body, from the same reading; their spans count like those of the outline.
    /// Empty once the site is planned.
    pub blocks: Blocks,
    /// Parts of the body that pages show elsewhere: the first heading when it is the title, a list that became the timeline.
    pub omitted: Vec<Range<usize>>,
    /// Plain text on one line.
    pub title: String,
    /// Whether the title comes from the file's content rather than its name.
    pub title_is_stated: bool,
    /// Markdown; set only if the front matter has it.
    pub summary: Option<String>,
    /// What failed and for whom, in a sentence or two of plain text; `None` if the review does not say.
    pub happened: Option<String>,
    /// The same in up to three sentences, for whoever tells it.
    pub happened_at_length: Option<String>,
    /// Who was affected, in a sentence or two of plain text, from a section or a labelled line; `None` if the front matter has it.
    pub impact_in_text: Option<String>,
    /// The first learning, or else the first surprise, as plain text on one line.
    pub lesson: Option<String>,
    pub kind: String,
    pub status: Status,
    pub severity: Option<String>,
    pub scheduled: bool,
    pub environment: Option<String>,
    pub services: Vec<String>,
    pub systems: Vec<String>,
    pub teams: Vec<String>,
    pub tags: Vec<String>,
    /// The zone in which times are shown beside UTC.
    pub zone: TimeZone,
    /// Whether the review or its library states the zone; a folder without settings may not.
    pub zone_is_stated: bool,
    /// Whether the text tells of several incidents: in timelines, or in sections of different days with labels of their own.
    pub tells_several: bool,
    /// Whether its timeline is that of a page of updates, which begins with the last of them.
    pub is_of_updates: bool,
    /// Whether a key of another tool gives the day as that of the incident.
    pub day_is_of_key: bool,
    /// The one zone in which all times of a timeline in the body are written, if it has one.
    pub zone_written: Option<TimeZone>,
    /// What the duration measures, according to its kind.
    pub measure: Measure,
    pub moments: Moments,
    /// The duration, if the text states it.
    pub said: Option<Said>,
    /// The date of the review.
    pub date: Option<Date>,
    /// The last day that its front matter or the name of its file states: it was not written before.
    pub named_until: Option<Date>,
    /// The day on which its text says that it was written or published.
    pub written: Option<Date>,
    pub detection: Option<Detection>,
    pub impact: Impact,
    pub timeline: Vec<Entry>,
    /// The blocks of the body that the entries were read from; empty if they come from front matter.
    pub timeline_blocks: Vec<Range<usize>>,
    /// The author's own timeline heading as (id, text), if the page shows its section in one place.
    pub timeline_heading: Option<(String, String)>,
    /// The section of that heading where it says more than the entries: the page shows this beside them, and not in the body.
    pub timeline_section: Option<Range<usize>>,
    /// Link definitions of the body (`[name]: address`), which parts of it that are shown elsewhere may need.
    pub definitions: String,
    pub factors: Vec<Factor>,
    pub factors_from_body: bool,
    pub surprises: Points,
    pub learnings: Points,
    pub went_well: Points,
    pub got_lucky: Points,
    pub open_questions: Points,
    pub actions: Vec<Action>,
    pub actions_from_body: bool,
    pub no_action_reason: Option<String>,
    pub wont_do: Vec<Declined>,
    pub people: People,
    /// How many people in the meeting did not know of it before: `14 of 20`.
    pub new_to: Option<String>,
    pub links: Vec<LinkOut>,
    pub related: Vec<String>,
    pub recurrence_of: Option<String>,
    pub published: Option<Date>,
    pub revisions: Vec<Revision>,
    /// Days on which its drill was run.
    pub rehearsed: Vec<Date>,
    pub visibility: Visibility,
    /// What may be published; `None` if nothing may.
    pub public: Option<Public>,
    /// `extra:` as key and one line of text.
    pub extra: Vec<(String, String)>,
    /// Facts that were read from the text, with their places.
    pub origins: Vec<(Fact, Origin)>,
    /// What the whole body says of days and zones, read when it is first asked for.
    pub mentioned: OnceLock<Mentioned>,
    /// The labels at the top of the body, read when they are first asked for.
    pub labels: OnceLock<Vec<Label>>,
}

impl Review {
    /// The Markdown below the front matter.
    pub fn body(&self) -> &str {
        &self.text[self.body_start..]
    }

    /// A part of the body, with the link definitions that it may need.
    pub fn with_definitions<'t>(&self, part: &'t str) -> Cow<'t, str> {
        let needs = !self.definitions.is_empty() && part.contains('[');
        if needs { Cow::Owned(format!("{part}\n\n{}\n", self.definitions)) } else { Cow::Borrowed(part) }
    }

    /// The words of a part of the body, on one line.
    pub fn words_of(&self, part: &str) -> String {
        let plain = markdown::plain_text(&self.with_definitions(&markdown::one_paragraph(part)));
        one_line(&plain)
    }

    /// Forgets what takes as much memory as the texts, and is needed only to read them. The notes of a drill read the blocks again.
    pub fn forget_what_reading_needs(&mut self) {
        self.blocks = Blocks::default();
        self.labels.take();
        self.mentioned.take();
    }

    /// The labels at the top of the body, for its reading only.
    pub(super) fn labels(&self) -> &[Label] {
        self.labels.get_or_init(|| ranked::at_top(self))
    }

    /// What the body says of days and zones, for its reading only.
    pub(super) fn mentioned(&self) -> &Mentioned {
        self.mentioned.get_or_init(|| Mentioned::read(self.body()))
    }

    /// The zone in which the people of the timeline lived: the stated one, else that in which all its times are written.
    pub fn zone_of_timeline(&self) -> &TimeZone {
        self.zone_written.as_ref().filter(|_| !self.zone_is_stated).unwrap_or(&self.zone)
    }

    /// Where the header of the body ends: at the first heading after the title. Further down, `Owner:` is the owner of an action.
    pub fn header_end(&self) -> usize {
        self.outline.headings.iter().find(|heading| heading.level > 1).map_or(usize::MAX, |heading| heading.span.start)
    }

    /// Whether a heading is the title, whatever section its first words name: `Root cause analysis: log-in fails`.
    pub fn is_title(&self, heading: &Heading) -> bool {
        heading.level == 1 && self.title_is_stated && heading.text.trim() == self.title
    }

    /// Its moments, phases and stated duration. All phases and figures are computed from this.
    pub fn times(&self) -> Times {
        let placed = self.timeline.iter().filter(|entry| entry.phase == Some(Phase::Remediation));
        Times {
            measure: self.measure,
            moments: self.moments,
            remedied: placed.filter_map(Entry::moment).min(),
            said: self.said,
        }
    }

    /// The one duration for cards, lists and exports: harm, exposure or exercise, depending on its kind.
    pub fn headline(&self) -> Option<Figure> {
        self.times().headline()
    }

    /// The seconds of the headline.
    pub fn duration(&self) -> Option<i64> {
        self.headline().map(|figure| figure.seconds)
    }

    /// Actions that somebody still has to do.
    pub fn open_actions(&self) -> usize {
        self.actions.iter().filter(|action| action.status.is_open()).count()
    }
}
