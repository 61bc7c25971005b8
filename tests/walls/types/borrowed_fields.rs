// E0106: a publishable type borrows nothing, so that it cannot borrow from a review
use clearance::publishable;

publishable! {
    /// A view on somebody else's text.
    pub struct View {
        /// This one.
        pub text: &str, //~
    }
}
