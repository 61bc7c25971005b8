// error: `publishable!` has no rule for types whose fields it could not check
use clearance::publishable;

publishable! {
    /// Of anything.
    pub struct Page<T> { //~
        /// This.
        pub body: T,
    }
}

publishable! {
    /// Without names.
    pub struct Loose(String); //~
}

publishable! {
    /// With a text in one case.
    pub enum State {
        /// Nothing to say.
        Quiet,
        /// Something to say.
        Said(String), //~
    }
}
