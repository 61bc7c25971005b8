// E0277: no field of a publishable type is an uncleared text, in any wrapper
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ffi::OsString;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

use clearance::{Cleared, publishable};

publishable! {
    /// Texts.
    pub struct Texts {
        /// Own.
        pub own: String, //~
        /// Boxed.
        pub boxed: Box<str>, //~
        /// Shared.
        pub shared: Arc<str>, //~
        /// Either.
        pub either: Cow<'static, str>, //~
        /// A letter is the beginning of a text.
        pub letter: char, //~
        /// Bytes.
        pub bytes: Arc<[u8]>, //~
        /// Perhaps.
        pub perhaps: Option<String>, //~
        /// Many.
        pub many: Vec<String>, //~
        /// Both.
        pub both: Vec<Option<String>>, //~
        /// Beside a good one.
        pub pair: (Cleared, String), //~
        /// A text in a good one's place.
        pub array: [String; 2], //~
    }
}

publishable! {
    /// Paths.
    pub struct Paths {
        /// A path.
        pub path: PathBuf, //~
        /// A name.
        pub name: OsString, //~
    }
}

publishable! {
    /// Maps, which take any key.
    pub struct Maps {
        /// Of texts.
        pub texts: BTreeMap<String, String>, //~
        /// Of cleared ones: who says which keys a page shows?
        pub cleared: BTreeMap<Cleared, Cleared>, //~
        /// A set.
        pub set: BTreeSet<String>, //~
        /// Without order, too.
        pub loose: HashMap<Cleared, u32>, //~
        /// Anything.
        pub json: serde_json::Value, //~
        /// Shared.
        pub dynamic: Rc<dyn std::fmt::Display>, //~
    }
}
