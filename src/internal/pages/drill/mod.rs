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
mod notes;
mod occasion;
mod page;
mod played;
mod questions;
mod script;
mod terms;
mod texts;

pub(super) use drills::Drills;
pub(super) use index::page as index;
pub(super) use notes::page as notes;
pub(super) use page::page;
pub(super) use script::has_page;
