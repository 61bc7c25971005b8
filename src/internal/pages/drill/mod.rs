//! Drills: a review's timeline as an exercise for people who do not know how the incident ended.
//!
//! In: a review. Out: the players' page, the facilitator's notes, which are a separate page, and the index of all drills.
//! Players see what was known at each moment; what gives the cause or the fix away is held for the reveal. None of these pages
//! contains the name of a person.
//!
//! ```text
//! script      the steps to run, or why there is no drill
//! held        which entries give the cause or the fix away
//! telling     the words of a review that can tell its cause
//! secrets     the words of a review by which somebody would know its cause
//! said        a text, read once for all that judge it
//! terms       words that tell a cause
//! things      names of things
//! symptom     what the first sign looks like
//! occasion    what a step is about
//! questions   what the players are asked at a step, and in the debrief
//! passages    what the text tells, and from when on players may know it
//! answers     what the facilitator may tell players who ask
//! attached    the code that belongs to an entry
//! drills      which reviews can be run as a drill
//! clause      the beginning of a sentence that does not tell
//! chat        what was written with a clock, line by line
//! hour        which steps fit into an hour, and what may be added
//! ```

mod answers;
mod attached;
mod chat;
mod cited;
mod clause;
mod clocks;
mod colleagues;
mod common;
mod drills;
mod form;
mod held;
mod hindsight;
mod hour;
mod index;
mod logs;
mod mask;
mod names;
mod no_drill;
mod notes;
mod nothing;
mod occasion;
mod page;
mod passages;
mod played;
mod progress;
mod questions;
mod reachable;
mod said;
mod script;
mod secrets;
mod sentences;
mod since;
mod symptom;
mod telling;
mod terms;
mod texts;
mod things;
mod view;

pub use drills::Drills;
pub use index::page as index;
pub use names::Names;
pub use notes::page as notes;
pub use page::page;
pub use script::has_page;
pub use view::{
    AnswersLink, DrillAnswer, DrillAnswers, DrillEntry, DrillHour, DrillList, DrillPage, DrillParts, DrillQuestion,
    DrillReveal, DrillRow, DrillStep, DrillsPage, HourStep, NoDrillRow, NotesPage, StepNotes,
};
