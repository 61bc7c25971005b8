//! Drills: a review's timeline as an exercise for people who do not know how the incident ended.
//!
//! In: a review. Out: the players' page, the facilitator's notes, which are a separate page, and the index of all drills.
//! Players see what was known at each moment; what gives the cause or the fix away is held for the reveal. None of these pages
//! contains the name of a person.
//!
//! ```text
//! script      the steps to run, or why there is no drill
//! held        which entries give the cause or the fix away
//! terms       words that identify a cause, names of things
//! occasion    what a step is about
//! questions   what the players are asked at a step, and in the debrief
//! answers     what the facilitator may tell players who ask
//! drills      which reviews can be run as a drill
//! hour        which steps fit into an hour, and what may be added
//! ```

mod answers;
mod drills;
mod held;
mod hour;
mod index;
mod mask;
mod names;
mod notes;
mod occasion;
mod page;
mod played;
mod questions;
mod script;
mod since;
mod terms;
mod texts;
mod view;

pub use drills::Drills;
pub use index::page as index;
pub use names::Names;
pub use notes::page as notes;
pub use page::page;
pub use script::has_page;
pub use view::{
    DrillAnswer, DrillAnswers, DrillEntry, DrillList, DrillPage, DrillQuestion, DrillReveal, DrillRow, DrillStep,
    DrillsPage, NoDrillRow, NotesPage, StepNotes,
};
