// E0277: a type of the program's own is publishable only if `publishable!` made it
use clearance::{Finding, Origin, Person, Policy, Publishable, Taint, Term, publishable};
use crate::Picture;

/// Looks harmless.
pub struct ByHand {
    /// And holds a text.
    pub text: String,
}

publishable! {
    /// Everything that one might reach for.
    pub struct Reach {
        /// Made by hand.
        pub hand: ByHand, //~
        /// What would have leaked.
        pub finding: Finding, //~
        /// A place in the library.
        pub origin: Origin, //~
        /// A person of the policy.
        pub person: Person, //~
        /// The policy itself.
        pub policy: Policy, //~
        /// What must stay inside.
        pub taint: Taint, //~
        /// A part of it.
        pub term: Term, //~
        /// What a person is told.
        pub problem: base::diagnostics::Diagnostic, //~
        /// The configuration.
        pub config: site::config::Config, //~
        /// The files.
        pub sources: site::source::Sources, //~
        /// Bytes go their own way.
        pub picture: Picture, //~
    }
}

/// As a renderer asks for its views.
pub fn render<T: Publishable>(view: &T) -> usize {
    std::mem::size_of_val(view)
}

/// What it must not be given.
pub fn asks(text: &String, hand: &ByHand) -> usize {
    render(text) //~
        + render(hand) //~
        + render(&vec![text.clone()]) //~
}
