//! Drills: a review's timeline, to be played by people who do not know how it ends.
//!
//! In: a review. Out: the players' page, the facilitator's notes, which are a page of their own, and the index of all drills.
//! Players learn what was known at each moment; what gives the cause or the fix away is held for the reveal. Names of people
//! stand on none of these pages.
//!
//! ```text
//! script      a review -> the steps to play, or why there is nothing to play
//! held        which entries give the cause or the fix away
//! secrets     the words of a review by which somebody would know its cause
//! terms       words that tell a cause, names of things
//! symptom     what the first sign looks like
//! occasion    what a step is about
//! questions   what the players are asked at a step, and in the debrief
//! passages    what the text tells, and from when on players may know it
//! answers     what the facilitator may tell players who ask
//! drills      which reviews can be played
//! hour        which steps fit an hour, and what may be added
//! ```

mod answers;
mod cited;
mod common;
mod drills;
mod held;
mod hindsight;
mod hour;
mod index;
mod mask;
mod names;
mod notes;
mod occasion;
mod page;
mod passages;
mod played;
mod questions;
mod reachable;
mod script;
mod secrets;
mod sentences;
mod since;
mod symptom;
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
