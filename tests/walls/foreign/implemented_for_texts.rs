// E0117: neither the trait nor a text is this crate's, so that nobody implements it for one
use clearance::Publishable;

impl Publishable for String {} //~
impl Publishable for &String {} //~
impl Publishable for std::path::PathBuf {} //~
impl Publishable for Box<str> {} //~
impl<K, V> Publishable for std::collections::BTreeMap<K, V> {} //~
