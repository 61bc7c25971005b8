// E0603: what is not cleared yet is private to the door
use crate::internal::disclose::World; //~
use crate::internal::disclose::draft::Draft; //~
use crate::internal::disclose::redact; //~

pub fn first(draft: &Draft, world: &World<'_>) -> usize {
    std::mem::size_of_val(draft) + std::mem::size_of_val(world)
}
