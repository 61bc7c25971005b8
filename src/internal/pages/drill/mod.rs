//! Drills: a review's timeline, to be played by people who do not know how it ends.
//!
//! In: a review. Out: the players' page, the facilitator's notes, which are a page of their own, and the index of all drills.
//! Players learn what was known at each moment; what gives the cause or the fix away is held for the reveal. Names of people
//! stand on none of these pages.
//!
//! ```text
//! script      a review -> the steps to play, or why there is nothing to play
//! held        which entries give the cause or the fix away
//! terms       words that tell a cause, names of things
//! occasion    what a step is about
//! questions   what the players are asked at a step, and in the debrief
//! answers     what the facilitator may tell players who ask
//! drills      which reviews can be played
//! hour        which steps fit an hour, and what may be added
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
