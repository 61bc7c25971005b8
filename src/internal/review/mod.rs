//! A review: the internal record of one incident, near miss, game day or drill.
//!
//! In: a source file and the configuration. Out: a [`Review`] and every mistake in the file. Front matter wins; the body fills
//! the fields that it leaves empty. Nothing here depends on another review.

mod action_words;
mod actions;
mod blank;
mod body_actions;
mod body_entries;
mod body_found;
mod body_table;
mod body_timeline;
mod body_updates;
mod clock_time;
mod day_number;
mod detection;
mod field_places;
mod foreign;
mod front_matter;
mod front_matter_block;
mod happened;
mod header;
mod ids;
mod impact;
mod infer;
mod keys;
mod labelled;
mod languages;
mod mentioned;
mod moment_order;
mod odd_names;
mod offsets;
mod origin;
mod parse;
mod people;
mod points;
mod public_alias;
mod public_block;
mod public_fields;
mod record;
mod revisions;
mod section_tells;
mod sections;
mod several_timelines;
mod severity_words;
mod shown;
mod slips;
mod split;
mod stated_zone;
mod status;
#[cfg(test)]
mod testing;
mod text;
mod texts;
mod time_faults;
mod time_words;
mod timeline;
mod timeline_around;
mod timeline_days;
mod timeline_fields;
mod timeline_moments;
mod timeline_section;
mod times;
mod title;
mod understood;
mod unnamed_timeline;
mod visibility;
mod when;
mod writing_day;
mod written_day;
mod written_time;

pub use actions::{Action, ActionStatus, Declined};
pub use detection::{Detection, DetectionSource};
pub use foreign::kinds_of_keys::once_a_key;
pub use happened::tells_of_failure;
pub use ids::{default_id, make_ids_unique};
pub use impact::Impact;
pub use languages::calendar::months_named;
pub use languages::given::{given, is_given};
pub use languages::names::{in_language, is as is_word_of, may_say, says, says_in, says_in_parts};
pub use languages::noticing::{tells_of_noticing, tells_of_seeing};
pub use languages::said::{
    begins_with_being, cause_begins, counts_people, is_about_record, names_duration, says_again, states_cause,
    tells_of_calling, tells_of_looking_into, with_one_word_for_each,
};
pub use languages::words::words_of_plain;
pub use origin::{Fact, Origin};
pub use parse::parse;
pub use people::{LinkOut, People, is_about_people};
pub use points::{Factor, Point, Points};
pub use public_block::Public;
pub use record::Review;
pub use revisions::Revision;
pub use section_tells::{Tells, section_tells};
pub use severity_words::{severity_of, severity_word};
pub(crate) use slips::on_line;
pub use split::split;
pub use status::Status;
pub use text::section::Section;
pub use text::usual_headings::meaning;
pub use timeline::{Actor, Entry, FAR_DAYS, PublicText, is_of_another_year};
pub use timeline_section::beside;
pub use understood::Understood;
pub use visibility::Visibility;
pub use when::When;
pub use written_time::leading_half;
