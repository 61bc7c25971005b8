// compiles: legitimate code of the public edition
use jiff::Timestamp;
use jiff::civil::Date;

use clearance::{Cleared, Publishable, Slug, publishable};
use crate::{Change, Masthead, Named, Postmortem, Section};

publishable! {
    /// Everything that may leave.
    #[derive(Debug, Clone)]
    pub struct View {
        /// Text.
        pub text: Cleared,
        /// Address.
        pub slug: Slug,
        /// Word of the program.
        pub word: &'static str,
        /// Day.
        pub day: Date,
        /// Time.
        pub at: Option<Timestamp>,
        /// Yes or no.
        pub open: bool,
        /// Numbers.
        pub counts: Vec<usize>,
        /// A type of the wing.
        pub named: Vec<Named>,
        /// A type of this kind.
        pub state: State,
    }
}

publishable! {
    /// Cases.
    #[derive(Debug, Clone, Copy)]
    pub enum State {
        /// One.
        Open,
        /// Another.
        Shut,
    }
}

/// As a renderer asks for its views.
pub fn render<T: Publishable>(view: &T) -> usize {
    std::mem::size_of_val(view)
}

/// What it is given.
pub fn given(view: &View, postmortem: &Postmortem, masthead: &Masthead) -> usize {
    render(view) + render(postmortem) + render(masthead) + render(&postmortem.sections)
}

/// Cleared text goes anywhere.
pub fn section(text: Cleared, on: Date) -> (Option<Slug>, Section, Change) {
    (Slug::of(&text), Section { name: "summary", text: text.clone() }, Change { on, note: text })
}
