// E0277: `Publishable` asks for `Sealed`, so that nobody implements it for a text or a view by hand
use crate::clearance::Publishable;

/// Holds a text.
pub struct View {
    /// This one.
    pub text: String,
}

/// Holds another.
pub struct Column(String);

/// What can be shown: a column, say.
pub trait Shown {}

impl Shown for Column {}

impl Publishable for View {} //~
impl Publishable for String {} //~
impl Publishable for &String {} //~
impl Publishable for std::path::PathBuf {} //~
impl Publishable for Box<str> {} //~
impl<K, V> Publishable for std::collections::BTreeMap<K, V> {} //~
impl<T: Shown> Publishable for T {} //~
