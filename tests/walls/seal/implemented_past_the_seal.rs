// E0277: `Publishable` asks for `Sealed`, so that nobody implements it for a view by hand
use clearance::Publishable;

/// Holds a text.
pub struct View {
    /// This one.
    pub text: String,
}

/// Holds a text of anybody's.
pub struct Wrapped<T>(T);

impl Publishable for View {} //~
impl<T> Publishable for Wrapped<T> {} //~
