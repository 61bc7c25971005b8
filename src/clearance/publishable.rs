//! The trait of all types that postmortems and public views may be made of.

use jiff::Timestamp;
use jiff::civil::Date;
use site::feed::Feed;

use super::{Cleared, Slug};

/// A type that may be used in the public edition. The trait is sealed. It is not implemented for strings, maps and
/// paths, only for [`Cleared`] texts, numbers, dates, and types made with `publishable!` from such fields.
pub trait Publishable: sealed::Sealed {}

/// Implemented only here and by `publishable!`; `tests/walls.rs` lists the files that may name it.
#[doc(hidden)]
pub mod sealed {
    /// Seals [`super::Publishable`].
    pub trait Sealed {}
}

macro_rules! publishable_values {
    ($($type:ty),*) => { $(impl sealed::Sealed for $type {} impl Publishable for $type {})* };
}

publishable_values!(Cleared, Slug, Date, Timestamp, bool, u8, u16, u32, u64, usize, i64, &'static str);

impl<T: Publishable> sealed::Sealed for Option<T> {}
impl<T: Publishable> Publishable for Option<T> {}
impl<T: Publishable> sealed::Sealed for Vec<T> {}
impl<T: Publishable> Publishable for Vec<T> {}

// All texts of a feed have the type `T`; everything else is dates and our own words.
impl<T: Publishable> sealed::Sealed for Feed<T> {}
impl<T: Publishable> Publishable for Feed<T> {}

/// Declares a publishable struct, or an enum without data. Each field's type must be [`Publishable`].
#[macro_export]
macro_rules! publishable {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$fmeta:meta])* $fvis:vis $field:ident : $type:ty),* $(,)? }) => {
        $(#[$meta])* $vis struct $name { $($(#[$fmeta])* $fvis $field: $type),* }
        impl $crate::sealed::Sealed for $name {}
        impl $crate::Publishable for $name {}
        const _: () = {
            const fn held<T: $crate::Publishable>() {}
            $(held::<$type>();)*
        };
    };
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$vmeta:meta])* $variant:ident),* $(,)? }) => {
        $(#[$meta])* $vis enum $name { $($(#[$vmeta])* $variant),* }
        impl $crate::sealed::Sealed for $name {}
        impl $crate::Publishable for $name {}
    };
}
